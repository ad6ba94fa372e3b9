"""How far HR is behind with the applications of the broadcast on screen, for its host."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from kzg_desktop.services import Backlog, Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.live.stage import Stage

__all__ = ["BacklogWatch"]

_EVERY_MS = 10_000
_FIRST_MS = 1500


class BacklogWatch(QObject):
    """Counts again every ten seconds. ``counted`` carries a :class:`kzg_desktop.services.Backlog`."""

    counted = Signal(object)

    def __init__(self, stage: Stage, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._desk = desk
        self._tasks = tasks
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.count)
        self._timer.start()
        stage.broadcast_opened.connect(self._on_opened)

    def count(self) -> None:
        """Count now."""
        if self._stage.broadcast_id and not self._tasks.running("live.backlog"):
            self._tasks.spawn("live.backlog", self._count())

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()
        self._tasks.cancel("live.backlog")

    def _on_opened(self) -> None:
        self._tasks.cancel("live.backlog")
        self.counted.emit(Backlog())
        QTimer.singleShot(_FIRST_MS, self, self.count)  # after what the page itself reads first

    async def _count(self) -> None:
        broadcast_id = self._stage.broadcast_id
        found = await self._desk.backlog(broadcast_id, now=self._stage.now_ms())
        if broadcast_id == self._stage.broadcast_id:
            self.counted.emit(found)
