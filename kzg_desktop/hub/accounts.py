"""Accounts, invitations and the scopes that an account sees; used by the command line and by tests."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from kzg_desktop.domain.ids import new_id
from kzg_desktop.errors import InvalidInput
from kzg_desktop.hub import tables
from kzg_desktop.hub.rights import ALL, ROLES
from kzg_desktop.hub.writer import Transaction

__all__ = [
    "INVITATION_MS",
    "LOCAL",
    "any_account",
    "create_account",
    "ensure_account",
    "invitation_hash",
    "invite",
    "set_role",
    "set_scopes",
]

INVITATION_MS = 7 * 24 * 3600 * 1000
"""How long an invitation can be used."""

LOCAL = "local-"
"""How the id of a built-in account begins: that of an embedded hub's own desktop."""

_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none of I L O 0 1, which people misread


def any_account(connection: Connection) -> bool:
    """Whether the hub has an account that somebody was invited to."""
    invited = ~tables.account.c.id.startswith(LOCAL)
    return connection.execute(select(tables.account.c.id).where(invited).limit(1)).first() is not None


def create_account(transaction: Transaction, *, name: str, role: str, scopes: Iterable[str], id_: str = "") -> str:
    """Create an account and return its id; *scopes* are organisation ids, or ``["*"]``.

    Raises:
        InvalidInput: no such role, or an hr account without an organisation.
    """
    if role not in ROLES:
        raise InvalidInput(f"there is no role {role}; the roles are {', '.join(ROLES)}")
    wanted = sorted(set(scopes))
    if not wanted:
        raise InvalidInput("an account needs an organisation to see, or * for all")
    account_id = id_ or new_id()
    connection = transaction.connection
    connection.execute(insert(tables.account).values(id=account_id, name=name, role=role, view=1))
    connection.execute(insert(tables.account_scope), [{"account_id": account_id, "scope": s} for s in wanted])
    return account_id


def ensure_account(transaction: Transaction, *, id_: str, name: str, role: str) -> str:
    """Return the built-in account *id_*, which sees everything its role may; it is created when missing."""
    exists = transaction.connection.scalar(select(tables.account.c.id).where(tables.account.c.id == id_))
    return exists or create_account(transaction, name=name, role=role, scopes=[ALL], id_=id_)


def invite(transaction: Transaction, account_id: str) -> str:
    """Return a fresh invitation code: eight readable characters, for one use within seven days."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    transaction.connection.execute(
        insert(tables.invitation).values(
            hash=invitation_hash(code), account_id=account_id, expires_at=transaction.now + INVITATION_MS
        )
    )
    return code


def invitation_hash(code: str) -> bytes:
    """Return what is stored of a code; case, spaces and dashes do not matter."""
    plain = "".join(c for c in code.upper() if c.isalnum())
    return hashlib.sha256(b"invitation " + plain.encode()).digest()


def set_scopes(transaction: Transaction, account_id: str, scopes: Iterable[str]) -> None:
    """Let an account see exactly these scopes from now on; its desktops are told which came and went."""
    connection = transaction.connection
    table = tables.account_scope
    before = set(connection.scalars(select(table.c.scope).where(table.c.account_id == account_id)))
    after = set(scopes)
    connection.execute(delete(table).where(table.c.account_id == account_id))
    if after:
        connection.execute(insert(table), [{"account_id": account_id, "scope": s} for s in sorted(after)])
    if ALL in before ^ after:
        _new_view(connection, account_id)  # between all and some there is no list of what came or went
        return
    for scope in sorted(before - after):
        _log(transaction, account_id, "scope_left", scope)
    for scope in sorted(after - before):
        _log(transaction, account_id, "scope_joined", scope)


def set_role(transaction: Transaction, account_id: str, role: str) -> None:
    """Give an account another role; its desktops start afresh, since names may be masked now or no longer.

    Raises:
        InvalidInput: no such role.
    """
    if role not in ROLES:
        raise InvalidInput(f"there is no role {role}; the roles are {', '.join(ROLES)}")
    connection = transaction.connection
    connection.execute(update(tables.account).where(tables.account.c.id == account_id).values(role=role))
    _new_view(connection, account_id)


def _new_view(connection: Connection, account_id: str) -> None:
    view = tables.account.c.view
    connection.execute(update(tables.account).where(tables.account.c.id == account_id).values(view=view + 1))


def _log(transaction: Transaction, account_id: str, op: str, scope: str) -> None:
    joined = op == "scope_joined"
    transaction.log(
        op,
        "account",
        account_id,
        scope_from=None if joined else scope,
        scope_to=scope if joined else None,
        actor="hub",
    )
