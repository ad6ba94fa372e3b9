"""Groups side by side, one in each column: tempo, stages of the funnel, first call; the best named only when sure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication

from kzg_desktop.review.compare import Tempo, compare, faster
from kzg_desktop.review.rates import Rate
from kzg_desktop.ui.review.compare_groups import Group
from kzg_desktop.ui.review.sorting import FigureRole, Index
from kzg_desktop.widgets.review_words import (
    DASH,
    percent,
    rate_in_full,
    stage_words,
    tempo_in_full,
    too_few_words,
    wait_words,
)
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["CompareTable"]

_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Cell(Struct, frozen=True):
    text: str
    tip: str = ""
    interval: tuple[float, float, float] | None = None
    few: bool = False
    best: bool = False


class _Line(Struct, frozen=True):
    name: str
    cells: tuple[_Cell, ...]


class CompareTable(QAbstractTableModel):
    """``apply`` is the only way in. The first column names what is compared."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._lines: tuple[_Line, ...] = ()
        self._answers: dict[int, Callable[[_Cell], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda cell: f"{cell.text}  ✓" if cell.best else cell.text,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.TextAlignmentRole: lambda _cell: _RIGHT,
            Qt.ItemDataRole.ForegroundRole: _color,
            FigureRole.INTERVAL: lambda cell: cell.interval,
            FigureRole.BEST: lambda cell: cell.best,
        }

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is compared, from left to right."""
        return self._groups

    def apply(self, groups: Sequence[Group]) -> None:
        """Compare these."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self._lines = tuple(self._compared()) if groups else ()
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._groups) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if index.column() == 0:
            return line.name if role == Qt.ItemDataRole.DisplayRole else None
        answer = self._answers.get(role)
        return answer(line.cells[index.column() - 1]) if answer is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._groups[section - 1].name if section else ""
        return None

    # --- inside

    def _compared(self) -> list[_Line]:
        counts = (_Cell(f"{group.outcome.steps[0].count:,}") for group in self._groups)
        lines = [_Line(self.tr("Sign-ups"), tuple(counts)), self._tempos()]
        for found in compare([group.outcome for group in self._groups]):
            widest = max(
                (rate.high for rate in found.rates if rate.value is not None and not rate.too_few), default=1.0
            )
            cells = (_rated(rate, widest, best=place == found.best) for place, rate in enumerate(found.rates))
            lines.append(_Line(stage_words(found.stage), tuple(cells)))
        if any(group.outcome.called for group in self._groups):
            waits = (_Cell(wait_words(group.outcome.first_call_s)) for group in self._groups)
            lines.append(_Line(self.tr("First call, median"), tuple(waits)))
        return lines

    def _tempos(self) -> _Line:
        tempos = [group.tempo for group in self._groups]
        widest = max((found.high for found in tempos if found is not None and not found.too_few), default=1.0)
        best = _fastest(tempos)
        cells = (_timed(found, widest, best=place == best) for place, found in enumerate(tempos))
        return _Line(self.tr("Sign-ups a minute on air"), tuple(cells))

    def _tip(self, cell: _Cell) -> str:
        best = self.tr("Better than every other one for sure")
        return f"{cell.tip}\n{best}" if cell.best else cell.tip


def _rated(rate: Rate, widest: float, *, best: bool) -> _Cell:
    tip = rate_in_full(rate)
    if rate.value is None:
        return _Cell(DASH, tip, few=True)
    if rate.too_few:
        return _Cell(f"{rate.part:,} / {rate.whole:,}  {too_few_words()}", tip, few=True)
    interval = rate.low / widest, rate.value / widest, rate.high / widest
    return _Cell(percent(rate.value), tip, interval, best=best)


def _timed(found: Tempo | None, widest: float, *, best: bool) -> _Cell:
    if found is None or found.value is None:
        return _Cell(DASH, few=True)
    if found.too_few:
        return _Cell(f"{found.value:.1f}  {too_few_words()}", tempo_in_full(found), few=True)
    interval = found.low / widest, found.value / widest, found.high / widest
    return _Cell(f"{found.value:.1f}", tempo_in_full(found), interval, best=best)


def _fastest(tempos: Sequence[Tempo | None]) -> int | None:
    known = [(place, found) for place, found in enumerate(tempos) if found is not None]
    if len(known) < 2:
        return None
    place, first = max(known, key=lambda pair: pair[1].value or 0.0)
    return place if all(faster(first, other) is True for index, other in known if index != place) else None


def _color(cell: _Cell) -> Any:
    tokens = tokens_for(QGuiApplication.palette())
    if cell.few:
        return tokens.color("text_muted")
    return tokens.color("green") if cell.best else None
