"""Broadcasts, hosts or cards side by side, with no more certainty than the numbers give."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from kzg_desktop.review.funnel import Funnel
from kzg_desktop.review.rates import TOO_FEW, Rate, differ
from kzg_desktop.review.stages import STAGES, Stage

__all__ = ["Compared", "Tempo", "compare", "faster", "tempo"]

_Z = 1.959964
"""95 %."""


class Compared(Struct, frozen=True, kw_only=True):
    """One stage over several groups: each group's rate of all, and which is better for sure.

    ``best`` is the index of the group that is better than every other one, None where that cannot be told.
    """

    stage: Stage
    rates: tuple[Rate, ...]
    best: int | None


class Tempo(Struct, frozen=True):
    """Applications a minute, with the interval in which the true tempo lies in 19 of 20 cases."""

    count: int
    minutes: float
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """Applications a minute; None where there was no time."""
        return self.count / self.minutes if self.minutes else None

    @property
    def too_few(self) -> bool:
        """Whether it says too little to go by."""
        return self.count < TOO_FEW


def compare(funnels: Sequence[Funnel]) -> list[Compared]:
    """Return each stage but the first, which all have come to, over *funnels*."""
    compared = []
    for index, stage in enumerate(STAGES[1:], start=1):
        rates = tuple(found.steps[index].of_all for found in funnels)
        compared.append(Compared(stage=stage, rates=rates, best=_best(rates)))
    return compared


def tempo(count: int, seconds: float) -> Tempo:
    """Return a tempo with its interval: counts scatter by their square root (the score interval of a Poisson rate)."""
    minutes = seconds / 60
    if minutes <= 0:
        return Tempo(count, 0.0, 0.0, 0.0)
    middle, half = count + _Z * _Z / 2, _Z * sqrt(count + _Z * _Z / 4)
    return Tempo(count, minutes, max(0.0, middle - half) / minutes, (middle + half) / minutes)


def faster(one: Tempo, other: Tempo) -> bool | None:
    """Whether *one* is faster than *other* for sure; None: too few to tell, or no difference to be seen."""
    if one.too_few or other.too_few or not (one.low > other.high or other.low > one.high):
        return None
    return one.low > other.high


def _best(rates: Sequence[Rate]) -> int | None:
    if len(rates) < 2:
        return None
    first = max(range(len(rates)), key=lambda index: rates[index].value or 0.0)
    others = [found for index, found in enumerate(rates) if index != first]
    return first if all(differ(rates[first], other) for other in others) else None
