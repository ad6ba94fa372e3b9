"""Buttons in a row of which one is chosen: wide enough for their words in bold, as the chosen one has them."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton

from kzg_desktop.widgets.tokens import UNIT

__all__ = ["show_segment"]


def show_segment(button: QPushButton, words: str) -> None:
    """Have *words* on the button, with room for them in bold."""
    bold = QFont(button.font())
    bold.setWeight(QFont.Weight.DemiBold)
    button.setText(words)
    button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(words) + 7 * UNIT)
