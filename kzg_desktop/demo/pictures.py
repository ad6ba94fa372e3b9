"""Pictures of every screen of a running desktop, for the guide, the demo's report and whoever checks a change."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kzg_desktop.app import App
from kzg_desktop.ui.hr.page import HrPage
from kzg_desktop.ui.hub_fields import WayIn
from kzg_desktop.ui.interviews.page import InterviewsPage
from kzg_desktop.ui.main_window import MainWindow
from kzg_desktop.ui.preferences import LookChoice
from kzg_desktop.ui.settings_store import LanguageChoice, ThemeChoice
from kzg_desktop.ui.welcome import Welcome

__all__ = ["AFTERWARDS", "ON_AIR", "picture_of", "take_pictures"]

SIZE = QSize(1440, 900)
SETTLE_S = 0.6
_READING_S = {"live": 1.5, "hr": 0.6, "interviews": 0.6, "review": 0.6}
"""What pages need beforehand, which are read or counted a while after they are made."""

ON_AIR = ("live", "jobs", "settings")
"""The pages that a host works with during a broadcast."""

AFTERWARDS = ("hr", "interviews", "review", "team", "welcome")
"""Those to look at afterwards: while this desktop runs the air, they hide names."""

_LOOKS: tuple[tuple[LanguageChoice, ThemeChoice, str], ...] = (
    ("zh", "dark", ""),
    ("zh", "light", "-light"),
    ("en", "dark", "-en"),
)


async def take_pictures(
    app: App, window: MainWindow, folder: Path, pages: tuple[str, ...], *, applicant: int = 0
) -> list[str]:
    """Write pictures of *pages* as PNG files into *folder* and return their paths; the window is left as it was.

    *applicant* is the arrival number of whom the applicants' page is to show, 0 for the first.
    """
    before = app.settings.value
    size = window.size()
    window.resize(SIZE)
    written = []
    for language, theme, suffix in _LOOKS:
        app.preferences.choose_language(language)
        app.preferences.choose_theme(theme)
        for page in pages:
            path = folder / f"{page}{suffix}.png"
            taken = _welcome(app, path) if page == "welcome" else _page(app, window, page, path, applicant)
            written.append(await taken)
    app.preferences.choose_language(before.language)
    app.preferences.choose_theme(before.theme)
    window.show_page(before.page)
    window.resize(size)
    return written


async def picture_of(widget: QWidget, path: Path) -> str:
    """Write a picture of *widget* to *path* once it has settled, and return the path.

    Raises:
        OSError: it could not be written.
    """
    # Pages are read and laid out in turns of the event loop. They are left to the loop: whoever turns it from inside a
    # task enters other tasks, which asyncio forbids and then never resumes.
    await asyncio.sleep(SETTLE_S)
    image = widget.grab()
    if not await asyncio.to_thread(image.toImage().save, str(path)):
        raise OSError(f"{path} could not be written")
    return str(path)


async def _page(app: App, window: MainWindow, name: str, path: Path, applicant: int) -> str:
    window.show_page(name)
    await asyncio.sleep(_READING_S.get(name, 0.0))
    page = window.page_widget(name)  # not before: another language makes it anew
    if isinstance(page, HrPage):
        page.show_only("mine")
        await asyncio.sleep(SETTLE_S)
        if applicant:
            page.show_applicant(applicant)
    if isinstance(page, InterviewsPage) and (slots := app.desk.slots()):
        page.slots.list.choose(slots[0].id)
    return await picture_of(window, path)


async def _welcome(app: App, path: Path) -> str:
    welcome = Welcome(app.tasks, _no_hub, LookChoice(app.preferences))
    welcome.show()
    written = await picture_of(welcome, path)
    welcome.hide()
    welcome.deleteLater()
    return written


async def _no_hub(_url: str, _way: WayIn) -> bool:
    """Connect to nothing: this welcome is only looked at."""
    return False
