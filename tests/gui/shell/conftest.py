"""A shell with its own settings file; theme and language are put back afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.about import About
from kzg_desktop.ui.i18n import Languages
from kzg_desktop.ui.main_window import MainWindow
from kzg_desktop.ui.preferences import Preferences
from kzg_desktop.ui.settings_store import SettingsStore
from kzg_desktop.ui.theme import Theme
from tests.gui.fake_desk import FakeClock, FakeDesk


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    before = QLocale()
    languages = Languages(qapp, "en")
    yield languages
    languages.choose("en")
    QLocale.setDefault(before)
    languages.deleteLater()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = qapp.palette()
    theme = Theme(qapp, "dark")
    yield theme
    qapp.styleHints().colorSchemeChanged.disconnect(theme.refresh)
    qapp.setStyleSheet("")
    qapp.setPalette(before)
    theme.deleteLater()


@pytest.fixture
def preferences(store: SettingsStore, theme: Theme, languages: Languages) -> Preferences:
    return Preferences(store, theme, languages)


@pytest.fixture
def about(tmp_path: Path) -> About:
    return About(data_folder=tmp_path, extra=(("SQLite", "3.53.4"),))


Opened = Callable[[], AbstractAsyncContextManager[MainWindow]]


@pytest.fixture
def opened(desk: FakeDesk, tasks: Tasks, clock: FakeClock, preferences: Preferences, about: About) -> Opened:
    """Return what opens a main window for as long as a story needs it."""

    @asynccontextmanager
    async def open_window() -> AsyncIterator[MainWindow]:
        window = MainWindow(desk, tasks, clock, preferences, about)
        window.show()
        window.activateWindow()
        try:
            yield window
        finally:
            window.leave()
            window.deleteLater()

    return open_window
