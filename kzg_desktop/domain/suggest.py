"""Which card to show next; the host decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.entities import AirSegment, Job, LineupItem, Vacancy
from kzg_desktop.domain.vacancy import seats_left

__all__ = ["HALF_SEATS", "PRIOR_MIN", "Suggestion", "SuggestionReason", "suggest_next"]

SuggestionReason: TypeAlias = Literal["not-shown", "best-rate", "seats-left", "lineup-order"]
"""Not shown yet; most applications a minute; a good rate and more seats than one with a better rate; nothing speaks
for one card more than for another, so the first of the lineup."""

PRIOR_MIN = 5.0
"""With this many minutes on air, a card's own rate and that of the whole broadcast count alike."""

HALF_SEATS = 5
"""With this many seats left, a card's rate counts half."""


class Suggestion(Struct, frozen=True, kw_only=True):
    """A lineup item and why: what its job brought in this broadcast so far.

    ``rate_per_min`` is ``applications`` over the time on air, None before it was on air; ``seats_left`` is None when
    the job does not say how many it takes.
    """

    item_id: str
    reason: SuggestionReason
    rate_per_min: float | None
    applications: int
    on_air_s: int
    seats_left: int | None


class _Candidate(Struct, frozen=True, kw_only=True):
    item: LineupItem
    on_air_ms: int
    applications: int
    seats: int | None

    @property
    def minutes(self) -> float:
        return self.on_air_ms / 60_000

    @property
    def weight(self) -> float:
        return 1.0 if self.seats is None else self.seats / (self.seats + HALF_SEATS)

    def expected(self, usual: float) -> float:
        """Return the applications a minute to expect, where *usual* is the broadcast's."""
        return (self.applications + PRIOR_MIN * usual) / (self.minutes + PRIOR_MIN)


def suggest_next(  # noqa: PLR0917 -- what is there, in the order of the domain; a Struct of it would be made for one call
    items: Iterable[LineupItem],
    jobs_by_id: Mapping[str, Job],
    segments: Iterable[AirSegment],
    applications_by_job: Mapping[str, int],
    vacancies: Mapping[str, Vacancy],
    now_ms: int,
    *,
    on_air_item_id: str | None,
) -> Suggestion | None:
    """Return the card to show next, or None when none can be shown.

    *segments* are those of this broadcast that viewers saw (no rehearsals), *applications_by_job* its applications.
    What is skipped, on air, archived, paused, filled or full is never suggested, nor a job that is out of view.

    Cards that were not on air yet come first, in the order of the lineup, however little time is left. Then the
    greatest ``rate * weight`` wins, the first of the lineup among equals:

    - ``rate = (a + k*m) / (t + k)`` from the job's applications *a* and minutes on air *t*, with the broadcast's
      applications a minute *m* as if it had been seen for *k* = :data:`PRIOR_MIN` minutes: the mean of a Poisson rate
      under a gamma prior. Two applications in a card's first twenty seconds do not make it the best of the evening.
    - ``weight = s / (s + h)`` from the seats left *s* and *h* = :data:`HALF_SEATS`; 1 when the job names no number.
    """
    shown = list(segments)
    air = _time_on_air(shown, now_ms)
    lineup = sorted(items, key=lambda item: (item.position, item.id))
    candidates = [
        _Candidate(
            item=item,
            on_air_ms=air.get(item.job_id, 0),
            applications=applications_by_job.get(item.job_id, 0),
            seats=seats_left(jobs_by_id[item.job_id], vacancies.get(item.job_id)),
        )
        for item in lineup
        if item.id != on_air_item_id and _can_be_shown(item, jobs_by_id, vacancies)
    ]
    seen = {segment.item_id for segment in shown}
    unseen = [one for one in candidates if one.item.id not in seen]
    if unseen:
        return _suggestion(unseen[0], "not-shown")
    usual = _usual_rate(air, applications_by_job)
    return _best(candidates, usual) if candidates else None


def _can_be_shown(item: LineupItem, jobs_by_id: Mapping[str, Job], vacancies: Mapping[str, Vacancy]) -> bool:
    job, vacancy = jobs_by_id.get(item.job_id), vacancies.get(item.job_id)
    if item.skipped or job is None or job.archived:
        return False
    return (vacancy is None or vacancy.state == "open") and seats_left(job, vacancy) != 0


def _time_on_air(segments: Iterable[AirSegment], now_ms: int) -> dict[str, int]:
    """Return milliseconds on air by job."""
    air: dict[str, int] = {}
    for segment in segments:
        ended_at = now_ms if segment.ended_at is None else segment.ended_at
        air[segment.card.id] = air.get(segment.card.id, 0) + max(0, ended_at - segment.started_at)
    return air


def _usual_rate(air: Mapping[str, int], applications_by_job: Mapping[str, int]) -> float:
    """Return applications a minute of all jobs that were on air."""
    total_ms = sum(air.values())
    return sum(applications_by_job.get(job_id, 0) for job_id in air) * 60_000 / total_ms if total_ms else 0.0


def _best(candidates: list[_Candidate], usual: float) -> Suggestion:
    scores = [one.expected(usual) * one.weight for one in candidates]
    best = candidates[scores.index(max(scores))]
    if len(candidates) > 1 and min(scores) == max(scores):
        return _suggestion(best, "lineup-order")
    ahead = max(one.expected(usual) for one in candidates)
    return _suggestion(best, "best-rate" if best.expected(usual) == ahead else "seats-left")


def _suggestion(one: _Candidate, reason: SuggestionReason) -> Suggestion:
    return Suggestion(
        item_id=one.item.id,
        reason=reason,
        rate_per_min=one.applications / one.minutes if one.on_air_ms else None,
        applications=one.applications,
        on_air_s=one.on_air_ms // 1000,
        seats_left=one.seats,
    )
