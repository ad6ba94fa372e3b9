"""Talking to an applicant: calls and their outcomes, notes, and who saw or copied a phone."""

from __future__ import annotations

from typing import Any, Literal

from msgspec.structs import replace

from kzg_desktop.domain.actions.base import Book, Write
from kzg_desktop.domain.actions.handling import ApplicationAction, check_time, kept, moved, rules_of
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import DeskRules, Outcome, Wishes
from kzg_desktop.errors import Refusal

__all__ = ["AddNote", "LogContact", "RecordAttempt", "SetFollowUp", "SetWishes"]

_LONGEST_NOTES = 20_000
_GREATEST_PAY_YUAN = 1_000_000
_CALLABLE = frozenset({"new", "contacting", "unreachable"})


class RecordAttempt(ApplicationAction, frozen=True, kw_only=True, tag="application.attempt"):
    """Record a call and what became of it; a fact, which nothing that others did meanwhile makes undone.

    Where the application still waits for it, the outcome also takes it further: reached, unreachable after so many
    unanswered calls in a row, or invalid (quarantined) for an empty number. *call_after* is an agreed time to call; one
    that was agreed on before stands until it comes, unless somebody answered.
    """

    outcome: Outcome
    text: str = ""
    call_after: int = 0

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.application(book)
        check_time(self.call_after)
        log = self.entry(
            row,
            "attempt",
            at=at,
            actor=actor,
            before=row.status,
            after=self.outcome,
            text=self.text,
            about=self.call_after,
        )
        if row.status == "withdrawn":
            if at >= row.handling.since:
                raise Refusal("not-possible", "the applicant has withdrawn: nobody may call any more")
            return log  # it was called before that, and is told of late
        status = _after(row, self.outcome, rules_of(book, row))
        stepped = row if status == row.status else moved(row, status, at=at)
        values = self._counted(row, at)
        if status != row.status:
            values["reason"] = self.outcome if status == "invalid" else ""
        return [self.stored(book, stepped, at=at, actor=actor, **values), *log]

    def _counted(self, row: Application, at: int) -> dict[str, Any]:
        """Return what the call changes; one that is told of late leaves what came of a later one."""
        handling, answered = row.handling, self.outcome == "answered"
        values: dict[str, Any] = {
            "attempts": handling.attempts + 1,
            "first_called_at": min(at, handling.first_called_at or at),
        }
        if at < handling.called_at:
            if not answered and handling.outcome != "answered":
                values["unanswered"] = handling.unanswered + 1
            return values
        agreed = handling.call_after if not answered and handling.call_after > at else 0
        return values | {
            "unanswered": 0 if answered else handling.unanswered + 1,
            "called_at": at,
            "outcome": self.outcome,
            "call_after": self.call_after or agreed,
        }


def _after(row: Application, outcome: Outcome, rules: DeskRules) -> str:
    if row.status not in _CALLABLE:
        return row.status
    if outcome == "answered":
        return "reached"
    if outcome == "empty_number":
        return "invalid"
    calls = row.handling.unanswered + 1
    if calls >= rules.unreachable_after or row.status == "unreachable":
        return "unreachable"
    return "contacting"


class AddNote(ApplicationAction, frozen=True, kw_only=True, tag="application.note"):
    """Write something down; notes are only ever added."""

    text: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row, text = self.application(book), " ".join(self.text.split())
        if not text:
            raise Refusal("not-possible", "the note is empty")
        notes = f"{row.notes}\n{text}" if row.notes else text
        if len(notes) > _LONGEST_NOTES:
            raise Refusal("not-possible", f"all notes together may have {_LONGEST_NOTES} characters")
        log = self.entry(row, "note", at=at, actor=actor, text=self.text.strip())
        return [kept(book, replace(row, notes=notes)), *log]


class LogContact(ApplicationAction, frozen=True, kw_only=True, tag="application.access"):
    """Record that a phone was shown or copied, or a message made from a template (个人信息保护法 51).

    It has happened: nothing makes it undone, not even that the applicant has withdrawn meanwhile.
    """

    access: Literal["reveal", "copy", "message"]
    text: str = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        if not self.event_id:
            raise Refusal("bad-request", "an access without an event_id would leave no trace")
        return self.entry(self.application(book), self.access, at=at, actor=actor, text=self.text)


class SetFollowUp(ApplicationAction, frozen=True, kw_only=True, tag="application.follow_up"):
    """Agree on a time to call again, 0 for none."""

    call_after: int

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.processed(book)
        check_time(self.call_after)
        log = self.entry(row, "follow_up", at=at, actor=actor, about=self.call_after)
        return [kept(book, replace(row, handling=replace(row.handling, call_after=self.call_after))), *log]


class SetWishes(ApplicationAction, frozen=True, kw_only=True, tag="application.wishes"):
    """Keep what an applicant looks for."""

    wishes: Wishes

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row, least = self.processed(book), self.wishes.month_min_yuan
        if least is not None and not 0 <= least <= _GREATEST_PAY_YUAN:
            raise Refusal("bad-request", "that is no pay a month")
        wishing = replace(row, handling=replace(row.handling, wishes=self.wishes))
        return [kept(book, wishing), *self.entry(row, "wishes", at=at, actor=actor)]
