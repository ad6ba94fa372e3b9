"""How many applicants each saved view holds, as it changes and as time goes by."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.views import Moment, View
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.tasks import Tasks

__all__ = ["ViewCounts"]

_REST_MS = 300
_LOOK_MS = 10_000


class ViewCounts(QObject):
    """Counts anew soon after `look_again`, and every ten seconds: time alone makes applicants due."""

    counted = Signal(object)
    """``dict[View, int]``."""

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self.counts: dict[View, int] = {}
        self._stale = False
        self._stopped = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look_again)

    def look_again(self) -> None:
        """Count soon."""
        self._stale = True
        if not self._rest.isActive():
            self._on_rested()

    def set_awake(self, awake: bool) -> None:
        """Keep up, or leave it while nobody looks."""
        if awake:
            self._look.start()
            self.look_again()
        else:
            self._look.stop()

    def stop(self) -> None:
        """Do nothing more."""
        self._stopped = True
        self._rest.stop()
        self._look.stop()
        self._tasks.cancel("hr.counts")

    def _on_rested(self) -> None:
        if self._stopped or not self._stale:
            return
        self._rest.start()
        if not self._tasks.running("hr.counts"):
            self._stale = False
            self._tasks.spawn("hr.counts", self._count())

    async def _count(self) -> None:
        self.counts = await self._desk.view_counts(Moment(self._desk.account_id, self._clock.now_ms()))
        self.counted.emit(self.counts)
