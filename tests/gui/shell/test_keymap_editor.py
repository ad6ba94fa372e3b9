from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.keymap_editor import KeymapEditor
from kzg_desktop.ui.settings.key_list import KeyListModel, KeyRole
from kzg_desktop.ui.settings.key_recorder import KeyRecorder


@pytest.fixture
def keymap() -> Keymap:
    return Keymap()


@pytest.fixture
def editor(qtbot: QtBot, keymap: Keymap) -> KeymapEditor:
    editor = KeymapEditor(keymap)
    qtbot.addWidget(editor)
    editor.resize(800, 600)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.setFocus()
    return editor


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None, "somebody must have the keyboard"
    QTest.keyClick(focus, key, modifiers)


Recorder = Callable[[], KeyRecorder]


@pytest.fixture
def recorder(editor: KeymapEditor, qtbot: QtBot) -> Recorder:
    """Return what finds the box that asks for a key, once it has the keyboard."""

    def find() -> KeyRecorder:
        found = next(each for each in editor.findChildren(KeyRecorder) if each.isVisible())
        qtbot.waitUntil(found.isActiveWindow)
        return found

    return find


def answer(editor: KeymapEditor, words: str) -> str:
    box = next(each for each in editor.findChildren(QMessageBox) if each.isVisible())
    next(button for button in box.buttons() if button.text() == words).click()
    return box.text()


def listed(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(keymap: Keymap) -> None:
    model = KeyListModel(keymap)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    keymap.add("air.take", "F5")
    model.search("take")
    model.search("nothing like it")
    keymap.reset_all()
    assert 0 == model.rowCount()


def test_groups_stand_over_their_commands(keymap: Keymap) -> None:
    rows = listed(KeyListModel(keymap))
    assert ["On air", "Take: put the next card on air"] == rows[:2]
    assert {"Lineup and feed", "Jobs", "Everywhere"} < set(rows)
    assert "Save, in the editor" not in rows, "it is fixed"


@pytest.mark.parametrize(
    ("words", "found"), [("TELEPORT", []), ("pgup", ["On air", "Cue the card before the next one"])]
)
def test_commands_are_found_by_words_and_keys(editor: KeymapEditor, words: str, found: list[str]) -> None:
    editor.search.setText(words)
    assert found == listed(editor.view.model())
    assert bool(found) is editor.view.isVisible()
    assert bool(found) is not editor.empty.isVisible()
    editor.empty.activated.emit()
    assert "" == editor.search.text()
    assert editor.view.hasFocus()


def test_the_cursor_passes_over_headings(editor: KeymapEditor) -> None:
    editor.view.choose("air.go_live")
    press(Qt.Key.Key_Down)
    assert "lineup.cue" == editor.view.chosen_id
    for key, wanted in (
        (Qt.Key.Key_Up, "air.go_live"),
        (Qt.Key.Key_End, "help"),
        (Qt.Key.Key_Down, "help"),
        (Qt.Key.Key_Home, "air.take"),
        (Qt.Key.Key_Up, "air.take"),
    ):
        press(key)
        assert wanted == editor.view.chosen_id
    press(Qt.Key.Key_PageDown)
    assert editor.view.chosen_id not in {"", "air.take"}
    press(Qt.Key.Key_PageUp)
    assert "air.take" == editor.view.chosen_id


def test_a_key_is_recorded_without_a_mouse(editor: KeymapEditor, keymap: Keymap, recorder: Recorder) -> None:
    press(Qt.Key.Key_Return)
    asked = recorder()
    assert asked.field.hasFocus()
    press(Qt.Key.Key_F5)
    assert "" == asked.said
    assert asked.use.hasFocus()
    press(Qt.Key.Key_Return)
    assert ("Space", "PgDown", "F5") == keymap.keys("air.take")
    assert ["Space", "PgDown", "F5"] == editor.view.currentIndex().data(KeyRole.CAPS)


def test_a_key_held_down_does_not_confirm_itself(editor: KeymapEditor, keymap: Keymap, recorder: Recorder) -> None:
    editor.view.choose("jobs.new")
    editor.record("jobs.new")
    field = recorder().field
    QTest.keyPress(field, Qt.Key.Key_Space)
    assert field.hasFocus()
    QTest.keyRelease(field, Qt.Key.Key_Space)
    assert not field.hasFocus()
    assert ("N",) == keymap.keys("jobs.new"), "nothing happens before it is confirmed"


def test_a_conflict_names_the_other_command_and_offers_to_move(
    editor: KeymapEditor, keymap: Keymap, recorder: Recorder
) -> None:
    editor.record("lineup.add")
    asked = recorder()
    press(Qt.Key.Key_B)
    assert "B belongs to “Clear: take the card off air”" in asked.said
    assert "Move it here" == asked.use.text()
    press(Qt.Key.Key_Escape)
    assert ("Esc", "B", ".") == keymap.keys("air.clear"), "cancelled"
    editor.record("lineup.add")
    recorder()
    press(Qt.Key.Key_B)
    press(Qt.Key.Key_Return)
    assert (("Ctrl+J", "B"), ("Esc", ".")) == (keymap.keys("lineup.add"), keymap.keys("air.clear"))


@pytest.mark.parametrize(
    ("key", "modifiers", "said", "usable"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "has to stay there", False),
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "already", False),
        (Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "While you type", True),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, "Lists use this key", True),
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, "Text fields use this key", True),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "", True),
    ],
)
def test_it_warns_of_keys_that_others_need(
    editor: KeymapEditor, key: Qt.Key, modifiers: Qt.KeyboardModifier, said: str, usable: bool, recorder: Recorder
) -> None:
    editor.record("jobs.new")
    asked = recorder()
    press(key, modifiers)
    assert said in asked.said
    assert bool(said) is bool(asked.said)
    assert usable is asked.use.isEnabled()


def test_tab_leads_out_of_the_field(editor: KeymapEditor, recorder: Recorder) -> None:
    editor.record("jobs.new")
    asked = recorder()
    press(Qt.Key.Key_Tab)
    assert asked.cancel.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not asked.isVisible()


def test_keys_are_taken_away_one_by_one_but_never_the_last_of_clear(
    editor: KeymapEditor, keymap: Keymap, qtbot: QtBot
) -> None:
    editor.view.choose("air.clear")
    for left in (2, 1):
        editor.detail.caps[0].click()
        qtbot.waitUntil(lambda left=left: left == len(keymap.keys("air.clear")))
        assert left == len(editor.detail.caps)
    assert not editor.detail.caps[0].isEnabled()
    assert "must always be one key away" in editor.detail.caps[0].toolTip()


def test_a_reset_asks_only_when_it_takes_keys_from_others(editor: KeymapEditor, keymap: Keymap) -> None:
    assert not editor.reset_all.isEnabled()
    keymap.add("air.clear", "F5")
    editor.view.choose("air.clear")
    editor.detail.reset.click()
    assert keymap.untouched
    keymap.add("lineup.add", "B")
    editor.detail.reset.click()
    assert "B  –  Add jobs to the lineup" in answer(editor, "Cancel")
    assert ("Esc", ".") == keymap.keys("air.clear")
    editor.detail.reset.click()
    answer(editor, "Take back")
    assert keymap.untouched
    assert not editor.detail.reset.isVisible()


def test_everything_is_reset_after_a_yes(editor: KeymapEditor, keymap: Keymap) -> None:
    keymap.add("lineup.add", "B")
    editor.reset_all.click()
    answer(editor, "Cancel")
    assert not keymap.untouched
    editor.reset_all.click()
    answer(editor, "Reset all")
    assert keymap.untouched
    assert not editor.reset_all.isEnabled()


def test_slash_searches_and_down_goes_back_to_the_list(editor: KeymapEditor) -> None:
    press(Qt.Key.Key_Slash)
    assert editor.search.hasFocus()
    press(Qt.Key.Key_Down)
    assert editor.view.hasFocus()
