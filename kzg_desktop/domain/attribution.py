"""Which card was on air when an application was sent."""

from __future__ import annotations

from collections.abc import Iterable

from kzg_desktop.domain.entities import AirSegment

__all__ = ["on_air_at", "open_segment"]


def on_air_at(segments: Iterable[AirSegment], at: int) -> AirSegment | None:
    """Return what viewers saw at *at*: started at or before it, not ended at or before it; the latest if several.

    Viewers see no rehearsal.
    """
    best: AirSegment | None = None
    for segment in segments:
        if segment.rehearsal:
            continue
        started = segment.started_at <= at
        still_on = segment.ended_at is None or segment.ended_at > at
        if started and still_on and (best is None or (segment.started_at, segment.id) > (best.started_at, best.id)):
            best = segment
    return best


def open_segment(segments: Iterable[AirSegment]) -> AirSegment | None:
    """Return the segment that has not ended, the latest if several."""
    still_on = [s for s in segments if s.ended_at is None]
    return max(still_on, key=lambda s: (s.started_at, s.id), default=None)
