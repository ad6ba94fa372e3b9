"""What somebody knows of a broadcast beyond what the hub sees: viewers, views, and what cards cost."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

__all__ = ["CardCost", "Viewers"]


class Viewers(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who watched a broadcast, whose id it has, as a platform tells or somebody typed in.

    ``views`` counts all who came by, 0 where it is not known. ``samples`` are (UTC ms, viewers at that time), by time.
    """

    entity: ClassVar[str] = "viewers"

    id: str
    views: int = 0
    samples: tuple[tuple[int, int], ...] = ()

    @property
    def scope(self) -> str:
        return ""


class CardCost(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an employer paid for a job's card in a broadcast; ``id`` is "broadcast:job"."""

    entity: ClassVar[str] = "card_cost"

    id: str
    broadcast_id: str
    job_id: str
    employer_id: str
    cost_yuan: int

    @property
    def scope(self) -> str:
        return self.employer_id
