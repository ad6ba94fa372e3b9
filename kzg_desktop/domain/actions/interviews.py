"""Interviews: slots with so many places, booking one, reminding of it."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace

from kzg_desktop.domain.actions.base import BaseAction, Book, Write, existing, put
from kzg_desktop.domain.actions.handling import ApplicationAction, StepAction, moved
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.domain.states import may_step
from kzg_desktop.errors import Refusal

__all__ = ["BookInterview", "MarkReminded", "PutSlot", "RemoveSlot", "free_place"]

_GREATEST_CAPACITY = 10_000


class PutSlot(BaseAction, frozen=True, kw_only=True, tag="slot.put"):
    """Create a slot or replace its fields, all but how many are booked."""

    permission: ClassVar[str] = "applicant:write"
    slot: InterviewSlot

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get(InterviewSlot.entity, self.slot.id)
        booked = found.row.booked if found is not None and isinstance(found.row, InterviewSlot) else 0
        if not max(booked, 1) <= self.slot.capacity <= _GREATEST_CAPACITY:
            raise Refusal("not-possible", f"{booked} are booked: the slot needs at least as many places, and one")
        return [put(replace(self.slot, booked=booked))]


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
        when, counts = self.appointment_at, []
        if self.slot_id:
            slot = _slot(book, self.slot_id)
            when = slot.starts_at
            counts = self._taken(book, row, slot)
        elif when <= 0:
            raise Refusal("not-possible", "an interview needs a time")
        else:
            counts = free_place(book, row)
        stepped = replace(row if moves else moved(row, "interview_booked", at=at), appointment_at=when)
        handling = {"slot_id": self.slot_id, "reminded": 0, "since": at, "call_after": 0}
        return [
            self.stored(book, stepped, at=at, actor=actor, **handling),
            *counts,
            *self.entry(row, "booking", at=at, actor=actor, before=row.status, after="interview_booked", about=when),
        ]

    def _taken(self, book: Book, row: Application, slot: InterviewSlot) -> list[Write]:
        if slot.id == row.handling.slot_id and row.status == "interview_booked":
            return []
        if slot.employer_id != row.employer_id or slot.job_id not in {"", row.job_id}:
            raise Refusal("not-possible", "that slot is for another job")
        if slot.closed or slot.booked >= slot.capacity:
            raise Refusal("slot-full", f"{slot.booked} of {slot.capacity} places are booked")
        return [*free_place(book, row), put(replace(slot, booked=slot.booked + 1))]


class MarkReminded(ApplicationAction, frozen=True, kw_only=True, tag="application.reminded"):
    """Record that an applicant was reminded of the interview."""

    text: str = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.application(book)
        if row.status != "interview_booked":
            raise Refusal("not-possible", "there is no interview to remind of")
        return [
            self.stored(book, row, at=at, actor=actor, reminded=row.handling.reminded + 1),
            *self.entry(row, "reminder", at=at, actor=actor, text=self.text, about=row.appointment_at),
        ]


def free_place(book: Book, row: Application) -> list[Write]:
    """Give back the place that *row* holds in a slot."""
    found = book.get(InterviewSlot.entity, row.handling.slot_id) if row.handling.slot_id else None
    if row.status != "interview_booked" or found is None or not isinstance(found.row, InterviewSlot):
        return []
    return [put(replace(found.row, booked=max(0, found.row.booked - 1)))]


def _slot(book: Book, slot_id: str) -> InterviewSlot:
    row = existing(book, InterviewSlot, slot_id).row
    assert isinstance(row, InterviewSlot)
    return row
