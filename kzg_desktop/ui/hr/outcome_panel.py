"""The next action as one large button, and what else can be done beside and beneath it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.ui.hr.outcome_steps import Choice
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.key_button import KeyButton
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["OutcomePanel"]


class OutcomePanel(QWidget):
    """Shows choices as buttons; ``chosen`` carries the one that was clicked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._keys: Mapping[str, str] = {}
        self._buttons: list[QPushButton] = []
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered; those with a number first, in its order."""
        return self._choices

    @property
    def buttons(self) -> list[QPushButton]:
        """One button for each choice."""
        return list(self._buttons)

    def numbered(self, number: int) -> Choice | None:
        """Return the choice that the key *number* stands for."""
        usual = [choice for choice in self._choices if not choice.minor]
        return usual[number - 1] if 1 <= number <= len(usual) else None

    def show_choices(self, choices: Sequence[Choice], keys: Mapping[str, str]) -> None:
        """Offer these; *keys* are those of "call" and "book"."""
        ordered = tuple(sorted(choices, key=lambda choice: choice.minor))
        if (ordered, keys) == (self._choices, self._keys):
            return
        self._choices, self._keys = ordered, dict(keys)
        had_focus = any(button.hasFocus() for button in self._buttons)
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._build()
        self._column.addWidget(self._inside)
        if had_focus and self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """Take no clicks while something is being recorded."""
        if self._inside is not None:
            self._inside.setEnabled(not busy)

    def _build(self) -> QWidget:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        grid, flow = QGridLayout(), FlowLayout()
        grid.setSpacing(2 * UNIT)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._buttons = []
        placed = 0
        for number, choice in enumerate(self._choices, 1):
            button = self._button(choice, number, inside)
            self._buttons.append(button)
            if choice.minor:
                flow.addWidget(button)
            elif choice.is_main:
                column.addWidget(button)
            else:
                grid.addWidget(button, placed // 2, placed % 2)
                placed += 1
        column.addLayout(grid)
        column.addLayout(flow)
        return inside

    def _button(self, choice: Choice, number: int, parent: QWidget) -> QPushButton:
        key = self._keys.get(choice.kind, "") if choice.is_main or choice.minor else ""
        key = key or ("" if choice.minor else str(number))
        button: QPushButton
        if choice.minor:
            button = QPushButton(choice.words, parent, autoDefault=True)
            button.setProperty("kind", "chip")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(f"{choice.words}  ({key})" if key else choice.words)
        else:
            button = KeyButton(choice.words, key, parent, large=choice.is_main)
            button.setAutoDefault(True)
        button.clicked.connect(lambda: self.chosen.emit(choice))
        return button
