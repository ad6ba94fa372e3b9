from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.actions import (
    Action,
    AddToLineup,
    AssignApplication,
    ClearAir,
    PlanLineupItem,
    PutJob,
    PutOrganization,
    RemoveFromLineup,
    SetApplicationStatus,
    SetMode,
    SetVacancy,
    TakeCard,
    decode_action,
    encode_action,
)
from kzg_desktop.domain.entities import (
    AirEvent,
    AirSegment,
    Application,
    Broadcast,
    Entity,
    Job,
    LineupItem,
    Organization,
    Versioned,
)
from kzg_desktop.domain.hiring import Handling
from kzg_desktop.domain.states import STEPS, may_step
from kzg_desktop.errors import Refusal

JOB = Job(id="j", employer_id="o", hiring_organization="O", title="T", version=3)
ITEM = LineupItem(id="i", broadcast_id="b", job_id="j", employer_id="o", position="a0")
PERSON = Application(
    id="a",
    n=1,
    broadcast_id="b",
    job_id="j",
    employer_id="o",
    job_title="T",
    received_at=0,
    name="王**",
    phone="138****8000",
)
OTHER = Job(id="k", employer_id="p", hiring_organization="P", title="U")


class DictBook:
    def __init__(self, *rows: Entity, rev: int = 5) -> None:
        self._rows = {(row.entity, row.id): Versioned(rev, row) for row in rows}

    def get(self, entity: str, id_: str) -> Versioned | None:
        return self._rows.get((entity, id_))

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        return []


BOOK = DictBook(JOB, OTHER, ITEM, PERSON, Broadcast(id="b", title="B"), Organization(id="o", name="O"))


def rows(action: Action) -> list[Entity | None]:
    return [write.row for write in action.writes(BOOK, 100, "me")]


def refused(action: Action) -> str:
    with pytest.raises(Refusal) as caught:
        action.writes(BOOK, 100, "me")
    return caught.value.type


def test_an_edit_of_a_job_makes_the_next_version_of_what_it_began_at() -> None:
    edited = msgspec.structs.replace(JOB, title="新")
    assert [msgspec.structs.replace(edited, version=4)] == rows(PutJob(job=edited, base_version=3))
    assert "conflict" == refused(PutJob(job=edited, base_version=2))
    assert "conflict" == refused(PutJob(job=edited, base_version=0))


def test_a_lineup_item_belongs_to_its_jobs_employer() -> None:
    claimed = msgspec.structs.replace(ITEM, id="new", job_id="k", employer_id="whatever")
    assert [msgspec.structs.replace(claimed, employer_id="p")] == rows(AddToLineup(item=claimed))
    assert "not-found" == refused(AddToLineup(item=msgspec.structs.replace(ITEM, job_id="none")))
    assert "not-found" == refused(AddToLineup(item=msgspec.structs.replace(ITEM, broadcast_id="none")))


def test_removing_what_is_gone_changes_nothing() -> None:
    assert [None] == rows(RemoveFromLineup(item_id="i"))
    assert [] == rows(RemoveFromLineup(item_id="none"))


def test_equal_organisations_are_not_written() -> None:
    assert [] == rows(PutOrganization(organization=Organization(id="o", name="O")))


@pytest.mark.parametrize("planned_s", [0, -1, 4 * 3600 + 1])
def test_plans_are_one_second_to_four_hours(planned_s: int) -> None:
    assert "not-possible" == refused(PlanLineupItem(item_id="i", planned_s=planned_s))


def test_a_take_copies_the_card_and_says_who_and_when() -> None:
    taken = TakeCard(segment_id="s", broadcast_id="b", item_id="i", card=JOB, planned_s=60, trigger="mouse")
    expected = AirSegment(
        id="s",
        broadcast_id="b",
        item_id="i",
        card=JOB,
        started_at=100,
        planned_s=60,
        operator="me",
        trigger="mouse",
    )
    told = AirEvent(
        id="s",
        broadcast_id="b",
        kind="take",
        at=100,
        mode="on_air",
        operator="me",
        trigger="mouse",
        segment_id="s",
        item_id="i",
        employer_id="o",
        employer="O",
        title="T",
    )
    assert [expected, told] == rows(taken)


@given(st.sampled_from(sorted(STEPS)), st.sampled_from(sorted(STEPS)))
def test_a_status_is_set_only_along_the_steps(from_: str, to: str) -> None:
    book = DictBook(msgspec.structs.replace(PERSON, status=from_))
    action = SetApplicationStatus(application_id="a", base_rev=5, status=to)
    if may_step(from_, to):
        assert [to] == [write.row.status for write in action.writes(book, 0, "me")]
    else:
        with pytest.raises(Refusal):
            action.writes(book, 0, "me")


def test_an_application_is_changed_only_from_its_present_revision() -> None:
    moved = msgspec.structs.replace(
        PERSON, job_id="k", employer_id="p", job_title="U", due_at=300_100, handling=Handling(since=100)
    )
    assert [moved] == rows(AssignApplication(application_id="a", base_rev=5, job_id="k", consent_confirmed=True))
    assert "conflict" == refused(AssignApplication(application_id="a", base_rev=4, job_id="k", consent_confirmed=True))


def test_every_action_comes_back_from_its_json() -> None:
    for action in (
        PutJob(job=JOB, base_version=3),
        AddToLineup(item=ITEM),
        SetApplicationStatus(application_id="a", base_rev=5, status="reached"),
        TakeCard(segment_id="s", broadcast_id="b", item_id="i", card=JOB, planned_s=60),
        TakeCard(
            segment_id="s",
            broadcast_id="b",
            item_id="i",
            card=JOB,
            planned_s=60,
            rehearsal=True,
            findings=("SEX",),
            override="矿山井下",
        ),
        SetMode(broadcast_id="b", mode="on_air", event_id="m"),
        SetVacancy(job_id="j", state="filled", note="满"),
        ClearAir(broadcast_id="b", event_id="c"),
    ):
        assert action == decode_action(encode_action(action))
    assert all(kind.permission for kind in get_args(Action))


@pytest.mark.parametrize(
    ("data", "type_"),
    [
        (b'{"kind":"no.such"}', "unknown-action"),
        (b'{"kind":"lineup.move","item_id":1,"position":""}', "bad-request"),
        (b'{"kind":"lineup.move"}', "bad-request"),
        (b'{"kind":"broadcast.mode","broadcast_id":"b","mode":"live","event_id":"m"}', "bad-request"),
        (b'{"kind":"vacancy.set","job_id":"j","state":"closed"}', "bad-request"),
        (b"{", "bad-request"),
        (b"[]", "bad-request"),
    ],
)
def test_what_is_no_action_is_refused(data: bytes, type_: str) -> None:
    with pytest.raises(Refusal) as caught:
        decode_action(data)
    assert type_ == caught.value.type
