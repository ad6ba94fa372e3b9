"""The columns of the applicants' table: what they are called, say, and are sorted by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum
from typing import TypeAlias

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.clock import CHINA, Clock, china_midnight
from kzg_desktop.domain.duty import Duty, DutyKind, duty_of
from kzg_desktop.domain.entities import Application, Broadcast
from kzg_desktop.domain.hiring import DeskRules, Outcome
from kzg_desktop.domain.masking import mask_name, mask_phone
from kzg_desktop.domain.states import STEPS
from kzg_desktop.hiring_services import HiringDesk, Order
from kzg_desktop.models.application_text import channel_name
from kzg_desktop.ui.hr.words import (
    Tone,
    account_words,
    due_words,
    duty_words,
    name_words,
    outcome_words,
    status_words,
    when_words,
)

__all__ = ["COLUMNS", "ApplicantWords", "Column", "ColumnKind", "due_reason"]

translate = QCoreApplication.translate


class Column(IntEnum):
    """In the order in which they stand at first."""

    NAME = 0
    DUE = 1
    STATUS = 2
    JOB = 3
    OWNER = 4
    CITY = 5
    PHONE = 6
    LAST_CONTACT = 7
    EMPLOYER = 8
    AGE = 9
    CHANNEL = 10
    BROADCAST = 11
    RECEIVED = 12
    APPOINTMENT = 13


class ColumnKind(Struct, frozen=True, kw_only=True):
    """``name`` is how it is remembered. ``rank`` says how soon it gives way where there is little room, 0 never.

    ``order`` is what a click on its heading sorts by, None for nothing; ``down``: from the greatest at first.
    """

    name: str
    rank: int
    order: Order | None = None
    down: bool = False


COLUMNS: dict[Column, ColumnKind] = {
    Column.NAME: ColumnKind(name="name", rank=0, order="name"),
    Column.DUE: ColumnKind(name="due", rank=0, order="due_at"),
    Column.STATUS: ColumnKind(name="status", rank=0, order="status"),
    Column.JOB: ColumnKind(name="job", rank=0, order="job_title"),
    Column.OWNER: ColumnKind(name="owner", rank=1, order="owner"),
    Column.CITY: ColumnKind(name="city", rank=2, order="city"),
    Column.PHONE: ColumnKind(name="phone", rank=5),
    Column.LAST_CONTACT: ColumnKind(name="last_contact", rank=3, order="called_at", down=True),
    Column.EMPLOYER: ColumnKind(name="employer", rank=4),
    Column.AGE: ColumnKind(name="age", rank=6, order="age_band"),
    Column.CHANNEL: ColumnKind(name="channel", rank=7),
    Column.RECEIVED: ColumnKind(name="received", rank=8, order="received_at", down=True),
    Column.APPOINTMENT: ColumnKind(name="appointment", rank=9, order="appointment_at"),
    Column.BROADCAST: ColumnKind(name="broadcast", rank=10),
}

_HOUR_MS = 3_600_000
_LONG_JOB, _LONG_NAME = 12, 14
_DUTIES: tuple[DutyKind, ...] = ("call", "retry", "call_back", "follow_up", "remind", "decide", "start")
_OUTCOMES: tuple[Outcome, ...] = ("answered", "no_answer", "rejected", "empty_number")

_Say: TypeAlias = Callable[[Application], str]


class ApplicantWords:
    """Says the cells; names and phones masked where it must be. Implements `models.applicant_table.CellWords`.

    Phones are masked always: to see one is an act of its own, which is logged (个人信息保护法 51).
    """

    def __init__(self, desk: HiringDesk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self.masked = False
        self._texts: dict[int, _Say] = {
            Column.NAME: self.name,
            Column.DUE: self._due,
            Column.STATUS: lambda row: status_words(row.status),
            Column.JOB: lambda row: row.job_title,
            Column.OWNER: self.owner,
            Column.CITY: lambda row: row.city,
            Column.PHONE: lambda row: mask_phone(row.phone) if "*" not in row.phone else row.phone,
            Column.LAST_CONTACT: self._last_contact,
            Column.EMPLOYER: lambda row: self._employers.get(row.employer_id, ""),
            Column.AGE: lambda row: row.age_band,
            Column.CHANNEL: lambda row: channel_name(row.channel),
            Column.BROADCAST: lambda row: self._broadcasts.get(row.broadcast_id, ""),
            Column.RECEIVED: lambda row: when_words(row.received_at, self.now),
            Column.APPOINTMENT: lambda row: when_words(row.appointment_at, self.now),
        }
        self.refresh()

    def refresh(self) -> None:
        """Learn the names of people, employers and broadcasts anew."""
        self._names = {id_: name_words(id_, name) for id_, name in self._desk.names().items()}
        self._employers = {each.id: each.name for each in self._desk.organizations()}
        self._broadcasts = {each.id: _broadcast_name(each) for each in self._desk.broadcasts()}
        self._rules: dict[str, DeskRules] = {}
        self._titles = {job.title[:_LONG_JOB] for job in self._desk.jobs()}

    def widest(self, column: Column) -> list[str]:
        """Return texts that the column has room for when it is as wide as it would like to be."""
        now = self.now
        day = china_midnight(now) - _HOUR_MS
        late, moment = due_words(now - 47 * _HOUR_MS, now), when_words(day, now)
        date = when_words(now - 1000 * _HOUR_MS, now)
        texts: dict[Column, list[str]] = {
            Column.NAME: ["欧阳锦程 ↻"],
            Column.DUE: [f"{late}  {duty_words(Duty(kind, now))}" for kind in _DUTIES],
            Column.STATUS: [status_words(status) for status in STEPS],
            Column.JOB: [*self._titles, "总装操作工"],
            Column.OWNER: [*self._names.values(), "欧阳锦程"],
            Column.CITY: ["石家庄"],
            Column.PHONE: ["138****0000"],
            Column.LAST_CONTACT: [f"{when} {outcome_words(each)}" for each in _OUTCOMES for when in (date, moment)],
            Column.EMPLOYER: [name[:_LONG_NAME] for name in self._employers.values()],
            Column.AGE: ["25-34"],
            Column.CHANNEL: [channel_name(name) for name in ("form", "webhook", "sheet", "kuaishou", "oceanengine")],
            Column.BROADCAST: [name[:_LONG_NAME] for name in self._broadcasts.values()],
            Column.RECEIVED: [date, moment],
            Column.APPOINTMENT: [date, moment],
        }
        return texts[column]

    def tightest(self, column: Column) -> list[str]:
        """Return texts that the column must have room for, where it can do with less."""
        if column == Column.DUE:
            return [due_words(self.now - 47 * _HOUR_MS, self.now), due_words(self.now - 59 * 60_000, self.now)]
        return ["SMT 操作员"] if column == Column.JOB else self.widest(column)

    @property
    def now(self) -> int:
        """The time that everything is seen from, UTC ms."""
        return self._clock.now_ms()

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands over the columns."""
        return (
            translate("Applicants", "Name"),
            translate("Applicants", "Due"),
            translate("Applicants", "Status"),
            translate("Applicants", "Job"),
            translate("Applicants", "Owner"),
            translate("Applicants", "City"),
            translate("Applicants", "Phone"),
            translate("Applicants", "Last contact"),
            translate("Applicants", "Employer"),
            translate("Applicants", "Age"),
            translate("Applicants", "Channel"),
            translate("Applicants", "Broadcast"),
            translate("Applicants", "Applied"),
            translate("Applicants", "Interview"),
        )

    def text(self, row: Application, column: int) -> str:
        """Return the text of a cell."""
        return self._texts[column](row)

    def tip(self, row: Application, column: int) -> str:
        """Return what the pointer learns there: the whole text, and why a row rose."""
        if column == Column.DUE:
            return due_reason(row, self.duty(row), self.rules(row), self.now)
        if column == Column.NAME and row.repeat:
            return f"{self.name(row)}\n" + translate("Applicants", "This person applied before")
        if column == Column.STATUS and row.handling.reason:
            return f"{self.text(row, column)}\n{self._reason(row)}"
        return self.text(row, column)

    def name(self, row: Application) -> str:
        """Return the name, masked while it must be."""
        return mask_name(row.name) if self.masked and "*" not in row.name else row.name

    def owner(self, row: Application) -> str:
        """Return who works on it, "" for nobody."""
        return account_words(row.owner, self._desk.account_id, self._names) if row.owner else ""

    def rules(self, row: Application) -> DeskRules:
        """Return the rules of the row's employer."""
        if row.employer_id not in self._rules:
            self._rules[row.employer_id] = self._desk.desk_rules(row.employer_id)
        return self._rules[row.employer_id]

    def duty(self, row: Application) -> Duty | None:
        """Return what is to be done next, None for nothing."""
        return duty_of(row, self.rules(row), now=self.now)

    def due_parts(self, row: Application) -> tuple[str, str]:
        """Return when it is due, and what."""
        return due_words(row.due_at, self.now), duty_words(self.duty(row)) if row.due_at else ""

    def tone(self, row: Application, column: int) -> Tone:
        """Return the colour of a cell's text."""
        if column == Column.OWNER and row.owner == self._desk.account_id:
            return "accent"
        return "text" if column in {Column.NAME, Column.JOB} else "text_muted"

    def _due(self, row: Application) -> str:
        return " · ".join(filter(None, self.due_parts(row)))

    def _last_contact(self, row: Application) -> str:
        if not row.handling.called_at:
            return ""
        return f"{when_words(row.handling.called_at, self.now)} {outcome_words(row.handling.outcome)}".strip()

    def _reason(self, row: Application) -> str:
        return outcome_words(row.handling.reason)


def due_reason(row: Application, duty: Duty | None, rules: DeskRules, now: int) -> str:
    """Return in sentences what is due, by when, and by which rule it is; "" where nothing is."""
    if duty is None or not row.due_at:
        return ""
    due = datetime.fromtimestamp(row.due_at / 1000, CHINA)
    what = translate("Applicants", "{duty}: due {when}").format(duty=duty_words(duty), when=f"{due:%m-%d %H:%M}")
    late = row.due_at <= now
    why = {
        "call": translate("Applicants", "New applicants are called within {minutes} minutes.").format(
            minutes=rules.call_within_s // 60
        ),
        "retry": translate("Applicants", "Unanswered calls are tried again after {minutes} minutes.").format(
            minutes=rules.retry_after_s // 60
        ),
        "call_back": translate("Applicants", "This time was agreed with the applicant."),
        "milestone": translate("Applicants", "Whoever starts work is asked after 7, 15 and 30 days."),
    }.get(duty.kind, "")
    rises = translate("Applicants", "Overdue, so it stands above what is not.") if late else ""
    return "\n".join(part for part in (what, why, rises) if part)


def _broadcast_name(broadcast: Broadcast) -> str:
    return f"{broadcast.campaign} {broadcast.title}".strip()
