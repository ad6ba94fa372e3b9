"""The left of the review: what is reviewed (broadcasts, days or campaigns) and the list of these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.ui.review.switch import Switch
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["MODES", "Mode", "Side"]

Mode: TypeAlias = Literal["broadcasts", "days", "campaigns"]
MODES: tuple[Mode, ...] = get_args(Mode)


class Side(QWidget):
    """``mode_chosen`` carries the mode that the user switched to."""

    mode_chosen = Signal(str)

    def __init__(self, lists: Mapping[Mode, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words: dict[Mode, str] = {
            "broadcasts": self.tr("Broadcasts"),
            "days": self.tr("Days"),
            "campaigns": self.tr("Campaigns"),
        }
        self.switch = Switch([(mode, words[mode]) for mode in MODES], self.tr("What is reviewed"))
        self._lists = lists
        self._count = QLabel()
        self._stack = QStackedWidget()
        self._lay_out()
        self.switch.chosen.connect(self.mode_chosen)

    def show_mode(self, mode: Mode) -> None:
        """Show the list of that mode."""
        self.switch.choose(mode)
        self._stack.setCurrentWidget(self._lists[mode])

    def lists_have_focus(self) -> bool:
        """Whether the keyboard is in one of the lists, or in what stands above it."""
        focus = QApplication.focusWidget()
        return focus is not None and self._stack.isAncestorOf(focus)

    def show_count(self, count: str) -> None:
        """Say how many are listed."""
        self._count.setText(count)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Review"))
        title.setProperty("role", "title")
        self._count.setProperty("role", "muted")
        top = QHBoxLayout()
        top.setContentsMargins(4 * UNIT, 3 * UNIT, 4 * UNIT, 2 * UNIT)
        top.setSpacing(3 * UNIT)
        top.addWidget(title)
        top.addWidget(self._count)
        top.addStretch(1)
        modes = QHBoxLayout()
        modes.setContentsMargins(4 * UNIT, 0, 4 * UNIT, 3 * UNIT)
        modes.addWidget(self.switch)
        for part in self._lists.values():
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(modes)
        column.addWidget(self._stack, 1)
