"""Waiting until a widget has been painted, so that heavy work begins only when the user sees something."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

__all__ = ["FirstPaint"]


class FirstPaint(QObject):
    """Tells when *widget* was painted for the first time, or after *at_most_ms* if it is never shown."""

    def __init__(self, widget: QWidget, at_most_ms: int = 3000) -> None:
        super().__init__(widget)
        self._painted = asyncio.Event()
        widget.installEventFilter(self)
        QTimer.singleShot(at_most_ms, self, self._painted.set)

    async def wait(self) -> None:
        """Return once that has happened."""
        await self._painted.wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # After this turn of the event loop everything beside the widget is painted, too.
            QTimer.singleShot(0, self, self._painted.set)
        return False
