"""What a user can do, each as a value with one rule that hub and desktop share.

An action turns what is there (a :class:`Book`) into :class:`Write` s. The hub runs it to decide; the desktop runs the
same code over its cache so that the screen shows the outcome at once, before the hub has confirmed it.
"""

from __future__ import annotations

from typing import ClassVar, Protocol, TypeAlias

import msgspec
from msgspec import Struct

from kzg_desktop.domain.entities import (
    AirSegment,
    Application,
    Broadcast,
    Entity,
    Job,
    LineupItem,
    Organization,
    Versioned,
)
from kzg_desktop.domain.states import may_step
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


class PutBroadcast(_Action, frozen=True, kw_only=True, tag="broadcast.put"):
    """Create a broadcast or replace its fields."""

    permission: ClassVar[str] = "lineup:write"
    broadcast: Broadcast

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        return [_put(self.broadcast)]


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
        return [_put(msgspec.structs.replace(self._item(book), skipped=self.skipped))]


class RemoveFromLineup(_ItemAction, frozen=True, kw_only=True, tag="lineup.remove"):
    """Take a card out of the lineup; its air segments stay."""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        if book.get("lineup_item", self.item_id) is None:
            return []
        return [Write("lineup_item", self.item_id, None)]


def _ended(segments: list[AirSegment], at: int) -> list[Write]:
    """End at *at* whatever was on air then."""
    return [
        _put(msgspec.structs.replace(s, ended_at=at))
        for s in segments
        if s.started_at <= at and (s.ended_at is None or s.ended_at > at)
    ]


class TakeCard(_Action, frozen=True, kw_only=True, tag="air.take"):
    """上墙: put a copy of a card on air; what was on air ends.

    A take that arrives late (made offline, or on a second desk) ends where the next segment begins.
    """

    permission: ClassVar[str] = "pin:write"
    segment_id: str
    broadcast_id: str
    item_id: str
    card: Job
    planned_s: int
    trigger: str = "key"

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        _existing(book, Broadcast, self.broadcast_id)
        segments = book.segments(self.broadcast_id)
        later = min((s.started_at for s in segments if s.started_at > at), default=None)
        segment = AirSegment(
            id=self.segment_id,
            broadcast_id=self.broadcast_id,
            item_id=self.item_id,
            card=self.card,
            started_at=at,
            ended_at=later,
            planned_s=self.planned_s,
            operator=actor,
            trigger=self.trigger,
        )
        return [*_ended(segments, at), _put(segment)]


class ClearAir(_Action, frozen=True, kw_only=True, tag="air.clear"):
    """清屏: take whatever is on air off it."""

    permission: ClassVar[str] = "pin:write"
    broadcast_id: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        return _ended(book.segments(self.broadcast_id), at)


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
        return [_put(msgspec.structs.replace(row, status=self.status))]


class AssignApplication(_ApplicationAction, frozen=True, kw_only=True, tag="application.assign"):
    """转岗: move an application to another job, perhaps another employer's."""

    job_id: str

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        row = self._application(book)
        job = _existing(book, Job, self.job_id).row
        assert isinstance(job, Job)
        return [_put(msgspec.structs.replace(row, job_id=job.id, employer_id=job.employer_id, job_title=job.title))]


Action: TypeAlias = (
    PutOrganization
    | PutJob
    | PutBroadcast
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
