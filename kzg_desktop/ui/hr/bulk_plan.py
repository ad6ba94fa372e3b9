"""What a change of many applications would do: asked of the domain's own rules, action by action, before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.actions import (
    AddNote,
    BookInterview,
    ClaimApplication,
    HandOver,
    ReleaseApplication,
    SetApplicationStatus,
    UndoStep,
)
from kzg_desktop.domain.entities import AirSegment, Application, Entity, Versioned
from kzg_desktop.domain.hiring import DeskRules, ExitReason, InterviewSlot
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import STEPS, may_undo
from kzg_desktop.errors import Refusal
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.ui.error_text import refusal_text
from kzg_desktop.ui.hr.takers import may_take
from kzg_desktop.ui.hr.words import account_words, status_words

__all__ = ["BulkAction", "BulkKind", "BulkPlan", "BulkWish", "Deed", "Planner", "Refused", "back_again", "next_states"]

translate = QCoreApplication.translate

BulkKind: TypeAlias = Literal["status", "claim", "hand_over", "note", "book", "withdraw", "undo"]

BulkAction: TypeAlias = (
    SetApplicationStatus | ClaimApplication | ReleaseApplication | HandOver | AddNote | BookInterview | UndoStep
)

_NOT_A_STATUS = {"interview_booked", "withdrawn"}
"""States that are changes of their own: one needs a slot, the other cannot be taken back."""

_SAID = "said"
"""A refusal of the plan's own, already in the user's words."""


class BulkWish(Struct, frozen=True, kw_only=True):
    """What is to be done with all: ``status`` with reason and day, ``to`` a colleague, a note, or a slot."""

    kind: BulkKind
    status: str = ""
    reason: str = ""
    starts_on: int = 0
    exit_reason: ExitReason = ""
    to: str = ""
    text: str = ""
    slot_id: str = ""


class Deed(Struct, frozen=True, kw_only=True):
    """What is done about *row*, which is as it was before."""

    row: Application
    actions: tuple[BulkAction, ...]


class Refused(Struct, frozen=True, kw_only=True):
    """Why nothing is done about *row*, in words."""

    row: Application
    why: str


class BulkPlan(Struct, frozen=True, kw_only=True):
    """What can be done and what cannot."""

    deeds: tuple[Deed, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def total(self) -> int:
        """How many applications it is about."""
        return len(self.deeds) + len(self.refused)

    def by_state(self) -> list[tuple[str, int]]:
        """Return the states that the deeds begin in, and how many begin there, in the order of the course."""
        counts = Counter(deed.row.status for deed in self.deeds)
        return [(status, counts[status]) for status in STEPS if status in counts]

    def reasons(self) -> list[tuple[str, list[Application]]]:
        """Return why some are refused, the most frequent reason first."""
        found: dict[str, list[Application]] = {}
        for refused in self.refused:
            found.setdefault(refused.why, []).append(refused.row)
        return sorted(found.items(), key=lambda item: -len(item[1]))


class Planner:
    """Plans over a copy of what is there, so that seats and places taken by one are taken for the next."""

    def __init__(self, desk: HiringDesk, rows: Iterable[Versioned], wish: BulkWish, now: int) -> None:
        self._desk = desk
        self._wish = wish
        self._now = now
        self._book = _Book(desk, rows)
        self._names = desk.names()
        self._colleagues = desk.colleagues()

    def plan(self, rows: Sequence[Application]) -> BulkPlan:
        """Return what can be done with these."""
        deeds: list[Deed] = []
        refused: list[Refused] = []
        for row in rows:
            try:
                deeds.append(Deed(row=row, actions=(self._try(row),)))
            except Refusal as refusal:
                refused.append(Refused(row=row, why=self.words(row, refusal)))
        return BulkPlan(deeds=tuple(deeds), refused=tuple(refused))

    def words(self, row: Application, refusal: Refusal) -> str:
        """Return why the rules do not allow it, for the user."""
        if refusal.type == "claimed":
            return translate("BulkPlan", "{name} is working on it").format(name=self._name(refusal.detail))
        if refusal.type == _SAID:
            return refusal.detail
        return self._not_possible(row) if refusal.type == "not-possible" else refusal_text(refusal.type)

    def _not_possible(self, row: Application) -> str:
        before = status_words(row.status)
        if self._wish.kind in {"status", "withdraw"}:
            words = translate("BulkPlan", "“{before}” cannot become “{after}”")
            return words.format(before=before, after=status_words(self._wish.status))
        if self._wish.kind == "undo":
            return translate("BulkPlan", "there is no step to take back")
        return translate("BulkPlan", "not possible in the state “{state}”").format(state=before)

    def _try(self, row: Application) -> BulkAction:
        action = self._action(row)
        for write in action.writes(self._book, self._now, self._desk.account_id):
            self._book.write(write.entity, write.id, write.row)
        return action

    def _action(self, row: Application) -> BulkAction:
        wish = self._wish
        id_, event_id = row.id, new_id()
        match wish.kind:
            case "claim":
                self._not_with(row, self._desk.account_id)
                return ClaimApplication(application_id=id_, event_id=event_id)
            case "hand_over":
                self._not_with(row, wish.to)
                self._works_there(row, wish.to)
                return HandOver(application_id=id_, event_id=event_id, to=wish.to, reason=wish.reason)
            case "note":
                return AddNote(application_id=id_, event_id=event_id, text=wish.text)
            case "undo":
                return UndoStep(application_id=id_, event_id=event_id, base_status=row.status, reason=wish.reason)
            case "book":
                self._fits(row, wish.slot_id)
                return BookInterview(
                    application_id=id_, event_id=event_id, base_status=row.status, slot_id=wish.slot_id
                )
            case "status" | "withdraw":
                return SetApplicationStatus(
                    application_id=id_,
                    event_id=event_id,
                    base_status=row.status,
                    status=wish.status,
                    reason=wish.reason,
                    starts_on=wish.starts_on,
                    exit_reason=wish.exit_reason,
                )

    def _not_with(self, row: Application, account_id: str) -> None:
        if account_id and row.owner == account_id:
            raise Refusal(_SAID, translate("BulkPlan", "already with {name}").format(name=self._name(account_id)))

    def _works_there(self, row: Application, account_id: str) -> None:
        if not may_take(self._colleagues, account_id, row.employer_id):
            words = translate("BulkPlan", "{name} does not work for this employer")
            raise Refusal(_SAID, words.format(name=self._name(account_id)))

    def _fits(self, row: Application, slot_id: str) -> None:
        """Say why the slot is not for *row*; whether it has room is for the rules to say."""
        found = self._book.get(InterviewSlot.entity, slot_id)
        slot = found.row if found is not None else None
        if not isinstance(slot, InterviewSlot):
            raise Refusal("not-found", slot_id)
        if slot.employer_id != row.employer_id:
            raise Refusal(_SAID, translate("BulkPlan", "the slot is another employer's"))
        if slot.job_id not in {"", row.job_id}:
            raise Refusal(_SAID, translate("BulkPlan", "the slot is for another job"))
        if row.status == "interview_booked" and row.handling.slot_id == slot_id:
            raise Refusal(_SAID, translate("BulkPlan", "booked there already"))

    def _name(self, account_id: str) -> str:
        return account_words(account_id, self._desk.account_id, self._names)


class _Book:
    """What an action reads: the rows at hand, and the desk for what stands around them."""

    def __init__(self, desk: HiringDesk, rows: Iterable[Versioned]) -> None:
        self._desk = desk
        self._rows: dict[tuple[str, str], Versioned | None] = {}
        for found in rows:
            if isinstance(found.row, Application):
                self._rows[Application.entity, found.row.id] = found
        self._slots: Mapping[str, InterviewSlot] = {slot.id: slot for slot in desk.slots()}

    def get(self, entity: str, id_: str) -> Versioned | None:
        key = (entity, id_)
        if key not in self._rows:
            row = self._around(entity, id_)
            self._rows[key] = Versioned(1, row) if row is not None else None
        return self._rows[key]

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        return self._desk.segments(broadcast_id)

    def write(self, entity: str, id_: str, row: Entity | None) -> None:
        self._rows[entity, id_] = Versioned(1, row) if row is not None else None

    def _around(self, entity: str, id_: str) -> Entity | None:
        match entity:
            case DeskRules.entity:
                return self._desk.desk_rules(id_)
            case "vacancy":
                return self._desk.vacancy(id_)
            case "job":
                return self._desk.job(id_)
            case InterviewSlot.entity:
                return self._slots.get(id_)
        return None


def next_states(rows: Iterable[Application]) -> list[tuple[str, int]]:
    """Return the states that some of the applications may go to in bulk, and how many may."""
    counts = Counter(status for row in rows for status in STEPS.get(row.status, ()) if status not in _NOT_A_STATUS)
    return [(status, counts[status]) for status in STEPS if status in counts]


def back_again(deeds: Iterable[Deed], wish: BulkWish, me: str, reason: str) -> list[Deed]:
    """Return what takes the deeds back, as far as the rules allow; nothing takes back a note or a withdrawal."""
    back = {"status": _step_back, "claim": _let_go, "hand_over": _give_back, "book": _unbook}.get(wish.kind)
    if back is None:
        return []
    return [Deed(row=deed.row, actions=actions) for deed in deeds if (actions := back(deed.row, wish, me, reason))]


_Back: TypeAlias = tuple[BulkAction, ...]


def _step_back(row: Application, wish: BulkWish, _me: str, reason: str) -> _Back:
    if not may_undo(wish.status, row.status):
        return ()
    return (UndoStep(application_id=row.id, event_id=new_id(), base_status=wish.status, reason=reason),)


def _unbook(row: Application, _wish: BulkWish, _me: str, reason: str) -> _Back:
    base = "interview_booked"
    if row.status != base:
        return (UndoStep(application_id=row.id, event_id=new_id(), base_status=base, reason=reason),)
    slot_id = row.handling.slot_id
    when = 0 if slot_id else row.appointment_at
    if not slot_id and not when:
        return ()  # booked before there were times: there is nothing to go back to
    return (
        BookInterview(application_id=row.id, event_id=new_id(), base_status=base, slot_id=slot_id, appointment_at=when),
    )


def _let_go(row: Application, _wish: BulkWish, _me: str, _reason: str) -> _Back:
    return (ReleaseApplication(application_id=row.id, event_id=new_id()),)


def _give_back(row: Application, _wish: BulkWish, me: str, reason: str) -> _Back:
    give = HandOver(application_id=row.id, event_id=new_id(), to=row.owner or me, reason=reason)
    if row.owner:
        return (give,)
    return (give, ReleaseApplication(application_id=row.id, event_id=new_id()))
