"""Funnels over all broadcasts with their times, by any one thing.

Totals come from an index that knows no times. For these every row is read, which takes a second or two at 360,000.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.review.funnel import Funnel, FunnelCount
from kzg_desktop.review.reading import Margin, Progress, no_progress
from kzg_desktop.review.stages import furthest_rank

__all__ = ["TimedBy", "read_funnels"]

TimedBy: TypeAlias = Margin | Literal["job"]
"""What funnels are by: broadcast, employer and job by their ids."""

_COLUMNS: dict[TimedBy, str] = {
    "broadcast": "broadcast_id",
    "employer": "employer_id",
    "job": "job_id",
    "city": "city",
    "age_band": "age_band",
    "channel": "channel",
}
_WALK = "SELECT {0}, received_at, status, handling FROM application NOT INDEXED WHERE n BETWEEN ? AND ?"
_PORTION = 20_000


class _Handled(Struct):
    """What a funnel needs of how an application was handled."""

    steps: dict[str, int] = {}
    milestone: int = 0
    first_called_at: int = 0


_handled = msgspec.json.Decoder(_Handled)
_UNTOUCHED = _Handled()


def read_funnels(
    connection: dbapi2.Connection,
    by: TimedBy,
    group: Callable[[str], str] = lambda key: key,
    progress: Progress = no_progress,
) -> list[Funnel]:
    """Return one funnel for each of what *group* says of the keys, the largest first, under that name."""
    counts: dict[str, FunnelCount] = {}
    groups: dict[str, FunnelCount] = {}
    least, greatest = connection.execute("SELECT min(n), max(n) FROM application").fetchone()
    for first in range(least, greatest + 1, _PORTION) if least is not None else ():
        last = min(first + _PORTION - 1, greatest)
        for key, at, status, handling in connection.execute(_WALK.format(_COLUMNS[by]), (first, last)):
            count = counts.get(key)
            if count is None:
                count = counts[key] = groups.setdefault(group(key), FunnelCount())
            if status == "new" and not handling:
                count.add_untouched()
            else:
                told = _handled.decode(handling) if handling else _UNTOUCHED
                rank = furthest_rank(status, told.steps, told.milestone)
                count.add(rank, at, told.steps, told.first_called_at)
        progress(last - least + 1, greatest - least + 1)
    ordered = sorted(groups.items(), key=lambda found: (-found[1].total, found[0]))
    return [count.made(name=name) for name, count in ordered]
