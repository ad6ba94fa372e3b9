from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.actions import ClearAir, TakeCard
from kzg_desktop.domain.attribution import on_air_at, open_segment
from kzg_desktop.domain.entities import AirSegment, Broadcast, Entity, Job, Versioned

CARD = Job(id="j", employer_id="o", hiring_organization="O", title="T")


class DictBook:
    """The rows of one broadcast in memory."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], Entity] = {("broadcast", "b"): Broadcast(id="b", title="B")}

    def get(self, entity: str, id_: str) -> Versioned | None:
        row = self.rows.get((entity, id_))
        return None if row is None else Versioned(1, row)

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        return [r for r in self.rows.values() if isinstance(r, AirSegment) and r.broadcast_id == broadcast_id]

    def do(self, action: TakeCard | ClearAir, at: int) -> None:
        for write in action.writes(self, at, "me"):
            assert write.row is not None
            self.rows[write.entity, write.id] = write.row


def take(id_: str) -> TakeCard:
    return TakeCard(segment_id=id_, broadcast_id="b", item_id="i", card=CARD, planned_s=60)


CLEAR = ClearAir(broadcast_id="b", event_id="e1")


@given(st.lists(st.tuples(st.integers(0, 50), st.booleans()), unique_by=lambda step: step[0]), st.randoms())
def test_actions_that_arrive_late_end_in_the_same_segments(steps: list[tuple[int, bool]], random) -> None:
    """Takes made at distinct times: whatever the order they reach the hub, the same card is on air at each time.

    A clear ends what is on air when it arrives, so takes only.
    """
    takes = [at for at, _ in steps]
    in_order, late = DictBook(), DictBook()
    for at in sorted(takes):
        in_order.do(take(f"s{at}"), at)
    random.shuffle(takes)
    for at in takes:
        late.do(take(f"s{at}"), at)
    assert in_order.rows == late.rows


@given(st.lists(st.tuples(st.integers(0, 50), st.booleans())))
def test_at_most_one_card_is_on_air_at_any_time(steps: list[tuple[int, bool]]) -> None:
    book = DictBook()
    for number, (at, clears) in enumerate(steps):
        book.do(CLEAR if clears else take(f"s{number:02}"), at)
    segments = [s for s in book.segments("b") if s.ended_at is None or s.ended_at > s.started_at]
    for at in range(52):
        on_air = [s for s in segments if s.started_at <= at and (s.ended_at is None or s.ended_at > at)]
        assert len(on_air) <= 1
        assert on_air[:1] == [s for s in [on_air_at(segments, at)] if s is not None]


def test_a_segment_is_on_air_from_its_start_until_before_its_end() -> None:
    book = DictBook()
    book.do(take("a"), 10)
    book.do(take("b"), 20)
    book.do(CLEAR, 30)
    found = [on_air_at(book.segments("b"), at) for at in (9, 10, 19, 20, 29, 30)]
    assert [None, "a", "a", "b", "b", None] == [None if s is None else s.id for s in found]
    assert open_segment(book.segments("b")) is None
