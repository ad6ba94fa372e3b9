"""How a row of the feed is drawn: as one picture of its texts, kept while it may be needed again.

In a burst every row moves with every update. Drawing text takes several calls into Qt, each of which may wait for the
threads that read and write; drawing a row's picture takes one.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPixmap

from kzg_desktop.domain.entities import Application
from kzg_desktop.models.application_text import ApplicationColumn, cell_text
from kzg_desktop.ui.live.freshness import Freshness
from kzg_desktop.widgets.text import elided
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font, tokens_for

__all__ = ["FeedRows", "RowLook", "feed_font"]

_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_PICTURES_HELD = 512
_MUTED = {ApplicationColumn.TIME, ApplicationColumn.PHONE, ApplicationColumn.CHANNEL}


def feed_font(font: QFont) -> QFont:
    """Return the font of the feed's cells."""
    cells = number_font(font)
    cells.setPixelSize(SIZES["body"] - 1)
    return cells


class RowLook(NamedTuple):
    """What every row's picture depends on: its size, where columns are (left, width), and the screen's scale."""

    size: QSize
    columns: tuple[tuple[int, int], ...]
    scale: float
    palette_key: int


class FeedRows:
    """Draws rows with the tint of a fresh one beneath."""

    def __init__(self, freshness: Freshness, font: QFont) -> None:
        self._freshness = freshness
        self._look: RowLook | None = None
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Draw in this font from now on."""
        self._font = feed_font(font)
        self._metrics = QFontMetricsF(self._font)
        self._pictures: dict[int, tuple[Application, QPixmap]] = {}

    def begin(self, look: RowLook, palette: QPalette) -> None:
        """Draw rows that look like this from now on."""
        if look != self._look:
            self._look = look
            self._tokens: Tokens = tokens_for(palette)
            self._pictures.clear()

    def paint(self, painter: QPainter, rect: QRect, row: Application | None, *, selected: bool) -> None:
        """Draw one row, or the sign that it is being read."""
        assert self._look is not None, "begin() comes first"
        if row is None:
            for left, width in self._look.columns:
                bar = QRect(rect.left() + left, rect.top(), width, rect.height())
                painter.fillRect(bar.adjusted(2 * UNIT, 10, -4 * UNIT, -10), self._tokens.color("raised"))
            return
        if selected:
            painter.fillRect(rect, self._tokens.color("selected"))
        elif self._freshness.holds(row.n):
            tint = self._tokens.color("accent")
            tint.setAlphaF(0.35 * self._freshness.strength)
            painter.fillRect(rect, tint)
        painter.drawPixmap(rect.topLeft(), self._picture(row, self._look))

    def _picture(self, row: Application, look: RowLook) -> QPixmap:
        """Return the row's texts drawn; most of a frame was drawn for the frame before."""
        held = self._pictures.get(row.n)
        if held is not None and (held[0] is row or held[0] == row):
            return held[1]
        if len(self._pictures) >= _PICTURES_HELD:
            self._pictures.clear()
        picture = self._draw(row, look)
        self._pictures[row.n] = (row, picture)
        return picture

    def _draw(self, row: Application, look: RowLook) -> QPixmap:
        picture = QPixmap(look.size * look.scale)
        picture.setDevicePixelRatio(look.scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(self._font)
        for column, (left, width) in enumerate(look.columns):
            painter.setPen(self._color(row, column))
            room = QRect(left + 2 * UNIT, 0, width - 2 * UNIT, look.size.height())
            painter.drawText(room, _ALIGN, elided(cell_text(row, column), self._metrics, room.width()))
        painter.end()
        return picture

    def _color(self, row: Application, column: int) -> QColor:
        if row.repeat and column == ApplicationColumn.CHANNEL:
            return self._tokens.color("amber")
        return self._tokens.color("text_muted" if column in _MUTED else "text")
