"""A list of days or of campaigns at the left, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListView, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.ui.review.entry_delegate import Entry, EntryDelegate
from kzg_desktop.ui.review.sorting import Index
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Entries", "EntryList", "EntryRole", "Keyed"]

_NO_PARENT = QModelIndex()
_SETTLING_MS = 60
"""Who runs through the list by keys reads only where they stop."""


class Keyed(Struct, frozen=True):
    """An entry with what it is known by."""

    key: str
    entry: Entry


class EntryRole(IntEnum):
    """``KEYED`` is the :class:`Keyed`."""

    KEYED = Qt.ItemDataRole.UserRole


class Entries(QAbstractListModel):
    """Entries in their order. ``apply`` is the only way in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Keyed] = []

    def apply(self, rows: Sequence[Keyed]) -> None:
        """Have these entries and no others."""
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        elif rows:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row_of(self, key: str | None) -> int:
        """Return the row of that key, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == EntryRole.KEYED:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            entry = row.entry
            figure = f"{entry.figure} {entry.unit}".strip()
            return ", ".join(part for part in (entry.title, entry.about, figure, entry.more) if part)
        return None


class EntryList(QWidget):
    """``chosen`` carries the key of the entry to show. *head* stands above the entries."""

    chosen = Signal(str)

    def __init__(self, name: str, lines: int, head: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = Entries(self)
        self.view = QListView()
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self._told: str | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settling.timeout.connect(self._tell)
        self.view.setModel(self.model)
        self.view.setItemDelegate(EntryDelegate(_entry, lines, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(name)
        self.view.selectionModel().currentChanged.connect(self._settling.start)
        self.setFocusProxy(self.view)
        self._lay_out(head)

    @property
    def current(self) -> str | None:
        """The key of the entry that is chosen, None for none."""
        index = self.view.currentIndex()
        return index.data(EntryRole.KEYED).key if index.isValid() else None

    def show_entries(self, rows: Sequence[Keyed], first: str = "") -> None:
        """List these; the chosen one stays, else *first* is chosen, or the uppermost."""
        current = self.current if self.current is not None else self._told
        self.model.apply(rows)
        self._stack.setCurrentWidget(self.view if rows else self.empty)
        if rows and not self.view.currentIndex().isValid():
            self._choose_row(max(self.model.row_of(current), self.model.row_of(first) if current is None else 0, 0))

    def choose(self, key: str) -> bool:
        """Choose that entry; return whether it is listed."""
        row = self.model.row_of(key)
        if row >= 0:
            self._choose_row(row)
        return row >= 0

    def step(self, by: int) -> None:
        """Go to the next entry, or the one before."""
        if self.model.rowCount():
            self._choose_row(min(max(self.view.currentIndex().row() + by, 0), self.model.rowCount() - 1))

    # --- inside

    def _choose_row(self, row: int) -> None:
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def _tell(self) -> None:
        current = self.current
        if current is not None and current != self._told:
            self._told = current
            self.chosen.emit(current)

    def _lay_out(self, head: QWidget) -> None:
        line = QFrame()
        line.setProperty("role", "hairline")
        for part in (self.view, self.empty):
            self._stack.addWidget(part)
        above = QVBoxLayout()
        above.setContentsMargins(4 * UNIT, 0, 4 * UNIT, 3 * UNIT)
        above.addWidget(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(line)
        column.addWidget(self._stack, 1)


def _entry(index: Index) -> Entry:
    found: Keyed = index.data(EntryRole.KEYED)
    return found.entry
