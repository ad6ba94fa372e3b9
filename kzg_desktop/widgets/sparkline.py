"""Applications per minute as a row of small bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kzg_desktop.widgets.tokens import tokens_for

__all__ = ["Sparkline"]


class Sparkline(QWidget):
    """One bar for each value, the latest at the right and in the accent colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def values(self) -> tuple[int, ...]:
        """What is shown, oldest first."""
        return self._values

    def show_values(self, values: Sequence[int], description: str) -> None:
        """Show *values*, oldest first; *description* says them in words."""
        self.setToolTip(description)
        self.setAccessibleName(description)
        if tuple(values) != self._values:
            self._values = tuple(values)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._values:
            return
        tokens = tokens_for(self.palette())
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        peak = max(*self._values, 1)
        step = self.width() / len(self._values)
        room = self.height() - 1
        painter.fillRect(QRectF(0, room, self.width(), 1), tokens.color("hairline"))
        for i, value in enumerate(self._values):
            latest = i == len(self._values) - 1
            height = max(2.0, room * value / peak) if value else 0.0
            bar = QRectF(round(i * step), room - height, max(1.0, round(step) - 1), height)
            painter.fillRect(bar, tokens.color("accent" if latest else "text_faint"))
        painter.end()
