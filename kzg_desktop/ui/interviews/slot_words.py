"""The words of interview slots: their times, days, jobs and places."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.models.slot_days import PAST, DayHeading, SlotLine
from kzg_desktop.models.slot_plan import ends_at
from kzg_desktop.ui.hr.words import day_words

__all__ = ["booked_words", "clock_words", "day_title", "job_words", "line_words", "slot_words", "span_of", "when_title"]

translate = QCoreApplication.translate


def clock_words(at: int) -> str:
    """Return a UTC time in ms as the time of day in China."""
    return f"{datetime.fromtimestamp(at / 1000, CHINA):%H:%M}"


def span_of(slot: InterviewSlot) -> str:
    """Return the slot's times of day, such as 14:00–15:00."""
    return f"{clock_words(slot.starts_at)}–{clock_words(ends_at(slot))}"


def day_title(day: int, now: int) -> str:
    """Return a day's heading with its weekday, such as ``tomorrow · Wed``."""
    if day == PAST:
        return translate("Slots", "Past")
    weekday = datetime.fromtimestamp(day / 1000, CHINA).isoweekday()
    named = QLocale().dayName(weekday, QLocale.FormatType.ShortFormat)
    return f"{_capital(day_words(day, now))} · {named}"


def when_title(slot: InterviewSlot, now: int) -> str:
    """Return a slot's day and times."""
    return f"{_capital(day_words(slot.starts_at, now))} {span_of(slot)}"


def job_words(slot: InterviewSlot, job_of: Callable[[str], Job | None]) -> str:
    """Return whom the slot is for."""
    if not slot.job_id:
        return translate("Slots", "Any job")
    job = job_of(slot.job_id)
    return job.title if job is not None else slot.job_id


def booked_words(slot: InterviewSlot) -> str:
    """Return how many places are booked of how many."""
    return f"{slot.booked:,} / {slot.capacity:,}"


def slot_words(slot: InterviewSlot, now: int, job_of: Callable[[str], Job | None]) -> str:
    """Return a slot in one line: day, times, job and place."""
    when = when_title(slot, now)
    return " · ".join(part for part in (when, job_words(slot, job_of), slot.place) if part)


def line_words(line: DayHeading | SlotLine, now: int, job_of: Callable[[str], Job | None]) -> str:
    """Return what a line of the list says to a screen reader."""
    if isinstance(line, DayHeading):
        places = translate("Slots", "{booked} of {capacity} places booked").format(
            booked=line.booked, capacity=line.capacity
        )
        return f"{day_title(line.day, now)} · {places}"
    slot = line.slot
    parts = [
        slot_words(slot, now, job_of),
        translate("Slots", "{booked} of {capacity} places booked").format(booked=slot.booked, capacity=slot.capacity),
    ]
    if slot.closed:
        parts.append(translate("Slots", "closed"))
    if line.clash:
        parts.append(translate("Slots", "another slot needs this place at the same time"))
    parts += [part for part in (slot.note, line.obstacle) if part]
    return "\n".join(parts)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
