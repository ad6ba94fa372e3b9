"""HR's actions on a hub: what they write is told in the feed, once, whatever the desktop's clock says."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from msgspec.structs import replace
from sqlalchemy import select

from kzg_desktop.domain.actions import (
    AssignApplication,
    BookInterview,
    ClaimApplication,
    PutJob,
    PutSlot,
    RecordAttempt,
    SetApplicationStatus,
)
from kzg_desktop.domain.actions.base import put
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import Colleague, HistoryEntry, InterviewSlot
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.accounts import create_account
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.checks import check_write
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tables import consent
from tests.unit.hub.every_action import NOON, of_the_desk
from tests.unit.hub.live import Desktop, LiveHub, apply, campaign, job

Desktops = Callable[..., Desktop]


def row(desktop: Desktop, application_id: str) -> Application:
    desktop.pull()
    return msgspec.json.decode(desktop.rows["application", application_id][2], type=Application)


def history(desktop: Desktop) -> list[HistoryEntry]:
    desktop.pull()
    lines = [data for (kind, _), (_, _, data) in desktop.rows.items() if kind == "history"]
    return [msgspec.json.decode(line, type=HistoryEntry) for line in lines]


def desk_actions(hub: LiveHub, desktop: Desktop) -> tuple[str, list]:
    """Return an application and one of each action about it, for the account of *desktop*."""
    desktop.act(PutJob(job=job("job-a2", title="质检员"), base_version=0))
    id_, other = apply(hub), apply(hub, "13900139000", name="李华")
    persons = row(desktop, id_).person_id, row(desktop, other).person_id
    colleague = hub.hub.write_now(lambda t: create_account(t, name="李", role="hr", scopes=["org-a"]))
    return id_, of_the_desk(id_, me=desktop.account_id, colleague=colleague, persons=persons)


def test_old_state_plus_changes_equals_a_fresh_snapshot(hub: LiveHub, desktop: Desktop, desktops: Desktops) -> None:
    """Invariant 5, for each of HR's actions, as an administrator, HR and a host see it."""
    id_, actions = desk_actions(hub, desktop)
    watching = [desktop, desktops(hub, "hr", ("org-a",)), desktops(hub, "hr", ("org-b",)), desktops(hub, "host")]
    for number, action in enumerate(actions):
        before = desktop.seq
        [result] = desktop.act(action)
        assert None is result.problem, (action, result.problem)
        for one in (desktop, watching[1 + number % 3]):  # the others in turn, and all at the end
            one.pull(limit=2)
            assert one.snapshot() == one.rows, action
        assert before < desktop.seq, f"{action} changed nothing"
    assert {"status", "undo", "claim", "release", "hand_over", "attempt", "note", "reveal", "booking", "reminder"} | {
        "milestone",
        "follow_up",
        "wishes",
        "assignment",
        "link",
        "unlink",
        "export",
    } == {line.kind for line in history(desktop)}
    desktop.http.delete(f"/v1/applicants/{id_}").raise_for_status()
    for one in watching:
        one.pull(limit=2)
        assert one.snapshot() == one.rows


def test_each_number_has_one_effect_across_a_restart(
    start_hub: Callable[..., LiveHub], database: str, desktops: Desktops
) -> None:
    """Invariant 7: sent three times, the last time to a hub that started again; and 8: a refused one blocks nothing."""
    hub = start_hub(database=database)
    desktop = desktops(hub)
    desktop.act(*campaign())
    _, actions = desk_actions(hub, desktop)
    late = RecordAttempt(application_id="gone", event_id="x", outcome="answered")
    mutations = [desktop.mutation(action) for action in (late, *actions)]
    first = desktop.send(*mutations)
    assert ["refused", *["applied"] * len(actions)] == [result.outcome for result in first]
    assert first == desktop.send(*mutations)
    desktop.pull()
    kept = desktop.rows
    hub.close()
    again = start_hub(database=database)
    desktop.http.base_url = again.url
    assert first == desktop.send(*mutations)
    assert kept == desktop.snapshot()


@pytest.mark.parametrize("skew_ms", [-86_400_000, 0, 86_400_000])
def test_the_clock_of_a_desktop_decides_nothing(hub: LiveHub, desktop: Desktop, skew_ms: int) -> None:
    """Invariant 17: the first claim to come wins, whichever desktop believes it was earlier."""
    id_ = apply(hub)
    other = hub.desktop("hr", ("org-a",))
    [won] = other.act(ClaimApplication(application_id=id_, event_id="c1"), age_ms=-skew_ms)
    [lost] = desktop.act(ClaimApplication(application_id=id_, event_id="c2"), age_ms=skew_ms)
    other.close()
    assert ("applied", "claimed") == (won.outcome, lost.problem.type)
    assert (other.account_id, other.account_id) == (lost.problem.detail, row(desktop, id_).owner)
    assert other.account_id == msgspec.json.decode(bytes(lost.problem.current.data), type=Application).owner
    assert hub.clock.ms == row(desktop, id_).handling.owned_since


def test_a_clock_that_steps_back_changes_no_outcome(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub)
    desktop.act(RecordAttempt(application_id=id_, event_id="a1", outcome="no_answer"), age_ms=0)
    hub.clock.step(-86_400_000)
    [result] = desktop.act(
        SetApplicationStatus(application_id=id_, event_id="s1", base_status="contacting", status="reached"),
        age_ms=86_400_000,
    )
    assert None is result.problem
    one, two = (line.at for line in sorted(history(desktop), key=lambda line: line.id))
    assert one <= two
    assert "reached" == row(desktop, id_).status


def test_the_last_place_of_a_slot_is_given_once(hub: LiveHub, desktop: Desktop) -> None:
    desktop.act(PutSlot(slot=InterviewSlot(id="s", employer_id="org-a", starts_at=NOON, capacity=1)))
    ids = [apply(hub, phone, name=name) for phone, name in (("13800138000", "王小明"), ("13900139000", "李华"))]
    for id_ in ids:
        desktop.act(RecordAttempt(application_id=id_, event_id=f"a-{id_}", outcome="answered"))
    results = desktop.act(
        *(BookInterview(application_id=i, event_id=f"b-{i}", base_status="reached", slot_id="s") for i in ids)
    )
    assert [None, "slot-full"] == [r.problem and r.problem.type for r in results]


def test_a_withdrawal_ends_the_consent_and_a_new_form_begins_anew(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub)
    desktop.act(SetApplicationStatus(application_id=id_, event_id="w", base_status="new", status="withdrawn"))
    ended = hub.clock.ms

    def consents() -> list[tuple[int, int | None]]:
        query = select(consent.c.at, consent.c.withdrawn_at)
        return [tuple(found) for found in hub.hub.read_now(lambda c: c.execute(query).all())]

    assert [(ended, ended)] == consents()
    hub.clock.ms += 60_000
    assert id_ == apply(hub, city="青岛")
    again = row(desktop, id_)
    assert ("new", "青岛", hub.clock.ms, hub.clock.ms + 300_000) == (
        again.status,
        again.city,
        again.received_at,
        again.due_at,
    )
    assert [(hub.clock.ms, None)] == consents()
    assert [("new", "withdrawn"), ("withdrawn", "new")] == sorted(
        (line.before, line.after) for line in history(desktop)
    )
    assert desktop.snapshot() == desktop.rows


def test_another_employer_gets_an_application_with_a_consent_of_its_own(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub)
    move = AssignApplication(application_id=id_, event_id="m1", base_status="new", job_id="job-b")
    [refused] = desktop.act(move)
    assert ("not-possible", True) == (refused.problem.type, "南岭家电" in refused.problem.detail)
    hub.clock.ms += 1000
    there = replace(move, event_id="m2", consent_confirmed=True)
    back = replace(there, event_id="m3", job_id="job-a")
    assert ["applied"] * 2 == [result.outcome for result in desktop.act(there, back)]
    at_a, at_b = desktop.http.get(f"/v1/applicants/{id_}/consents").json()["consents"]
    assert ("北辰电子", "2026-1") == (at_a["recipient"], at_a["text_version"]), "the person's own form says more"
    assert ("南岭家电", "hr:confirmed", hub.clock.ms) == (at_b["recipient"], at_b["text_version"], at_b["at"])
    assert f"Tester（{desktop.account_id}）" in at_b["text"]
    ended = SetApplicationStatus(application_id=id_, base_status="new", status="withdrawn")
    assert "applied" == desktop.act(ended)[0].outcome
    consents = desktop.http.get(f"/v1/applicants/{id_}/consents").json()["consents"]
    assert [hub.clock.ms] * 2 == [each["withdrawn_at"] for each in consents]


def test_no_action_changes_a_line_of_the_history_or_a_colleague(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub)
    first, again = desktop.act(
        RecordAttempt(application_id=id_, event_id="a1", outcome="no_answer"),
        RecordAttempt(application_id=id_, event_id="a1", outcome="answered"),
    )
    assert (None, "not-possible") == (first.problem, again.problem.type)
    assert "contacting" == row(desktop, id_).status
    who = Who(account_id="a", device_id="d", name="", role="admin", view=1, scopes=frozenset({"*"}))
    colleague = put(Colleague(id="x@org-a", account_id="x", name="我", role="admin", at_scope="org-a"))
    with pytest.raises(Refusal, match="hub alone"):
        hub.hub.write_now(lambda t: check_write(SqlBook(t, actor="a"), who, colleague))
