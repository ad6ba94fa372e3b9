"""Hundreds of thousands of applications as a table, without a Python object for each.

The model holds one arrival number per row and a few pages of rows. What a view asks for and is not held is announced
by `page_wanted`; until the page is applied the row reads as a placeholder.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kzg_desktop.domain.entities import Application
from kzg_desktop.models.application_changes import (
    Change,
    NumbersPrepended,
    NumbersReset,
    RowsChanged,
    RowsGone,
    RowsLoaded,
)
from kzg_desktop.models.application_text import ApplicationColumn, cell_text

__all__ = ["PAGE_ROWS", "ApplicationRole", "ApplicationTable"]

PAGE_ROWS = 128
_PAGES_HELD = 64
_MOST_SINGLE_REMOVALS = 64

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ApplicationRole(IntEnum):
    """``ROW`` is the Application, or None while it loads."""

    ROW = Qt.ItemDataRole.UserRole


class ApplicationTable(QAbstractTableModel):
    """Applications, newest first. `apply` is the only mutator; names and phones are always masked."""

    page_wanted = Signal(int)
    """A view needs this page; answer with `RowsLoaded` of the numbers that `numbers_to_load` gives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Ascending, so that arrivals are appended and a page keeps its number while the list grows.
        self._numbers: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Application | None]] = OrderedDict()
        self._wanted: set[int] = set()

    # --- what is there

    @property
    def newest(self) -> int:
        """The greatest arrival number held, 0 without any."""
        return self._numbers[-1] if self._numbers else 0

    def number_at(self, row: int) -> int:
        """Return the arrival number in *row*."""
        return self._numbers[len(self._numbers) - 1 - row]

    def row_of(self, number: int) -> int:
        """Return the row of that arrival number, or of the nearest older one; `rowCount()` when there is none."""
        return len(self._numbers) - 1 - self._nearest(number)

    def holds(self, numbers: array[int]) -> bool:
        """Whether the list is exactly *numbers*, greatest first."""
        return len(numbers) == len(self._numbers) and numbers == self._numbers[::-1]

    def numbers_to_load(self, page: int) -> array[int]:
        """Return the numbers of *page* whose rows are not held, greatest first."""
        held = self._pages.get(page, {})
        numbers = self._numbers[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]
        return array("q", (n for n in reversed(numbers) if n not in held))

    # --- Qt's questions

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(ApplicationColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._row(index.row())
            return cell_text(row, index.column()) if row is not None else ""
        if role == ApplicationRole.ROW:
            return self._row(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers()[section]
        return None

    # --- changes

    def apply(self, change: Change) -> None:
        """Take over what changed."""
        match change:
            case NumbersReset(numbers, rows):
                self._reset(numbers, rows)
            case NumbersPrepended(numbers, rows):
                self._prepend(numbers, rows)
            case RowsLoaded(page, asked, rows):
                self._load(page, asked, rows)
            case RowsChanged(numbers):
                self._forget(numbers)
            case RowsGone(numbers):
                self._remove(numbers)

    def _reset(self, numbers: array[int], rows: Sequence[Application] = ()) -> None:
        self.beginResetModel()
        self._numbers = numbers[::-1]
        self._pages.clear()
        self._wanted.clear()
        self._keep({row.n: row for row in rows})
        self.endResetModel()

    def _prepend(self, numbers: array[int], rows: Sequence[Application]) -> None:
        if not numbers:
            return
        self.beginInsertRows(_NO_PARENT, 0, len(numbers) - 1)
        self._numbers.extend(reversed(numbers))
        self._keep({row.n: row for row in rows})
        self.endInsertRows()

    def _load(self, page: int, asked: array[int], rows: Iterable[Application]) -> None:
        self._wanted.discard(page)
        places = self._keep(dict.fromkeys(asked) | {row.n: row for row in rows})
        if places:
            last = len(self._numbers) - 1
            self._emit_changed(last - max(places), last - min(places))

    def _keep(self, rows: Mapping[int, Application | None]) -> list[int]:
        """Hold the rows whose numbers are still listed, None for one that does not exist; return their places."""
        places = {number: at for number in rows if (at := self._position(number)) is not None}
        for number, at in places.items():
            self._pages.setdefault(at // PAGE_ROWS, {})[number] = rows[number]
        for page in {at // PAGE_ROWS for at in places.values()}:
            self._pages.move_to_end(page)
        while len(self._pages) > _PAGES_HELD:
            self._pages.popitem(last=False)
        return list(places.values())

    def _forget(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            at = self._position(number)
            if at is not None:
                self._pages.get(at // PAGE_ROWS, {}).pop(number, None)
                row = len(self._numbers) - 1 - at
                self._emit_changed(row, row)

    def _remove(self, numbers: frozenset[int]) -> None:
        if len(numbers) > _MOST_SINGLE_REMOVALS:
            self._reset(array("q", (n for n in reversed(self._numbers) if n not in numbers)))
            return
        for number in numbers:
            at = self._position(number)
            if at is not None:
                self._remove_at(at)

    def _remove_at(self, at: int) -> None:
        row = len(self._numbers) - 1 - at
        self.beginRemoveRows(_NO_PARENT, row, row)
        self._numbers.pop(at)
        for page in [page for page in self._pages if page >= at // PAGE_ROWS]:
            del self._pages[page]
        self.endRemoveRows()

    # --- inner workings

    def _tool_tip(self, index: Index) -> str | None:
        row = self._row(index.row())
        if row is None:
            return None
        if index.column() == ApplicationColumn.CHANNEL and row.repeat:
            return self.tr("This person applied before")
        return row.job_title if index.column() == ApplicationColumn.JOB else None

    def _row(self, row: int) -> Application | None:
        at = len(self._numbers) - 1 - row
        page, number = at // PAGE_ROWS, self._numbers[at]
        held = self._pages.get(page)
        if held is not None and number in held:
            return held[number]
        if page not in self._wanted:
            self._wanted.add(page)
            self.page_wanted.emit(page)
        return None

    def _position(self, number: int) -> int | None:
        at = bisect_left(self._numbers, number)
        return at if at < len(self._numbers) and self._numbers[at] == number else None

    def _nearest(self, number: int) -> int:
        return bisect_left(self._numbers, number + 1) - 1

    def _emit_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(ApplicationColumn) - 1))

    def _headers(self) -> tuple[str, ...]:
        return (
            self.tr("Time"),
            self.tr("Name"),
            self.tr("Phone"),
            self.tr("City"),
            self.tr("Job"),
            self.tr("Channel"),
        )
