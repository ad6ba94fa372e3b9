"""Ending the tokens of devices that somebody took the access from."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, delete, not_, or_, update

from kzg_desktop.hub import tables
from kzg_desktop.hub.writer import Transaction

__all__ = ["REVOKED", "end", "forget_ended", "revoke"]

REVOKED = "revoked"
"""The kind of what was a refresh token."""

_ENDED = "ended"
"""The kind of what was a refresh token, of a device that has to sign in again and may keep what it has."""

_REMEMBERED_MS = 400 * 24 * 3600 * 1000


def revoke(transaction: Transaction, devices: ColumnElement[bool]) -> None:
    """End all tokens of *devices*, a condition on ``token.device_id``.

    Refresh tokens stay known for 400 days as revoked: a device that comes back with one is told to keep nothing.
    """
    connection, c = transaction.connection, tables.token.c
    connection.execute(delete(tables.token).where(devices, c.kind == "access"))
    ends = transaction.now + _REMEMBERED_MS
    connection.execute(update(tables.token).where(devices).values(kind=REVOKED, expires_at=ends))


def end(transaction: Transaction, devices: ColumnElement[bool]) -> None:
    """End all tokens of *devices*, as :func:`revoke` does; these may keep what they have, until they are revoked."""
    connection, c = transaction.connection, tables.token.c
    connection.execute(delete(tables.token).where(devices, or_(c.kind == "access", c.replaced)))
    ends = transaction.now + _REMEMBERED_MS
    connection.execute(update(tables.token).where(devices, c.kind == "refresh").values(kind=_ENDED, expires_at=ends))


def forget_ended(transaction: Transaction) -> None:
    """Drop tokens that let nobody in any more.

    A device's last refresh token stays known for another 400 days: whoever was away for long and is revoked only then
    is told so, too.
    """
    c, now = tables.token.c, transaction.now
    last = and_(c.kind == "refresh", not_(c.replaced), c.expires_at > now - _REMEMBERED_MS)
    transaction.connection.execute(delete(tables.token).where(c.expires_at <= now, not_(last)))
