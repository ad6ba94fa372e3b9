"""The funnel: how many came how far, at what rate, and how long it took."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from statistics import median

from msgspec import Struct

from kzg_desktop.review.facts import Sent
from kzg_desktop.review.rates import Rate, rate
from kzg_desktop.review.stages import ENTERED_BY, STAGES, Stage, reached_rank

__all__ = ["Funnel", "FunnelCount", "Step", "funnel", "funnels_by"]


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


class FunnelCount:
    """Counts one application after the other, and makes the funnel of all of them."""

    def __init__(self) -> None:
        self._ranks = [0] * len(STAGES)
        self._waits = [array("q") for _ in STAGES]
        self._calls = array("q")

    @property
    def total(self) -> int:
        """How many are counted."""
        return sum(self._ranks)

    def add_untouched(self) -> None:
        """Count one that nobody has called yet."""
        self._ranks[0] += 1

    def add(self, rank: int, at: int, steps: Mapping[str, int], first_call_at: int) -> None:
        """Count one that was sent *at*, came to the stage of that *rank*, and took these *steps* (UTC ms)."""
        self._ranks[rank] += 1
        if first_call_at >= at > 0:
            self._calls.append(first_call_at - at)
        since = at
        for place in range(1, rank + 1 if steps else 0):
            entered = steps.get(ENTERED_BY[place], 0)
            if entered >= since > 0:
                self._waits[place].append(entered - since)
            since = entered

    def made(self, *, name: str = "", views: int = 0) -> Funnel:
        """Return the funnel."""
        came = list(accumulate(reversed(self._ranks)))[::-1]
        steps = tuple(
            Step(
                stage=stage,
                count=came[place],
                of_before=rate(came[place], came[max(0, place - 1)]),
                of_all=rate(came[place], came[0]),
                median_s=_median_s(self._waits[place]),
                timed=len(self._waits[place]),
            )
            for place, stage in enumerate(STAGES)
        )
        return Funnel(name=name, views=views, steps=steps, first_call_s=_median_s(self._calls), called=len(self._calls))


def funnel(sent: Sequence[Sent], *, name: str = "", views: int = 0) -> Funnel:
    """Return the funnel of these applications."""
    count = FunnelCount()
    for one in sent:
        count.add(reached_rank(one), one.at, one.steps, one.first_call_at)
    return count.made(name=name, views=views)


def funnels_by(sent: Iterable[Sent], group: Callable[[Sent], str]) -> list[Funnel]:
    """Return one funnel for each group, the largest first."""
    groups: dict[str, list[Sent]] = {}
    for one in sent:
        groups.setdefault(group(one), []).append(one)
    ordered = sorted(groups.items(), key=lambda found: (-len(found[1]), found[0]))
    return [funnel(members, name=name) for name, members in ordered]


def _median_s(waits_ms: Sequence[int]) -> int | None:
    return round(median(waits_ms) / 1000) if waits_ms else None
