"""有效期至: the last day an offer holds, in the many ways a sheet writes a day."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from msgspec import Struct

from kzg_desktop.importing.findings import Finding, info, warning
from kzg_desktop.importing.words import plain

__all__ = ["Reference", "day_in", "read_valid_through"]

_FULL = re.compile(r"(?<!\d)(\d{4})(?:[-./]|年)(\d{1,2})(?:[-./]|月)(\d{1,2})日?(?!\d)")
_PACKED = re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)")
_MONTH_DAY = re.compile(r"(?<![\d年])(\d{1,2})(?:[./]|月)(\d{1,2})[日号]?(?![\d.])")
_MONTH_END = re.compile(r"(?:(20\d{2})年)?(?<!\d)(\d{1,2})月(?:底|末|份)?$")
_SERIAL = re.compile(r"[34]\d{4}")
_OPEN = re.compile(r"长期|招满|不限|常年|持续")
_ONE_DAY = re.compile(rf"(?:截?至|到)?(?:{_FULL.pattern}|{_PACKED.pattern})(?:止|前|截止|;00:00(?::00)?)?")
_BEFORE_TIME = re.compile(r"\s+(?=\d{1,2}:\d{2})")
_SERIAL_ZERO = date(1899, 12, 30)
_HALF_YEAR = timedelta(days=183)


class Reference(Struct, frozen=True):
    """The day that a date without a year is read against, and in words where it comes from."""

    day: date
    words: str
    stated: bool = False


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _words(text: str) -> str:
    """Return *text* in one spelling; the time of day stays apart from the day."""
    return plain(_BEFORE_TIME.sub(";", text))


def day_in(text: str) -> date | None:
    """Return the last day with a year that *text* names."""
    words = _words(text)
    days = [_day(*map(int, found)) for pattern in (_PACKED, _FULL) for found in pattern.findall(words)]
    return next((day for day in reversed(days) if day is not None), None)


def _with_year(month: int, day: int, reference: Reference) -> date | None:
    """Return that day in the reference's year, or in the next when it would be over half a year ago."""
    this_year = _day(reference.day.year, month, day)
    if this_year is not None and this_year >= reference.day - _HALF_YEAR:
        return this_year
    return _day(reference.day.year + 1, month, day)


def _guessed(words: str, reference: Reference) -> tuple[date | None, list[Finding]]:
    """Read what lacks a part of the date, and say what was supplied."""
    if found := list(_MONTH_DAY.finditer(words)):
        day = _with_year(int(found[-1][1]), int(found[-1][2]), reference)
        say = info if reference.stated else warning
        return day, [say(f"没有年份，{reference.words}，记为 {day}")] if day else []
    if found_end := _MONTH_END.search(words):
        month = int(found_end[2])
        if not 1 <= month <= 12:
            return None, []
        year = int(found_end[1] or 0) or (_with_year(month, 1, reference) or reference.day).year
        day = _day(year, month, calendar.monthrange(year, month)[1]) if year else None
        return day, [info(f"按月末 {day} 记")]
    if _SERIAL.fullmatch(words):
        day = _SERIAL_ZERO + timedelta(days=int(words))
        return day, [info(f"是表格的日期序号，即 {day}")]
    return None, []


def read_valid_through(text: str, reference: Reference, today: date) -> tuple[str, list[Finding]]:
    """Return the last day as ISO 8601, or the words themselves when they name none (长期) or cannot be read."""
    day, findings = day_in(text), list[Finding]()
    if day is None:
        day, findings = _guessed(_words(text), reference)
    elif not _ONE_DAY.fullmatch(_words(text)):
        findings.append(info(f"读作 {day}"))
    if day is not None:
        expired = [warning(f"已过期（{day} 早于今天 {today}）")] if day < today else []
        return day.isoformat(), [*findings, *expired]
    if _OPEN.search(text):
        return text, [info("没有截止日期，保留原文")]
    return text, [warning("不是能读懂的日期，保留原文")]
