"""Painting tables over several pages: measured once, then painted row by row, the head again on each page."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from kzg_desktop.review.documents.blocks import Column, Grid
from kzg_desktop.ui.report.paper import PAPER, font_of, metrics_of
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["COMPANY", "Measured", "Row", "measured", "paint_rows"]

_PAD_X = 1.25 * UNIT
_PAD_Y = 1.0 * UNIT
_TALL = 10_000
_ROLE = "caption"
COMPANY = 3
"""So many rows at least stand together."""


class Row(Struct, frozen=True):
    """A row of texts with its height; the total is bold."""

    texts: tuple[str, ...]
    height: float
    bold: bool = False


class Measured(Struct, frozen=True, kw_only=True):
    """A table with the left edges and widths of its columns and the heights of head and rows, in pixels."""

    grid: Grid
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    head: float
    rows: tuple[Row, ...]
    empty: float

    def fitting(self, first: int, room: float) -> int:
        """Return how many rows from *first* on fit below a head into *room*; at least one, so that there is an end."""
        used = self.head
        for count, row in enumerate(self.rows[first:]):
            used += row.height
            if used > room and count:
                return self._not_lonely(count, len(self.rows) - first - count)
        return len(self.rows) - first

    def _not_lonely(self, count: int, rest: int) -> int:
        """Return fewer rows than *count* where else hardly any would be left for the next page."""
        lacking = max(0, COMPANY - rest)
        return count - lacking if count - lacking >= COMPANY else count

    def height_of(self, first: int, count: int) -> float:
        """Return the height of a head and *count* rows."""
        if not self.rows:
            return self.head + self.empty
        return self.head + sum(row.height for row in self.rows[first : first + count])


def measured(grid: Grid, width: float) -> Measured:
    """Return *grid* measured for that width."""
    widths = _widths(grid, width)
    lefts = tuple(sum(widths[:place]) for place in range(len(widths)))
    rows = [_row(texts, widths) for texts in grid.rows]
    if grid.total and grid.rows:
        rows.append(_row(grid.total, widths, bold=True))
    return Measured(
        grid=grid,
        lefts=lefts,
        widths=widths,
        head=_height([column.title for column in grid.columns], widths, bold=True),
        rows=tuple(rows),
        empty=metrics_of(_ROLE).height() + 2 * _PAD_Y,
    )


def paint_rows(painter: QPainter, box: QRectF, laid: Measured, first: int, count: int) -> None:
    """Paint the head and *count* rows from *first* on into *box*."""
    columns = laid.grid.columns
    head = QRectF(box.left(), box.top(), box.width(), laid.head)
    painter.fillRect(head, PAPER.color("raised"))
    _paint_texts(painter, head, laid, [column.title for column in columns], bold=True, color="text_muted")
    _line(painter, head.bottom(), box)
    y = head.bottom()
    for row in laid.rows[first : first + count]:
        strip = QRectF(box.left(), y, box.width(), row.height)
        _paint_texts(painter, strip, laid, row.texts, bold=row.bold, color="text")
        y = strip.bottom()
        _line(painter, y, box)
    if not laid.rows:
        painter.setFont(font_of(_ROLE))
        painter.setPen(PAPER.color("text_muted"))
        where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(box.left() + _PAD_X, y, box.width(), laid.empty), where, laid.grid.empty)


def _widths(grid: Grid, width: float) -> tuple[float, ...]:
    """Share *width* out by the columns' parts, but give each the room of its longest number and its heading's words."""
    parts = sum(column.width for column in grid.columns)
    shares = [width * column.width / parts for column in grid.columns]
    least = [_least(grid, place, column) for place, column in enumerate(grid.columns)]
    for _ in grid.columns:  # what one gains the others lose, until none is too narrow
        spare = [max(0.0, share - need) for share, need in zip(shares, least, strict=True)]
        lacking = sum(max(0.0, need - share) for share, need in zip(shares, least, strict=True))
        if lacking <= 0 or not sum(spare):
            break
        taken = min(1.0, lacking / sum(spare))
        shares = [max(share, need) - extra * taken for share, need, extra in zip(shares, least, spare, strict=True)]
    scale = width / sum(shares)
    return tuple(share * scale for share in shares)


def _least(grid: Grid, place: int, column: Column) -> float:
    bold = metrics_of(_ROLE, bold=True)
    words = (bold.horizontalAdvance(word) for word in _words(column.title))
    texts = {row[place] for row in (*grid.rows, grid.total) if row} if column.number else set[str]()
    numbers = (bold.horizontalAdvance(text) for text in texts if not any(letter.isalpha() for letter in text))
    return max(0.0, *words, *numbers) + 2 * _PAD_X + 1


def _words(title: str) -> list[str]:
    """Return what must not be cut in a heading: words, and Chinese of up to four characters."""
    return [word if word.isascii() else word[:4] for word in title.split()]


def _row(texts: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> Row:
    return Row(tuple(texts), _height(texts, widths, bold=bold), bold)


def _height(texts: Sequence[str], widths: Sequence[float], *, bold: bool) -> float:
    measure = metrics_of(_ROLE, bold=bold)
    heights = (_text_height(text, width - 2 * _PAD_X, measure) for text, width in zip(texts, widths, strict=True))
    return max(measure.height(), *heights) + 2 * _PAD_Y


def _text_height(text: str, width: float, measure: QFontMetricsF) -> float:
    if measure.horizontalAdvance(text) <= width:
        return measure.height()
    flags = _flags(text, width, measure, number=False)
    return measure.boundingRect(QRectF(0, 0, width, _TALL), flags, text).height()


def _paint_texts(
    painter: QPainter, strip: QRectF, laid: Measured, texts: Sequence[str], *, bold: bool, color: str
) -> None:
    painter.setFont(font_of(_ROLE, bold=bold))
    painter.setPen(PAPER.color(color))
    measure = metrics_of(_ROLE, bold=bold)
    for text, column, left, width in zip(texts, laid.grid.columns, laid.lefts, laid.widths, strict=True):
        if text:
            cell = QRectF(strip.left() + left + _PAD_X, strip.top() + _PAD_Y, width - 2 * _PAD_X, strip.height())
            painter.drawText(cell, _flags(text, cell.width(), measure, number=column.number), text)


def _flags(text: str, width: float, measure: QFontMetricsF, *, number: bool) -> int:
    """Return how to paint a cell: between words, and within one only where that is wider than the cell."""
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    if any(measure.horizontalAdvance(word) > width for word in text.split() if word.isascii()):
        flags |= Qt.TextFlag.TextWrapAnywhere
    return flags.value


def _line(painter: QPainter, y: float, box: QRectF) -> None:
    painter.setPen(QPen(PAPER.color("hairline"), 0.75))
    painter.drawLine(QLineF(box.left(), y, box.right(), y))
