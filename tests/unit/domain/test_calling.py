"""When calls are answered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.calling import BestTime, HourRate, best_time
from kzg_desktop.domain.hiring import HistoryEntry
from tests.unit.domain.hr import DAY, HOUR, NOW


def call(hour: int, outcome: str = "answered", day: int = 0, kind: str = "attempt") -> HistoryEntry:
    """Return a call at that hour of the day in China."""
    at = NOW + (hour - 12) * HOUR + day * DAY + 59 * 60_000
    return HistoryEntry(
        id=f"{hour}{day}",
        application_id="a",
        employer_id="o",
        kind=kind,
        at=at,
        actor="li",
        after=outcome,  # type: ignore[arg-type]
    )


def calls(hour: int, answered: int, missed: int) -> list[HistoryEntry]:
    return [call(hour, "answered" if n < answered else "no_answer", n) for n in range(answered + missed)]


def test_a_persons_own_answers_tell_the_hour() -> None:
    own = [call(10, "no_answer"), call(10, "rejected", 1), call(19, "answered", 2)]
    assert BestTime("person", 3, (HourRate(19, 1, 1),)) == best_time(own, calls(9, 30, 0))


def test_too_few_calls_tell_nothing() -> None:
    assert BestTime(calls=2) == best_time([call(19), call(20)])
    assert BestTime(calls=1) == best_time([call(19)], calls(12, 20, 9))
    assert BestTime() == best_time([])


def test_where_the_person_never_answered_the_employers_calls_tell() -> None:
    own = calls(10, 0, 5)
    others = [*calls(10, 3, 12), *calls(12, 9, 3), *calls(19, 7, 1), *calls(21, 1, 0)]
    expected = (HourRate(19, 8, 7), HourRate(12, 12, 9), HourRate(10, 15, 3))
    assert BestTime("employer", 36, expected) == best_time(own, others)


def test_one_lucky_call_makes_no_best_hour() -> None:
    others = [*calls(8, 5, 0), *calls(18, 27, 3), *calls(14, 2, 20)]
    assert [18, 8, 14] == [rate.hour for rate in best_time([], others).hours]


def test_empty_numbers_and_other_lines_say_nothing_about_the_hour() -> None:
    noise = [call(3, "empty_number"), call(3, "answered", kind="note"), call(3, "answered", kind="reveal")]
    assert BestTime(calls=0) == best_time(noise * 3)


@given(st.lists(st.tuples(st.integers(0, 23), st.sampled_from(["answered", "no_answer", "rejected"])), max_size=60))
def test_hours_are_counted_right_and_the_order_of_calls_does_not_matter(made: list[tuple[int, str]]) -> None:
    entries = [call(hour, outcome, day) for day, (hour, outcome) in enumerate(made)]
    found = best_time([], entries)
    assert found == best_time([], entries[::-1])
    assert len(found.hours) <= 3
    assert (found.basis == "") == (not found.hours)
    for rate in found.hours:
        assert rate.calls == sum(hour == rate.hour for hour, _ in made) >= 5
        assert 0 < rate.answered == made.count((rate.hour, "answered"))
