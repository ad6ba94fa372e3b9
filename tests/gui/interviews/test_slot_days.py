from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QAbstractItemModelTester

from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.models.slot_days import PAST, DayHeading, SlotDays
from kzg_desktop.models.slot_plan import clashes, copies
from tests.fakes import NOON

HOUR, DAY = 3_600_000, 86_400_000
MIDNIGHT = china_midnight(NOON)
EVERY_DAY = range(7)


def slot(id_: str, at: int, **fields: object) -> InterviewSlot:
    return replace(
        InterviewSlot(id=id_, employer_id="o1", starts_at=MIDNIGHT + at, capacity=10, place="3 号门"), **fields
    )


@pytest.fixture
def days(qapp: object) -> SlotDays:
    model = SlotDays(lambda line: line.key)
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def keys(days: SlotDays) -> list[str]:
    return [
        line.key if not isinstance(line, DayHeading) else "past" if line.day == PAST else "day" for line in days.lines
    ]


def test_today_comes_first_and_the_past_is_folded_last(days: SlotDays) -> None:
    days.apply([slot("old", -DAY), slot("b", DAY), slot("a", 9 * HOUR), slot("older", -3 * DAY)], NOON)
    assert ["day", "a", "day", "b", "past"] == keys(days)
    days.fold(PAST, folded=False)
    assert ["day", "a", "day", "b", "past", "old", "older"] == keys(days)


def test_changes_keep_what_stays(days: SlotDays) -> None:
    days.apply([slot("a", 9 * HOUR), slot("b", 14 * HOUR), slot("c", DAY)], NOON)
    kept = days.index(days.row_of("b"))
    moves: list[str] = []
    days.modelReset.connect(lambda: moves.append("reset"))
    days.apply([slot("c", 8 * HOUR), slot("b", 14 * HOUR, booked=3)], NOON)
    assert ["day", "c", "b"] == keys(days)
    assert [] == moves
    assert 3 == days.line_at(kept.row()).slot.booked


def test_a_day_counts_what_is_booked(days: SlotDays) -> None:
    days.apply([slot("a", 9 * HOUR, booked=4), slot("b", 14 * HOUR, booked=10)], NOON)
    heading = days.line_at(0)
    assert (14, 20, 2) == (heading.booked, heading.capacity, heading.slots)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"starts_at": MIDNIGHT + 9 * HOUR + HOUR // 2}, ["b"]),
        ({"starts_at": MIDNIGHT + 10 * HOUR}, []),
        ({"starts_at": MIDNIGHT + 9 * HOUR, "place": "3号门 "}, ["b"]),
        ({"starts_at": MIDNIGHT + 9 * HOUR, "place": "4 号门"}, []),
        ({"starts_at": MIDNIGHT + 9 * HOUR, "place": ""}, []),
    ],
)
def test_one_place_at_one_time(other: dict[str, object], expected: list[str]) -> None:
    first = slot("a", 9 * HOUR)
    assert expected == [each.id for each in clashes(first, [first, slot("b", 0, **other)])]


def test_a_slot_without_a_place_needs_none() -> None:
    assert [] == clashes(slot("a", 0, place=""), [slot("b", 0, place="")])


def test_copies_are_empty_and_open_and_leave_out_what_is_there() -> None:
    original = slot("a", 9 * HOUR, booked=7, closed=True)
    there = slot("x", 2 * DAY + 9 * HOUR)
    plan = copies([original], [original, there], days=3, weekdays=EVERY_DAY)
    assert [MIDNIGHT + DAY + 9 * HOUR, MIDNIGHT + 3 * DAY + 9 * HOUR] == [each.starts_at for each in plan.new]
    assert [(0, False), (0, False)] == [(each.booked, each.closed) for each in plan.new]
    assert 1 == plan.known


def test_copies_keep_to_the_weekdays() -> None:
    tuesday = slot("a", 9 * HOUR)
    plan = copies([tuesday], [tuesday], days=7, weekdays={6})
    assert [MIDNIGHT + 5 * DAY + 9 * HOUR] == [each.starts_at for each in plan.new]


def test_the_same_copy_is_not_made_twice() -> None:
    twice = [slot("a", 9 * HOUR), slot("b", 9 * HOUR)]
    assert 1 == len(copies(twice, twice, days=1, weekdays=EVERY_DAY).new)


def test_what_cannot_be_chosen_says_why(days: SlotDays, until: Callable) -> None:
    days.apply([slot("a", 9 * HOUR)], NOON, lambda _slot: "full")
    assert "full" == days.line_at(1).obstacle
    assert not days.flags(days.index(1))
