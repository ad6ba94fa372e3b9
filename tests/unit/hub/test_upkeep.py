"""What a hub does by itself: claims come back, and people go when their time is over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy import func, select

from kzg_desktop.domain.actions import (
    AddNote,
    ClaimApplication,
    PutDeskRules,
    RecordAttempt,
    SetApplicationStatus,
    SetFollowUp,
)
from kzg_desktop.domain.clock import china_midnight
from kzg_desktop.domain.hiring import DeskRules, HistoryEntry
from kzg_desktop.hub import tables, tending
from kzg_desktop.hub.accounts import invite
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.release import BATCH, idle_claims, release_idle
from kzg_desktop.hub.retention import erase_expired, expired_applications
from kzg_desktop.hub.tending import Tending
from tests.unit.hub.live import Desktop, LiveHub, apply, campaign

MINUTE, DAY = 60_000, 86_400_000


def owners(desktop: Desktop) -> list[str]:
    desktop.pull()
    return [row.get("owner", "") for row in desktop.applications()]


def due(hub: LiveHub) -> bool:
    return bool(idle(hub))


def idle(hub: LiveHub) -> list[str]:
    return hub.hub.read_now(lambda connection: idle_claims(connection, hub.clock.ms))


def released(hub: LiveHub, *ids: str) -> int:
    return hub.hub.write_now(lambda t: release_idle(t, ids))


def retained(hub: LiveHub) -> int:
    persons = hub.hub.read_now(lambda connection: expired_applications(connection, hub.clock.ms))
    return hub.hub.write_now(lambda t: erase_expired(t, persons))


def test_a_claim_that_nobody_acts_on_is_released(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub)
    rules = DeskRules(id="org-a", employer_id="org-a", hand_on_after_s=86_400)
    desktop.act(PutDeskRules(rules=rules), ClaimApplication(application_id=id_, event_id="c"))
    hub.clock.ms += 30 * MINUTE - 1
    assert (False, 0) == (due(hub), released(hub, id_))
    desktop.act(RecordAttempt(application_id=id_, event_id="a", outcome="no_answer"))
    hub.clock.ms += 30 * MINUTE - 1
    assert not due(hub), "the owner did something"
    hub.clock.ms += 1
    assert (True, 1, 0, False) == (due(hub), *(released(hub, id_) for _ in range(2)), due(hub))
    assert [""] == owners(desktop)
    [line] = [
        entry
        for (kind, _), (_, _, data) in desktop.rows.items()
        if kind == "history" and (entry := msgspec.json.decode(data, type=HistoryEntry)).kind == "release"
    ]
    assert ("hub", desktop.account_id, hub.clock.ms, 0) == (line.actor, line.before, line.at, line.about)
    assert desktop.snapshot() == desktop.rows


def test_an_overdue_one_is_handed_on_and_whoever_takes_it_then_has_time(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub)
    due_at = hub.clock.ms + 5 * MINUTE
    desktop.act(ClaimApplication(application_id=id_, event_id="c1"))
    hub.clock.ms = due_at + 15 * MINUTE - 1
    assert not due(hub)
    hub.clock.ms += 1
    assert 1 == released(hub, id_)
    assert [""] == owners(desktop)
    abouts = [msgspec.json.decode(d).get("about", 0) for (k, _), (_, _, d) in desktop.rows.items() if k == "history"]
    assert due_at in abouts
    desktop.act(ClaimApplication(application_id=id_, event_id="c2"))
    hub.clock.ms += 15 * MINUTE - 1
    assert not due(hub)
    hub.clock.ms += 1
    assert due(hub)


def test_who_was_reached_stays_with_the_owner(hub: LiveHub, desktop: Desktop) -> None:
    hub.keep_everybody_signed_in()
    id_ = apply(hub)
    desktop.act(RecordAttempt(application_id=id_, event_id="a", outcome="answered"))
    hub.clock.ms += 30 * DAY
    assert (False, [desktop.account_id]) == (due(hub), owners(desktop))


def test_many_idle_claims_come_back_in_small_transactions(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub, number = sqlite_hub.hub, 2 * BATCH + 1
    leads = [{"row": n, "phone": f"138{n:08}", "job_id": "job-a", "name": "王"} for n in range(number)]
    sqlite_campaign.http.post("/v1/leads", json={"leads": leads}).raise_for_status()
    hub.write_now(lambda t: t.connection.exec_driver_sql("UPDATE application SET owner = 'somebody'"))
    sizes: list[int] = []
    write = hub.write

    async def counted(job: Callable[..., int]) -> int:
        sizes.append(await write(job))
        return sizes[-1]

    monkeypatch.setattr(hub, "write", counted)
    asyncio.run(Tending(hub).release())
    assert [BATCH, BATCH, 1] == sizes
    assert [] == idle(sqlite_hub)


def test_looking_for_idle_claims_uses_the_index(sqlite_hub: LiveHub) -> None:
    query = f"EXPLAIN QUERY PLAN SELECT id, handling FROM application WHERE {tables.HELD}"
    plan = sqlite_hub.hub.read_now(lambda c: str(c.exec_driver_sql(query).all()))
    assert "ix_application_owner" in plan


def test_each_employer_keeps_people_as_long_as_it_needs_them(hub: LiveHub, desktop: Desktop) -> None:
    hub.keep_everybody_signed_in()
    rules = DeskRules(id="org-b", employer_id="org-b", retention_days=10)
    desktop.act(PutDeskRules(rules=rules))
    stays, goes = apply(hub), apply(hub, job="job-b")
    short = apply(hub, "13900139000", name="李华", job="job-b")
    touched = apply(hub, "13700137000", name="赵六", job="job-b")
    hub.clock.ms += 5 * DAY
    desktop.act(RecordAttempt(application_id=touched, event_id="a", outcome="no_answer"))
    hub.clock.ms += 5 * DAY - 1
    assert 0 == retained(hub)
    hub.clock.ms += 1
    assert (2, 0) == (retained(hub), retained(hub))
    desktop.pull()
    assert {stays, touched} == {row["id"] for row in desktop.applications()}
    hub.clock.ms += 5 * DAY
    assert 1 == retained(hub)
    desktop.act(AddNote(application_id=stays, event_id="n", text="年后再联系"))
    hub.clock.ms += 165 * DAY
    assert 0 == retained(hub), "a note is a step"
    hub.clock.ms += 15 * DAY
    assert 1 == retained(hub)
    desktop.pull()
    assert [] == desktop.applications()
    assert desktop.snapshot() == desktop.rows
    lines = hub.hub.read_now(lambda c: c.execute(select(tables.audit).where(tables.audit.c.kind == "retention")).all())
    assert [("hub", "")] * 4 == [(line.actor, line.detail) for line in lines]
    assert {short, goes}.isdisjoint(line.subject for line in lines), "persons are named by their own ids"


def test_a_date_far_ahead_keeps_nobody_for_ever(sqlite_hub: LiveHub, sqlite_campaign: Desktop) -> None:
    hub, id_ = sqlite_hub, apply(sqlite_hub)
    hub.keep_everybody_signed_in()
    done = hub.clock.ms
    sqlite_campaign.act(SetFollowUp(application_id=id_, event_id="f", call_after=done + 20 * 365 * DAY))
    hub.clock.ms = done + (365 + 180) * DAY - 1
    assert 0 == retained(hub)
    hub.clock.ms += 1
    assert 1 == retained(hub)


def test_tokens_and_invitations_do_not_pile_up(sqlite_hub: LiveHub, sqlite_campaign: Desktop) -> None:
    hub = sqlite_hub.hub
    hub.write_now(lambda t: invite(t, sqlite_campaign.account_id))
    sqlite_hub.clock.ms += 31 * DAY
    asyncio.run(Tending(hub).retain())
    assert 1 == hub.read_now(lambda c: c.scalar(select(func.count()).select_from(tables.token))), "to be revoked yet"
    sqlite_hub.clock.ms += 400 * DAY
    asyncio.run(Tending(hub).retain())
    assert [0, 0] == [
        hub.read_now(lambda c, t=table: c.scalar(select(func.count()).select_from(t)))
        for table in (tables.token, tables.invitation)
    ]


def test_who_was_hired_stays_through_the_milestones(hub: LiveHub, desktop: Desktop) -> None:
    hub.keep_everybody_signed_in()
    id_ = apply(hub)
    starts_on = china_midnight(hub.clock.ms) + 10 * DAY
    rules = DeskRules(id="org-a", employer_id="org-a", retention_days=10)
    desktop.act(PutDeskRules(rules=rules), RecordAttempt(application_id=id_, event_id="a", outcome="answered"))
    path = ("interview_booked", "interviewed", "passed", "hired")
    for before, after in zip(("reached", *path), path, strict=False):
        step = SetApplicationStatus(application_id=id_, base_status=before, status=after, starts_on=starts_on)
        assert "applied" == desktop.act(step)[0].outcome
    hub.clock.ms = starts_on + 40 * DAY - 1
    assert 0 == retained(hub)
    hub.clock.ms += 1
    assert 1 == retained(hub)


def test_two_hubs_on_one_database_do_it_once(start_hub: Callable[..., LiveHub], postgres: str, clock) -> None:
    hubs = [start_hub(database=postgres) for _ in range(2)]
    desktop = hubs[0].desktop()
    desktop.start()
    desktop.act(*campaign())
    hubs[0].keep_everybody_signed_in()
    id_ = apply(hubs[0])
    desktop.act(ClaimApplication(application_id=id_, event_id="c"))
    clock.ms += 60 * MINUTE
    back = [hub.hub.writer.submit(lambda t: release_idle(t, [id_])) for hub in hubs]
    assert [0, 1] == sorted(future.result(20) for future in back)
    clock.ms += 400 * DAY
    persons = hubs[0].hub.read_now(lambda connection: expired_applications(connection, clock.ms))
    gone = [hub.hub.writer.submit(lambda t: erase_expired(t, persons)) for hub in hubs]
    assert [0, 1] == sorted(future.result(20) for future in gone)
    desktop.pull()
    assert desktop.snapshot() == desktop.rows
    desktop.close()


def test_a_running_hub_does_it_by_itself(
    start_hub: Callable[..., LiveHub], monkeypatch: pytest.MonkeyPatch, desktops: Callable[..., Desktop]
) -> None:
    monkeypatch.setattr(tending, "EVERY_S", 0.01)
    hub = start_hub()
    desktop = desktops(hub)
    desktop.act(*campaign())
    hub.keep_everybody_signed_in()
    id_ = apply(hub)
    desktop.act(ClaimApplication(application_id=id_, event_id="c"))
    desktop.pull()
    hub.clock.ms += 60 * MINUTE
    page = desktop.changes(wait=20)
    assert {("application", id_)} == {(item.entity, item.id) for item in page.items if item.entity == "application"}
    desktop.apply(page)
    hub.clock.ms += 400 * DAY
    while desktop.applications():
        desktop.apply(desktop.changes(wait=20))


def test_a_failing_database_is_tried_again(untended_hub: Hub, caplog: pytest.LogCaptureFixture) -> None:
    hub = untended_hub
    hub.write_now(lambda t: t.connection.exec_driver_sql("ALTER TABLE application RENAME TO gone"))
    asyncio.run(tending._tried("claims", Tending(hub).release))
    hub.write_now(lambda t: t.connection.exec_driver_sql("ALTER TABLE gone RENAME TO application"))
    asyncio.run(Tending(hub).release())
    assert ["claims: the database failed; trying again later"] == [record.getMessage() for record in caplog.records]
