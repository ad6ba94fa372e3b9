"""A choice among many that can be typed into."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzg_desktop.ui.leads.search_choice import SearchChoice

CHOICES = [("a", "焊装工 · 海岳重工"), ("b", "SMT 操作员 · 歌澜声学")]


@pytest.fixture
def choice(qapp: QApplication) -> Iterator[SearchChoice]:
    made = SearchChoice()
    made.offer("None", CHOICES)
    made.show()
    made.activateWindow()
    made.setFocus()
    yield made
    made.close()
    made.deleteLater()


def typed(choice: SearchChoice, words: str) -> list[str]:
    """Type these words over what is there and leave; return the values that were chosen."""
    told: list[str] = []
    choice.chosen.connect(lambda: told.append(choice.value))
    choice.setEditText(words)
    field = choice.lineEdit()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    return told


def test_at_first_it_is_none(choice: SearchChoice) -> None:
    assert ("", "None") == (choice.value, choice.currentText())


def test_what_is_typed_in_full_is_chosen_once(choice: SearchChoice) -> None:
    assert ["b"] == typed(choice, "smt 操作员 · 歌澜声学")


def test_what_is_none_of_them_is_put_back(choice: SearchChoice) -> None:
    choice.choose("a")
    assert [] == typed(choice, "司机")
    assert ("a", CHOICES[0][1]) == (choice.value, choice.currentText())


def test_a_blank_is_none(choice: SearchChoice) -> None:
    choice.choose("a")
    assert [""] == typed(choice, " ")
    assert "None" == choice.currentText()


def test_another_offer_keeps_what_is_still_there(choice: SearchChoice) -> None:
    choice.choose("a")
    choice.offer("None", [*CHOICES, ("c", "叉车司机")])
    assert "a" == choice.value
    choice.offer("None", [("c", "叉车司机")])
    assert ("", "None") == (choice.value, choice.currentText())
