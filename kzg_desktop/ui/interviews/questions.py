"""Two short questions: when somebody starts to work, and why somebody left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.hiring import ExitReason
from kzg_desktop.models.slot_plan import DAY_MS
from kzg_desktop.ui.hr.answer_row import answer_row
from kzg_desktop.ui.hr.words import day_words, exit_reason_words
from kzg_desktop.ui.interviews.dates import date_field, date_of, midnight_of
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["FirstDayDialog", "LeavingDialog"]

_REASONS: tuple[ExitReason, ...] = ("quit", "dismissed", "ended", "other")


class _Choice(QDialog):
    """A heading, numbered choices, and below them whatever the question needs; figures choose, Enter answers."""

    def __init__(self, title: str, heading: str, choices: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        words = QLabel(heading, wordWrap=True)
        words.setProperty("role", "heading")
        self._group = QButtonGroup(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 4 * UNIT)
        self.column.setSpacing(2 * UNIT)
        self.column.addWidget(words)
        self.column.addSpacing(UNIT)
        for number, choice in enumerate(choices):
            button = QRadioButton(f"{number + 1}  {choice}")
            self._group.addButton(button, number)
            self.column.addWidget(button)
        self.setMinimumWidth(105 * UNIT)

    def add_buttons(self, words: str) -> QPushButton:
        """Put the button that answers at the foot, beside the one that does not."""
        go = QPushButton(words)
        go.clicked.connect(self._on_go)
        self.column.addSpacing(2 * UNIT)
        self.column.addLayout(answer_row(self, go))
        return go

    @property
    def chosen(self) -> int:
        """The number of the choice, from 0."""
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Choose that one, from 0, and have it under the keyboard."""
        button = self._group.button(number)
        if button is not None:
            button.setChecked(True)
            button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure = event.key() - Qt.Key.Key_1
        typing = isinstance(self.focusWidget(), QLineEdit | QDateEdit)
        if 0 <= figure < len(self._group.buttons()) and not typing:
            self.choose(figure)
        else:
            super().keyPressEvent(event)

    def answer(self) -> None:
        """Say what was chosen."""
        raise NotImplementedError

    def _on_go(self) -> None:
        if self.result() == QDialog.DialogCode.Accepted:
            return
        self.accept()
        self.answer()


class FirstDayDialog(_Choice):
    """Asks when *names* begin to work; ``answered`` carries the midnight in China (UTC ms), 0 for not agreed yet."""

    answered = Signal(object)

    def __init__(self, names: str, now: int, first: int, parent: QWidget) -> None:
        self._days = [china_midnight(now) + step * DAY_MS for step in (1, 2, 3)]
        words = [day_words(day, now) for day in self._days]
        named = [*words, self.tr("Another day"), self.tr("Not agreed yet")]
        super().__init__(self.tr("Passed"), self.tr("First day at work: {names}").format(names=names), named, parent)
        self.date = date_field(self.tr("First day at work"))
        self.date.setDate(date_of(first or self._days[2] + DAY_MS))
        self.date.setMinimumDate(date_of(now))
        self.date.dateChanged.connect(self._on_date)
        self.column.insertWidget(self.column.indexOf(self._group.button(3)) + 1, self.date)
        self.add_buttons(self.tr("Record"))
        self._group.idToggled.connect(self._on_toggled)
        if first in self._days:
            self.choose(self._days.index(first))
        elif first >= self._days[0]:
            self.choose(3)
        else:
            self.choose(0)
        self._on_toggled()

    def answer(self) -> None:
        chosen = self.chosen
        if chosen < len(self._days):
            self.answered.emit(self._days[chosen])
        else:
            self.answered.emit(midnight_of(self.date.date()) if chosen == len(self._days) else 0)

    def _on_date(self, _date: QDate) -> None:
        self._group.button(len(self._days)).setChecked(True)

    def _on_toggled(self) -> None:
        self.date.setEnabled(self.chosen == len(self._days))


class LeavingDialog(_Choice):
    """Asks why *names* left; ``answered`` carries the kind of reason and words about it."""

    answered = Signal(str, str)

    def __init__(self, names: str, parent: QWidget) -> None:
        reasons = [exit_reason_words(reason) for reason in _REASONS]
        super().__init__(self.tr("Left"), self.tr("Why did {names} leave?").format(names=names), reasons, parent)
        self.about = QLineEdit()
        self.about.setPlaceholderText(self.tr("In their own words, if they said so"))
        self.about.setAccessibleName(self.about.placeholderText())
        self.about.setMaxLength(500)
        self.column.addWidget(self.about)
        self.add_buttons(self.tr("Record"))
        self.choose(0)

    def answer(self) -> None:
        self.answered.emit(_REASONS[self.chosen], self.about.text().strip())
