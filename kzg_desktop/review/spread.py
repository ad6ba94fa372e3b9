"""Totals over all broadcasts, spread by one thing at a time, and the funnels that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.review.funnel import Funnel, Step
from kzg_desktop.review.rates import rate
from kzg_desktop.review.reading import Totals, read_margins
from kzg_desktop.review.stages import STAGES

__all__ = ["NOTHING_SPREAD", "Spread", "merged", "read_spread", "totals_funnel", "totals_funnels"]


class Spread(Struct, frozen=True, kw_only=True):
    """Totals of everything cached by broadcast id, employer id, city, age band and channel; each sums up to all."""

    broadcast: dict[str, Totals] = {}
    employer: dict[str, Totals] = {}
    city: dict[str, Totals] = {}
    age_band: dict[str, Totals] = {}
    channel: dict[str, Totals] = {}


NOTHING_SPREAD = Spread()


def read_spread(connection: dbapi2.Connection) -> Spread:
    """Return totals of everything cached."""
    return Spread(**read_margins(connection))


def merged(by_key: Mapping[str, Totals], group: Callable[[str], str]) -> dict[str, Totals]:
    """Return totals by what *group* says of each key: by host, from totals by broadcast."""
    found: dict[str, Totals] = {}
    for key, totals in by_key.items():
        found.setdefault(group(key), Totals(stages={})).add(totals)
    return found


def totals_funnel(name: str, totals: Totals) -> Funnel:
    """Return totals as a funnel; totals know no times."""
    steps: list[Step] = []
    before = totals.total
    for stage in STAGES:
        count = totals.stages.get(stage, 0)
        steps.append(
            Step(stage=stage, count=count, of_before=rate(count, before), of_all=rate(count, totals.total)),
        )
        before = count
    return Funnel(name=name, views=0, steps=tuple(steps), first_call_s=None, called=0)


def totals_funnels(by_key: Mapping[str, Totals]) -> list[Funnel]:
    """Return one funnel for each key, the largest first."""
    ordered = sorted(by_key.items(), key=lambda found: (-found[1].total, found[0]))
    return [totals_funnel(key, totals) for key, totals in ordered]
