"""Telling what a broadcast was watched by and what its cards cost."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace

from kzg_desktop.domain.actions.base import BaseAction, Book, Write, existing, put
from kzg_desktop.domain.entities import Broadcast, Job
from kzg_desktop.domain.figures import CardCost, Viewers
from kzg_desktop.errors import Refusal

__all__ = ["PutCardCost", "PutViewers"]

_MOST_SAMPLES = 2000
_GREATEST = 10**12


class PutViewers(BaseAction, frozen=True, kw_only=True, tag="viewers.put"):
    """Set what is known of a broadcast's viewers."""

    permission: ClassVar[str] = "lineup:write"
    viewers: Viewers

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        existing(book, Broadcast, self.viewers.id)
        samples = tuple(sorted(self.viewers.samples))
        counts = [self.viewers.views, *(count for _, count in samples)]
        if len(samples) > _MOST_SAMPLES or not all(0 <= count <= _GREATEST for count in counts):
            raise Refusal("not-possible", f"counts are not negative, and there are {_MOST_SAMPLES} of them at the most")
        if not all(0 <= when <= 2**53 for when, _ in samples):
            raise Refusal("bad-request", "a time of a sample cannot be used")
        return [put(replace(self.viewers, samples=samples))]


class PutCardCost(BaseAction, frozen=True, kw_only=True, tag="cost.put"):
    """Set what a card cost in a broadcast; None: it is not known any more."""

    permission: ClassVar[str] = "job:write"
    broadcast_id: str
    job_id: str
    cost_yuan: int | None

    def writes(self, book: Book, at: int, actor: str) -> list[Write]:
        id_ = f"{self.broadcast_id}:{self.job_id}"
        if self.cost_yuan is None:
            return [] if book.get(CardCost.entity, id_) is None else [Write(CardCost.entity, id_, None)]
        existing(book, Broadcast, self.broadcast_id)
        job = existing(book, Job, self.job_id).row
        if not 0 <= self.cost_yuan <= _GREATEST:
            raise Refusal("not-possible", "a cost is not negative")
        cost = CardCost(
            id=id_,
            broadcast_id=self.broadcast_id,
            job_id=self.job_id,
            employer_id=job.scope,
            cost_yuan=self.cost_yuan,
        )
        return [put(cost)]
