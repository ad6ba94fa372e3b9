from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzg_desktop.ui.icons import IconButton
from kzg_desktop.ui.theme import Theme, palette_for, style_sheet
from kzg_desktop.widgets.tokens import DARK, LIGHT, Tokens, tokens_for


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=lambda t: t.name)
def test_the_palette_leads_back_to_its_tokens(tokens: Tokens) -> None:
    assert tokens is tokens_for(palette_for(tokens))


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=lambda t: t.name)
def test_the_style_sheet_is_filled_in_and_names_files_that_exist(tokens: Tokens) -> None:
    sheet = style_sheet(tokens)
    assert [] == re.findall(r"\$(?!on_air)\w+", sheet)
    pictures = re.findall(r"url\((.*?)\)", sheet)
    assert pictures
    assert [] == [p for p in pictures if not Path(p).is_file()]


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=lambda t: t.name)
def test_red_is_kept_for_on_air(tokens: Tokens) -> None:
    rules = [rule for rule in style_sheet(tokens).lower().split("}") if tokens.on_air in rule]
    assert rules
    assert all('[kind="air"]' in rule or '[mode="on_air"]' in rule for rule in rules)


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=lambda t: t.name)
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [("text", "window", 7), ("text_muted", "surface", 4.5), ("on_accent", "accent", 4.5), ("amber", "surface", 4.5)],
)
def test_text_can_be_read(tokens: Tokens, front: str, back: str, least: float) -> None:
    assert _contrast(tokens, front, back) >= least


def test_a_choice_shows_at_once_and_is_told(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose("light")
    assert LIGHT is tokens_for(qapp.palette())
    assert LIGHT.accent in qapp.styleSheet()
    assert LIGHT is theme.tokens


def test_a_system_that_does_not_say_gets_dark(theme: Theme, qapp: QApplication) -> None:
    theme.choose("light")
    theme.choose("auto")
    assert Qt.ColorScheme.Light != qapp.styleHints().colorScheme()
    assert DARK is tokens_for(qapp.palette())


def test_icons_follow_the_theme(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton("close", "Close")
    qtbot.addWidget(button)
    button.show()
    dark = button.icon().pixmap(18, 18).toImage()
    theme.choose("light")
    assert dark != button.icon().pixmap(18, 18).toImage()


def test_disabled_text_is_fainter() -> None:
    palette = palette_for(DARK)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert DARK.text_faint == disabled.name()


def _contrast(tokens: Tokens, front: str, back: str) -> float:
    light, dark = sorted((_luminance(tokens, front), _luminance(tokens, back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(tokens: Tokens, role: str) -> float:
    color = tokens.color(role)
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
