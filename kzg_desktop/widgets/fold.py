"""A part of a page under a heading that opens and closes it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kzg_desktop.widgets.tokens import SIZES, UNIT, Tokens, tokens_for

__all__ = ["Fold"]

_HEIGHT = 8 * UNIT
_MARK = 4 * UNIT


class Fold(QWidget):
    """A heading with how much there is beneath it, and a ``body`` layout; Space or Enter on the heading folds it."""

    opened = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None, *, is_open: bool = True) -> None:
        super().__init__(parent)
        self.heading = _Heading(words, self)
        self._content = QWidget(self)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, UNIT, 0, 2 * UNIT)
        self.body.setSpacing(2 * UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._content)
        self.heading.toggled.connect(self._on_toggled)
        self._content.setVisible(is_open)
        self.heading.setChecked(is_open)

    @property
    def is_open(self) -> bool:
        """Whether the body shows."""
        return self.heading.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Show the body, or only the heading."""
        self.heading.setChecked(is_open)

    def say_count(self, words: str) -> None:
        """Show *words* at the right of the heading, such as how many there are."""
        self.heading.say_count(words)

    def _on_toggled(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self.opened.emit(is_open)


class _Heading(QAbstractButton):
    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = ""
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say_count(self, words: str) -> None:
        self._count = words
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._words_font()).horizontalAdvance(self.text())
        return QSize(round(width) + 3 * _MARK, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_for(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.color("hairline")))
        painter.drawLine(0, 0, self.width(), 0)
        self._paint_mark(painter, tokens)
        bright = self.hasFocus() or self.underMouse()
        painter.setPen(tokens.color("accent" if self.hasFocus() else "text" if bright else "text_muted"))
        painter.setFont(self._words_font())
        box = QRectF(_MARK + UNIT, 0, self.width() - _MARK - UNIT, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        font = QFont(self.font())
        font.setPixelSize(SIZES["caption"])
        painter.setFont(font)
        painter.setPen(tokens.color("text_faint"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
        painter.end()

    def _paint_mark(self, painter: QPainter, tokens: Tokens) -> None:
        x, y, half = _MARK / 2 - 2.0, self.height() / 2, 3.0
        down = [QPointF(x - half - 1, y - half / 2), QPointF(x, y + half / 2 + 1), QPointF(x + half + 1, y - half / 2)]
        right = [QPointF(x - half / 2, y - half - 1), QPointF(x + half / 2 + 1, y), QPointF(x - half / 2, y + half + 1)]
        painter.setPen(QPen(tokens.color("text_faint"), 1.5))
        painter.drawPolyline(QPolygonF(down if self.isChecked() else right))

    def _words_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
