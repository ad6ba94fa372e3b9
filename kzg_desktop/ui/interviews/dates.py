"""Days and times of day in China, and the fields that hold them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QEvent, Qt, QTime
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QLabel, QTimeEdit

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["at", "date_field", "date_of", "indented", "midnight_of", "time_field", "time_of"]

_DROP_DOWN = 6 * UNIT


def date_field(words: str) -> QDateEdit:
    """Return a field for a day, with a calendar; *words* name it."""
    field = _Day()
    field.setCalendarPopup(True)
    field.setAccessibleName(words)
    field.setStyleSheet(
        f"QDateEdit::drop-down {{ border: none; width: {_DROP_DOWN}px; subcontrol-position: center right; }}"
    )
    field.setMinimumWidth(42 * UNIT)
    return field


def time_field(words: str) -> QTimeEdit:
    """Return a field for a time of day; *words* name it."""
    field = QTimeEdit()
    field.setDisplayFormat("HH:mm")
    field.setAccessibleName(words)
    indented(field)
    return field


def indented(field: QAbstractSpinBox) -> None:
    """Give *field* the room at the left that the style sheet's padding does not give to those of its kind."""
    field.lineEdit().setTextMargins(2 * UNIT, 0, 0, 0)


class _Day(QDateEdit):
    """A day with its name beside it; in the format the name would refuse whatever day is typed, as no match."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd")
        self._name = QLabel(self)
        self._name.setProperty("role", "muted")
        self._name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.dateChanged.connect(self._show_name)
        self._show_name()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.setSelectedSection(QDateEdit.Section.DaySection)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_name()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._place_name()

    def _show_name(self) -> None:
        self._name.setText(self.locale().toString(self.date(), "ddd"))
        self._place_name()

    def _place_name(self) -> None:
        if hasattr(self, "_name"):  # Qt tells of changes before the widget is made
            self._name.adjustSize()
            right = self.width() - _DROP_DOWN - UNIT
            self._name.move(right - self._name.width(), (self.height() - self._name.height()) // 2)


def date_of(ms: int) -> QDate:
    """Return the day in China at that time (UTC ms)."""
    day = datetime.fromtimestamp(ms / 1000, CHINA)
    return QDate(day.year, day.month, day.day)


def time_of(ms: int) -> QTime:
    """Return the time of day in China (UTC ms), to the minute."""
    moment = datetime.fromtimestamp(ms / 1000, CHINA)
    return QTime(moment.hour, moment.minute)


def midnight_of(date: QDate) -> int:
    """Return when that day begins in China, as UTC ms."""
    return at(date, QTime(0, 0))


def at(date: QDate, time: QTime) -> int:
    """Return that time of day in China as UTC ms."""
    moment = datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=CHINA)
    return round(moment.timestamp() * 1000)
