"""Pictures of every screen of a running desktop, for the guide, the demo's report and whoever checks a change."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kzg_desktop.app import App
from kzg_desktop.ui.hub_fields import WayIn
from kzg_desktop.ui.main_window import MainWindow
from kzg_desktop.ui.preferences import LookChoice
from kzg_desktop.ui.settings_store import LanguageChoice, ThemeChoice
from kzg_desktop.ui.welcome import Welcome

__all__ = ["picture_of", "take_pictures"]

SIZE = QSize(1440, 900)
SETTLE_S = 0.6


async def take_pictures(app: App, window: MainWindow, folder: Path) -> list[str]:
    """Write the pictures as PNG files into *folder* and return their paths; the window is left as it was."""
    before = app.settings.value
    size = window.size()
    window.resize(SIZE)
    written = []
    looks: tuple[tuple[LanguageChoice, ThemeChoice, str], ...] = (
        ("zh", "dark", ""),
        ("zh", "light", "-light"),
        ("en", "dark", "-en"),
    )
    for language, theme, suffix in looks:
        app.preferences.choose_language(language)
        app.preferences.choose_theme(theme)
        for page in ("live", "jobs", "settings"):
            window.show_page(page)
            written.append(await picture_of(window, folder / f"{page}{suffix}.png"))
        welcome = Welcome(app.tasks, _no_hub, LookChoice(app.preferences))
        welcome.show()
        written.append(await picture_of(welcome, folder / f"welcome{suffix}.png"))
        welcome.hide()
        welcome.deleteLater()
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


async def _no_hub(_url: str, _way: WayIn) -> bool:
    """Connect to nothing: this welcome is only looked at."""
    return False
