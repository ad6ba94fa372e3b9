from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzg_desktop.domain.actions import (
    Action,
    AddToLineup,
    ClearAir,
    MoveInLineup,
    PlanLineupItem,
    RemoveFromLineup,
    SkipLineupItem,
)
from kzg_desktop.domain.entities import AirSegment, Job, LineupItem
from kzg_desktop.domain.lineup import (
    Standing,
    append_positions,
    following,
    inverse_edit,
    lineup_rows,
    moves_to,
    next_item,
    preceding,
)

CARD = Job(id="j", employer_id="o", hiring_organization="海岳重工", title="焊装工")


def an_item(id_: str, position: str, *, skipped: bool = False) -> LineupItem:
    return LineupItem(id=id_, broadcast_id="b", job_id="j", employer_id="o", position=position, skipped=skipped)


def a_lineup(*positions: str) -> list[LineupItem]:
    return [an_item(f"i{n}", position) for n, position in enumerate(positions)]


def a_segment(item_id: str, started_at: int) -> AirSegment:
    return AirSegment(id=f"s{started_at}", broadcast_id="b", item_id=item_id, card=CARD, started_at=started_at)


def moved(items: list[LineupItem], moves: list[MoveInLineup]) -> list[str]:
    positions = {move.item_id: move.position for move in moves}
    changed = [replace(item, position=positions.get(item.id, item.position)) for item in items]
    return [item.id for item in sorted(changed, key=lambda i: (i.position, i.id))]


def test_appended_positions_come_after_all() -> None:
    items = a_lineup("a0", "a1")
    new = append_positions(items, 3)
    assert ["a1", *new] == sorted({"a1", *new})
    assert append_positions([], 1) == ["a0"]


def test_a_move_writes_one_row() -> None:
    items = a_lineup("a0", "a1", "a2")
    moves = moves_to(items, "i2", 0)
    assert ["i2"] == [move.item_id for move in moves]
    assert ["i2", "i0", "i1"] == moved(items, moves)


def test_staying_in_place_writes_nothing() -> None:
    assert moves_to(a_lineup("a0", "a1"), "i1", 9) == []


def test_neighbours_that_share_a_position_are_spread_out() -> None:
    items = [*a_lineup("a0", "a1", "a1", "a1"), an_item("i9", "a5")]
    moves = moves_to(items, "i9", 2)
    assert ["i0", "i1", "i9", "i2", "i3"] == moved(items, moves)
    assert ["i9", "i2", "i3"] == [move.item_id for move in moves]


def test_positions_that_are_no_fractional_index_are_replaced() -> None:
    items = a_lineup("1", "2", "3")
    assert ["i2", "i0", "i1"] == moved(items, moves_to(items, "i2", 0))


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=40))
def test_any_series_of_moves_gives_the_order_that_a_list_gives(steps: list[tuple[int, int]]) -> None:
    items = [an_item(f"i{n}", position) for n, position in enumerate(append_positions([], 8))]
    expected = [item.id for item in items]
    for which, index in steps:
        id_ = expected.pop(which)
        expected.insert(index, id_)
        positions = {move.item_id: move.position for move in moves_to(items, id_, index)}
        items = sorted(
            (replace(i, position=positions.get(i.id, i.position)) for i in items), key=lambda i: (i.position, i.id)
        )
    assert expected == [item.id for item in items]
    assert all(a.position < b.position for a, b in pairwise(items))


def test_neighbours_leave_out_what_is_skipped() -> None:
    items = [an_item("i0", "a0"), an_item("i1", "a1", skipped=True), an_item("i2", "a2")]
    assert following(items, "i0") is items[2]
    assert preceding(items, "i2") is items[0]
    assert following(items, None) is items[0]
    assert preceding(items, None) is items[2]
    assert following(items, "i2") is None
    assert preceding(items, "i0") is None


def test_next_is_the_cued_card_else_the_one_after_the_last_taken() -> None:
    items = a_lineup("a0", "a1", "a2")
    assert next_item(items, []) is items[0]
    assert next_item(items, [a_segment("i1", 5), a_segment("i0", 9)]) is items[1]
    assert next_item(items, [a_segment("i1", 5)], cued_id="i0") is items[0]
    assert next_item(items, [a_segment("i1", 5)], cued_id="gone") is items[2]
    assert next_item(items, [a_segment("i2", 5)]) is items[0]
    assert next_item(items, [a_segment(f"i{n}", n) for n in range(3)]) is None


def test_rows_carry_number_mark_and_applications() -> None:
    items = [*a_lineup("a0", "a1", "a2"), an_item("i3", "a3", skipped=True), an_item("i4", "a4")]
    rows = lineup_rows(
        items,
        [Standing(job=CARD)] * 4 + [None],
        on_air_id="i1",
        next_id="i2",
        shown={"i0", "i1"},
        applications={"j": 7},
    )
    assert ["shown", "on_air", "next", "skipped", "waiting"] == [row.mark for row in rows]
    assert [1, 2, 3, 4, 5] == [row.number for row in rows]
    assert (7, None) == (rows[0].applications, rows[4].job)


@pytest.mark.parametrize(
    ("inverse", "action"),
    [
        (MoveInLineup(item_id="i0", position="a0"), MoveInLineup(item_id="i0", position="a7")),
        (SkipLineupItem(item_id="i0", skipped=False), SkipLineupItem(item_id="i0", skipped=True)),
        (PlanLineupItem(item_id="i0", planned_s=300), PlanLineupItem(item_id="i0", planned_s=60)),
        (AddToLineup(item=an_item("i0", "a0")), RemoveFromLineup(item_id="i0")),
        (RemoveFromLineup(item_id="i0"), AddToLineup(item=an_item("i0", "a0"))),
    ],
)
def test_every_edit_has_an_inverse(inverse: Action, action: Action) -> None:
    assert inverse == inverse_edit(action, an_item("i0", "a0"))


def test_what_is_on_air_cannot_be_taken_back() -> None:
    with pytest.raises(ValueError, match="ClearAir cannot be taken back"):
        inverse_edit(ClearAir(broadcast_id="b", event_id="e1"), None)
