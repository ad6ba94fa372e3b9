from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.ui.output_window import OutputLook, OutputWindow
from kzg_desktop.widgets.overlay_canvas import FADE_MS
from kzg_desktop.widgets.overlay_painter import overlay_image


@pytest.fixture
def opened(qtbot) -> Callable[..., OutputWindow]:
    def open_window(look: OutputLook | None = None, *, reduced_motion: bool = False) -> OutputWindow:
        window = OutputWindow(look, reduced_motion=reduced_motion)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    return open_window


def picture(window: OutputWindow) -> QImage:
    """What a capture program gets: with transparency where the window has it."""
    image = QImage(window.size(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    window.canvas.render(image, QPoint())
    return image


def painted(window: OutputWindow, background: str = "#00ff00") -> bool:
    image = picture(window)
    plain = QColor(background)
    return any(image.pixelColor(x, y) != plain for x in range(0, image.width(), 8) for y in range(0, image.height(), 8))


def key(window: OutputWindow, pressed: Qt.Key) -> None:
    window.activateWindow()
    QTest.keyClick(window, pressed)


def actions(menu: QMenu) -> dict[str, list[str]]:
    """The checked entries by submenu."""
    return {
        action.text(): [choice.text() for choice in action.menu().actions() if choice.isChecked()]
        for action in menu.actions()
        if action.menu() is not None
    }


def test_it_shows_the_card_on_the_chosen_background_and_nothing_else(opened, card: AirCard, qr) -> None:
    window = opened(reduced_motion=True)
    assert "KZG 输出" == window.windowTitle()
    assert not painted(window)
    window.show_card(card, qr)
    assert QSize(1280, 720) == window.size()
    assert painted(window)
    assert QColor("#00ff00") == picture(window).pixelColor(4, 4)
    window.show_card(None)
    assert not painted(window)


def test_a_transparent_background_is_transparent_and_has_no_frame(opened, card: AirCard, qr) -> None:
    window = opened(OutputLook(background="transparent"), reduced_motion=True)
    window.show_card(card, qr)
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    expected = overlay_image(QSize(1280, 720), card, qr, "lower-third")
    got = picture(window)
    for x, y in ((5, 5), (200, 600), (900, 640), (640, 100)):
        assert expected.pixelColor(x, y).alpha() == got.pixelColor(x, y).alpha()


def test_another_card_fades_in_within_300_ms(opened, card: AirCard, qr) -> None:
    window = opened()
    window.show_card(card, qr)
    assert QVariantAnimation.State.Running == window.fade.state()
    assert 300 == FADE_MS == window.fade.duration()
    assert not painted(window)
    window.fade.setCurrentTime(FADE_MS // 2)
    half = picture(window).pixelColor(100, 600)
    window.fade.setCurrentTime(FADE_MS)
    full = picture(window).pixelColor(100, 600)
    assert QVariantAnimation.State.Stopped == window.fade.state()
    assert QColor("#00ff00").red() < half.red() < full.red()


def test_a_card_that_replaces_another_does_not_turn_pale_midway(opened, card: AirCard, qr) -> None:
    window = opened(OutputLook(background="transparent"))
    window.show_card(card, qr)
    window.fade.setCurrentTime(FADE_MS)
    before = picture(window).pixelColor(100, 600).alpha()
    window.show_card(msgspec.structs.replace(card, segment_id="other"), qr)
    window.fade.setCurrentTime(FADE_MS // 2)
    assert before == pytest.approx(picture(window).pixelColor(100, 600).alpha(), abs=2)


def test_seats_of_the_same_card_count_down_without_a_fade(opened, card: AirCard, qr) -> None:
    window = opened()
    window.show_card(card, qr)
    window.fade.setCurrentTime(FADE_MS)
    before = picture(window)
    window.show_card(msgspec.structs.replace(card, headcount=438), qr)
    assert QVariantAnimation.State.Stopped == window.fade.state()
    assert before != picture(window)


def test_reduced_motion_has_no_fade(opened, card: AirCard, qr) -> None:
    window = opened(reduced_motion=True)
    window.show_card(card, qr)
    assert QVariantAnimation.State.Stopped == window.fade.state()
    assert painted(window)


def test_keys_step_through_the_looks_and_say_so(opened, qtbot) -> None:
    window = opened()
    with qtbot.waitSignals([window.changed] * 4):
        for pressed in (Qt.Key.Key_C, Qt.Key.Key_L, Qt.Key.Key_R, Qt.Key.Key_F):
            key(window, pressed)
    assert OutputLook(background="magenta", layout="full-card", ratio="9:16", frameless=True) == window.look
    assert window.isVisible()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    for _ in range(3):
        key(window, Qt.Key.Key_C)
    assert "green" == window.look.background


def test_taking_the_frame_off_makes_the_window_anew_at_the_same_place(opened) -> None:
    window = opened()
    window.setGeometry(40, 50, 640, 360)
    before = int(window.winId())
    for _ in range(3):
        key(window, Qt.Key.Key_C)
    assert "transparent" == window.look.background
    assert before != int(window.winId())
    assert QRect(40, 50, 640, 360) == window.geometry()
    assert window.isVisible()
    assert "KZG 输出" == window.windowTitle() == window.windowHandle().title()


def test_another_shape_turns_the_window(opened) -> None:
    window = opened()
    key(window, Qt.Key.Key_R)
    assert QSize(720, 1280) == window.size()
    key(window, Qt.Key.Key_R)
    assert QSize(1280, 720) == window.size()


def test_the_ratio_is_kept_when_the_window_is_resized(opened, qtbot) -> None:
    window = opened()
    window.resize(1000, 900)
    assert QSize(1000, 562) == window.canvas.picture_rect.size()
    qtbot.waitUntil(lambda: window.size() == QSize(1000, 562))


def test_f11_double_click_and_esc(opened, qtbot) -> None:
    window = opened()
    key(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert Qt.CursorShape.BlankCursor == window.cursor().shape()
    key(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    QTest.mouseDClick(window.canvas, Qt.MouseButton.LeftButton)
    assert window.isFullScreen()
    key(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    key(window, Qt.Key.Key_Escape)
    assert window.isVisible()


def test_the_menu_shows_and_changes_the_look(opened, qtbot) -> None:
    window = opened(OutputLook(background="black", layout="ticker"))
    menu = window.menu()
    assert {"Background\tC": ["Black"], "Layout\tL": ["Ticker"], "Shape\tR": ["Landscape 16:9"]} == actions(menu)
    portrait = menu.actions()[2].menu().actions()[1]
    with qtbot.waitSignal(window.changed):
        portrait.trigger()
    assert OutputLook(background="black", layout="ticker", ratio="9:16") == window.look


def test_a_look_set_from_outside_is_not_reported(opened, qtbot) -> None:
    window = opened()
    with qtbot.assertNotEmitted(window.changed):
        window.set_look(OutputLook(background="magenta"))
    assert QColor("#ff00ff") == picture(window).pixelColor(4, 4)
