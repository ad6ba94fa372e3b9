"""Funnels over all broadcasts with their times, read when they are looked at and kept until something has changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid
from sqlcipher3 import dbapi2

from kzg_desktop.errors import KzgError
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.funnel import Funnel
from kzg_desktop.review.timed import TimedBy, read_funnels
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.review.groups import GroupBy, of_broadcasts

__all__ = ["TimedFunnels"]

_TASK = "review.timed"
_REST_MS = 20_000
"""While applications come in, they are read again so often at the most: each time every row is read."""

_COLUMNS: dict[GroupBy, TimedBy] = {
    "": "broadcast",
    "host": "broadcast",
    "audience": "broadcast",
    "employer": "employer",
    "job": "job",
    "channel": "channel",
    "city": "city",
    "age_band": "age_band",
}


class TimedFunnels(QObject):
    """``ready`` carries by what they are that have been read; ``progressed`` how many of how many rows are.

    ``due``: what has changed meanwhile may be read again.
    """

    ready = Signal(str)
    due = Signal()
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, desk: ReviewDesk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._known: dict[GroupBy, list[Funnel]] = {}
        self._outdated: set[GroupBy] = set()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.due)

    def known(self, by: GroupBy) -> list[Funnel]:
        """Return what was read last, nothing if it was not yet."""
        return self._known.get(by, [])

    def is_due(self, by: GroupBy) -> bool:
        """Whether there is something to read that was not read just now."""
        return by not in self._known or (by in self._outdated and not self._rest.isActive())

    def outdate(self) -> None:
        """Something has changed."""
        self._outdated |= self._known.keys()

    def read(self, by: GroupBy) -> None:
        """Read them anew."""
        self._tasks.spawn(_TASK, self._read(by))

    def stop(self) -> None:
        """Read no more."""
        self._tasks.cancel(_TASK)

    async def _read(self, by: GroupBy) -> None:
        group, loop = self._group(by), asyncio.get_running_loop()

        def progress(done: int, total: int) -> None:
            loop.call_soon_threadsafe(self._tell, done, total)

        def question(connection: dbapi2.Connection) -> list[Funnel]:
            return read_funnels(connection, _COLUMNS[by], group, progress)

        try:
            found = await self._desk.ask(question, list[Funnel]())
        except KzgError as error:
            self.failed.emit(error)
            return
        self._known[by] = found
        self._outdated.discard(by)
        self._rest.start()
        self.ready.emit(by)

    def _tell(self, done: int, total: int) -> None:
        if isValid(self):  # the window may have been closed meanwhile
            self.progressed.emit(done, total)

    def _group(self, by: GroupBy) -> Callable[[str], str]:
        groups = of_broadcasts(by, self._desk.broadcasts())
        return (lambda key: key) if groups is None else (lambda id_: groups.get(id_, ""))
