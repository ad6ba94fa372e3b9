"""The second step of an import: every row of the file, with what it becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic

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

from kzg_desktop.ui.importing.rows import PLACE, Row, RowStatus, SheetRows
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SheetPreview"]

_WIDEST_PLACE = 56 * UNIT
_CHECK = 13 * UNIT
"""The check box in front of a row's number, and what is around both."""
_FILTERS: tuple[RowStatus | None, ...] = (None, "ok", "warning", "error", "skipped")


class SheetPreview(QWidget, Generic[Row]):
    """A table with a filter by status above and the chosen row's remarks in full beneath. Space toggles rows.

    *widths* are those of the columns, in units, without the last; *wishes* stands between filter and table.
    """

    accepted_changed = Signal()

    def __init__(self, rows: SheetRows[Row], widths: Mapping[int, int], wishes: QWidget | None = None) -> None:
        super().__init__()
        self.rows = rows
        self.view = QTableView()
        self._widths = dict(widths)
        self._file = ElidedLabel()
        self._file.setProperty("role", "strong")
        self._remarks = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._remarks.setTextFormat(Qt.TextFormat.PlainText)
        self._remarks.setMinimumHeight(16 * UNIT)
        self._remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._filters: dict[RowStatus | None, QPushButton] = {}
        self._set_up_view()
        self._lay_out(wishes)
        rows.setParent(self)
        rows.dataChanged.connect(self.accepted_changed)
        self.view.installEventFilter(self)

    def show_rows(self, file: str, rows: Sequence[Row]) -> None:
        """Show the rows of another file."""
        self._file.setText(file)
        self.rows.include_all()
        self.rows.apply(rows)
        self._show_counts()
        self.show_only(None)
        self._fit_places()

    def renew_rows(self, rows: Sequence[Row]) -> None:
        """Show what became of the rows of that file; filter and chosen row stay where they can."""
        chosen = self._chosen()
        top = self.view.verticalScrollBar().value()
        self.rows.apply(rows)
        self._show_counts()
        place = self.rows.where(chosen) if chosen is not None else -1
        if self.rows.rowCount() == 0:
            self.show_only(None)
        else:
            self.view.selectRow(place if place >= 0 else self.rows.first_to_look_at())
            self.view.verticalScrollBar().setValue(top)
            self.look_again()

    def show_only(self, status: RowStatus | None) -> None:
        """Show the rows of that status, None for all."""
        self._filters[status].setChecked(True)
        self.rows.show_only(status)
        if self.rows.rowCount():
            self.view.selectRow(self.rows.first_to_look_at())
        self.look_again()

    def look_again(self) -> None:
        """Say the remarks on the chosen row anew."""
        row = self._chosen()
        self._remarks.setText("" if row is None else "\n".join(self.rows.messages(row)) or self.tr("Nothing to remark"))

    @property
    def remarks(self) -> str:
        """What is said about the chosen row."""
        return self._remarks.text()

    def report(self) -> list[list[str]]:
        """Return every row shown or not as text, with a heading line."""
        titles = self.rows.titles()
        lines = (
            [row.sheet, str(row.number), *(self.rows.text(row, column) for column in range(1, len(titles)))]
            for row in self.rows.all_rows()
        )
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
        for column, units in self._widths.items():
            view.setColumnWidth(column, units * UNIT)
        view.selectionModel().selectionChanged.connect(self.look_again)

    def _lay_out(self, wishes: QWidget | None) -> None:
        line = QFrame()
        line.setProperty("role", "hairline")
        below = QVBoxLayout()
        below.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 0)
        below.addWidget(self._remarks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._chips())
        if wishes is not None:
            column.addWidget(wishes)
        column.addWidget(self.view, 1)
        column.addWidget(line)
        column.addLayout(below)

    def _chips(self) -> QHBoxLayout:
        group = QButtonGroup(self)
        chips = QHBoxLayout()
        chips.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 2 * UNIT)
        chips.setSpacing(2 * UNIT)
        chips.addWidget(self._file, 1)
        for status in _FILTERS:
            chip = QPushButton(autoDefault=False)
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _checked=False, status=status: self.show_only(status))
            group.addButton(chip)
            self._filters[status] = chip
            chips.addWidget(chip)
        return chips

    # --- what happens

    def _show_counts(self) -> None:
        counts = self.rows.counts()
        for status, button in self._filters.items():
            words = self.tr("All") if status is None else self.rows.status_words(status)
            count = counts.total() if status is None else counts[status]
            button.setText(f"{words}  {count:,}")
            button.setEnabled(count > 0)

    def _fit_places(self) -> None:
        """Give the places in the file the room they need: the names of sheets are long, bare numbers are not."""
        least, most = self._widths[PLACE] * UNIT, _WIDEST_PLACE
        places = {self.rows.place(row) for row in self.rows.all_rows()}
        metrics = self.view.fontMetrics()
        # all rows of a sheet begin alike, so that the longest is the widest
        wanted = max((metrics.horizontalAdvance(place) for place in sorted(places, key=len)[-8:]), default=0) + _CHECK
        self.view.setColumnWidth(PLACE, max(least, min(most, wanted)))

    def _chosen(self) -> Row | None:
        chosen = self.view.selectionModel().selectedRows()
        return self.rows.at(chosen[0].row()) if chosen else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if watched is self.view and event.type() == QEvent.Type.KeyPress and space:
            self.rows.toggle(index.row() for index in self.view.selectionModel().selectedRows())
            return True
        return super().eventFilter(watched, event)
