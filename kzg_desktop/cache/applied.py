"""What a page of changes did to the cache."""

from __future__ import annotations

from msgspec import Struct

from kzg_desktop.cache.departed import NOTHING_DEPARTED, Departed
from kzg_desktop.cache.layout import Position
from kzg_desktop.domain.entities import Versioned

__all__ = ["Applied"]


class Applied(Struct, frozen=True, kw_only=True):
    """The outcome of one transaction.

    ``rows`` are the changed rows of the entities that are few, as (entity, id, row), None for one that is gone.
    ``changed`` and ``gone`` hold arrival numbers of applications that were there before, ``added`` counts new ones.
    ``told`` holds the ids of applications whose history has new lines, or fewer. ``departed`` is what left the view,
    and ``exports`` whether files hold some of it that the user exported.
    """

    position: Position
    rows: list[tuple[str, str, Versioned | None]] = []
    added: int = 0
    changed: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()
    told: frozenset[str] = frozenset()
    departed: Departed = NOTHING_DEPARTED
    exports: bool = False
