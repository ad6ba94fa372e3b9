from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.errors import StoreFull
from kzg_desktop.ui.main_window import MainWindow
from kzg_desktop.ui.preferences import Preferences
from kzg_desktop.ui.settings_store import SettingsStore
from kzg_desktop.ui.shortcuts import ShortcutDialog, shortcut_table
from tests.gui.fake_desk import NOON, FakeDesk
from tests.gui.shell.conftest import Opened


def press(window: MainWindow, keys: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None, "somebody must have the keyboard"
    QTest.keySequence(focus, QKeySequence(keys))


def words(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel)}


def test_keys_lead_to_every_page(opened: Opened, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        async with opened() as window:
            await until(window.isActiveWindow)
            for keys, page in (("Ctrl+2", "jobs"), ("Ctrl+,", "settings"), ("Ctrl+1", "live")):
                press(window, keys)
                assert page == window.page
                assert window.page_widget(page).isVisible()
                assert window.page_widget(page).isAncestorOf(QApplication.focusWidget())

    drive(story())


def test_a_keyboard_that_is_lost_goes_to_the_page(opened: Opened, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        async with opened() as window:
            await until(window.isActiveWindow)
            press(window, "Ctrl+2")
            page = window.page_widget("jobs")
            lost = QApplication.focusWidget()
            lost.clearFocus()
            assert QApplication.focusWidget() is None
            await until(lambda: QApplication.focusWidget() is not None)
            assert page.isAncestorOf(QApplication.focusWidget())

    drive(story())


def test_back_at_the_live_desk_the_keys_of_the_lineup_work_at_once(
    opened: Opened, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        async with opened() as window:
            await until(window.isActiveWindow)
            view = window.page_widget("live").lineup_pane.view
            for keys in ("Ctrl+2", "Ctrl+1"):
                press(window, keys)
            assert view is QApplication.focusWidget()
            press(window, "Down")
            assert 1 == view.currentIndex().row()

    drive(story())


def test_every_page_says_that_a_broadcast_is_on_air(
    opened: Opened, drive: Callable, desk: FakeDesk, until: Callable
) -> None:
    async def story() -> None:
        async with opened() as window:
            window.show_page("jobs")
            assert window.on_air_marked
            await window.live.air.set_mode_now("prepare")
            assert not window.on_air_marked

    drive(story())


def test_only_the_live_desk_is_built_at_once(opened: Opened, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as window:
            assert {"live"} == window.built
            window.show_page("jobs")
            assert {"live", "jobs"} == window.built

    drive(story())


def test_closing_on_air_asks_first_and_ends_the_broadcast(
    opened: Opened, drive: Callable, desk: FakeDesk, until: Callable
) -> None:
    async def story() -> None:
        async with opened() as window:
            asked: list[bool] = []
            window.close_requested.connect(lambda: asked.append(True))
            window.show_page("jobs")
            live = window.page_widget("live")
            for answer in ("no", "yes"):
                window.close()
                assert "live" == window.page
                assert [] == asked
                getattr(live.modes.question, answer).click()
            await until(lambda: asked)
            assert ["prepare"] == [b.mode for b in desk.broadcasts()]

    drive(story())


def test_closing_is_a_request(opened: Opened, drive: Callable, desk: FakeDesk) -> None:
    desk.put(replace(desk.broadcasts()[0], mode="prepare"))

    async def story() -> None:
        async with opened() as window:
            asked: list[bool] = []
            window.close_requested.connect(lambda: asked.append(True))
            window.close()
            assert [True] == asked
            assert window.isVisible()
            window.leave()
            assert not window.isVisible()

    drive(story())


def test_the_window_lets_go_of_the_desk(opened: Opened, drive: Callable, desk: FakeDesk) -> None:
    async def story() -> None:
        async with opened() as window:
            window.show_page("jobs")
            window.show_page("settings")
            assert desk.subscribers >= 3
        assert 0 == desk.subscribers

    drive(story())


def test_the_first_window_fits_the_screen(opened: Opened, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as window:
            free = window.screen().availableSize().expandedTo(window.minimumSize())
            assert window.size() == window.size().boundedTo(free)

    drive(story())


def test_leaving_for_another_hub_on_air_asks_first_and_ends_the_broadcast(
    opened: Opened, drive: Callable, desk: FakeDesk, until: Callable
) -> None:
    async def story() -> None:
        async with opened() as window:
            left: list[bool] = []
            window.hub_change_requested.connect(lambda: left.append(True))
            live = window.page_widget("live")
            for answer in ("no", "yes"):
                window.show_page("settings")
                window.page_widget("settings").hub_change_requested.emit()
                assert [] == left
                getattr(live.modes.question, answer).click()
            await until(lambda: left)
            assert ["prepare"] == [b.mode for b in desk.broadcasts()]

    drive(story())


def test_at_another_hub_work_begins_at_the_live_desk(
    opened: Opened, drive: Callable, desk: FakeDesk, store: SettingsStore, qtbot: QtBot
) -> None:
    desk.put(replace(desk.broadcasts()[0], mode="prepare"))

    async def story() -> None:
        async with opened() as window:
            window.show_page("settings")
            with qtbot.waitSignal(window.hub_change_requested):
                window.page_widget("settings").hub_change_requested.emit()
        assert "live" == SettingsStore(store.path).value.page

    drive(story())


def test_page_broadcast_and_size_are_there_after_a_restart(
    opened: Opened, drive: Callable, desk: FakeDesk, store: SettingsStore
) -> None:
    desk.put(replace(desk.broadcasts()[0], mode="prepare"))
    desk.put(Broadcast(id="b2", title="第 13 场", starts_at=NOON + 1))

    async def story() -> None:
        async with opened() as window:
            assert "b2" == window.page_widget("live").stage.broadcast_id, "the latest one, at first"
            window.resize(1200, 700)
            window.show_broadcast("b1")
            window.show_page("jobs")
        async with opened() as window:
            assert ("jobs", 700) == (window.page, window.height())
            assert "b1" == window.page_widget("live").stage.broadcast_id
        assert "b1" == SettingsStore(store.path).value.broadcast_id

    drive(story())


def test_a_start_on_air_begins_at_the_live_desk(
    opened: Opened, drive: Callable, desk: FakeDesk, store: SettingsStore
) -> None:
    store.change(page="settings", broadcast_id="b1")

    async def story() -> None:
        async with opened() as window:
            assert "live" == window.page
        desk.put(replace(desk.broadcasts()[0], mode="prepare"))
        store.change(page="settings")
        async with opened() as window:
            assert "settings" == window.page

    drive(story())


def test_a_broadcast_that_is_gone_is_not_asked_for(opened: Opened, drive: Callable, store: SettingsStore) -> None:
    store.change(broadcast_id="gone", page="nowhere")

    async def story() -> None:
        async with opened() as window:
            assert "live" == window.page
            assert "b1" == window.page_widget("live").stage.broadcast_id

    drive(story())


def test_an_error_is_told_and_can_be_dismissed(opened: Opened, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as window:
            window.show_error(StoreFull("no space left"))
            assert window.error_text.startswith("The disk is full")
            window.dismiss_error()
            assert "" == window.error_text

    drive(story())


def test_a_toast_leaves_with_its_page(opened: Opened, drive: Callable) -> None:
    async def story() -> None:
        async with opened() as window:
            window.show_page("jobs")
            window.say("Saved")
            assert "Saved" == window.toast_text
            window.show_page("live")
            assert "" == window.toast_text

    drive(story())


def test_another_language_shows_at_once_and_keeps_the_place(
    opened: Opened, drive: Callable, until: Callable, preferences: Preferences, desk: FakeDesk
) -> None:
    async def story() -> None:
        async with opened() as window:
            window.show_page("jobs")
            window.show_page("settings")
            before = desk.subscribers
            assert "Settings" in words(window)
            preferences.choose_language("zh")
            await until(lambda: "设置" in words(window.page_widget("settings")))
            assert "settings" == window.page
            assert "b1" == window.page_widget("live").stage.broadcast_id
            window.show_page("jobs")
            assert "岗位" in words(window.page_widget("jobs"))
            assert before == desk.subscribers, "the old pages let go of the desk"

    drive(story())


def test_an_error_stays_when_the_language_changes(
    opened: Opened, drive: Callable, until: Callable, preferences: Preferences
) -> None:
    async def story() -> None:
        async with opened() as window:
            window.show_error(StoreFull("no space left"))
            preferences.choose_language("zh")
            await until(lambda: window.error_text.startswith("磁盘已满"))

    drive(story())


def test_the_language_is_chosen_in_the_settings(
    opened: Opened, drive: Callable, until: Callable, store: SettingsStore
) -> None:
    async def story() -> None:
        async with opened() as window:
            await until(window.isActiveWindow)
            press(window, "Ctrl+,")
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
            await until(lambda: "设置" in words(window.page_widget("settings")))
            assert "zh" == store.value.language

    drive(story())


@pytest.mark.parametrize("keys", ["F1", "?"])
def test_the_keys_are_listed(opened: Opened, drive: Callable, until: Callable, keys: str) -> None:
    async def story() -> None:
        async with opened() as window:
            await until(window.isActiveWindow)
            press(window, keys)
            dialog = window.findChild(ShortcutDialog)
            assert dialog is not None
            listed = {what for _group, rows in shortcut_table() for _keys, what in rows}
            assert set() == listed - words(dialog)
            await until(dialog.isActiveWindow)  # before that the window behind it is asked what the key means
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            assert not dialog.isVisible()

    drive(story())
