"""How the cards of a review stood at one moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from kzg_desktop.domain.entities import AirSegment
from kzg_desktop.review.cards import CardResult
from kzg_desktop.review.timeline import MINUTE_MS, Timeline

__all__ = ["Standing", "standing_at"]


class Standing(Struct, frozen=True, kw_only=True):
    """A broadcast at one moment in figures.

    ``minute`` counts what was sent in that minute of the course, ``of_card`` what the card on air had brought until
    then in all its airings. ``shown`` counts the cards shown until then, ``viewers`` is None where it is not known.
    """

    minute: int
    of_card: int
    shown: int
    viewers: int | None


def standing_at(course: Timeline, cards: Sequence[CardResult], segment: AirSegment | None, at: int) -> Standing:
    """Return the figures at *at* (UTC ms), with *segment* on air."""
    place = (at - course.start) // MINUTE_MS
    card = next((c for c in cards if segment is not None and c.job_id == segment.card.id), None)
    known = bisect_right(course.viewers, at, key=lambda found: found[0])
    return Standing(
        minute=course.minutes[place] if 0 <= place < len(course.minutes) else 0,
        of_card=bisect_right(card.sent, at, key=lambda one: one.at) if card is not None else 0,
        shown=len({band.segment.card.id for band in course.bands if band.start <= at}),
        viewers=course.viewers[known - 1][1] if known else None,
    )
