"""Invariant 20 on the HR desk: every role, every entity, every route; and one employer's HR against another's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from kzg_desktop.domain.actions import (
    Action,
    AddNote,
    ApplicationAction,
    AssignApplication,
    BookInterview,
    ClaimApplication,
    HandOver,
    LinkPeople,
    LogExport,
    PutDeskRules,
    PutJob,
    PutSlot,
    PutTemplate,
    RecordAttempt,
    RemoveSlot,
    RemoveTemplate,
    SetApplicationStatus,
    UnlinkPeople,
)
from kzg_desktop.domain.entities import ENTITIES
from kzg_desktop.domain.hiring import DeskRules, InterviewSlot, PersonLink, Template
from kzg_desktop.hub.accounts import create_account
from kzg_desktop.hub.openapi import OPERATIONS
from kzg_desktop.hub.rights import PRIVATE, ROLES
from tests.unit.hub.every_action import NOON, of_the_desk
from tests.unit.hub.live import Desktop, LiveHub, apply, job

Desktops = Callable[..., Desktop]
SECRETS = ("王小明", "13800138000", "李华", "13900139000", "夫妻", "一号门", "{name}", "下午再打")


@pytest.fixture
def desk(sqlite_hub: LiveHub, sqlite_campaign: Desktop) -> list[Any]:
    """Rows of every entity at org-a; an application with its person, and those of another applicant."""
    admin = sqlite_campaign
    admin.act(PutJob(job=job("job-a2", title="质检员"), base_version=0))
    id_, other = apply(sqlite_hub), apply(sqlite_hub, "13900139000", name="李华")
    admin.pull()
    persons = tuple(row["person_id"] for row in admin.applications())
    colleague = sqlite_hub.hub.write_now(lambda t: create_account(t, name="李", role="hr", scopes=["org-a"]))
    actions = of_the_desk(id_, me=admin.account_id, colleague=colleague, persons=persons)
    kept = [a for a in actions if not isinstance(a, UnlinkPeople | RemoveTemplate | RemoveSlot)][:-1]
    assert ["applied"] * len(kept) == [result.outcome for result in admin.act(*kept)]
    admin.pull()
    return [id_, other, *persons]


def everything_sent(desktop: Desktop, start: str) -> str:
    """Return all that the feed has for an account, from a cursor of the beginning and by snapshot."""
    parts = [desktop.http.get("/v1/changes", params={"since": start, "limit": 5000}).text]
    parts += [desktop.http.get("/v1/snapshot", params={"entity": entity}).text for entity in ENTITIES]
    parts.append(desktop.http.get("/v1/checksums").text)
    return "\n".join(parts)


@pytest.mark.parametrize("role", ROLES)
def test_without_the_right_nothing_private_is_sent_by_any_route(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Desktops, request: pytest.FixtureRequest, role: str
) -> None:
    one = desktops(sqlite_hub, role)
    start = one.cursor
    id_ = request.getfixturevalue("desk")[0]
    sent = everything_sent(one, start)
    full = "applicant:pii" in ROLES[role]
    assert [full] * len(SECRETS) == [secret in sent for secret in SECRETS]
    assert (role != "organizer") == ('"phone":"138' in sent), "not even masked"
    assert '"steps":{' in sent, "a review is told how it went"
    one.pull()
    assert (set(PRIVATE) if full else set()) == {kind for kind, _ in one.rows if kind in PRIVATE}
    assert one.snapshot() == one.rows
    for path in (f"/v1/applicants/{id_}/consents", f"/v1/applicants/{id_}/record"):
        answer = one.http.get(path)
        assert (200 if full else 403) == answer.status_code
        assert full == ("北辰电子" in answer.text)
    look = one.http.post("/v1/presence", json={"application_id": id_})
    assert (200 if full else 403) == look.status_code
    correct = one.http.patch(f"/v1/applicants/{id_}", json={"city": "青岛"})
    assert (204 if "applicant:write" in ROLES[role] else 403) == correct.status_code
    [late] = one.act(SetApplicationStatus(application_id=id_, base_status="new", status="contacting"))
    told = msgspec.json.encode(late).decode()
    assert ("conflict" if full else "not-allowed") == late.problem.type
    assert full == ("13800138000" in told)


def test_every_route_about_an_application_is_in_the_matrix_above() -> None:
    paths = {o.path for o in OPERATIONS if "application_id" in o.path or o.path == "/v1/presence"}
    base = "/v1/applicants/{application_id}"
    assert {base, f"{base}/consents", f"{base}/record", "/v1/presence"} == paths


def foreign_actions(desk: list[Any], own: str, own_person: str) -> list[tuple[Action, str]]:
    """Return what the HR of org-b may try with rows of org-a, and the problem of each."""
    id_, _, person, other_person = desk
    stolen = Template(id="template-1", employer_id="org-b", title="x", text="y")
    slot = InterviewSlot(id="slot-1", employer_id="org-b", starts_at=NOON, capacity=5)
    foreign = PersonLink(id="l2", employer_id="org-a", kind="together", members=(person, other_person))
    mixed = PersonLink(id="l3", employer_id="org-b", kind="same", members=(own_person, person))
    mine = PersonLink(id="l4", employer_id="org-b", kind="apart", members=(own, id_))
    theirs = of_the_desk(id_, me="x", colleague="y", persons=(person, other_person))
    return [
        *((action, "not-found") for action in theirs if isinstance(action, ApplicationAction)),
        (SetApplicationStatus(application_id=id_, base_status="wrong", status="wrong"), "not-found"),
        (PutTemplate(template=stolen), "not-found"),
        (PutTemplate(template=msgspec.structs.replace(stolen, id="t2", employer_id="org-a")), "not-allowed"),
        (PutTemplate(template=msgspec.structs.replace(stolen, id="t3", employer_id="")), "bad-request"),
        (RemoveTemplate(template_id="template-1"), "not-found"),
        (PutSlot(slot=slot), "not-found"),
        (PutSlot(slot=msgspec.structs.replace(slot, id="s2", employer_id="org-a")), "not-allowed"),
        (RemoveSlot(slot_id="slot-1"), "not-found"),
        (PutDeskRules(rules=DeskRules(id="org-a", employer_id="org-a")), "not-found"),
        (PutDeskRules(rules=DeskRules(id="", employer_id="")), "bad-request"),
        (LinkPeople(link=foreign, application_ids=(id_,), event_id="x1"), "not-found"),
        (LinkPeople(link=mixed, application_ids=(own,), event_id="x2"), "not-found"),
        (LinkPeople(link=mixed, application_ids=(own, id_), event_id="x3"), "not-found"),
        (LinkPeople(link=mine, application_ids=(own,), event_id="x4"), "not-found"),
        (UnlinkPeople(link_id="link-1", application_ids=(own,), event_id="x5"), "not-found"),
        (LogExport(employer_id="org-a", event_id="x6", what="f", rows=1), "not-allowed"),
        (LogExport(employer_id="", event_id="x7", what="f", rows=1), "bad-request"),
        (AddNote(application_id=own, event_id="e0", text="x"), "not-found"),
        (AssignApplication(application_id=own, base_status="new", job_id="job-a", consent_confirmed=True), "not-found"),
        (RecordAttempt(application_id=own, event_id="o1", outcome="answered"), ""),
        (BookInterview(application_id=own, event_id="o2", base_status="reached", slot_id="slot-1"), "not-found"),
    ]


def test_the_hr_of_one_employer_never_touches_anothers_rows(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Desktops, desk: list[Any]
) -> None:
    hr = desktops(sqlite_hub, "hr", ("org-b",))
    own = apply(sqlite_hub, "13700137000", name="赵六", job="job-b")
    hr.pull()
    [own_person] = [row["person_id"] for row in hr.applications()]
    before = sqlite_campaign.snapshot()
    for action, problem in foreign_actions(desk, own, own_person):
        [result] = hr.act(action)
        told = msgspec.json.encode(result).decode()
        assert problem == (result.problem.type if result.problem else ""), action
        assert [] == [secret for secret in SECRETS if secret in told], action
    for path in ("", "/consents", "/record"):
        body = {} if path else {"json": {"city": "青岛"}}
        answer = hr.http.request("GET" if path else "PATCH", f"/v1/applicants/{desk[0]}{path}", **body)
        assert (404, "not-found") == (answer.status_code, answer.json()["type"])
    assert 404 == hr.http.post("/v1/presence", json={"application_id": desk[0]}).status_code
    after = sqlite_campaign.snapshot()
    assert {("application", own)} == {key for key, value in before.items() if after.get(key) != value}
    assert {("history", "o1")} == after.keys() - before.keys()


@pytest.mark.parametrize(
    ("role", "scopes", "problem"),
    [
        ("hr", ["org-a"], ""),
        ("hr", ["*"], ""),
        ("admin", ["*"], ""),
        ("hr", ["org-b"], "not-possible"),
        ("host", ["*"], "not-possible"),
        ("organizer", ["*"], "not-possible"),
        ("gone", [], "not-possible"),
    ],
)
def test_an_application_is_handed_only_to_who_may_work_on_it(
    hub: LiveHub, desktop: Desktop, role: str, scopes: list[str], problem: str
) -> None:
    id_ = apply(hub)
    to = "nobody"
    if role != "gone":
        to = hub.hub.write_now(lambda t: create_account(t, name="李", role=role, scopes=scopes))
    claimed, handed = desktop.act(
        ClaimApplication(application_id=id_, event_id="c"), HandOver(application_id=id_, event_id="h", to=to)
    )
    assert ("", problem) == tuple(r.problem.type if r.problem else "" for r in (claimed, handed))
    desktop.pull()
    assert [desktop.account_id if problem else to] == [row["owner"] for row in desktop.applications()]
