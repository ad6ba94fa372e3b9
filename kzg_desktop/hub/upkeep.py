"""Upkeep of the log: dropping what is old, and starting anew after a restore."""

from __future__ import annotations

import uuid

from sqlalchemy import delete, update

from kzg_desktop.hub import tables
from kzg_desktop.hub.writer import Transaction

__all__ = ["compact", "new_epoch"]


def compact(transaction: Transaction, keep: int) -> int:
    """Drop all but the newest *keep* log entries and return how many went; older cursors expire.

    Raises:
        ValueError: *keep* is negative.
    """
    if keep < 0:
        raise ValueError("keep must not be negative")
    floor = max(0, transaction.head - keep)
    dropped = transaction.connection.execute(delete(tables.change).where(tables.change.c.seq <= floor)).rowcount
    if dropped:
        transaction.connection.execute(update(tables.head).values(floor=floor))
    return int(dropped)


def new_epoch(transaction: Transaction) -> str:
    """Make every cursor expire and return the new epoch: after a restore, numbers may mean other changes."""
    epoch = uuid.uuid4().hex
    transaction.connection.execute(update(tables.head).values(epoch=epoch))
    return epoch
