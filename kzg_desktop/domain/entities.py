"""The things of the domain, as immutable values.

Names follow schema.org JobPosting where it has one (``title``, ``employment_type``, ``job_location`` …).
Times are UTC milliseconds since 1970 (``…_at``), durations are seconds (``…_s``), money is whole yuan (``…_yuan``).
Every entity has a text ``id`` and a ``scope``: the organisation whose people may see it, or "" for everybody.
"""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.figures import CardCost, Viewers
from kzg_desktop.domain.hiring import (
    Colleague,
    DeskRules,
    Handling,
    HistoryEntry,
    InterviewSlot,
    PersonLink,
    Template,
)

__all__ = [
    "AUDIENCES",
    "ENTITIES",
    "AirEvent",
    "AirEventKind",
    "AirSegment",
    "Application",
    "Broadcast",
    "Entity",
    "Job",
    "LineupItem",
    "Mode",
    "Organization",
    "Pay",
    "RebateStep",
    "Vacancy",
    "VacancyState",
    "Versioned",
]

Mode: TypeAlias = Literal["prepare", "rehearse", "on_air"]
"""准备, 彩排, 直播: whether a broadcast shows nothing, shows cards to its own people, or shows them to viewers."""

AirEventKind: TypeAlias = Literal["take", "clear", "mode"]

VacancyState: TypeAlias = Literal["open", "paused", "filled"]
"""招聘中, 暂停, 招满."""


class RebateStep(Struct, frozen=True, kw_only=True):
    """返费: *amount_yuan* paid to the worker after *days* at work."""

    days: int
    amount_yuan: int


class Pay(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a job pays, in the parts in which factories state it; all optional.

    ``base_month_yuan`` 底薪 a month, ``hourly_yuan`` 小时工价, ``piece_rate`` 计件, and the expected total a month
    from ``month_min_yuan`` to ``month_max_yuan`` 综合薪资. ``text`` keeps the words of the source.
    """

    base_month_yuan: int | None = None
    hourly_yuan: float | None = None
    piece_rate: bool = False
    month_min_yuan: int | None = None
    month_max_yuan: int | None = None
    overtime: str = ""
    allowance: str = ""
    payday: str = ""
    text: str = ""


class Organization(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An employer (用工), labour agency (中介) or organiser (主办) of a session."""

    entity: ClassVar[str] = "organization"

    id: str
    name: str
    kind: str = "employer"

    @property
    def scope(self) -> str:
        return self.id


class Job(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A job on offer. Editing makes the next ``version``; an air segment keeps the version that was shown."""

    entity: ClassVar[str] = "job"

    id: str
    employer_id: str
    hiring_organization: str
    title: str
    version: int = 1
    employment_type: str = ""
    total_job_openings: int | None = None
    pay: Pay = Pay()
    rebates: tuple[RebateStep, ...] = ()
    job_location: str = ""
    region: str = ""
    shift: str = ""
    work_hours: str = ""
    rest_days: str = ""
    board: str = ""
    lodging: str = ""
    couples_room: bool = False
    insurance: str = ""
    job_benefits: tuple[str, ...] = ()
    age_min: int | None = None
    age_max: int | None = None
    requirements: str = ""
    contract_term: str = ""
    medical_check: str = ""
    bring: str = ""
    interview: str = ""
    assembly_point: str = ""
    valid_through: str = ""
    source: str = ""
    talking_points: str = ""
    note: str = ""
    archived: bool = False

    @property
    def scope(self) -> str:
        return self.employer_id


class Vacancy(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far a job is filled; ``id`` is the job's. It changes while the job, with its versions, does not.

    ``accepted`` counts the applications that HR accepted, of all broadcasts. ``note`` is for the host.
    """

    entity: ClassVar[str] = "vacancy"

    id: str
    employer_id: str
    state: VacancyState = "open"
    accepted: int = 0
    note: str = ""

    @property
    def scope(self) -> str:
        return self.employer_id


AUDIENCES = ("蓝领", "大学生", "农民工", "退役军人")
"""The audiences (人群) that special sessions are usually announced for; a broadcast may name another."""


class Broadcast(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One live stream of a campaign (专场) for an ``audience`` (人群), in its ``mode`` since ``mode_since``."""

    entity: ClassVar[str] = "broadcast"

    id: str
    title: str
    campaign: str = ""
    host_name: str = ""
    starts_at: int = 0
    planned_s: int = 7200
    mode: Mode = "prepare"
    mode_since: int = 0
    audience: str = ""

    @property
    def scope(self) -> str:
        return ""


class LineupItem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A job card's place in a broadcast. ``position`` is a fractional index: text that sorts."""

    entity: ClassVar[str] = "lineup_item"

    id: str
    broadcast_id: str
    job_id: str
    employer_id: str
    position: str
    planned_s: int = 300
    skipped: bool = False

    @property
    def scope(self) -> str:
        return self.employer_id


class AirSegment(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One card on air: an immutable copy of the card. Only ``ended_at`` is set, once, when it leaves the air.

    A ``rehearsal`` was never seen by viewers: no application is attributed to it.
    """

    entity: ClassVar[str] = "air_segment"

    id: str
    broadcast_id: str
    item_id: str
    card: Job
    started_at: int
    planned_s: int = 300
    ended_at: int | None = None
    operator: str = ""
    trigger: str = "key"
    rehearsal: bool = False

    @property
    def scope(self) -> str:
        return self.card.employer_id


class AirEvent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the as-run log: who did what to the air, when and with what. Written once, never changed.

    ``mode`` is the one the broadcast was in, or went to. A take names its card (``segment_id``, ``title`` …) and, where
    the advertisement check stood against it, the ``findings`` (codes) and the ``override`` reason given.
    """

    entity: ClassVar[str] = "air_event"

    id: str
    broadcast_id: str
    kind: AirEventKind
    at: int
    mode: Mode
    operator: str = ""
    trigger: str = ""
    segment_id: str = ""
    item_id: str = ""
    employer_id: str = ""
    employer: str = ""
    title: str = ""
    findings: tuple[str, ...] = ()
    override: str = ""

    @property
    def scope(self) -> str:
        return self.employer_id


class Application(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A viewer's application as one user may see it: ``name`` and ``phone`` are masked by the hub without the right.

    ``n`` is the hub's arrival number: unique, and later arrivals have greater numbers.
    ``repeat`` says that the same person applied before. ``segment_id`` is the segment on air when it was sent, or "".
    ``person_id`` is the same for all applications from one phone. ``owner`` is the account that works on it.
    ``due_at`` is when its next duty (:mod:`kzg_desktop.domain.duty`) is due, 0 for none. ``notes`` are all notes, one
    to a line, as the search finds them. Without the right ``person_id``, ``notes`` and ``handling`` are empty.
    """

    entity: ClassVar[str] = "application"

    id: str
    n: int
    broadcast_id: str
    job_id: str
    employer_id: str
    job_title: str
    received_at: int
    name: str
    phone: str
    segment_id: str = ""
    channel: str = "form"
    age_band: str = ""
    city: str = ""
    available_from: str = ""
    status: str = "new"
    repeat: bool = False
    person_id: str = ""
    owner: str = ""
    due_at: int = 0
    appointment_at: int = 0
    notes: str = ""
    handling: Handling = Handling()

    @property
    def scope(self) -> str:
        return self.employer_id


Entity: TypeAlias = (
    Organization
    | Job
    | Vacancy
    | Broadcast
    | LineupItem
    | AirSegment
    | AirEvent
    | Viewers
    | CardCost
    | Colleague
    | DeskRules
    | Template
    | InterviewSlot
    | PersonLink
    | Application
    | HistoryEntry
)


class Versioned(Struct, frozen=True):
    """An entity with its revision: 1 when created, one more with every change."""

    rev: int
    row: Entity


ENTITIES: dict[str, type[Entity]] = {
    t.entity: t
    for t in (
        Organization,
        Job,
        Vacancy,
        Broadcast,
        LineupItem,
        AirSegment,
        AirEvent,
        Viewers,
        CardCost,
        Colleague,
        DeskRules,
        Template,
        InterviewSlot,
        PersonLink,
        Application,
        HistoryEntry,
    )
}
"""Entity types by the name that the protocol and the tables use, parents before children."""
