"""Names and shapes of the cache's tables, known to its readers without loading SQLAlchemy."""

from __future__ import annotations

from msgspec import Struct

from kzg_desktop.domain.entities import ENTITIES, Application, Entity
from kzg_desktop.domain.hiring import HistoryEntry

__all__ = ["APPLICATION_FIELDS", "MANY", "REVISION", "SEARCHED", "SMALL", "SQL_HAYSTACK", "SQL_HEAD", "Position"]

REVISION = "0004"
"""The newest migration; a test compares it with the migrations themselves."""

MANY = frozenset({Application.entity, HistoryEntry.entity})
"""The entities of which there are too many to hold in memory."""

SMALL: dict[str, type[Entity]] = {name: kind for name, kind in ENTITIES.items() if name not in MANY}
"""The entities that are few: each has a table ``(id, rev, scope, body)`` with the row as JSON."""

APPLICATION_FIELDS: tuple[str, ...] = Application.__struct_fields__
"""Columns of ``application`` that are fields of the value, the handling as JSON last; ``rev`` and ``scope`` follow."""

SEARCHED: tuple[str, ...] = ("name", "phone", "city", "job_title", "notes")
"""The fields that a search looks into."""

SQL_HAYSTACK = "lower(" + " || char(10) || ".join(f"a.{field}" for field in SEARCHED) + ")"
"""What a word of a search must be in. Words hold no white space, so none is found across two fields."""

SQL_HEAD = "SELECT cursor, seq, acked, protocol, stale FROM head"


class Position(Struct, frozen=True):
    """How far a cache is: the hub's *cursor*, its log number *seq*, and the greatest of this desktop's mutations in it.

    ``stale``: the hub does not know the cursor any more; rows are from before.
    """

    cursor: str
    seq: int
    acked: int
    protocol: int
    stale: bool = False
