"""Rates with their uncertainty: a figure from few cases says so."""

from __future__ import annotations

from math import sqrt

from msgspec import Struct

__all__ = ["TOO_FEW", "Rate", "differ", "rate"]

TOO_FEW = 20
"""Below so many cases a rate is "too few to tell"."""

_Z = 1.959964
"""95 %."""


class Rate(Struct, frozen=True):
    """*part* of *whole*, with the interval from *low* to *high* in which the true rate lies in 19 of 20 cases."""

    part: int
    whole: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The rate, 0 to 1; None of nothing."""
        return self.part / self.whole if self.whole else None

    @property
    def too_few(self) -> bool:
        """Whether it says too little to go by."""
        return self.whole < TOO_FEW


def rate(part: int, whole: int) -> Rate:
    """Return the rate with its Wilson score interval (E. B. Wilson 1927), right for small numbers and near 0 and 1.

    Raises:
        ValueError: *part* is not within *whole*.
    """
    if not 0 <= part <= whole:
        raise ValueError(f"{part} is no part of {whole}")
    if not whole:
        return Rate(0, 0, 0.0, 1.0)
    share, z2 = part / whole, _Z * _Z
    middle = (share + z2 / (2 * whole)) / (1 + z2 / whole)
    half = _Z / (1 + z2 / whole) * sqrt(share * (1 - share) / whole + z2 / (4 * whole * whole))
    return Rate(part, whole, max(0.0, middle - half), min(1.0, middle + half))


def differ(one: Rate, other: Rate) -> bool | None:
    """Whether two rates differ, judged by intervals that do not touch; None: too few to tell."""
    if one.too_few or other.too_few:
        return None
    return one.low > other.high or other.low > one.high
