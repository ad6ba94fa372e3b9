"""Words and figures of a review, as its charts and tables write them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kzg_desktop.review.compare import Tempo
from kzg_desktop.review.rates import Rate
from kzg_desktop.review.stages import Stage

__all__ = [
    "DASH",
    "clock_words",
    "interval_words",
    "percent",
    "rate_in_full",
    "rate_words",
    "stage_words",
    "tempo_in_full",
    "tempo_words",
    "too_few_words",
    "wait_words",
]

translate = QCoreApplication.translate

DASH = "–"
"""Stands where there is no figure."""


def percent(value: float) -> str:
    """Return a share of 1 as a percentage; small ones with a decimal."""
    shown = value * 100
    return f"{shown:.1f}%" if 0 < shown < 9.95 else f"{shown:.0f}%"


def rate_words(rate: Rate) -> str:
    """Return a rate for a cell: a percentage, or the bare count where there are too few cases for one."""
    if rate.value is None:
        return DASH
    return f"{rate.part:,} / {rate.whole:,}" if rate.too_few else percent(rate.value)


def interval_words(low: float, high: float) -> str:
    """Return an interval of shares of 1."""
    return f"{percent(low)}–{percent(high)}"


def rate_in_full(rate: Rate) -> str:
    """Return a rate with its counts and its interval, or that there are too few cases."""
    counts = f"{rate.part:,} / {rate.whole:,}"
    if rate.value is None:
        return translate("Review", "nothing to count")
    if rate.too_few:
        return f"{counts} · {too_few_words()}"
    return f"{percent(rate.value)} ({interval_words(rate.low, rate.high)}) · {counts}"


def tempo_words(tempo: Tempo | None) -> str:
    """Return applications a minute for a cell."""
    return DASH if tempo is None or tempo.value is None else f"{tempo.value:.1f}"


def tempo_in_full(tempo: Tempo) -> str:
    """Return applications a minute with their interval, or that there are too few."""
    if tempo.value is None:
        return translate("Review", "never on air")
    if tempo.too_few:
        return f"{tempo.value:.1f} · {too_few_words()}"
    return f"{tempo.value:.1f} ({tempo.low:.1f}–{tempo.high:.1f})"


def too_few_words() -> str:
    """Return what is said in the place of a figure that tells nothing."""
    return translate("Review", "too few to tell")


def stage_words(stage: Stage) -> str:
    """Return the name of a stage of the funnel."""
    return {
        "signed_up": translate("ReviewStage", "Signed up"),
        "reached": translate("ReviewStage", "Reached"),
        "booked": translate("ReviewStage", "Booked"),
        "interviewed": translate("ReviewStage", "Interviewed"),
        "passed": translate("ReviewStage", "Passed"),
        "hired": translate("ReviewStage", "Hired"),
        "day7": translate("ReviewStage", "7 days"),
        "day15": translate("ReviewStage", "15 days"),
        "day30": translate("ReviewStage", "30 days"),
    }[stage]


def clock_words(seconds: int) -> str:
    """Return a length of time on air, such as 9:30 or 1:02:00."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def wait_words(seconds: int | None) -> str:
    """Return a time that somebody waited, in its greatest unit."""
    if seconds is None:
        return DASH
    if seconds < 90:
        return translate("Review", "{n} s").format(n=seconds)
    if seconds < 90 * 60:
        return translate("Review", "{n} min").format(n=round(seconds / 60))
    if seconds < 48 * 3600:
        return translate("Review", "{n} h").format(n=_short(seconds / 3600))
    return translate("Review", "{n} d").format(n=_short(seconds / 86_400))


def _short(value: float) -> str:
    return f"{value:.1f}" if value < 9.95 else f"{value:.0f}"
