"""Funnels of groups side by side: how many of each came how far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication

from kzg_desktop.review.funnel import Funnel, Step
from kzg_desktop.ui.review.sorting import FigureRole, Index
from kzg_desktop.widgets.review_words import percent, rate_in_full, stage_words, wait_words
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["FunnelTable"]

_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STAGES = 9


class FunnelTable(QAbstractTableModel):
    """One row for each group: its name, how many came to each stage, and the time to the first call.

    ``apply`` is the only way in.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._funnels: tuple[Funnel, ...] = ()
        self._names: tuple[str, ...] = ()
        self._answers: dict[int, Callable[[int, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.ToolTipRole: self._in_full,
            Qt.ItemDataRole.TextAlignmentRole: lambda _row, column: _RIGHT if column else _LEFT,
            Qt.ItemDataRole.ForegroundRole: self._color,
            FigureRole.SORT: self._key,
        }

    def apply(self, funnels: Sequence[Funnel], names: Sequence[str]) -> None:
        """Show *funnels* under *names*."""
        self.beginResetModel()
        self._funnels, self._names = tuple(funnels), tuple(names)
        self.endResetModel()

    def funnel_at(self, row: int) -> tuple[Funnel, str]:
        """Return the funnel of that row and its name."""
        return self._funnels[row], self._names[row]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._funnels)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else _STAGES + 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._answers.get(role) if index.isValid() else None
        return answer(index.row(), index.column()) if answer is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("Group")
        return self._stages()[section - 1] if section <= _STAGES else self.tr("First call")

    # --- inside

    def _stages(self) -> list[str]:
        return [stage_words(step.stage) for step in self._funnels[0].steps] if self._funnels else [""] * _STAGES

    def _step(self, row: int, column: int) -> Step:
        return self._funnels[row].steps[column - 1]

    def _text(self, row: int, column: int) -> str:
        if column == 0:
            return self._names[row]
        if column > _STAGES:
            return wait_words(self._funnels[row].first_call_s)
        step = self._step(row, column)
        rate = step.of_all
        if column == 1 or rate.too_few or rate.value is None or not step.count:
            return f"{step.count:,}"
        return f"{step.count:,} · {percent(rate.value)}"

    def _in_full(self, row: int, column: int) -> str:
        if column == 0:
            return self._names[row]
        if column > _STAGES:
            return self.tr("{n} called").format(n=f"{self._funnels[row].called:,}")
        step = self._step(row, column)
        return f"{stage_words(step.stage)}: {rate_in_full(step.of_all)}"

    def _color(self, row: int, column: int) -> Any:
        few = 1 < column <= _STAGES and self._step(row, column).of_all.too_few
        return tokens_for(QGuiApplication.palette()).color("text_muted") if few else None

    def _key(self, row: int, column: int) -> Any:
        if column == 0:
            return self._names[row]
        return self._funnels[row].first_call_s if column > _STAGES else self._step(row, column).count
