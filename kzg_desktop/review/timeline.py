"""A broadcast minute by minute: applications, cards as bands, what happened as marks, and any one moment of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from kzg_desktop.domain.attribution import on_air_at
from kzg_desktop.domain.entities import AirEvent, AirSegment
from kzg_desktop.review.facts import BroadcastFacts, Sent

__all__ = ["Band", "Moment", "Timeline", "moment_at", "timeline"]

MINUTE_MS = 60_000


class Band(Struct, frozen=True):
    """One card on air from *start* to *end* (UTC ms)."""

    segment: AirSegment
    start: int
    end: int


class Timeline(Struct, frozen=True, kw_only=True):
    """From ``start`` to ``end`` (UTC ms, whole minutes). ``minutes[i]`` counts what was sent in minute i after start.

    ``outside`` counts what was sent before or after; it is in no minute, but in every total.
    """

    start: int
    end: int
    minutes: tuple[int, ...]
    bands: tuple[Band, ...]
    marks: tuple[AirEvent, ...]
    viewers: tuple[tuple[int, int], ...]
    outside: int = 0


class Moment(Struct, frozen=True, kw_only=True):
    """A broadcast as it stood at ``at``: the card on air, how many had applied, and the latest of them."""

    at: int
    segment: AirSegment | None
    total: int
    latest: tuple[Sent, ...]


def timeline(facts: BroadcastFacts, *, gap_s: int = 600) -> Timeline:
    """Return the course of a broadcast: from its first card, or application, to its last card and what followed on it.

    Applications and events follow as long as none is more than *gap_s* after the one before, and for no longer than the
    broadcast itself (or *gap_s*): what came long after, such as the next day, would press it into a corner.
    """
    shown = [s for s in facts.segments if not s.rehearsal]
    times = [one.at for one in facts.sent]
    ends = [s.ended_at for s in shown if s.ended_at is not None]
    if not shown and not times:
        start = _minute(facts.broadcast.starts_at)
        return Timeline(start=start, end=start, minutes=(), bands=(), marks=(), viewers=())
    still_open = [times[-1]] if times and any(s.ended_at is None for s in shown) else []
    start = _minute(min(s.started_at for s in shown) if shown else times[0])
    last = max([*ends, *still_open, *(s.started_at for s in shown)]) if shown else times[-1]
    end = _minute(_followed(facts, last, gap_s * 1000, last - start) if shown else last) + MINUTE_MS
    counted = Counter((at - start) // MINUTE_MS for at in times if start <= at < end)
    return Timeline(
        start=start,
        end=end,
        minutes=tuple(counted.get(index, 0) for index in range((end - start) // MINUTE_MS)),
        bands=tuple(_band(s, last) for s in sorted(shown, key=lambda s: (s.started_at, s.id))),
        marks=tuple(event for event in facts.events if start <= event.at < end),
        viewers=tuple(facts.viewers),
        outside=len(times) - sum(counted.values()),
    )


def moment_at(facts: BroadcastFacts, at: int, *, latest: int = 50) -> Moment:
    """Return the broadcast as it stood at *at*: the feed as it stood, newest first, at most *latest* of it."""
    count = bisect_right(facts.sent, at, key=lambda one: one.at)
    newest: Sequence[Sent] = facts.sent[max(0, count - latest) : count]
    return Moment(at=at, segment=on_air_at(facts.segments, at), total=count, latest=tuple(reversed(newest)))


def _followed(facts: BroadcastFacts, last: int, gap_ms: int, length_ms: int) -> int:
    """Return the time of the last thing that follows on *last* without a gap, and within as long again."""
    until = last + max(gap_ms, length_ms)
    times = [*(one.at for one in facts.sent), *(event.at for event in facts.events)]
    for at in sorted(at for at in times if last < at <= until):
        if at - last > gap_ms:
            break
        last = at
    return last


def _band(segment: AirSegment, last: int) -> Band:
    end = segment.ended_at if segment.ended_at is not None else max(last, segment.started_at)
    return Band(segment, segment.started_at, end)


def _minute(at: int) -> int:
    return at - at % MINUTE_MS
