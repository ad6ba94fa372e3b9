"""What a review reads from the cache: applications without names, and totals over all broadcasts in SQL."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.domain.hiring import Handling
from kzg_desktop.review.facts import Sent
from kzg_desktop.review.stages import STAGES, Stage, reached_rank

__all__ = ["GroupTotals", "Totals", "read_sent", "read_totals"]

_SENT = (
    "SELECT n, received_at, job_id, employer_id, job_title, channel, city, age_band, repeat, status, handling"
    " FROM application WHERE broadcast_id = ? ORDER BY received_at, n"
)
_HANDLED = "CASE handling WHEN '' THEN '{}' ELSE handling END"
_TOTALS = (
    "SELECT broadcast_id, employer_id, city, age_band, channel, status, coalesce(json_extract(h, '$.milestone'), 0),"  # noqa: S608 -- names of our own
    " coalesce(json_extract(h, '$.steps'), '{}'), count(*), sum(repeat)"
    f" FROM (SELECT *, {_HANDLED} AS h FROM application) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"
)
"""Steps have times: those that somebody handled are groups of one. The many that nobody touched are few groups."""

_handling = msgspec.json.Decoder(Handling)
_steps = msgspec.json.Decoder(dict[str, int])
_UNTOUCHED = Handling()


class Totals(Struct, kw_only=True):
    """Counts of one group of applications: all, those of people who applied before, and how far they came."""

    total: int = 0
    repeats: int = 0
    stages: dict[Stage, int] = {}

    def add(self, other: Totals) -> None:
        """Count *other*, too."""
        self.total += other.total
        self.repeats += other.repeats
        for stage, count in other.stages.items():
            self.stages[stage] = self.stages.get(stage, 0) + count


class GroupTotals(Struct, frozen=True, kw_only=True):
    """Totals of the applications that agree in all of these."""

    broadcast_id: str
    employer_id: str
    city: str
    age_band: str
    channel: str
    totals: Totals


def read_sent(connection: dbapi2.Connection, broadcast_id: str) -> list[Sent]:
    """Return all applications of a broadcast by time."""
    return [_sent(row) for row in connection.execute(_SENT, (broadcast_id,))]


def read_totals(connection: dbapi2.Connection) -> list[GroupTotals]:
    """Return totals of all broadcasts by employer, city, age band and channel; their sum is everything cached."""
    groups: dict[tuple[Any, ...], Totals] = {}
    for *key, status, milestone, steps, count, repeats in connection.execute(_TOTALS):
        stages = _stages(status, milestone, _steps.decode(steps))
        found = Totals(total=count, repeats=repeats, stages=dict.fromkeys(stages, count))
        groups.setdefault(tuple(key), Totals()).add(found)
    return [
        GroupTotals(broadcast_id=b, employer_id=e, city=c, age_band=a, channel=h, totals=totals)
        for (b, e, c, a, h), totals in groups.items()
    ]


def _stages(status: str, milestone: int, steps: dict[str, int]) -> Iterable[Stage]:
    one = Sent(n=0, at=0, job_id="", status=status, milestone=milestone, steps=steps)
    return STAGES[: reached_rank(one) + 1]


def _sent(row: tuple[Any, ...]) -> Sent:
    n, at, job_id, employer_id, job_title, channel, city, age_band, repeat, status, text = row
    handling = _handling.decode(text) if text else _UNTOUCHED
    return Sent(
        n=n,
        at=at,
        job_id=job_id,
        employer_id=employer_id,
        job_title=job_title,
        channel=channel,
        city=city,
        age_band=age_band,
        repeat=bool(repeat),
        status=status,
        steps=handling.steps,
        milestone=handling.milestone,
        exit_reason=handling.exit_reason,
        first_call_at=handling.first_called_at,
    )
