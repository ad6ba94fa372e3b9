"""Time on air: elapsed and planned, over and under, expected end. One function computes it, for every screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kzg_desktop.domain.attribution import open_segment
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import AirSegment, Broadcast, LineupItem

__all__ = ["SOON_OVER_S", "Rundown", "SteadyClock", "clock_text", "rundown"]

SOON_OVER_S = 30
"""A card's last seconds, in which its tally warns."""

_SESSION_GAP_MS = 4 * 3600 * 1000
"""A pause this long parts a rehearsal or yesterday's attempt from the broadcast that runs now."""


class Rundown(Struct, frozen=True, kw_only=True):
    """Where a broadcast stands.

    ``elapsed_s`` of ``planned_s`` is the card on air; ``over_s`` is how far it is over, negative before.
    ``live_s`` counts since the first card of this session went on air. ``lineup_s`` is the planned time of all cards
    that are not skipped; ``left_s`` of those still to come and of the rest of the card on air.
    ``ends_at`` is the expected end, ``drift_s`` how much later than planned that is (negative: earlier).
    """

    on_air: AirSegment | None
    elapsed_s: int
    planned_s: int
    over_s: int
    live_s: int
    lineup_s: int
    left_s: int
    ends_at: int
    drift_s: int

    @property
    def soon_over(self) -> bool:
        """Whether the card on air is in its last seconds, or over."""
        return self.on_air is not None and self.over_s >= -min(SOON_OVER_S, self.planned_s // 2)


def rundown(broadcast: Broadcast, items: Sequence[LineupItem], segments: Sequence[AirSegment], now_ms: int) -> Rundown:
    """Return where *broadcast* stands at *now_ms*."""
    on_air = open_segment(segments)
    elapsed_s = max(0, now_ms - on_air.started_at) // 1000 if on_air else 0
    planned_s = on_air.planned_s if on_air else 0
    shown = {segment.item_id for segment in segments}
    kept = [item for item in items if not item.skipped]
    left_s = sum(item.planned_s for item in kept if item.id not in shown) + max(0, planned_s - elapsed_s)
    begins_at = now_ms if segments else max(now_ms, broadcast.starts_at)
    ends_at = begins_at + left_s * 1000
    return Rundown(
        on_air=on_air,
        elapsed_s=elapsed_s,
        planned_s=planned_s,
        over_s=elapsed_s - planned_s,
        live_s=max(0, now_ms - _session_start(segments, now_ms)) // 1000,
        lineup_s=sum(item.planned_s for item in kept),
        left_s=left_s,
        ends_at=ends_at,
        drift_s=(ends_at - broadcast.starts_at) // 1000 - broadcast.planned_s,
    )


class SteadyClock:
    """Time of day for clocks on screen: it follows a jump forward (sleep) and ignores one back.

    Call :meth:`resync` when a new segment starts, so that both are stamped by the same time of day again.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.resync()

    def resync(self) -> None:
        """Take the computer's time of day as it is now."""
        self._wall_ms = self._clock.now_ms()
        self._monotonic_s = self._clock.monotonic_s()

    def now_ms(self) -> int:
        """Return UTC ms; never less than an earlier answer since the last resync."""
        passed_ms = int((self._clock.monotonic_s() - self._monotonic_s) * 1000)
        return max(self._wall_ms + passed_ms, self._clock.now_ms())


def clock_text(seconds: int, *, hours: bool = False) -> str:
    """Return ``mm:ss``, or ``hh:mm:ss`` from an hour on or when *hours* is asked for."""
    minutes, rest = divmod(max(0, seconds), 60)
    if hours or minutes >= 60:
        return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}"
    return f"{minutes:02}:{rest:02}"


def _session_start(segments: Iterable[AirSegment], now_ms: int) -> int:
    start = now_ms
    for segment in sorted(segments, key=lambda s: s.started_at, reverse=True):
        ended_at = segment.ended_at if segment.ended_at is not None else now_ms
        if start - ended_at > _SESSION_GAP_MS:
            break
        start = min(start, segment.started_at)
    return start
