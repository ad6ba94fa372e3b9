"""What HR keeps beside an application: how it is handled, its history, slots, templates, links, rules.

Times are UTC milliseconds (``…_at``, ``…_on`` the midnight in China that a day begins with), 0 where there is none.
"""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from msgspec import Struct

__all__ = [
    "LOCAL_ACCOUNT",
    "MILESTONES",
    "THIS_COMPUTER",
    "Colleague",
    "DeskRules",
    "Earlier",
    "ExitReason",
    "Handling",
    "HistoryEntry",
    "HistoryKind",
    "InterviewSlot",
    "LinkKind",
    "Outcome",
    "PersonLink",
    "Shift",
    "Template",
    "Wishes",
]

LOCAL_ACCOUNT = "local-"
"""How the id of an account begins that nobody made: that of an embedded hub's own desktop."""

THIS_COMPUTER = "This computer"
"""What such an account is called in the rows until somebody gives it a name; windows say it in their own language."""

MILESTONES = (7, 15, 30)
"""Days at work after which it is recorded that somebody is still there."""

Outcome: TypeAlias = Literal["answered", "no_answer", "rejected", "empty_number"]
"""接通, 未接, 拒接, 空号: what became of a call."""

ExitReason: TypeAlias = Literal["", "quit", "dismissed", "ended", "other"]
"""自离, 辞退, 期满, 其他."""

Shift: TypeAlias = Literal["", "day", "night", "rotating"]
"""长白班, 夜班, 两班倒."""

LinkKind: TypeAlias = Literal["same", "apart", "together"]

HistoryKind: TypeAlias = Literal[
    "status",
    "undo",
    "claim",
    "release",
    "hand_over",
    "attempt",
    "note",
    "reveal",
    "copy",
    "message",
    "booking",
    "reminder",
    "milestone",
    "follow_up",
    "wishes",
    "assignment",
    "link",
    "unlink",
    "correction",
    "export",
]


class Wishes(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an applicant looks for, as told to HR. Nothing of what the law protects belongs here."""

    month_min_yuan: int | None = None
    shift: Shift = ""
    lodging: bool | None = None
    board: bool | None = None


class Earlier(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How an application stood before its last step, in the fields that a step changes: an undo brings them back.

    ``again`` says that the state it went to had been come to before.
    """

    appointment_at: int = 0
    slot_id: str = ""
    reminded: int = 0
    starts_on: int = 0
    milestone: int = 0
    left_at: int = 0
    exit_reason: ExitReason = ""
    reason: str = ""
    unanswered: int = 0
    call_after: int = 0
    since: int = 0
    again: bool = False


class Handling(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How HR handles an application, as it stands now; the :class:`HistoryEntry` rows tell how it came to this.

    ``owned_since`` is when the owner last did something. ``unanswered`` counts calls in a row that did not reach
    anybody. ``call_after`` is when the applicant asked to be called again. ``reminded`` counts the reminders of the
    present appointment. ``milestone`` is the last one recorded. ``since`` is when the present state began or its
    appointment was made, ``before`` the state that an undo goes back to, "" when there is nothing to undo, and
    ``earlier`` what the undo brings back with it. ``steps`` has the time at which each state was first come to, those
    undone left out: a review needs no history.

    Who has a ``slot_id`` holds a place in that slot: until the booking is moved or undone, the application goes to
    another employer, or the applicant withdraws.
    """

    owned_since: int = 0
    attempts: int = 0
    unanswered: int = 0
    called_at: int = 0
    outcome: Outcome | Literal[""] = ""
    call_after: int = 0
    slot_id: str = ""
    reminded: int = 0
    starts_on: int = 0
    milestone: int = 0
    left_at: int = 0
    exit_reason: ExitReason = ""
    reason: str = ""
    before: str = ""
    since: int = 0
    first_called_at: int = 0
    steps: dict[str, int] = {}
    wishes: Wishes = Wishes()
    earlier: Earlier = Earlier()


class HistoryEntry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of what was done about an application, by whom and when. Written once, never changed.

    ``before`` and ``after`` are what changed: states, owners (account ids), outcomes or jobs, as ``kind`` tells.
    ``text`` is what somebody wrote: a note, a reason, the title of a template. ``about`` is the time it concerns, such
    as an appointment's. An export has no application: ``after`` is what, ``count`` how many rows.
    """

    entity: ClassVar[str] = "history"

    id: str
    application_id: str
    employer_id: str
    kind: HistoryKind
    at: int
    actor: str
    before: str = ""
    after: str = ""
    text: str = ""
    about: int = 0
    count: int = 0

    @property
    def scope(self) -> str:
        return self.employer_id


class InterviewSlot(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A time at which an employer sees ``capacity`` applicants for ``job_id``, or for any of its jobs if "".

    ``booked`` counts the applications with this slot in their handling, those who came or did not come included; the
    actions keep it.
    """

    entity: ClassVar[str] = "interview_slot"

    id: str
    employer_id: str
    starts_at: int
    capacity: int
    job_id: str = ""
    duration_s: int = 3600
    place: str = ""
    note: str = ""
    booked: int = 0
    closed: bool = False

    @property
    def scope(self) -> str:
        return self.employer_id


class Template(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A message with placeholders such as ``{name}``; see :mod:`kzg_desktop.domain.templates`."""

    entity: ClassVar[str] = "template"

    id: str
    employer_id: str
    title: str
    text: str
    position: str = ""

    @property
    def scope(self) -> str:
        return self.employer_id


class PersonLink(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one employer's HR knows about who is who; see :mod:`kzg_desktop.domain.people`.

    ``same``: the persons in ``members`` are one human with several phones. ``apart``: the applications in ``members``
    were sent from one phone by different humans. ``together``: the persons came as a couple or as friends (``note``).
    """

    entity: ClassVar[str] = "person_link"

    id: str
    employer_id: str
    kind: LinkKind
    members: tuple[str, ...]
    note: str = ""

    @property
    def scope(self) -> str:
        return self.employer_id


class DeskRules(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An employer's clock: ``id`` is the employer's. Durations in seconds.

    A new application is to be called ``call_within_s`` after it arrived. Whoever claims one and does nothing for
    ``release_after_s`` loses it; one that is overdue for ``hand_on_after_s`` is handed on. After ``unreachable_after``
    calls in a row that nobody answered it counts as unreachable. ``retry_after_s`` lies between two such calls,
    ``follow_up_s`` between steps that wait for the applicant. ``retention_days`` after the last step it is erased.
    """

    entity: ClassVar[str] = "desk_rules"

    id: str
    employer_id: str
    call_within_s: int = 300
    release_after_s: int = 1800
    hand_on_after_s: int = 900
    unreachable_after: int = 3
    retry_after_s: int = 7200
    follow_up_s: int = 86_400
    retention_days: int = 180

    @property
    def scope(self) -> str:
        return self.employer_id


class Colleague(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who works with the rows of one scope: ``id`` is "account@scope". The hub writes it, no action does.

    Who is ``gone`` did so once, and does not any more: histories go on naming them.
    """

    entity: ClassVar[str] = "colleague"

    id: str
    account_id: str
    name: str
    role: str
    at_scope: str = ""
    gone: bool = False

    @property
    def scope(self) -> str:
        return self.at_scope
