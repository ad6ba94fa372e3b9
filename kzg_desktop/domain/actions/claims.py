"""One owner at a time: claiming an application, letting go of it, handing it over."""

from __future__ import annotations

from msgspec.structs import replace

from kzg_desktop.domain.actions.base import Book, Write
from kzg_desktop.domain.actions.handling import ApplicationAction, is_held, kept, rules_of
from kzg_desktop.errors import Refusal

__all__ = ["ClaimApplication", "HandOver", "ReleaseApplication"]

_LONGEST_ID = 200


class ClaimApplication(ApplicationAction, frozen=True, kw_only=True, tag="application.claim"):
    """认领: work on an application that nobody works on. The first one wins; the others learn who has it.

    Claiming what one has already keeps it for longer, and is nothing to be logged.
    """

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.processed(book)
        if is_held(row, rules_of(book, row), at=at, actor=actor):
            raise Refusal("claimed", row.owner)
        log = [] if row.owner == actor else self.entry(row, "claim", at=at, actor=actor, before=row.owner, after=actor)
        return [self.stored(book, row, at=at, actor=actor), *log]


class ReleaseApplication(ApplicationAction, frozen=True, kw_only=True, tag="application.release"):
    """Let go of one's own application, so that others can take it."""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.application(book)
        if row.owner != actor:
            return []
        return [kept(book, replace(row, owner="")), *self.entry(row, "release", at=at, actor=actor, before=actor)]


class HandOver(ApplicationAction, frozen=True, kw_only=True, tag="application.hand_over"):
    """转交: give an application to a colleague. Taking one from somebody who works on it needs a reason.

    Giving it to whom it belongs already changes nothing.
    """

    to: str
    reason: str = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self.processed(book)
        if not 0 < len(self.to) <= _LONGEST_ID:
            raise Refusal("not-possible", "say to whom")
        if self.to == row.owner:
            return []
        if is_held(row, rules_of(book, row), at=at, actor=actor) and not self.reason.strip():
            raise Refusal("claimed", row.owner)
        since = max(at, row.handling.owned_since)
        given = replace(row, owner=self.to, handling=replace(row.handling, owned_since=since))
        log = self.entry(row, "hand_over", at=at, actor=actor, before=row.owner, after=self.to, text=self.reason)
        return [kept(book, given), *log]
