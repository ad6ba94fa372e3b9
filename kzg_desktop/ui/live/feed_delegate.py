"""How a cell of the feed is drawn: as a small picture of its text, kept while it may be needed again.

In a burst every row moves with every update. Drawing text takes several calls into Qt, each of which may wait for the
threads that read and write; drawing a picture takes one.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kzg_desktop.domain.entities import Application
from kzg_desktop.models.application_table import ApplicationRole
from kzg_desktop.models.application_text import ApplicationColumn, cell_text
from kzg_desktop.ui.live.freshness import Freshness
from kzg_desktop.widgets.text import elided
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font, tokens_for

__all__ = ["FeedDelegate", "feed_font"]

_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_PICTURES_HELD = 2048
_MUTED = {ApplicationColumn.TIME, ApplicationColumn.PHONE, ApplicationColumn.CHANNEL}


def feed_font(font: QFont) -> QFont:
    """Return the font of the feed's cells."""
    cells = number_font(font)
    cells.setPixelSize(SIZES["body"] - 1)
    return cells


class FeedDelegate(QStyledItemDelegate):
    """Draws one cell with the tint of a fresh row beneath it."""

    def __init__(self, freshness: Freshness, font: QFont) -> None:
        super().__init__()
        self._freshness = freshness
        self._palette_key = 0
        self._tokens: Tokens | None = None
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Draw in this font from now on."""
        self._font = feed_font(font)
        self._metrics = QFontMetricsF(self._font)
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = self._tokens_for(option.palette)
        rect: QRect = option.rect
        row: Application | None = index.data(ApplicationRole.ROW)
        if row is None:
            painter.fillRect(rect.adjusted(2 * UNIT, 10, -4 * UNIT, -10), tokens.color("raised"))
            return
        ground = self._ground(option, row, tokens)
        if ground is not None:
            painter.fillRect(rect, ground)
        column = index.column()
        again = row.repeat and column == ApplicationColumn.CHANNEL
        color = "amber" if again else "text_muted" if column in _MUTED else "text"
        scale = option.widget.devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self._picture(cell_text(row, column), color, rect.size(), scale, tokens))

    def _ground(self, option: QStyleOptionViewItem, row: Application, tokens: Tokens) -> QColor | None:
        if option.state & QStyle.StateFlag.State_Selected:
            return tokens.color("selected")
        if not self._freshness.holds(row.n):
            return None
        tint = tokens.color("accent")
        tint.setAlphaF(0.35 * self._freshness.strength)
        return tint

    def _picture(self, text: str, color: str, size: QSize, scale: float, tokens: Tokens) -> QPixmap:
        """Return *text* cut to the cell and drawn; most of a frame was drawn for the frame before."""
        key = (text, color, size.width(), scale)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) >= _PICTURES_HELD:
                self._pictures.clear()
            found = self._pictures[key] = self._draw(text, tokens.color(color), size, scale)
        return found

    def _draw(self, text: str, color: QColor, size: QSize, scale: float) -> QPixmap:
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(self._font)
        painter.setPen(color)
        room = QRect(2 * UNIT, 0, size.width() - 2 * UNIT, size.height())
        painter.drawText(room, _ALIGN, elided(text, self._metrics, room.width()))
        painter.end()
        return picture

    def _tokens_for(self, palette: QPalette) -> Tokens:
        key = palette.cacheKey()
        if self._tokens is None or key != self._palette_key:
            self._tokens, self._palette_key = tokens_for(palette), key
            self._pictures.clear()
        return self._tokens
