"""Keeps the table of applicants in step with the desk."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable
from itertools import islice

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application, Versioned
from kzg_desktop.domain.views import Moment
from kzg_desktop.hiring_services import ApplicantQuery, HiringDesk
from kzg_desktop.models.applicant_changes import Forgotten, Listed, Loaded
from kzg_desktop.models.applicant_table import ApplicantTable
from kzg_desktop.services import ApplicationsChanged
from kzg_desktop.tasks import Tasks

__all__ = ["Listing"]

_REST_MS = 120
"""Pause between two updates of the list: the first change shows at once, those of a burst together."""

_LOOK_MS = 10_000
"""How often the list is read again though nothing happened: time alone makes applicants due."""

_SLOW_MS = 500
_MOST_READ = 256
_NEIGHBOURS = 8
_FIRST_ROWS = range(64)


class Listing(QObject):
    """One query over the desk's applicants, shown by `table`.

    A new query replaces the old at once; changes wait until a running query has ended. The applicant at hand (`keep`)
    stays where it is in the list when it changes, and in the list when it does not match any more, until another is at
    hand: whoever has just called somebody must not find somebody else under the keys.
    """

    about_to_change = Signal()
    changed = Signal()
    """The list changed, between this and `about_to_change`."""
    listed = Signal(bool)
    """A query's answer is in the table; whether it is another query than before."""
    slow_changed = Signal(bool)
    """A query runs for more than half a second, or no longer."""

    def __init__(
        self, desk: HiringDesk, tasks: Tasks, clock: Clock, table: ApplicantTable, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self.table = table
        self.visible: Callable[[], range] = lambda: _FIRST_ROWS
        self._query = ApplicantQuery(moment=Moment(desk.account_id, clock.now_ms()))
        self._number = 0
        self._pinned = False
        self._afresh = True
        self._stale = False
        self._changed: set[int] = set()
        self._gone: set[int] = set()
        self._awake = True
        self._reading = False
        self._stopped = False
        self._running: asyncio.Task[None] | None = None
        table.rows_wanted.connect(self._on_rows_wanted)
        self._rest = self._timer(_REST_MS, self._on_rested)
        self._slow = self._timer(_SLOW_MS, lambda: self.slow_changed.emit(True))
        self._look = self._timer(_LOOK_MS, self.look_again)
        self._look.setSingleShot(False)

    def _timer(self, interval_ms: int, on_timeout: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(on_timeout)
        return timer

    @property
    def query(self) -> ApplicantQuery:
        """What is listed, or about to be."""
        return self._query

    @property
    def is_awaited(self) -> bool:
        """Whether another list than the one in the table was asked for and is not there yet."""
        return self._afresh

    def show(self, query: ApplicantQuery) -> None:
        """List what matches *query*, seen from now."""
        self._query = query
        self._afresh, self._pinned = True, False
        self._look.start()
        self._update()

    def keep(self, number: int) -> None:
        """Take that applicant for the one at hand; the one before goes to where it belongs now."""
        if number == self._number:
            return
        self._number = number
        if self._pinned:
            self._pinned = False
            self.look_again()

    def look_again(self) -> None:
        """List anew soon, since time passed or something else changed what belongs into the list."""
        self._stale = True
        if self._awake and not self._rest.isActive():
            self._on_rested()

    def set_awake(self, awake: bool) -> None:
        """Keep up, or let changes wait while nobody looks."""
        self._awake = awake
        if awake:
            self._look.start()
            self.look_again()
        else:
            self._look.stop()

    def follow(self, event: ApplicationsChanged) -> None:
        """Take a change of the desk into account: at once, or after the rest since the last."""
        if event.reset:
            self.table.apply(Forgotten(frozenset(self.table.numbers)))
        self._changed |= event.changed
        self._gone |= event.gone
        self._pinned |= self._number in event.changed
        self.look_again()

    def stop(self) -> None:
        """Do nothing more, even when a view that is about to go still asks for rows."""
        self._stopped = True
        self._running = None  # its last words would be to a timer that may be gone by then
        for timer in (self._rest, self._slow, self._look):
            timer.stop()
        for name in ("hr.list", "hr.rows"):
            self._tasks.cancel(name)

    # --- the list

    def _on_rested(self) -> None:
        if self._tasks.running("hr.list"):
            self._rest.start()  # the hub sends faster than the desk lists: gather more
        elif self._stale and self._awake:
            self._update()

    def _update(self) -> None:
        if self._stopped:
            return
        self._rest.start()
        self._slow.start()
        self._running = self._tasks.spawn("hr.list", self._list())

    async def _list(self) -> None:
        try:
            await self._list_anew()
        finally:
            # else a newer one runs, and the sign is its own; or nobody listens any more
            if not self._stopped and self._running is asyncio.current_task():
                self._slow.stop()
                self.slow_changed.emit(False)

    async def _list_anew(self) -> None:
        self._stale = False
        changed, self._changed = self._changed, set()
        gone, self._gone = self._gone, set()
        try:
            query = replace(self._query, moment=Moment(self._desk.account_id, self._clock.now_ms()))
            numbers = await self._desk.applicant_ids(query)
            afresh = self._afresh
            numbers = self._pin(numbers, changed, gone) if not afresh else numbers
            rows = await self._desk.applicant_rows(self._to_read(numbers, changed, afresh=afresh))
        except BaseException:
            self._stale = True
            self._changed |= changed
            self._gone |= gone
            raise
        self._show(numbers, rows, changed)

    def _show(self, numbers: array[int], rows: list[Versioned], changed: set[int]) -> None:
        afresh, self._afresh = self._afresh, False
        found = _applications(rows)
        old = frozenset(changed) - {row.n for row in found}
        self.about_to_change.emit()
        self.table.apply(Listed(numbers, found, afresh))
        if old:
            self.table.apply(Forgotten(old))
        self.changed.emit()
        self.listed.emit(afresh)

    def _to_read(self, numbers: array[int], changed: set[int], *, afresh: bool) -> list[int]:
        """Return what is on screen and new or changed, so that no row shows up empty or old."""
        visible = _FIRST_ROWS if afresh else self.visible()
        on_screen = numbers[visible.start : visible.stop + 8]
        wanted = [n for n in on_screen if n in changed or self.table.held(n) is None]
        others = (n for n in changed if n not in on_screen and self.table.held(n) is not None)
        return [*wanted, *islice(others, _MOST_READ)]

    def _pin(self, numbers: array[int], moved: set[int], gone: set[int]) -> array[int]:
        """Return the list with the applicant at hand where it was, if it changed or left.

        That is below the row that was above it, or the next one up that did not change itself.
        """
        at = self.table.row_of(self._number) if self._number else -1
        if at < 0 or self._number in gone:
            return numbers
        there = self._number in numbers
        if there and not self._pinned:
            return numbers
        self._pinned = True
        rest = array("q", (n for n in numbers if n != self._number)) if there else numbers
        above = (self.table.number_at(row) for row in range(at - 1, max(-1, at - _NEIGHBOURS - 1), -1))
        before = next((n for n in above if n not in moved and n in rest), 0)
        place = rest.index(before) + 1 if before else min(at, len(rest))
        return rest[:place] + array("q", [self._number]) + rest[place:]

    # --- the rows

    def _on_rows_wanted(self) -> None:
        if not self._stopped and not self._reading:
            self._reading = True
            self._tasks.spawn("hr.rows", self._read_rows())

    async def _read_rows(self) -> None:
        asked: tuple[int, ...] = ()
        try:
            while asked := self.table.take_wanted():
                rows = await self._desk.applicant_rows(asked)
                self.table.apply(Loaded(asked, _applications(rows)))
        finally:
            self._reading = False  # here, not when the task counts as ended: a wish in between would be lost
            if asked and not self._stopped:
                self.table.apply(Forgotten(frozenset(asked)))


def _applications(rows: list[Versioned]) -> tuple[Application, ...]:
    return tuple(found.row for found in rows if isinstance(found.row, Application))
