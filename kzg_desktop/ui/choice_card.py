"""One of a few large choices: icon, title and a sentence on a card that works as a radio button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kzg_desktop.ui.icons import paint_icon
from kzg_desktop.widgets.tokens import RADIUS, SIZES, UNIT, tokens_for

__all__ = ["ChoiceCard"]

_MOVES = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_PADDING = 5 * UNIT
_ICON = 28


class ChoiceCard(QAbstractButton):
    """Checked when chosen. ``moved``: an arrow key asks for the other choice; ``entered``: go on with this one."""

    moved = Signal()
    entered = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._sentence = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumHeight(38 * UNIT)

    def describe(self, title: str, sentence: str) -> None:
        """Say what this choice is."""
        self.setText(title)
        self._sentence = sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def choose(self) -> None:
        """Become the choice, with the focus."""
        self.setChecked(True)
        self.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(84 * UNIT, 38 * UNIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.moved.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_for(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        width = 2 if chosen or self.hasFocus() else 1
        painter.setPen(QPen(tokens.color("accent" if chosen else "hairline"), width))
        fill = "accent_soft" if chosen else "hover" if self.underMouse() else "surface"
        painter.setBrush(tokens.color(fill))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        inner = frame.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        icon = QRectF(inner.left(), inner.top(), _ICON, _ICON)
        paint_icon(painter, self._icon_name, tokens.color("accent" if chosen else "text_muted"), icon)
        self._paint_words(painter, inner.adjusted(0, _ICON + 2 * UNIT, 0, 0))

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        tokens = tokens_for(self.palette())
        title = self.font()
        title.setPixelSize(SIZES["strong"])
        title.setBold(True)
        painter.setFont(title)
        painter.setPen(tokens.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(self.font())
        painter.setPen(tokens.color("text_muted"))
        rest = box.adjusted(0, 7 * UNIT, 0, 0)
        painter.drawText(rest, Qt.TextFlag.TextWordWrap, self._sentence)
