"""The product's own icons: one-colour SVG files, tinted to the theme that they are shown in."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from kzg_desktop.resources import resource
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["IconButton", "IconPushButton", "app_icon", "paint_icon", "tinted_icon", "tinted_pixmap"]

_SCALES = (1.0, 1.5, 2.0)


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))


def paint_icon(painter: QPainter, name: str, color: QColor, box: QRectF) -> None:
    """Draw the icon *name* in *color* into *box*, sharp at any scale."""
    _renderer(name, color.name()).render(painter, box)


def tinted_pixmap(name: str, color: QColor, size: int, scale: float = 1.0) -> QPixmap:
    """Return the icon in *color* as a pixmap of *size* device-independent pixels."""
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, color, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def tinted_icon(name: str, color: QColor, disabled: QColor | None = None, size: int = 20) -> QIcon:
    """Return the icon in *color*, and in *disabled* where the button cannot be pressed."""
    icon = QIcon()
    for scale in _SCALES:
        icon.addPixmap(tinted_pixmap(name, color, size, scale))
        if disabled is not None:
            icon.addPixmap(tinted_pixmap(name, disabled, size, scale), QIcon.Mode.Disabled)
    return icon


def app_icon() -> QIcon:
    """Return the icon of the program itself."""
    icon = QIcon()
    renderer = QSvgRenderer(str(resource("icons", "app.svg")))
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class IconButton(QToolButton):
    """A small button that is only an icon; *words* name it for the tooltip and for screen readers."""

    def __init__(self, icon: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self.setIconSize(QSize(18, 18))
        self.setAutoRaise(True)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        tokens = tokens_for(self.palette())
        self.setIcon(tinted_icon(self._icon_name, tokens.color("text_muted"), tokens.color("text_faint")))


class IconPushButton(QPushButton):
    """A button with an icon before its words; *primary* is the one that a screen wants pressed."""

    def __init__(self, icon: str, words: str, parent: QWidget | None = None, *, primary: bool = False) -> None:
        super().__init__(words, parent)
        self._icon_name = icon
        self._primary = primary
        if primary:
            self.setProperty("kind", "primary")
        self.setIconSize(QSize(16, 16))
        self.setAutoDefault(True)  # Enter presses it, outside dialogs too
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        tokens = tokens_for(self.palette())
        color = tokens.color("on_accent" if self._primary else "text_muted")
        self.setIcon(tinted_icon(self._icon_name, color, tokens.color("text_faint"), 16))
