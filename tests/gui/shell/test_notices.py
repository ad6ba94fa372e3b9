from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kzg_desktop.ui.error_text import ErrorText
from kzg_desktop.ui.notices import Banner, Toast


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show()
    return widget


def button(widget: QWidget, words: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == words)


def test_a_banner_unfolds_and_copies_its_details(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_text(
        ErrorText(what="The disk is full", meaning="Not recorded.", todo="Free space.", details="errno 28")
    )
    details = banner.findChild(QPlainTextEdit)
    assert details.isHidden()
    button(banner, "Details").click()
    assert not details.isHidden()
    button(banner, "Copy").click()
    assert "The disk is full\nNot recorded. Free space.\n\nerrno 28" == QGuiApplication.clipboard().text()


def test_a_banner_without_details_offers_none(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_text(ErrorText(what="这不是表格"))
    assert button(banner, "Details").isHidden()
    assert button(banner, "Copy").isHidden()


def test_a_toast_does_what_it_offers_once(over: QWidget) -> None:
    done: list[str] = []
    toast = Toast(over)
    toast.say("Archived", "Undo", lambda: done.append("undo"))
    offer = button(toast, "Undo")
    offer.click()
    assert (["undo"], "") == (done, toast.text)
    offer.click()
    assert ["undo"] == done


def test_a_toast_goes_by_itself(over: QWidget, qtbot: QtBot) -> None:
    toast = Toast(over, shown_ms=1)
    toast.say("Saved")
    assert "Saved" == toast.text
    qtbot.waitUntil(lambda: toast.text == "")


def test_a_toast_stays_inside_when_its_parent_shrinks(over: QWidget) -> None:
    toast = Toast(over)
    toast.say("Saved")
    over.resize(400, 300)
    assert over.rect().contains(toast.geometry())
