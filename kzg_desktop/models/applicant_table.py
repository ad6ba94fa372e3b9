"""Applicants in any order as a table, without a Python object for each.

The model holds one arrival number per row, in the order of the query, and the rows that were on screen lately. What a
view asks for and is not held is announced by `rows_wanted`; until it is loaded the row reads as a placeholder.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kzg_desktop.domain.entities import Application
from kzg_desktop.models.applicant_changes import ApplicantsChange, Forgotten, Listed, Loaded
from kzg_desktop.models.reordering import changed_window, runs

__all__ = ["ROWS_AT_ONCE", "ApplicantRole", "ApplicantTable", "CellWords"]

ROWS_AT_ONCE = 128
"""Rows read together: those around the one that a view asks for."""

_ROWS_HELD = 4096
_MOST_RUNS = 64
_LARGEST_WINDOW = 20_000
_FEW_LOOKUPS = 6
"""So many places are found sooner by looking through the list than by an index of it."""


Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class CellWords(Protocol):
    """What the table says in its cells and headings."""

    @property
    def headings(self) -> Sequence[str]:
        """One for each column."""

    def text(self, row: Application, column: int) -> str: ...

    def tip(self, row: Application, column: int) -> str: ...


class ApplicantRole(IntEnum):
    """``ROW`` is the Application, or None while it loads; ``NUMBER`` its arrival number."""

    ROW = Qt.ItemDataRole.UserRole
    NUMBER = Qt.ItemDataRole.UserRole + 1


class ApplicantTable(QAbstractTableModel):
    """Rows by arrival number, in the order that they were listed in. `apply` is the only mutator.

    A list that differs little from the one before keeps Qt's selection and scroll place: rows go, come and move one by
    one. Another list altogether is a reset.
    """

    rows_wanted = Signal()
    """A view needs rows that are not held; `take_wanted` says which."""

    def __init__(self, words: CellWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._columns = len(words.headings)
        self._numbers: array[int] = array("q")
        self._rows: OrderedDict[int, Application | None] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._asked: set[int] = set()
        self._places: dict[int, int] | None = None
        self._lookups = 0

    # --- what is there

    @property
    def numbers(self) -> array[int]:
        """All arrival numbers in order. To be read only."""
        return self._numbers

    def number_at(self, row: int) -> int:
        """Return the arrival number in *row*."""
        return self._numbers[row]

    def row_of(self, number: int) -> int:
        """Return where that applicant stands, -1 where it does not."""
        if self._places is None:
            self._lookups += 1
            if self._lookups <= _FEW_LOOKUPS:
                return self._numbers.index(number) if number in self._numbers else -1
            self._places = dict(zip(self._numbers, range(len(self._numbers)), strict=True))
        return self._places.get(number, -1)

    def held(self, number: int) -> Application | None:
        """Return that applicant if it is held, without asking for it."""
        return self._rows.get(number)

    def take_wanted(self) -> tuple[int, ...]:
        """Return the numbers to load now, the latest wish first; they count as asked for."""
        while self._wanted:
            around, _ = self._wanted.popitem()
            if around >= len(self._numbers) or self._numbers[around] in self._asked:
                continue  # it came with the rows around another
            first = max(0, around - ROWS_AT_ONCE // 2)
            near = self._numbers[first : first + ROWS_AT_ONCE]
            numbers = tuple(n for n in near if n not in self._rows and n not in self._asked)
            if numbers:
                self._asked.update(numbers)
                return numbers
        return ()

    def missing(self, rows: range) -> tuple[int, ...]:
        """Return the numbers in those rows that are not held."""
        return tuple(n for n in self._numbers[rows.start : rows.stop] if n not in self._rows)

    # --- Qt's questions

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == ApplicantRole.NUMBER:
            return self._numbers[index.row()]
        if role == ApplicantRole.ROW:
            return self._row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._row(index.row())
            return self._words.text(row, index.column()) if row is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self._row(index.row())
            return self._words.tip(row, index.column()) if row is not None else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words.headings[section]
        return None

    # --- changes

    def apply(self, change: ApplicantsChange) -> None:
        """Take over what changed."""
        match change:
            case Listed(numbers, rows, afresh):
                self._list(numbers, rows, afresh=afresh)
            case Loaded(asked, rows):
                self._asked.difference_update(asked)
                self._refresh(dict.fromkeys(asked) | {row.n: row for row in rows})
            case Forgotten(numbers):
                self._asked.difference_update(numbers)
                for number in numbers & self._rows.keys():
                    del self._rows[number]
                self._tell(numbers)

    def words_changed(self) -> None:
        """Say everything anew, since the words for it changed."""
        if self._numbers:
            self._emit(0, len(self._numbers) - 1)

    def _list(self, numbers: array[int], rows: Sequence[Application], *, afresh: bool) -> None:
        if afresh or not self._become(numbers):
            self.beginResetModel()
            self._set(numbers[:])
            self._wanted.clear()
            self._keep({row.n: row for row in rows})
            self.endResetModel()
        else:
            self._refresh({row.n: row for row in rows})

    def _become(self, new: array[int]) -> bool:
        """Turn the list into *new* row by row; False where a reset is better."""
        window = changed_window(self._numbers, new)
        if window.is_empty:
            return True
        if max(window.before, window.after) > _LARGEST_WINDOW:
            return False
        first = window.first
        wanted = new[first : first + window.after]
        there = self._numbers[first : first + window.before]
        stay = set(wanted)
        known = stay.intersection(there)
        gone = runs([first + at for at, number in enumerate(there) if number not in stay])
        come = runs([first + at for at, number in enumerate(wanted) if number not in known])
        if len(gone) + len(come) > _MOST_RUNS:
            return False
        for start, end in reversed(gone):
            self._remove(start, end)
        kept = array("q", (number for number in wanted if number in known))
        if kept != array("q", (number for number in there if number in known)):
            self._move(first, kept)
        for start, end in come:
            self._insert(start, new[start : end + 1])
        return True

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(_NO_PARENT, first, last)
        for number in self._numbers[first : last + 1]:
            self._rows.pop(number, None)
        self._set(self._numbers[:first] + self._numbers[last + 1 :])
        self.endRemoveRows()

    def _insert(self, first: int, numbers: array[int]) -> None:
        self.beginInsertRows(_NO_PARENT, first, first + len(numbers) - 1)
        self._set(self._numbers[:first] + numbers + self._numbers[first:])
        self.endInsertRows()

    def _move(self, first: int, numbers: array[int]) -> None:
        """Have *numbers*, which stand from *first* on in another order, in this one."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        which = [self._numbers[index.row()] for index in old]
        self._set(self._numbers[:first] + numbers + self._numbers[first + len(numbers) :])
        new = [self.index(self.row_of(number), index.column()) for number, index in zip(which, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _set(self, numbers: array[int]) -> None:
        self._numbers = numbers
        self._places = None
        self._lookups = 0

    # --- rows held

    def _refresh(self, rows: dict[int, Application | None]) -> None:
        changed = {number: row for number, row in rows.items() if self._rows.get(number, ...) != row}
        self._keep(changed)
        self._tell(changed)

    def _keep(self, rows: dict[int, Application | None]) -> None:
        for number, row in rows.items():
            self._rows[number] = row
            self._rows.move_to_end(number)
        while len(self._rows) > _ROWS_HELD:
            self._rows.popitem(last=False)

    def _tell(self, numbers: Iterable[int]) -> None:
        places = sorted(row for number in numbers if (row := self.row_of(number)) >= 0)
        if len(places) > _MOST_RUNS:
            self._emit(places[0], places[-1])
            return
        for first, last in runs(places):
            self._emit(first, last)

    def _emit(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self._columns - 1))

    def _row(self, row: int) -> Application | None:
        number = self._numbers[row]
        if number in self._rows:
            return self._rows[number]
        if number not in self._asked:
            announced = bool(self._wanted)
            self._wanted.pop(row, None)
            self._wanted[row] = None
            if not announced:
                self.rows_wanted.emit()
        return None
