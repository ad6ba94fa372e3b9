"""The live desk as controllers see it: keys of a Stream Deck, scripts, the command line."""

from __future__ import annotations

from collections.abc import Callable

from kzg_desktop.domain.entities import AirSegment, Job
from kzg_desktop.domain.guards import Light
from kzg_desktop.domain.lineup import LineupRow
from kzg_desktop.studio.state import CardClock, ControlState, Outcome, Slot
from kzg_desktop.ui.live.air import Air
from kzg_desktop.ui.live.stage import Stage
from kzg_desktop.widgets.text import pay_short

__all__ = ["Remote"]


class Remote:
    """Implements :class:`kzg_desktop.studio.state.Controls` over a live desk, with the guards of its own keys."""

    def __init__(self, stage: Stage, air: Air) -> None:
        self._stage = stage
        self._air = air

    def state(self) -> ControlState:
        """Return where the broadcast stands now."""
        broadcast, rundown = self._stage.broadcast, self._stage.rundown()
        if broadcast is None or rundown is None:
            return ControlState()
        rows = {row.item.id: row for row in self._stage.rows()}
        upcoming, on_air = self._stage.next, self._stage.on_air
        clock = CardClock(
            elapsed_s=rundown.elapsed_s, planned_s=rundown.planned_s, over_s=rundown.over_s, phase=rundown.phase
        )
        return ControlState(
            broadcast_id=broadcast.id,
            broadcast=broadcast.title,
            mode=broadcast.mode,
            on_air=_slot_on_air(on_air, rows.get(on_air.item_id)) if on_air is not None else None,
            clock=clock if on_air is not None else None,
            next=_slot(rows.get(upcoming.id)) if upcoming is not None else None,
            ends_at=rundown.ends_at,
            drift_s=rundown.drift_s,
            applications=self._stage.counts.total,
        )

    async def take(self, trigger: str) -> Outcome:
        """Put the next card on air."""
        return await self._air.take_now(trigger)

    async def clear(self, trigger: str) -> Outcome:
        """Take the card off air."""
        return await self._air.clear_now(trigger)

    async def cue_following(self) -> Outcome:
        """Make the card after the next one the next."""
        return self._cued(self._air.cue_following)

    async def cue_preceding(self) -> Outcome:
        """Make the card before the next one the next."""
        return self._cued(self._air.cue_preceding)

    async def cue(self, number: int) -> Outcome:
        """Make the card at that place of the lineup the next."""
        if not 0 < number <= len(self._stage.items):
            return Outcome(code="nothing-next", detail=f"the lineup has no card {number}")
        self._air.cue(self._stage.items[number - 1].id)
        return Outcome(code="done")

    async def add_time(self, seconds: int) -> Outcome:
        """Plan the card on air for that much longer."""
        return await self._air.add_time_now(seconds)

    def _cued(self, cue: Callable[[], None]) -> Outcome:
        before = self._stage.next
        cue()
        after = self._stage.next
        if after is None or (before is not None and before.id == after.id):
            return Outcome(code="nothing-next", detail="there is no further card")
        return Outcome(code="done")


def _slot(row: LineupRow | None) -> Slot | None:
    if row is None or row.standing is None:
        return None
    return _slot_of(row.standing.job, row.item.id, row.number, row.standing.light)


def _slot_on_air(segment: AirSegment, row: LineupRow | None) -> Slot:
    """Return the copy that is shown, whatever became of its job and its place since."""
    light = row.standing.light if row is not None and row.standing is not None else "ok"
    return _slot_of(segment.card, segment.item_id, row.number if row is not None else 0, light)


def _slot_of(job: Job, item_id: str, number: int, light: Light) -> Slot:
    return Slot(
        item_id=item_id,
        number=number,
        title=job.title,
        employer=job.hiring_organization,
        pay=pay_short(job.pay),
        light=light,
    )
