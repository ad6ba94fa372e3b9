"""How a cell of the feed is drawn: its own text, since the default delegate takes twice as long in a burst."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kzg_desktop.domain.entities import Application
from kzg_desktop.models.application_table import ApplicationRole
from kzg_desktop.models.application_text import ApplicationColumn, cell_text
from kzg_desktop.ui.live.freshness import Freshness
from kzg_desktop.widgets.text import elided
from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, number_font, tokens_for

__all__ = ["FeedDelegate", "feed_font"]

_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_TEXTS_HELD = 4096
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
        self._fitted: dict[tuple[str, int], str] = {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = self._tokens_for(option.palette)
        rect = QRectF(option.rect)
        row: Application | None = index.data(ApplicationRole.ROW)
        if row is None:
            bar = rect.adjusted(2 * UNIT, 2.5 * UNIT, -4 * UNIT, -2.5 * UNIT)
            painter.fillRect(bar, tokens.color("raised"))
            return
        ground = self._ground(option, row, tokens)
        if ground is not None:
            painter.fillRect(rect, ground)
        column = index.column()
        again = row.repeat and column == ApplicationColumn.CHANNEL
        color = "amber" if again else "text_muted" if column in _MUTED else "text"
        painter.setFont(self._font)
        painter.setPen(tokens.color(color))
        text = self._fit(cell_text(row, column), int(rect.width()) - 2 * UNIT)
        painter.drawText(rect.adjusted(2 * UNIT, 0, 0, 0), _ALIGN, text)

    def _ground(self, option: QStyleOptionViewItem, row: Application, tokens: Tokens) -> QColor | None:
        if option.state & QStyle.StateFlag.State_Selected:
            return tokens.color("selected")
        if not self._freshness.holds(row.n):
            return None
        tint = tokens.color("accent")
        tint.setAlphaF(0.35 * self._freshness.strength)
        return tint

    def _fit(self, text: str, width: int) -> str:
        """Return *text* cut to *width*. Most texts of a frame were measured for the frame before."""
        found = self._fitted.get((text, width))
        if found is None:
            if len(self._fitted) >= _TEXTS_HELD:
                self._fitted.clear()
            found = self._fitted[text, width] = elided(text, self._metrics, width)
        return found

    def _tokens_for(self, palette: QPalette) -> Tokens:
        key = palette.cacheKey()
        if self._tokens is None or key != self._palette_key:
            self._tokens, self._palette_key = tokens_for(palette), key
        return self._tokens
