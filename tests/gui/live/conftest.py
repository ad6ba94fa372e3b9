from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.live.live_desk import LiveDesk
from kzg_desktop.ui.live.page import LivePage
from tests.gui.fake_desk import FakeClock, FakeDesk


@pytest.fixture
def opened(tasks: Tasks, desk: FakeDesk, clock: FakeClock, until) -> Callable[..., AsyncIterator[LivePage]]:
    """Return a context manager that shows the live page over a desk and lets go of everything at the end."""

    @asynccontextmanager
    async def show(over: FakeDesk = desk) -> AsyncIterator[LivePage]:
        live = LiveDesk(over, tasks, clock)
        page = LivePage(live, over, tasks, clock, Keymap())
        page.resize(1280, 720)
        page.show()
        page.activateWindow()
        await until(lambda: page.isAncestorOf(QApplication.focusWidget() or page.window()))
        await until(lambda: not tasks.running("feed.list"))
        try:
            yield page
        finally:
            page.stop()
            live.stage.checks.stop()
            await tasks.close()
            page.close()
            page.deleteLater()
        assert over.subscribers == 0

    return show


@pytest.fixture
def press() -> Callable[..., None]:
    """Return a function that presses a key on the widget that has the focus, or on the one given."""

    def key(
        key: Qt.Key | str,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        on: QWidget | None = None,
    ) -> None:
        widget = on or QApplication.focusWidget()
        assert widget is not None
        if isinstance(key, str) and not key.isascii():
            typed = QInputMethodEvent()  # as an input method for Chinese does it
            typed.setCommitString(key)
            QApplication.sendEvent(widget, typed)
        elif isinstance(key, str):
            QTest.keyClicks(widget, key, modifier)
        else:
            QTest.keyClick(widget, key, modifier)

    return key
