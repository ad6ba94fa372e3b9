"""A word in a rounded box of its own colour, such as the state of an application."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kzg_desktop.widgets.tokens import SIZES, UNIT, tokens_for

__all__ = ["Chip"]

_HEIGHT = 6 * UNIT


class Chip(QWidget):
    """Shows a word in the colour of a token, on a wash of the same colour; nothing for ""."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._tone = "text_muted"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """The word shown."""
        return self._words

    def say(self, words: str, tone: str) -> None:
        """Show *words* in the colour of the token *tone*."""
        self._words, self._tone = words, tone
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._chip_font()).horizontalAdvance(self._words) + 5 * UNIT if self._words else 0
        return QSize(round(width), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._words:
            return
        color = tokens_for(self.palette()).color(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wash = tokens_for(self.palette()).color(self._tone)
        wash.setAlphaF(0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash)
        painter.drawRoundedRect(QRectF(self.rect()), _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(color)
        painter.setFont(self._chip_font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()

    def _chip_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(SIZES["caption"])
        font.setWeight(QFont.Weight.DemiBold)
        return font
