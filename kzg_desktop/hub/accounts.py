"""Accounts, invitations and the scopes that an account sees."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from kzg_desktop.domain.hiring import LOCAL_ACCOUNT
from kzg_desktop.domain.ids import new_id
from kzg_desktop.errors import InvalidInput, Refusal
from kzg_desktop.hub import tables
from kzg_desktop.hub.audit import HUB, record
from kzg_desktop.hub.colleagues import keep_colleagues
from kzg_desktop.hub.rights import ALL, ROLES
from kzg_desktop.hub.tokens import revoke
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire_office import AccountChange

__all__ = [
    "INVITATION_MS",
    "LOCAL",
    "any_account",
    "change_account",
    "create_account",
    "ensure_account",
    "invitation_hash",
    "invite",
    "set_role",
    "set_scopes",
]

INVITATION_MS = 7 * 24 * 3600 * 1000
"""How long an invitation can be used."""

LOCAL = LOCAL_ACCOUNT
"""How the id of a built-in account begins: that of an embedded hub's own desktop."""

_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none of I L O 0 1, which people misread
_ADMIN = "account:admin"
_LONGEST_NAME = 60
_LONGEST_SCOPE = 200


def any_account(connection: Connection) -> bool:
    """Whether the hub has an account that somebody was invited to."""
    invited = ~tables.account.c.id.startswith(LOCAL)
    return connection.execute(select(tables.account.c.id).where(invited).limit(1)).first() is not None


def create_account(
    transaction: Transaction, *, name: str, role: str, scopes: Iterable[str], id_: str = "", actor: str = HUB
) -> str:
    """Create an account and return its id; *scopes* are organisation ids, or ``["*"]``.

    Raises:
        InvalidInput: no such role, no usable name, or no organisation to see.
    """
    values = {"name": _name(name), "role": _role(role), "view": 1, "created_at": transaction.now}
    wanted = _scopes(scopes)
    account_id = id_ or new_id()
    connection = transaction.connection
    connection.execute(insert(tables.account).values(id=account_id, **values))
    connection.execute(insert(tables.account_scope), [{"account_id": account_id, "scope": s} for s in wanted])
    record(transaction, "account_created", actor=actor, subject=account_id, detail=role)
    keep_colleagues(transaction, account_id, actor=actor)
    return account_id


def ensure_account(transaction: Transaction, *, id_: str, name: str, role: str) -> str:
    """Return the built-in account *id_*, which sees everything its role may; it is created when missing."""
    exists = transaction.connection.scalar(select(tables.account.c.id).where(tables.account.c.id == id_))
    return exists or create_account(transaction, name=name, role=role, scopes=[ALL], id_=id_)


def invite(transaction: Transaction, account_id: str, *, actor: str = HUB) -> str:
    """Return a fresh invitation code: eight readable characters, for one use within seven days.

    Raises:
        Refusal: there is no such account, or it is disabled.
    """
    c = tables.account.c
    disabled = transaction.connection.scalar(select(c.disabled).where(c.id == account_id))
    if disabled is None:
        raise Refusal("not-found", "there is no such account")
    if disabled:
        raise Refusal("not-possible", "the account is disabled; enable it first")
    code = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    values = {"account_id": account_id, "expires_at": transaction.now + INVITATION_MS}
    transaction.connection.execute(insert(tables.invitation).values(hash=invitation_hash(code), **values))
    record(transaction, "invited", actor=actor, subject=account_id)
    return code


def invitation_hash(code: str) -> bytes:
    """Return what is stored of a code; case, spaces and dashes do not matter."""
    plain = "".join(c for c in code.upper() if c.isalnum())
    return hashlib.sha256(b"invitation " + plain.encode()).digest()


def change_account(transaction: Transaction, account_id: str, change: AccountChange, *, actor: str = HUB) -> None:
    """Change what *change* names of an account, all of it or nothing.

    Raises:
        InvalidInput: a name or scope cannot be used.
        Refusal: there is no such account, it is this computer's own, or nobody could administer the hub any more.
    """
    _check_change(transaction, account_id, change, actor)
    if change.name is not None:
        _rename(transaction, account_id, _name(change.name), actor)
    if change.role is not None:
        set_role(transaction, account_id, change.role, actor=actor)
    if change.scopes is not None:
        set_scopes(transaction, account_id, _scopes(change.scopes), actor=actor)
    if change.disabled is not None:
        _set_disabled(transaction, account_id, change.disabled, actor)
    if change.unlock:
        _update(transaction.connection, account_id, failures=0, locked_until=0)
        record(transaction, "account_unlocked", actor=actor, subject=account_id)
    if change.forget_password:
        _update(transaction.connection, account_id, password_hash="", failures=0, locked_until=0)
        record(transaction, "password_forgotten", actor=actor, subject=account_id)


def set_scopes(transaction: Transaction, account_id: str, scopes: Iterable[str], *, actor: str = HUB) -> None:
    """Let an account see exactly these scopes from now on; its desktops are told which came and went."""
    connection = transaction.connection
    table = tables.account_scope
    before = set(connection.scalars(select(table.c.scope).where(table.c.account_id == account_id)))
    after = set(scopes)
    if before == after:
        return
    connection.execute(delete(table).where(table.c.account_id == account_id))
    if after:
        connection.execute(insert(table), [{"account_id": account_id, "scope": s} for s in sorted(after)])
    changes = [*(f"+{scope}" for scope in sorted(after - before)), *(f"-{scope}" for scope in sorted(before - after))]
    record(transaction, "scopes_changed", actor=actor, subject=account_id, detail=" ".join(changes))
    if ALL in before ^ after:
        _new_view(connection, account_id)  # between all and some there is no list of what came or went
    else:
        for scope in sorted(before - after):
            _log(transaction, account_id, "scope_left", scope)
        for scope in sorted(after - before):
            _log(transaction, account_id, "scope_joined", scope)
    keep_colleagues(transaction, account_id, actor=actor)


def set_role(transaction: Transaction, account_id: str, role: str, *, actor: str = HUB) -> None:
    """Give an account another role; its desktops start afresh, since names may be masked now or no longer.

    Raises:
        InvalidInput: no such role.
    """
    connection, c = transaction.connection, tables.account.c
    before = connection.scalar(select(c.role).where(c.id == account_id))
    if before == _role(role):
        return
    _update(connection, account_id, role=role)
    _new_view(connection, account_id)
    record(transaction, "role_changed", actor=actor, subject=account_id, detail=f"{before} → {role}")
    keep_colleagues(transaction, account_id, actor=actor)


def _rename(transaction: Transaction, account_id: str, name: str, actor: str) -> None:
    connection, c = transaction.connection, tables.account.c
    before = connection.scalar(select(c.name).where(c.id == account_id))
    if before == name:
        return
    _update(connection, account_id, name=name)
    record(transaction, "account_renamed", actor=actor, subject=account_id, detail=f"{before} → {name}")
    keep_colleagues(transaction, account_id, actor=actor)


def _set_disabled(transaction: Transaction, account_id: str, disabled: bool, actor: str) -> None:
    """Disabling ends every session and invitation, so that enabling again lets nobody in by itself."""
    connection, c = transaction.connection, tables.account.c
    if connection.scalar(select(c.disabled).where(c.id == account_id)) == disabled:
        return
    _update(connection, account_id, disabled=disabled)
    if disabled:
        devices = select(tables.device.c.id).where(tables.device.c.account_id == account_id)
        revoke(transaction, tables.token.c.device_id.in_(devices))
        connection.execute(delete(tables.invitation).where(tables.invitation.c.account_id == account_id))
    record(transaction, "account_disabled" if disabled else "account_enabled", actor=actor, subject=account_id)
    keep_colleagues(transaction, account_id, actor=actor)


def _check_change(transaction: Transaction, account_id: str, change: AccountChange, actor: str) -> None:
    c = tables.account.c
    found = transaction.connection.execute(select(c.role, c.disabled).where(c.id == account_id)).one_or_none()
    if found is None:
        raise Refusal("not-found", "there is no such account")
    restricted = change.role is not None or change.scopes is not None or change.disabled is not None
    if account_id.startswith(LOCAL) and restricted:
        raise Refusal("not-possible", "this computer's own account can be renamed, and nothing else")
    if found.disabled or _ADMIN not in ROLES[found.role]:
        return
    demoted = change.role is not None and _ADMIN not in ROLES[change.role]
    if (change.disabled or demoted) and not _another_admin(transaction.connection, account_id, actor):
        raise Refusal("not-possible", "this is the last administrator; make somebody else one first")


def _another_admin(connection: Connection, account_id: str, actor: str) -> bool:
    """Whether somebody could still administer the hub; a built-in account counts only while it is acting."""
    c = tables.account.c
    admins = [role for role, rights in ROLES.items() if _ADMIN in rights]
    enabled = select(c.id).where(c.role.in_(admins), ~c.disabled, c.id != account_id)
    return any(not id_.startswith(LOCAL) or id_ == actor for id_ in connection.scalars(enabled))


def _name(name: str) -> str:
    plain = name.strip()
    if not 0 < len(plain) <= _LONGEST_NAME or not plain.isprintable():
        raise InvalidInput(f"a name has 1 to {_LONGEST_NAME} printable characters")
    return plain


def _role(role: str) -> str:
    if role not in ROLES:
        raise InvalidInput(f"there is no role {role}; the roles are {', '.join(ROLES)}")
    return role


def _scopes(scopes: Iterable[str]) -> list[str]:
    wanted = sorted(set(scopes))
    if not wanted:
        raise InvalidInput("an account needs an organisation to see, or * for all")
    if not all(0 < len(scope) <= _LONGEST_SCOPE and scope.isprintable() for scope in wanted):
        raise InvalidInput(f"an organisation's id has 1 to {_LONGEST_SCOPE} printable characters")
    return wanted


def _update(connection: Connection, account_id: str, **values: object) -> None:
    connection.execute(update(tables.account).where(tables.account.c.id == account_id).values(**values))


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
