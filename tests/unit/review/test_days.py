"""The days of which there may be a digest."""

from __future__ import annotations

from datetime import date

from kzg_desktop.domain.clock import DAY_MS, china_midnight
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.review.days import LONGEST, DayLine, days_of
from kzg_desktop.review.reading import Totals

MIDNIGHT = china_midnight(1_788_264_000_000)
"""2026-09-01 00:00 in China."""


def broadcast(id_: str, at: int) -> Broadcast:
    return Broadcast(id=id_, title=id_, starts_at=at)


def test_every_day_from_today_back_to_the_first_broadcast() -> None:
    shows = [
        broadcast("a", MIDNIGHT - 1),
        broadcast("b", MIDNIGHT),
        broadcast("c", MIDNIGHT + DAY_MS - 1),
        broadcast("planned", MIDNIGHT + 5 * DAY_MS),
        broadcast("undated", 0),
    ]
    totals = {"a": Totals(total=3), "b": Totals(total=4), "c": Totals(total=5), "planned": Totals(total=9)}
    assert [
        DayLine(day=date(2026, 9, 2)),
        DayLine(day=date(2026, 9, 1), broadcasts=2, sign_ups=9),
        DayLine(day=date(2026, 8, 31), broadcasts=1, sign_ups=3),
    ] == days_of(shows, totals, MIDNIGHT + DAY_MS)


def test_while_it_is_counted_nothing_is_said_of_sign_ups() -> None:
    (today,) = days_of([broadcast("b", MIDNIGHT)], None, MIDNIGHT)
    assert (1, None) == (today.broadcasts, today.sign_ups)


def test_no_broadcast_yet_no_day_and_not_too_many() -> None:
    assert [] == days_of([broadcast("planned", MIDNIGHT + DAY_MS)], None, MIDNIGHT)
    assert LONGEST == len(days_of([broadcast("old", MIDNIGHT - 9 * 366 * DAY_MS)], None, MIDNIGHT))
