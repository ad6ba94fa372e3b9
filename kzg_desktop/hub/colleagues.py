"""The rows by which desktops know who works with them: kept in step with the accounts."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace
from sqlalchemy import select

from kzg_desktop.domain.actions import Write
from kzg_desktop.domain.hiring import Colleague
from kzg_desktop.hub import tables
from kzg_desktop.hub.audit import HUB
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.rights import ALL, ROLES
from kzg_desktop.hub.writer import Transaction

__all__ = ["keep_all_colleagues", "keep_colleagues"]

_colleague = msgspec.json.Decoder(Colleague)
_WORKING = frozenset(role for role, rights in ROLES.items() if {"applicant:write", "pin:write"} & set(rights))


def keep_colleagues(transaction: Transaction, account_id: str, *, actor: str = HUB) -> None:
    """Write the rows of one account as they should be now: one for each scope that it works with, or did once."""
    connection, table = transaction.connection, tables.SMALL[Colleague.entity]
    name = connection.scalar(select(tables.account.c.name).where(tables.account.c.id == account_id))
    bodies = connection.scalars(select(table.c.body).where(table.c.account_id == account_id)).all()
    before = [_colleague.decode(body) for body in bodies]
    rows = {row.id: replace(row, name=name or row.name, gone=True) for row in before}
    rows |= {row.id: row for row in _rows(transaction, account_id)}
    book = SqlBook(transaction, actor=actor)
    for id_ in sorted(rows):
        book.write(Write(Colleague.entity, id_, rows[id_]))


def keep_all_colleagues(transaction: Transaction) -> None:
    """Write the rows of all accounts: some may be older than these rows are."""
    for account_id in transaction.connection.scalars(select(tables.account.c.id).order_by(tables.account.c.id)).all():
        keep_colleagues(transaction, account_id)


def _rows(transaction: Transaction, account_id: str) -> list[Colleague]:
    connection, account, granted = transaction.connection, tables.account, tables.account_scope.c
    found = connection.execute(select(account).where(account.c.id == account_id)).one_or_none()
    if found is None or found.disabled or found.role not in _WORKING:
        return []
    scopes = set(connection.scalars(select(granted.scope).where(granted.account_id == account_id)))
    places = [""] if ALL in scopes else sorted(scopes)
    return [
        Colleague(id=f"{account_id}@{at}", account_id=account_id, name=found.name, role=found.role, at_scope=at)
        for at in places
    ]
