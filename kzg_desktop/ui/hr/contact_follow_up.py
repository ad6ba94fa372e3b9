"""When to call again, and what the applicant looks for: two small dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QSize, Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.clock import DAY_MS, china_midnight
from kzg_desktop.domain.hiring import Shift, Wishes
from kzg_desktop.ui.hr.answer_row import answer_row
from kzg_desktop.ui.hr.outcome_dialog import fitted
from kzg_desktop.ui.hr.words import shift_words, when_words
from kzg_desktop.widgets.flow import FlowLayout
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["FollowUpDialog", "WishesDialog", "usual_times", "wishes_words"]

translate = QCoreApplication.translate

_CHINA = QTimeZone(8 * 3600)
_HOUR_MS = 3_600_000
_SHIFTS: tuple[Shift, ...] = ("", "day", "night", "rotating")
_WANTED: tuple[bool | None, ...] = (None, True, False)


def usual_times(now: int) -> list[int]:
    """Return the times that people agree on most: in an hour, this evening, tomorrow morning and evening."""
    midnight = china_midnight(now)
    times = (
        now + _HOUR_MS,
        midnight + 19 * _HOUR_MS,
        midnight + DAY_MS + 10 * _HOUR_MS,
        midnight + DAY_MS + 19 * _HOUR_MS,
    )
    return sorted({at - at % 60_000 for at in times if at > now})


def china_picker(at: int, earliest: int, parent: QWidget) -> QDateTimeEdit:
    """Return a field for a time in China, whatever this computer's own zone is."""
    picker = QDateTimeEdit(parent)
    picker.setCalendarPopup(True)
    picker.setTimeZone(_CHINA)
    picker.setDisplayFormat("yyyy-MM-dd HH:mm")
    picker.setMinimumDateTime(QDateTime.fromMSecsSinceEpoch(earliest, _CHINA))
    picker.setDateTime(QDateTime.fromMSecsSinceEpoch(at, _CHINA))
    return picker


class _Question(QDialog):
    """Title, whatever is asked, and two buttons."""

    def __init__(self, title: str, yes: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._done = False
        heading = QLabel(title, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        heading.setProperty("role", "strong")
        self.yes = QPushButton(yes, self)
        self.yes.clicked.connect(self._on_yes)
        self.buttons = answer_row(self, self.yes)
        self.body = QVBoxLayout()
        self.body.setSpacing(3 * UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 5 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(heading)
        column.addLayout(self.body)
        column.addSpacing(UNIT)
        column.addLayout(self.buttons)
        self.setMinimumWidth(95 * UNIT)

    def sizeHint(self) -> QSize:
        """As high as the words need at the width that it will have."""
        return fitted(self)

    def _on_yes(self) -> None:
        if not self._done:
            self._done = True
            self.accept()
            self._answer()

    def _answer(self) -> None:
        raise NotImplementedError


class FollowUpDialog(_Question):
    """Asks when to call again. ``chosen`` carries the time (UTC ms), 0 for none."""

    chosen = Signal(object)

    def __init__(self, title: str, now: int, current: int, parent: QWidget | None = None) -> None:
        super().__init__(title, self.tr("Remember"), parent)
        flow = FlowLayout()
        times = usual_times(now)
        self.chips: list[QPushButton] = []
        for at in times:
            chip = QPushButton(when_words(at, now), self, autoDefault=True)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _=False, at=at: self._choose(at))
            self.chips.append(chip)
            flow.addWidget(chip)
        self.body.addLayout(flow)
        start = current if current > now else times[-1]
        self.time = china_picker(start, now - now % 60_000, self)
        self.body.addWidget(self.time)
        if current:
            none = QPushButton(self.tr("No time any more"), self, autoDefault=False)
            none.setProperty("kind", "plain")
            none.clicked.connect(lambda: self._choose(0))
            self.buttons.insertWidget(0, none)
        self.time.setFocus()

    def _choose(self, at: int) -> None:
        if not self._done:
            self._done = True
            self.accept()
            self.chosen.emit(at)

    def _answer(self) -> None:
        self.chosen.emit(self.time.dateTime().toMSecsSinceEpoch())


class WishesDialog(_Question):
    """Asks what the applicant looks for. ``chosen`` carries the :class:`Wishes`."""

    chosen = Signal(object)

    def __init__(self, title: str, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(title, self.tr("Remember"), parent)
        self.pay = QSpinBox(self)
        self.pay.setRange(0, 50_000)
        self.pay.setSingleStep(500)
        self.pay.setSpecialValueText(self.tr("not said"))
        self.pay.setValue(wishes.month_min_yuan or 0)
        self.shift, self.lodging, self.board = QComboBox(self), QComboBox(self), QComboBox(self)
        for shift in _SHIFTS:
            self.shift.addItem(shift_words(shift) or self.tr("not said"))
        for field in (self.lodging, self.board):
            field.addItems([self.tr("not said"), self.tr("wanted"), self.tr("not needed")])
        self.shift.setCurrentIndex(_SHIFTS.index(wishes.shift))
        self.lodging.setCurrentIndex(_WANTED.index(wishes.lodging))
        self.board.setCurrentIndex(_WANTED.index(wishes.board))
        form = QFormLayout()
        form.setSpacing(2 * UNIT)
        form.addRow(self.tr("At least ¥ a month"), self.pay)
        form.addRow(self.tr("Shift"), self.shift)
        form.addRow(self.tr("Lodging"), self.lodging)
        form.addRow(self.tr("Board"), self.board)
        self.body.addLayout(form)
        self.pay.setFocus()

    def _answer(self) -> None:
        self.chosen.emit(
            Wishes(
                month_min_yuan=self.pay.value() or None,
                shift=_SHIFTS[self.shift.currentIndex()],
                lodging=_WANTED[self.lodging.currentIndex()],
                board=_WANTED[self.board.currentIndex()],
            )
        )


def wishes_words(wishes: Wishes) -> str:
    """Return what an applicant looks for in one line, "" for nothing said."""
    pay = translate("Wishes", "from ¥ {yuan}").format(yuan=f"{wishes.month_min_yuan or 0:,}")
    parts = [
        pay if wishes.month_min_yuan else "",
        shift_words(wishes.shift),
        _wanted(wishes.lodging, translate("Wishes", "with lodging"), translate("Wishes", "no lodging needed")),
        _wanted(wishes.board, translate("Wishes", "with board"), translate("Wishes", "no board needed")),
    ]
    return " · ".join(filter(None, parts))


def _wanted(value: bool | None, yes: str, no: str) -> str:
    return "" if value is None else yes if value else no
