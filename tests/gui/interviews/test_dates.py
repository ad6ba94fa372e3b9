"""The fields for a day and a time: they take what is typed."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kzg_desktop.ui.interviews.dates import date_field


def test_a_day_is_typed(qtbot: QtBot) -> None:
    field = date_field("Day")
    qtbot.addWidget(field)
    field.setDate(QDate(2026, 11, 22))
    field.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(field, "26")
    assert QDate(2026, 11, 26) == field.date()


def test_whoever_comes_back_to_it_types_the_day(qtbot: QtBot) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    field, after = date_field("Day"), QLineEdit()
    row = QHBoxLayout(both)
    row.addWidget(field)
    row.addWidget(after)
    field.setDate(QDate(2026, 11, 22))
    with qtbot.waitActive(both):
        both.show()
        both.activateWindow()
    after.setFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    QTest.keyClicks(both.focusWidget() or both, "24")
    assert QDate(2026, 11, 24) == field.date()
