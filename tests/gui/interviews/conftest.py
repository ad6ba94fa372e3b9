"""The interviews page over a hiring desk in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.interviews.page import InterviewsPage
from kzg_desktop.ui.keymap import Keymap
from tests.gui.fake_desk import FakeClock
from tests.gui.fake_hiring import FakeHiringDesk, sample_hiring

OpenedPage = Callable[[], AbstractAsyncContextManager[InterviewsPage]]


@pytest.fixture
def desk(clock: FakeClock) -> FakeHiringDesk:
    """A desk with forty applicants and a few slots, at noon."""
    return sample_hiring(clock)


@pytest.fixture
def opened(desk: FakeHiringDesk, tasks: Tasks, clock: FakeClock, until: Callable) -> OpenedPage:
    """Return what opens the page for as long as a story needs it; everything is read by then."""

    @asynccontextmanager
    async def open_page() -> AsyncIterator[InterviewsPage]:
        page = InterviewsPage(desk, tasks, clock, Keymap())
        page.resize(1300, 800)
        page.show()
        page.activateWindow()
        page.setFocus()
        await until(page.isActiveWindow)
        await page.read()
        try:
            yield page
        finally:
            page.stop()
            page.close()
            page.deleteLater()

    return open_page
