"""Who has an account and on which devices, for an administrator's pages and for oneself."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

from kzg_desktop.errors import Refusal
from kzg_desktop.hub import tables
from kzg_desktop.hub.audit import record
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tokens import revoke
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire_office import AccountInfo, DeviceInfo

__all__ = ["account_infos", "device_infos", "revoke_device"]

_ADMIN = "account:admin"


def account_infos(connection: Connection, now: int, account_id: str = "") -> list[AccountInfo]:
    """Return all accounts by name, or the one."""
    account, device, granted = tables.account, tables.device, tables.account_scope.c
    query = select(account).order_by(account.c.name, account.c.id)
    rows = connection.execute(query.where(account.c.id == account_id) if account_id else query).all()
    scopes: dict[str, list[str]] = defaultdict(list)
    for owner, scope in connection.execute(select(granted.account_id, granted.scope).order_by(granted.scope)):
        scopes[owner].append(scope)
    seen = select(device.c.account_id, func.max(device.c.seen_at)).group_by(device.c.account_id)
    signed_in = select(device.c.account_id, func.count()).where(_signed_in(now)).group_by(device.c.account_id)
    seen_at, devices = _numbers(connection, seen), _numbers(connection, signed_in)
    return [
        AccountInfo(
            id=row.id,
            name=row.name,
            role=row.role,
            scopes=scopes[row.id],
            login=row.login or "",
            has_password=bool(row.password_hash),
            disabled=row.disabled,
            locked_until=row.locked_until if row.locked_until > now else 0,
            created_at=row.created_at,
            devices=devices.get(row.id, 0),
            seen_at=seen_at.get(row.id, 0),
        )
        for row in rows
    ]


def device_infos(connection: Connection, who: Who, now: int) -> list[DeviceInfo]:
    """Return *who*'s devices, for an administrator all, those seen last first."""
    account, device = tables.account, tables.device
    query = (
        select(device, account.c.name.label("account_name"), _signed_in(now).label("signed_in"))
        .join(account, account.c.id == device.c.account_id)
        .order_by(device.c.seen_at.desc(), device.c.id)
    )
    if _ADMIN not in who.permissions:
        query = query.where(device.c.account_id == who.account_id)
    return [
        DeviceInfo(
            id=row.id,
            name=row.name,
            account_id=row.account_id,
            account_name=row.account_name,
            created_at=row.created_at,
            seen_at=row.seen_at,
            signed_in=row.signed_in,
            here=row.id == who.device_id,
        )
        for row in connection.execute(query)
    ]


def revoke_device(transaction: Transaction, who: Who, device_id: str) -> None:
    """Sign a device out: one's own, or as administrator any.

    Raises:
        Refusal: there is no such device.
    """
    c = tables.device.c
    owner = transaction.connection.scalar(select(c.account_id).where(c.id == device_id))
    if owner is None or (owner != who.account_id and _ADMIN not in who.permissions):
        raise Refusal("not-found", "there is no such device")
    revoke(transaction, tables.token.c.device_id == device_id)
    record(transaction, "device_revoked", actor=who.account_id, subject=device_id)


def _numbers(connection: Connection, query: Select[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(query)}


def _signed_in(now: int) -> ColumnElement[bool]:
    token = tables.token.c
    lasting = and_(token.device_id == tables.device.c.id, token.kind == "refresh", token.expires_at > now)
    return exists().where(lasting).correlate(tables.device)
