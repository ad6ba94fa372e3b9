"""Cached rows under what is not confirmed yet."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kzg_desktop.cache.outbox import Entry
from kzg_desktop.domain.actions import (
    Action,
    ClearAir,
    MoveInLineup,
    RemoveFromLineup,
    SetApplicationStatus,
    SetMode,
    SkipLineupItem,
    encode_action,
)
from kzg_desktop.domain.attribution import open_segment
from kzg_desktop.domain.entities import AirEvent, AirSegment, Application, Broadcast, LineupItem, Mode, Versioned
from kzg_desktop.errors import Refusal
from kzg_desktop.sync.local_state import LocalState
from tests.unit.cache.samples import application
from tests.unit.sync.rows import CAMPAIGN, JOB, OTHER, take

NOW = 1_788_235_200_000


def entry(number: int, action: Action, at: int = NOW) -> Entry:
    return Entry(
        number=number,
        id=f"m{number}",
        action=encode_action(action),
        at=at,
        created_at=at,
        created_monotonic_s=0.0,
        process="",
    )


def campaign() -> LocalState:
    """A state whose cache holds the campaign."""
    writing = LocalState()
    writing.add([entry(n, action) for n, action in enumerate(CAMPAIGN, 1)])
    state = LocalState()
    for (name, id_), row in writing._layer.items():
        state.put(name, id_, row)
    state.replay()
    return state


def segment(state: LocalState) -> AirSegment:
    found = open_segment(state.segments("b1"))
    assert found is not None
    return found


def confirm(state: LocalState, segment_id: str, started_at: int, ended_at: int | None = None) -> None:
    row = AirSegment(id=segment_id, broadcast_id="b1", item_id="i1", card=JOB, started_at=started_at, ended_at=ended_at)
    state.put("air_segment", segment_id, Versioned(1, row))
    state.replay()


def test_pending_actions_show_and_dropping_them_takes_them_back() -> None:
    state = campaign()
    state.add([entry(10, MoveInLineup(item_id="i1", position="a5")), entry(11, RemoveFromLineup(item_id="i2"))])
    assert ["a5"] == [item.position for item in state.all(LineupItem)]
    assert 2 == state.waiting
    state.drop([10, 11])
    assert {"lineup_item"} == state.replay().entities
    assert ["a0", "a1"] == sorted(item.position for item in state.all(LineupItem))


def test_judging_changes_nothing_and_later_actions_see_earlier_ones() -> None:
    state = campaign()
    timed = state.judge([take("s1"), take("s2", OTHER, "i2"), ClearAir(broadcast_id="b1", event_id="e1")], NOW)
    assert [NOW, NOW + 1, NOW + 2] == [at for _, at in timed]
    assert [] == state.segments("b1")


def test_invariant_9_a_take_does_not_end_itself_when_the_hub_dates_it_later() -> None:
    state = campaign()
    state.add([entry(10, take("s1"))])
    confirm(state, "s1", NOW + 40)
    assert ("s1", None) == (segment(state).id, segment(state).ended_at)


def test_invariant_17_a_take_is_on_top_though_the_clock_is_a_day_behind() -> None:
    state = campaign()
    confirm(state, "s1", NOW + 86_400_000)
    ((action, at),) = state.judge([take("s2", OTHER, "i2")], NOW)
    state.add([entry(10, action, at)])
    assert "s2" == segment(state).id
    assert [at] == [one.ended_at for one in state.segments("b1") if one.id == "s1"]


def test_a_clear_of_a_take_that_the_hub_dates_later_still_clears() -> None:
    state = campaign()
    state.add([entry(10, take("s1")), entry(11, ClearAir(broadcast_id="b1", event_id="e1"), NOW + 1000)])
    confirm(state, "s1", NOW + 90_000)
    assert None is open_segment(state.segments("b1"))


def test_an_application_shows_its_pending_steps_until_the_cache_has_them() -> None:
    state = campaign()
    row = application(1)
    state.put("application", "a1", Versioned(3, row))
    first = SetApplicationStatus(application_id="a1", base_rev=3, status="contacting")
    second = SetApplicationStatus(application_id="a1", base_rev=4, status="reached")
    state.add([entry(10, first), entry(11, second)])
    assert "reached" == state.changed_application(row).status
    state.put("application", "a1", Versioned(4, replace(row, status="contacting")))
    state.replay()
    assert "reached" == state.changed_application(row).status
    state.put("application", "a1", Versioned(5, replace(row, status="withdrawn")))
    state.replay()
    found = state.get("application", "a1")
    assert found is not None
    assert isinstance(found.row, Application)
    assert "withdrawn" == found.row.status


def test_an_action_that_no_longer_fits_is_left_out() -> None:
    state = campaign()
    state.add([entry(10, MoveInLineup(item_id="i1", position="a5"))])
    state.put("lineup_item", "i1", None)
    state.replay()
    assert ["i2"] == [item.id for item in state.all(LineupItem)]
    assert 1 == state.waiting


def mode(to: Mode, event_id: str) -> SetMode:
    return SetMode(broadcast_id="b1", mode=to, event_id=event_id)


def broadcast(state: LocalState) -> Broadcast:
    (found,) = state.all(Broadcast)
    return found


def test_invariant_17_going_on_air_holds_though_the_clock_is_a_day_behind() -> None:
    state = campaign()
    since = NOW + 86_400_000
    state.put("broadcast", "b1", Versioned(2, replace(broadcast(state), mode="on_air", mode_since=since)))
    state.replay()
    timed = state.judge([mode("prepare", "m2"), mode("on_air", "m3"), take("s1")], NOW)
    state.add([entry(number, action, at) for number, (action, at) in enumerate(timed, 10)])
    assert "on_air" == broadcast(state).mode
    assert "s1" == segment(state).id
    assert ["m2", "m3", "s1"] == [event.id for event in sorted(state.all(AirEvent), key=lambda e: e.at)]


def test_invariant_9_a_clear_or_a_mode_that_the_cache_tells_of_does_not_end_what_came_after_it() -> None:
    """The page with the outcomes was faster than the answer: the entries are still pending."""
    state = campaign()
    done = [mode("on_air", "m1"), take("s1"), ClearAir(broadcast_id="b1", event_id="c1"), take("s2")]
    hub = campaign()
    hub.add([entry(number, action, NOW + number) for number, action in enumerate(done, 10)])
    state.add([entry(number, action, NOW + number) for number, action in enumerate(done, 10)])
    for (name, id_), row in hub._layer.items():
        state.put(name, id_, row)
    state.replay()
    assert ("s2", "on_air") == (segment(state).id, broadcast(state).mode)
    assert sorted(hub.all(AirEvent), key=lambda e: e.id) == sorted(state.all(AirEvent), key=lambda e: e.id)


def test_what_is_on_air_is_locked_by_what_this_desk_did_itself() -> None:
    state = campaign()
    state.add([entry(10, take("s1"))])
    for action in (RemoveFromLineup(item_id="i1"), SkipLineupItem(item_id="i1", skipped=True)):
        with pytest.raises(Refusal, match="on air"):
            state.judge([action], NOW + 1)
    state.judge([ClearAir(broadcast_id="b1", event_id="c1"), RemoveFromLineup(item_id="i1")], NOW + 1)
