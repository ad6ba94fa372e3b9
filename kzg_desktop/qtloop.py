"""asyncio on Qt's event loop. The only module that imports qasync."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kzg_desktop import collector

__all__ = ["run"]

T = TypeVar("T")

AWAKE_MS = 500


def run(app: QApplication, main: Coroutine[Any, Any, T]) -> T:
    """Run *main* to its end on *app*'s event loop and return its result.

    Tasks still running then are cancelled and awaited. The application must not quit by itself:
    ``quitOnLastWindowClosed`` is turned off, since a loop that Qt stops from outside cannot clean up. Garbage is
    collected on this thread alone.
    """
    app.setQuitOnLastWindowClosed(False)
    awake = QTimer(interval=AWAKE_MS)  # Python sees a Ctrl+C only when some of its own code runs
    awake.timeout.connect(collector.collect_if_due)
    awake.start()
    with collector.by_hand(), asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        return runner.run(main)
