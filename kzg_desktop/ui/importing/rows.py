"""The preview of an import as a table: every row of the file, what it becomes, and why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from kzg_desktop.importing.table import Skipped
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["PLACE", "STATUS", "Row", "RowStatus", "SheetRow", "SheetRows", "in_file_order"]

RowStatus: TypeAlias = Literal["ok", "warning", "error", "skipped"]

PLACE, STATUS = 0, 1
"""The first two columns of every preview. The last one holds the remarks."""

_NO_PARENT = QModelIndex()
_COLORS: dict[RowStatus, str] = {"ok": "green", "warning": "amber", "error": "amber", "skipped": "text_faint"}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SheetRow(Struct, frozen=True, kw_only=True):
    """One row of the file: read, or skipped with a reason. *number* is the spreadsheet's own."""

    sheet: str
    number: int
    status: RowStatus
    skipped: Skipped | None = None

    @property
    def writes(self) -> bool:
        """Whether importing this row would record anything."""
        return False


Row = TypeVar("Row", bound=SheetRow)


def in_file_order(rows: Iterable[Row]) -> list[Row]:
    """Return the rows sheet by sheet, in each by number."""
    listed = list(rows)
    order = {sheet: place for place, sheet in enumerate(dict.fromkeys(row.sheet for row in listed))}
    return sorted(listed, key=lambda row: (order[row.sheet], row.number))


class SheetRows(QAbstractTableModel, Generic[Row]):
    """The rows. Those that would write something have a check box; ``apply`` replaces all of them."""

    right: frozenset[int] = frozenset()
    """Columns of numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._shown: list[Row] = []
        self._columns = len(self.titles())
        self._several_sheets = False
        self._status: RowStatus | None = None
        self._excluded: set[tuple[str, int]] = set()

    # --- what kinds of imports differ in

    def titles(self) -> list[str]:
        """Return what stands over the columns."""
        raise NotImplementedError

    def text(self, row: Row, column: int) -> str:
        """Return what that column says of *row*."""
        raise NotImplementedError

    def messages(self, row: Row) -> Sequence[str]:
        """Return what there is to say about *row*."""
        raise NotImplementedError

    def skipped_words(self) -> str:
        """Return what a row is that is not read."""
        raise NotImplementedError

    # --- rows

    def apply(self, rows: Iterable[Row]) -> None:
        """Show these rows; the user's exclusions stay."""
        self._rows = list(rows)
        self._several_sheets = len({row.sheet for row in self._rows}) > 1
        self._show()

    def include_all(self) -> None:
        """Forget what the user left out: another file comes."""
        self._excluded.clear()

    def show_only(self, status: RowStatus | None) -> None:
        """Show the rows of that status, None for all."""
        self._status = status
        self._show()

    @property
    def status_shown(self) -> RowStatus | None:
        """The status whose rows are shown alone, None for all."""
        return self._status

    def counts(self) -> Counter[str]:
        """Return how many rows there are of each status."""
        return Counter(row.status for row in self._rows)

    def all_rows(self) -> list[Row]:
        """Return every row, shown or not."""
        return list(self._rows)

    def at(self, row: int) -> Row:
        """Return the row shown there."""
        return self._shown[row]

    def where(self, row: SheetRow) -> int:
        """Return at which place that row of the file is shown, -1 for nowhere."""
        place = (row.sheet, row.number)
        return next((i for i, shown in enumerate(self._shown) if (shown.sheet, shown.number) == place), -1)

    def first_to_look_at(self) -> int:
        """Return the first row shown with an error, else with a warning, else that was read, else 0."""
        found = [row.status for row in self._shown]
        return next((found.index(status) for status in ("error", "warning", "ok") if status in found), 0)

    def takes(self, sheet: str, number: int) -> bool:
        """Whether the user wants that row imported."""
        return (sheet, number) not in self._excluded

    def accepted(self) -> int:
        """Return how many rows would be recorded."""
        return sum(row.writes and self.takes(row.sheet, row.number) for row in self._rows)

    def left_out(self) -> int:
        """Return how many rows would be recorded but for the user."""
        return sum(row.writes and not self.takes(row.sheet, row.number) for row in self._rows)

    def toggle(self, rows: Iterable[int]) -> None:
        """Take these rows out of the import, or in again."""
        for row in rows:
            index = self.index(row, PLACE)
            if self._shown[row].writes:
                checked = self.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
                self.setData(
                    index,
                    Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked,
                    Qt.ItemDataRole.CheckStateRole,
                )

    def words_changed(self) -> None:
        """Say all cells anew."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, self.columnCount() - 1))

    # --- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._columns

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == PLACE and self._shown[index.row()].writes:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self.messages(row)) or self._cell(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in self.right else _LEFT
        return self._check_state(row) if role == Qt.ItemDataRole.CheckStateRole and column == PLACE else None

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._shown[index.row()].writes:
            return False
        row = self._shown[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._excluded.discard((row.sheet, row.number))
        else:
            self._excluded.add((row.sheet, row.number))
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), self.columnCount() - 1))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self.right else _LEFT
        return self.titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._rows if self._status in {None, row.status}]
        self.endResetModel()

    def _check_state(self, row: Row) -> Qt.CheckState | None:
        if not row.writes:
            return None
        return Qt.CheckState.Checked if self.takes(row.sheet, row.number) else Qt.CheckState.Unchecked

    # --- words

    def place(self, row: SheetRow) -> str:
        """Return where in the file *row* is: its number, and the sheet where there are several."""
        if not self._several_sheets:
            return str(row.number)
        return self.tr("{sheet} · row {row}").format(sheet=row.sheet, row=row.number)

    def status_words(self, status: RowStatus) -> str:
        """Return the status with its mark, so that colour is not the only sign."""
        return {
            "ok": "✓ " + self.tr("OK"),
            "warning": "! " + self.tr("Check"),
            "error": "✕ " + self.tr("Error"),
            "skipped": "– " + self.skipped_words(),
        }[status]

    def _cell(self, row: Row, column: int) -> str:
        return self.place(row) if column == PLACE else self.text(row, column)

    def _color(self, row: Row, column: int) -> Any:
        tokens = tokens_for(QGuiApplication.palette())
        if column == STATUS:
            return tokens.color(_COLORS[row.status])
        if row.status == "skipped":
            return tokens.color("text_faint")
        return tokens.color("text_muted") if column in {PLACE, self._columns - 1} else None
