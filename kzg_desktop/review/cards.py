"""What each card brought: over all its airings, or airing by airing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kzg_desktop.domain.entities import AirSegment
from kzg_desktop.review.attribution import Attributed
from kzg_desktop.review.facts import Sent
from kzg_desktop.review.funnel import Funnel, funnel
from kzg_desktop.review.rates import Rate, rate

__all__ = ["CardResult", "card_results", "on_air_s"]


class CardResult(Struct, frozen=True, kw_only=True):
    """One card, or, with ``job_id`` "", what came while no card was on air.

    ``on_air_s`` of ``planned_s``, over ``airings``. ``sent`` are the applications attributed to it; ``named`` counts
    those whose form named its job, whatever was on air. ``share`` is its part of all. ``cost_yuan`` where it is known.
    """

    job_id: str
    title: str
    employer: str
    airings: int
    planned_s: int
    on_air_s: int
    sent: Sequence[Sent]
    outcome: Funnel
    exits: dict[str, int]
    named: int = 0
    share: Rate = rate(0, 0)
    cost_yuan: int | None = None

    @property
    def per_minute(self) -> float | None:
        """Applications a minute on air; None where it never was, or for less than half a minute."""
        return len(self.sent) * 60 / self.on_air_s if self.on_air_s >= _SHORTEST_S else None

    @property
    def cost_each_yuan(self) -> float | None:
        """What one application cost."""
        return self.cost_yuan / len(self.sent) if self.cost_yuan is not None and self.sent else None


_SHORTEST_S = 30


def card_results(
    attributed: Sequence[Attributed], segments: Sequence[AirSegment], *, until: int, costs: dict[str, int] | None = None
) -> list[CardResult]:
    """Return one result for each job shown or named, in the order first shown; what went to no card comes last.

    *until* ends a segment that has not ended (UTC ms). The sum of all ``sent`` is all that was attributed.
    """
    shown = [s for s in sorted(segments, key=lambda s: (s.started_at, s.id)) if not s.rehearsal]
    airings: dict[str, list[AirSegment]] = {}
    for segment in shown:
        airings.setdefault(segment.card.id, []).append(segment)
    sent: dict[str, list[Sent]] = {job_id: [] for job_id in airings}
    for one in attributed:
        sent.setdefault("" if one.segment is None else one.segment.card.id, []).append(one.sent)
    named = _named(attributed)
    results = [
        _result(job_id, airings.get(job_id, []), members, until)
        for job_id, members in sent.items()
        if job_id or members
    ]
    return [
        replace(
            result,
            named=named.get(result.job_id, 0) if result.job_id else 0,
            share=rate(len(result.sent), len(attributed)),
            cost_yuan=(costs or {}).get(result.job_id),
        )
        for result in results
    ]


def on_air_s(segments: Sequence[AirSegment], until: int) -> int:
    """Return for how many seconds these were on air, all together."""
    return sum(max(0, (s.ended_at if s.ended_at is not None else until) - s.started_at) for s in segments) // 1000


def _named(attributed: Sequence[Attributed]) -> dict[str, int]:
    named: dict[str, int] = {}
    for one in attributed:
        named[one.sent.job_id] = named.get(one.sent.job_id, 0) + 1
    return named


def _result(job_id: str, airings: Sequence[AirSegment], sent: Sequence[Sent], until: int) -> CardResult:
    card = airings[-1].card if airings else None
    return CardResult(
        job_id=job_id,
        title=card.title if card is not None else "",
        employer=card.hiring_organization if card is not None else "",
        airings=len(airings),
        planned_s=sum(s.planned_s for s in airings),
        on_air_s=on_air_s(airings, until),
        sent=sent,
        outcome=funnel(sent),
        exits=dict(Counter(one.exit_reason or "other" for one in sent if one.status == "left")),
    )
