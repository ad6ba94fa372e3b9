"""The funnel: how many came how far, at what rate, and how long it took."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import median

from msgspec import Struct

from kzg_desktop.review.facts import Sent
from kzg_desktop.review.rates import Rate, rate
from kzg_desktop.review.stages import STAGES, Stage, reached_rank, stage_at

__all__ = ["Funnel", "Step", "funnel", "funnels_by"]


class Step(Struct, frozen=True, kw_only=True):
    """One stage: how many came there, of those of the stage before, and after which time in the middle case.

    ``median_s`` is None where no time is known; ``timed`` says how many it is known of.
    """

    stage: Stage
    count: int
    of_before: Rate
    of_all: Rate
    median_s: int | None = None
    timed: int = 0


class Funnel(Struct, frozen=True, kw_only=True):
    """The steps of one group of applications. ``views`` stands before the sign-ups, 0 where it is not known.

    ``first_call_s`` is the median time from the sign-up to the first call, of the ``called`` who were called.
    """

    name: str
    views: int
    steps: tuple[Step, ...]
    first_call_s: int | None
    called: int

    @property
    def sign_up(self) -> Rate | None:
        """Sign-ups of views; None where views are not known, or fewer than sign-ups."""
        count = self.steps[0].count
        return rate(count, self.views) if count <= self.views else None


def funnel(sent: Sequence[Sent], *, name: str = "", views: int = 0) -> Funnel:
    """Return the funnel of these applications."""
    ranks = [reached_rank(one) for one in sent]
    steps: list[Step] = []
    came: Sequence[tuple[Sent, int]] = list(zip(sent, ranks, strict=True))
    for index, stage in enumerate(STAGES):
        before, came = len(came), [found for found in came if found[1] >= index]
        steps.append(_step(stage, [one for one, _rank in came], before, len(sent), STAGES[max(0, index - 1)]))
    waits = [one.first_call_at - one.at for one in sent if one.first_call_at >= one.at > 0]
    return Funnel(name=name, views=views, steps=tuple(steps), first_call_s=_median_s(waits), called=len(waits))


def funnels_by(sent: Iterable[Sent], group: Callable[[Sent], str]) -> list[Funnel]:
    """Return one funnel for each group, the largest first."""
    groups: dict[str, list[Sent]] = {}
    for one in sent:
        groups.setdefault(group(one), []).append(one)
    ordered = sorted(groups.items(), key=lambda found: (-len(found[1]), found[0]))
    return [funnel(members, name=name) for name, members in ordered]


def _step(stage: Stage, came: Sequence[Sent], before: int, total: int, stage_before: Stage) -> Step:
    times = ((stage_at(one, stage), stage_at(one, stage_before)) for one in came) if stage != "signed_up" else ()
    waits = [at - since for at, since in times if at >= since > 0]
    return Step(
        stage=stage,
        count=len(came),
        of_before=rate(len(came), before),
        of_all=rate(len(came), total),
        median_s=_median_s(waits),
        timed=len(waits),
    )


def _median_s(waits_ms: Sequence[int]) -> int | None:
    return round(median(waits_ms) / 1000) if waits_ms else None
