"""A label in the colour of a token, which follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["ToneLabel"]


class ToneLabel(QLabel):
    """Plain text that wraps, in the colour named by ``tone``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._tone = "text"
        self._painted = ""

    @property
    def tone(self) -> str:
        """The token of its colour."""
        return self._tone

    def say(self, words: str, tone: str) -> None:
        """Show *words* in that colour."""
        self._tone = tone
        if words != self.text():
            self.setText(words)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        color = tokens_for(self.palette()).color(self._tone)
        if color.name() == self._painted:
            return  # a new palette is itself a change of the palette
        self._painted = color.name()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, color)
        self.setPalette(palette)
