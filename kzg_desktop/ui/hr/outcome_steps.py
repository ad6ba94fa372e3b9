"""What can be done next about an application: the choices of its state, the one that is due first.

Only steps that the domain allows are offered. Their numbers are the keys 1 to 9.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias, cast

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.actions import Action, MarkReminded, RecordAttempt, RecordMilestone, SetApplicationStatus
from kzg_desktop.domain.duty import Duty
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import ExitReason, Outcome
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import CLOSED
from kzg_desktop.ui.hr.words import outcome_words, status_words

__all__ = ["OUTCOMES", "Answer", "Asks", "Choice", "actions_of", "choices"]

Asks: TypeAlias = Literal["", "slot", "day", "reason", "exit"]
"""What has to be known before a choice can be recorded."""

OUTCOMES: tuple[Outcome, ...] = ("answered", "no_answer", "rejected", "empty_number")

translate = QCoreApplication.translate


class Choice(Struct, frozen=True, kw_only=True):
    """One thing to do, as a button: ``kind`` and ``what`` say what it is, ``asks`` what it has to ask for first.

    ``is_main``: what the duty asks for. ``minor``: offered, but not of the usual course.
    """

    kind: Literal["call", "not_called", "attempt", "book", "step", "remind", "milestone"]
    words: str
    what: str = ""
    asks: Asks = ""
    is_main: bool = False
    minor: bool = False


class Answer(Struct, frozen=True, kw_only=True):
    """What the user said to a question: a reason, a first day (UTC ms), why somebody left."""

    reason: str = ""
    day: int = 0
    exit_reason: ExitReason = ""


def choices(row: Application, duty: Duty | None, *, calling: bool) -> list[Choice]:
    """Return the choices in their order; while *calling*, what became of the call."""
    if calling and row.status != "withdrawn":
        return _outcomes(row)
    offered = _BY_STATUS.get(row.status)
    found = offered(row, duty) if offered is not None else []
    if row.status not in CLOSED and not any(choice.kind == "call" for choice in found):
        found.append(_call(minor=True))
    return found


def _outcomes(row: Application) -> list[Choice]:
    found = [
        Choice(kind="attempt", what=outcome, words=outcome_words(outcome), is_main=outcome == "answered")
        for outcome in OUTCOMES
    ]
    if row.status in {"new", "contacting"}:
        wrong = translate("ApplicantStep", "Wrong person")
        found.append(Choice(kind="step", what="invalid", words=wrong, asks="reason", minor=True))
    found.append(Choice(kind="not_called", words=translate("ApplicantStep", "Did not call"), minor=True))
    return found


def _call(*, is_main: bool = False, minor: bool = False) -> Choice:
    return Choice(kind="call", words=translate("ApplicantStep", "Call"), is_main=is_main, minor=minor)


def _book(words: str = "", *, is_main: bool = False, minor: bool = False) -> Choice:
    words = words or translate("ApplicantStep", "Book an interview")
    return Choice(kind="book", words=words, asks="slot", is_main=is_main, minor=minor)


def _step(status: str, words: str = "", *, asks: Asks = "", is_main: bool = False, minor: bool = False) -> Choice:
    words = words or status_words(status)
    return Choice(kind="step", what=status, words=words, asks=asks, is_main=is_main, minor=minor)


def _to_call(_row: Application, _duty: Duty | None) -> list[Choice]:
    return [_call(is_main=True)]


def _reached(_row: Application, _duty: Duty | None) -> list[Choice]:
    return [_book(is_main=True), _step("considering"), _step("not_interested", asks="reason")]


def _considering(_row: Application, _duty: Duty | None) -> list[Choice]:
    return [_call(is_main=True), _book(), _step("not_interested", asks="reason")]


def _not_interested(_row: Application, _duty: Duty | None) -> list[Choice]:
    return [_step("reached", translate("ApplicantStep", "Interested after all"))]


def _booked(_row: Application, duty: Duty | None) -> list[Choice]:
    reminds = duty is not None and duty.kind == "remind"
    remind = Choice(kind="remind", words=translate("ApplicantStep", "Reminded"), is_main=reminds)
    arrived = _step("interviewed", translate("ApplicantStep", "Arrived"), is_main=not reminds)
    rest = [_step("no_show"), _book(translate("ApplicantStep", "Move the interview"), minor=True)]
    return [remind, arrived, *rest] if reminds else [arrived, *rest]


def _no_show(_row: Application, _duty: Duty | None) -> list[Choice]:
    return [_book(translate("ApplicantStep", "Book again"), is_main=True), _step("gave_up", asks="reason")]


def _interviewed(_row: Application, _duty: Duty | None) -> list[Choice]:
    return [
        _step("passed", asks="day", is_main=True),
        _step("failed", asks="reason"),
        _step("gave_up", asks="reason"),
    ]


def _passed(_row: Application, _duty: Duty | None) -> list[Choice]:
    return [_step("hired", asks="day", is_main=True), _step("declined", asks="reason")]


def _hired(_row: Application, duty: Duty | None) -> list[Choice]:
    left = _step("left", asks="exit")
    if duty is None or duty.kind != "milestone":
        return [left]
    words = translate("ApplicantStep", "At work after {days} days").format(days=duty.days)
    return [Choice(kind="milestone", what=str(duty.days), words=words, is_main=True), left]


_BY_STATUS: dict[str, Callable[[Application, Duty | None], list[Choice]]] = {
    "new": _to_call,
    "contacting": _to_call,
    "unreachable": _to_call,
    "reached": _reached,
    "considering": _considering,
    "not_interested": _not_interested,
    "interview_booked": _booked,
    "no_show": _no_show,
    "interviewed": _interviewed,
    "passed": _passed,
    "hired": _hired,
}


def actions_of(choice: Choice, row: Application, answer: Answer) -> list[Action]:
    """Return what records *choice* about *row* as the user saw it; none for a call or a booking."""
    id_, event_id = row.id, new_id()
    match choice.kind:
        case "attempt":
            outcome = cast("Outcome", choice.what)
            return [RecordAttempt(application_id=id_, event_id=event_id, outcome=outcome, text=answer.reason)]
        case "remind":
            nth = row.handling.reminded + 1
            return [MarkReminded(application_id=id_, event_id=event_id, nth=nth, appointment_at=row.appointment_at)]
        case "milestone":
            days = int(choice.what)
            return [RecordMilestone(application_id=id_, event_id=event_id, base_status=row.status, days=days)]
        case "step":
            return _steps(choice, row, answer)
    return []


def _steps(choice: Choice, row: Application, answer: Answer) -> list[Action]:
    path = (
        ("reached", choice.what) if (row.status, choice.what) == ("considering", "not_interested") else (choice.what,)
    )
    actions: list[Action] = []
    base = row.status
    for status in path:
        last = status == choice.what
        actions.append(
            SetApplicationStatus(
                application_id=row.id,
                event_id=new_id(),
                base_status=base,
                status=status,
                reason=answer.reason if last else "",
                starts_on=answer.day if last else 0,
                exit_reason=answer.exit_reason if last else "",
            )
        )
        base = status
    return actions
