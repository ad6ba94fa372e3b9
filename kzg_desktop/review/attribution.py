"""To which card an application is attributed. One function, of which every figure of a review is made.

Each application goes to exactly one segment, or to none: nothing is counted twice, nothing is dropped, and the sum over
all segments and "none" is always the total.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from kzg_desktop.domain.entities import AirSegment
from kzg_desktop.review.facts import Sent

__all__ = ["Attributed", "attribute"]


class Attributed(Struct, frozen=True):
    """An application with the segment it goes to, None for none.

    *late*: it was sent in the lag window after that segment. *other_job*: the form named another job than the card.
    """

    sent: Sent
    segment: AirSegment | None
    late: bool = False
    other_job: bool = False


def attribute(sent: Sequence[Sent], segments: Sequence[AirSegment], lag_s: int = 0) -> list[Attributed]:
    """Return each of *sent*, in its order, with its segment.

    It goes to the card that was on air when it was sent. Filling in a form takes a while: one that names the job of a
    card which left the air not more than *lag_s* before goes to that card instead, and so does any that was sent so
    soon after the last card when none was on air.
    """
    shown = _by_start(segments)
    starts = [segment.started_at for segment in shown]
    return [_attributed(one, shown[: bisect_right(starts, one.at)], lag_s * 1000) for one in sent]


def _by_start(segments: Sequence[AirSegment]) -> list[AirSegment]:
    """Return what viewers saw, by its start; a rehearsal they did not see."""
    return sorted((s for s in segments if not s.rehearsal), key=lambda s: (s.started_at, s.id))


def _attributed(one: Sent, started: Sequence[AirSegment], lag_ms: int) -> Attributed:
    on_air: AirSegment | None = None
    just_left: AirSegment | None = None
    for segment in reversed(started):
        if segment.ended_at is None or segment.ended_at > one.at:
            on_air = on_air or segment
        elif segment.ended_at + lag_ms > one.at:
            if segment.card.id == one.job_id and (on_air is None or on_air.card.id != one.job_id):
                return Attributed(one, segment, late=True)
            just_left = just_left or segment
        elif segment.started_at + _LONGEST_MS + lag_ms < one.at:
            break
    chosen = on_air or just_left
    if chosen is None:
        return Attributed(one, None)
    return Attributed(one, chosen, late=on_air is None, other_job=chosen.card.id != one.job_id)


_LONGEST_MS = 24 * 3_600_000
"""No card stays on air longer than a day: what began before need not be looked at."""
