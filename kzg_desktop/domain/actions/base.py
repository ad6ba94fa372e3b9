"""What all actions share: the book that they read and the writes that they make."""

from __future__ import annotations

from typing import ClassVar, Protocol

from msgspec import Struct

from kzg_desktop.domain.entities import AirSegment, Entity, Versioned
from kzg_desktop.errors import Refusal

__all__ = ["BaseAction", "Book", "Write", "existing", "put"]


class Book(Protocol):
    """What is there now, as an action may read it."""

    def get(self, entity: str, id_: str) -> Versioned | None:
        """Return the row with that id, if there is one."""

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        """Return the broadcast's air segments, in any order."""


class Write(Struct, frozen=True):
    """The new value of one row, or its deletion when *row* is None."""

    entity: str
    id: str
    row: Entity | None


class BaseAction(Struct, frozen=True, kw_only=True, tag_field="kind"):
    permission: ClassVar[str] = ""
    """The right that the hub asks for."""

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        """Return what this action changes when done at *at* (UTC ms) by *actor*.

        Raises:
            Refusal: the rules do not allow it.
        """
        raise NotImplementedError


def put(row: Entity) -> Write:
    return Write(row.entity, row.id, row)


def existing(book: Book, kind: type[Entity], id_: str) -> Versioned:
    found = book.get(kind.entity, id_)
    if found is None:
        raise Refusal("not-found", f"{kind.entity} {id_} does not exist (any more)")
    return found
