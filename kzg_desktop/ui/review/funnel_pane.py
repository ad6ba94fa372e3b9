"""The funnel: of this broadcast or of all, together or by employer, job, host, channel, city or age group."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from kzg_desktop.errors import KzgError
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.facts import Sent
from kzg_desktop.review.funnel import Funnel, funnels_by
from kzg_desktop.review.spread import NOTHING_SPREAD, Spread, merged, totals_funnels
from kzg_desktop.review.whole import Review
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.review.funnel_table import FunnelTable
from kzg_desktop.ui.review.groups import GROUP_OF, GroupBy, Scope, group_by_words, group_name, groups_in, of_broadcasts
from kzg_desktop.ui.review.plain_view import PlainView
from kzg_desktop.ui.review.sorting import Figures
from kzg_desktop.ui.review.timed_funnels import TimedFunnels
from kzg_desktop.ui.review.waiting import Waiting
from kzg_desktop.widgets.funnel_chart import FunnelChart
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["FunnelPane"]

_TASK = "review.funnels"


class FunnelPane(QWidget):
    """One funnel as a chart; with a breakdown, the groups in a table beside it, of which the chart shows one.

    Of all broadcasts the counts are there at once; the times between the steps follow when all rows have been read.
    """

    failed = Signal(object)

    def __init__(self, desk: ReviewDesk, tasks: Tasks, timed: TimedFunnels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._review: Review | None = None
        self._spread: Spread = NOTHING_SPREAD
        self.timed = timed
        self.waiting = Waiting()
        self.scope = QComboBox()
        self.by = QComboBox()
        self.chart = FunnelChart()
        self.table = FunnelTable(self)
        self.figures = Figures(self.table, self)
        self.view = PlainView(self.figures, self.tr("Groups"))
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._fill()
        self._lay_out()
        self.scope.currentIndexChanged.connect(self._on_scope)
        self.by.currentIndexChanged.connect(self._show)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.timed.ready.connect(self._on_timed)
        self.timed.due.connect(self._on_due)
        self.timed.progressed.connect(self.waiting.tell)
        self.timed.failed.connect(self._on_failed)
        self.waiting.stopped.connect(self._stop_timing)
        self._show()

    def stop(self) -> None:
        """Count no more; the page is about to go."""
        self._tasks.cancel(_TASK)
        self.timed.stop()

    def show_review(self, review: Review | None) -> None:
        """Show the funnel of *review*, or nothing."""
        self._review = review
        self._show()

    def show_spread(self, spread: Spread) -> None:
        """Take totals over all broadcasts from *spread*."""
        self._spread = spread
        self.timed.outdate()
        if self._scope == "all":
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._scope == "all":
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop_timing()

    # --- inside

    @property
    def _scope(self) -> Scope:
        found: Scope = self.scope.currentData()
        return found

    @property
    def _by(self) -> GroupBy:
        found: GroupBy = self.by.currentData() or ""
        return found

    def _on_scope(self) -> None:
        before = self._by
        self.by.blockSignals(True)
        self._fill_by()
        self.by.setCurrentIndex(max(0, self.by.findData(before)))
        self.by.blockSignals(False)
        self._show()

    def _show(self) -> None:
        self._tasks.cancel(_TASK)
        self.view.setVisible(bool(self._by))
        if self._scope == "all":
            self._show_all()
            return
        self._stop_timing()
        if self._review is None:
            self.chart.show_funnel(None, "")
            self.table.apply((), ())
        elif not self._by:
            self.chart.show_funnel(self._review.funnel, self._title(""))
        else:
            self._tasks.spawn(_TASK, self._count(self._review.facts.sent, self._by))

    async def _count(self, sent: Sequence[Sent], by: GroupBy) -> None:
        found = await asyncio.to_thread(funnels_by, sent, GROUP_OF[by])
        self._show_groups(found, by)

    def _show_all(self) -> None:
        known = self.timed.known(self._by)
        self._show_groups(known or self._all_groups(), self._by)
        if self.isVisible() and self.timed.is_due(self._by):
            self.waiting.begin()
            self.timed.read(self._by)

    def _on_timed(self, by: GroupBy) -> None:
        self.waiting.end()
        if self._scope == "all" and by == self._by:
            self._show_groups(self.timed.known(by), by)

    def _on_due(self) -> None:
        if self._scope == "all" and self.timed.is_due(self._by):
            self._show()

    def _on_failed(self, error: KzgError) -> None:
        self.waiting.end()
        self.failed.emit(error)

    def _stop_timing(self) -> None:
        self.timed.stop()
        self.waiting.end()

    def _all_groups(self) -> list[Funnel]:
        """Return the funnels that totals make: without times, and none by job."""
        spread = self._spread
        groups = of_broadcasts(self._by, self._desk.broadcasts())
        if groups is not None:
            return totals_funnels(merged(spread.broadcast, lambda id_: groups.get(id_, "")))
        by = {
            "employer": spread.employer,
            "channel": spread.channel,
            "city": spread.city,
            "age_band": spread.age_band,
        }
        return totals_funnels(by.get(self._by, {}))

    def _show_groups(self, funnels: Sequence[Funnel], by: GroupBy) -> None:
        chosen = self._chosen
        names = [group_name(by, found.name, self._desk) if by else "" for found in funnels]
        self.table.apply(funnels, names)
        self.view.fit()
        self.view.setColumnWidth(0, min(max(self.view.columnWidth(0), 28 * UNIT), 56 * UNIT))
        place = self.figures.mapFromSource(self.table.index(names.index(chosen), 0)).row() if chosen in names else 0
        self.view.selectRow(place)
        if not funnels:
            self.chart.show_funnel(None, "")

    @property
    def _chosen(self) -> str:
        """The name of the group that the chart shows."""
        index = self.view.currentIndex()
        return self.table.funnel_at(self.figures.mapToSource(index).row())[1] if index.isValid() else ""

    def _on_row(self, current: QModelIndex) -> None:
        if current.isValid():
            found, name = self.table.funnel_at(self.figures.mapToSource(current).row())
            self.chart.show_funnel(found, self._title(name))

    def _title(self, name: str) -> str:
        whole = self._review.facts.broadcast.title if self._scope == "this" and self._review is not None else ""
        place = whole or self.tr("All broadcasts")
        return self.tr("Funnel: {name}").format(name=f"{place} · {name}" if name else place)

    # --- building

    def _fill(self) -> None:
        self.scope.addItem(self.tr("This broadcast"), "this")
        self.scope.addItem(self.tr("All broadcasts"), "all")
        self.scope.setAccessibleName(self.tr("Of which broadcasts"))
        self.by.setAccessibleName(self.tr("Broken down by"))
        self._fill_by()

    def _fill_by(self) -> None:
        self.by.clear()
        for group in groups_in(self._scope):
            self.by.addItem(group_by_words(group), group)

    def _lay_out(self) -> None:
        hint = QLabel(self.tr("A rate of fewer than 20 people is shown as a bare count."))
        hint.setProperty("role", "faint")
        line = QHBoxLayout()
        line.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 2 * UNIT)
        line.setSpacing(2 * UNIT)
        line.addWidget(self.scope)
        line.addWidget(self.by)
        line.addSpacing(2 * UNIT)
        line.addWidget(hint, 1)
        line.addWidget(self.waiting, 1)
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(5 * UNIT, UNIT, 5 * UNIT, 2 * UNIT)
        inside.addWidget(self.chart)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
        self._split.addWidget(area)
        self._split.addWidget(self.view)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([9_000, 11_000])
        for part in (area, self.view):
            part.setMinimumHeight(12 * UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._split, 1)
