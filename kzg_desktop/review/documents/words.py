"""Chinese or English words of documents, and numbers as they are written there.

A document may be in another language than the window, so its words are not the window's.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from kzg_desktop.exporting.table import local_time
from kzg_desktop.review.compare import Tempo
from kzg_desktop.review.documents.chinese import CHINESE
from kzg_desktop.review.rates import Rate

__all__ = ["Language", "Say", "clock_words", "moment_words", "share_words"]

Language: TypeAlias = Literal["zh", "en"]


class Say:
    """Says English sentences in a language: ``say("{n} jobs", n=3)``."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, english: str, **values: object) -> str:
        """Return *english* in the language, with *values* in its braces."""
        text = CHINESE[english] if self.language == "zh" else english
        return text.format(**values) if values else text

    def day(self, at_ms: int) -> str:
        """Return the local day of a UTC time in ms, "" for 0."""
        if not at_ms:
            return ""
        at = local_time(at_ms)
        return f"{at.year}年{at.month}月{at.day}日" if self.language == "zh" else f"{at.day} {at:%B %Y}"

    def when(self, at_ms: int) -> str:
        """Return local day and time, "" for 0."""
        return f"{self.day(at_ms)} {local_time(at_ms):%H:%M}" if at_ms else ""

    def rate(self, found: Rate) -> str:
        """Return a rate with its interval, or why it has none."""
        if found.value is None:
            return "–"
        if found.too_few:
            return self("{part} of {whole}: too few to tell", part=found.part, whole=found.whole)
        return f"{share_words(found.value)} ({self.interval(found)})"

    def interval(self, found: Rate) -> str:
        """Return the interval of a rate in percent."""
        return f"{found.low * 100:.0f}–{found.high * 100:.0f}%"

    def tempo(self, found: Tempo) -> str:
        """Return applications a minute with the interval, or that they are too few."""
        if found.value is None:
            return "–"
        if found.too_few:
            return self("{value}: too few to tell", value=f"{found.value:.1f}")
        return f"{found.value:.1f} ({found.low:.1f}–{found.high:.1f})"

    def span(self, seconds: int | None) -> str:
        """Return a duration as people say it; "–" where it is not known."""
        if seconds is None:
            return "–"
        if seconds < 60:
            return self("{n} s", n=seconds)
        minutes = round(seconds / 60)
        if minutes < 60:
            return self("{n} min", n=minutes)
        if minutes < 48 * 60:
            return self("{h} h {m} min", h=minutes // 60, m=minutes % 60)
        return self("{n} days", n=f"{seconds / 86_400:.1f}")


def share_words(value: float) -> str:
    """Return a part of a whole in percent."""
    return f"{value * 100:.1f}%"


def clock_words(seconds: int) -> str:
    """Return a duration as ``m:ss``, or ``h:mm:ss`` from an hour on."""
    hours, rest = divmod(max(0, seconds), 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def moment_words(at_ms: int) -> str:
    """Return the local time of day to the second."""
    at: datetime = local_time(at_ms)
    return f"{at:%H:%M:%S}"
