"""The overlay that viewers see, painted by Qt: for pictures with alpha and for the clean output window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.widgets.overlay_layout import OverlayLayout, lay_out_overlay
from kzg_desktop.widgets.overlay_parts import Mark
from kzg_desktop.widgets.overlay_png import png_bytes

__all__ = ["QrModules", "overlay_image", "paint_overlay", "png_bytes"]

QrModules: TypeAlias = Sequence[Sequence[bool]]
"""Rows of a QR code, True for dark, its quiet zone included; empty for no code."""

_PANEL, _PANEL_END = QColor(24, 31, 43), QColor(12, 17, 26)
_GOLD, _GOLD_END = QColor("#ffd977"), QColor("#ffae34")
_PANEL_OPACITY = 0.93
_COLORS = {
    "text": QColor("#ffffff"),
    "muted": QColor("#d2d9e3"),
    "gold_text": QColor("#ffdc8a"),
    "ink_on_gold": QColor("#201200"),
    "badge": QColor(32, 18, 0, 219),
    "badge_text": QColor("#ffe3a6"),
    "chip": QColor(255, 255, 255, 33),
    "white": QColor("#ffffff"),
    "ink": QColor("#10151d"),
}


def paint_overlay(
    painter: QPainter,
    size: QSize,
    card: AirCard | None,
    qr: QrModules,
    layout: OverlayLayout,
    *,
    opaque: bool = False,
) -> None:
    """Paint *card* into the rectangle 0, 0, *size*, and nothing where the card is not; None paints nothing at all.

    *opaque* is for a background that is keyed out: the key's colour would shine through the panel.
    """
    if card is None or size.isEmpty():
        return
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for mark in lay_out_overlay(QSizeF(size), card, len(qr), layout):
        if mark.shape == "panel":
            _paint_shaded(painter, mark, _PANEL, _PANEL_END, 1.0 if opaque else _PANEL_OPACITY)
        else:
            _paint(painter, mark, qr)
    painter.restore()


def overlay_image(
    size: QSize, card: AirCard | None, qr: QrModules, layout: OverlayLayout, *, opaque: bool = False
) -> QImage:
    """Return the overlay as a picture with straight alpha; without a card it is transparent everywhere."""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)  # the only format that is painted on fast
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_overlay(painter, size, card, qr, layout, opaque=opaque)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def _paint(painter: QPainter, mark: Mark, qr: QrModules) -> None:
    if mark.font is not None:
        painter.setFont(mark.font)
        painter.setPen(_COLORS[mark.color])
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
        painter.drawText(mark.rect, flags, mark.text)
    elif mark.shape == "qr":
        _paint_qr(painter, mark.rect, qr)
    elif mark.shape == "gold":
        _paint_shaded(painter, mark, _GOLD, _GOLD_END, 1.0)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_COLORS[mark.color])
        painter.drawRoundedRect(mark.rect, mark.radius, mark.radius)


def _paint_shaded(painter: QPainter, mark: Mark, above: QColor, below: QColor, opacity: float) -> None:
    shade = QLinearGradient(mark.rect.topLeft(), mark.rect.bottomLeft())
    for place, color in enumerate((above, below)):
        shade.setColorAt(place, QColor.fromRgbF(color.redF(), color.greenF(), color.blueF(), opacity))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(mark.rect, mark.radius, mark.radius)


def _paint_qr(painter: QPainter, rect: QRectF, qr: QrModules) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    left, top, module = round(rect.left()), round(rect.top()), round(rect.width() / len(qr))
    for row, line in enumerate(qr):
        for column, dark in enumerate(line):
            if dark:
                painter.fillRect(left + column * module, top + row * module, module, module, _COLORS["ink"])
    painter.restore()
