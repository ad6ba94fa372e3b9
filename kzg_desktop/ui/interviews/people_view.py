"""The list of people on screen: whole rows, several at once, columns as wide as what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kzg_desktop.ui.interviews.people import Person
from kzg_desktop.ui.interviews.people_delegate import PeopleDelegate
from kzg_desktop.ui.interviews.people_table import Column, PeopleTable
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["PeopleView"]

_WIDTHS = {
    Column.WHEN: 30,
    Column.NAME: 24,
    Column.PHONE: 32,
    Column.JOB: 34,
    Column.STATE: 30,
    Column.REMINDED: 36,
    Column.TASK: 40,
    Column.DUE: 32,
    Column.PLACE: 40,
    Column.SINCE: 26,
}
"""In units of the grid."""

_WIDEST = 60 * UNIT
_CELL_PADDING = 7 * UNIT
_MEASURED_ROWS = 40

_GIVES_WAY = (Column.PLACE, Column.SINCE, Column.JOB, Column.REMINDED)
"""What is hidden, in turn, where there is no room; the last column shown takes what is left."""


class PeopleView(QTableView):
    """Keeps the same people chosen through every change; when they go, whoever stands in their place.

    ``chosen``: the selection, or what is shown of it, changed.
    """

    chosen = Signal()

    def __init__(self, table: PeopleTable, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.setModel(table)
        self.setItemDelegate(PeopleDelegate(self))
        self.setAccessibleName(words)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(8 * UNIT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)
        header.setFixedHeight(8 * UNIT)
        self._row = 0
        self._contents: dict[int, int] = {}
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def people(self) -> list[Person]:
        """Return who is chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.table.person_at(row) for row in rows]

    def settle(self) -> None:
        """Have somebody chosen wherever there is anybody."""
        self._measure()
        self._fit(self.table.columns)
        if self.table.rowCount() and not self.selectionModel().hasSelection():
            self._choose(min(self._row, self.table.rowCount() - 1))
        self.chosen.emit()

    def step(self, by: int) -> None:
        """Choose the next (1) or the previous (-1)."""
        row = self.currentIndex().row() + by
        if 0 <= row < self.table.rowCount():
            self._choose(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.table.columns)

    def _fit(self, columns: Sequence[Column]) -> None:
        header = self.horizontalHeader()
        widths = {column: self._least(at, column, header.sectionSizeHint(at)) for at, column in enumerate(columns)}
        room = self.viewport().width()
        hidden: set[Column] = set()
        for column in _GIVES_WAY:
            if column in widths and sum(w for c, w in widths.items() if c not in hidden) > room:
                hidden.add(column)
        spare = max(0, room - sum(w for c, w in widths.items() if c not in hidden))
        for at, column in enumerate(columns):
            self.setColumnHidden(at, column in hidden)
            self.setColumnWidth(at, widths[column] + spare // (len(columns) - len(hidden)) // 2)

    def _least(self, at: int, column: Column, heading: int) -> int:
        """Return how wide a column has to be for its heading and for its first rows, within reason."""
        return max(_WIDTHS[column] * UNIT, heading, min(self._contents.get(at, 0), _WIDEST))

    def _measure(self) -> None:
        """Look how wide the words of the first rows are; asking Qt would look at a thousand, each time."""
        rows = range(min(self.table.rowCount(), _MEASURED_ROWS))
        for at in range(len(self.table.columns)):
            words = {str(self.table.index(row, at).data()) for row in rows}
            widest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
            self._contents[at] = widest + _CELL_PADDING

    def _choose(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.table.index(row, 0), flags)
        self.scrollTo(self.table.index(row, 0))

    def _on_selection(self) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if rows:
            self._row = min(rows)
        self.chosen.emit()
