"""The switch by which HR or the host says whether a job takes applicants, with a note for who is on air."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import VacancyState
from kzg_desktop.ui.jobs.job_cells import JobRow, seat_figures, state_of
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["STATE_KEYS", "VacancySwitch"]

STATE_KEYS: dict[VacancyState, str] = {"open": "O", "paused": "P", "filled": "F"}
"""The key that does the same as the button."""

_NOTE_LENGTH = 40
"""Longer than that, a note is cut off where the host reads it."""


class VacancySwitch(QWidget):
    """Three buttons, and a note where there is one to give. What is recorded shows, so a press does when it is done.

    ``state_chosen`` carries the state wanted. ``note_given`` carries a job's id and the note
    that the user wrote for it, when it differs from the recorded one.
    """

    state_chosen = Signal(str)
    note_given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[JobRow] = []
        self._figures = ElidedLabel()
        self._figures.setProperty("role", "caption")
        self.note = _Note()
        self.note.setPlaceholderText(self.tr("Note for the host, such as 面试到周三"))
        self.note.setAccessibleName(self.tr("Note for the host"))
        self.note.setMaxLength(_NOTE_LENGTH)
        self.note.editingFinished.connect(self._on_note)
        self.buttons: dict[VacancyState, QPushButton] = {}
        self._lay_out()

    @property
    def figures(self) -> str:
        """What is said about the seats."""
        return self._figures.text()

    @property
    def typed_note(self) -> str | None:
        """The note if the user has changed it since, else None."""
        return self.note.text().strip() if self.note.isModified() else None

    def show_rows(self, rows: Sequence[JobRow]) -> None:
        """Show the state of the only row, or of several. A note that is being typed stays."""
        same = [row.job.id for row in rows] == [row.job.id for row in self._rows]
        if not same:
            self._on_note()
        self._rows = list(rows)
        single = rows[0] if len(rows) == 1 else None
        note = single.vacancy.note if single is not None and single.vacancy is not None else ""
        self._figures.setText(seat_figures(single) if single is not None else "")
        self._mark()
        self.note.setVisible(single is not None and (bool(note) or state_of(single) != "open"))
        self.note.recorded = note
        if not same or self.typed_note in {None, note}:
            self.note.revert()

    def _lay_out(self) -> None:
        caption = QLabel(self.tr("Recruiting"))
        caption.setProperty("role", "caption")
        top = QHBoxLayout()
        top.setSpacing(3 * UNIT)
        top.addWidget(caption)
        top.addWidget(self._figures, 1)
        switch = QHBoxLayout()
        switch.setSpacing(0)
        names: dict[VacancyState, str] = {
            "open": self.tr("Open"),
            "paused": self.tr("Paused"),
            "filled": self.tr("Full"),
        }
        for (state, words), place in zip(names.items(), ("first", "middle", "last"), strict=True):
            button = self._button(state, words)
            button.setProperty("segment", place)
            switch.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addLayout(top)
        column.addLayout(switch)
        column.addWidget(self.note)

    def _button(self, state: VacancyState, words: str) -> QPushButton:
        button = QPushButton(words, autoDefault=False)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the list
        button.setToolTip(f"{words}  ({STATE_KEYS[state]})")
        button.clicked.connect(lambda: self._on_clicked(state))
        self.buttons[state] = button
        return button

    def _mark(self) -> None:
        states = {state_of(row) for row in self._rows}
        for state, button in self.buttons.items():
            button.setChecked(states == {state})

    def _on_clicked(self, state: VacancyState) -> None:
        self._mark()
        self.state_chosen.emit(state)

    def _on_note(self) -> None:
        typed = self.typed_note
        if typed is not None and typed != self.note.recorded and len(self._rows) == 1:
            self.note_given.emit(self._rows[0].job.id, typed)


class _Note(QLineEdit):
    """Escape brings back what is recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recorded = ""

    def revert(self) -> None:
        """Show what is recorded."""
        if self.text() != self.recorded:
            self.setText(self.recorded)
        self.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.revert()
        else:
            super().keyPressEvent(event)
