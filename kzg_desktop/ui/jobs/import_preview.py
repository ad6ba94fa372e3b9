"""The second step of an import: every row of the file, with what it becomes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.importing.job_sheet import JobSheet
from kzg_desktop.ui.jobs.import_rows import ImportColumn, ImportRow, ImportRows, RowStatus
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ImportPreview"]

_WIDTHS = {
    ImportColumn.ROW: 18,
    ImportColumn.STATUS: 20,
    ImportColumn.EMPLOYER: 44,
    ImportColumn.TITLE: 32,
    ImportColumn.PAY: 32,
    ImportColumn.OUTCOME: 40,
}
_WIDEST_PLACE = 56 * UNIT
_FILTERS: tuple[RowStatus | None, ...] = (None, "ok", "warning", "error", "skipped")


class ImportPreview(QWidget):
    """A table with a filter by status above and the chosen row's remarks in full beneath. Space toggles rows."""

    accepted_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ImportRows(self)
        self.view = QTableView()
        self._file = QLabel()
        self._file.setProperty("role", "strong")
        self._remarks = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._remarks.setMinimumHeight(16 * UNIT)
        self._remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._filters: dict[RowStatus | None, QPushButton] = {}
        self._set_up_view()
        self._lay_out()
        self.rows.dataChanged.connect(self.accepted_changed)
        self.view.installEventFilter(self)

    def show_plan(self, sheet: JobSheet, rows: Sequence[ImportRow]) -> None:
        """Show these rows of *sheet*."""
        self._file.setText(sheet.file)
        self.rows.apply(rows)
        counts = self.rows.counts()
        for status, button in self._filters.items():
            words = self.tr("All") if status is None else self.rows.status_words(status)
            count = counts.total() if status is None else counts[status]
            button.setText(f"{words}  {count:,}")
            button.setEnabled(count > 0)
        self.show_only(None)
        self._fit_places()

    def show_only(self, status: RowStatus | None) -> None:
        """Show the rows of that status, None for all."""
        self._filters[status].setChecked(True)
        self.rows.show_only(status)
        if self.rows.rowCount():
            self.view.selectRow(self.rows.first_to_look_at())
        self._show_remarks()

    def _fit_places(self) -> None:
        """Give the places in the file the room they need: the names of sheets are long, bare numbers are not."""
        least, most = _WIDTHS[ImportColumn.ROW] * UNIT, _WIDEST_PLACE
        wanted = self.view.sizeHintForColumn(ImportColumn.ROW)
        self.view.setColumnWidth(ImportColumn.ROW, max(least, min(most, wanted)))

    @property
    def remarks(self) -> str:
        """What is said about the chosen row."""
        return self._remarks.text()

    def report(self) -> list[list[str]]:
        """Return every row shown or not as text, with a heading line."""
        titles = (self.rows.headerData(column, Qt.Orientation.Horizontal) for column in ImportColumn)
        lines = ([row.sheet, *(self.rows.text(row, column) for column in ImportColumn)] for row in self.rows.all_rows())
        return [[self.tr("Sheet"), *titles], *lines]

    # --- building

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.rows)
        view.setAccessibleName(self.tr("Rows of the file"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(8 * UNIT)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setFixedHeight(8 * UNIT)
        for column, units in _WIDTHS.items():
            view.setColumnWidth(column, units * UNIT)
        view.selectionModel().selectionChanged.connect(self._show_remarks)

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        chips = QHBoxLayout()
        chips.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 2 * UNIT)
        chips.setSpacing(2 * UNIT)
        chips.addWidget(self._file)
        chips.addStretch(1)
        for status in _FILTERS:
            chip = QPushButton(autoDefault=False)
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _checked=False, status=status: self.show_only(status))
            group.addButton(chip)
            self._filters[status] = chip
            chips.addWidget(chip)
        line = QFrame()
        line.setProperty("role", "hairline")
        below = QVBoxLayout()
        below.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 0)
        below.addWidget(self._remarks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(chips)
        column.addWidget(self.view, 1)
        column.addWidget(line)
        column.addLayout(below)

    # --- what happens

    def _show_remarks(self) -> None:
        chosen = self.view.selectionModel().selectedRows()
        row = self.rows.at(chosen[0].row()) if chosen else None
        if row is None:
            self._remarks.setText("")
        else:
            self._remarks.setText("\n".join(row.messages) or self.tr("Nothing to remark"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if watched is self.view and event.type() == QEvent.Type.KeyPress and space:
            self.rows.toggle(index.row() for index in self.view.selectionModel().selectedRows())
            return True
        return super().eventFilter(watched, event)
