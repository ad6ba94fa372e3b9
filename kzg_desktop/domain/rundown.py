"""Time on air: elapsed and planned, over and under, expected end. One function computes it, for every screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.attribution import open_segment
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import AirSegment, Broadcast, LineupItem

__all__ = ["SOON_OVER_S", "Phase", "Rundown", "SteadyClock", "clock_text", "of_mode", "rundown"]

Phase: TypeAlias = Literal["ok", "warning", "danger"]
"""How a card stands with its planned time: within it, in its last seconds, over it."""

SOON_OVER_S = 30
"""A card's last seconds, in which its tally warns."""


class Rundown(Struct, frozen=True, kw_only=True):
    """Where a broadcast stands.

    ``elapsed_s`` of ``planned_s`` is the card on air; ``over_s`` is how far it is over, negative before.
    ``live_s`` counts since the broadcast went on air, or its rehearsal began. ``lineup_s`` is the planned time of all
    cards that are not skipped; ``left_s`` of those still to come and of the rest of the card on air.
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
    def phase(self) -> Phase:
        """How the card on air stands with its planned time; "ok" when nothing is on air."""
        if self.on_air is None or self.over_s < -min(SOON_OVER_S, self.planned_s // 2):
            return "ok"
        return "danger" if self.over_s >= 0 else "warning"


def of_mode(broadcast: Broadcast, segments: Iterable[AirSegment]) -> list[AirSegment]:
    """Return the segments that count now: those of this rehearsal while rehearsing, else all that viewers saw."""
    if broadcast.mode == "rehearse":
        return [s for s in segments if s.rehearsal and s.started_at >= broadcast.mode_since]
    return [s for s in segments if not s.rehearsal]


def rundown(broadcast: Broadcast, items: Sequence[LineupItem], segments: Sequence[AirSegment], now_ms: int) -> Rundown:
    """Return where *broadcast* stands at *now_ms*, by the *segments* that count in its mode.

    A card's planned time is its lineup item's as it is now, so that a host can give it another minute on air.
    """
    on_air = open_segment(segments)
    elapsed_s = max(0, now_ms - on_air.started_at) // 1000 if on_air else 0
    planned_s = _planned(on_air, items) if on_air else 0
    shown = {segment.item_id for segment in segments}
    kept = [item for item in items if not item.skipped]
    left_s = sum(item.planned_s for item in kept if item.id not in shown) + max(0, planned_s - elapsed_s)
    begun = bool(segments) or broadcast.mode != "prepare"
    begins_at = now_ms if begun else max(now_ms, broadcast.starts_at)
    ends_at = begins_at + left_s * 1000
    return Rundown(
        on_air=on_air,
        elapsed_s=elapsed_s,
        planned_s=planned_s,
        over_s=elapsed_s - planned_s,
        live_s=max(0, now_ms - broadcast.mode_since) // 1000 if broadcast.mode != "prepare" else 0,
        lineup_s=sum(item.planned_s for item in kept),
        left_s=left_s,
        ends_at=ends_at,
        drift_s=(ends_at - broadcast.starts_at) // 1000 - broadcast.planned_s,
    )


class SteadyClock:
    """Time of day for clocks on screen: it follows a jump forward (sleep) and ignores one back.

    Call :meth:`resync` when a new segment starts, so that both are stamped by the same time of day again, and
    :meth:`align` where something tells what time it is by the hub's clock, which this computer's may differ from.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._offset_ms = 0
        self.resync()

    def resync(self) -> None:
        """Take the computer's time of day as it is now."""
        self._wall_ms = self._clock.now_ms()
        self._monotonic_s = self._clock.monotonic_s()

    def align(self, now_ms: int) -> None:
        """Take *now_ms* for the time that it is now, and go on from there."""
        self._offset_ms += now_ms - self.now_ms()

    def now_ms(self) -> int:
        """Return UTC ms; never less than an earlier answer since the last resync or alignment."""
        passed_ms = int((self._clock.monotonic_s() - self._monotonic_s) * 1000)
        return max(self._wall_ms + passed_ms, self._clock.now_ms()) + self._offset_ms


def clock_text(seconds: int, *, hours: bool = False) -> str:
    """Return ``mm:ss``, or ``hh:mm:ss`` from an hour on or when *hours* is asked for."""
    minutes, rest = divmod(max(0, seconds), 60)
    if hours or minutes >= 60:
        return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}"
    return f"{minutes:02}:{rest:02}"


def _planned(on_air: AirSegment, items: Iterable[LineupItem]) -> int:
    return next((item.planned_s for item in items if item.id == on_air.item_id), on_air.planned_s)
