"""Buttons in a row of which one is chosen: by a click, or by the arrow keys once one of them has the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from kzg_desktop.ui.interviews.segments import show_segment

__all__ = ["Switch"]


class Switch(QWidget):
    """``chosen`` carries the key of the button that the user chose."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """Offer *choices*, each a key with its words; the first is chosen. *name* says what is chosen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self, exclusive=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (key, words) in enumerate(choices):
            button = QPushButton(autoDefault=False)
            button.setCheckable(True)
            button.setProperty("segment", "first" if not place else "last" if place == len(choices) - 1 else "middle")
            show_segment(button, words)
            self._group.addButton(button)
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self.choose(choices[0][0])
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.current))

    @property
    def current(self) -> str:
        """The key of the button that is chosen."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Show that one as chosen, and tell nobody."""
        self.buttons[key].setChecked(True)
        self.setFocusProxy(self.buttons[key])
