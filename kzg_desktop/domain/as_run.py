"""The as-run log: what went on air, line by line, as it happened."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from kzg_desktop.domain.entities import AirEvent, AirEventKind, AirSegment, Broadcast, Mode

__all__ = ["AsRunLine", "as_run"]


class AsRunLine(Struct, frozen=True, kw_only=True):
    """One thing that happened to the air at ``at`` (UTC ms).

    Of a take, ``planned_s`` is how long the card was meant to stay and ``on_air_s`` how long it did, None while it is
    still on air; ``over_s`` is how much longer that was, negative when shorter.
    """

    id: str
    at: int
    kind: AirEventKind
    mode: Mode
    operator: str
    trigger: str
    employer: str = ""
    title: str = ""
    planned_s: int | None = None
    on_air_s: int | None = None
    findings: tuple[str, ...] = ()
    override: str = ""

    @property
    def over_s(self) -> int | None:
        """How much longer than planned the card was on air."""
        if self.on_air_s is None or self.planned_s is None:
            return None
        return self.on_air_s - self.planned_s


def as_run(broadcast: Broadcast, events: Iterable[AirEvent], segments: Iterable[AirSegment]) -> list[AsRunLine]:
    """Return one line for each event of *broadcast*, oldest first; rows of other broadcasts are passed over.

    A segment that no event tells of was taken before there was a log, and has its line from what it says itself.
    """
    taken = {segment.id: segment for segment in segments if segment.broadcast_id == broadcast.id}
    told = [event for event in events if event.broadcast_id == broadcast.id]
    logged = {event.segment_id for event in told if event.kind == "take"}
    told += [_unlogged(segment) for segment in taken.values() if segment.id not in logged]
    lines = [_line(event, taken.get(event.segment_id) if event.kind == "take" else None) for event in told]
    return sorted(lines, key=lambda line: (line.at, line.id))


def _line(event: AirEvent, segment: AirSegment | None) -> AsRunLine:
    return AsRunLine(
        id=event.id,
        at=event.at,
        kind=event.kind,
        mode=event.mode,
        operator=event.operator,
        trigger=event.trigger,
        employer=event.employer,
        title=event.title,
        planned_s=segment.planned_s if segment is not None else None,
        on_air_s=_on_air_s(segment) if segment is not None else None,
        findings=event.findings,
        override=event.override,
    )


def _on_air_s(segment: AirSegment) -> int | None:
    return None if segment.ended_at is None else max(0, segment.ended_at - segment.started_at) // 1000


def _unlogged(segment: AirSegment) -> AirEvent:
    return AirEvent(
        id=segment.id,
        broadcast_id=segment.broadcast_id,
        kind="take",
        at=segment.started_at,
        mode="rehearse" if segment.rehearsal else "on_air",
        operator=segment.operator,
        trigger=segment.trigger,
        segment_id=segment.id,
        item_id=segment.item_id,
        employer_id=segment.card.employer_id,
        employer=segment.card.hiring_organization,
        title=segment.card.title,
    )
