"""Talking to an applicant: calls and their outcomes, notes, and who saw or copied a phone."""

from __future__ import annotations

from typing import Any, Literal

from msgspec.structs import replace

from kzg_desktop.domain.actions.base import Book, Write, put
from kzg_desktop.domain.actions.handling import ApplicationAction, is_held, moved, rules_of
from kzg_desktop.domain.duty import with_due
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import DeskRules, Outcome, Wishes
from kzg_desktop.errors import Refusal

__all__ = ["AddNote", "LogContact", "RecordAttempt", "SetFollowUp", "SetWishes"]

_LONGEST_NOTES = 20_000
_CALLABLE = frozenset({"new", "contacting", "unreachable"})


class RecordAttempt(ApplicationAction, frozen=True, kw_only=True, tag="application.attempt"):
    """Record a call and what became of it; a fact, which nothing that others did meanwhile makes undone.

    Where the application still waits for it, the outcome also takes it further: reached, unreachable after so many
    unanswered calls in a row, or invalid (quarantined) for an empty number. *call_after* is an agreed time to call.
    """

    outcome: Outcome
    text: str = ""
    call_after: int = 0

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row, rules = self.application(book), None
        if row.status == "withdrawn":
            raise Refusal("not-possible", "the applicant has withdrawn: nobody may call any more")
        rules = rules_of(book, row)
        status = _after(row, self.outcome, rules)
        called = self._called(row if status == row.status else moved(row, status, at=at), at)
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
        if is_held(row, rules, at=at, actor=actor):  # somebody else's by now, and stays so
            return [put(with_due(called, rules)), *log]
        return [self.stored(book, called, at=at, actor=actor), *log]

    def _called(self, row: Application, at: int) -> Application:
        handling = row.handling
        answered = self.outcome == "answered"
        values: dict[str, Any] = {
            "attempts": handling.attempts + 1,
            "unanswered": 0 if answered else handling.unanswered + 1,
            "called_at": max(at, handling.called_at),
            "outcome": self.outcome,
            "call_after": self.call_after,
            "reason": self.outcome if row.status == "invalid" else handling.reason,
        }
        return replace(row, handling=replace(handling, **values))


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
        return [put(replace(row, notes=notes)), *self.entry(row, "note", at=at, actor=actor, text=self.text.strip())]


class LogContact(ApplicationAction, frozen=True, kw_only=True, tag="application.access"):
    """Record that a phone was shown or copied, or a message made from a template (个人信息保护法 51)."""

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
        row = self.application(book)
        log = self.entry(row, "follow_up", at=at, actor=actor, about=self.call_after)
        kept = replace(row, handling=replace(row.handling, call_after=self.call_after))
        return [put(with_due(kept, rules_of(book, row))), *log]


class SetWishes(ApplicationAction, frozen=True, kw_only=True, tag="application.wishes"):
    """Keep what an applicant looks for."""

    wishes: Wishes

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.application(book)
        kept = replace(row, handling=replace(row.handling, wishes=self.wishes))
        return [put(kept), *self.entry(row, "wishes", at=at, actor=actor)]
