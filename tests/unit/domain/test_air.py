"""What goes on air and off it: modes, rehearsals, locks, and the as-run log that tells of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzg_desktop.domain.actions import (
    ClearAir,
    MoveInLineup,
    PlanLineupItem,
    PutBroadcast,
    RemoveFromLineup,
    SetMode,
    SkipLineupItem,
    TakeCard,
    decode_action,
)
from kzg_desktop.domain.attribution import on_air_at, open_segment
from kzg_desktop.domain.entities import AirEvent, Broadcast, Mode
from kzg_desktop.errors import Refusal
from tests.unit.domain.book import CARD, OTHER, MemoryBook, on_stage


def take(id_: str, *, rehearsal: bool = False, item_id: str = "i") -> TakeCard:
    card = CARD if item_id == "i" else OTHER
    return TakeCard(segment_id=id_, broadcast_id="b", item_id=item_id, card=card, planned_s=60, rehearsal=rehearsal)


def mode(to: Mode, event_id: str = "m") -> SetMode:
    return SetMode(broadcast_id="b", mode=to, event_id=event_id)


def clear(event_id: str = "c") -> ClearAir:
    return ClearAir(broadcast_id="b", event_id=event_id)


def test_a_change_of_mode_is_kept_and_told() -> None:
    book = on_stage()
    book.do(SetMode(broadcast_id="b", mode="on_air", event_id="m", trigger="mouse"), 10, "host")
    assert ("on_air", 10) == (book.broadcast().mode, book.broadcast().mode_since)
    expected = AirEvent(id="m", broadcast_id="b", kind="mode", at=10, mode="on_air", operator="host", trigger="mouse")
    assert [expected] == book.events()
    assert "" == expected.scope, "everybody sees whether a broadcast is on air"


@pytest.mark.parametrize("rehearsal", [False, True])
@pytest.mark.parametrize("to", ["prepare", "rehearse", "on_air"])
def test_a_change_of_mode_ends_what_is_on_air(to: Mode, rehearsal: bool) -> None:
    book = on_stage()
    book.do(take("s", rehearsal=rehearsal), 10)
    book.do(mode(to), 20)
    assert 20 == book.segment("s").ended_at


def test_a_change_of_mode_that_comes_late_is_told_and_changes_nothing() -> None:
    book = on_stage()
    book.do(mode("on_air", "m1"), 50)
    book.do(take("s"), 60)
    [event] = book.do(mode("prepare", "m2"), 40)
    assert isinstance(event, AirEvent)
    assert ("m2", 40, "prepare") == (event.id, event.at, event.mode)
    assert ("on_air", 50) == (book.broadcast().mode, book.broadcast().mode_since)
    assert None is book.segment("s").ended_at
    assert ["m2", "m1", "s"] == [event.id for event in book.events()]


def test_editing_a_broadcast_keeps_its_mode() -> None:
    book = on_stage()
    book.do(PutBroadcast(broadcast=Broadcast(id="b", title="改名", mode="on_air", mode_since=99)))
    assert Broadcast(id="b", title="改名") == book.broadcast()
    book.do(mode("rehearse"), 10)
    book.do(PutBroadcast(broadcast=Broadcast(id="b", title="再改")))
    assert Broadcast(id="b", title="再改", mode="rehearse", mode_since=10) == book.broadcast()


def test_a_new_broadcast_begins_in_preparation() -> None:
    book = MemoryBook()
    book.do(PutBroadcast(broadcast=Broadcast(id="b", title="B", mode="on_air", mode_since=99)))
    assert Broadcast(id="b", title="B") == book.broadcast()


def test_a_mode_needs_its_broadcast() -> None:
    with pytest.raises(Refusal):
        MemoryBook().do(mode("on_air"))


def test_rehearsals_and_what_viewers_see_do_not_end_each_other() -> None:
    book = on_stage()
    book.do(take("real"), 10)
    book.do(take("rehearsed", rehearsal=True), 20)
    assert (None, None) == (book.segment("real").ended_at, book.segment("rehearsed").ended_at)
    book.do(take("real-2"), 30)
    assert (30, None) == (book.segment("real").ended_at, book.segment("rehearsed").ended_at)
    book.do(take("rehearsed-2", rehearsal=True), 40)
    assert (40, None) == (book.segment("rehearsed").ended_at, book.segment("real-2").ended_at)


def test_a_rehearsal_is_never_what_viewers_saw() -> None:
    book = on_stage()
    book.do(take("rehearsed", rehearsal=True), 10)
    assert None is on_air_at(book.segments("b"), 15)
    book.do(take("real"), 5)
    found = on_air_at(book.segments("b"), 15)
    assert found is not None
    assert "real" == found.id


def test_a_clear_takes_everything_off_and_tells_of_what_viewers_saw() -> None:
    book = on_stage()
    book.do(take("real"), 10)
    book.do(take("rehearsed", rehearsal=True, item_id="l"), 20)
    book.do(ClearAir(broadcast_id="b", event_id="c", trigger="api"), 30, "host")
    assert None is open_segment(book.segments("b"))
    expected = AirEvent(
        id="c",
        broadcast_id="b",
        kind="clear",
        at=30,
        mode="on_air",
        operator="host",
        trigger="api",
        segment_id="real",
        item_id="i",
        employer_id="o",
        employer="北辰电子",
        title="装配工",
    )
    assert expected == book.events()[-1]


def test_a_clear_of_nothing_is_nothing() -> None:
    book = on_stage()
    assert [] == book.do(clear())


def test_a_clear_from_before_there_was_a_log_has_an_event_too() -> None:
    book = on_stage()
    book.do(take("s"), 10)
    action = decode_action(b'{"kind":"air.clear","broadcast_id":"b"}')
    assert ["s", "s-clear"] == [row.id for row in book.do(action, 20) if row is not None]


def test_a_take_tells_of_its_findings_and_why_it_was_taken_all_the_same() -> None:
    book = on_stage()
    book.do(replace(take("s"), findings=("SEX", "FEE"), override="矿山井下岗位"), 10)
    [event] = book.events()
    assert (("SEX", "FEE"), "矿山井下岗位", "on_air") == (event.findings, event.override, event.mode)
    book.do(take("t", rehearsal=True), 20)
    assert "rehearse" == book.events()[-1].mode


def test_what_is_showing_can_be_neither_removed_nor_skipped() -> None:
    book = on_stage()
    book.do(take("s"), 10)
    for action in (RemoveFromLineup(item_id="i"), SkipLineupItem(item_id="i", skipped=True)):
        with pytest.raises(Refusal, match="on air") as caught:
            book.do(action, 20)
        assert "not-possible" == caught.value.type
    book.do(clear(), 30)
    book.do(SkipLineupItem(item_id="i", skipped=True), 40)
    book.do(RemoveFromLineup(item_id="i"), 50)


def test_what_comes_and_what_is_only_rehearsed_can_be_edited() -> None:
    book = on_stage()
    book.do(take("s"), 10)
    book.do(take("t", rehearsal=True, item_id="l"), 10)
    book.do(MoveInLineup(item_id="i", position="a9"), 20)
    book.do(PlanLineupItem(item_id="i", planned_s=120), 20)
    book.do(SkipLineupItem(item_id="i", skipped=False), 20)
    book.do(SkipLineupItem(item_id="l", skipped=True), 20)
    book.do(RemoveFromLineup(item_id="l"), 20)


@pytest.mark.parametrize(("to", "expected"), [("prepare", 50), ("rehearse", 50), ("on_air", None)])
def test_a_take_that_comes_after_its_mode_has_ended_ended_with_it(to: Mode, expected: int | None) -> None:
    book = on_stage()
    book.do(mode(to), 50)
    book.do(take("late"), 20)
    assert expected == book.segment("late").ended_at


@pytest.mark.parametrize(("was", "rehearsal"), [("on_air", False), ("rehearse", True)])
def test_a_take_on_a_desk_that_had_not_heard_of_the_end_is_told_and_not_on_air(was: Mode, rehearsal: bool) -> None:
    book = on_stage()
    book.do(mode(was, "m1"), 10)
    book.do(mode("prepare", "m2"), 50)
    book.do(take("stray", rehearsal=rehearsal), 60)
    assert None is open_segment(book.segments("b"))
    assert (60, 60) == (book.segment("stray").started_at, book.segment("stray").ended_at)
    assert "stray" == book.events()[-1].id


@pytest.mark.parametrize("to", ["rehearse", "on_air"])
def test_two_desks_that_go_on_air_at_once_do_so_once(to: Mode) -> None:
    book = on_stage()
    book.do(mode(to, "m1"), 10)
    book.do(take("s", rehearsal=to == "rehearse"), 20)
    book.do(mode(to, "m2"), 30)
    assert None is book.segment("s").ended_at
    assert 10 == book.broadcast().mode_since
    assert ["m1", "s", "m2"] == [event.id for event in book.events()]


STEPS = st.one_of(
    st.sampled_from(["prepare", "rehearse", "on_air"]).map(mode),
    st.booleans().map(lambda rehearsal: take("", rehearsal=rehearsal)),
    st.just(clear()),
)


@given(st.lists(st.tuples(st.integers(1, 60), STEPS), max_size=12))
def test_in_whatever_order_things_arrive_at_most_one_card_is_on_air_and_each_event_is_told_once(
    steps: list[tuple[int, SetMode | TakeCard | ClearAir]],
) -> None:
    book = on_stage()
    told: list[str] = []
    for number, (at, step) in enumerate(steps):
        id_ = f"{number:02}"
        action = replace(step, segment_id=id_) if isinstance(step, TakeCard) else replace(step, event_id=id_)
        if book.do(action, at):
            told.append(id_)
    assert sorted(told) == sorted(event.id for event in book.events())
    for rehearsal in (False, True):
        segments = [s for s in book.segments("b") if s.rehearsal == rehearsal]
        for at in range(61):
            showing = [s for s in segments if s.started_at <= at and (s.ended_at is None or s.ended_at > at)]
            assert len(showing) <= 1
