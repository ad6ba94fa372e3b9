"""Interviews: slots with so many places, booking one, reminding of it."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace

from kzg_desktop.domain.actions.base import BaseAction, Book, Write, existing, put
from kzg_desktop.domain.actions.handling import ApplicationAction, StepAction, check_text, check_time, moved
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.domain.states import may_step
from kzg_desktop.errors import Refusal

__all__ = ["BookInterview", "MarkReminded", "PutSlot", "RemoveSlot", "free_place", "take_place_again"]

_GREATEST_CAPACITY = 10_000
_LONGEST_S = 24 * 3600


class PutSlot(BaseAction, frozen=True, kw_only=True, tag="slot.put"):
    """Create a slot or replace its fields, all but how many are booked.

    Whom and when a booked slot is for stays as it is: the applicants were told.
    """

    permission: ClassVar[str] = "applicant:write"
    slot: InterviewSlot

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        slot = self.slot
        found = book.get(InterviewSlot.entity, slot.id)
        before = found.row if found is not None and isinstance(found.row, InterviewSlot) else None
        booked = before.booked if before is not None else 0
        if not slot.employer_id or not 0 < slot.duration_s <= _LONGEST_S or not slot.starts_at:
            raise Refusal("bad-request", "a slot needs an employer, a start and a length of at most a day")
        check_time(slot.starts_at)
        check_text(slot.place)
        check_text(slot.note)
        check_text(slot.job_id)
        if not max(booked, 1) <= slot.capacity <= _GREATEST_CAPACITY:
            raise Refusal("not-possible", f"{booked} are booked: the slot needs at least as many places, and one")
        if before is not None and booked and not _same_appointment(before, slot):
            raise Refusal("not-possible", f"{booked} are booked: make another slot and move them there")
        return [put(replace(slot, booked=booked))]


def _same_appointment(before: InterviewSlot, after: InterviewSlot) -> bool:
    same = (before.employer_id, before.starts_at) == (after.employer_id, after.starts_at)
    return same and after.job_id in {"", before.job_id}


class RemoveSlot(BaseAction, frozen=True, kw_only=True, tag="slot.remove"):
    """Take a slot away that nobody booked."""

    permission: ClassVar[str] = "applicant:write"
    slot_id: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get(InterviewSlot.entity, self.slot_id)
        if found is None:
            return []
        assert isinstance(found.row, InterviewSlot)
        if found.row.booked:
            raise Refusal("not-possible", f"{found.row.booked} are booked: close the slot, or move them first")
        return [Write(InterviewSlot.entity, self.slot_id, None)]


class BookInterview(StepAction, frozen=True, kw_only=True, tag="application.book"):
    """Invite an applicant to an interview in a slot, or at *appointment_at* without one; again to move it."""

    slot_id: str = ""
    appointment_at: int = 0

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.steppable(book, at=at, actor=actor)
        moves = row.status == "interview_booked"
        if not moves and not may_step(row.status, "interview_booked"):
            raise Refusal("not-possible", f"an application that is {row.status} cannot be booked for an interview")
        when, counts = self.appointment_at, free_place(book, row)
        if self.slot_id:
            slot = _slot(book, self.slot_id)
            when, counts = slot.starts_at, _taken(book, row, slot)
        elif when <= 0:
            raise Refusal("not-possible", "an interview needs a time")
        stepped = replace(row if moves else moved(row, "interview_booked", at=at), appointment_at=when)
        handling = {
            "slot_id": self.slot_id,
            "reminded": 0,
            "since": max(at, row.handling.since),
            "call_after": 0,
        }
        return [
            self.stored(book, stepped, at=at, actor=actor, **handling),
            *counts,
            *self.entry(row, "booking", at=at, actor=actor, before=row.status, after="interview_booked", about=when),
        ]


def _taken(book: Book, row: Application, slot: InterviewSlot) -> list[Write]:
    if slot.id == row.handling.slot_id:
        return []  # its place is held already
    if not _is_for(slot, row):
        raise Refusal("not-possible", "that slot is for another job")
    if slot.closed or slot.booked >= slot.capacity:
        raise Refusal("slot-full", f"{slot.booked} of {slot.capacity} places are booked")
    return [*free_place(book, row), put(replace(slot, booked=slot.booked + 1))]


def _is_for(slot: InterviewSlot, row: Application) -> bool:
    return slot.employer_id == row.employer_id and slot.job_id in {"", row.job_id}


class MarkReminded(ApplicationAction, frozen=True, kw_only=True, tag="application.reminded"):
    """Record that an applicant was reminded of the interview.

    *nth* (from 1) and *appointment_at* say which reminder of which appointment, as the user saw it: two who remind at
    once give one reminder, and one of an appointment that was moved meanwhile does not count for the new one. Without
    them it is the next.
    """

    text: str = ""
    nth: int = 0
    appointment_at: int = 0

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.processed(book)
        about = self.appointment_at or row.appointment_at
        log = self.entry(row, "reminder", at=at, actor=actor, text=self.text, about=about)
        if row.status != "interview_booked":
            raise Refusal("not-possible", "there is no interview to remind of")
        if about != row.appointment_at:
            return log
        given = min(self.nth or row.handling.reminded + 1, 2)
        return [self.stored(book, row, at=at, actor=actor, reminded=max(row.handling.reminded, given)), *log]


def free_place(book: Book, row: Application) -> list[Write]:
    """Give back the place that *row* holds in a slot; its ``slot_id`` must go, too."""
    slot = _held(book, row.handling.slot_id)
    return [] if slot is None else [put(replace(slot, booked=max(0, slot.booked - 1)))]


def take_place_again(book: Book, row: Application, slot_id: str) -> tuple[str, list[Write]]:
    """Change the place that *row* holds for the one in *slot_id* that it held before.

    Returns:
        The slot in which it holds one then: none where that is for others now, or full. And what this changes.
    """
    if slot_id == row.handling.slot_id:
        return slot_id, []
    freed, slot = free_place(book, row), _held(book, slot_id)
    if slot is None or not _is_for(slot, row) or slot.booked >= slot.capacity:
        return "", freed
    return slot_id, [*freed, put(replace(slot, booked=slot.booked + 1))]


def _held(book: Book, slot_id: str) -> InterviewSlot | None:
    found = book.get(InterviewSlot.entity, slot_id) if slot_id else None
    return found.row if found is not None and isinstance(found.row, InterviewSlot) else None


def _slot(book: Book, slot_id: str) -> InterviewSlot:
    row = existing(book, InterviewSlot, slot_id).row
    assert isinstance(row, InterviewSlot)
    return row
