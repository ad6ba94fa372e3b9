"""The days of which there may be a digest: from the first broadcast until today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from kzg_desktop.domain.clock import china_day
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.review.reading import Totals

__all__ = ["LONGEST", "DayLine", "days_of"]

LONGEST = 3 * 366
"""So many days at the most: older ones are not looked up day by day."""


class DayLine(Struct, frozen=True, kw_only=True):
    """A day in China with the broadcasts that began on it, and what these brought; None while that is counted."""

    day: date
    broadcasts: int = 0
    sign_ups: int | None = 0


def days_of(broadcasts: Iterable[Broadcast], totals: Mapping[str, Totals] | None, now_ms: int) -> list[DayLine]:
    """Return each day from today (*now_ms*, UTC) back to that of the first broadcast, without gaps; none without one.

    A day without a broadcast is one, too: people are called and interviewed on it.
    """
    today = china_day(now_ms)
    by_day: dict[date, list[str]] = {}
    for one in broadcasts:
        if one.starts_at and (day := china_day(one.starts_at)) <= today:
            by_day.setdefault(day, []).append(one.id)
    if not by_day:
        return []
    count = min((today - min(by_day)).days + 1, LONGEST)
    return [_line(today - timedelta(days=back), by_day, totals) for back in range(count)]


def _line(day: date, by_day: Mapping[date, list[str]], totals: Mapping[str, Totals] | None) -> DayLine:
    ids = by_day.get(day, [])
    counted = sum(totals[id_].total for id_ in ids if id_ in totals) if totals is not None else None
    return DayLine(day=day, broadcasts=len(ids), sign_ups=counted)
