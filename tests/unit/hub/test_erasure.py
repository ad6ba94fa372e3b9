"""Erasing people: nothing is left of them on the hub, and nothing brings them back but themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import msgspec
from sqlalchemy import select

from kzg_desktop.domain.actions import (
    AddNote,
    AddToLineup,
    BookInterview,
    LinkPeople,
    PutJob,
    PutSlot,
    RecordAttempt,
    SetApplicationStatus,
)
from kzg_desktop.domain.entities import LineupItem, Vacancy
from kzg_desktop.domain.hiring import InterviewSlot, PersonLink
from kzg_desktop.hub import tables
from kzg_desktop.hub.erasure import REMEMBERED_MS, forget_erased
from kzg_desktop.wire import Lead, LeadBatch
from tests.unit.hub.every_action import NOON
from tests.unit.hub.live import Desktop, LiveHub, apply, job

Desktops = Callable[..., Desktop]
WANG, LI, ZHAO = "13800138000", "13900139000", "13700137000"


def persons(desktop: Desktop) -> dict[str, str]:
    desktop.pull()
    return {row["id"]: row["person_id"] for row in desktop.applications()}


def link(desktop: Desktop, id_: str, kind: str, *application_ids: str, employer: str = "org-a", note: str = "") -> None:
    known = persons(desktop)
    members = application_ids if kind == "apart" else tuple(known[i] for i in application_ids)
    of_employer = tuple(i for i in application_ids if desktop.rows["application", i][1] == employer)
    row = PersonLink(id=id_, employer_id=employer, kind=kind, members=members, note=note)
    [result] = desktop.act(LinkPeople(link=row, application_ids=of_employer, event_id=f"{id_}-e"))
    assert None is result.problem


def kept(desktop: Desktop, entity: str) -> list[str]:
    return sorted(id_ for kind, id_ in desktop.rows if kind == entity)


def send(desktop: Desktop, received_at: int, row: int = 2) -> str:
    lead = Lead(row=row, phone=WANG, name="欧阳若兰", job_id="job-a", broadcast_id="live-1", received_at=received_at)
    body = msgspec.json.encode(LeadBatch(leads=[lead]))
    answer = desktop.http.post("/v1/leads", content=body, headers={"Content-Type": "application/json"})
    [result] = answer.json()["results"]
    return str(result["problem"]["type"] if "problem" in result else result["outcome"])


def test_nothing_of_a_person_is_left_in_the_files(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Desktops, tmp_path: Path
) -> None:
    """Invariant 11, the hub's part, with all that HR writes about somebody."""
    hub, desktop = sqlite_hub, sqlite_campaign
    slot = InterviewSlot(id="slot", employer_id="org-a", starts_at=NOON, capacity=1)
    desktop.act(PutSlot(slot=slot))
    id_, friend = apply(hub, WANG, name="欧阳若兰"), apply(hub, LI, name="李华")
    desktop.act(
        RecordAttempt(application_id=id_, event_id="h1", outcome="answered", text="若兰说下午到"),
        AddNote(application_id=id_, event_id="h2", text="若兰要住夫妻房"),
        BookInterview(application_id=id_, event_id="h3", base_status="reached", slot_id="slot"),
        AddNote(application_id=friend, event_id="h4", text="先来"),
    )
    link(desktop, "l", "together", id_, friend, note="若兰和李华是一对")
    desktop.http.patch(f"/v1/applicants/{id_}", json={"city": "若兰市", "reason": "若兰更正"}).raise_for_status()
    hr = desktops(hub, "hr", ("org-a",))
    assert 204 == desktop.http.delete(f"/v1/applicants/{id_}").status_code
    page = hr.changes()
    erased = {(item.entity, item.id) for item in page.items if item.op == "erase"}
    assert {("application", id_), ("person_link", "l"), ("history", "h1"), ("history", "h2")} <= erased
    hr.apply(page)
    assert hr.snapshot() == hr.rows
    assert [friend] == kept(hr, "application")
    assert ["h4", "l-e-1"] == kept(hr, "history"), "the other one's stays, without the note about both"
    [row] = [msgspec.json.decode(data) for key, (_, _, data) in hr.rows.items() if key == ("interview_slot", "slot")]
    assert 0 == row.get("booked", 0)
    hub.hub.read_now(lambda c: c.exec_driver_sql("ROLLBACK") and c.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)"))
    stored = b"".join(path.read_bytes() for path in sorted((tmp_path / "hub").glob("hub.db*")))
    assert "李华".encode() in stored, "the scan would find it"
    assert [] == [words for words in ("欧阳若兰", "若兰", WANG) if words.encode() in stored]
    audit = hub.hub.read_now(lambda c: c.execute(select(tables.audit).where(tables.audit.c.kind == "erasure")).all())
    assert [(desktop.account_id, id_)] == [(line.actor, line.subject) for line in audit]


def test_persons_linked_as_the_same_go_too_as_far_as_the_eraser_sees_who_said_so(
    hub: LiveHub, desktop: Desktop, desktops: Desktops
) -> None:
    wang, li, zhao = apply(hub, WANG), apply(hub, LI, name="李华"), apply(hub, ZHAO, name="赵六")
    at_b = [apply(hub, phone, name=name, job="job-b") for phone, name in ((LI, "李华"), (ZHAO, "赵六"))]
    link(desktop, "ab", "same", wang, li)
    link(desktop, "bc", "same", *at_b, employer="org-b")
    limited = desktops(hub, "admin", ("org-a",))
    limited.pull()
    assert 204 == limited.http.delete(f"/v1/applicants/{wang}").status_code
    desktop.pull()
    limited.pull()
    assert sorted([zhao, at_b[1]]) == kept(desktop, "application"), "what org-b said is not in view"
    assert [[], [zhao]] == [kept(limited, "person_link"), kept(limited, "application")]
    assert [] == kept(desktop, "person_link")
    assert (desktop.rows, limited.rows) == (desktop.snapshot(), limited.snapshot())


def test_an_application_set_apart_goes_with_its_own_human_alone(hub: LiveHub, desktop: Desktop) -> None:
    item = LineupItem(id="i-a2", broadcast_id="live-1", job_id="job-a2", employer_id="", position="a2")
    desktop.act(PutJob(job=job("job-a2", title="质检员"), base_version=0), AddToLineup(item=item))
    own, lent, friends = apply(hub, WANG), apply(hub, WANG, name="李华", job="job-a2"), apply(hub, LI, name="李华")
    link(desktop, "apart", "apart", lent)
    row = PersonLink(id="same", employer_id="org-a", kind="same", members=(lent, persons(desktop)[friends]))
    [result] = desktop.act(LinkPeople(link=row, application_ids=(lent, friends), event_id="e"))
    assert None is result.problem
    records = {id_: desktop.http.get(f"/v1/applicants/{id_}/record").json() for id_ in (own, lent, friends)}
    sent = {id_: sorted(row["id"] for row in kept["applications"]) for id_, kept in records.items()}
    both = sorted([lent, friends])
    assert {own: [own], lent: both, friends: both} == sent
    desktop.http.delete(f"/v1/applicants/{friends}").raise_for_status()
    assert [own] == list(persons(desktop)), "whose phone it was stays"
    assert [] == kept(desktop, "person_link")
    assert desktop.snapshot() == desktop.rows


def test_who_is_erased_gives_seat_and_place_back(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub, WANG)
    step = partial(SetApplicationStatus, application_id=id_)
    path = ("contacting", "reached", "interview_booked", "interviewed", "passed", "hired")
    for before, after in pairwise(("new", *path)):
        assert "applied" == desktop.act(step(base_status=before, status=after))[0].outcome
    assert 1 == accepted(desktop)
    desktop.http.delete(f"/v1/applicants/{id_}").raise_for_status()
    assert 0 == accepted(desktop)
    assert desktop.snapshot() == desktop.rows


def accepted(desktop: Desktop) -> int:
    desktop.pull()
    return msgspec.json.decode(desktop.rows["vacancy", "job-a"][2], type=Vacancy).accepted


def test_of_three_who_came_together_two_stay_linked(hub: LiveHub, desktop: Desktop) -> None:
    three = [apply(hub, phone, name=name) for phone, name in ((WANG, "王小明"), (LI, "李华"), (ZHAO, "赵六"))]
    link(desktop, "l", "together", *three, note="王小明带来的")
    known = persons(desktop)
    desktop.http.delete(f"/v1/applicants/{three[0]}").raise_for_status()
    desktop.pull()
    left = msgspec.json.decode(desktop.rows["person_link", "l"][2], type=PersonLink)
    assert ((known[three[1]], known[three[2]]), "") == (left.members, left.note)
    assert desktop.snapshot() == desktop.rows


def test_an_old_file_brings_nobody_back_and_the_person_is_welcome(hub: LiveHub, desktop: Desktop) -> None:
    sent_at = hub.clock.ms - 60_000
    assert "created" == send(desktop, sent_at)
    [id_] = persons(desktop)
    desktop.http.delete(f"/v1/applicants/{id_}").raise_for_status()
    assert ["not-possible", "not-possible"] == [send(desktop, sent_at), send(desktop, 0)]
    assert {} == persons(desktop)
    hub.clock.ms += 60_000
    assert "created" == send(desktop, hub.clock.ms), "sent after the erasure"
    [later] = persons(desktop)
    desktop.http.delete(f"/v1/applicants/{later}").raise_for_status()
    hub.clock.ms += 60_000
    own = apply(hub, WANG, name="欧阳若兰", job="job-b")
    assert [own] == list(persons(desktop))
    assert "created" == send(desktop, sent_at), "known again, by the person's own form"
    hub.clock.ms += REMEMBERED_MS + 1
    assert 0 == hub.hub.write_now(forget_erased), "nothing is remembered of who came back"


def test_an_erasure_is_remembered_for_two_years(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub, WANG)
    desktop.http.delete(f"/v1/applicants/{id_}").raise_for_status()
    hub.clock.ms += REMEMBERED_MS
    assert 0 == hub.hub.write_now(forget_erased)
    hub.clock.ms += 1
    assert 1 == hub.hub.write_now(forget_erased)
