"""The buttons under a list of people: one for each step, at a place of its own, with its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kzg_desktop.ui.interviews.people import Person
from kzg_desktop.ui.interviews.steps import STEPS, Step, StepGroup, group_of, is_possible, step_words
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.widgets.key_button import KeyButton
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["StepBar"]


class StepBar(QFrame):
    """Offers what can be done with the people chosen. Buttons that do not fit now are grey, and stay where they are."""

    step_wanted = Signal(str)
    remind_wanted = Signal()
    phone_wanted = Signal()
    move_wanted = Signal()

    def __init__(self, groups: Sequence[StepGroup], keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._keymap = keymap
        self._groups = tuple(groups)
        self._may_see = True
        self.steps: dict[Step, KeyButton] = {}
        for group in self._groups:
            for step in STEPS[group]:
                self.steps[step] = _OnceButton(step_words(step), "", self)
                self.steps[step].clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step))
        self.remind = _OnceButton(self.tr("Reminded"), "", self)
        self.phone = _OnceButton(self.tr("Phone"), "", self)
        self.move_button = _OnceButton(self.tr("Move"), "", self)
        self.remind.clicked.connect(self.remind_wanted)
        self.phone.clicked.connect(self.phone_wanted)
        self.move_button.clicked.connect(self.move_wanted)
        self._lay_out()
        keymap.changed.connect(self._show_keys)
        self._show_keys()
        self.show_for([], may_see=True)

    def show_for(self, people: Sequence[Person], *, may_see: bool) -> None:
        """Offer what is possible for one of *people* at least; phones only to who *may_see* them."""
        group = group_of(people[0].row, people[0].duty) if people else self._groups[0]
        shown = group if group in self._groups else self._groups[0]
        for step, button in self.steps.items():
            button.setVisible(step in STEPS[shown])
            button.setEnabled(any(is_possible(step, each) for each in people))
        booked = any(each.row.status == "interview_booked" for each in people)
        movable = any(each.row.status in {"interview_booked", "no_show"} for each in people)
        interviews = shown == "interview"
        self.remind.setVisible(interviews)
        self.move_button.setVisible(interviews)
        self.remind.setEnabled(booked)
        self.move_button.setEnabled(movable)
        self.phone.setVisible(may_see)
        self.phone.setEnabled(len(people) == 1)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT)
        row.setSpacing(2 * UNIT)
        for button in self.steps.values():
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.remind, self.phone, self.move_button):
            row.addWidget(button)

    def _show_keys(self) -> None:
        named = {"remind": self.remind, "phone": self.phone, "move": self.move_button}
        for name, button in [*self.steps.items(), *named.items()]:
            button.show_key(self._keymap.first(f"interviews.{name}"))


class _OnceButton(KeyButton):
    """A double click presses it once: the second press could fall on what the first one changed."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)
