"""Cursors: a place in the log of one hub as one view sees it, signed so that nobody else can make one."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import Connection, select

from kzg_desktop.errors import Refusal
from kzg_desktop.hub import tables
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.rights import Who

__all__ = ["LogState", "cursor", "log_state", "position"]

_KIND = "cursor"
_head = select(tables.head.c.epoch, tables.head.c.head, tables.head.c.floor)


class LogState(Struct, frozen=True):
    """The log now: its epoch, newest number, and the number up to which it was compacted."""

    epoch: str
    head: int
    floor: int


def log_state(connection: Connection) -> LogState:
    """Return the state of the log in this transaction."""
    return LogState(*connection.execute(_head).one())


def cursor(keys: Keys, state: LogState, who: Who, seq: int) -> str:
    """Return the cursor of *seq*; the same place is always the same text."""
    return keys.sign(_KIND, f"{state.epoch} {seq} {who.view_id}")


def position(keys: Keys, state: LogState, who: Who, text: str) -> int:
    """Return the log number of a cursor.

    Raises:
        Refusal: ``invalid-cursor`` when this hub did not make it; ``cursor-expired`` or ``view-changed`` when it leads
            nowhere any more.
    """
    payload = keys.signed(_KIND, text)
    if payload is None:
        raise Refusal("invalid-cursor", "the cursor is damaged or from another hub")
    epoch, seq, view_id = payload.split(" ", 2)
    if epoch != state.epoch:
        raise Refusal("cursor-expired", "the hub was restored from a backup")
    if view_id != who.view_id:
        raise Refusal("view-changed", "what this account may see has changed")
    if not state.floor <= int(seq) <= state.head:
        raise Refusal("cursor-expired", "the change log does not reach back that far")
    return int(seq)
