"""Cue, take, clear and mode, with the guards that keep a slip of the hand off the air."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kzg_desktop.domain.actions import Action, ClearAir, PlanLineupItem, SetMode, TakeCard
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import LineupItem, Mode
from kzg_desktop.domain.guards import Obstacle, needs_reason, stopping
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.lineup import following, preceding
from kzg_desktop.errors import KzgError
from kzg_desktop.services import Desk
from kzg_desktop.studio.state import Outcome, OutcomeCode
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.live.stage import Stage

__all__ = ["LEAST_S_BETWEEN_TAKES", "Air"]

LEAST_S_BETWEEN_TAKES = 1.0


class Air(QObject):
    """What keys, buttons and controllers do to the air. Everything is recorded first and shown then."""

    busy_changed = Signal(bool)
    """A take is being recorded, or no longer."""
    hinted = Signal(str)
    """A take was not done, or needs a look; a quiet word why."""
    failed = Signal(str)
    """Something could not be recorded; nothing changed on air."""
    succeeded = Signal()
    answer_needed = Signal(str, object)
    """A take of this item (id) waits for a word from the host about a list of obstacles."""

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

    # --- take and clear

    def take(self, trigger: str = "key") -> None:
        """Put the next card on air."""
        item = self._stage.next
        if self._refusal(item) is None and item is not None:
            self._spawn_take(item, trigger, override=None)

    def take_anyway(self, item_id: str, override: str, trigger: str = "key") -> None:
        """Put that card on air whatever stands against it, for the reason that the host gave."""
        item = next((i for i in self._stage.items if i.id == item_id), None)
        if item is None:
            self.hinted.emit(self.tr("That card is no longer in the lineup."))
        elif self._refusal(item, override) is None:
            self._spawn_take(item, trigger, override)

    async def take_now(self, trigger: str) -> Outcome:
        """Put the next card on air and return what became of it."""
        item = self._stage.next
        refusal = self._refusal(item)
        if refusal is not None or item is None:
            return refusal or Outcome(code="nothing-next")
        self._set_busy(True)
        return await self._take(item, trigger, override=None)

    def clear(self, trigger: str = "key") -> None:
        """Take whatever is on air off it; a take under way is waited for."""
        if (self._stage.on_air is not None or self._busy) and not self._tasks.running("air.clear"):
            self._tasks.spawn("air.clear", self.clear_now(trigger))

    async def clear_now(self, trigger: str) -> Outcome:
        """Take whatever is on air off it and return what became of it."""
        if (refusal := self._without_right()) is not None:
            return refusal
        async with self._one_at_a_time:
            if self._stage.on_air is None:
                return Outcome(code="nothing-on-air")
            action = ClearAir(broadcast_id=self._stage.broadcast_id, event_id=new_id(), trigger=trigger)
            return await self._do(action, self.tr("Not cleared, the card is still on air: {0}"))

    # --- what is next

    def cue(self, item_id: str) -> None:
        """Make this card the next."""
        self._stage.cue(item_id)

    def cue_following(self) -> None:
        """Cue the card after the one that is next."""
        self._cue_neighbour(following(self._stage.items, self._next_id()))

    def cue_preceding(self) -> None:
        """Cue the card before the one that is next."""
        self._cue_neighbour(preceding(self._stage.items, self._next_id()))

    # --- the broadcast

    def set_mode(self, mode: Mode, trigger: str = "key") -> None:
        """Rehearse, go on air, or end; whoever calls has asked the host where that is due."""
        if self._stage.broadcast is not None and self._stage.broadcast.mode != mode:
            self._tasks.spawn("air.mode", self._set_mode(mode, trigger))

    async def set_mode_now(self, mode: Mode, trigger: str = "key") -> Outcome:
        """Do what :meth:`set_mode` does and return what became of it."""
        return await self._set_mode(mode, trigger)

    def add_time(self, seconds: int) -> None:
        """Plan the card on air for that much longer, or shorter."""
        if not self._tasks.running("air.time"):
            self._tasks.spawn("air.time", self.add_time_now(seconds))

    async def add_time_now(self, seconds: int) -> Outcome:
        """Do what :meth:`add_time` does and return what became of it."""
        on_air = self._stage.on_air
        item = next((i for i in self._stage.items if on_air is not None and i.id == on_air.item_id), None)
        if item is None:
            return self._hint("nothing-on-air", self.tr("Nothing is on air to give time to."))
        action = PlanLineupItem(item_id=item.id, planned_s=max(10, item.planned_s + seconds))
        return await self._do(action, self.tr("The time is unchanged: {0}"))

    # --- inside

    def _next_id(self) -> str | None:
        upcoming = self._stage.next
        return upcoming.id if upcoming else None

    def _cue_neighbour(self, item: LineupItem | None) -> None:
        if item is not None:
            self._stage.cue(item.id)

    def _refusal(self, item: LineupItem | None, override: str | None = None) -> Outcome | None:
        """Return why there is no take, having said so; None when it may go ahead."""
        if (refusal := self._without_right() or self._not_live()) is not None:
            return refusal
        if item is None:
            return self._hint("nothing-next", self.tr("No card is next: cue one with Enter."))
        if self._busy or self._clock.monotonic_s() - self._taken_at_s < LEAST_S_BETWEEN_TAKES:
            return self._hint("too-soon", self.tr("Ignored: less than a second after the last take."))
        return self._held_back(item, self._stage.obstacles(item), override)

    def _without_right(self) -> Outcome | None:
        if self._desk.may("pin:write"):
            return None
        return self._hint("failed", self.tr("Your account may not change what viewers see."))

    def _not_live(self) -> Outcome | None:
        if self._stage.mode != "prepare":
            return None
        return self._hint("not-live", self.tr("Not live yet: rehearse, or go on air first."))

    def _held_back(self, item: LineupItem, found: Sequence[Obstacle], override: str | None) -> Outcome | None:
        """Ask the host about a card that viewers would see; *override* is the answer, "" one without a reason."""
        against = stopping(found)
        if not against or self._stage.mode != "on_air":
            return None
        if override or (override is not None and not needs_reason(against)):
            return None
        self.answer_needed.emit(item.id, against)
        code: OutcomeCode = "full" if against[0].code == "filled" else "blocked"
        return Outcome(code=code, detail=", ".join(code for obstacle in against for code in obstacle.codes))

    def _spawn_take(self, item: LineupItem, trigger: str, override: str | None) -> None:
        self._set_busy(True)
        self._tasks.spawn("air.take", self._take(item, trigger, override))

    async def _take(self, item: LineupItem, trigger: str, override: str | None) -> Outcome:
        try:
            async with self._one_at_a_time:
                return await self._record(item, trigger, override)
        finally:
            self._set_busy(False)

    async def _record(self, item: LineupItem, trigger: str, override: str | None) -> Outcome:
        card = self._stage.job(item)
        if card is None:
            return self._fail(self.tr("This job is no longer available. Choose another card."))
        against = self._stage.obstacles(item)
        # Once more: mode and card may have changed while another action was being recorded.
        if (refusal := self._not_live() or self._held_back(item, against, override)) is not None:
            return refusal
        action = TakeCard(
            segment_id=new_id(),
            broadcast_id=item.broadcast_id,
            item_id=item.id,
            card=card,
            planned_s=item.planned_s,
            trigger=trigger,
            rehearsal=self._stage.mode == "rehearse",
            findings=tuple(code for obstacle in against for code in obstacle.codes),
            override=override or "",
        )
        outcome = await self._do(action, self.tr("Not taken, the air is unchanged: {0}"))
        if outcome.done:
            self._taken_at_s = self._clock.monotonic_s()
            self._stage.begin(action.segment_id)
            if self._stage.cued_id == item.id:
                self._stage.cue(None)
            self._warn([obstacle.code for obstacle in against])
        return outcome

    def _warn(self, codes: Sequence[str]) -> None:
        """Say after a take what the host should know of the card."""
        if self._stage.mode == "rehearse" and "ad" in codes:
            self.hinted.emit(self.tr("On air this card would be stopped by the advertisement check."))
        elif "full" in codes or "filled" in codes:
            self.hinted.emit(self.tr("No seat is left: viewers are told that there is a waiting list."))
        elif "expired" in codes:
            self.hinted.emit(self.tr("This advertisement's last valid day has passed."))

    async def _set_mode(self, mode: Mode, trigger: str) -> Outcome:
        if (refusal := self._without_right()) is not None:
            return refusal
        async with self._one_at_a_time:
            action = SetMode(broadcast_id=self._stage.broadcast_id, mode=mode, event_id=new_id(), trigger=trigger)
            return await self._do(action, self.tr("The mode is unchanged: {0}"))

    async def _do(self, action: Action, on_failure: str) -> Outcome:
        try:
            await self._desk.act(action)
        except KzgError as error:
            return self._fail(on_failure.format(error))
        self.succeeded.emit()
        return Outcome(code="done")

    def _hint(self, code: OutcomeCode, words: str) -> Outcome:
        self.hinted.emit(words)
        return Outcome(code=code, detail=words)

    def _fail(self, words: str) -> Outcome:
        self.failed.emit(words)
        return Outcome(code="failed", detail=words)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)
