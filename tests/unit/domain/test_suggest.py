from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzg_desktop.domain.entities import AirSegment, Job, LineupItem, Vacancy
from kzg_desktop.domain.suggest import Suggestion, suggest_next

MINUTE = 60_000


def job(id_: str, openings: int | None = 100) -> Job:
    return Job(id=id_, employer_id="o", hiring_organization="北辰电子", title=id_, total_job_openings=openings)


def item(id_: str, position: str, *, skipped: bool = False) -> LineupItem:
    return LineupItem(id=f"i-{id_}", broadcast_id="b", job_id=id_, employer_id="o", position=position, skipped=skipped)


def aired(id_: str, minutes: float, start: int = 0, *, open_end: bool = False) -> AirSegment:
    ended_at = None if open_end else start + round(minutes * MINUTE)
    return AirSegment(
        id=f"s-{id_}-{start}", broadcast_id="b", item_id=f"i-{id_}", card=job(id_), started_at=start, ended_at=ended_at
    )


LINEUP = [item("a", "a0"), item("b", "a1"), item("c", "a2")]
JOBS = {id_: job(id_) for id_ in "abc"}
ALL = [aired("a", 10), aired("b", 10, 10 * MINUTE), aired("c", 10, 20 * MINUTE)]


def suggest(
    counts: dict[str, int] | None = None,
    segments: list[AirSegment] | None = None,
    *,
    on_air: str | None = None,
    **more: Any,
) -> Suggestion | None:
    given = {"items": LINEUP, "jobs": JOBS, "vacancies": {}, "now_ms": 30 * MINUTE} | more
    return suggest_next(
        given["items"],
        given["jobs"],
        ALL if segments is None else segments,
        counts or {},
        given["vacancies"],
        given["now_ms"],
        on_air_item_id=on_air,
    )


def test_what_was_not_shown_comes_first_in_the_order_of_the_lineup() -> None:
    assert Suggestion(
        item_id="i-a", reason="not-shown", rate_per_min=None, applications=0, on_air_s=0, seats_left=100
    ) == suggest({}, [])
    found = suggest({"a": 500}, [aired("a", 1)])
    assert found is not None
    assert ("i-b", "not-shown") == (found.item_id, found.reason)


def test_the_card_on_air_is_not_next() -> None:
    found = suggest({}, [], on_air="i-a")
    assert found is not None
    assert "i-b" == found.item_id


def test_then_the_best_rate_wins_and_says_its_figures() -> None:
    expected = Suggestion(
        item_id="i-b", reason="best-rate", rate_per_min=4.0, applications=40, on_air_s=600, seats_left=100
    )
    assert expected == suggest({"a": 10, "b": 40, "c": 30})


def test_a_burst_in_the_first_seconds_does_not_beat_a_long_good_run() -> None:
    """Three in 20 s are nine a minute and 140 in 20 min are seven, which says much more."""
    segments = [aired("a", 1 / 3), aired("b", 20, MINUTE), aired("c", 20, 30 * MINUTE)]
    found = suggest({"a": 3, "b": 140, "c": 0}, segments)
    assert found is not None
    assert "i-b" == found.item_id


def test_few_seats_left_give_way_to_a_rate_that_is_nearly_as_good() -> None:
    vacancies = {"b": Vacancy(id="b", employer_id="o", accepted=98)}
    found = suggest({"a": 30, "b": 40, "c": 10}, vacancies=vacancies)
    assert found is not None
    assert ("i-a", "seats-left", 100) == (found.item_id, found.reason, found.seats_left)


def test_with_nothing_to_tell_cards_apart_the_lineup_decides_and_says_so() -> None:
    found = suggest({})
    assert found is not None
    assert ("i-a", "lineup-order", 0.0) == (found.item_id, found.reason, found.rate_per_min)


def test_time_of_a_card_that_is_still_on_air_counts_until_now() -> None:
    segments = [aired("a", 10), aired("b", 10, 10 * MINUTE), aired("c", 0, 20 * MINUTE, open_end=True)]
    found = suggest({"c": 300}, segments, on_air="i-a")
    assert found is not None
    assert ("i-c", 600, 30.0) == (found.item_id, found.on_air_s, found.rate_per_min)


def test_a_job_out_of_view_or_archived_is_not_suggested() -> None:
    jobs = {"b": replace(JOBS["b"], archived=True), "c": JOBS["c"]}
    found = suggest({}, [], jobs=jobs)
    assert found is not None
    assert "i-c" == found.item_id


def test_with_nothing_to_show_there_is_no_suggestion() -> None:
    assert None is suggest(items=[])
    assert None is suggest({}, items=[item("a", "a0")], on_air="i-a")


IDS = "abcdef"
CASES = st.fixed_dictionaries(
    {
        "counts": st.dictionaries(st.sampled_from(IDS), st.integers(0, 500)),
        "shown": st.dictionaries(st.sampled_from(IDS), st.integers(1, 3600)),
        "skipped": st.sets(st.sampled_from(IDS)),
        "openings": st.dictionaries(st.sampled_from(IDS), st.one_of(st.none(), st.integers(0, 30))),
        "vacancies": st.dictionaries(
            st.sampled_from(IDS), st.tuples(st.sampled_from(["open", "paused", "filled"]), st.integers(0, 30))
        ),
        "on_air": st.one_of(st.none(), st.sampled_from([f"i-{id_}" for id_ in IDS])),
    }
)


def asked(case: dict[str, Any], random: Any = None, times: int = 1) -> Suggestion | None:
    items = [item(id_, f"a{n}", skipped=id_ in case["skipped"]) for n, id_ in enumerate(IDS)]
    segments = [aired(id_, seconds / 60) for id_, seconds in case["shown"].items()]
    if random is not None:
        random.shuffle(items)
        random.shuffle(segments)
    return suggest(
        {id_: count * times for id_, count in case["counts"].items()},
        segments,
        items=items,
        jobs={id_: job(id_, case["openings"].get(id_, 100)) for id_ in IDS},
        vacancies={
            id_: Vacancy(id=id_, employer_id="o", state=state, accepted=accepted)
            for id_, (state, accepted) in case["vacancies"].items()
        },
        on_air=case["on_air"],
    )


def _has_seats(case: dict[str, Any], id_: str) -> bool:
    state, accepted = case["vacancies"].get(id_, ("open", 0))
    openings = case["openings"].get(id_, 100)
    return state == "open" and (openings is None or openings > accepted)


@given(CASES)
def test_what_cannot_be_shown_is_never_suggested(case: dict[str, Any]) -> None:
    found = asked(case)
    possible = {id_ for id_ in IDS if f"i-{id_}" != case["on_air"] and _has_seats(case, id_)} - case["skipped"]
    assert (not possible) == (found is None)
    if found is not None:
        id_ = found.item_id.removeprefix("i-")
        assert id_ in possible
        assert (found.reason == "not-shown") == (id_ not in case["shown"])
        assert (found.reason == "not-shown") == bool(possible - set(case["shown"]))


@given(CASES, st.randoms())
def test_the_order_of_what_is_given_does_not_matter(case: dict[str, Any], random: Any) -> None:
    assert asked(case) == asked(case, random)


@given(CASES, st.sampled_from([2, 4, 16]))
def test_a_platform_with_more_viewers_suggests_the_same(case: dict[str, Any], times: int) -> None:
    once, more = asked(case), asked(case, times=times)
    assert (once and (once.item_id, once.reason)) == (more and (more.item_id, more.reason))
