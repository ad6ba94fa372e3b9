"""Steps of an application: from call to first day, back again with a reason, and to another job."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from kzg_desktop.domain.actions.base import Book, Write, existing, put
from kzg_desktop.domain.actions.handling import (
    StepAction,
    check_time,
    count_seats,
    kept,
    moved,
    seats,
    undone,
)
from kzg_desktop.domain.actions.interviews import free_place, take_place_again
from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.entities import Application, Job
from kzg_desktop.domain.hiring import MILESTONES, Earlier, ExitReason, Handling, InterviewSlot
from kzg_desktop.domain.states import ACCEPTED, may_step, may_undo
from kzg_desktop.errors import Refusal

__all__ = ["AssignApplication", "RecordMilestone", "SetApplicationStatus", "UndoStep"]


class SetApplicationStatus(StepAction, frozen=True, kw_only=True, tag="application.status"):
    """Take an application one step further.

    *reason* says why, where that is of interest. *starts_on* is the (expected) first day of somebody who passed or was
    hired, *exit_reason* why somebody left. An interview is booked without a time (:class:`BookInterview` sets one).

    That somebody withdrew is a fact that nothing which others did meanwhile makes undone: it is recorded whoever works
    on the application, and whatever its state was.
    """

    status: str
    reason: str = ""
    starts_on: int = 0
    exit_reason: ExitReason = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        ends = self.status == "withdrawn"
        row = self.application(book) if ends else self.steppable(book, at=at, actor=actor)
        if not may_step(row.status, self.status):
            raise Refusal("not-possible", f"an application cannot go from {row.status} to {self.status}")
        check_time(self.starts_on)
        stepped = moved(row, self.status, at=at)
        places: list[Write] = []
        if self.status in {"withdrawn", "interview_booked"}:
            places = free_place(book, row)
            stepped = replace(stepped, appointment_at=0)
        values = self._kept(row, at)
        return [
            self._ended(stepped) if ends else self.stored(book, stepped, at=at, actor=actor, **values),
            *seats(book, row, self.status),
            *places,
            *self.entry(
                row,
                "status",
                at=at,
                actor=actor,
                before=row.status,
                after=self.status,
                text=self.reason,
                about=self.starts_on,
            ),
        ]

    def _kept(self, row: Application, at: int) -> dict[str, Any]:
        values: dict[str, Any] = {"reason": self.reason}
        if self.status in ACCEPTED:
            first_day = self.starts_on or row.handling.starts_on
            if not first_day and self.status == "hired":
                first_day = at
            values["starts_on"] = china_midnight(first_day) if first_day else 0
        if self.status == "left":
            values |= {"left_at": at, "exit_reason": self.exit_reason or "other"}
        if self.status == "interview_booked":
            values |= {"slot_id": "", "reminded": 0}
        return values

    def _ended(self, row: Application) -> Write:
        """Processing stops: nobody works on it, nothing is due, no place is held and nothing can be undone."""
        handling = replace(
            row.handling, reason=self.reason, call_after=0, slot_id="", reminded=0, before="", earlier=Earlier()
        )
        return put(replace(row, owner="", due_at=0, handling=handling))


class UndoStep(StepAction, frozen=True, kw_only=True, tag="application.undo"):
    """Go back one step, with the reason, which is logged.

    All is as it was before the step, but for the calls and notes made since. Where a place in a slot was given back
    and is taken by now, the appointment stands without one.
    """

    reason: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.steppable(book, at=at, actor=actor)
        before = row.handling.before
        if not self.reason.strip():
            raise Refusal("not-possible", "an undo needs a reason")
        if not may_undo(row.status, before):
            raise Refusal("not-possible", f"there is no way back from {row.status}")
        slot_id, places = take_place_again(book, row, row.handling.earlier.slot_id)
        return [
            self.stored(book, undone(row), at=at, actor=actor, slot_id=slot_id),
            *seats(book, row, before),
            *places,
            *self.entry(row, "undo", at=at, actor=actor, before=row.status, after=before, text=self.reason),
        ]


class RecordMilestone(StepAction, frozen=True, kw_only=True, tag="application.milestone"):
    """Record that somebody is still at work 7, 15 or 30 *days* after the first day."""

    days: int
    text: str = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.steppable(book, at=at, actor=actor)
        if row.status != "hired" or self.days not in MILESTONES or self.days <= row.handling.milestone:
            raise Refusal("not-possible", f"{self.days} days at work cannot be recorded for this application")
        return [
            self.stored(book, row, at=at, actor=actor, milestone=self.days),
            *self.entry(row, "milestone", at=at, actor=actor, after=str(self.days), text=self.text),
        ]


class AssignApplication(StepAction, frozen=True, kw_only=True, tag="application.assign"):
    """转岗: move an application to another job, perhaps another employer's.

    Another employer starts afresh, whatever the first one did: its notes, appointments and verdicts are not for others
    to see, and any state but the first would tell of them. What was done stays in the history of who did it. Only a
    number that is wrong is wrong everywhere. Somebody's employment stays with its employer: being hired again is a new
    one, with an application of its own. To another employer, *consent_confirmed* says that the person agreed to that
    employer by name (个人信息保护法 23): each recipient needs a consent of its own, and the hub keeps it.
    """

    job_id: str
    consent_confirmed: bool = False

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        self.processed(book)
        row = self.steppable(book, at=at, actor=actor)
        job = existing(book, Job, self.job_id).row
        assert isinstance(job, Job)
        log = self.entry(row, "assignment", at=at, actor=actor, before=row.job_title, after=job.title)
        target = replace(row, job_id=job.id, employer_id=job.employer_id, job_title=job.title)
        leaves = job.employer_id != row.employer_id
        if leaves and not self.consent_confirmed:
            detail = f"the person has to agree first that {job.hiring_organization} gets the data"
            raise Refusal("not-possible", detail)
        if leaves:
            target = _at_other_employer(target, at)
        counts = self._seats(book, row, target)
        if leaves or _needs_other_slot(book, target):
            counts += free_place(book, row)
            target = replace(target, handling=replace(target.handling, slot_id=""))
        return [kept(book, target), *counts, *log]

    def _seats(self, book: Book, row: Application, target: Application) -> list[Write]:
        if row.job_id == target.job_id or row.status not in ACCEPTED:
            return []
        freed = count_seats(book, row.job_id, -1)
        return [*freed, *count_seats(book, target.job_id, 1)] if target.status in ACCEPTED else freed


def _at_other_employer(row: Application, at: int) -> Application:
    """Return *row* as the other employer gets it, to be called within its own time from now on.

    Raises:
        Refusal: it tells of an employment.
    """
    if row.status in {"hired", "left"}:
        raise Refusal("not-possible", "an employment stays with its employer: the next one needs a new application")
    status = "invalid" if row.status == "invalid" else "new"
    handling = Handling(since=max(at, row.handling.since))
    return replace(row, status=status, owner="", notes="", appointment_at=0, handling=handling)


def _needs_other_slot(book: Book, row: Application) -> bool:
    """Whether the appointment ahead of *row* is in a slot for another job."""
    found = book.get(InterviewSlot.entity, row.handling.slot_id) if row.handling.slot_id else None
    slot = found.row if found is not None and isinstance(found.row, InterviewSlot) else None
    return row.status == "interview_booked" and slot is not None and slot.job_id not in {"", row.job_id}
