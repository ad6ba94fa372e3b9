"""When the real window and its feed were painted for the first time."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from kzg_desktop.ui.live.page import LivePage
    from kzg_desktop.ui.main_window import MainWindow

__all__ = ["Paints"]


class Paints(QObject):
    """Notes the first paint of the window, and the first of the feed with a row in it.

    It watches these two widgets and no others: a filter over the whole application costs a tenth of a start.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        page = cast("LivePage", window.page_widget("live"))
        self.window_at = 0.0
        self.rows_at = asyncio.Event()
        self._window = window
        self._table = page.feed.table
        self._viewport = page.feed_pane.view.viewport()
        for widget in (self._window, self._viewport):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            if watched is self._window and not self.window_at:
                self.window_at = time.monotonic()
            elif watched is self._viewport and self._table.rowCount() and self._table.index(0, 1).data():
                self.rows_at.set()
        return False
