"""What a list says when there is nothing in it: what this place is for, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.widgets.tokens import UNIT

__all__ = ["EmptyState"]


class EmptyState(QWidget):
    """A heading, a hint, and a button when there is one thing to do."""

    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._hint = QLabel(self)
        self._hint.setProperty("role", "muted")
        self._button = QPushButton(self, autoDefault=True)  # Enter presses it, outside dialogs too
        self._button.setProperty("kind", "primary")
        self._button.clicked.connect(self.activated)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * UNIT, 4 * UNIT, 4 * UNIT, 4 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addStretch(1)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addSpacing(2 * UNIT)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    @property
    def title(self) -> str:
        """The heading shown."""
        return self._title.text()

    def say(self, title: str, hint: str, button: str = "") -> None:
        """Show these words; no button without a word on it."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._button.setText(button)
        self.setFocusProxy(self._button if button else self._title)  # a hidden one would lose the keyboard
        self._button.setVisible(bool(button))
