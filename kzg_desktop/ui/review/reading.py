"""Reading what the page shows: one broadcast at a time, totals of all, never an answer under another broadcast."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import KzgError
from kzg_desktop.review.airings import CardMinutes, card_minutes
from kzg_desktop.review.desk import ReviewDesk, review_of
from kzg_desktop.review.spread import NOTHING_SPREAD, read_spread
from kzg_desktop.review.sums import Sums, sums
from kzg_desktop.review.whole import Review
from kzg_desktop.tasks import Tasks

__all__ = ["Opened", "ReviewReading"]

_OPENING = "review.open"
_TOTALS = "review.totals"
_PATIENCE_MS = 500
"""What takes longer shows that it runs."""


class Opened(Struct, frozen=True):
    """A review with what only its page needs."""

    review: Review
    minutes: list[CardMinutes]
    sums: Sums


def _opened(review: Review, now: int) -> Opened:
    minutes = card_minutes(review.attributed, review.facts.segments, until=now)
    return Opened(review, minutes, sums(review.attributed))


class ReviewReading(QObject):
    """``opened`` carries an :class:`Opened`, ``totalled`` a Spread, ``waiting`` whether a reading takes its time."""

    opened = Signal(object)
    totalled = Signal(object)
    waiting = Signal(bool)
    failed = Signal(object)

    def __init__(self, desk: ReviewDesk, tasks: Tasks, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.waiting.emit(True))
        self._wanted: tuple[str, int] | None = None

    def stop(self) -> None:
        """Read no more."""
        self._wanted = None
        self._patience.stop()
        self._tasks.cancel(_OPENING)
        self._tasks.cancel(_TOTALS)

    def open(self, broadcast_id: str, lag_s: int) -> None:
        """Read that broadcast; whatever was being read is not wanted any more."""
        self._wanted = broadcast_id, lag_s
        self._patience.start()
        self._tasks.spawn(_OPENING, self._guarded(self._open(broadcast_id, lag_s)))

    def read_totals(self) -> None:
        """Count all broadcasts."""
        self._tasks.spawn(_TOTALS, self._guarded(self._read_totals()))

    async def _open(self, broadcast_id: str, lag_s: int) -> None:
        try:
            broadcast = next((one for one in self._desk.broadcasts() if one.id == broadcast_id), None)
            if broadcast is None:
                return
            review = await review_of(self._desk, self._clock, broadcast, lag_s=lag_s)
            found = await asyncio.to_thread(_opened, review, self._clock.now_ms())
            if self._wanted == (broadcast_id, lag_s):
                self.opened.emit(found)
        finally:
            if self._wanted == (broadcast_id, lag_s):
                self._patience.stop()
                self.waiting.emit(False)

    async def _read_totals(self) -> None:
        self.totalled.emit(await self._desk.ask(read_spread, NOTHING_SPREAD))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KzgError as error:
            self.failed.emit(error)
