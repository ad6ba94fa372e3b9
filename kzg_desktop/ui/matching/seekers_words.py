"""What is said of an applicant who would fit a job: why, what stands against it, where and when they applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application, Job
from kzg_desktop.domain.masking import mask_name
from kzg_desktop.domain.matching import Fit, Reason, ReasonKind
from kzg_desktop.domain.states import STEPS
from kzg_desktop.hiring_services import HiringDesk, SeekerMatch, Seekers
from kzg_desktop.ui.hr.matches_section import reason_words
from kzg_desktop.ui.hr.words import account_words, shift_words, status_words, when_words
from kzg_desktop.widgets.text import pay_short

__all__ = ["SeekerWords", "compared_words", "job_words", "reasons_words"]

translate = QCoreApplication.translate


class SeekerWords:
    """Says the cells. Names are masked until somebody says that they may show: viewers may see the screen."""

    def __init__(self, desk: HiringDesk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self.masked = True
        self._names: Mapping[str, str] = {}
        self.refresh()

    def refresh(self) -> None:
        """Learn the names of colleagues and employers anew."""
        self._names = self._desk.names()
        self._employers = {each.id: each.name for each in self._desk.organizations()}
        self._statuses = {status: status_words(status) for status in STEPS}

    def name(self, row: Application) -> str:
        """Return the name as it may show now."""
        return mask_name(row.name) if self.masked and "*" not in row.name else row.name

    def employer(self, row: Application) -> str:
        """Return whose job was applied for."""
        job = self._desk.job(row.job_id)
        return self._employers.get(row.employer_id) or (job.hiring_organization if job is not None else "")

    def owner(self, row: Application) -> str:
        """Return who works on it, "" for nobody."""
        return account_words(row.owner, self._desk.account_id, self._names) if row.owner else ""

    def is_mine(self, row: Application) -> bool:
        """Whether the user works on it."""
        return bool(row.owner) and row.owner == self._desk.account_id

    def applied(self, row: Application) -> str:
        """Return when they applied."""
        return when_words(row.received_at, self._clock.now_ms())

    def haystack(self, match: SeekerMatch) -> str:
        """Return what a search looks into."""
        row = match.row
        parts = (row.name, row.phone, row.job_title, self.employer(row), row.city, row.age_band, self.owner(row))
        return "\n".join((*parts, self._statuses.get(row.status, ""), *reasons_words(match.fit))).casefold()


def reasons_words(fit: Fit) -> tuple[str, str]:
    """Return for what an applicant fits the job, and what stands against it, "" for nothing.

    What fits is said from the applicant's side alone: the job's is the same for everybody and stands above the list, as
    do its seats and the age that the law demands.
    """
    told = [reason for reason in fit.reasons if reason.kind in _MET]
    good = _joined(_MET[reason.kind](reason) for reason in told if reason.met)
    but = _joined(reason_words(reason) for reason in told if not reason.met)
    return good or translate("SeekerMatch", "Nothing known that fits: ask"), but


def _pay_words(reason: Reason) -> str:
    yuan = f"¥ {reason.wanted:,}" if isinstance(reason.wanted, int) else reason.wanted
    if reason.basis == "applied":
        return translate("SeekerMatch", "applied for {pay} a month").format(pay=yuan)
    return translate("SeekerMatch", "wants {pay} a month").format(pay=yuan)


_MET: dict[ReasonKind, Callable[[Reason], str]] = {
    "city": lambda reason: str(reason.wanted),
    "pay": _pay_words,
    "shift": lambda reason: translate("SeekerMatch", "wants: {shift}").format(shift=shift_words(str(reason.wanted))),
    "lodging": lambda _reason: translate("SeekerMatch", "needs lodging"),
    "board": lambda _reason: translate("SeekerMatch", "needs board"),
    "start": lambda reason: translate("SeekerMatch", "can start on {day}").format(day=reason.wanted),
}


def job_words(job: Job, left: int | None) -> str:
    """Return in one line what the job is; *left* seats, None where it does not say how many."""
    seats = translate("JobMatch", "{seats} places left").format(seats=f"{left:,}") if left is not None else ""
    facts = (pay_short(job.pay), job.job_location or job.region, job.shift, seats)
    return " · ".join(filter(None, (f"{job.title} · {job.hiring_organization}", *facts)))


def compared_words(seekers: Seekers, shown: int) -> str:
    """Return how many fit, how many of them are listed, and of how many."""
    total = len(seekers.found)
    count = f"{shown:,} / {total:,}" if shown != total else f"{total:,}"
    if not seekers.bounded:
        return translate("SeekerMatch", "{count} would fit, of {compared} who wait in reach").format(
            count=count, compared=f"{seekers.compared:,}"
        )
    words = translate("SeekerMatch", "{count} would fit, of the {compared} nearest and newest who wait; there are more")
    return words.format(count=count, compared=f"{seekers.compared:,}")


def _joined(words: Iterable[str]) -> str:
    return " · ".join(filter(None, words))
