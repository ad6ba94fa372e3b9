from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzg_desktop.domain.actions import ClearAir, SetMode, TakeCard
from kzg_desktop.domain.as_run import AsRunLine, as_run
from kzg_desktop.domain.entities import AirEvent, AirSegment, Broadcast, Entity
from tests.unit.domain.book import CARD, OTHER, MemoryBook, on_stage

BROADCAST = Broadcast(id="b", title="华北专场")
TAKE = TakeCard(segment_id="s", broadcast_id="b", item_id="i", card=CARD, planned_s=60, findings=("AGECAP",))


def lines(book: MemoryBook) -> list[AsRunLine]:
    return as_run(BROADCAST, book.events(), book.segments("b"))


def evening() -> MemoryBook:
    book = on_stage()
    book.do(SetMode(broadcast_id="b", mode="on_air", event_id="m", trigger="mouse"), 1000, "host")
    book.do(TAKE, 2000, "host")
    book.do(replace(TAKE, segment_id="t", card=OTHER, findings=(), override="已核实", trigger="api"), 92_500, "host")
    book.do(ClearAir(broadcast_id="b", event_id="c"), 100_000, "second")
    book.do(replace(TAKE, segment_id="u"), 110_000, "host")
    return book


def test_each_event_has_its_line_in_order() -> None:
    employer, title = "北辰电子", "装配工"
    expected = [
        AsRunLine(id="m", at=1000, kind="mode", mode="on_air", operator="host", trigger="mouse"),
        AsRunLine(
            id="s",
            at=2000,
            kind="take",
            mode="on_air",
            operator="host",
            trigger="key",
            employer=employer,
            title=title,
            planned_s=60,
            on_air_s=90,
            findings=("AGECAP",),
        ),
        AsRunLine(
            id="t",
            at=92_500,
            kind="take",
            mode="on_air",
            operator="host",
            trigger="api",
            employer="南岭家电",
            title="质检员",
            planned_s=60,
            on_air_s=7,
            override="已核实",
        ),
        AsRunLine(
            id="c",
            at=100_000,
            kind="clear",
            mode="on_air",
            operator="second",
            trigger="key",
            employer="南岭家电",
            title="质检员",
        ),
        AsRunLine(
            id="u",
            at=110_000,
            kind="take",
            mode="on_air",
            operator="host",
            trigger="key",
            employer=employer,
            title=title,
            planned_s=60,
            findings=("AGECAP",),
        ),
    ]
    assert expected == lines(evening())


def test_over_is_what_a_card_stayed_longer_than_planned() -> None:
    assert [None, 30, -53, None, None] == [line.over_s for line in lines(evening())]


def test_a_segment_from_before_there_was_a_log_has_its_line() -> None:
    segment = AirSegment(
        id="old", broadcast_id="b", item_id="i", card=CARD, started_at=5000, ended_at=65_000, operator="host"
    )
    [line] = as_run(BROADCAST, [], [segment, replace(segment, id="x", broadcast_id="other")])
    assert ("old", 5000, "take", "on_air", "host", "装配工", 60) == (
        line.id,
        line.at,
        line.kind,
        line.mode,
        line.operator,
        line.title,
        line.on_air_s,
    )


@given(st.randoms())
def test_the_order_of_rows_does_not_matter_nor_do_other_broadcasts(random) -> None:
    book = evening()
    expected = lines(book)
    rows: list[Entity] = [*book.events(), *book.segments("b")]
    rows += [replace(row, id=f"other-{row.id}", broadcast_id="other") for row in rows]  # type: ignore[type-var]
    random.shuffle(rows)
    events = [row for row in rows if isinstance(row, AirEvent)]
    segments = [row for row in rows if isinstance(row, AirSegment)]
    assert expected == as_run(BROADCAST, events, segments)


def test_an_event_whose_segment_is_out_of_view_still_has_its_line() -> None:
    book = evening()
    taken = as_run(BROADCAST, book.events(), [])
    assert ["m", "s", "t", "c", "u"] == [line.id for line in taken]
    assert {None} == {line.on_air_s for line in taken}
