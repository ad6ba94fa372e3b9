"""What a review says in one number each, counted once and not on the thread that paints."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kzg_desktop.review.attribution import Attributed

__all__ = ["Sums", "sums"]


class Sums(Struct, frozen=True, kw_only=True):
    """Of ``total`` applications: those of people who applied before, and those attributed in some way.

    ``other_jobs`` name another job than the card that they are attributed to, ``late`` ones came in the lag window,
    and ``none`` are attributed to no card.
    """

    total: int
    repeats: int
    other_jobs: int
    late: int
    none: int


def sums(attributed: Sequence[Attributed]) -> Sums:
    """Return the sums of *attributed*."""
    return Sums(
        total=len(attributed),
        repeats=sum(one.sent.repeat for one in attributed),
        other_jobs=sum(one.other_job for one in attributed),
        late=sum(one.late for one in attributed),
        none=sum(one.segment is None for one in attributed),
    )
