"""The change feed: pages, cursors, waiting, views (invariants 5, 7, 8 and 20)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import httpx
import msgspec
import pytest
from sqlalchemy import func, select

from kzg_desktop.domain.actions import (
    AddToLineup,
    AssignApplication,
    ClearAir,
    MoveInLineup,
    PutBroadcast,
    PutJob,
    PutOrganization,
    RemoveFromLineup,
    SetApplicationStatus,
    SetMode,
    SetVacancy,
    SkipLineupItem,
)
from kzg_desktop.domain.entities import Broadcast, LineupItem
from kzg_desktop.hub import tables
from kzg_desktop.hub.accounts import set_role, set_scopes
from kzg_desktop.hub.upkeep import compact, new_epoch
from kzg_desktop.wire import Mutation, MutationBatch
from tests.unit.hub.live import Desktop, LiveHub, form, job, organization, take

Desktops = Callable[..., Desktop]
_ITEM = LineupItem(id="i-a", broadcast_id="live-1", job_id="job-a", employer_id="org-a", position="a0")


def apply(hub: LiveHub, **fields: str) -> str:
    answer = httpx.post(f"{hub.url}/apply/live-1", data=form(**fields), headers={"Accept": "application/json"})
    assert 200 == answer.status_code, answer.text
    return str(answer.json()["application_id"])


def test_old_state_plus_changes_equals_a_fresh_snapshot(hub: LiveHub, desktop: Desktop) -> None:
    """Invariant 5, for each hub action in a row."""
    first = apply(hub)
    steps = [
        lambda: desktop.act(PutOrganization(organization=organization(name="北辰电子（潍坊）"))),
        lambda: desktop.act(PutJob(job=job(title="总装技工"), base_version=1)),
        lambda: desktop.act(PutBroadcast(broadcast=Broadcast(id="live-1", title="华北专场 第 12 场"))),
        lambda: desktop.act(MoveInLineup(item_id="i-a", position="a5")),
        lambda: desktop.act(SkipLineupItem(item_id="i-a", skipped=True)),
        lambda: desktop.act(SetVacancy(job_id="job-a", state="paused", note="周一恢复")),
        lambda: desktop.act(SetMode(broadcast_id="live-1", mode="rehearse", event_id="m1")),
        lambda: desktop.act(take("r1", rehearsal=True)),
        lambda: desktop.act(SetMode(broadcast_id="live-1", mode="on_air", event_id="m2")),
        lambda: desktop.act(take("s1")),
        lambda: desktop.act(take("s2", job("job-b", "org-b", "焊装工"), "i-b")),
        lambda: desktop.act(RemoveFromLineup(item_id="i-a")),
        lambda: desktop.act(ClearAir(broadcast_id="live-1", event_id="e1")),
        lambda: desktop.act(
            RemoveFromLineup(item_id="i-b"), AddToLineup(item=msgspec.structs.replace(_ITEM, id="i-b"))
        ),
        lambda: apply(hub, phone="13900139000", name="李华"),
        lambda: apply(hub, city="青岛"),
        lambda: desktop.act(SetApplicationStatus(application_id=first, base_rev=5, status="contacting")),
        *[
            lambda status=status, rev=rev: desktop.act(
                SetApplicationStatus(application_id=first, base_rev=rev, status=status)
            )
            for rev, status in enumerate(("reached", "interview_booked", "interviewed", "passed"), 6)
        ],
        lambda: desktop.act(
            AssignApplication(consent_confirmed=True, application_id=first, base_rev=10, job_id="job-b")
        ),
        lambda: desktop.http.delete(f"/v1/applicants/{first}").raise_for_status(),
    ]
    for number, step in enumerate(steps):
        before = desktop.seq
        step()
        desktop.pull(limit=2)
        assert desktop.snapshot() == desktop.rows, f"step {number}"
        assert before < desktop.seq, f"step {number} changed nothing"
    desktop.cursor = ""
    assert desktop.snapshot(limit=1) == desktop.rows


def test_a_row_that_comes_back_is_newer_than_what_desktops_hold(desktop: Desktop) -> None:
    item = msgspec.structs.replace(_ITEM, position="a9")
    desktop.act(RemoveFromLineup(item_id="i-a"), AddToLineup(item=item))
    desktop.pull()
    assert 2 < desktop.rows["lineup_item", "i-a"][0]
    assert desktop.snapshot() == desktop.rows


def test_a_page_tells_each_row_once_and_advances(hub: LiveHub, desktop: Desktop) -> None:
    for position in ("b0", "b1", "b2"):
        desktop.act(MoveInLineup(item_id="i-a", position=position))
    page = desktop.changes()
    assert [("put", "i-a")] == [(item.op, item.id) for item in page.items]
    assert (page.seq, False) == (page.head, page.more)
    cut = desktop.changes(limit=2)
    assert (True, desktop.seq + 2) == (cut.more, cut.seq)


def test_a_number_sent_again_has_one_effect_and_equal_results(desktop: Desktop) -> None:
    """Invariant 7."""
    mutation = desktop.mutation(MoveInLineup(item_id="i-a", position="c0"))
    first, again = desktop.send(mutation, mutation)
    later = desktop.send(mutation)[0]
    assert (first, first) == (again, later)
    desktop.pull()
    assert 2 == desktop.rows["lineup_item", "i-a"][0]


def test_a_batch_that_would_keep_others_waiting_is_refused_as_a_whole(sqlite_campaign: Desktop) -> None:
    move = sqlite_campaign.mutation(MoveInLineup(item_id="i-a", position="c0"))
    body = msgspec.json.encode(MutationBatch(mutations=[move] * 1001))
    answer = sqlite_campaign.http.post("/v1/mutations", content=body, headers={"Content-Type": "application/json"})
    assert (413, "too-large") == (answer.status_code, answer.json()["type"])


def test_a_number_used_for_another_mutation_is_refused_and_the_first_result_stays(desktop: Desktop) -> None:
    mutation = desktop.mutation(MoveInLineup(item_id="i-a", position="c0"))
    other = msgspec.structs.replace(mutation, id="another")
    first, reused, again = desktop.send(mutation, other, mutation)
    assert "number-reused" == reused.problem.type
    assert first == again


def test_a_refused_mutation_never_blocks_the_next_and_says_why(desktop: Desktop) -> None:
    """Invariant 8."""
    unknown = Mutation(number=1000, id="m", age_ms=0, action=msgspec.Raw(b'{"kind":"no.such"}'))
    broken = Mutation(number=1001, id="n", age_ms=0, action=msgspec.Raw(b'{"kind":"lineup.move"}'))
    results = desktop.send(
        desktop.mutation(MoveInLineup(item_id="gone", position="c0")),
        unknown,
        broken,
        desktop.mutation(MoveInLineup(item_id="i-a", position="c0")),
    )
    assert ["refused", "refused", "refused", "applied"] == [result.outcome for result in results]
    assert ["not-found", "unknown-action", "bad-request"] == [r.problem.type for r in results if r.problem]


def test_a_conflict_carries_the_row_as_it_is_now(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub)
    desktop.act(SetApplicationStatus(application_id=id_, base_rev=1, status="contacting"))
    [late] = desktop.act(SetApplicationStatus(application_id=id_, base_rev=1, status="invalid"))
    assert "conflict" == late.problem.type
    assert (2, id_) == (late.problem.current.rev, late.problem.current.id)
    assert b'"status":"contacting"' in bytes(late.problem.current.data)


def test_a_card_that_was_on_air_cannot_be_changed(desktop: Desktop) -> None:
    [_, again] = desktop.act(take("s1"), take("s1", job(title="别的岗位")))
    assert ("refused", "not-possible") == (again.outcome, again.problem.type)


def test_acknowledgement_comes_with_the_page_that_has_the_effect(desktop: Desktop) -> None:
    [result] = desktop.act(MoveInLineup(item_id="i-a", position="c0"))
    assert desktop.acked < result.number
    page = desktop.changes()
    assert (result.number, True) == (page.acked, page.seq >= result.seq)


def test_a_held_request_returns_for_an_acknowledgement_that_changed_no_row(desktop: Desktop) -> None:
    desktop.act(MoveInLineup(item_id="gone", position="c0"))
    before = time.monotonic()
    page = desktop.changes(wait=20, acked=desktop.acked)
    assert ([], desktop.number) == (page.items, page.acked)
    assert time.monotonic() - before < 5


def test_a_held_request_returns_when_something_happens(hub: LiveHub, desktop: Desktop) -> None:
    pages = []
    waiting = threading.Thread(target=lambda: pages.append(desktop.changes(wait=20)))
    waiting.start()
    id_ = apply(hub)
    waiting.join(10)
    assert [[id_]] == [[item.id for item in page.items] for page in pages]


def test_a_held_request_with_nothing_to_tell_is_empty_and_keeps_its_place(desktop: Desktop) -> None:
    page = desktop.changes(wait=0.2)
    assert ([], desktop.cursor, False) == (page.items, page.to, page.more)


def test_changes_out_of_view_are_skipped_but_passed(hub: LiveHub, desktop: Desktop, desktops: Desktops) -> None:
    hr = desktops(hub, "hr", ("org-b",))
    desktop.act(PutJob(job=job(title="新名字"), base_version=1))
    page = hr.changes()
    assert ([], page.head) == (page.items, page.seq)


def test_an_hr_account_sees_its_organisation_and_what_leaves_it_leaves(
    hub: LiveHub, desktop: Desktop, desktops: Desktops
) -> None:
    id_ = apply(hub)
    hr = desktops(hub, "hr", ("org-a",))
    assert ["王小明"] == [row["name"] for row in hr.applications()]
    assert {"org-a", ""} == {scope for _, scope, _ in hr.rows.values()}
    desktop.act(AssignApplication(consent_confirmed=True, application_id=id_, base_rev=1, job_id="job-b"))
    page = hr.changes()
    assert [("leave", id_, "")] == [(item.op, item.id, item.scope) for item in page.items]
    hr.apply(page)
    assert hr.snapshot() == hr.rows


def test_scopes_that_come_and_go_are_told_to_that_account_only(
    hub: LiveHub, desktop: Desktop, desktops: Desktops
) -> None:
    apply(hub)
    hr = desktops(hub, "hr", ("org-a",))
    hub.hub.write_now(lambda t: set_scopes(t, hr.account_id, ["org-b"]))
    page = hr.changes()
    grants = [(item.op, item.scope) for item in page.items if item.entity == "account"]
    assert [("scope_left", "org-a"), ("scope_joined", "org-b")] == grants
    hr.apply(page)
    assert hr.snapshot() == hr.rows
    assert [] == hr.applications()
    assert [] == [item for item in desktop.changes().items if item.entity == "account"]


def test_a_scope_that_left_and_came_back_is_told_as_it_is_now(
    hub: LiveHub, desktop: Desktop, desktops: Desktops
) -> None:
    hr = desktops(hub, "hr", ("org-a",))
    hub.hub.write_now(lambda t: set_scopes(t, hr.account_id, ["org-b"]))
    id_ = apply(hub)
    hub.hub.write_now(lambda t: set_scopes(t, hr.account_id, ["org-a"]))
    hr.pull()
    assert [id_] == [row["id"] for row in hr.applications()]
    assert hr.snapshot() == hr.rows


def test_hosts_see_masked_names_and_phones(hub: LiveHub, desktop: Desktop, desktops: Desktops) -> None:
    host = desktops(hub, "host")
    apply(hub)
    host.pull()
    assert [("王**", "138****8000")] == [(row["name"], row["phone"]) for row in host.applications()]
    assert host.snapshot() == host.rows


def test_another_role_makes_old_cursors_expire(hub: LiveHub, desktop: Desktop, desktops: Desktops) -> None:
    host = desktops(hub, "host")
    hub.hub.write_now(lambda t: set_role(t, host.account_id, "admin"))
    answer = host.http.get("/v1/changes", params={"since": host.cursor})
    assert (410, "view-changed") == (answer.status_code, answer.json()["type"])


@pytest.mark.parametrize("upkeep", [lambda t: compact(t, 0), new_epoch])
def test_cursors_of_another_time_expire(hub: LiveHub, desktop: Desktop, upkeep: Callable[..., object]) -> None:
    cursor = desktop.cursor
    desktop.act(MoveInLineup(item_id="i-a", position="c0"))
    hub.hub.write_now(upkeep)
    answer = desktop.http.get("/v1/changes", params={"since": cursor})
    assert (410, "cursor-expired", "rebootstrap") == (
        answer.status_code,
        answer.json()["type"],
        answer.json()["action"],
    )


def test_a_hub_compacts_its_log_at_its_start(
    start_hub: Callable[..., LiveHub], sqlite_hub: LiveHub, sqlite_campaign: Desktop
) -> None:
    sqlite_hub.close()
    again = start_hub(keep_changes=3)
    count = select(func.count()).select_from(tables.change)
    assert 3 == again.hub.write_now(lambda t: t.connection.scalar(count))


def test_cursors_survive_compaction_that_stops_before_them(hub: LiveHub, desktop: Desktop) -> None:
    desktop.act(MoveInLineup(item_id="i-a", position="c0"))
    assert desktop.seq == hub.hub.write_now(lambda t: compact(t, 1))
    desktop.pull()
    assert desktop.snapshot() == desktop.rows


@pytest.mark.parametrize("cursor", ["", "x", "AAAA", "é", "A" * 300])
def test_a_cursor_of_nobody_is_refused(desktop: Desktop, cursor: str) -> None:
    answer = desktop.http.get("/v1/changes", params={"since": cursor})
    assert (400, "invalid-cursor") == (answer.status_code, answer.json()["type"])


def test_a_cursor_of_another_account_is_refused(hub: LiveHub, desktop: Desktop, desktops: Desktops) -> None:
    other = desktops(hub)
    answer = other.http.get("/v1/changes", params={"since": desktop.cursor})
    assert (410, "view-changed") == (answer.status_code, answer.json()["type"])


def test_checksums_count_what_is_in_view(hub: LiveHub, desktop: Desktop, desktops: Desktops) -> None:
    apply(hub)
    hr = desktops(hub, "hr", ("org-b",))
    for one in (desktop, hr):
        one.pull()
        sums = {c["entity"]: (c["rows"], c["revs"]) for c in one.http.get("/v1/checksums").json()["checksums"]}
        for entity, expected in sums.items():
            revs = [rev for (kind, _), (rev, _, _) in one.rows.items() if kind == entity]
            assert expected == (len(revs), sum(revs)), entity


def test_a_late_take_moves_applications_to_the_card_that_was_on_air(hub: LiveHub, desktop: Desktop) -> None:
    clock = hub.clock
    desktop.act(take("s1"))
    clock.ms += 60_000
    early = apply(hub)
    clock.ms += 60_000
    late = apply(hub, phone="13900139000")
    desktop.pull()
    assert {early: "s1", late: "s1"} == {row["id"]: row["segment_id"] for row in desktop.applications()}
    desktop.act(take("s2", job("job-b", "org-b", "焊装工"), "i-b"), age_ms=30_000)
    desktop.pull()
    assert {early: "s1", late: "s2"} == {row["id"]: row["segment_id"] for row in desktop.applications()}
    desktop.act(ClearAir(broadcast_id="live-1", event_id="e1"), age_ms=10_000)
    desktop.pull()
    segments = {id_: msgspec.json.decode(row[2]) for (kind, id_), row in desktop.rows.items() if kind == "air_segment"}
    assert segments["s1"]["ended_at"] == segments["s2"]["started_at"]
    assert {early: "s1", late: ""} == {row["id"]: row.get("segment_id", "") for row in desktop.applications()}
    assert desktop.snapshot() == desktop.rows


def test_an_action_is_never_in_the_future_nor_older_than_two_weeks(
    hub: LiveHub, desktop: Desktop, desktops: Desktops
) -> None:
    """Invariant 17: the age counts, not a desktop's clock."""
    desktops(hub).act(take("s1"), age_ms=-86_400_000)
    desktops(hub).act(take("s2"), age_ms=10**15)
    desktop.pull()
    started = [msgspec.json.decode(desktop.rows["air_segment", id_][2])["started_at"] for id_ in ("s1", "s2")]
    assert [hub.clock.ms, hub.clock.ms - 14 * 86_400_000] == started
