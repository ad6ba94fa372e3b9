"""One broadcast reviewed: everything that its page and its documents show, computed in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from kzg_desktop.domain.entities import Job
from kzg_desktop.review.attribution import Attributed, attribute
from kzg_desktop.review.cards import CardResult, card_results
from kzg_desktop.review.facts import BroadcastFacts
from kzg_desktop.review.funnel import Funnel, funnel
from kzg_desktop.review.opener import Opener, opener
from kzg_desktop.review.promises import Promise, broken_promises
from kzg_desktop.review.timeline import Timeline, timeline

__all__ = ["DEFAULT_LAG_S", "Review", "review"]

DEFAULT_LAG_S = 60
"""How long a viewer takes for the form: what the simulated and the observed ones need at the most."""


class Review(Struct, frozen=True, kw_only=True):
    """What a broadcast brought, with the lag window that it was computed with."""

    facts: BroadcastFacts
    lag_s: int
    attributed: Sequence[Attributed]
    cards: Sequence[CardResult]
    course: Timeline
    funnel: Funnel
    promises: Sequence[Promise]
    opener: Opener | None

    @property
    def other_jobs(self) -> int:
        """How many named another job on the form than the card that they are attributed to."""
        return sum(one.other_job for one in self.attributed)


def review(facts: BroadcastFacts, jobs: Mapping[str, Job], *, lag_s: int = DEFAULT_LAG_S, now: int) -> Review:
    """Return the review of *facts*; *jobs* are the jobs as they are now (by id), *now* ends what is still on air."""
    attributed = attribute(facts.sent, facts.segments, lag_s)
    cards = card_results(attributed, facts.segments, until=now, costs=facts.costs)
    promises = [one for segment in facts.segments for one in broken_promises(segment, jobs.get(segment.card.id))]
    return Review(
        facts=facts,
        lag_s=lag_s,
        attributed=attributed,
        cards=cards,
        course=timeline(facts),
        funnel=funnel(facts.sent, name=facts.broadcast.title, views=facts.views),
        promises=promises,
        opener=opener(cards),
    )
