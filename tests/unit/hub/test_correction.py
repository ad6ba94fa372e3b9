"""A person's rights to see and correct what is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from sqlalchemy import func, select

from kzg_desktop.domain.actions import AddNote, LinkPeople
from kzg_desktop.domain.hiring import HistoryEntry, PersonLink
from kzg_desktop.hub import tables
from kzg_desktop.wire_office import ConsentList, PersonRecord
from tests.unit.hub.live import Desktop, LiveHub, apply

Desktops = Callable[..., Desktop]
WANG, LI, NEW = "13800138000", "13900139000", "13700137000"


def rows(desktop: Desktop) -> dict[str, dict[str, Any]]:
    desktop.pull()
    assert desktop.snapshot() == desktop.rows
    return {row["id"]: row for row in desktop.applications()}


def correct(desktop: Desktop, id_: str, **fields: str | None) -> tuple[int, dict[str, Any]]:
    answer = desktop.http.patch(f"/v1/applicants/{id_}", json=fields)
    return answer.status_code, answer.json() if answer.content else {}


def history(desktop: Desktop) -> list[HistoryEntry]:
    desktop.pull()
    lines = [data for (kind, _), (_, _, data) in desktop.rows.items() if kind == "history"]
    return [msgspec.json.decode(line, type=HistoryEntry) for line in lines]


def test_a_name_is_corrected_wherever_it_was_wrong_and_details_here_only(hub: LiveHub, desktop: Desktop) -> None:
    one, two = apply(hub, WANG), apply(hub, WANG, job="job-b")
    wife = apply(hub, LI, name="李华")
    assert (204, {}) == correct(desktop, one, name=" 王 晓明 ", city="青岛", age_band=None, reason="写错了")
    now = rows(desktop)
    assert ("王 晓明", "青岛") == (now[one]["name"], now[one]["city"])
    assert ("王 晓明", "") == (now[two]["name"], now[two].get("city", ""))
    assert "李华" == now[wife]["name"]
    lines = {(line.application_id, line.kind, line.after, line.text) for line in history(desktop)}
    assert {(one, "correction", "name,city", "写错了"), (two, "correction", "name", "写错了")} == lines
    seq = desktop.seq
    assert (204, {}) == correct(desktop, one, name="王 晓明")
    assert (204, {}) == correct(desktop, one)
    desktop.pull()
    assert seq == desktop.seq, "nothing was wrong any more"
    audit = hub.hub.read_now(lambda c: c.execute(select(tables.audit).where(tables.audit.c.kind == "correction")).all())
    assert [(desktop.account_id, one, "name,city")] == [(line.actor, line.subject, line.detail) for line in audit]


def test_a_new_phone_stays_the_same_person(hub: LiveHub, desktop: Desktop) -> None:
    one, two = apply(hub, WANG), apply(hub, WANG, job="job-b")
    before = rows(desktop)
    assert (204, {}) == correct(desktop, one, phone="+86 137-0013 7000")
    now = rows(desktop)
    assert {NEW} == {row["phone"] for row in now.values()}
    assert [before[i]["person_id"] for i in (one, two)] == [now[i]["person_id"] for i in (one, two)]
    assert one == apply(hub, NEW), "the form finds it by the new one"


def test_a_phone_that_is_known_joins_and_links_follow(hub: LiveHub, desktop: Desktop) -> None:
    wang, li = apply(hub, WANG), apply(hub, LI, name="李华", job="job-b")
    friend = apply(hub, NEW, name="赵六")
    before = rows(desktop)
    members = (before[wang]["person_id"], before[friend]["person_id"])
    link = PersonLink(id="l", employer_id="org-a", kind="together", members=members)
    desktop.act(LinkPeople(link=link, application_ids=(wang,), event_id="e"))
    assert (204, {}) == correct(desktop, wang, phone=LI)
    now = rows(desktop)
    assert (before[li]["person_id"], LI) == (now[wang]["person_id"], now[wang]["phone"])
    moved = msgspec.json.decode(desktop.rows["person_link", "l"][2], type=PersonLink)
    assert (before[li]["person_id"], before[friend]["person_id"]) == moved.members
    assert 2 == hub.hub.read_now(lambda c: c.scalar(select(func.count()).select_from(tables.person)))


def test_others_with_the_old_phone_and_rows_out_of_view_stay(
    hub: LiveHub, desktop: Desktop, desktops: Desktops
) -> None:
    at_a, at_b = apply(hub, WANG), apply(hub, WANG, job="job-b")
    hr = desktops(hub, "hr", ("org-a",))
    assert (204, {}) == correct(hr, at_a, phone=NEW, name="王晓明")
    now = rows(desktop)
    assert [("王晓明", NEW), ("王小明", WANG)] == [(now[i]["name"], now[i]["phone"]) for i in (at_a, at_b)]
    assert now[at_a]["person_id"] != now[at_b]["person_id"]
    assert hr.account_id not in {line.actor for line in history(desktop) if line.employer_id == "org-b"}


def test_a_phone_whose_person_applied_for_the_same_is_refused(hub: LiveHub, desktop: Desktop) -> None:
    one, _ = apply(hub, WANG), apply(hub, LI, name="李华")
    before = rows(desktop)
    status, problem = correct(desktop, one, phone=LI, name="王晓明")
    assert (409, "not-possible") == (status, problem["type"])
    assert before == rows(desktop)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"name": "1234"}, ["name"]),
        ({"phone": "138"}, ["phone"]),
        ({"age_band": "33", "city": "!"}, ["age_band", "city"]),
        ({"available_from": "2020-01-01", "name": "王晓明"}, ["available_from"]),
    ],
)
def test_what_cannot_be_used_is_told_by_field(
    hub: LiveHub, desktop: Desktop, fields: dict[str, str], wrong: list[str]
) -> None:
    id_ = apply(hub, WANG)
    before = rows(desktop)
    status, problem = correct(desktop, id_, **fields)
    assert (422, "invalid-form", wrong) == (status, problem["type"], list(problem["errors"]))
    assert before == rows(desktop)


def test_a_person_gets_all_that_is_kept_in_view(hub: LiveHub, desktop: Desktop, desktops: Desktops) -> None:
    at_a, at_b, other = apply(hub, WANG), apply(hub, WANG, job="job-b"), apply(hub, LI, name="李华")
    known = rows(desktop)
    members = (known[at_a]["person_id"], known[other]["person_id"])
    link = PersonLink(id="l", employer_id="org-a", kind="together", members=members, note="和李华一起")
    desktop.act(
        AddNote(application_id=at_a, event_id="n1", text="要住宿"),
        AddNote(application_id=at_b, event_id="n2", text="要倒班"),
        LinkPeople(link=link, application_ids=(other,), event_id="n3"),
    )
    hr = desktops(hub, "hr", ("org-a",))
    answer = hr.http.get(f"/v1/applicants/{at_a}/record")
    record = msgspec.json.decode(answer.content, type=PersonRecord)
    assert ([WANG], [at_a], ["n1"]) == (
        record.phones,
        [row.id for row in record.applications],
        [line.id for line in record.history],
    )
    assert [(at_a, "北辰电子")] == [(c.application_id, c.recipient) for c in record.consents]
    assert [((members[0],), "")] == [(found.members, found.note) for found in record.links]
    assert "李华" not in answer.text
    assert [(at_a, "record", 1)] == [(x.application_id, x.after, x.count) for x in history(hr) if x.kind == "export"]
    everything = msgspec.json.decode(desktop.http.get(f"/v1/applicants/{at_a}/record").content, type=PersonRecord)
    assert [at_a, at_b] == [row.id for row in everything.applications]


def test_consents_are_told_with_their_words(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub, WANG)
    apply(hub, WANG, job="job-b")
    answer = desktop.http.get(f"/v1/applicants/{id_}/consents")
    [given] = msgspec.json.decode(answer.content, type=ConsentList).consents
    assert (id_, "北辰电子", "招聘联系", hub.clock.ms, 0) == (
        given.application_id,
        given.recipient,
        given.purpose,
        given.at,
        given.withdrawn_at,
    )
    assert "北辰电子" in given.text
    assert 404 == desktop.http.get("/v1/applicants/gone/consents").status_code
