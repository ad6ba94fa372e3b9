"""What a user can do, each as a value with one rule that hub and desktop share.

An action turns what is there (a :class:`Book`) into :class:`Write` s. The hub runs it to decide; the desktop runs the
same code over its cache so that the screen shows the outcome at once, before the hub has confirmed it.
"""

from __future__ import annotations

from typing import ClassVar, Protocol, TypeAlias

import msgspec
from msgspec import Struct

from kzg_desktop.domain.attribution import open_segment
from kzg_desktop.domain.entities import (
    AirEvent,
    AirEventKind,
    AirSegment,
    Application,
    Broadcast,
    Entity,
    Job,
    LineupItem,
    Mode,
    Organization,
    Vacancy,
    VacancyState,
    Versioned,
)
from kzg_desktop.domain.states import ACCEPTED, may_step
from kzg_desktop.errors import Refusal

__all__ = [
    "Action",
    "AddToLineup",
    "AssignApplication",
    "Book",
    "ClearAir",
    "MoveInLineup",
    "PlanLineupItem",
    "PutBroadcast",
    "PutJob",
    "PutOrganization",
    "RemoveFromLineup",
    "SetApplicationStatus",
    "SetMode",
    "SetVacancy",
    "SkipLineupItem",
    "TakeCard",
    "Write",
    "decode_action",
    "encode_action",
]


class Book(Protocol):
    """What is there now, as an action may read it."""

    def get(self, entity: str, id_: str) -> Versioned | None:
        """Return the row with that id, if there is one."""

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        """Return the broadcast's air segments, in any order."""


class Write(Struct, frozen=True):
    """The new value of one row, or its deletion when *row* is None."""

    entity: str
    id: str
    row: Entity | None


class _Action(Struct, frozen=True, kw_only=True, tag_field="kind"):
    permission: ClassVar[str] = ""
    """The right that the hub asks for."""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        """Return what this action changes when done at *at* (UTC ms) by *actor*.

        Raises:
            Refusal: the rules do not allow it.
        """
        raise NotImplementedError


def _put(row: Entity) -> Write:
    return Write(row.entity, row.id, row)


def _existing(book: Book, kind: type[Entity], id_: str) -> Versioned:
    found = book.get(kind.entity, id_)
    if found is None:
        raise Refusal("not-found", f"{kind.entity} {id_} does not exist (any more)")
    return found


class PutOrganization(_Action, frozen=True, kw_only=True, tag="organization.put"):
    """Create an organisation or replace its fields."""

    permission: ClassVar[str] = "job:write"
    organization: Organization

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get("organization", self.organization.id)
        if found is not None and found.row == self.organization:
            return []
        return [_put(self.organization)]


class PutJob(_Action, frozen=True, kw_only=True, tag="job.put"):
    """Create a job (*base_version* 0) or make the version after *base_version*."""

    permission: ClassVar[str] = "job:write"
    job: Job
    base_version: int

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get("job", self.job.id)
        current = found.row.version if found is not None and isinstance(found.row, Job) else 0
        if current != self.base_version:
            raise Refusal("conflict", f"the job is at version {current}, the edit began at {self.base_version}")
        return [_put(msgspec.structs.replace(self.job, version=current + 1))]


class SetVacancy(_Action, frozen=True, kw_only=True, tag="vacancy.set"):
    """Say that a job takes applicants, pauses, or is filled."""

    permission: ClassVar[str] = "job:write"
    job_id: str
    state: VacancyState
    note: str = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        vacancy = _vacancy(book, self.job_id)
        return [_put(msgspec.structs.replace(vacancy, state=self.state, note=self.note))]


def _vacancy(book: Book, job_id: str) -> Vacancy:
    found = book.get("vacancy", job_id)
    if found is not None and isinstance(found.row, Vacancy):
        return found.row
    return Vacancy(id=job_id, employer_id=_existing(book, Job, job_id).row.scope)


class PutBroadcast(_Action, frozen=True, kw_only=True, tag="broadcast.put"):
    """Create a broadcast or replace its fields; its mode is :class:`SetMode`'s."""

    permission: ClassVar[str] = "lineup:write"
    broadcast: Broadcast

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        found = book.get("broadcast", self.broadcast.id)
        before = found.row if found is not None and isinstance(found.row, Broadcast) else None
        mode: Mode = before.mode if before is not None else "prepare"
        since = before.mode_since if before is not None else 0
        return [_put(msgspec.structs.replace(self.broadcast, mode=mode, mode_since=since))]


class SetMode(_Action, frozen=True, kw_only=True, tag="broadcast.mode"):
    """Rehearse, go on air, or end: what is on air ends.

    Going where another desk has gone already changes nothing: its card stays on air.
    """

    permission: ClassVar[str] = "pin:write"
    broadcast_id: str
    mode: Mode
    event_id: str
    trigger: str = "key"

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = _existing(book, Broadcast, self.broadcast_id).row
        assert isinstance(row, Broadcast)
        event = AirEvent(
            id=self.event_id,
            broadcast_id=self.broadcast_id,
            kind="mode",
            at=at,
            mode=self.mode,
            operator=actor,
            trigger=self.trigger,
        )
        there_already = self.mode == row.mode != "prepare"
        if row.mode_since > at or there_already:  # the first: made before the change that holds now, and late
            return [_put(event)]  # told in the log alone
        ended = _ended(book.segments(self.broadcast_id), at)
        return [*ended, _put(msgspec.structs.replace(row, mode=self.mode, mode_since=at)), _put(event)]


class AddToLineup(_Action, frozen=True, kw_only=True, tag="lineup.add"):
    """Put a job into a broadcast's lineup."""

    permission: ClassVar[str] = "lineup:write"
    item: LineupItem

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        _existing(book, Broadcast, self.item.broadcast_id)
        job = _existing(book, Job, self.item.job_id).row
        return [_put(msgspec.structs.replace(self.item, employer_id=job.scope))]


class _ItemAction(_Action, frozen=True, kw_only=True):
    permission: ClassVar[str] = "lineup:write"
    item_id: str

    def _item(self, book: Book) -> LineupItem:
        row = _existing(book, LineupItem, self.item_id).row
        assert isinstance(row, LineupItem)
        return row


class MoveInLineup(_ItemAction, frozen=True, kw_only=True, tag="lineup.move"):
    """Give a lineup item another position."""

    position: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        return [_put(msgspec.structs.replace(self._item(book), position=self.position))]


class PlanLineupItem(_ItemAction, frozen=True, kw_only=True, tag="lineup.plan"):
    """Set how long a card is meant to be on air."""

    planned_s: int

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        if not 0 < self.planned_s <= 4 * 3600:
            raise Refusal("not-possible", "a card is planned for one second to four hours")
        return [_put(msgspec.structs.replace(self._item(book), planned_s=self.planned_s))]


class SkipLineupItem(_ItemAction, frozen=True, kw_only=True, tag="lineup.skip"):
    """Leave a card out of this broadcast, or take it in again."""

    skipped: bool

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        item = self._item(book)
        if self.skipped:
            _not_showing(book, item)
        return [_put(msgspec.structs.replace(item, skipped=self.skipped))]


class RemoveFromLineup(_ItemAction, frozen=True, kw_only=True, tag="lineup.remove"):
    """Take a card out of the lineup; its air segments stay."""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        if book.get("lineup_item", self.item_id) is None:
            return []
        _not_showing(book, self._item(book))
        return [Write("lineup_item", self.item_id, None)]


def _not_showing(book: Book, item: LineupItem) -> None:
    """Keep what viewers see now from being pulled away under the host."""
    showing = open_segment(s for s in book.segments(item.broadcast_id) if not s.rehearsal)
    if showing is not None and showing.item_id == item.id:
        raise Refusal("not-possible", "this card is on air: take another or clear it first")


def _ended(segments: list[AirSegment], at: int) -> list[Write]:
    """End at *at* whatever was on air then."""
    return [
        _put(msgspec.structs.replace(s, ended_at=at))
        for s in segments
        if s.started_at <= at and (s.ended_at is None or s.ended_at > at)
    ]


class TakeCard(_Action, frozen=True, kw_only=True, tag="air.take"):
    """上墙: put a copy of a card on air; what was on air ends.

    A take that arrives late (made offline, or on a second desk) ends where the next segment begins, or where the
    broadcast left the mode that it was made in. One that was made after that, by a desk that had not heard of it, is
    told in the log and never stays on air.
    """

    permission: ClassVar[str] = "pin:write"
    segment_id: str
    broadcast_id: str
    item_id: str
    card: Job
    planned_s: int
    trigger: str = "key"
    rehearsal: bool = False
    findings: tuple[str, ...] = ()
    override: str = ""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        broadcast = _existing(book, Broadcast, self.broadcast_id).row
        assert isinstance(broadcast, Broadcast)
        segments = [s for s in book.segments(self.broadcast_id) if s.rehearsal == self.rehearsal]
        later = [s.started_at for s in segments if s.started_at > at]
        if (
            broadcast.mode != _mode(rehearsal=self.rehearsal) and broadcast.mode_since
        ):  # 0: from before there were modes
            later.append(max(at, broadcast.mode_since))
        segment = AirSegment(
            id=self.segment_id,
            broadcast_id=self.broadcast_id,
            item_id=self.item_id,
            card=self.card,
            started_at=at,
            ended_at=min(later, default=None),
            planned_s=self.planned_s,
            operator=actor,
            trigger=self.trigger,
            rehearsal=self.rehearsal,
        )
        event = msgspec.structs.replace(
            _event("take", self.segment_id, segment, at=at, actor=actor, trigger=self.trigger),
            findings=self.findings,
            override=self.override,
        )
        return [*_ended(segments, at), _put(segment), _put(event)]


def _mode(*, rehearsal: bool) -> Mode:
    return "rehearse" if rehearsal else "on_air"


def _event(kind: AirEventKind, id_: str, segment: AirSegment, *, at: int, actor: str, trigger: str) -> AirEvent:
    """Return the line of the as-run log that tells what happened to *segment*."""
    return AirEvent(
        id=id_,
        broadcast_id=segment.broadcast_id,
        kind=kind,
        at=at,
        mode=_mode(rehearsal=segment.rehearsal),
        operator=actor,
        trigger=trigger,
        segment_id=segment.id,
        item_id=segment.item_id,
        employer_id=segment.card.employer_id,
        employer=segment.card.hiring_organization,
        title=segment.card.title,
    )


class ClearAir(_Action, frozen=True, kw_only=True, tag="air.clear"):
    """清屏: take whatever is on air off it.

    One that was recorded before there was an as-run log names no event; then the segment's id makes one.
    """

    permission: ClassVar[str] = "pin:write"
    broadcast_id: str
    event_id: str = ""
    trigger: str = "key"

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        ended = _ended(book.segments(self.broadcast_id), at)
        cleared = [write.row for write in ended if isinstance(write.row, AirSegment)]
        if not cleared:
            return []
        seen = max(cleared, key=lambda s: (not s.rehearsal, s.started_at, s.id))
        event_id = self.event_id or f"{seen.id}-clear"
        return [*ended, _put(_event("clear", event_id, seen, at=at, actor=actor, trigger=self.trigger))]


class _ApplicationAction(_Action, frozen=True, kw_only=True):
    permission: ClassVar[str] = "applicant:write"
    application_id: str
    base_rev: int

    def _application(self, book: Book) -> Application:
        found = _existing(book, Application, self.application_id)
        if found.rev != self.base_rev:
            raise Refusal("conflict", f"the application is at revision {found.rev}, the edit began at {self.base_rev}")
        assert isinstance(found.row, Application)
        return found.row


class SetApplicationStatus(_ApplicationAction, frozen=True, kw_only=True, tag="application.status"):
    """Take an application one step further."""

    status: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self._application(book)
        if not may_step(row.status, self.status):
            raise Refusal("not-possible", f"an application cannot go from {row.status} to {self.status}")
        seats = (self.status in ACCEPTED) - (row.status in ACCEPTED)
        return [_put(msgspec.structs.replace(row, status=self.status)), *_accepted(book, row.job_id, seats)]


class AssignApplication(_ApplicationAction, frozen=True, kw_only=True, tag="application.assign"):
    """转岗: move an application to another job, perhaps another employer's."""

    job_id: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self._application(book)
        job = _existing(book, Job, self.job_id).row
        assert isinstance(job, Job)
        moved = msgspec.structs.replace(row, job_id=job.id, employer_id=job.employer_id, job_title=job.title)
        if row.status not in ACCEPTED or row.job_id == job.id:
            return [_put(moved)]
        return [_put(moved), *_accepted(book, row.job_id, -1), *_accepted(book, job.id, 1)]


def _accepted(book: Book, job_id: str, seats: int) -> list[Write]:
    """Count *seats* more of a job as taken; a job that is not there (any more) has none to count."""
    if not seats or (book.get("vacancy", job_id) is None and book.get("job", job_id) is None):
        return []
    vacancy = _vacancy(book, job_id)
    return [_put(msgspec.structs.replace(vacancy, accepted=max(0, vacancy.accepted + seats)))]


Action: TypeAlias = (
    PutOrganization
    | PutJob
    | SetVacancy
    | PutBroadcast
    | SetMode
    | AddToLineup
    | MoveInLineup
    | PlanLineupItem
    | SkipLineupItem
    | RemoveFromLineup
    | TakeCard
    | ClearAir
    | SetApplicationStatus
    | AssignApplication
)

_decoder: msgspec.json.Decoder[Action] = msgspec.json.Decoder(Action)


def encode_action(action: Action) -> bytes:
    """Return the action as JSON, its ``kind`` first."""
    return msgspec.json.encode(action)


def decode_action(data: bytes | msgspec.Raw) -> Action:
    """Return the action in *data*.

    Raises:
        Refusal: not an action, or one that this version does not know.
    """
    try:
        return _decoder.decode(data)
    except msgspec.ValidationError as error:
        known = "kind" not in str(error)
        raise Refusal("bad-request" if known else "unknown-action", str(error)) from error
    except msgspec.DecodeError as error:
        raise Refusal("bad-request", str(error)) from error
