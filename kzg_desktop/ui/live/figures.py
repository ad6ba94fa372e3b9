"""Reads the broadcast's figures, not more often than a person can follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from kzg_desktop.services import Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.live.stage import Stage

__all__ = ["MINUTES_SHOWN", "Figures", "per_minute"]

MINUTES_SHOWN = 30
_GATHER_MS = 300


class Figures(QObject):
    """Hands the stage new counts after applications changed, and when a minute begins."""

    def __init__(self, stage: Stage, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._desk = desk
        self._tasks = tasks
        self._minute = 0
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self.read)
        stage.broadcast_opened.connect(self.read)

    def follow(self) -> None:
        """Applications changed."""
        if not self._gather.isActive():
            self._gather.start()

    def tick(self) -> None:
        """Time went on."""
        minute = self._stage.now_ms() // 60_000
        if minute != self._minute:
            self._minute = minute
            self.follow()

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

    async def _read(self) -> None:
        broadcast_id = self._stage.broadcast_id
        since = self._stage.now_ms() // 60_000 - MINUTES_SHOWN + 1
        counts = await self._desk.feed_counts(broadcast_id, since_minute=since)
        if broadcast_id == self._stage.broadcast_id:
            self._stage.count(counts)


def per_minute(by_minute: dict[int, int], now_ms: int) -> list[int]:
    """Return the applications of the last `MINUTES_SHOWN` minutes, the present one last."""
    now = now_ms // 60_000
    return [by_minute.get(minute, 0) for minute in range(now - MINUTES_SHOWN + 1, now + 1)]
