"""What each card brought minute by minute on air, one airing after the other: small charts of one scale."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kzg_desktop.domain.entities import AirSegment
from kzg_desktop.review.attribution import Attributed

__all__ = ["CardMinutes", "card_minutes"]

_MINUTE_MS = 60_000


class CardMinutes(Struct, frozen=True, kw_only=True):
    """One card: ``minutes[i]`` counts what was sent in minute i of its time on air.

    ``begins`` are the places among the minutes at which an airing begins. ``late`` counts what was sent in the lag
    window after an airing: it is in no minute.
    """

    job_id: str
    title: str
    employer: str
    minutes: tuple[int, ...]
    begins: tuple[int, ...]
    late: int = 0


def card_minutes(attributed: Sequence[Attributed], segments: Sequence[AirSegment], *, until: int) -> list[CardMinutes]:
    """Return one for each card shown, in the order first shown. *until* ends a segment that has not ended (UTC ms).

    The sum of all minutes and all late ones is everything attributed to a card.
    """
    counts: dict[str, list[int]] = {}
    by_job: dict[str, list[AirSegment]] = {}
    for segment in sorted((s for s in segments if not s.rehearsal), key=lambda s: (s.started_at, s.id)):
        counts[segment.id] = [0] * max(1, -(-(_end(segment, until) - segment.started_at) // _MINUTE_MS))
        by_job.setdefault(segment.card.id, []).append(segment)
    late: dict[str, int] = {}
    for one in attributed:
        if one.segment is None:
            continue
        bins, place = counts[one.segment.id], (one.sent.at - one.segment.started_at) // _MINUTE_MS
        if one.late or not 0 <= place < len(bins):
            late[one.segment.card.id] = late.get(one.segment.card.id, 0) + 1
        else:
            bins[place] += 1
    return [_joined(shown, counts, late.get(job_id, 0)) for job_id, shown in by_job.items()]


def _joined(shown: Sequence[AirSegment], counts: dict[str, list[int]], late: int) -> CardMinutes:
    minutes: list[int] = []
    begins: list[int] = []
    for segment in shown:
        begins.append(len(minutes))
        minutes += counts[segment.id]
    card = shown[-1].card
    return CardMinutes(
        job_id=card.id,
        title=card.title,
        employer=card.hiring_organization,
        minutes=tuple(minutes),
        begins=tuple(begins),
        late=late,
    )


def _end(segment: AirSegment, until: int) -> int:
    return segment.ended_at if segment.ended_at is not None else max(until, segment.started_at)
