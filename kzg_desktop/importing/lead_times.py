"""提交时间: when a lead was sent, in the many ways that platforms write a time."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.importing.findings import Finding, info, warning

__all__ = ["read_time"]

_CALENDAR = re.compile(
    r"(?P<year>20\d{2})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:[\sT,]*(?P<half>上午|中午|下午|晚上|AM|PM)?\s*(?P<hour>\d{1,2})\s*[:时点]\s*(?P<minute>\d{1,2})?"
    r"(?:\s*[:分]\s*(?P<second>\d{1,2})?)?(?:\.\d+)?\s*[分秒]?\s*(?P<after>AM|PM)?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_PACKED = re.compile(
    r"(?P<year>20\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:[\sT]?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?)?"
)
_EPOCH = re.compile(r"(1[5-9]\d{8}|2\d{9})(\d{3})?(?:\.0+)?")
_SERIAL = re.compile(r"[4-6]\d{4}(?:\.\d+)?")
_SERIAL_ZERO = datetime(1899, 12, 30, tzinfo=CHINA)
_LATE_HALF = {"下午", "晚上", "pm"}
_SLACK_MS = 10 * 60_000


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def _hour(parts: dict[str, str | None]) -> int:
    hour = int(parts["hour"] or 0)
    half = (parts.get("half") or parts.get("after") or "").casefold()
    if half in _LATE_HALF and hour < 12:
        return hour + 12
    if half == "中午" and hour < 6:
        return hour + 12
    return 0 if half in {"上午", "am"} and hour == 12 else hour


def _zone(text: str | None) -> timezone:
    if not text:
        return CHINA
    if text in "Zz":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))


def _calendar(parts: dict[str, str | None]) -> int | None:
    try:
        year, month, day, minute, second = (
            int(parts[name] or 0) for name in ("year", "month", "day", "minute", "second")
        )
        return _ms(datetime(year, month, day, _hour(parts), minute, second, tzinfo=_zone(parts.get("zone"))))
    except (ValueError, OverflowError):
        return None


def _instant(words: str) -> int | None:
    """Return the time in UTC ms, or None when *words* name none."""
    if found := _EPOCH.fullmatch(words):
        return int(found[1]) * 1000 + int(found[2] or 0)
    if found := _CALENDAR.fullmatch(words) or _PACKED.fullmatch(words):
        return _calendar(found.groupdict())
    if _SERIAL.fullmatch(words):
        return _ms(_SERIAL_ZERO + timedelta(seconds=round(float(words) * 86_400)))
    return None


def read_time(text: str, now: int) -> tuple[int, list[Finding]]:
    """Return when a lead was sent (UTC ms), or 0 when *text* does not tell; *now* is the time of the import."""
    words = unicodedata.normalize("NFKC", text).strip().lstrip("'")
    at = _instant(words)
    if at is None:
        return 0, [warning("不是能读懂的时间，按导入时间记")]
    if at > now + _SLACK_MS:
        return 0, [warning("晚于现在，按导入时间记")]
    found = _CALENDAR.fullmatch(words)
    dateless = found is not None and found["hour"] is None
    return min(at, now), [info("只有日期，没有时刻，按 0:00 记")] if dateless else []
