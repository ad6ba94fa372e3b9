"""What all actions about an application share: who may act, how it is logged, when the next duty is due."""

from __future__ import annotations

from typing import Any, ClassVar

from msgspec.structs import replace

from kzg_desktop.domain.actions.base import BaseAction, Book, Write, existing, put
from kzg_desktop.domain.actions.jobs import vacancy_of
from kzg_desktop.domain.duty import with_due
from kzg_desktop.domain.entities import Application, Versioned
from kzg_desktop.domain.hiring import DeskRules, Earlier, HistoryEntry, HistoryKind
from kzg_desktop.domain.states import ACCEPTED
from kzg_desktop.errors import Refusal

__all__ = [
    "LONGEST_TEXT",
    "ApplicationAction",
    "StepAction",
    "check_text",
    "check_time",
    "count_seats",
    "is_held",
    "kept",
    "moved",
    "rules_of",
    "seats",
    "undone",
]

LONGEST_TEXT = 2000
"""Characters that one text may have."""

_LATEST_MS = 4_102_444_800_000
"""The year 2100: later times are slips, and far later ones would not fit into the tables."""


_RESTORED = tuple(name for name in Earlier.__struct_fields__ if name not in {"appointment_at", "again"})


class ApplicationAction(BaseAction, frozen=True, kw_only=True):
    """Does something about one application and adds a line to its history, with the id *event_id*."""

    permission: ClassVar[str] = "applicant:write"
    application_id: str
    event_id: str = ""

    def found(self, book: Book) -> Versioned:
        """Return the application with its revision.

        Raises:
            Refusal: there is none.
        """
        return existing(book, Application, self.application_id)

    def application(self, book: Book) -> Application:
        """Return the application.

        Raises:
            Refusal: there is none.
        """
        row = self.found(book).row
        assert isinstance(row, Application)
        return row

    def processed(self, book: Book) -> Application:
        """Return the application, which may still be processed.

        Raises:
            Refusal: there is none, or the person has ended the processing (个人信息保护法 15, 47).
        """
        row = self.application(book)
        if row.status == "withdrawn":
            raise Refusal("not-possible", "the applicant has withdrawn: only notes can be added")
        return row

    def entry(self, row: Application, kind: HistoryKind, *, at: int, actor: str, **fields: Any) -> list[Write]:
        """Return the line of the history, none for actions that were recorded before there was one.

        Raises:
            Refusal: its text is too long, or the time it is about is none.
        """
        check_text(fields.get("text", ""))
        check_time(fields.get("about", 0))
        if not self.event_id:
            return []
        return [
            put(
                HistoryEntry(
                    id=self.event_id,
                    application_id=row.id,
                    employer_id=row.employer_id,
                    kind=kind,
                    at=at,
                    actor=actor,
                    **fields,
                )
            )
        ]

    def stored(self, book: Book, row: Application, *, at: int, actor: str, **handling: Any) -> Write:
        """Return the write of *row* with those fields of its handling, its next duty due.

        Whoever does something about an application that nobody else works on works on it from then on.
        """
        rules = rules_of(book, row)
        changed = replace(row, handling=replace(row.handling, **handling))
        if not is_held(row, rules, at=at, actor=actor):
            since = max(at, row.handling.owned_since)  # what was done offline arrives late
            changed = replace(changed, owner=actor, handling=replace(changed.handling, owned_since=since))
        return put(with_due(changed, rules))


class StepAction(ApplicationAction, frozen=True, kw_only=True):
    """Takes an application from one state to another, if it is where the user saw it.

    The user saw it in the state *base_status* or, where that is empty, at the revision *base_rev*: a note or a claim
    in between is no reason to refuse a step.
    """

    base_rev: int = 0
    base_status: str = ""

    def steppable(self, book: Book, *, at: int, actor: str) -> Application:
        """Return the application.

        Raises:
            Refusal: somebody else took it elsewhere first, or is working on it.
        """
        found, row = self.found(book), self.application(book)
        if self.base_status and row.status != self.base_status:
            raise Refusal("conflict", f"the application is {row.status} by now, it was {self.base_status}")
        if not self.base_status and found.rev != self.base_rev:
            raise Refusal("conflict", f"the application is at revision {found.rev}, the edit began at {self.base_rev}")
        if is_held(row, rules_of(book, row), at=at, actor=actor):
            raise Refusal("claimed", row.owner)
        return row


def rules_of(book: Book, row: Application) -> DeskRules:
    """Return the employer's rules, the usual ones where it set none."""
    found = book.get(DeskRules.entity, row.employer_id)
    if found is not None and isinstance(found.row, DeskRules):
        return found.row
    return DeskRules(id=row.employer_id, employer_id=row.employer_id)


def is_held(row: Application, rules: DeskRules, *, at: int, actor: str) -> bool:
    """Whether somebody else than *actor* works on the application, and did something not too long ago."""
    if row.owner in {"", actor}:
        return False
    return at < row.handling.owned_since + rules.release_after_s * 1000


def kept(book: Book, row: Application) -> Write:
    """Return the write of *row* with its next duty due and its owner as is."""
    return put(with_due(row, rules_of(book, row)))


def moved(row: Application, status: str, *, at: int) -> Application:
    """Return *row* in the state *status* since *at*, with the way back noted.

    An agreed time to call that has come is done with.
    """
    handling = row.handling
    since = max(at, handling.since)
    values = {
        "before": row.status,
        "earlier": _earlier(row, status),
        "since": since,
        "steps": {status: since} | handling.steps,
        "call_after": handling.call_after if handling.call_after > at else 0,
    }
    return replace(row, status=status, handling=replace(handling, **values))


def undone(row: Application) -> Application:
    """Return *row* as it was before its last step, but for the calls made since and a time to call agreed on since."""
    handling, earlier = row.handling, row.handling.earlier
    steps = dict(handling.steps)
    if not earlier.again:
        steps.pop(row.status, None)
    values = {name: getattr(earlier, name) for name in _RESTORED} | {
        "before": "",
        "earlier": Earlier(),
        "steps": steps,
        "call_after": handling.call_after or earlier.call_after,
    }
    status, appointment_at = handling.before, earlier.appointment_at
    return replace(row, status=status, appointment_at=appointment_at, handling=replace(handling, **values))


def _earlier(row: Application, status: str) -> Earlier:
    values = {name: getattr(row.handling, name) for name in _RESTORED}
    return Earlier(appointment_at=row.appointment_at, again=status in row.handling.steps, **values)


def seats(book: Book, row: Application, status: str) -> list[Write]:
    """Count the seat that *row* takes or frees when it goes to *status*.

    A job that is not there (any more) has none to count.
    """
    taken = (status in ACCEPTED) - (row.status in ACCEPTED)
    return count_seats(book, row.job_id, taken)


def count_seats(book: Book, job_id: str, taken: int) -> list[Write]:
    """Count *taken* more seats of a job."""
    if not taken or (book.get("vacancy", job_id) is None and book.get("job", job_id) is None):
        return []
    vacancy = vacancy_of(book, job_id)
    return [put(replace(vacancy, accepted=max(0, vacancy.accepted + taken)))]


def check_text(text: str) -> None:
    """Check the length of what somebody wrote.

    Raises:
        Refusal: it is too long.
    """
    if len(text) > LONGEST_TEXT:
        raise Refusal("not-possible", f"a text may have {LONGEST_TEXT} characters")


def check_time(at: int) -> None:
    """Check a time (UTC ms, 0 for none) that somebody entered.

    Raises:
        Refusal: it cannot be meant.
    """
    if not 0 <= at < _LATEST_MS:
        raise Refusal("bad-request", "a time must lie between 1970 and 2100")
