"""One employer's part of a review: its cards, its applications, and no name of another."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kzg_desktop.domain.entities import AirEvent, AirSegment
from kzg_desktop.review.attribution import Attributed
from kzg_desktop.review.cards import card_results
from kzg_desktop.review.funnel import funnel
from kzg_desktop.review.opener import opener
from kzg_desktop.review.timeline import timeline
from kzg_desktop.review.whole import Review

__all__ = ["employers_of", "of_employer"]

_SOON_MS = 1000


def employers_of(whole: Review) -> dict[str, str]:
    """Return the employers that were on air or that somebody applied to, by id, with the name on their cards or ""."""
    found = {s.card.employer_id: s.card.hiring_organization for s in whole.facts.segments if not s.rehearsal}
    return found | {one.employer_id: "" for one in whole.facts.sent if one.employer_id not in found}


def of_employer(whole: Review, employer_id: str, *, now: int) -> Review:
    """Return the review that *employer_id* may see.

    Its applications are those that name its jobs. What was sent while another's card was on air goes to no card, so
    that the sum is all the same; what named another's job during its cards is another's.
    """
    facts = whole.facts
    segments = [s for s in facts.segments if s.card.employer_id == employer_id]
    jobs = {s.card.id for s in segments}
    attributed = [
        one if one.segment is None or one.segment.card.id in jobs else Attributed(one.sent, None)
        for one in whole.attributed
        if one.sent.employer_id == employer_id
    ]
    sent = [one.sent for one in attributed]
    mine = replace(
        facts,
        items=[item for item in facts.items if item.employer_id == employer_id],
        segments=segments,
        events=_events(facts.events, segments, employer_id),
        sent=sent,
        views=0,  # views are of the whole broadcast: a rate of sign-ups from them would say nothing about one employer
        costs={job_id: cost for job_id, cost in facts.costs.items() if job_id in jobs},
    )
    cards = card_results(attributed, segments, until=now, costs=mine.costs)
    return replace(
        whole,
        facts=mine,
        attributed=attributed,
        cards=cards,
        course=timeline(mine),
        funnel=funnel(sent, name=whole.funnel.name),
        promises=[one for one in whole.promises if one.job_id in jobs],
        opener=opener(cards),
    )


def _events(events: Sequence[AirEvent], segments: Sequence[AirSegment], employer_id: str) -> list[AirEvent]:
    """Return what happened to these segments: their takes, and what cleared them."""
    ends = [s.ended_at for s in segments if s.ended_at is not None]
    return [
        event
        for event in events
        if event.employer_id == employer_id
        or (event.kind == "clear" and not event.employer_id and any(abs(event.at - end) <= _SOON_MS for end in ends))
    ]
