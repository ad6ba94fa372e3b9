"""Dark and light: palette, font and style sheet, all made from the table of tokens."""

from __future__ import annotations

import sys
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kzg_desktop.resources import resource
from kzg_desktop.ui.settings_store import ThemeChoice
from kzg_desktop.widgets.tokens import DARK, LIGHT, SIZES, Tokens

__all__ = ["Theme", "palette_for", "style_sheet", "system_font"]

_FAMILIES = {
    "win32": ["Segoe UI", "Microsoft YaHei UI"],
    "darwin": [".AppleSystemUIFont", "PingFang SC"],
}
_FALLBACKS = ["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Source Han Sans SC", "sans-serif"]


class Theme(QObject):
    """The theme of the whole application: what the user chose, and how that looks at the moment.

    "auto" follows the system, live; a system that does not say gets dark.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = "dark") -> None:
        super().__init__(app)
        self._app = app
        self._choice: ThemeChoice = choice
        self._tokens: Tokens | None = None
        app.setStyle("Fusion")
        app.setFont(system_font())
        app.styleHints().colorSchemeChanged.connect(self.refresh)
        self.choose(choice)

    @property
    def choice(self) -> ThemeChoice:
        """What the user chose."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The colours on screen now."""
        return _tokens(self._choice)

    def choose(self, choice: ThemeChoice) -> None:
        """Show this theme from now on."""
        self._choice = choice
        hints = self._app.styleHints()
        if choice == "auto":
            hints.unsetColorScheme()
        else:  # so that the window's frame, which the system draws, fits too
            hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
        self.refresh()

    def refresh(self) -> None:
        """Show the theme if another one is due, as when the system has changed its own."""
        tokens = self.tokens
        if tokens is self._tokens:
            return
        self._tokens = tokens
        self._app.setPalette(palette_for(tokens))
        self._app.setStyleSheet(style_sheet(tokens))
        self.changed.emit()


def _tokens(choice: ThemeChoice) -> Tokens:
    if choice == "auto":
        light = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
        return LIGHT if light else DARK
    return LIGHT if choice == "light" else DARK


def system_font() -> QFont:
    """Return the system's sans with Chinese fallbacks, at the size of body text."""
    font = QFont()
    font.setFamilies([*_FAMILIES.get(sys.platform, []), *_FALLBACKS])
    font.setPixelSize(SIZES["body"])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def palette_for(tokens: Tokens) -> QPalette:
    """Return the palette in which widgets that paint themselves find the theme."""
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.raised,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.text_faint,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Highlight: tokens.selected,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Light: tokens.hover,
        QPalette.ColorRole.Midlight: tokens.raised,
        QPalette.ColorRole.Mid: tokens.hairline,
        QPalette.ColorRole.Dark: tokens.hairline,
        QPalette.ColorRole.Shadow: tokens.window,
    }
    palette = QPalette()
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text_faint))
    return palette


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet of that theme."""
    source = resource("styles", "app.qss").read_text(encoding="utf-8")
    words = {name: getattr(tokens, name) for name in Tokens.__struct_fields__ if name != "name"}
    words |= {f"size_{role}": f"{pixels}px" for role, pixels in SIZES.items()}
    words |= {"icons": resource("icons", tokens.name).as_posix()}
    return Template(source).substitute(words)
