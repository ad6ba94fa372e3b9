"""The preview of an import as a table: every row of the file, what it becomes, and why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from kzg_desktop.domain.entities import Pay
from kzg_desktop.importing.plan import ImportPlan, RowPlan
from kzg_desktop.importing.table import Skipped
from kzg_desktop.ui.jobs.pay_cell import pay_cell
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["ImportColumn", "ImportRow", "ImportRows", "RowStatus", "preview_rows"]

RowStatus: TypeAlias = Literal["ok", "warning", "error", "skipped"]

_NO_PARENT = QModelIndex()
_COLORS: dict[RowStatus, str] = {"ok": "green", "warning": "amber", "error": "amber", "skipped": "text_faint"}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ImportColumn(IntEnum):
    """The columns from left to right."""

    ROW = 0
    STATUS = 1
    EMPLOYER = 2
    TITLE = 3
    PAY = 4
    OUTCOME = 5
    MESSAGES = 6


class ImportRow(Struct, frozen=True, kw_only=True):
    """One row of the file: planned, or skipped with a reason. *number* is the spreadsheet's own."""

    sheet: str
    number: int
    status: RowStatus
    plan: RowPlan | None = None
    skipped: Skipped | None = None

    @property
    def writes(self) -> bool:
        """Whether importing this row would record anything."""
        return self.plan is not None and self.plan.kind in {"new", "changed"}

    @property
    def messages(self) -> list[str]:
        """What there is to say about it."""
        if self.plan is not None:
            return [str(message) for message in self.plan.draft.messages]
        if self.skipped is None:
            return []
        return ["：".join(part for part in (self.skipped.reason, self.skipped.text) if part)]


def preview_rows(plan: ImportPlan, skipped: Iterable[Skipped]) -> list[ImportRow]:
    """Return all rows of the file in its order, sheet by sheet."""
    rows = [
        ImportRow(sheet=row.draft.sheet, number=row.draft.row, status=row.draft.status, plan=row) for row in plan.rows
    ]
    rows += [ImportRow(sheet=row.sheet, number=row.row, status="skipped", skipped=row) for row in skipped]
    order = {sheet: place for place, sheet in enumerate(dict.fromkeys(row.sheet for row in rows))}
    return sorted(rows, key=lambda row: (order[row.sheet], row.number))


class ImportRows(QAbstractTableModel):
    """The preview. Rows that would write something have a check box; ``apply`` replaces all of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ImportRow] = []
        self._shown: list[ImportRow] = []
        self._several_sheets = False
        self._status: RowStatus | None = None
        self._excluded: set[tuple[str, int]] = set()

    def apply(self, rows: Iterable[ImportRow]) -> None:
        """Show these rows; the user's exclusions stay."""
        self._rows = list(rows)
        self._several_sheets = len({row.sheet for row in self._rows}) > 1
        self._show()

    def show_only(self, status: RowStatus | None) -> None:
        """Show the rows of that status, None for all."""
        self._status = status
        self._show()

    def counts(self) -> Counter[str]:
        """Return how many rows there are of each status."""
        return Counter(row.status for row in self._rows)

    def all_rows(self) -> list[ImportRow]:
        """Return every row, shown or not."""
        return list(self._rows)

    def at(self, row: int) -> ImportRow:
        """Return the row shown there."""
        return self._shown[row]

    def first_to_look_at(self) -> int:
        """Return the first row shown with an error, else with a warning, else that is a job, else 0."""
        found = [row.status for row in self._shown]
        return next((found.index(status) for status in ("error", "warning", "ok") if status in found), 0)

    def accepts(self, row: RowPlan) -> bool:
        """Whether the user wants that row imported."""
        return (row.draft.sheet, row.draft.row) not in self._excluded

    def accepted(self) -> int:
        """Return how many rows would be recorded."""
        return sum(row.writes and row.plan is not None and self.accepts(row.plan) for row in self._rows)

    def toggle(self, rows: Iterable[int]) -> None:
        """Take these rows out of the import, or in again."""
        for row in rows:
            index = self.index(row, ImportColumn.ROW)
            if self._shown[row].writes:
                checked = self.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
                self.setData(
                    index,
                    Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked,
                    Qt.ItemDataRole.CheckStateRole,
                )

    # --- Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(ImportColumn)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == ImportColumn.ROW and self._shown[index.row()].writes:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.place(row) if index.column() == ImportColumn.ROW else self.text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(row.messages) or self.text(row, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return _color(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() == ImportColumn.PAY else _LEFT
        return self._check_state(row) if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 else None

    def _check_state(self, row: ImportRow) -> Qt.CheckState | None:
        if row.plan is None or not row.writes:
            return None
        return Qt.CheckState.Checked if self.accepts(row.plan) else Qt.CheckState.Unchecked

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
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(ImportColumn) - 1))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == ImportColumn.PAY else _LEFT
        return self._titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _titles(self) -> list[str]:
        return [
            self.tr("Row"),
            self.tr("Status"),
            self.tr("Employer"),
            self.tr("Job"),
            self.tr("Pay"),
            self.tr("What happens"),
            self.tr("Remarks"),
        ]

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._rows if self._status in {None, row.status}]
        self.endResetModel()

    # --- words

    def place(self, row: ImportRow) -> str:
        """Return where in the file *row* is: its number, and the sheet where there are several."""
        if not self._several_sheets:
            return str(row.number)
        return self.tr("{sheet} · row {row}").format(sheet=row.sheet, row=row.number)

    def text(self, row: ImportRow, column: int) -> str:
        """Return what that column says of *row*."""
        job = row.plan.job if row.plan is not None else None
        by_column: dict[int, Callable[[], str]] = {
            ImportColumn.ROW: lambda: str(row.number),
            ImportColumn.STATUS: lambda: self.status_words(row.status),
            ImportColumn.EMPLOYER: lambda: job.hiring_organization if job is not None else "",
            ImportColumn.TITLE: lambda: job.title if job is not None else "",
            ImportColumn.PAY: lambda: pay_cell(job.pay) if job is not None and job.pay != Pay() else "",
            ImportColumn.OUTCOME: lambda: self.outcome_words(row),
            ImportColumn.MESSAGES: lambda: "；".join(row.messages),
        }
        return by_column[column]()

    def status_words(self, status: RowStatus) -> str:
        """Return the status with its mark, so that colour is not the only sign."""
        return {
            "ok": "✓ " + self.tr("OK"),
            "warning": "! " + self.tr("Look"),
            "error": "✕ " + self.tr("Error"),
            "skipped": "– " + self.tr("No job"),
        }[status]

    def outcome_words(self, row: ImportRow) -> str:
        """Return what importing does with that row."""
        if row.plan is None:
            return self.tr("Left out")
        if row.writes and not self.accepts(row.plan):
            return self.tr("Left out by you")
        if row.plan.kind == "changed":
            fields = "、".join(change.label for change in row.plan.changes)
            return self.tr("Changes: {fields}").format(fields=fields)
        return {
            "new": self.tr("New job"),
            "same": self.tr("Already there"),
            "duplicate": self.tr("Repeated, left out"),
            "error": self.tr("Not imported"),
        }[row.plan.kind]


def _color(row: ImportRow, column: int) -> Any:
    tokens = tokens_for(QGuiApplication.palette())
    if column == ImportColumn.STATUS:
        return tokens.color(_COLORS[row.status])
    if row.status == "skipped":
        return tokens.color("text_faint")
    return tokens.color("text_muted") if column in {ImportColumn.ROW, ImportColumn.MESSAGES} else None
