"""The HR desk over forty invented applicants in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest

from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.page import HrPage
from kzg_desktop.ui.keymap import Keymap
from tests.gui.fake_desk import FakeClock
from tests.gui.fake_hiring import FakeHiringDesk, FakeOffice, sample_hiring

OpenedHr = Callable[..., AbstractAsyncContextManager[HrPage]]


@pytest.fixture
def hiring(clock: FakeClock) -> FakeHiringDesk:
    """A desk of two employers with applicants in every state."""
    return sample_hiring(clock)


@pytest.fixture
def office() -> FakeOffice:
    return FakeOffice()


@pytest.fixture
def opened_hr(hiring: FakeHiringDesk, tasks: Tasks, clock: FakeClock) -> OpenedHr:
    """Return what opens the applicants' page for as long as a story needs it."""

    @asynccontextmanager
    async def open_page(**options: Any) -> AsyncIterator[HrPage]:
        page = HrPage(hiring, tasks, clock, Keymap(), **options)
        page.resize(1400, 800)
        page.show()
        page.activateWindow()
        page.setFocus()
        try:
            yield page
        finally:
            page.stop()
            page.close()
            page.deleteLater()

    return open_page
