from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from kzg_desktop.ui.capture import (
    capture_exclusion_supported,
    exclude_from_capture,
    hide_on_windows,
    supported_on,
)

HIDDEN, BLACK, SHOWN = 0x11, 0x01, 0x00


class FakeUser32:
    """Accepts some affinities and writes down every call."""

    def __init__(self, *accepted: int) -> None:
        self.accepted = accepted
        self.calls: list[tuple[int, int]] = []

    def set_affinity(self, handle: int, affinity: int) -> bool:
        self.calls.append((handle, affinity))
        return affinity in self.accepted


def test_here_nothing_can_be_left_out_and_it_says_so(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert not capture_exclusion_supported()
    assert not exclude_from_capture(window, True)
    assert not exclude_from_capture(window, False)


def test_a_widget_stands_for_its_window(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel(window)
    asked: list[tuple[int, bool]] = []

    def call(handle: int, on: bool) -> bool:
        asked.append((handle, on))
        return True

    assert exclude_from_capture(label, True, call)
    assert exclude_from_capture(window, False, call)
    assert [(int(window.winId()), True), (int(window.winId()), False)] == asked


def test_windows_leaves_the_window_out() -> None:
    system = FakeUser32(HIDDEN, BLACK, SHOWN)
    assert hide_on_windows(7, True, system.set_affinity)
    assert hide_on_windows(7, False, system.set_affinity)
    assert [(7, HIDDEN), (7, SHOWN)] == system.calls


def test_an_older_windows_shows_it_black() -> None:
    system = FakeUser32(BLACK, SHOWN)
    assert hide_on_windows(7, True, system.set_affinity)
    assert [(7, HIDDEN), (7, BLACK)] == system.calls


def test_a_windows_that_refuses_is_believed() -> None:
    assert not hide_on_windows(7, True, FakeUser32().set_affinity)


@pytest.mark.parametrize(
    ("expected", "plugin", "mac_version"),
    [
        (True, "windows", ""),
        (True, "cocoa", "14.7.1"),
        (False, "cocoa", "15.0"),
        (False, "cocoa", "26.1"),
        (False, "xcb", ""),
        (False, "wayland", ""),
        (False, "offscreen", ""),
    ],
)
def test_which_systems_do_it(expected: bool, plugin: str, mac_version: str) -> None:
    assert expected == supported_on(plugin, mac_version)
