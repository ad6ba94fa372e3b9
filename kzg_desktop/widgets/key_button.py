"""A button that shows the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from kzg_desktop.widgets.tokens import SIZES, UNIT, tokens_for

__all__ = ["KeyButton"]


class KeyButton(QPushButton):
    """Words with a key cap beside them; *large* for the one action of a screen, which takes the room there is.

    Where it is narrow the others leave out the cap; their tooltip still names the key.
    A click leaves the focus where it is, so that the keys of the page go on working; Tab still reaches the button.
    """

    def __init__(self, words: str, key: str, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(words, parent)
        self._large = large
        if large:
            self.setProperty("kind", "primary")
        self.setAccessibleName(words)
        self.show_key(key)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wide = QSizePolicy.Policy.Expanding if large else QSizePolicy.Policy.Preferred
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def show_key(self, key: str) -> None:
        """Show that key, in Qt's portable notation; "" shows none."""
        self._key = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{self.text()}  ({self._key})" if key else self.text())
        self.setAccessibleDescription(self._key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        padding = (8 if self._large else 4) * UNIT
        return QSize(round(self._content_width() + 2 * padding), (13 if self._large else 11) * UNIT)

    def minimumSizeHint(self) -> QSize:
        width = self._content_width() + 8 * UNIT if self._large else self._words_width() + 4 * UNIT
        return QSize(round(width), self.sizeHint().height())

    @property
    def shows_key(self) -> bool:
        """Whether there is a key, and room for its cap."""
        return bool(self._key) and self.width() >= self._content_width() + 2 * UNIT

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.text = ""  # drawn here, beside the key

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        tokens = tokens_for(self.palette())
        on = "on_accent" if self._large else "text"
        color = tokens.color(on if self.isEnabled() else "text_faint")
        words, cap = self._words_width(), self._cap_width()
        left = (self.width() - (self._content_width() if self.shows_key else words)) / 2
        painter.setPen(color)
        painter.setFont(self._words_font())
        painter.drawText(QRectF(left, 0, words + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if not self.shows_key:
            return
        box = QRectF(left + words + 2 * UNIT, (self.height() - 5 * UNIT) / 2, cap, 5 * UNIT)
        color.setAlphaF(0.7)
        painter.setPen(QPen(color))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), UNIT, UNIT)
        painter.setFont(self._cap_font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _words_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(SIZES["strong" if self._large else "body"])
        font.setWeight(QFont.Weight.DemiBold if self._large else QFont.Weight.Normal)
        return font

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(SIZES["caption"] - 1)
        return font

    def _content_width(self) -> float:
        cap = self._cap_width()
        return self._words_width() + (2 * UNIT + cap if cap else 0)

    def _words_width(self) -> float:
        return QFontMetricsF(self._words_font()).horizontalAdvance(self.text())

    def _cap_width(self) -> float:
        return QFontMetricsF(self._cap_font()).horizontalAdvance(self._key) + 3 * UNIT if self._key else 0.0
