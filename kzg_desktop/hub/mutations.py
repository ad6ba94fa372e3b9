"""Applying what desktops did: each number once, in order, with a result that stays."""

from __future__ import annotations

from typing import Literal

import msgspec
from sqlalchemy import insert, select

from kzg_desktop.domain.actions import (
    AssignApplication,
    ClaimApplication,
    ClearAir,
    HandOver,
    SetApplicationStatus,
    SetMode,
    TakeCard,
    Write,
    decode_action,
)
from kzg_desktop.domain.attribution import on_air_at
from kzg_desktop.domain.entities import AirSegment, Application, Job
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.checks import SeenBook, check_action, check_write, is_key
from kzg_desktop.hub.consents import confirm_consent, withdraw_consents
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tables import application, mutation_result
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire import Mutation, MutationResult, problem

__all__ = ["apply_mutation", "conflict_row"]

_OLDEST_MS = 14 * 24 * 3600 * 1000
_GREATEST_NUMBER = 2**53
_NUL = b"\\u0000"  # PostgreSQL cannot store it


class _Stored(MutationResult, frozen=True, kw_only=True, omit_defaults=True):
    """A result with when its action was done (UTC ms), for those that the device did later."""

    at: int = 0


_result_of = msgspec.json.Decoder(MutationResult)
_stored = msgspec.json.Decoder(_Stored)


def apply_mutation(transaction: Transaction, who: Who, mutation: Mutation) -> MutationResult:
    """Apply one mutation, or return what became of it when it came before.

    The result is stored without anybody's data: what a conflict's row looks like is joined when it is sent.
    """
    if not 0 < mutation.number <= _GREATEST_NUMBER or not is_key(mutation.id):
        refusal = Refusal("bad-request", "the mutation's number or id is not usable")
        return _result(transaction, mutation, refusal)
    c = mutation_result.c
    found = transaction.connection.scalar(
        select(c.result).where(c.device_id == who.device_id, c.number == mutation.number)
    )
    if found is not None:
        stored = _result_of.decode(found)
        if stored.id == mutation.id:
            return stored
        return _result(transaction, mutation, Refusal("number-reused", f"number {mutation.number} was {stored.id}"))
    at = _when(transaction, who, mutation)
    try:
        _act(transaction, who, mutation, at)
    except Refusal as refusal:
        result = _result(transaction, mutation, refusal)
    else:
        result = _result(transaction, mutation, None)
    stored_result = msgspec.json.encode(_Stored(**msgspec.structs.asdict(result), at=at)).decode()
    values = {"device_id": who.device_id, "number": mutation.number, "mutation_id": mutation.id, "seq": result.seq}
    transaction.connection.execute(insert(mutation_result).values(values | {"result": stored_result}))
    return result


def conflict_row(mutation: Mutation) -> tuple[str, str] | None:
    """Return entity and id of the row that a mutation of one row is about, for a conflict's ``current``."""
    try:
        action = decode_action(mutation.action)
    except Refusal:
        return None
    application_id = getattr(action, "application_id", None)
    if application_id is not None:
        return "application", application_id
    job = getattr(action, "job", None)
    return None if job is None else ("job", job.id)


def _result(transaction: Transaction, mutation: Mutation, refusal: Refusal | None) -> MutationResult:
    outcome: Literal["applied", "refused"] = "applied" if refusal is None else "refused"
    return MutationResult(
        number=mutation.number,
        id=mutation.id,
        outcome=outcome,
        seq=transaction.head,
        problem=None if refusal is None else problem(refusal.type, refusal.detail),
    )


def _when(transaction: Transaction, who: Who, mutation: Mutation) -> int:
    """Return when the action was done, by the hub's clock: never before what the device did earlier.

    The age does not hold the time on the way. A take that was longer on the way than the clear after it would
    otherwise come out as the later of the two; so would one from before the hub started again with its clock set back.
    """
    c = mutation_result.c
    earlier = transaction.connection.scalar(
        select(c.result)
        .where(c.device_id == who.device_id, c.number < mutation.number)
        .order_by(c.number.desc())
        .limit(1)
    )
    floor = 0 if earlier is None else _stored.decode(earlier).at
    at = transaction.now - min(max(mutation.age_ms, 0), _OLDEST_MS)
    return max(at, floor)


def _act(transaction: Transaction, who: Who, mutation: Mutation, at: int) -> None:
    """Raise every refusal before the first write, so that a refused action leaves nothing behind."""
    if _NUL in bytes(mutation.action):
        raise Refusal("bad-request", "text must not hold the character U+0000")
    action = decode_action(mutation.action)
    who.require(action.permission)
    book = SqlBook(transaction, actor=who.account_id, mutation_id=mutation.id)
    seen = SeenBook(book, who)
    if isinstance(action, ClaimApplication | HandOver):
        at = transaction.now  # it holds from when it is granted; by its age it might be over already
    writes = action.writes(seen, at, who.account_id)
    check_action(transaction.connection, seen, action)
    for write in writes:
        check_write(book, who, write)
    until = _end_of_effect(book, writes)
    leaves = _leaves_employer(book, writes)
    for write in writes:
        book.write(write)
    if isinstance(action, TakeCard | ClearAir | SetMode):
        _attribute(book, transaction, action, at, until)
    if isinstance(action, SetApplicationStatus) and action.status == "withdrawn":
        withdraw_consents(transaction, action.application_id, at)
    if isinstance(action, AssignApplication) and leaves:
        job = book.get(Job.entity, action.job_id)
        assert job is not None
        assert isinstance(job.row, Job)
        confirm_consent(transaction, who, action.application_id, job.row, at)


def _leaves_employer(book: SqlBook, writes: list[Write]) -> bool:
    """Whether these writes move an application to another employer."""
    rows = [write.row for write in writes if isinstance(write.row, Application)]
    before = [(row, book.get(Application.entity, row.id)) for row in rows]
    return any(found is not None and found.row.scope != row.scope for row, found in before)


def _end_of_effect(book: SqlBook, writes: list[Write]) -> int | None:
    """Return until when these writes change what was on air, None for open end."""
    ends: list[int] = []
    for write in writes:
        old = book.get("air_segment", write.id) if write.entity == "air_segment" else None
        for segment in (write.row, None if old is None else old.row):
            if isinstance(segment, AirSegment):
                if segment.ended_at is None:
                    return None
                ends.append(segment.ended_at)
    return max(ends, default=0)


def _attribute(
    book: SqlBook, transaction: Transaction, action: TakeCard | ClearAir | SetMode, at: int, until: int | None
) -> None:
    """Attribute again what was sent while the change was in effect: a take made offline arrives late."""
    c = application.c
    affected = select(c.id, c.received_at, c.segment_id).where(
        c.broadcast_id == action.broadcast_id, c.received_at >= at
    )
    if until is not None:
        affected = affected.where(c.received_at < until)
    rows = transaction.connection.execute(affected.order_by(c.n)).all()
    segments = book.segments(action.broadcast_id) if rows else []
    for row in rows:
        segment = on_air_at(segments, row.received_at)
        segment_id = "" if segment is None else segment.id
        found = book.get("application", row.id) if segment_id != row.segment_id else None
        if found is not None and isinstance(found.row, Application):
            book.write(Write("application", row.id, msgspec.structs.replace(found.row, segment_id=segment_id)))
