"""Cue, take and clear, with the guards that keep a slip of the hand off the air."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, Signal

from kzg_desktop.domain.actions import ClearAir, TakeCard
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import LineupItem
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.lineup import following, preceding
from kzg_desktop.errors import KzgError
from kzg_desktop.services import Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.live.stage import Stage

__all__ = ["LEAST_S_BETWEEN_TAKES", "Air"]

LEAST_S_BETWEEN_TAKES = 1.0


class Air(QObject):
    """What the keys and buttons of the on-air pane do. A take is recorded first and shown then."""

    busy_changed = Signal(bool)
    """A take is being recorded, or no longer."""
    hinted = Signal(str)
    """A take was not done; a quiet word why."""
    failed = Signal(str)
    """Something could not be recorded; nothing changed on air."""
    succeeded = Signal()

    def __init__(self, stage: Stage, desk: Desk, tasks: Tasks, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._busy = False
        self._taken_at_s = float("-inf")

    @property
    def busy(self) -> bool:
        """Whether a take is being recorded."""
        return self._busy

    def take(self, trigger: str = "key") -> None:
        """Put the next card on air."""
        item = self._stage.next
        if item is None:
            self.hinted.emit(self.tr("No card is next: cue one with Enter."))
        elif self._busy or self._clock.monotonic_s() - self._taken_at_s < LEAST_S_BETWEEN_TAKES:
            self.hinted.emit(self.tr("Ignored: less than a second after the last take."))
        else:
            self._set_busy(True)
            self._tasks.spawn("air.take", self._take(item, trigger))

    def clear(self) -> None:
        """Take whatever is on air off it; a take under way is waited for."""
        if (self._stage.on_air is not None or self._busy) and not self._tasks.running("air.clear"):
            self._tasks.spawn("air.clear", self._clear())

    def cue(self, item_id: str) -> None:
        """Make this card the next."""
        self._stage.cue(item_id)

    def cue_following(self) -> None:
        """Cue the card after the one that is next."""
        self._cue_neighbour(following(self._stage.items, self._next_id()))

    def cue_preceding(self) -> None:
        """Cue the card before the one that is next."""
        self._cue_neighbour(preceding(self._stage.items, self._next_id()))

    def _next_id(self) -> str | None:
        upcoming = self._stage.next
        return upcoming.id if upcoming else None

    def _cue_neighbour(self, item: LineupItem | None) -> None:
        if item is not None:
            self._stage.cue(item.id)

    async def _take(self, item: LineupItem, trigger: str) -> None:
        try:
            async with self._one_at_a_time:
                await self._record(item, trigger)
        finally:
            self._set_busy(False)

    async def _record(self, item: LineupItem, trigger: str) -> None:
        card = self._stage.job(item)
        if card is None:
            self.failed.emit(self.tr("This job is no longer available. Choose another card."))
            return
        action = TakeCard(
            segment_id=new_id(),
            broadcast_id=item.broadcast_id,
            item_id=item.id,
            card=card,
            planned_s=item.planned_s,
            trigger=trigger,
        )
        try:
            await self._desk.act(action)
        except KzgError as error:
            self.failed.emit(self.tr("Not taken, the air is unchanged: {0}").format(error))
            return
        self._taken_at_s = self._clock.monotonic_s()
        if self._stage.cued_id == item.id:
            self._stage.cue(None)
        self.succeeded.emit()

    async def _clear(self) -> None:
        async with self._one_at_a_time:
            try:
                await self._desk.act(ClearAir(broadcast_id=self._stage.broadcast_id, event_id=new_id()))
            except KzgError as error:
                self.failed.emit(self.tr("Not cleared, the card is still on air: {0}").format(error))
                return
        self.succeeded.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)
