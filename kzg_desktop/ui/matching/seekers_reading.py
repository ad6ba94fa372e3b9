"""Reads who would fit a job, and reads it again when something about it changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk, Seekers
from kzg_desktop.services import ApplicationsChanged, DeskEvent, RowsChanged
from kzg_desktop.tasks import Tasks

__all__ = ["SeekersReading"]

_TASK = "jobs.seekers"
_SOON_MS = 300
_LATER_MS = 10_000
"""New applicants may come ten a second; nobody needs to see them in this list at once."""
_SLOW_MS = 500
_CONCERNING = frozenset({"job", "vacancy", "person_link"})


class SeekersReading(QObject):
    """One job at a time; another one, or `stop`, ends what is being read."""

    read = Signal(object)
    """A :class:`~kzg_desktop.hiring_services.Seekers` about the job asked for last."""
    failed = Signal(object)
    slow_changed = Signal(bool)
    """It takes more than half a second, or is over."""

    def __init__(self, desk: HiringDesk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._job_id = ""
        self._listed: frozenset[int] = frozenset()
        self._again = False
        self._awake = True
        self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        for timer in (self._soon, self._later):
            timer.timeout.connect(self._on_time)
        self._slow.timeout.connect(lambda: self.slow_changed.emit(True))

    def show(self, job_id: str) -> None:
        """Read about that job from now on."""
        self._tasks.cancel(_TASK)
        self._job_id, self._listed, self._again = job_id, frozenset(), False
        self._begin()

    def read_again(self) -> None:
        """Read now, or once more after what is being read."""
        if self._tasks.running(_TASK):
            self._again = True
        elif self._job_id:
            self._begin()

    def follow(self, event: DeskEvent) -> None:
        """Take a change of the desk into account: soon where it is about somebody listed, else later."""
        if not self._job_id:
            return
        if isinstance(event, ApplicationsChanged):
            known = event.reset or bool((event.changed | event.gone) & self._listed)
            self._wait(self._soon if known else self._later)
        elif isinstance(event, RowsChanged) and event.entities & _CONCERNING:
            self._wait(self._soon)

    def set_awake(self, awake: bool) -> None:
        """Keep up, or let changes wait while nobody looks."""
        self._awake = awake
        if awake and self._stale:
            self.read_again()

    def stop(self) -> None:
        """Read nothing more."""
        self._job_id, self._again = "", False
        for timer in (self._soon, self._later, self._slow):
            timer.stop()
        self._tasks.cancel(_TASK)
        self.slow_changed.emit(False)

    def _wait(self, timer: QTimer) -> None:
        if not self._awake:
            self._stale = True
        elif not timer.isActive():
            timer.start()

    def _on_time(self) -> None:
        if self._awake:
            self.read_again()
        else:
            self._stale = True

    def _begin(self) -> None:
        self._stale = False
        self._soon.stop()
        self._later.stop()
        self._slow.start()
        self._tasks.spawn(_TASK, self._read(self._job_id))

    async def _read(self, job_id: str) -> None:
        self._again = True
        while self._again:
            self._again = False
            try:
                found: Seekers | KzgError = await self._desk.seekers(job_id)
            except KzgError as error:
                found = error
            if job_id != self._job_id:
                return
            self._tell(found)

    def _tell(self, found: Seekers | KzgError) -> None:
        self._slow.stop()
        self.slow_changed.emit(False)
        if isinstance(found, KzgError):
            self.failed.emit(found)
            return
        self._listed = frozenset(match.row.n for match in found.found)
        self.read.emit(found)
