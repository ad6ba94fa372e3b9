"""The cards of a broadcast as a table: time on air, what they brought, and what became of the applicants."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication

from kzg_desktop.review.cards import CardResult
from kzg_desktop.review.compare import Tempo, tempo
from kzg_desktop.review.rates import Rate
from kzg_desktop.review.stages import STAGES, Stage
from kzg_desktop.ui.hr.words import exit_reason_words
from kzg_desktop.ui.review.sorting import FigureRole, Index
from kzg_desktop.widgets.review_words import (
    DASH,
    clock_words,
    percent,
    rate_in_full,
    stage_words,
    tempo_in_full,
    tempo_words,
)
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["CardColumn", "CardTable"]

_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CardColumn(IntEnum):
    """The columns from left to right."""

    TITLE = 0
    PER_MINUTE = 1
    SIGN_UPS = 2
    SHARE = 3
    ON_AIR = 4
    PLANNED = 5
    AIRINGS = 6
    REACHED = 7
    INTERVIEWED = 8
    HIRED = 9
    DAY_7 = 10
    DAY_15 = 11
    DAY_30 = 12
    NAMED = 13
    COST = 14
    COST_EACH = 15
    EXITS = 16
    EMPLOYER = 17


_STAGES: dict[int, Stage] = {
    CardColumn.REACHED: "reached",
    CardColumn.INTERVIEWED: "interviewed",
    CardColumn.HIRED: "hired",
    CardColumn.DAY_7: "day7",
    CardColumn.DAY_15: "day15",
    CardColumn.DAY_30: "day30",
}
_COLUMNS = len(CardColumn)
"""Counted once: a view asks hundreds of times for one paint."""

_TEXT = frozenset({CardColumn.TITLE, CardColumn.EXITS, CardColumn.EMPLOYER})


class _Row(Struct, frozen=True):
    card: CardResult
    tempo: Tempo | None
    title: str

    def rate(self, stage: Stage) -> Rate:
        """Return how many of its applicants came to that stage."""
        return self.card.outcome.steps[STAGES.index(stage)].of_all


class CardTable(QAbstractTableModel):
    """One row for each card; what went to no card stays last. ``apply`` is the only way in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[_Row, ...] = ()
        self._fastest = 1.0
        self._headings = self._words()
        self._explanations = self._explained()
        self._answers: dict[int, Callable[[_Row, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.ToolTipRole: self._in_full,
            Qt.ItemDataRole.TextAlignmentRole: lambda _row, column: _LEFT if column in _TEXT else _RIGHT,
            Qt.ItemDataRole.ForegroundRole: self._color,
            FigureRole.SORT: _key,
            FigureRole.LAST: lambda row, _column: not row.card.job_id,
            FigureRole.INTERVAL: self._interval,
        }

    def apply(self, cards: Sequence[CardResult], titles: Mapping[str, str]) -> None:
        """Show these; *titles* by job id, for cards that were named but never shown."""
        self.beginResetModel()
        self._rows = tuple(
            _Row(
                card=card,
                tempo=tempo(len(card.sent), card.on_air_s) if card.per_minute is not None else None,
                title=self._title(card, titles),
            )
            for card in cards
        )
        self._fastest = max([0.1, *(row.tempo.high for row in self._rows if row.tempo is not None)])
        self.endResetModel()

    def card_at(self, row: int) -> CardResult:
        """Return the card of that row."""
        return self._rows[row].card

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._rows[index.row()], index.column())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section in _TEXT else _RIGHT
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explanations.get(section)
        return None

    # --- inside

    def _title(self, card: CardResult, titles: Mapping[str, str]) -> str:
        if not card.job_id:
            return self.tr("No card on air")
        return card.title or titles.get(card.job_id) or self.tr("Unknown job")

    def _text(self, row: _Row, column: int) -> str:
        if column in _STAGES:
            return f"{row.rate(_STAGES[column]).part:,}"
        return _TEXTS[column](row)

    def _in_full(self, row: _Row, column: int) -> str:
        if column in _STAGES:
            stage = _STAGES[column]
            return f"{stage_words(stage)}: {rate_in_full(row.rate(stage))}"
        if column == CardColumn.PER_MINUTE and row.tempo is not None:
            return self.tr("{figures} sign-ups a minute on air").format(figures=tempo_in_full(row.tempo))
        if column == CardColumn.SHARE:
            return rate_in_full(row.card.share)
        if column == CardColumn.TITLE:
            return " · ".join(part for part in (row.title, row.card.employer) if part)
        return self._text(row, column)

    def _color(self, row: _Row, column: int) -> Any:
        tokens = tokens_for(QGuiApplication.palette())
        if not row.card.job_id or (column == CardColumn.PER_MINUTE and (row.tempo is None or row.tempo.too_few)):
            return tokens.color("text_muted")
        over = column == CardColumn.ON_AIR and row.card.on_air_s > row.card.planned_s * 1.2
        if over and row.card.planned_s:
            return tokens.color("over")
        return tokens.color("text_muted") if column in {CardColumn.EMPLOYER, CardColumn.EXITS} else None

    def _interval(self, row: _Row, column: int) -> tuple[float, float, float] | None:
        found = row.tempo if column == CardColumn.PER_MINUTE else None
        if found is None or found.too_few or found.value is None:
            return None
        return found.low / self._fastest, found.value / self._fastest, found.high / self._fastest

    def _words(self) -> list[str]:
        return [
            self.tr("Card"),
            self.tr("A minute"),
            self.tr("Sign-ups"),
            self.tr("Share"),
            self.tr("On air"),
            self.tr("Planned"),
            self.tr("Airings"),
            *(stage_words(stage) for stage in _STAGES.values()),
            self.tr("Named it"),
            self.tr("Cost"),
            self.tr("Per sign-up"),
            self.tr("Why they left"),
            self.tr("Employer"),
        ]

    def _explained(self) -> dict[int, str]:
        return {
            CardColumn.PER_MINUTE: self.tr("Sign-ups a minute on air; the line shows where the true figure lies"),
            CardColumn.SIGN_UPS: self.tr("Attributed to this card by what was on air"),
            CardColumn.NAMED: self.tr("Named this job on the form, whatever was on air"),
        }


def _exits(card: CardResult) -> str:
    found = sorted(card.exits.items(), key=lambda pair: (-pair[1], pair[0]))
    return " · ".join(f"{exit_reason_words(reason) or reason} {count:,}" for reason, count in found)


def _key(row: _Row, column: int) -> Any:
    return row.rate(_STAGES[column]).part if column in _STAGES else _KEYS[column](row)


_TEXTS: dict[int, Callable[[_Row], str]] = {
    CardColumn.TITLE: lambda row: row.title,
    CardColumn.PER_MINUTE: lambda row: tempo_words(row.tempo),
    CardColumn.SIGN_UPS: lambda row: f"{len(row.card.sent):,}",
    CardColumn.SHARE: lambda row: DASH if row.card.share.value is None else percent(row.card.share.value),
    CardColumn.NAMED: lambda row: f"{row.card.named:,}" if row.card.job_id else DASH,
    CardColumn.ON_AIR: lambda row: clock_words(row.card.on_air_s) if row.card.airings else DASH,
    CardColumn.PLANNED: lambda row: clock_words(row.card.planned_s) if row.card.airings else DASH,
    CardColumn.AIRINGS: lambda row: f"{row.card.airings:,}" if row.card.airings else DASH,
    CardColumn.COST: lambda row: DASH if row.card.cost_yuan is None else f"¥{row.card.cost_yuan:,}",
    CardColumn.COST_EACH: lambda row: DASH if row.card.cost_each_yuan is None else f"¥{row.card.cost_each_yuan:,.2f}",
    CardColumn.EXITS: lambda row: _exits(row.card),
    CardColumn.EMPLOYER: lambda row: row.card.employer,
}

_KEYS: dict[int, Callable[[_Row], Any]] = {
    CardColumn.TITLE: lambda row: row.title,
    CardColumn.PER_MINUTE: lambda row: row.card.per_minute,
    CardColumn.SIGN_UPS: lambda row: len(row.card.sent),
    CardColumn.SHARE: lambda row: row.card.share.value,
    CardColumn.NAMED: lambda row: row.card.named,
    CardColumn.ON_AIR: lambda row: row.card.on_air_s or None,
    CardColumn.PLANNED: lambda row: row.card.planned_s or None,
    CardColumn.AIRINGS: lambda row: row.card.airings or None,
    CardColumn.COST: lambda row: row.card.cost_yuan,
    CardColumn.COST_EACH: lambda row: row.card.cost_each_yuan,
    CardColumn.EXITS: lambda row: sum(row.card.exits.values()) or None,
    CardColumn.EMPLOYER: lambda row: row.card.employer or None,
}
