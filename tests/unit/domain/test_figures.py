"""Viewers and costs of a broadcast."""

from __future__ import annotations

import pytest

from kzg_desktop.domain.actions import PutCardCost, PutViewers
from kzg_desktop.domain.entities import Broadcast, Job
from kzg_desktop.domain.figures import CardCost, Viewers
from kzg_desktop.errors import Refusal
from tests.unit.domain.book import MemoryBook

SHOW = Broadcast(id="b1", title="第 1 场")
JOB = Job(id="j1", employer_id="o1", hiring_organization="示例电子", title="组装工")


def test_samples_are_kept_by_time() -> None:
    action = PutViewers(viewers=Viewers(id="b1", views=760_000, samples=((2, 20), (1, 10))))
    [write] = action.writes(MemoryBook(SHOW), 0, "me")
    assert Viewers(id="b1", views=760_000, samples=((1, 10), (2, 20))) == write.row


@pytest.mark.parametrize("viewers", [Viewers(id="b1", views=-1), Viewers(id="b1", samples=((1, -1),))])
def test_a_negative_count_is_refused(viewers: Viewers) -> None:
    with pytest.raises(Refusal):
        PutViewers(viewers=viewers).writes(MemoryBook(SHOW), 0, "me")


def test_a_cost_is_of_its_employer_alone_and_can_be_taken_back() -> None:
    [write] = PutCardCost(broadcast_id="b1", job_id="j1", cost_yuan=300).writes(MemoryBook(SHOW, JOB), 0, "me")
    assert isinstance(write.row, CardCost)
    assert ("o1", 300) == (write.row.scope, write.row.cost_yuan)
    unknown = PutCardCost(broadcast_id="b1", job_id="j1", cost_yuan=None)
    [gone] = unknown.writes(MemoryBook(SHOW, JOB, write.row), 0, "me")
    assert (write.id, None) == (gone.id, gone.row)
    assert [] == unknown.writes(MemoryBook(SHOW, JOB), 0, "me")


@pytest.mark.parametrize(("job_id", "cost"), [("nope", 1), ("j1", -1)])
def test_what_cannot_be(job_id: str, cost: int) -> None:
    with pytest.raises(Refusal):
        PutCardCost(broadcast_id="b1", job_id=job_id, cost_yuan=cost).writes(MemoryBook(SHOW, JOB), 0, "me")
