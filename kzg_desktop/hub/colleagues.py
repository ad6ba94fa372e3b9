"""The rows by which desktops know who works with them: kept in step with the accounts."""

from __future__ import annotations

from sqlalchemy import select

from kzg_desktop.domain.actions import Write
from kzg_desktop.domain.hiring import Colleague
from kzg_desktop.hub import tables
from kzg_desktop.hub.audit import HUB
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.rights import ALL, ROLES
from kzg_desktop.hub.writer import Transaction

__all__ = ["keep_all_colleagues", "keep_colleagues"]

_WORKING = frozenset(role for role, rights in ROLES.items() if {"applicant:write", "pin:write"} & set(rights))


def keep_colleagues(transaction: Transaction, account_id: str, *, actor: str = HUB) -> None:
    """Write the rows of one account as they should be now: one for each scope, none if it does not work (any more)."""
    wanted = {row.id: row for row in _rows(transaction, account_id)}
    table = tables.SMALL[Colleague.entity]
    present = transaction.connection.scalars(select(table.c.id).where(table.c.account_id == account_id)).all()
    book = SqlBook(transaction, actor=actor)
    for id_ in sorted(set(present) - set(wanted)):
        book.write(Write(Colleague.entity, id_, None))
    for row in wanted.values():
        book.write(Write(Colleague.entity, row.id, row))


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
