"""The sheet of paper and its type: A4 in pixels of 1/96 inch, in the light colours, with fonts that have Chinese."""

from __future__ import annotations

import threading

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from kzg_desktop.widgets.tokens import LIGHT, SIZES, UNIT, number_font

__all__ = ["BODY", "FOOT", "PAGE", "PAPER", "font_of", "metrics_of"]

PAPER = LIGHT
"""Paper is white in every theme."""

PAGE = QSizeF(793.7, 1122.52)
"""A4."""

_SIDE = 14 * UNIT
_TOP = 13 * UNIT
_BOTTOM = 18 * UNIT

BODY = QRectF(_SIDE, _TOP, PAGE.width() - 2 * _SIDE, PAGE.height() - _TOP - _BOTTOM)
"""Where blocks go."""

FOOT = QRectF(_SIDE, PAGE.height() - 13 * UNIT, PAGE.width() - 2 * _SIDE, 5 * UNIT)
"""Where the page's number stands."""

_FAMILIES = ["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Source Han Sans SC", "sans-serif"]


def font_of(role: str, *, bold: bool = False) -> QFont:
    """Return the font of a role of :data:`kzg_desktop.widgets.tokens.SIZES`, figures of equal width."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(SIZES[role])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # a page is measured in one size, seen in many
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return number_font(font)


class _Measures(threading.local):
    """Measures of one thread: Qt keeps the fonts behind them by thread, and takes them along when it ends."""

    def __init__(self) -> None:
        self.by_font: dict[tuple[str, bool], QFontMetricsF] = {}


_measures = _Measures()


def metrics_of(role: str, *, bold: bool = False) -> QFontMetricsF:
    """Return that font's measures, for this thread alone."""
    found = _measures.by_font.get((role, bold))
    if found is None:
        found = _measures.by_font[role, bold] = QFontMetricsF(font_of(role, bold=bold))
    return found
