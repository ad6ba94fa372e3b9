"""One job of the library with what there is to say about it today, and how a cell says it."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.entities import Job, Pay, Vacancy, VacancyState
from kzg_desktop.domain.guards import is_expired
from kzg_desktop.domain.vacancy import seats_left
from kzg_desktop.ui.jobs.pay_cell import pay_cell

__all__ = ["JobRow", "pay", "seat_figures", "seats", "seats_in_full", "state_of", "validity", "validity_in_full"]

translate = QCoreApplication.translate


class JobRow(Struct, kw_only=True, dict=True):
    """A job, how far it is filled, and whether its offer is over today. ``left`` are the seats, None if not said."""

    job: Job
    vacancy: Vacancy | None = None
    expired: bool = False
    left: int | None = None

    @classmethod
    def of(cls, job: Job, vacancy: Vacancy | None, today: date) -> JobRow:
        """Return the row of *job* as it is on that day."""
        return cls(job=job, vacancy=vacancy, expired=is_expired(job, today), left=seats_left(job, vacancy))

    @property
    def paused(self) -> bool:
        """Whether HR wants no applicants for now."""
        return state_of(self) == "paused"

    @property
    def closed(self) -> bool:
        """Whether an applicant has to wait."""
        return self.paused or self.left == 0

    @cached_property
    def haystack(self) -> str:
        """What a search looks at."""
        job = self.job
        words = (
            job.title,
            job.hiring_organization,
            job.region,
            job.job_location,
            job.shift,
            job.board,
            job.lodging,
            *job.job_benefits,
        )
        return "\n".join(words).casefold()


def state_of(row: JobRow) -> VacancyState:
    """Return what was said last; a job of which nobody has said anything is open."""
    return row.vacancy.state if row.vacancy is not None else "open"


def pay(row: JobRow) -> str:
    """Return the pay, "" when none is stated."""
    return pay_cell(row.job.pay) if row.job.pay != Pay() else ""


def seats(row: JobRow) -> str:
    """Return the seats left of all, or why there are none to be had."""
    if row.paused:
        return translate("JobCells", "Paused")
    if row.left == 0:
        return translate("JobCells", "Full")
    return "" if row.left is None else f"{row.left:,} / {row.job.total_job_openings:,}"


def seat_figures(row: JobRow) -> str:
    """Return how many were accepted, and how many seats that leaves."""
    accepted = row.vacancy.accepted if row.vacancy is not None else 0
    openings = row.job.total_job_openings
    if openings is None:
        return translate("JobCells", "{accepted} accepted").format(accepted=f"{accepted:,}")
    words = translate("JobCells", "{accepted} of {openings} accepted")
    said = words.format(accepted=f"{accepted:,}", openings=f"{openings:,}")
    rest = translate("JobCells", "{left} left").format(left=f"{row.left:,}") if row.left else ""
    if row.left == 0 and state_of(row) == "open":
        rest = translate("JobCells", "waiting list")
    return f"{said} · {rest}" if rest else said


def seats_in_full(row: JobRow) -> str:
    """Return whether the job recruits, its figures, and the note for the host."""
    states = {
        "open": translate("JobCells", "Recruiting"),
        "paused": translate("JobCells", "Paused"),
        "filled": translate("JobCells", "Full"),
    }
    note = row.vacancy.note if row.vacancy is not None else ""
    return " · ".join(filter(None, (states[state_of(row)], seat_figures(row), note)))


def validity(row: JobRow) -> str:
    """Return the last valid day; of a day that is over, as much as fits beside the word that says so."""
    if not row.expired:
        return row.job.valid_through
    return translate("JobCells", "Expired {day}").format(day=row.job.valid_through[5:])


def validity_in_full(row: JobRow) -> str:
    """Return the last valid day with its year."""
    if not row.expired:
        return row.job.valid_through
    return translate("JobCells", "Expired {day}").format(day=row.job.valid_through)
