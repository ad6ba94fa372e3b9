from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from kzg_desktop.services import SyncStatus
from kzg_desktop.ui.about import About
from kzg_desktop.ui.preferences import Preferences
from kzg_desktop.ui.settings_page import SettingsPage
from kzg_desktop.widgets.text import time_of_day
from tests.gui.fake_desk import NOON, FakeDesk


@pytest.fixture
def page(qtbot: QtBot, desk: FakeDesk, preferences: Preferences, about: About) -> Iterator[SettingsPage]:
    facts = replace(about, mode="hub", hub_url="https://hub.example.com", account="周敏")
    page = SettingsPage(desk, preferences, facts)
    qtbot.addWidget(page)
    page.show()
    yield page
    page.stop()


def test_it_says_which_hub_and_who(page: SettingsPage) -> None:
    words = {label.text() for label in page.findChildren(QLabel)}
    assert {"https://hub.example.com", "周敏", "3.53.4"} <= words


def test_alone_on_this_computer_there_is_no_account_to_name(
    qtbot: QtBot, desk: FakeDesk, preferences: Preferences, about: About
) -> None:
    page = SettingsPage(desk, preferences, replace(about, account="This computer"))
    qtbot.addWidget(page)
    assert "This computer" not in {label.text() for label in page.findChildren(QLabel)}
    page.stop()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (SyncStatus(state="live", synced_at=NOON), f"Synced at {time_of_day(NOON)}"),
        (SyncStatus(state="catching_up", done=12_000, total=40_000), "Catching up: 12,000 of 40,000"),
        (SyncStatus(state="offline", offline_since=NOON), f"Offline since {time_of_day(NOON)}"),
        (SyncStatus(state="sign_in"), "The hub asks you to sign in again"),
        (SyncStatus(state="upgrade"), "This program and the hub have different versions"),
        (SyncStatus(), "Starting"),
    ],
    ids=lambda value: value.state if isinstance(value, SyncStatus) else "",
)
def test_the_status_is_live(page: SettingsPage, desk: FakeDesk, status: SyncStatus, words: str) -> None:
    desk.set_status(status)
    assert words == page.status_text.splitlines()[0]


def test_it_says_what_waits(page: SettingsPage, desk: FakeDesk) -> None:
    desk.set_status(SyncStatus(state="offline", waiting=2))
    assert "2 actions wait to be sent" == page.status_text.splitlines()[1]


def test_offline_the_hub_can_be_tried_at_once(page: SettingsPage, desk: FakeDesk) -> None:
    page.general.try_again.click()
    assert 1 == desk.tried_again
    shown = []
    for state in ("live", "offline", "sign_in"):
        desk.set_status(SyncStatus(state=state))
        shown.append(not page.general.try_again.isHidden())
    assert [False, True, False] == shown


def test_the_theme_is_applied_and_remembered_at_once(page: SettingsPage, preferences: Preferences) -> None:
    page.look.theme.setCurrentIndex(1)
    page.look.theme.activated.emit(1)
    assert ("light", "light") == (preferences.theme.choice, preferences.store.value.theme)


def test_another_hub_is_asked_for_only_after_a_yes(page: SettingsPage, desk: FakeDesk, qtbot: QtBot) -> None:
    desk.set_status(SyncStatus(state="offline", waiting=3))
    asked: list[bool] = []
    page.hub_change_requested.connect(lambda: asked.append(True))
    page.change_hub.click()
    box = page.findChild(QMessageBox)
    assert "3 actions have not been sent yet" in box.text()
    box.buttons()[0].click()
    assert [] == asked
    page.change_hub.click()
    next(b for b in page.findChildren(QMessageBox)[-1].buttons() if b.text() == "Choose another hub").click()
    assert [True] == asked


def test_diagnostics_are_copied(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.said):
        page.copy_diagnostics()
    text = QGuiApplication.clipboard().text()
    assert "SQLite 3.53.4" in text
    assert "Sync live; waiting 0; refused 0; stale False" in text
    assert "周敏" not in text
