"""What is on air: the mode, taking a card, clearing."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from kzg_desktop.domain.actions.base import BaseAction, Book, Write, existing, put
from kzg_desktop.domain.entities import AirEvent, AirEventKind, AirSegment, Broadcast, Job, Mode

__all__ = ["ClearAir", "SetMode", "TakeCard"]


class SetMode(BaseAction, frozen=True, kw_only=True, tag="broadcast.mode"):
    """Rehearse, go on air, or end: what is on air ends.

    Going where another desk has gone already changes nothing: its card stays on air.
    """

    permission: ClassVar[str] = "pin:write"
    broadcast_id: str
    mode: Mode
    event_id: str
    trigger: str = "key"

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = existing(book, Broadcast, self.broadcast_id).row
        assert isinstance(row, Broadcast)
        event = AirEvent(
            id=self.event_id,
            broadcast_id=self.broadcast_id,
            kind="mode",
            at=at,
            mode=self.mode,
            operator=actor,
            trigger=self.trigger,
        )
        there_already = self.mode == row.mode != "prepare"
        if row.mode_since > at or there_already:  # the first: made before the change that holds now, and late
            return [put(event)]  # told in the log alone
        ended = _ended(book.segments(self.broadcast_id), at)
        return [*ended, put(msgspec.structs.replace(row, mode=self.mode, mode_since=at)), put(event)]


def _ended(segments: list[AirSegment], at: int) -> list[Write]:
    """End at *at* whatever was on air then."""
    return [
        put(msgspec.structs.replace(s, ended_at=at))
        for s in segments
        if s.started_at <= at and (s.ended_at is None or s.ended_at > at)
    ]


class TakeCard(BaseAction, frozen=True, kw_only=True, tag="air.take"):
    """上墙: put a copy of a card on air; what was on air ends.

    A take that arrives late (made offline, or on a second desk) ends where the next segment begins, or where the
    broadcast left the mode that it was made in. One that was made after that, by a desk that had not heard of it, is
    told in the log and never stays on air.
    """

    permission: ClassVar[str] = "pin:write"
    segment_id: str
    broadcast_id: str
    item_id: str
    card: Job
    planned_s: int
    trigger: str = "key"
    rehearsal: bool = False
    findings: tuple[str, ...] = ()
    override: str = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        broadcast = existing(book, Broadcast, self.broadcast_id).row
        assert isinstance(broadcast, Broadcast)
        segments = [s for s in book.segments(self.broadcast_id) if s.rehearsal == self.rehearsal]
        later = [s.started_at for s in segments if s.started_at > at]
        if (
            broadcast.mode != _mode(rehearsal=self.rehearsal) and broadcast.mode_since
        ):  # 0: from before there were modes
            later.append(max(at, broadcast.mode_since))
        segment = AirSegment(
            id=self.segment_id,
            broadcast_id=self.broadcast_id,
            item_id=self.item_id,
            card=self.card,
            started_at=at,
            ended_at=min(later, default=None),
            planned_s=self.planned_s,
            operator=actor,
            trigger=self.trigger,
            rehearsal=self.rehearsal,
        )
        event = msgspec.structs.replace(
            _event("take", self.segment_id, segment, at=at, actor=actor, trigger=self.trigger),
            findings=self.findings,
            override=self.override,
        )
        return [*_ended(segments, at), put(segment), put(event)]


def _mode(*, rehearsal: bool) -> Mode:
    return "rehearse" if rehearsal else "on_air"


def _event(kind: AirEventKind, id_: str, segment: AirSegment, *, at: int, actor: str, trigger: str) -> AirEvent:
    """Return the line of the as-run log that tells what happened to *segment*."""
    return AirEvent(
        id=id_,
        broadcast_id=segment.broadcast_id,
        kind=kind,
        at=at,
        mode=_mode(rehearsal=segment.rehearsal),
        operator=actor,
        trigger=trigger,
        segment_id=segment.id,
        item_id=segment.item_id,
        employer_id=segment.card.employer_id,
        employer=segment.card.hiring_organization,
        title=segment.card.title,
    )


class ClearAir(BaseAction, frozen=True, kw_only=True, tag="air.clear"):
    """清屏: take whatever is on air off it.

    One that was recorded before there was an as-run log names no event; then the segment's id makes one.
    """

    permission: ClassVar[str] = "pin:write"
    broadcast_id: str
    event_id: str = ""
    trigger: str = "key"

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        ended = _ended(book.segments(self.broadcast_id), at)
        cleared = [write.row for write in ended if isinstance(write.row, AirSegment)]
        if not cleared:
            return []
        seen = max(cleared, key=lambda s: (not s.rehearsal, s.started_at, s.id))
        event_id = self.event_id or f"{seen.id}-clear"
        return [*ended, put(_event("clear", event_id, seen, at=at, actor=actor, trigger=self.trigger))]
