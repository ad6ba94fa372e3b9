from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kzg_desktop.errors import HubRejected, HubUnreachable
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.preferences import LookChoice, Preferences
from kzg_desktop.ui.welcome import Connect, Welcome, WelcomeChoice
from kzg_desktop.wire import problem


class Hub:
    """Lets in whoever has the code; `failing` is raised instead, and while `gate` is cleared it does not answer."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.failing: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def connect(self, url: str, invitation: str) -> None:
        self.asked.append((url, invitation))
        await self.gate.wait()
        if self.failing is not None:
            raise self.failing
        if invitation != "GOOD-CODE":
            raise HubRejected(problem("invitation-invalid"))


def open_welcome(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, connect: Connect
) -> tuple[Welcome, list[WelcomeChoice]]:
    welcome = Welcome(tasks, connect, LookChoice(preferences))
    qtbot.addWidget(welcome)
    chosen: list[WelcomeChoice] = []
    welcome.chosen.connect(chosen.append)
    welcome.show()
    welcome.activateWindow()
    return welcome, chosen


def press(welcome: Welcome, key: Qt.Key) -> None:
    QTest.keyClick(welcome.focusWidget() or welcome, key)


def type_in(welcome: Welcome, text: str) -> None:
    QTest.keyClicks(welcome.focusWidget(), text)


def test_enter_starts_on_this_computer(qtbot: QtBot, tasks: Tasks, preferences: Preferences) -> None:
    welcome, chosen = open_welcome(qtbot, tasks, preferences, Hub().connect)
    press(welcome, Qt.Key.Key_Return)
    press(welcome, Qt.Key.Key_Return)
    assert [WelcomeChoice("embedded")] == chosen


def test_a_hub_by_keyboard_alone(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    hub = Hub()

    async def story() -> None:
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub.connect)
        press(welcome, Qt.Key.Key_Right)
        press(welcome, Qt.Key.Key_Tab)
        type_in(welcome, "hub.example.com")
        press(welcome, Qt.Key.Key_Tab)
        type_in(welcome, "GOOD-CODE")
        press(welcome, Qt.Key.Key_Return)
        await until(lambda: chosen)
        assert [WelcomeChoice("hub", "https://hub.example.com", "GOOD-CODE")] == chosen

    drive(story())
    assert [("https://hub.example.com", "GOOD-CODE")] == hub.asked


def test_what_is_missing_is_said_in_its_place(qtbot: QtBot, tasks: Tasks, preferences: Preferences) -> None:
    hub = Hub()
    welcome, chosen = open_welcome(qtbot, tasks, preferences, hub.connect)
    press(welcome, Qt.Key.Key_Right)
    press(welcome, Qt.Key.Key_Return)
    assert welcome.fields.problem("url")
    assert welcome.fields.url is welcome.focusWidget()
    type_in(welcome, "hub.example.com")
    assert "" == welcome.fields.problem("url")
    press(welcome, Qt.Key.Key_Return)
    assert welcome.fields.problem("invitation")
    assert welcome.fields.invitation is welcome.focusWidget()
    assert ([], []) == (chosen, hub.asked)


def test_a_wrong_code_keeps_what_was_typed(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        welcome, chosen = open_welcome(qtbot, tasks, preferences, Hub().connect)
        fill(welcome, "hub.example.com", "OLD-CODE")
        await until(lambda: welcome.fields.problem("invitation"))
        assert ("hub.example.com", "OLD-CODE") == (welcome.fields.url.text(), welcome.fields.invitation.text())
        await until(lambda: welcome.focusWidget() is welcome.fields.invitation)
        assert [] == chosen

    drive(story())


def test_a_hub_that_does_not_answer_can_be_tried_again(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        hub = Hub()
        hub.failing = HubUnreachable("no route")
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub.connect)
        fill(welcome, "hub.example.com", "GOOD-CODE")
        await until(lambda: welcome.fields.problem("url"))
        await until(lambda: not tasks.running("welcome.connect"))
        hub.failing = None
        press(welcome, Qt.Key.Key_Return)
        await until(lambda: chosen)

    drive(story())


def test_escape_stops_the_connecting(
    qtbot: QtBot, tasks: Tasks, preferences: Preferences, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        hub = Hub()
        hub.gate.clear()
        welcome, chosen = open_welcome(qtbot, tasks, preferences, hub.connect)
        fill(welcome, "hub.example.com", "GOOD-CODE")
        await until(lambda: hub.asked)
        press(welcome, Qt.Key.Key_Escape)
        await until(lambda: not tasks.running("welcome.connect"))
        assert [] == chosen
        assert welcome.fields.url.isEnabled()
        assert "GOOD-CODE" == welcome.fields.invitation.text()

    drive(story())


def test_another_language_keeps_what_was_typed(qtbot: QtBot, tasks: Tasks, preferences: Preferences) -> None:
    welcome, _chosen = open_welcome(qtbot, tasks, preferences, Hub().connect)
    press(welcome, Qt.Key.Key_Right)
    welcome.fields.url.setText("hub.example.com")
    preferences.choose_language("zh")
    qtbot.waitUntil(lambda: welcome.windowTitle() == "欢迎")
    assert "hub.example.com" == welcome.fields.url.text()
    assert "zh" == preferences.store.value.language


def fill(welcome: Welcome, url: str, invitation: str) -> None:
    press(welcome, Qt.Key.Key_Right)
    welcome.fields.url.setText(url)
    welcome.fields.invitation.setText(invitation)
    press(welcome, Qt.Key.Key_Return)
