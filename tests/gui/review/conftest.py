"""The review page over a real desk: an encrypted cache on disk, no hub."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.review.page import ReviewPage
from tests.gui.fake_desk import FakeClock
from tests.gui.review.campaign import make_campaign

OpenedReview = Callable[..., AbstractAsyncContextManager[ReviewPage]]

KEY = bytes(range(32))


@pytest.fixture
def opened_review(tmp_path: Path, tasks: Tasks, clock: FakeClock, until: Callable) -> OpenedReview:
    """Return what opens the page over a campaign for as long as a story needs it; `page.desk` is its desk."""

    @asynccontextmanager
    async def open_page(counts: tuple[int, ...] = (420, 90, 12), *, wait: bool = True) -> AsyncIterator[ReviewPage]:
        clock.advance(20 * 86_400)
        if counts:
            make_campaign(tmp_path / "desk", KEY, counts)
        desk = await LocalDesk.open(tmp_path / "desk", KEY, clock)
        page = ReviewPage(desk, tasks, clock, Keymap())
        page.desk = desk
        page.resize(1400, 860)
        page.show()
        page.activateWindow()
        page.setFocus()
        try:
            if counts and wait:
                await until(lambda: page.sections.opened is not None and page.list.selection()[0].totals is not None)
            yield page
        finally:
            page.stop()
            page.close()
            page.deleteLater()
            await tasks.close()
            await desk.close()

    return open_page
