"""Placeholders of message templates on screen: their words, and an invented applicant to try a template on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.clock import DAY_MS, china_midnight
from kzg_desktop.domain.entities import Application, Job
from kzg_desktop.domain.hiring import Handling, InterviewSlot
from kzg_desktop.domain.templates import PLACEHOLDERS, values_of

__all__ = ["placeholder_words", "sample_values", "sms_count"]

translate = QCoreApplication.translate

_HOUR_MS = 3_600_000
_SMS_LETTERS = 70
_SMS_PART_LETTERS = 67
"""Chinese text messages hold 70 characters; where there are several, each gives three to its header (GSM 03.40)."""


def placeholder_words(key: str) -> str:
    """Return a placeholder's name in the language on screen."""
    return {
        "name": translate("Placeholder", "Name"),
        "job": translate("Placeholder", "Job"),
        "employer": translate("Placeholder", "Employer"),
        "city": translate("Placeholder", "City"),
        "place": translate("Placeholder", "Interview place"),
        "date": translate("Placeholder", "Date"),
        "time": translate("Placeholder", "Time"),
        "first_day": translate("Placeholder", "First day"),
        "assembly": translate("Placeholder", "Assembly point"),
        "bring": translate("Placeholder", "What to bring"),
        "pay": translate("Placeholder", "Pay"),
        "lodging": translate("Placeholder", "Lodging"),
        "board": translate("Placeholder", "Board"),
        "colleague": translate("Placeholder", "Colleague"),
    }.get(key, PLACEHOLDERS.get(key, key))


def sample_values(job: Job | None, slot: InterviewSlot | None, colleague: str, now: int) -> dict[str, str]:
    """Return the placeholders' values for an invented applicant to *job*, with an interview tomorrow at nine."""
    tomorrow = china_midnight(now) + DAY_MS
    row = Application(
        id="",
        n=0,
        broadcast_id="",
        job_id=job.id if job is not None else "",
        employer_id=job.employer_id if job is not None else "",
        job_title=job.title if job is not None else "",
        received_at=now,
        name="王小明",
        phone="",
        appointment_at=slot.starts_at if slot is not None else tomorrow + 9 * _HOUR_MS,
        handling=Handling(starts_on=tomorrow + 2 * DAY_MS),
    )
    return values_of(row, job=job, slot=slot, colleague=colleague)


def sms_count(text: str) -> int:
    """Return how many text messages *text* takes."""
    letters = len(text.encode("utf-16-le")) // 2
    return 1 if letters <= _SMS_LETTERS else -(-letters // _SMS_PART_LETTERS)
