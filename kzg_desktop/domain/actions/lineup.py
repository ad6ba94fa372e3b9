"""A broadcast and its lineup."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from kzg_desktop.domain.actions.base import BaseAction, Book, Write, existing, put
from kzg_desktop.domain.attribution import open_segment
from kzg_desktop.domain.entities import Broadcast, Job, LineupItem, Mode
from kzg_desktop.errors import Refusal

__all__ = ["AddToLineup", "MoveInLineup", "PlanLineupItem", "PutBroadcast", "RemoveFromLineup", "SkipLineupItem"]


class PutBroadcast(BaseAction, frozen=True, kw_only=True, tag="broadcast.put"):
    """Create a broadcast or replace its fields; its mode is :class:`SetMode`'s."""

    permission: ClassVar[str] = "lineup:write"
    broadcast: Broadcast

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get("broadcast", self.broadcast.id)
        before = found.row if found is not None and isinstance(found.row, Broadcast) else None
        mode: Mode = before.mode if before is not None else "prepare"
        since = before.mode_since if before is not None else 0
        return [put(msgspec.structs.replace(self.broadcast, mode=mode, mode_since=since))]


class AddToLineup(BaseAction, frozen=True, kw_only=True, tag="lineup.add"):
    """Put a job into a broadcast's lineup."""

    permission: ClassVar[str] = "lineup:write"
    item: LineupItem

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        existing(book, Broadcast, self.item.broadcast_id)
        job = existing(book, Job, self.item.job_id).row
        return [put(msgspec.structs.replace(self.item, employer_id=job.scope))]


class _ItemAction(BaseAction, frozen=True, kw_only=True):
    permission: ClassVar[str] = "lineup:write"
    item_id: str

    def _item(self, book: Book) -> LineupItem:
        row = existing(book, LineupItem, self.item_id).row
        assert isinstance(row, LineupItem)
        return row


class MoveInLineup(_ItemAction, frozen=True, kw_only=True, tag="lineup.move"):
    """Give a lineup item another position."""

    position: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        return [put(msgspec.structs.replace(self._item(book), position=self.position))]


class PlanLineupItem(_ItemAction, frozen=True, kw_only=True, tag="lineup.plan"):
    """Set how long a card is meant to be on air."""

    planned_s: int

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        if not 0 < self.planned_s <= 4 * 3600:
            raise Refusal("not-possible", "a card is planned for one second to four hours")
        return [put(msgspec.structs.replace(self._item(book), planned_s=self.planned_s))]


class SkipLineupItem(_ItemAction, frozen=True, kw_only=True, tag="lineup.skip"):
    """Leave a card out of this broadcast, or take it in again."""

    skipped: bool

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        item = self._item(book)
        if self.skipped:
            _not_showing(book, item)
        return [put(msgspec.structs.replace(item, skipped=self.skipped))]


class RemoveFromLineup(_ItemAction, frozen=True, kw_only=True, tag="lineup.remove"):
    """Take a card out of the lineup; its air segments stay."""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        if book.get("lineup_item", self.item_id) is None:
            return []
        _not_showing(book, self._item(book))
        return [Write("lineup_item", self.item_id, None)]


def _not_showing(book: Book, item: LineupItem) -> None:
    """Keep what viewers see now from being pulled away under the host."""
    showing = open_segment(s for s in book.segments(item.broadcast_id) if not s.rehearsal)
    if showing is not None and showing.item_id == item.id:
        raise Refusal("not-possible", "this card is on air: take another or clear it first")
