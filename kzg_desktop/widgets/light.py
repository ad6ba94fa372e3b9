"""The light of a card: a tick in a ring, a triangle, or a barred octagon, told by shape as well as colour."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kzg_desktop.domain.guards import Light
from kzg_desktop.widgets.tokens import UNIT, Tokens, tokens_for

__all__ = ["LIGHT_SIZE", "LightMark", "light_color", "light_words", "paint_light"]

LIGHT_SIZE = 4 * UNIT
"""The side of a light, in device-independent pixels, beside body text."""

_COLORS: dict[Light, str] = {"ok": "green", "warn": "amber", "block": "over"}


def light_words(light: Light) -> str:
    """Return what a light says, for tooltips and screen readers."""
    return {
        "ok": QCoreApplication.translate("Light", "Ready for air"),
        "warn": QCoreApplication.translate("Light", "Worth a look"),
        "block": QCoreApplication.translate("Light", "Not to be shown like this"),
    }[light]


def light_color(light: Light, tokens: Tokens) -> QColor:
    """Return the colour of a light. Red is kept for "on air"."""
    return tokens.color(_COLORS[light])


def paint_light(painter: QPainter, box: QRectF, light: Light, tokens: Tokens) -> None:
    """Draw *light* as large as fits the middle of *box*."""
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    {"ok": _tick, "warn": _triangle, "block": _octagon}[light](
        painter, square, light_color(light, tokens), tokens.color("surface")
    )
    painter.restore()


class LightMark(QWidget):
    """A light of its own; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None, *, size: int = LIGHT_SIZE) -> None:
        super().__init__(parent)
        self._light: Light | None = None
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def light(self) -> Light | None:
        """The light shown."""
        return self._light

    def show_light(self, light: Light | None) -> None:
        """Show *light*, or nothing when it is not known."""
        self._light = light
        words = light_words(light) if light is not None else ""
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._light is None:
            return
        painter = QPainter(self)
        paint_light(painter, QRectF(self.rect()), self._light, tokens_for(self.palette()))
        painter.end()


def _at(square: QRectF, x: float, y: float) -> QPointF:
    """Return the place at *x*, *y* of *square*, both from 0 to 1."""
    return QPointF(square.left() + x * square.width(), square.top() + y * square.height())


def _stroke(square: QRectF, color: QColor, width: float) -> QPen:
    pen = QPen(color, width * square.width())
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _tick(painter: QPainter, square: QRectF, color: QColor, _on: QColor) -> None:
    """Most cards are fine: theirs is the quietest of the three."""
    ring = QColor(color)
    ring.setAlphaF(0.45)
    painter.setPen(_stroke(square, ring, 0.08))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(square.center(), square.width() * 0.42, square.width() * 0.42)
    painter.setPen(_stroke(square, color, 0.11))
    painter.drawPolyline(QPolygonF([_at(square, 0.32, 0.52), _at(square, 0.45, 0.65), _at(square, 0.69, 0.38)]))


def _triangle(painter: QPainter, square: QRectF, color: QColor, on: QColor) -> None:
    painter.setPen(_stroke(square, color, 0.12))
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([_at(square, 0.5, 0.12), _at(square, 0.93, 0.86), _at(square, 0.07, 0.86)]))
    painter.setPen(_stroke(square, on, 0.12))
    painter.drawLine(_at(square, 0.5, 0.38), _at(square, 0.5, 0.58))
    painter.drawPoint(_at(square, 0.5, 0.77))


def _octagon(painter: QPainter, square: QRectF, color: QColor, on: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    corners = (pi / 8 + step * pi / 4 for step in range(8))
    painter.drawPolygon(QPolygonF([_at(square, 0.5 + 0.52 * cos(a), 0.5 + 0.52 * sin(a)) for a in corners]))
    painter.setPen(_stroke(square, on, 0.16))
    painter.drawLine(_at(square, 0.3, 0.5), _at(square, 0.7, 0.5))
