"""Keeping people no longer than their employers need them (个人信息保护法 19)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, select

from kzg_desktop.domain.hiring import MILESTONES, DeskRules, Handling
from kzg_desktop.hub.audit import HUB, record
from kzg_desktop.hub.erasure import erase_persons
from kzg_desktop.hub.release import rules_by_employer
from kzg_desktop.hub.tables import application
from kzg_desktop.hub.writer import Transaction

__all__ = ["BATCH", "erase_expired", "expired_persons"]

BATCH = 50
"""How many persons are erased in one transaction, so that sign-ups need not wait."""

_DAY_MS = 86_400_000
_IN_CHUNK = 500
_c = application.c
_handling = msgspec.json.Decoder(Handling)
_usual = DeskRules(id="", employer_id="")


def expired_persons(connection: Connection, now: int) -> list[str]:
    """Return the ids of persons all of whose applications had their last step too long ago at *now* (UTC ms)."""
    rules = rules_by_employer(connection)
    days = min([_usual.retention_days, *(rule.retention_days for rule in rules.values())])
    old = func.max(_c.received_at) <= now - days * _DAY_MS
    persons = connection.scalars(select(_c.person_id).group_by(_c.person_id).having(old)).all()
    return _expired(connection, persons, rules, now)


def erase_expired(transaction: Transaction, person_ids: Collection[str]) -> int:
    """Erase those of them whose time is over still, and return how many; the audit log keeps their ids."""
    connection = transaction.connection
    expired = _expired(connection, person_ids, rules_by_employer(connection), transaction.now)
    erase_persons(transaction, expired, actor=HUB)
    for person_id in expired:
        record(transaction, "retention", subject=person_id)
    return len(expired)


def _expired(connection: Connection, person_ids: Collection[str], rules: dict[str, DeskRules], now: int) -> list[str]:
    ids = list(person_ids)
    kept_until: dict[str, int] = defaultdict(int)
    for start in range(0, len(ids), _IN_CHUNK):
        for row in connection.execute(select(application).where(_c.person_id.in_(ids[start : start + _IN_CHUNK]))):
            until = _last_step(row) + rules.get(row.employer_id, _usual).retention_days * _DAY_MS
            kept_until[row.person_id] = max(kept_until[row.person_id], until)
    return [person_id for person_id, until in kept_until.items() if until <= now]


def _last_step(row: Row[Any]) -> int:
    """Return when something was done about the application, or is to be done, for the last time.

    Somebody who was hired is looked after until the last milestone.
    """
    handling = _handling.decode(row.handling) if row.handling else Handling()
    steps = [
        row.received_at,
        row.appointment_at,
        handling.since,
        handling.owned_since,
        handling.called_at,
        handling.call_after,
        handling.starts_on,
        handling.left_at,
    ]
    if row.status == "hired":
        steps.append((handling.starts_on or handling.since) + MILESTONES[-1] * _DAY_MS)
    return int(max(steps))
