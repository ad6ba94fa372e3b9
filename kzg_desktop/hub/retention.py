"""Keeping applications no longer than their employers need them (个人信息保护法 19)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, func, or_, select

from kzg_desktop.domain.clock import DAY_MS
from kzg_desktop.domain.hiring import MILESTONES, DeskRules, Handling
from kzg_desktop.hub.audit import HUB, record
from kzg_desktop.hub.erasure import erase_applications
from kzg_desktop.hub.release import rules_by_employer
from kzg_desktop.hub.tables import SMALL, application
from kzg_desktop.hub.writer import Transaction

__all__ = ["BATCH", "erase_expired", "expired_applications"]

BATCH = 50
"""How many applications are erased in one transaction, so that sign-ups need not wait."""

_FURTHEST_MS = 365 * DAY_MS
_IN_CHUNK = 500
_NO_LONGER_WANTED = frozenset({"passed"})
"""Seats that were kept for somebody who never came; whoever was hired is thought to be at work and keeps the seat."""

_STEPS_TOLD = ("note", "message")
"""What HR does about an applicant that only the history tells."""

_c, _h = application.c, SMALL["history"].c
_rows = select(
    _c.id, _c.person_id, _c.employer_id, _c.status, _c.received_at, _c.appointment_at, _c.handling
).execution_options(yield_per=_IN_CHUNK)
_handling = msgspec.json.Decoder(Handling)
_usual = DeskRules(id="", employer_id="")


def expired_applications(connection: Connection, now: int) -> list[str]:
    """Return the ids of applications whose last step was too long ago at *now* (UTC ms), by their employers' rules."""
    rules = rules_by_employer(connection)
    own = [and_(_c.employer_id == id_, _c.received_at <= now - _kept_ms(rule)) for id_, rule in rules.items()]
    usual = and_(_c.employer_id.not_in(sorted(rules)), _c.received_at <= now - _kept_ms(_usual))
    with connection.execute(_rows.where(or_(usual, *own))) as found:  # closed by hand, where the hub closes meanwhile
        return [row.id for chunk in found.partitions() for row in _expired(connection, chunk, rules, now)]


def erase_expired(transaction: Transaction, ids: Collection[str]) -> int:
    """Erase those of them whose time is over still, and return how many; the audit log keeps whose they were."""
    connection = transaction.connection
    rows = connection.execute(_rows.where(_c.id.in_(ids))).all()
    expired = list(_expired(connection, rows, rules_by_employer(connection), transaction.now))
    erase_applications(transaction, [row.id for row in expired], actor=HUB, seats=_NO_LONGER_WANTED)
    for person_id in dict.fromkeys(row.person_id for row in expired):
        record(transaction, "retention", subject=person_id)
    return len(expired)


def _expired(connection: Connection, rows: Iterable[Any], rules: dict[str, DeskRules], now: int) -> Iterator[Any]:
    old = {row.id: row for row in rows if _last_step(row) <= now - _kept_ms(rules.get(row.employer_id, _usual))}
    told = select(_h.application_id, func.max(_h.at)).where(_h.application_id.in_(old), _h.kind.in_(_STEPS_TOLD))
    found = connection.execute(told.group_by(_h.application_id)) if old else ()
    last_told: dict[str, int] = {row[0]: row[1] for row in found}
    for row in old.values():
        if last_told.get(row.id, 0) <= now - _kept_ms(rules.get(row.employer_id, _usual)):
            yield row


def _kept_ms(rules: DeskRules) -> int:
    return rules.retention_days * DAY_MS


def _last_step(row: Any) -> int:
    """Return when something was done about the application, or is to be done, for the last time.

    Somebody who was hired is looked after until the last milestone. A date far ahead keeps nobody for longer than a
    year after what was really done.
    """
    handling = _handling.decode(row.handling) if row.handling else Handling()
    done = max(row.received_at, handling.since, handling.owned_since, handling.called_at, handling.left_at)
    planned = [row.appointment_at, handling.call_after, handling.starts_on]
    if row.status == "hired":
        planned.append((handling.starts_on or handling.since or row.received_at) + MILESTONES[-1] * DAY_MS)
    return int(max(done, min(max(planned), done + _FURTHEST_MS)))
