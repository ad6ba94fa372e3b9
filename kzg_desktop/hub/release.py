"""Taking applications back from owners who do nothing, so that a colleague can go on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, select, text

from kzg_desktop.domain.actions.base import put
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import DeskRules, HistoryEntry
from kzg_desktop.domain.ids import new_id
from kzg_desktop.hub.audit import HUB
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.tables import HELD, SMALL, application
from kzg_desktop.hub.writer import Transaction

__all__ = ["BATCH", "idle_claims", "release_idle", "rules_by_employer"]

BATCH = 50
"""How many claims are released in one transaction, so that others need not wait."""

_c = application.c
_held = select(_c.id, _c.employer_id, _c.due_at, _c.handling).where(text(HELD))


class _Owned(Struct, frozen=True):
    """What counts of a handling: decoding the whole of 100,000 takes a second."""

    owned_since: int = 0


_owned = msgspec.json.Decoder(_Owned)
_rules = msgspec.json.Decoder(DeskRules)
_usual = DeskRules(id="", employer_id="")


def idle_claims(connection: Connection, now: int) -> list[str]:
    """Return the ids of the applications that :func:`release_idle` would release at *now* (UTC ms)."""
    held = connection.execute(_held).all()
    return list(_idle(connection, held, now))


def release_idle(transaction: Transaction, ids: Iterable[str]) -> int:
    """Take back those of the applications that wait to be called and whose owner does nothing; return how many.

    One that nobody did anything about for ``release_after_s`` is released. One that is overdue for ``hand_on_after_s``
    is handed on; whoever took it when it was overdue already has that long, too. Where several hubs do this at the same
    time, the second one finds nothing left.
    """
    connection = transaction.connection
    held = connection.execute(_held.where(_c.id.in_(list(ids)))).all()
    idle = _idle(connection, held, transaction.now)
    book = SqlBook(transaction, actor=HUB)
    for id_, overdue_since in idle.items():
        found = book.get(Application.entity, id_)
        assert found is not None
        assert isinstance(found.row, Application)
        row = found.row
        book.write(put(replace(row, owner="")))
        entry = HistoryEntry(
            id=new_id(),
            application_id=row.id,
            employer_id=row.employer_id,
            kind="release",
            at=transaction.now,
            actor=HUB,
            before=row.owner,
            about=overdue_since,
        )
        book.write(put(entry))
    return len(idle)


def rules_by_employer(connection: Connection) -> dict[str, DeskRules]:
    """Return the rules of the employers that set some."""
    return {rules.id: rules for rules in map(_rules.decode, connection.scalars(select(SMALL["desk_rules"].c.body)))}


def _idle(connection: Connection, held: Iterable[Any], now: int) -> dict[str, int]:
    """Return by the ids of *held* since when they are overdue, 0 for those whose owner merely sleeps."""
    rules = rules_by_employer(connection) if held else {}
    found = {row.id: _overdue_since(row, rules.get(row.employer_id, _usual), now) for row in held}
    return {id_: since for id_, since in found.items() if since is not None}


def _overdue_since(row: Any, rules: DeskRules, now: int) -> int | None:
    """Return None for one that its owner keeps."""
    owned_since = _owned.decode(row.handling).owned_since if row.handling else 0
    if row.due_at and now >= max(row.due_at, owned_since) + rules.hand_on_after_s * 1000:
        return int(row.due_at)
    return 0 if now >= owned_since + rules.release_after_s * 1000 else None
