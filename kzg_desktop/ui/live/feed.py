"""Keeps the table of applications and the broadcast's figures in step with the desk."""

from __future__ import annotations

import asyncio
from array import array

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kzg_desktop.domain.entities import Application
from kzg_desktop.models.application_changes import NumbersPrepended, NumbersReset, RowsChanged, RowsGone, RowsLoaded
from kzg_desktop.models.application_table import ApplicationTable
from kzg_desktop.services import ApplicationsChanged, Desk, FeedQuery
from kzg_desktop.tasks import Tasks

__all__ = ["Feed"]

_REST_MS = 25
"""Pause between two updates of the table: the first change shows at once, those of a burst together."""

_SETTLE_MS = 1500
_READ_AHEAD = 64
"""Rows that come with the list, so that those on screen do not show up empty; a view is rarely higher."""

_SLOW_MS = 500


class Feed(QObject):
    """One query over the desk's applications, shown by `table`.

    Everything is awaited in two tasks: one that lists, one that reads pages. A new query replaces the old at once.
    """

    arrived = Signal(int)
    """So many new rows came in at the top."""
    listed = Signal()
    """A query's answer is in the table."""
    slow_changed = Signal(bool)
    """A query runs for more than half a second, or no longer."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self.table = ApplicationTable(self)
        self.table.page_wanted.connect(self._on_page_wanted)
        self._query = FeedQuery()
        self._pages: list[int] = []
        self._added = 0
        self._changed: set[int] = set()
        self._gone: set[int] = set()
        self._stale = False
        self._stopped = False
        self._listing: asyncio.Task[None] | None = None
        self._rest = self._timer(_REST_MS, self._on_rested)
        self._settle = self._timer(_SETTLE_MS, self._check)
        self._slow = self._timer(_SLOW_MS, lambda: self.slow_changed.emit(True))

    def _timer(self, interval_ms: int, on_timeout: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(on_timeout)
        return timer

    @property
    def query(self) -> FeedQuery:
        """What is listed, or about to be."""
        return self._query

    def show(self, query: FeedQuery) -> None:
        """List what matches *query*."""
        self._query = query
        self._stale = True
        self._update()

    def follow(self, event: ApplicationsChanged) -> None:
        """Take a change of the desk into account: at once, or after the rest since the last."""
        self._added += event.added
        self._changed |= event.changed
        self._gone |= event.gone
        narrowed = bool(self._query.job_id or self._query.channel or self._query.text)
        self._stale |= event.reset or (narrowed and bool(event.changed))
        if not self._rest.isActive():
            self._update()

    def stop(self) -> None:
        """Do nothing more, even when a view that is about to go still asks for rows."""
        self._stopped = True
        self._listing = None  # its last words would be to a timer that may be gone by then
        for timer in (self._rest, self._settle, self._slow):
            timer.stop()
        for name in ("feed.list", "feed.pages", "feed.check"):
            self._tasks.cancel(name)

    # --- the list

    def _on_rested(self) -> None:
        if self._tasks.running("feed.list"):
            self._rest.start()  # the hub sends faster than the desk lists: gather more
        elif self._added or self._changed or self._gone or self._stale:
            self._update()

    def _update(self) -> None:
        if self._stopped:
            return
        self._rest.start()
        self._slow.start()
        self._listing = self._tasks.spawn("feed.list", self._list())

    async def _list(self) -> None:
        try:
            if self._stale:
                await self._list_anew()
            else:
                await self._list_newer()
        finally:
            # else a newer one runs, and the sign is its own; or nobody listens any more
            if not self._stopped and self._listing is asyncio.current_task():
                self._slow.stop()
                self.slow_changed.emit(False)

    async def _list_anew(self) -> None:
        self._added, self._stale = 0, False
        self._changed.clear()
        self._gone.clear()
        try:
            numbers = await self._desk.feed_ids(self._query)
            rows = await self._desk.feed_rows(numbers[:_READ_AHEAD])
        except BaseException:
            self._stale = True
            raise
        self.table.apply(NumbersReset(numbers, tuple(rows)))
        self.listed.emit()

    async def _list_newer(self) -> None:
        added, self._added = self._added, 0
        if self._gone:
            gone, self._gone = self._gone, set()
            self.table.apply(RowsGone(frozenset(gone)))
        if self._changed:
            changed, self._changed = self._changed, set()
            self.table.apply(RowsChanged(frozenset(changed)))
        if not added:
            return
        numbers = await self._desk.feed_ids(self._query, after=self.table.newest)
        rows = await self._desk.feed_rows(numbers[:_READ_AHEAD])
        self._prepend(numbers, rows)
        if len(numbers) < added:
            self._settle.start()

    def _prepend(self, numbers: array[int], rows: list[Application]) -> None:
        if numbers:
            self.table.apply(NumbersPrepended(numbers, tuple(rows)))
            self.arrived.emit(len(numbers))

    def _check(self) -> None:
        """After a catch-up some rows may have come in below the newest: list anew where that is so."""
        self._tasks.spawn("feed.check", self._compare())

    async def _compare(self) -> None:
        query = self._query
        numbers = await self._desk.feed_ids(query)
        quiet = not self._added and not self._stale and not self._tasks.running("feed.list")
        if quiet and query == self._query and not self.table.holds(numbers):
            self.table.apply(NumbersReset(numbers))
            self.listed.emit()

    # --- the pages

    def _on_page_wanted(self, page: int) -> None:
        self._pages.append(page)
        if not self._stopped and not self._tasks.running("feed.pages"):
            self._tasks.spawn("feed.pages", self._read_pages())

    async def _read_pages(self) -> None:
        while self._pages:
            page = self._pages.pop()  # the latest first: it is what is on screen now
            asked = self.table.numbers_to_load(page)
            rows = await self._desk.feed_rows(asked)
            self.table.apply(RowsLoaded(page, asked, tuple(rows)))
