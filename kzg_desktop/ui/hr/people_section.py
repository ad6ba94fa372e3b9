"""One human with several applications, and who came along: seen, linked, and taken apart again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.masking import mask_name, mask_phone
from kzg_desktop.ui.hr.drawer_file import Companion, Opened
from kzg_desktop.ui.hr.drawer_who import Moment
from kzg_desktop.ui.hr.words import status_tone, status_words, when_words
from kzg_desktop.widgets.chip import Chip
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.key_button import KeyButton
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["PeopleSection", "TogetherBar"]


class PeopleSection(QWidget):
    """Lists other applications of the same human and companions; each can be opened or taken apart."""

    opened = Signal(int)
    split_requested = Signal(object)
    """The application that is somebody else's after all."""
    part_requested = Signal(object)
    """The companion who did not come along after all."""
    same_requested = Signal()
    together_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.rows: list[PersonRow] = []
        self.same = self._button(self.tr("Same person…"), self.same_requested)
        self.together = self._button(self.tr("Came together with…"), self.together_requested)
        self._none = QLabel(self.tr("No other application, and nobody came along."), self, wordWrap=True)
        self._none.setProperty("role", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * UNIT)
        self._buttons = QWidget(self)
        flow = FlowLayout(self._buttons)
        flow.addWidget(self.same)
        flow.addWidget(self.together)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self._buttons)

    def show_opened(self, opened: Opened, moment: Moment, employer: Callable[[Application], str], *, may: bool) -> None:
        """Show who that applicant is beside this application."""
        self._buttons.setVisible(may)
        shown = (opened.row.id, opened.others, opened.companions, moment.masked, may)
        if shown == self._shown:
            return
        self._shown = shown
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        others = [self._other(row, opened, moment, employer(row), may=may) for row in opened.others]
        self.rows = [*others, *(self._companion(companion, moment, may=may) for companion in opened.companions)]
        for line in self.rows:
            self._list.addWidget(line)
        self._none.setVisible(not self.rows)

    def _other(self, row: Application, opened: Opened, moment: Moment, employer: str, *, may: bool) -> PersonRow:
        where = employer if row.employer_id != opened.row.employer_id else ""
        title = " · ".join(filter(None, (row.job_title, where)))
        note = " · ".join(filter(None, (when_words(row.received_at, moment.now), *_differing(row, opened.row, moment))))
        line = PersonRow(title, note, row, self)
        line.open.clicked.connect(lambda: self.opened.emit(row.n))
        line.part.setText(self.tr("Not the same person…"))
        line.part.setVisible(may and row.employer_id == opened.row.employer_id)
        line.part.clicked.connect(lambda: self.split_requested.emit(row))
        return line

    def _companion(self, companion: Companion, moment: Moment, *, may: bool) -> PersonRow:
        row = companion.row
        if row is None:
            title, note = self.tr("Somebody who is not in this list any more"), companion.note
        else:
            title = self.tr("With {name}").format(name=mask_name(row.name) if moment.masked else row.name)
            note = " · ".join(filter(None, (companion.note, row.job_title)))
        line = PersonRow(title, note, row, self)
        if row is not None:
            line.open.clicked.connect(lambda: self.opened.emit(row.n))
        line.part.setText(self.tr("Not together…"))
        line.part.setVisible(may)
        line.part.clicked.connect(lambda: self.part_requested.emit(companion))
        return line

    def _button(self, words: str, asked: object) -> QPushButton:
        button = QPushButton(words, self, autoDefault=True)
        button.setProperty("kind", "chip")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(asked)
        return button


def _differing(row: Application, shown: Application, moment: Moment) -> Iterator[str]:
    """Yield name and phone of *row* where they are not those shown: joined by mistake, they tell the two apart."""
    if row.name != shown.name:
        yield mask_name(row.name) if moment.masked else row.name
    if row.phone != shown.phone:
        yield mask_phone(row.phone)


class PersonRow(QWidget):
    """One application in two lines, with its state and two buttons."""

    def __init__(self, title: str, note: str, row: Application | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.title, self.note = QLabel(title, self, wordWrap=True), QLabel(note, self, wordWrap=True)
        for label in (self.title, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("role", "caption")
        self.note.setVisible(bool(note))
        self.chip = Chip(self)
        if row is not None:
            self.chip.say(status_words(row.status), status_tone(row.status))
        self.open, self.part = QPushButton(self.tr("Open"), self, autoDefault=True), QPushButton(self, autoDefault=True)
        buttons = FlowLayout()
        for button in (self.open, self.part):
            button.setProperty("kind", "chip")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        self.open.setVisible(row is not None)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addLayout(buttons)


class TogetherBar(QFrame):
    """After a step: do the same for those who came along? Hidden while there is nothing to ask."""

    accepted = Signal(object)
    """The companions (a list of :class:`Application`)."""
    declined = Signal()
    changed = Signal()
    """The question came or went."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self.rows: list[Application] = []
        self.words = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.yes = KeyButton(self.tr("Do it for them too"), "1", self, large=True)
        self.no = KeyButton(self.tr("Not now"), "2", self)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * UNIT, 3 * UNIT, 4 * UNIT, 3 * UNIT)
        column.setSpacing(2 * UNIT)
        for part in (self.words, self.yes, self.no):
            column.addWidget(part)
        self.hide()

    def ask(self, what: str, rows: Sequence[Application]) -> None:
        """Ask whether *what* was done is to be done for these too; none hides the question."""
        self.rows = list(rows)
        names = "、".join(mask_name(row.name) for row in rows)
        words = self.tr("{names} came along and is at the same point. “{what}” for them too?")
        self.words.setText(words.format(names=names, what=what))
        self.setVisible(bool(rows))
        self.changed.emit()

    def answer(self, number: int) -> None:
        """Answer by the key with that number."""
        {1: self._on_yes, 2: self._on_no}.get(number, _nothing)()

    def _on_yes(self) -> None:
        rows, self.rows = self.rows, []
        self.hide()
        self.changed.emit()
        if rows:
            self.accepted.emit(rows)

    def _on_no(self) -> None:
        self.rows = []
        self.hide()
        self.changed.emit()
        self.declined.emit()


def _nothing() -> None: ...
