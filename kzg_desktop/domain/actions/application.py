"""Steps of an application: from call to first day, back again with a reason, and to another job."""

from __future__ import annotations

from msgspec.structs import replace

from kzg_desktop.domain.actions.base import Book, Write, existing, put
from kzg_desktop.domain.actions.handling import StepAction, count_seats, moved, rules_of, seats
from kzg_desktop.domain.actions.interviews import free_place
from kzg_desktop.domain.duty import with_due
from kzg_desktop.domain.entities import Application, Job
from kzg_desktop.domain.hiring import MILESTONES, ExitReason, Handling
from kzg_desktop.domain.states import ACCEPTED, may_step, may_undo
from kzg_desktop.errors import Refusal

__all__ = ["AssignApplication", "RecordMilestone", "SetApplicationStatus", "UndoStep"]


class SetApplicationStatus(StepAction, frozen=True, kw_only=True, tag="application.status"):
    """Take an application one step further.

    *reason* says why, where that is of interest. *starts_on* is the (expected) first day of somebody who passed or was
    hired, *exit_reason* why somebody left.
    """

    status: str
    reason: str = ""
    starts_on: int = 0
    exit_reason: ExitReason = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.steppable(book, at=at, actor=actor)
        if not may_step(row.status, self.status):
            raise Refusal("not-possible", f"an application cannot go from {row.status} to {self.status}")
        stepped = moved(row, self.status, at=at)
        gone = self.status == "left"
        handling = {
            "reason": self.reason,
            "starts_on": self.starts_on or row.handling.starts_on,
            "left_at": at if gone else row.handling.left_at,
            "exit_reason": (self.exit_reason or "other") if gone else row.handling.exit_reason,
        }
        ends = self.status == "withdrawn"
        return [
            self.stored(book, replace(stepped, appointment_at=0) if ends else stepped, at=at, actor=actor, **handling),
            *seats(book, row, self.status),
            *(free_place(book, row) if ends else []),
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


class UndoStep(StepAction, frozen=True, kw_only=True, tag="application.undo"):
    """Go back one step, with the reason, which is logged."""

    reason: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.steppable(book, at=at, actor=actor)
        before = row.handling.before
        if not self.reason.strip():
            raise Refusal("not-possible", "an undo needs a reason")
        if not may_undo(row.status, before):
            raise Refusal("not-possible", f"there is no way back from {row.status}")
        back = replace(row, status=before, appointment_at=0 if before == "reached" else row.appointment_at)
        handling = {"before": "", "since": at, "reason": ""}
        if row.status == "left":
            handling |= {"left_at": 0, "exit_reason": ""}
        return [
            self.stored(book, back, at=at, actor=actor, **handling),
            *seats(book, row, before),
            *(free_place(book, row) if row.status == "interview_booked" else []),
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

    Another employer starts afresh: what the first one noted is not for its eyes.
    """

    job_id: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.steppable(book, at=at, actor=actor)
        job = existing(book, Job, self.job_id).row
        assert isinstance(job, Job)
        target = replace(row, job_id=job.id, employer_id=job.employer_id, job_title=job.title)
        log = self.entry(row, "assignment", at=at, actor=actor, before=row.job_title, after=job.title)
        counts: list[Write] = []
        if row.status in ACCEPTED and row.job_id != job.id:
            counts = [*count_seats(book, row.job_id, -1), *count_seats(book, job.id, 1)]
        if job.employer_id == row.employer_id:
            return [put(target), *counts, *log]
        return [self._handed_to_other_employer(book, target), *counts, *free_place(book, row), *log]

    def _handed_to_other_employer(self, book: Book, row: Application) -> Write:
        handling = Handling(
            since=row.handling.since, starts_on=row.handling.starts_on, milestone=row.handling.milestone
        )
        fresh = replace(row, owner="", notes="", handling=handling)
        return put(with_due(fresh, rules_of(book, fresh)))
