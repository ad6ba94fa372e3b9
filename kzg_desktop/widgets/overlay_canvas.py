"""The overlay on a plain background in a chosen ratio, where another card fades in."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.widgets.overlay_layout import OverlayLayout
from kzg_desktop.widgets.overlay_painter import QrModules, paint_overlay

__all__ = ["FADE_MS", "Background", "OutputLook", "OverlayCanvas", "Ratio", "fitting"]

Background: TypeAlias = Literal["transparent", "green", "magenta", "black"]
Ratio: TypeAlias = Literal["16:9", "9:16"]

FADE_MS = 300

_COLORS: dict[Background, QColor] = {
    "transparent": QColor(0, 0, 0, 0),
    "green": QColor("#00ff00"),
    "magenta": QColor("#ff00ff"),
    "black": QColor("#000000"),
}
_KEYED = {"green", "magenta"}


class OutputLook(Struct, frozen=True, kw_only=True):
    """How the output looks. A transparent background goes without a frame, whatever ``frameless`` says."""

    background: Background = "green"
    ratio: Ratio = "16:9"
    layout: OverlayLayout = "lower-third"
    frameless: bool = False

    @property
    def bare(self) -> bool:
        """Whether there is no frame."""
        return self.frameless or self.background == "transparent"


def fitting(ratio: Ratio, room: QSize) -> QSize:
    """Return the largest size of that ratio within *room*."""
    width, height = (int(side) for side in ratio.split(":"))
    # scaled down from something large, so that rounding does not change the ratio
    return (QSize(width, height) * 1000).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)


class OverlayCanvas(QWidget):
    """Paints a card as viewers see it, and nothing else."""

    def __init__(self, look: OutputLook, parent: QWidget | None = None, *, reduced_motion: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._card: AirCard | None = None
        self._qr: QrModules = ()
        self._shown = self._leaving = QImage()
        self.fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=0 if reduced_motion else FADE_MS)
        self.fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.fade.valueChanged.connect(self.update)
        self.fade.finished.connect(self._on_faded)
        self.setMouseTracking(True)  # the window shows at which edge it can be resized

    @property
    def look(self) -> OutputLook:
        """How it looks now."""
        return self._look

    @property
    def card(self) -> AirCard | None:
        """The card shown, if any."""
        return self._card

    @property
    def picture_rect(self) -> QRect:
        """Where the picture of the chosen ratio is within the widget."""
        size = fitting(self._look.ratio, self.size())
        return QRect(QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2), size)

    def set_look(self, look: OutputLook) -> None:
        """Look like this from now on."""
        self._look = look
        self._show_at_once()

    def show_card(self, card: AirCard | None, qr: QrModules) -> None:
        """Show *card*, or nothing. Another card fades in; new figures of the same one are there at once."""
        if card == self._card and qr == self._qr:
            return
        same = card is not None and self._card is not None and card.segment_id == self._card.segment_id
        self._card, self._qr = card, qr
        if same or not self.isVisible():
            self._show_at_once()
            return
        leaving = self._picture()
        self.fade.stop()
        self._leaving, self._shown = leaving, self._new_image()
        self.fade.start()

    def _show_at_once(self) -> None:
        self.fade.stop()
        self._leaving, self._shown = QImage(), self._new_image()
        self.update()

    def _on_faded(self) -> None:
        self._leaving = QImage()
        self.update()

    def _new_image(self) -> QImage:
        ratio = self.devicePixelRatioF()
        size = (self.picture_rect.size().toSizeF() * ratio).toSize()
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        opaque = self._look.background in _KEYED
        paint_overlay(painter, size, self._card, self._qr, self._look.layout, opaque=opaque)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image

    def _picture(self) -> QImage:
        """Return what is to be seen now: one card, or a mixture while it fades."""
        if self._leaving.isNull():
            return self._shown
        amount = float(self.fade.currentValue())
        mixed = _faded(self._shown, amount)
        painter = QPainter(mixed)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)  # else panels turn pale midway
        painter.drawImage(QPoint(), _faded(self._leaving, 1 - amount))
        painter.end()
        return mixed

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(self.rect(), _COLORS[self._look.background])
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawImage(self.picture_rect.topLeft(), self._picture())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_at_once()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._show_at_once()
        super().changeEvent(event)


def _faded(image: QImage, amount: float) -> QImage:
    """Return a copy with that share of its opacity."""
    faded = image.copy()
    painter = QPainter(faded)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    # QPainter.setOpacity would do for most modes, but with Plus, Qt adds and cuts off before it weighs
    painter.fillRect(QRectF(QPoint(), image.deviceIndependentSize()), QColor.fromRgbF(0, 0, 0, amount))
    painter.end()
    return faded
