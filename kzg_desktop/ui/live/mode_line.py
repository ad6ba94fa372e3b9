"""A line across the whole page in the colour of the mode, so that it is never in doubt."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kzg_desktop.domain.entities import Mode
from kzg_desktop.ui.live.stage import Stage
from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["ModeLine"]

_HEIGHT = 3
_COLORS: dict[Mode, str] = {"prepare": "hairline", "rehearse": "accent", "on_air": "on_air"}


class ModeLine(QWidget):
    """Grey, blue or red."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._mode: Mode = "prepare"
        self.setFixedHeight(_HEIGHT)
        stage.changed.connect(self._show)

    def _show(self) -> None:
        if self._stage.mode != self._mode:
            self._mode = self._stage.mode
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), tokens_for(self.palette()).color(_COLORS[self._mode]))
        painter.end()
