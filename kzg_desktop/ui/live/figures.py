"""Reads the broadcast's figures, not more often than a person can follow."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from kzg_desktop.services import Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.live.stage import Stage

__all__ = ["MINUTES_SHOWN", "Figures", "per_minute"]

MINUTES_SHOWN = 30
_MINUTES_IN_MOTION = 2
_GATHER_MS = 500


class Figures(QObject):
    """Hands the stage new counts after applications changed, and when a minute begins."""

    def __init__(self, stage: Stage, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._desk = desk
        self._tasks = tasks
        self._minute = 0
        self._whole = True
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self.read)
        stage.broadcast_opened.connect(self._read_whole)

    def follow(self, *, reset: bool = False) -> None:
        """Applications changed; after a reset, perhaps old ones."""
        self._whole |= reset
        if not self._gather.isActive():
            self._gather.start()

    def tick(self) -> None:
        """Time went on."""
        minute = self._stage.now_ms() // 60_000
        if minute != self._minute:
            self._minute = minute
            self.follow(reset=True)

    def read(self) -> None:
        """Read the figures now."""
        if not self._stage.broadcast_id:
            self._tasks.cancel("feed.figures")
        elif not self._tasks.running("feed.figures"):
            self._tasks.spawn("feed.figures", self._read())
        else:
            self._gather.start()

    def stop(self) -> None:
        """Do nothing more."""
        self._gather.stop()
        self._tasks.cancel("feed.figures")

    def _read_whole(self) -> None:
        self._whole = True
        self.read()

    async def _read(self) -> None:
        """Read the last minutes; now and then all, since rows of earlier minutes may come in late."""
        broadcast_id, whole = self._stage.broadcast_id, self._whole
        self._whole = False
        now = self._stage.now_ms() // 60_000
        since = now - (MINUTES_SHOWN if whole else _MINUTES_IN_MOTION) + 1
        counts = await self._desk.feed_counts(broadcast_id, since_minute=since)
        if broadcast_id != self._stage.broadcast_id:
            return
        if not whole:
            earlier = {minute: n for minute, n in self._stage.counts.per_minute.items() if minute < since}
            counts = replace(counts, per_minute=earlier | counts.per_minute)
        self._stage.count(counts)


def per_minute(by_minute: dict[int, int], now_ms: int) -> list[int]:
    """Return the applications of the last `MINUTES_SHOWN` minutes, the present one last."""
    now = now_ms // 60_000
    return [by_minute.get(minute, 0) for minute in range(now - MINUTES_SHOWN + 1, now + 1)]
