"""What the cards said on air against the jobs as they are now: pay and lodging first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication

from kzg_desktop.domain.entities import RebateStep
from kzg_desktop.review.promises import Promise, PromiseField
from kzg_desktop.ui.review.sorting import Index
from kzg_desktop.widgets.review_words import DASH
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["PromiseColumn", "PromiseTable", "field_words", "value_words"]

translate = QCoreApplication.translate

_NO_PARENT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_YUAN = frozenset({"month_min_yuan", "month_max_yuan", "base_month_yuan", "hourly_yuan"})


class PromiseColumn(IntEnum):
    """The columns from left to right."""

    FLAG = 0
    JOB = 1
    FIELD = 2
    SAID = 3
    NOW = 4
    AIRED = 5


class _Row(Struct, frozen=True):
    promise: Promise
    job: str
    aired: tuple[int, ...]


class PromiseTable(QAbstractTableModel):
    """One row for each field of a job that is not what was said; several airings of the same words are one.

    ``apply`` is the only way in.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[_Row, ...] = ()
        self._texts: dict[int, Callable[[_Row], str]] = {
            PromiseColumn.FLAG: self._flag,
            PromiseColumn.JOB: lambda row: row.job,
            PromiseColumn.FIELD: lambda row: field_words(row.promise.field),
            PromiseColumn.SAID: lambda row: value_words(row.promise.field, row.promise.said),
            PromiseColumn.NOW: lambda row: value_words(row.promise.field, row.promise.now),
            PromiseColumn.AIRED: lambda row: ", ".join(time_of_day(at) for at in row.aired),
        }

    @property
    def weighty(self) -> int:
        """How many rows are about pay or lodging."""
        return sum(row.promise.weighty for row in self._rows)

    def apply(self, promises: Sequence[Promise], titles: Mapping[str, str]) -> None:
        """Show these; *titles* by job id."""
        same: dict[tuple[Any, ...], list[Promise]] = {}
        for one in promises:
            same.setdefault((one.job_id, one.field, repr(one.said), repr(one.now)), []).append(one)
        rows = [
            _Row(members[0], titles.get(members[0].job_id, members[0].job_id), tuple(one.aired_at for one in members))
            for members in same.values()
        ]
        self.beginResetModel()
        self._rows = tuple(sorted(rows, key=lambda row: (not row.promise.weighty, row.promise.worse is not True)))
        self.endResetModel()

    def promise_at(self, row: int) -> Promise:
        """Return the change of that row."""
        return self._rows[row].promise

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(PromiseColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._texts[column](row)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(row, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return [
                self.tr("Look at it"),
                self.tr("Job"),
                self.tr("What"),
                self.tr("Said on air"),
                self.tr("Now"),
                self.tr("On air at"),
            ][section]
        return None

    # --- inside

    def _flag(self, row: _Row) -> str:
        promise = row.promise
        if promise.weighty:
            return self.tr("▲ pay or lodging, worse") if promise.worse else self.tr("▲ pay or lodging")
        if promise.worse is None:
            return self.tr("changed")
        return self.tr("worse") if promise.worse else self.tr("better")

    def _color(self, row: _Row, column: int) -> Any:
        tokens = tokens_for(QGuiApplication.palette())
        if row.promise.weighty and column in {PromiseColumn.FLAG, PromiseColumn.NOW}:
            return tokens.color("amber")
        return tokens.color("text_muted") if column in {PromiseColumn.FLAG, PromiseColumn.AIRED} else None


def field_words(field: PromiseField) -> str:
    """Return what a field of a card is called."""
    return {
        "month_min_yuan": translate("Promise", "Monthly pay from"),
        "month_max_yuan": translate("Promise", "Monthly pay up to"),
        "base_month_yuan": translate("Promise", "Base pay a month"),
        "hourly_yuan": translate("Promise", "Pay per hour"),
        "piece_rate": translate("Promise", "Piece rate"),
        "overtime": translate("Promise", "Overtime"),
        "allowance": translate("Promise", "Allowance"),
        "payday": translate("Promise", "Payday"),
        "rebates": translate("Promise", "Rebate"),
        "board": translate("Promise", "Board"),
        "lodging": translate("Promise", "Lodging"),
        "couples_room": translate("Promise", "Couples' room"),
        "insurance": translate("Promise", "Insurance"),
        "job_benefits": translate("Promise", "Benefits"),
        "shift": translate("Promise", "Shift"),
        "work_hours": translate("Promise", "Hours"),
        "rest_days": translate("Promise", "Rest days"),
        "job_location": translate("Promise", "Place"),
        "employment_type": translate("Promise", "Employment"),
        "contract_term": translate("Promise", "Contract"),
    }[field]


def value_words(field: PromiseField, value: Any) -> str:
    """Return a value of a card in words."""
    if isinstance(value, bool):
        return translate("Promise", "yes") if value else translate("Promise", "no")
    if value is None or value in ("", ()):
        return DASH
    if field in _YUAN:
        return f"¥{value:,}"
    if isinstance(value, tuple):
        return " · ".join(_part_words(part) for part in value)
    return str(value)


def _part_words(part: object) -> str:
    if isinstance(part, RebateStep):
        step = QCoreApplication.translate("Pay", "{0} d ¥ {1}")
        return step.format(part.days, f"{part.amount_yuan:,}")
    return str(part)
