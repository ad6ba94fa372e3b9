"""Charts as pictures for files and documents: always on white, at twice the size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QImageWriter, QPainter

from kzg_desktop.widgets.tokens import LIGHT, SIZES, Tokens

__all__ = ["Chart", "Paint", "caption_font", "chart_picture", "png"]

Paint: TypeAlias = Callable[[QPainter, QRectF, Tokens], None]
"""Paints a chart into a rectangle in the colours of a theme."""

_MARGIN = 12


class Chart(Protocol):
    """A widget whose picture can be saved."""

    @property
    def chart_title(self) -> str:
        """What the chart shows, for its picture's file name."""

    def picture_painter(self) -> tuple[Paint, QSize]:
        """Return what paints the chart as it is now, also on another thread and later, and its size on a page."""


def chart_picture(paint: Paint, size: QSize, scale: float = 2.0) -> QImage:
    """Return a picture of *size* device-independent pixels, on white. May be called on any thread."""
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    inside = QRectF(0, 0, size.width(), size.height()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    paint(painter, inside, LIGHT)
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """Return *image* as a PNG file's content."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def caption_font(font: QFont, *, bold: bool = False) -> QFont:
    """Return *font* at the size of captions."""
    small = QFont(font)
    small.setPixelSize(SIZES["caption"])
    if bold:
        small.setWeight(QFont.Weight.DemiBold)
    return small
