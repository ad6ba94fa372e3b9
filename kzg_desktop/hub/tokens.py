"""Ending the tokens of devices that somebody took the access from."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, update

from kzg_desktop.hub import tables
from kzg_desktop.hub.writer import Transaction

__all__ = ["REVOKED", "revoke"]

REVOKED = "revoked"
"""The kind of what was a refresh token."""

_REMEMBERED_MS = 400 * 24 * 3600 * 1000


def revoke(transaction: Transaction, devices: ColumnElement[bool]) -> None:
    """End all tokens of *devices*, a condition on ``token.device_id``.

    Refresh tokens stay known for 400 days as revoked: a device that comes back with one is told to keep nothing.
    """
    connection, c = transaction.connection, tables.token.c
    connection.execute(delete(tables.token).where(devices, c.kind == "access"))
    ends = transaction.now + _REMEMBERED_MS
    connection.execute(update(tables.token).where(devices).values(kind=REVOKED, expires_at=ends))
