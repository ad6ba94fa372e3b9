"""What broadcasts brought, by one thing at a time: by employer, region, age band, broadcast, host or channel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, get_args

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication

from kzg_desktop.models.application_text import audience_name, channel_name
from kzg_desktop.review.campaign import Campaign
from kzg_desktop.review.rates import rate
from kzg_desktop.review.reading import Totals
from kzg_desktop.review.stages import Stage
from kzg_desktop.ui.review.sorting import FigureRole, Index
from kzg_desktop.widgets.review_words import DASH, percent, rate_in_full, stage_words
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["LINES_BY", "LinesBy", "TotalsLine", "TotalsTable", "totals_lines"]

translate = QCoreApplication.translate

LinesBy: TypeAlias = Literal["employers", "regions", "age_bands", "audiences", "broadcasts", "hosts", "channels"]
LINES_BY: tuple[LinesBy, ...] = get_args(LinesBy)

_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STAGES: tuple[Stage, ...] = ("reached", "interviewed", "hired", "day7", "day30")


class TotalsLine(Struct, frozen=True, kw_only=True):
    """One line: a name, what else is known of it, each as it is sorted and as it is said, and its totals.

    *key* is a broadcast's id, else "". *last*: the sum, which stays at the end.
    """

    name: str
    known: tuple[tuple[Any, str], ...] = ()
    totals: Totals
    key: str = ""
    last: bool = False


class TotalsTable(QAbstractTableModel):
    """A line for each group, the sum of all at the end. ``apply`` is the only way in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ("",)
        self._left = 1
        self._lines: tuple[TotalsLine, ...] = ()
        self._answers: dict[int, Callable[[TotalsLine, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.ToolTipRole: self._in_full,
            Qt.ItemDataRole.TextAlignmentRole: lambda _line, column: self._side(column),
            Qt.ItemDataRole.ForegroundRole: self._color,
            Qt.ItemDataRole.FontRole: self._font,
            FigureRole.SORT: self._key,
            FigureRole.LAST: lambda line, _column: line.last,
        }

    def apply(self, heads: Sequence[str], lines: Sequence[TotalsLine], *, left: int = 1) -> None:
        """Show *lines* under *heads*, of which the first *left* are words; the counts follow them."""
        self.beginResetModel()
        self._heads, self._lines, self._left = tuple(heads), tuple(lines), left
        self.endResetModel()

    def line_at(self, row: int) -> TotalsLine:
        """Return the line of that row."""
        return self._lines[row]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._heads) + 2 + len(_STAGES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._answers.get(role) if index.isValid() else None
        return answer(self._lines[index.row()], index.column()) if answer is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        counted = (self.tr("Sign-ups"), self.tr("Again"), *map(stage_words, _STAGES))
        place = section - len(self._heads)
        return self._heads[section] if place < 0 else counted[place]

    # --- inside

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return _LEFT if column < self._left else _RIGHT

    def _count(self, line: TotalsLine, column: int) -> int:
        place = column - len(self._heads)
        if place < 2:
            return (line.totals.total, line.totals.repeats)[place]
        return line.totals.stages.get(_STAGES[place - 2], 0)

    def _text(self, line: TotalsLine, column: int) -> str:
        if column == 0:
            return line.name
        if column < len(self._heads):
            return line.known[column - 1][1]
        count = self._count(line, column)
        found = rate(count, line.totals.total)
        if column <= len(self._heads) + 1 or found.too_few or found.value is None or not count:
            return f"{count:,}"
        return f"{count:,} · {percent(found.value)}"

    def _in_full(self, line: TotalsLine, column: int) -> str:
        if column < len(self._heads) + 2:
            return self._text(line, column)
        return rate_in_full(rate(self._count(line, column), line.totals.total))

    def _color(self, line: TotalsLine, column: int) -> Any:
        few = column > len(self._heads) + 1 and rate(0, line.totals.total).too_few
        return tokens_for(QGuiApplication.palette()).color("text_muted") if few else None

    def _font(self, line: TotalsLine, _column: int) -> Any:
        if not line.last:
            return None
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _key(self, line: TotalsLine, column: int) -> Any:
        if column == 0:
            return line.name
        return line.known[column - 1][0] if column < len(self._heads) else self._count(line, column)


def totals_lines(campaign: Campaign, by: LinesBy) -> tuple[tuple[str, ...], list[TotalsLine]]:
    """Return the headings of what is known of each group, and a line for each; the sum of all comes last."""
    heads, lines = _grouped(campaign, by)
    return heads, [*lines, _sum(campaign, heads, by)] if lines else []


def _grouped(campaign: Campaign, by: LinesBy) -> tuple[tuple[str, ...], list[TotalsLine]]:
    if by == "employers":
        return _employers(campaign)
    if by == "regions":
        return _regions(campaign)
    if by == "broadcasts":
        return _broadcasts(campaign)
    return _keyed(*_keys(campaign, by))


def _keys(campaign: Campaign, by: LinesBy) -> tuple[str, Mapping[str, Totals], Callable[[str], str]]:
    """Return the heading of what is known by its key alone, the totals, and what a key is called."""
    match by:
        case "audiences":
            return translate("ReviewTotals", "Audience"), campaign.audiences, _audience
        case "hosts":
            return translate("ReviewTotals", "Host"), campaign.hosts, _stated
        case "channels":
            return translate("ReviewTotals", "Channel"), campaign.channels, channel_name
        case _:
            return translate("ReviewTotals", "Age band"), campaign.age_bands, _stated


def _employers(campaign: Campaign) -> tuple[tuple[str, ...], list[TotalsLine]]:
    heads = (
        translate("ReviewTotals", "Employer"),
        translate("ReviewTotals", "Jobs"),
        translate("ReviewTotals", "Openings"),
    )
    return heads, [
        TotalsLine(name=_stated(one.name), known=(_number(one.jobs), _number(one.openings)), totals=one.totals)
        for one in campaign.employers
    ]


def _regions(campaign: Campaign) -> tuple[tuple[str, ...], list[TotalsLine]]:
    heads = (translate("ReviewTotals", "Region"), translate("ReviewTotals", "Openings there"))
    return heads, [
        TotalsLine(name=_stated(one.region), known=(_number(one.openings),), totals=one.totals)
        for one in campaign.regions
    ]


def _broadcasts(campaign: Campaign) -> tuple[tuple[str, ...], list[TotalsLine]]:
    heads = (
        translate("ReviewTotals", "Broadcast"),
        translate("ReviewTotals", "Host"),
        translate("ReviewTotals", "Begins"),
    )
    return heads, [
        TotalsLine(
            name=one.title,
            known=((one.host_name, one.host_name), (one.starts_at, _when(one.starts_at))),
            totals=totals,
            key=one.id,
        )
        for one, totals in campaign.broadcasts
    ]


def _keyed(
    head: str, by_key: Mapping[str, Totals], word: Callable[[str], str]
) -> tuple[tuple[str, ...], list[TotalsLine]]:
    return (head,), [TotalsLine(name=word(key), totals=totals) for key, totals in by_key.items()]


def _sum(campaign: Campaign, heads: Sequence[str], by: LinesBy) -> TotalsLine:
    known = {
        "employers": (_number(campaign.jobs), _number(campaign.openings)),
        "regions": (_number(campaign.openings),),
    }
    return TotalsLine(
        name=translate("ReviewTotals", "All together"),
        known=known.get(by, tuple(("", "") for _ in heads[1:])),
        totals=campaign.totals,
        last=True,
    )


def _number(count: int) -> tuple[int | None, str]:
    """A number that nobody stated is none."""
    return (count, f"{count:,}") if count else (None, DASH)


def _when(at_ms: int) -> str:
    return time_of_day(at_ms, form="%Y-%m-%d %H:%M") if at_ms else DASH


def _audience(audience: str) -> str:
    return _stated(audience_name(audience))


def _stated(name: str) -> str:
    return name or translate("ReviewGroup", "Not stated")
