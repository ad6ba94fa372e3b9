"""The question before some steps: a reason, a first day at work, or why somebody left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.clock import DAY_MS
from kzg_desktop.domain.hiring import ExitReason
from kzg_desktop.ui.hr.answer_row import answer_row
from kzg_desktop.ui.hr.outcome_steps import Answer, Asks
from kzg_desktop.ui.hr.words import exit_reason_words
from kzg_desktop.ui.interviews.dates import date_field, date_of, midnight_of
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["AnswerDialog", "ReasonDialog", "fitted", "usual_reasons"]

_EXITS: tuple[ExitReason, ...] = ("quit", "dismissed", "ended", "other")

translate = QCoreApplication.translate


def usual_reasons(what: str) -> list[str]:
    """Return the reasons that are given most for a step, for one click."""
    reasons: dict[str, Callable[[], list[str]]] = {
        "invalid": lambda: [
            translate("ApplicantReason", "Somebody else's number"),
            translate("ApplicantReason", "Did not apply"),
            translate("ApplicantReason", "Out of service"),
        ],
        "not_interested": lambda: [
            translate("ApplicantReason", "Too far"),
            translate("ApplicantReason", "Pay too low"),
            translate("ApplicantReason", "Has found work"),
            translate("ApplicantReason", "Shifts do not suit"),
        ],
        "gave_up": lambda: [
            translate("ApplicantReason", "Has found work"),
            translate("ApplicantReason", "Family reasons"),
            translate("ApplicantReason", "Cannot be reached"),
        ],
        "failed": lambda: [
            translate("ApplicantReason", "Medical check"),
            translate("ApplicantReason", "Skills"),
            translate("ApplicantReason", "Documents missing"),
        ],
        "declined": lambda: [
            translate("ApplicantReason", "Has found work"),
            translate("ApplicantReason", "Pay too low"),
            translate("ApplicantReason", "Family reasons"),
        ],
        "undo": lambda: [
            translate("ApplicantReason", "Pressed the wrong button"),
            translate("ApplicantReason", "Misunderstood"),
            translate("ApplicantReason", "The applicant changed their mind"),
        ],
        "take_over": lambda: [
            translate("ApplicantReason", "The applicant called me"),
            translate("ApplicantReason", "Agreed with the colleague"),
        ],
    }
    return reasons[what]() if what in reasons else []


def fitted(dialog: QDialog) -> QSize:
    """Return the dialog's least width, or what its layout wants, with the height for that width."""
    layout = dialog.layout()
    assert layout is not None
    width = max(dialog.minimumWidth(), layout.sizeHint().width())
    height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
    return QSize(width, height)


class ReasonDialog(QDialog):
    """A title, reasons for one click, a field, and two buttons. ``given`` carries the reason; Esc gives none."""

    given = Signal(str)

    def __init__(
        self, title: str, yes: str, what: str, parent: QWidget | None = None, *, hint: str = "", needed: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._needed = needed
        self._done = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 5 * UNIT)
        self.column.setSpacing(3 * UNIT)
        heading = QLabel(title, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        heading.setProperty("role", "strong")
        self.column.addWidget(heading)
        if hint:
            words = QLabel(hint, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            words.setProperty("role", "muted")
            self.column.addWidget(words)
        self.chips = [self._chip(reason) for reason in usual_reasons(what)]
        flow = FlowLayout()
        for chip in self.chips:
            flow.addWidget(chip)
        self.column.addLayout(flow)
        self.reason = QLineEdit(self, maxLength=200)
        self.reason.setPlaceholderText(self.tr("Reason") if needed else self.tr("Reason (may stay empty)"))
        self.reason.textChanged.connect(self._check)
        self.column.addWidget(self.reason)
        self.yes = QPushButton(yes, self)
        self.yes.clicked.connect(self._on_yes)
        self.column.addSpacing(UNIT)
        self.column.addLayout(answer_row(self, self.yes))
        self.setMinimumWidth(100 * UNIT)
        self.reason.setFocus()
        self._check()

    def sizeHint(self) -> QSize:
        """As high as the words need at the width that it will have."""
        return fitted(self)

    def add(self, part: QWidget, place: int) -> None:
        """Put *part* at that place of the column."""
        self.column.insertWidget(place, part)

    def _chip(self, reason: str) -> QPushButton:
        chip = QPushButton(reason, self, autoDefault=False)
        chip.setProperty("kind", "chip")
        chip.clicked.connect(lambda: self.reason.setText(reason))
        return chip

    def _check(self) -> None:
        self.yes.setEnabled(not self._needed or bool(self.reason.text().strip()))

    def _on_yes(self) -> None:
        if self._done or not self.yes.isEnabled():
            return
        self._done = True
        self.accept()
        self.given.emit(self.reason.text().strip())


class AnswerDialog(ReasonDialog):
    """Asks what a step needs. ``answered`` carries an :class:`Answer`."""

    answered = Signal(object)

    def __init__(
        self,
        title: str,
        yes: str,
        what: str,
        asks: Asks,
        *,
        now: int,
        starts_on: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, yes, what, parent)
        self.exits = QButtonGroup(self)
        self.day: QDateEdit | None = None
        self.agreed: QCheckBox | None = None
        if asks == "exit":
            self._add_exits()
        if asks == "day":
            self._add_day(what, starts_on or now)
        self.given.connect(self._on_given)

    def _add_exits(self) -> None:
        for number, exit_ in enumerate(_EXITS):
            choice = QRadioButton(exit_reason_words(exit_), self)
            self.exits.addButton(choice, number)
            self.add(choice, 1 + number)
        first = self.exits.button(0)
        first.setChecked(True)
        first.setFocus()

    def _add_day(self, what: str, at: int) -> None:
        """The first day: agreed or not yet for somebody who passed, known for somebody who has begun."""
        words = self.tr("First day at work") if what == "hired" else self.tr("The first day at work is agreed")
        day = self.day = date_field(words)
        day.setDate(date_of(at if what == "hired" else at + DAY_MS))
        if what == "hired":
            label = QLabel(words, self)
            label.setBuddy(day)
            self.add(label, 1)
        else:
            agreed = self.agreed = QCheckBox(words, self)
            agreed.toggled.connect(day.setEnabled)
            day.setEnabled(False)
            self.add(agreed, 1)
            agreed.setFocus()
        self.add(day, 2)
        if what == "hired":
            day.setFocus()

    def _on_given(self, reason: str) -> None:
        day = 0
        if self.day is not None and (self.agreed is None or self.agreed.isChecked()):
            day = midnight_of(self.day.date())
        exit_reason: ExitReason = _EXITS[self.exits.checkedId()] if self.exits.checkedId() >= 0 else ""
        self.answered.emit(Answer(reason=reason, day=day, exit_reason=exit_reason))
