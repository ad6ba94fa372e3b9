"""The one table of colours, sizes and spacings that everything on screen is drawn from.

Red is for "on air" and nothing else, amber for "soon over" and what needs a look, orange for "over", green for "done".
"""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtGui import QColor, QFont, QPalette

__all__ = ["DARK", "LIGHT", "RADIUS", "SIZES", "UNIT", "Tokens", "number_font", "tokens_for"]

UNIT = 4
"""The grid, in device-independent pixels; every margin and gap is a multiple."""

RADIUS = 8
"""Corner radius of surfaces, in device-independent pixels."""

SIZES = {"caption": 12, "body": 14, "strong": 16, "title": 20, "card_title": 30, "pay": 46, "clock": 40}
"""Type sizes in pixels by role."""


class Tokens(Struct, frozen=True):
    """Colours of one theme as ``#rrggbb``."""

    name: str
    window: str
    surface: str
    raised: str
    hover: str
    selected: str
    hairline: str
    text: str
    text_muted: str
    text_faint: str
    accent: str
    on_accent: str
    accent_soft: str
    on_air: str
    on_air_soft: str
    amber: str
    amber_soft: str
    over: str
    green: str
    green_soft: str

    def color(self, role: str) -> QColor:
        """Return the colour of that role."""
        return QColor(getattr(self, role))


DARK = Tokens(
    name="dark",
    window="#111316",
    surface="#181b1f",
    raised="#20242a",
    hover="#272c33",
    selected="#1f3350",
    hairline="#2c3139",
    text="#e9ecf0",
    text_muted="#a3abb6",
    text_faint="#7b848f",
    accent="#5b9dff",
    on_accent="#0b1220",
    accent_soft="#1b2a41",
    on_air="#ff4d4f",
    on_air_soft="#3a1a1d",
    amber="#f2b13c",
    amber_soft="#3a2e16",
    over="#ff8a3d",
    green="#4ec38a",
    green_soft="#16302a",
)

LIGHT = Tokens(
    name="light",
    window="#f2f4f6",
    surface="#ffffff",
    raised="#f7f8fa",
    hover="#eef1f5",
    selected="#dfeaff",
    hairline="#dde1e7",
    text="#16191d",
    text_muted="#56606c",
    text_faint="#76808c",
    accent="#1f66e5",
    on_accent="#ffffff",
    accent_soft="#e6efff",
    on_air="#d9282b",
    on_air_soft="#fde8e8",
    amber="#9a6200",
    amber_soft="#fff1d6",
    over="#b84a00",
    green="#16794c",
    green_soft="#e1f5ea",
)


def tokens_for(palette: QPalette) -> Tokens:
    """Return the theme that *palette* was made from, so that a widget needs no global to ask."""
    # a style sheet's "background" and "color" change most roles of the widget's own palette, but not this one
    return DARK if palette.mid().color().lightness() < 128 else LIGHT


def number_font(font: QFont) -> QFont:
    """Return *font* with figures of equal width, so that clocks and columns do not dance."""
    tabular = QFont(font)
    tabular.setFeature(QFont.Tag("tnum"), 1)
    return tabular
