"""Words for values of the domain, as every screen writes them."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetricsF

from kzg_desktop.domain.entities import Job, Pay, Vacancy
from kzg_desktop.domain.vacancy import seats_left

__all__ = [
    "benefit_words",
    "elided",
    "pay_detail",
    "pay_headline",
    "pay_short",
    "rebate_text",
    "seats_text",
    "time_of_day",
]


def pay_headline(pay: Pay) -> str:
    """Return the one figure that a card shows largest: the month's total, else the hour, else the base."""
    if pay.month_min_yuan or pay.month_max_yuan:
        low, high = pay.month_min_yuan or pay.month_max_yuan, pay.month_max_yuan or pay.month_min_yuan
        amount = f"{low:,}" if low == high else f"{low:,}–{high:,}"
        return QCoreApplication.translate("Pay", "¥ {0} / month").format(amount)
    if pay.hourly_yuan:
        return QCoreApplication.translate("Pay", "¥ {0} / hour").format(f"{pay.hourly_yuan:g}")
    if pay.base_month_yuan:
        return QCoreApplication.translate("Pay", "¥ {0} base / month").format(f"{pay.base_month_yuan:,}")
    return pay.text or QCoreApplication.translate("Pay", "Pay not stated")


def pay_short(pay: Pay) -> str:
    """Return the headline's figure for a narrow column; a month's total needs no unit there."""
    if pay.month_min_yuan or pay.month_max_yuan:
        low, high = pay.month_min_yuan or pay.month_max_yuan, pay.month_max_yuan or pay.month_min_yuan
        return f"¥{low:,}" if low == high else f"¥{low:,}–{high:,}"
    return pay_headline(pay).replace("¥ ", "¥")


def pay_detail(pay: Pay) -> str:
    """Return what the headline leaves out, in one line; "" when there is nothing more."""
    monthly = bool(pay.month_min_yuan or pay.month_max_yuan)
    parts: list[str] = []
    if monthly and pay.hourly_yuan:
        parts.append(QCoreApplication.translate("Pay", "¥ {0} / hour").format(f"{pay.hourly_yuan:g}"))
    if pay.base_month_yuan and (monthly or pay.hourly_yuan):
        parts.append(QCoreApplication.translate("Pay", "base ¥ {0}").format(f"{pay.base_month_yuan:,}"))
    if pay.piece_rate:
        parts.append(QCoreApplication.translate("Pay", "piece rate"))
    parts += [pay.overtime, pay.allowance]
    if pay.payday:
        parts.append(QCoreApplication.translate("Pay", "payday {0}").format(pay.payday))
    return " · ".join(part for part in parts if part)


def rebate_text(job: Job) -> str:
    """Return the steps of the rebate, such as ``30 d ¥ 800 · 60 d ¥ 1,200``."""
    step = QCoreApplication.translate("Pay", "{0} d ¥ {1}")
    return " · ".join(step.format(rebate.days, f"{rebate.amount_yuan:,}") for rebate in job.rebates)


def seats_text(job: Job, vacancy: Vacancy | None) -> str:
    """Return how many people are wanted and how many seats are left, "" when nothing is known of it."""
    openings = f"{job.total_job_openings:,}" if job.total_job_openings else ""
    left = seats_left(job, vacancy)
    if vacancy is not None and vacancy.state == "paused":
        state = QCoreApplication.translate("Job", "paused by HR")
    elif left == 0:
        state = QCoreApplication.translate("Job", "full, waiting list")
    elif left is not None and vacancy is not None and vacancy.accepted:
        state = QCoreApplication.translate("Job", "{0} left").format(f"{left:,}")
    else:
        state = ""
    return " · ".join(part for part in (openings, state) if part)


def benefit_words(job: Job) -> list[str]:
    """Return the benefits as short words, the couples' room first, none twice."""
    said = any("夫妻" in benefit for benefit in job.job_benefits)
    couples = [QCoreApplication.translate("Job", "Couples' room")] if job.couples_room and not said else []
    return list(dict.fromkeys(couples + list(job.job_benefits)))


def time_of_day(at_ms: int, *, form: str = "%H:%M") -> str:
    """Return a UTC time in ms as the local time of day, or whatever of it *form* asks for."""
    return time.strftime(form, time.localtime(at_ms / 1000))


def elided(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Return *text*, cut with an ellipsis only where it is wider than *width* pixels."""
    if len(text) * metrics.maxWidth() <= width or metrics.horizontalAdvance(text) <= width:
        return text
    ellipsis_width = metrics.horizontalAdvance("…")
    while text and metrics.horizontalAdvance(text) + ellipsis_width > width:
        text = text[:-1]
    return text + "…"
