"""A figure with its uncertainty: a thin line from low to high, and a mark where the figure itself is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kzg_desktop.widgets.tokens import Tokens

__all__ = ["paint_interval"]

_TRACK = 2.0
_WHISKER = 4.0


def paint_interval(
    painter: QPainter, box: QRectF, span: tuple[float, float, float], tokens: Tokens, *, tone: str = "accent"
) -> None:
    """Paint low, value and high, each a share of the width of *box*, in the colour of the token *tone*."""
    low, value, high = (box.left() + box.width() * min(max(share, 0.0), 1.0) for share in span)
    y = box.center().y()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.color("hairline"))
    painter.drawRoundedRect(QRectF(box.left(), y - _TRACK / 2, box.width(), _TRACK), 1, 1)
    wash = tokens.color(tone)
    wash.setAlphaF(0.45)
    painter.setBrush(wash)
    painter.drawRoundedRect(QRectF(low, y - _WHISKER / 2, max(2.0, high - low), _WHISKER), 2, 2)
    painter.setPen(QPen(tokens.color("surface"), 1))
    painter.setBrush(tokens.color(tone))
    painter.drawEllipse(QPointF(value, y), 3.5, 3.5)
    painter.restore()
