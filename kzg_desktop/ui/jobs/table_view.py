"""The list of jobs on screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kzg_desktop.ui.jobs.job_table import JobColumn, JobTable
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["JobTableView"]

_WIDTHS = {
    JobColumn.EMPLOYER: 51,
    JobColumn.TITLE: 31,
    JobColumn.PAY: 30,
    JobColumn.OPENINGS: 19,
    JobColumn.PLACE: 22,
    JobColumn.VALID_THROUGH: 26,
}
"""Least starting widths in units of the grid; the last column takes the rest."""

_WIDE = 290 * UNIT
"""From this width on there is room for whole names of employers and jobs."""


class JobTableView(QTableView):
    """Whole rows, sortable by a click on a heading. Enter activates a row."""

    archive_requested = Signal()

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
        self._wide: bool | None = None
        header.setSortIndicator(JobColumn.EMPLOYER, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        if wide != self._wide:  # in between, the widths are the user's
            self._wide = wide
            for column, units in _WIDTHS.items():
                least = self.horizontalHeader().sectionSizeHint(column)  # English headings are longer than Chinese ones
                self.setColumnWidth(column, max(least, round(units * (4 / 3 if wide else 1)) * UNIT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(self.currentIndex())
        elif plain and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.archive_requested.emit()
        else:
            super().keyPressEvent(event)
