from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.keymap_commands import COMMANDS, command
from kzg_desktop.ui.keymap_keys import canonical, hazard
from kzg_desktop.ui.settings_store import SettingsStore
from kzg_desktop.ui.shortcuts import shortcut_table

PAD = Qt.KeyboardModifier.KeypadModifier


def stored(path: Path, keys: object) -> Keymap:
    path.write_text(json.dumps({"keys": keys}), encoding="utf-8")
    return Keymap(SettingsStore(path))


# --- the defaults


def test_the_defaults_are_keys_in_their_one_spelling() -> None:
    assert [] == [(c.id, key) for c in COMMANDS for key in c.defaults if canonical(key) != key]


def test_no_two_commands_that_meet_share_a_default() -> None:
    keymap = Keymap()
    assert [] == [(c.id, key) for c in COMMANDS for key in c.defaults if keymap.holder(key, c.id)]
    assert all(keymap.is_default(c.id) for c in COMMANDS)


def test_a_presenter_remote_works_at_once() -> None:
    keymap = Keymap()
    assert "PgDown" in keymap.keys("air.take")
    assert "PgUp" in keymap.keys("air.cue_previous")
    assert {"B", "."} < set(keymap.keys("air.clear"))


def test_what_meets_elsewhere_may_share_a_key() -> None:
    keymap = Keymap()
    assert "/" in keymap.keys("feed.search")
    assert "/" in keymap.keys("jobs.search")
    assert keymap.holder("/", "jobs.new") is command("jobs.search")
    assert keymap.holder("F1", "jobs.new") is command("help"), "everywhere is here too"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("b", "B"),
        ("Num+.", "."),
        ("Enter", "Return"),
        ("Ctrl+Num+Enter", "Ctrl+Return"),
        ("Shift+?", "?"),
        ("Shift+Ctrl+z", "Ctrl+Shift+Z"),
        ("Tab", ""),
        ("Shift+Backtab", ""),
        ("Shift", ""),
        ("Foo", ""),
        ("Ctrl+", ""),
        ("", ""),
        ("Ctrl+K, Ctrl+C", ""),
    ],
)
def test_a_key_has_one_spelling(typed: str, key: str) -> None:
    assert key == canonical(typed)


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("F5", ""),
        ("Ctrl+J", ""),
        ("Ctrl+C", "editing"),
        ("Up", "lists"),
        ("Return", "lists"),
        ("G", "typing"),
        ("PgDown", "typing"),
    ],
)
def test_keys_that_others_need_are_known(key: str, what: str) -> None:
    assert what == hazard(key)


# --- changes


def test_only_what_differs_is_stored(store: SettingsStore) -> None:
    keymap = Keymap(store)
    keymap.add("air.take", "F5")
    assert {"air.take": ["Space", "PgDown", "F5"]} == store.value.keys
    assert ("Space", "PgDown", "F5") == Keymap(SettingsStore(store.path)).keys("air.take")
    keymap.remove("air.take", "F5")
    assert {} == store.value.keys
    assert keymap.untouched


def test_a_key_moves_from_one_command_to_another(store: SettingsStore) -> None:
    keymap = Keymap(store)
    keymap.add("lineup.add", "B")
    assert (("Ctrl+J", "B"), ("Esc", ".")) == (keymap.keys("lineup.add"), keymap.keys("air.clear"))
    again = Keymap(SettingsStore(store.path))
    assert (("Ctrl+J", "B"), ("Esc", ".")) == (again.keys("lineup.add"), again.keys("air.clear"))


def test_a_reset_takes_the_keys_back(store: SettingsStore) -> None:
    keymap = Keymap(store)
    keymap.add("lineup.add", "B")
    keymap.reset("air.clear")
    assert (("Ctrl+J",), ("Esc", "B", ".")) == (keymap.keys("lineup.add"), keymap.keys("air.clear"))
    assert {} == store.value.keys


def test_clear_is_always_one_key_away() -> None:
    keymap = Keymap()
    for key in ("Esc", "B", "."):
        keymap.remove("air.clear", key)
    assert (".",) == keymap.keys("air.clear")
    with pytest.raises(ValueError, match=r"\."):
        keymap.add("lineup.add", ".")
    keymap.reset_all()
    assert ("Esc", "B", ".") == keymap.keys("air.clear")


def test_a_reset_cannot_take_the_last_key_of_take_or_clear() -> None:
    keymap = Keymap()
    keymap.add("air.clear", "S")
    for key in ("Esc", "B", "."):
        keymap.remove("air.clear", key)
    with pytest.raises(ValueError, match="S"):
        keymap.reset("lineup.skip")
    assert (("S",), ()) == (keymap.keys("air.clear"), keymap.keys("lineup.skip"))


@pytest.mark.parametrize("key", ["", "Tab", "Foo", "b", "Return"])
def test_what_is_no_key_or_belongs_to_a_widget_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=f"^{key}$"):
        Keymap().add("jobs.new", key)


def test_the_overview_shows_the_keys_as_they_are() -> None:
    keymap = Keymap()
    keymap.add("air.take", "F5")
    keymap.remove("feed.search", "/")
    rows = {what: caps for _group, rows in shortcut_table(keymap) for caps, what in rows}
    assert ["Space", "PgDown", "F5"] == rows["Take: put the next card on air"]
    assert "Search the live feed" not in rows


# --- settings written by hand


@pytest.mark.parametrize(
    "keys",
    [
        {"air.explode": ["X"]},
        {"air.take": "Space"},
        {"air.take": ["Foo", 5, None, {"a": 1}, "Tab"]},
        {"jobs.save": ["Ctrl+T"]},
        {"lineup.skip": ["Return"], "jobs.new": ["Return"]},
        5,
    ],
)
def test_what_cannot_be_used_is_ignored_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, keys: object
) -> None:
    with caplog.at_level(logging.WARNING):
        keymap = stored(tmp_path / "settings.json", keys)
    assert caplog.records
    assert ("Space", "PgDown") == keymap.keys("air.take")
    assert ("Ctrl+S",) == keymap.keys("jobs.save")


def test_no_key_does_two_things_whatever_the_file_says(tmp_path: Path) -> None:
    keymap = stored(
        tmp_path / "settings.json",
        {"lineup.add": ["X", "Space"], "lineup.skip": ["x", "PgDown"], "help": ["/"], "air.take": []},
    )
    assert [] == [(c.id, key) for c in COMMANDS for key in keymap.keys(c.id) if keymap.holder(key, c.id)]
    assert ("X",) == keymap.keys("lineup.add")
    assert () == keymap.keys("lineup.skip")
    assert ("Space", "PgDown") == keymap.keys("air.take"), "it always has a key"
    assert () == keymap.keys("feed.search"), "the user's choice comes before a default"


# --- on a page


class Page(QWidget):
    """A list, a text field and a button, and what was done by key."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.done: list[str] = []
        self.list, self.text, self.button = QListView(), QLineEdit(), QPushButton()
        column = QVBoxLayout(self)
        for part in (self.list, self.text, self.button):
            column.addWidget(part)
        ids = ("air.take", "air.clear", "air.add_minute", "air.go_live", "help", "lineup.move_up")
        keymap.bind(self, {name: lambda name=name: self.done.append(name) for name in ids})


@pytest.fixture
def keymap() -> Keymap:
    return Keymap()


@pytest.fixture
def page(qtbot: QtBot, keymap: Keymap) -> Page:
    page = Page(keymap)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.setFocus()
    return page


def test_keys_do_their_acts(page: Page) -> None:
    for key, modifier in (
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Period, PAD),
        (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Plus, PAD),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier | PAD),
        (Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier),
    ):
        QTest.keyClick(page.list, key, modifier)
    wanted = ["air.take", "air.clear", "air.clear", "air.add_minute", "air.add_minute", "air.go_live", "air.go_live"]
    assert [*wanted, "help"] == page.done


def test_whoever_types_keeps_the_keys(page: Page) -> None:
    page.text.setFocus()
    QTest.keyClicks(page.text, "b. +")
    QTest.keyClick(page.text, Qt.Key.Key_Period, PAD)
    QTest.keyClick(page.text, Qt.Key.Key_PageDown)
    assert ("b. +.", []) == (page.text.text(), page.done)
    QTest.keyClick(page.text, Qt.Key.Key_F1)
    QTest.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ["help", "air.go_live"] == page.done


def test_a_button_keeps_its_space_but_not_the_remote(page: Page) -> None:
    page.button.setFocus()
    QTest.keyClick(page.button, Qt.Key.Key_Space)
    assert [] == page.done
    QTest.keyClick(page.button, Qt.Key.Key_PageDown)
    assert ["air.take"] == page.done


def test_a_question_on_screen_keeps_the_keys_from_the_page_below(page: Page, qtbot: QtBot) -> None:
    question = QDialog(page)
    qtbot.addWidget(question)
    question.open()
    QTest.keyClick(page.list, Qt.Key.Key_PageDown)
    assert [] == page.done
    question.reject()
    QTest.keyClick(page.list, Qt.Key.Key_PageDown)
    assert ["air.take"] == page.done


def test_a_change_is_followed_at_once(page: Page, keymap: Keymap) -> None:
    keymap.add("air.take", "F5")
    keymap.remove("air.take", "PgDown")
    QTest.keyClick(page.list, Qt.Key.Key_F5)
    assert ["air.take"] == page.done
    QTest.keyClick(page.list, Qt.Key.Key_PageDown)
    assert ["air.take"] == page.done


def test_a_key_held_down_counts_once_but_moving_goes_on(page: Page) -> None:
    repeats = {s.key().toString(): s.autoRepeat() for s in page.findChildren(QShortcut)}
    assert {"Alt+Up"} == {key for key, repeat in repeats.items() if repeat}
    assert {"Space", "PgDown", "Esc", "B", "."} < repeats.keys()


def test_a_page_that_is_gone_is_no_longer_served(qtbot: QtBot, keymap: Keymap) -> None:
    page = Page(keymap)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    keymap.add("air.take", "F5")


def test_an_unknown_command_is_a_mistake(keymap: Keymap, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    nothing: Callable[[], None] = lambda: None  # noqa: E731
    with pytest.raises(KeyError):
        keymap.bind(widget, {"air.explode": nothing})
