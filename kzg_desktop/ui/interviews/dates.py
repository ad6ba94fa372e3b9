"""Days and times of day in China, and the fields that hold them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QTimeEdit

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["at", "date_field", "date_of", "indented", "midnight_of", "time_field", "time_of"]


def date_field(words: str) -> QDateEdit:
    """Return a field for a day, with a calendar; *words* name it."""
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd ddd")
    field.setAccessibleName(words)
    field.setStyleSheet("QDateEdit::drop-down { border: none; width: 24px; subcontrol-position: center right; }")
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
