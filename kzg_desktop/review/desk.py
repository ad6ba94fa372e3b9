"""Reviews from a desk: what is few comes from memory; applications come from the cache and are computed there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from msgspec.structs import replace
from sqlcipher3 import dbapi2

from kzg_desktop.domain.actions import Action, PutCardCost, PutViewers
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.domain.figures import Viewers
from kzg_desktop.review.facts import BroadcastFacts
from kzg_desktop.review.figures import Figures
from kzg_desktop.review.reading import read_sent
from kzg_desktop.review.whole import DEFAULT_LAG_S, Review, review
from kzg_desktop.services import Desk

__all__ = ["ReviewDesk", "facts_of", "figure_actions", "review_of"]

T = TypeVar("T")


class ReviewDesk(Desk, Protocol):
    """A desk whose cache can be asked anything."""

    async def ask(self, question: Callable[[dbapi2.Connection], T], default: T) -> T:
        """Return what *question* finds in the cache, on the cache's own thread; *default* while there is no cache."""


async def review_of(desk: ReviewDesk, clock: Clock, broadcast: Broadcast, *, lag_s: int = DEFAULT_LAG_S) -> Review:
    """Return the review of a broadcast; reading and computing do not hold up the caller's thread."""
    bare = facts_of(desk, broadcast)
    jobs = {id_: job for id_ in {s.card.id for s in bare.segments} if (job := desk.job(id_)) is not None}
    now = clock.now_ms()

    def question(connection: dbapi2.Connection) -> Review:
        return review(replace(bare, sent=read_sent(connection, broadcast.id)), jobs, lag_s=lag_s, now=now)

    return await desk.ask(question, review(bare, jobs, lag_s=lag_s, now=now))


def figure_actions(desk: Desk, figures: Figures) -> list[Action]:
    """Return what keeps *figures*, as far as they are new and the user may say so."""
    actions: list[Action] = []
    viewers = Viewers(id=figures.broadcast_id, views=figures.views, samples=figures.viewers)
    known = desk.viewers(figures.broadcast_id) or Viewers(id=figures.broadcast_id)
    if viewers != known and desk.may(PutViewers.permission):
        actions.append(PutViewers(viewers=viewers))
    costs = desk.card_costs(figures.broadcast_id)
    for job_id in sorted({*costs, *figures.costs}):
        cost = figures.costs.get(job_id)
        if cost != costs.get(job_id) and desk.may(PutCardCost.permission):
            actions.append(PutCardCost(broadcast_id=figures.broadcast_id, job_id=job_id, cost_yuan=cost))
    return actions


def facts_of(desk: Desk, broadcast: Broadcast) -> BroadcastFacts:
    """Return what is known of a broadcast without its applications."""
    viewers = desk.viewers(broadcast.id)
    return BroadcastFacts(
        broadcast=broadcast,
        viewers=viewers.samples if viewers is not None else (),
        views=viewers.views if viewers is not None else 0,
        costs=desk.card_costs(broadcast.id),
        items=desk.lineup(broadcast.id),
        segments=desk.segments(broadcast.id),
        events=desk.air_events(broadcast.id),
    )
