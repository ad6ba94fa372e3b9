"""The list of jobs on screen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kzg_desktop.ui.jobs.job_table import JobColumn, JobRole, JobTable
from kzg_desktop.widgets.light import LIGHT_SIZE, paint_light
from kzg_desktop.widgets.tokens import UNIT, tokens_for

__all__ = ["JobTableView"]

_WIDTHS = {
    JobColumn.LIGHT: 15,
    JobColumn.EMPLOYER: 42,
    JobColumn.TITLE: 30,
    JobColumn.PAY: 29,
    JobColumn.VACANCY: 28,
    JobColumn.PLACE: 22,
    JobColumn.VALID_THROUGH: 30,
}
"""Least starting widths in units of the grid; the last column takes the rest."""


_LEAST_BENEFITS = 25 * UNIT

_LEAST_EMPLOYER = 34 * UNIT

_WIDE = 290 * UNIT
"""From this width on there is room for whole names of employers and jobs."""


class JobTableView(QTableView):
    """Whole rows, sortable by a click on a heading. Enter activates a row."""

    archive_requested = Signal()
    seekers_requested = Signal()
    """The user wants to see who would fit the selected job."""
    menu_requested = Signal(QPoint)
    """The user wants to choose what to do with the selected jobs: where on the screen."""

    def __init__(self, model: JobTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Jobs"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(8 * UNIT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setFixedHeight(8 * UNIT)
        self.setItemDelegateForColumn(JobColumn.LIGHT, _LightDelegate(self))
        self._wide: bool | None = None
        self._taken = 0
        header.setSortIndicator(JobColumn.EMPLOYER, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        if wide != self._wide:  # in between, the widths are the user's
            self._wide = wide
            self._set_widths(4 / 3 if wide else 1)
        self._show_benefits(self.width() - self._taken >= _LEAST_BENEFITS)
        self._make_room()

    def _show_benefits(self, shown: bool) -> None:
        """Show the benefits where there is room; else the employer's name has the rest, for the card shows them too."""
        if shown != self.isColumnHidden(JobColumn.BENEFITS):
            return
        self.setColumnHidden(JobColumn.BENEFITS, not shown)
        header = self.horizontalHeader()
        header.setStretchLastSection(shown)
        modes = QHeaderView.ResizeMode
        header.setSectionResizeMode(JobColumn.EMPLOYER, modes.Interactive if shown else modes.Stretch)
        if shown:
            self._set_widths(4 / 3 if self._wide else 1)

    def _make_room(self) -> None:
        """Hide what the card shows, too, until the employer's name has room."""
        room = self.width() - self._taken + _WIDTHS[JobColumn.EMPLOYER] * UNIT
        for column in (JobColumn.VALID_THROUGH, JobColumn.PLACE):
            hidden = room < _LEAST_EMPLOYER
            self.setColumnHidden(column, hidden)
            room += self.columnWidth(column) or _WIDTHS[column] * UNIT if hidden else 0

    def _set_widths(self, factor: float) -> None:
        self._taken = 0
        for column, units in _WIDTHS.items():
            width = units * UNIT
            if column != JobColumn.LIGHT:  # as wide as its heading, never wider
                least = self.horizontalHeader().sectionSizeHint(column)  # English headings are longer than Chinese ones
                width = max(least, round(units * factor) * UNIT)
            self.setColumnWidth(column, width)
            self._taken += width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(self.currentIndex())
        elif plain and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.archive_requested.emit()
        elif plain and event.key() == Qt.Key.Key_A:
            self.seekers_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_requested.emit(self.viewport().mapToGlobal(here) if by_key else event.globalPos())


class _LightDelegate(QStyledItemDelegate):
    """Draws the light of the advertisement check."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        light = index.data(JobRole.LIGHT)
        if light is not None:
            box = QRectF(0, 0, LIGHT_SIZE, LIGHT_SIZE)
            box.moveCenter(QRectF(option.rect).center())
            paint_light(painter, box, light, tokens_for(option.palette))
