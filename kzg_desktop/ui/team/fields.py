"""Cells of a form: a label over a field, and under it a line for what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from kzg_desktop.ui.team.password_field import PasswordField
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Cell", "show_problems"]


class Cell(QWidget):
    """A field with its label and its problem; the room for the problem is always there, so that nothing jumps."""

    def __init__(self, part: QLineEdit | PasswordField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self.field = part.field if isinstance(part, PasswordField) else part
        self._label = QLabel()
        self._label.setBuddy(self.field)
        self._problem = QLabel(wordWrap=True)
        self._problem.setProperty("role", "problem")
        self._problem.setMinimumHeight(4 * UNIT)
        self._hint = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(UNIT)
        self.column.addWidget(self._label)
        self.column.addWidget(part)
        self.column.addWidget(self._problem)
        self.column.addStretch(1)
        self.setFocusProxy(self.field)

    def name(self, words: str) -> None:
        """Say what the field is for."""
        self._label.setText(words)
        self.field.setAccessibleName(words)

    def hint(self, words: str) -> None:
        """Say this under the field while nothing is wrong with it."""
        self._hint = words
        if self._problem.property("role") == "caption" or not self.problem:
            self.say("")

    @property
    def problem(self) -> str:
        """What is said to be wrong, "" when nothing is."""
        return self._problem.text() if self._problem.property("role") == "problem" else ""

    def say(self, words: str) -> None:
        """Say what is wrong; "" for nothing."""
        role = "caption" if self._hint and not words else "problem"
        self._problem.setText(words or self._hint)
        self.field.setAccessibleDescription(words or self._hint)
        if self._problem.property("role") != role:
            self._problem.setProperty("role", role)
            self._problem.style().unpolish(self._problem)
            self._problem.style().polish(self._problem)
        wrong = bool(words)
        if bool(self.field.property("problem")) != wrong:
            self.field.setProperty("problem", wrong)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)


def show_problems(cells: Mapping[str, Cell], problems: Mapping[str, str]) -> None:
    """Say under each field what is wrong with it, and put the cursor into the first that is."""
    for name, cell in cells.items():
        cell.say(problems.get(name, ""))
    first = next((cell for name, cell in cells.items() if problems.get(name)), None)
    if first is not None:
        first.field.setFocus()
        first.field.selectAll()
