"""Viewers and costs of a broadcast."""

from __future__ import annotations

import pytest

from kzg_desktop.domain.actions import PutCardCost, PutViewers
from kzg_desktop.domain.entities import Broadcast, Entity, Job, Versioned
from kzg_desktop.domain.figures import CardCost, Viewers
from kzg_desktop.errors import Refusal


class Book:
    def __init__(self, *rows: Entity) -> None:
        self._rows = {(row.entity, row.id): Versioned(1, row) for row in rows}

    def get(self, entity: str, id_: str) -> Versioned | None:
        return self._rows.get((entity, id_))

    def segments(self, _broadcast_id: str) -> list:
        return []


SHOW = Broadcast(id="b1", title="第 1 场")
JOB = Job(id="j1", employer_id="o1", hiring_organization="示例电子", title="组装工")


def test_samples_are_kept_by_time() -> None:
    action = PutViewers(viewers=Viewers(id="b1", views=760_000, samples=((2, 20), (1, 10))))
    [write] = action.writes(Book(SHOW), 0, "me")
    assert Viewers(id="b1", views=760_000, samples=((1, 10), (2, 20))) == write.row


@pytest.mark.parametrize("viewers", [Viewers(id="b1", views=-1), Viewers(id="b1", samples=((1, -1),))])
def test_a_negative_count_is_refused(viewers: Viewers) -> None:
    with pytest.raises(Refusal):
        PutViewers(viewers=viewers).writes(Book(SHOW), 0, "me")


def test_a_cost_is_of_its_employer_alone_and_can_be_taken_back() -> None:
    [write] = PutCardCost(broadcast_id="b1", job_id="j1", cost_yuan=300).writes(Book(SHOW, JOB), 0, "me")
    assert isinstance(write.row, CardCost)
    assert ("o1", 300) == (write.row.scope, write.row.cost_yuan)
    [gone] = PutCardCost(broadcast_id="b1", job_id="j1", cost_yuan=None).writes(Book(SHOW, JOB, write.row), 0, "me")
    assert (write.id, None) == (gone.id, gone.row)
    assert [] == PutCardCost(broadcast_id="b1", job_id="j1", cost_yuan=None).writes(Book(SHOW, JOB), 0, "me")


@pytest.mark.parametrize(("job_id", "cost"), [("nope", 1), ("j1", -1)])
def test_what_cannot_be(job_id: str, cost: int) -> None:
    with pytest.raises(Refusal):
        PutCardCost(broadcast_id="b1", job_id=job_id, cost_yuan=cost).writes(Book(SHOW, JOB), 0, "me")
