"""Desk and hub together, through failures of either and of the line between."""

from __future__ import annotations

import asyncio
import threading
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import func, select

from kzg_desktop.cache.applied import Applied
from kzg_desktop.cache.writer import Writer
from kzg_desktop.domain.actions import (
    AddNote,
    AddToLineup,
    AssignApplication,
    ClearAir,
    MoveInLineup,
    PutJob,
    RemoveFromLineup,
    SetApplicationStatus,
    SetMode,
    SetVacancy,
    SkipLineupItem,
)
from kzg_desktop.domain.attribution import open_segment
from kzg_desktop.domain.ids import new_id
from kzg_desktop.errors import HubUnreachable
from kzg_desktop.hub import tables
from kzg_desktop.hub.accounts import invite, set_role, set_scopes
from kzg_desktop.hub.erasure import erase_applicant
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tokens import revoke
from kzg_desktop.hub.upkeep import compact, new_epoch
from kzg_desktop.services import ActionRefused, DeskEvent, FeedQuery
from kzg_desktop.sync import rebuild
from kzg_desktop.sync.client import HubClient
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.wire import ChangePage
from tests.e2e.sync.house import KEY, House, open_house, sign_up
from tests.fakes import Line, until
from tests.unit.cache.store import back_to_0001
from tests.unit.hub.live import LiveHub
from tests.unit.sync.rows import CAMPAIGN, JOB, OTHER, take

ROOT = Who(account_id="root", device_id="d", name="", role="admin", view=1, scopes=frozenset("*"))


def results(hub: LiveHub) -> int:
    return hub.hub.read_now(lambda c: c.scalar(select(func.count()).select_from(tables.mutation_result))) or 0


def has_results(hub: LiveHub, count: int) -> bool:
    return results(hub) == count


def port(hub: LiveHub) -> int:
    return int(hub.url.rpartition(":")[2])


async def test_what_was_done_offline_reaches_the_hub_and_a_viewers_form_reaches_the_desk(
    house: House, hub: LiveHub
) -> None:
    async with open_house(house, connect=False):
        await house.desk.act(*CAMPAIGN, take("s1"))
        house.connect()
        await house.settled()
        id_ = await sign_up(hub, "13800138000")
        await until(lambda: house.desk.position is not None and house.desk.position.seq == hub_head(hub))
        (number,) = await house.desk.feed_ids(FeedQuery(text="小明"))
        (row,) = await house.desk.feed_rows([number])
        assert (id_, "s1", "13800138000") == (row.id, row.segment_id, row.phone)
        await house.equal_hub()


def hub_head(hub: LiveHub) -> int:
    return hub.hub.read_now(lambda c: c.scalar(select(tables.head.c.head))) or 0


async def test_invariant_7_however_often_it_is_sent_it_has_one_effect(house: House, hub: LiveHub) -> None:
    async with Line(port(hub)) as line, open_house(house, connect=False):
        house.connect(line.url)
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        for n in range(6):
            await house.desk.act(take(f"s{n}"), SkipLineupItem(item_id="i2", skipped=n % 2 == 0))
            if n % 3:
                await until(partial(has_results, hub, len(CAMPAIGN) + 2 * n + 2))
            await line.cut()  # most likely before the answer has come back
            if n == 3:
                await house.disconnect()
                await house.desk.close()
                await house.open()
            line.heal()
            if not house.connected:
                house.connect(line.url)
        await house.settled()
        assert [f"s{n}" for n in range(6)] == [segment.id for segment in house.desk.segments("b1")]
        assert len(CAMPAIGN) + 12 == results(hub)
        await house.equal_hub()


async def test_invariant_8_a_refused_action_blocks_nothing_and_its_reason_shows(
    house: House, hub: LiveHub, tmp_path: Path
) -> None:
    async with open_house(house), open_house(House(tmp_path / "other", hub)) as other:
        await house.desk.act(*CAMPAIGN)
        await until(lambda: other.desk.job("j1") is not None)
        await house.disconnect()
        await other.desk.act(PutJob(job=replace(JOB, title="总装工"), base_version=1))
        await other.settled()
        events: list[DeskEvent] = []
        house.desk.subscribe(events.append)
        await house.desk.act(PutJob(job=replace(JOB, title="包装工"), base_version=1))
        await house.desk.act(MoveInLineup(item_id="i1", position="a7"))
        await house.restart()
        house.desk.subscribe(events.append)
        house.connect()
        await until(lambda: house.desk.status.refused == 1)
        await house.settled()
        (refusal,) = [event for event in events if isinstance(event, ActionRefused)]
        assert ("conflict", "包装工") == (refusal.type, refusal.action.job.title)  # type: ignore[union-attr]
        assert "version 2" in refusal.detail
        job = house.desk.job("j1")
        assert job is not None
        assert "总装工" == job.title
        assert "a7" == house.desk.lineup("b1")[1].position
        await house.restart()
        assert [refusal] == house.desk.refusals()
        await house.desk.dismiss(refusal.number)
        await house.restart()
        assert ([], 0) == (house.desk.refusals(), house.desk.status.refused)


async def test_invariant_9_the_screen_never_shows_a_confirmed_change_reverting(house: House, hub: LiveHub) -> None:
    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        seen: list[tuple[str, str]] = []

        def look(_event: DeskEvent) -> None:
            on_air = open_segment(house.desk.segments("b1"))
            item = next(item for item in house.desk.lineup("b1") if item.id == "i1")
            now = (on_air.id if on_air is not None else "", item.position)
            if not seen or seen[-1] != now:
                seen.append(now)

        house.desk.subscribe(look)
        expected = []
        for n in range(12):
            await house.desk.act(take(f"s{n:02}"))
            expected.append((f"s{n:02}", f"b{n - 1:02}" if n else "a0"))
            await house.desk.act(MoveInLineup(item_id="i1", position=f"b{n:02}"))
            expected.append((f"s{n:02}", f"b{n:02}"))
            if n % 3 == 0:
                await sign_up(hub, f"1380013800{n % 10}")
            if n % 4 == 1:
                await house.settled()
            if n == 6:
                await house.settled()
                house.clock.advance(400)
                hub.hub.write_now(new_epoch)
        await house.desk.act(ClearAir(broadcast_id="b1", event_id="e1"))
        expected.append(("", "b11"))
        await house.settled()
        assert expected == seen
        await house.equal_hub()


async def test_invariant_9_an_applications_own_step_never_reverts(house: House, hub: LiveHub) -> None:
    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        id_ = await sign_up(hub, "13800138000")
        await until(lambda: house.desk.position is not None and house.desk.position.seq == hub_head(hub))
        found = await house.desk.application(id_)
        assert found is not None
        await house.desk.act(SetApplicationStatus(application_id=id_, base_rev=found.rev, status="contacting"))
        seen = set()
        while house.desk.status.waiting:
            seen.add((await house.desk.feed_rows([1]))[0].status)
        seen.add((await house.desk.feed_rows([1]))[0].status)
        assert {"contacting"} == seen
        await house.equal_hub()


async def test_invariant_12_a_new_epoch_keeps_rows_readable_and_builds_once_in_five_minutes(
    house: House, hub: LiveHub
) -> None:
    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        first = house.desk.files.cache.stat().st_ino
        hub.hub.write_now(new_epoch)
        house.desk.try_again()
        await sign_up(hub, "13800138000")
        await until(lambda: house.desk.status.stale)
        assert {"j1", "j2"} == {job.id for job in house.desk.jobs()}
        await house.desk.act(take("s1"))
        for _ in range(3):
            house.desk.try_again()
            await asyncio.sleep(0.02)
        assert (True, first) == (house.desk.status.stale, house.desk.files.cache.stat().st_ino)
        assert ["s1"] == [segment.id for segment in house.desk.segments("b1")]
        house.clock.advance(300)
        house.desk.try_again()
        await until(lambda: not house.desk.status.stale)
        await house.equal_hub()
        assert first != house.desk.files.cache.stat().st_ino


async def test_a_compacted_log_leads_to_a_fresh_start_after_being_away(house: House, hub: LiveHub) -> None:
    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        await house.disconnect()
        await sign_up(hub, "13800138000")
        await sign_up(hub, "13800138001")
        hub.hub.write_now(lambda t: compact(t, keep=1))
        await house.desk.act(take("s1"))
        house.connect()
        await house.equal_hub()
        assert ["s1"] == [segment.id for segment in house.desk.segments("b1")]


async def test_an_update_that_knows_more_entities_fetches_what_the_cache_left_out(
    house: House, hub: LiveHub, tmp_path: Path
) -> None:
    """Vacancies and events that lie before the cursor; what waits in the outbox stays as it is."""
    async with open_house(house), open_house(House(tmp_path / "other", hub)) as other:
        await other.desk.act(*CAMPAIGN, SetMode(broadcast_id="b1", mode="on_air", event_id="m1"), take("s1"))
        await other.desk.act(SetVacancy(job_id="j1", state="paused"))
        await other.settled()
        await house.equal_hub()
        await house.disconnect()
        await house.desk.act(take("s2", OTHER, "i2"))
        await house.desk.close()
        back_to_0001(house.desk.files.cache, KEY)
        await house.open()
        entries = house.desk.unconfirmed(0)
        assert (True, ["s1", "s2"]) == (house.desk.status.stale, [s.id for s in house.desk.segments("b1")])
        house.connect()
        await until(lambda: not house.desk.status.stale)
        await house.equal_hub()
        assert ["m1", "s1", "s2"] == [event.id for event in house.desk.air_events("b1")]
        vacancy = house.desk.vacancy("j1")
        assert vacancy is not None
        assert ("paused", 1) == (vacancy.state, len(entries))


async def test_what_was_done_in_quick_succession_stays_in_its_order(house: House, hub: LiveHub) -> None:
    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        for n in range(6):
            await house.desk.act(SetMode(broadcast_id="b1", mode="on_air", event_id=f"m{n}0"), take(f"m{n}1"))
            await house.desk.act(take(f"m{n}2", OTHER, "i2"))
            await house.desk.act(ClearAir(broadcast_id="b1", event_id=f"m{n}3"))
            if n % 2:
                await house.settled()
        await house.settled()
        await house.equal_hub()
        expected = [f"m{n}{k}" for n in range(6) for k in range(4)]
        assert expected == [event.id for event in house.desk.air_events("b1")]
        assert None is open_segment(house.desk.segments("b1"))


async def test_invariant_13_what_commits_during_a_first_start_is_neither_lost_nor_resurrected(
    house: House, hub: LiveHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        ids = [await sign_up(hub, f"138001380{n:02}") for n in range(20)]
        await house.equal_hub()
        monkeypatch.setattr(rebuild, "PAGE", 5)
        original, meanwhile = HubClient.snapshot, iter(range(100))

        async def snapshot(client: HubClient, entity: str, **query: object) -> bytes:
            body = await original(client, entity, **query)  # type: ignore[arg-type]
            n = next(meanwhile)
            await sign_up(hub, f"139001390{n:02}")
            await asyncio.to_thread(hub.hub.write_now, lambda t: erase_applicant(t, ROOT, ids[n]))
            row = await house.desk.application(ids[-1 - n])
            if row is not None and n < 8:
                await house.desk.act(
                    AssignApplication(
                        consent_confirmed=True, application_id=ids[-1 - n], base_rev=row.rev, job_id="j2"
                    ),
                    SkipLineupItem(item_id="i2", skipped=n % 2 == 0),
                )
                await house.settled()
            return body

        monkeypatch.setattr(HubClient, "snapshot", snapshot)
        late = House(tmp_path / "late", hub, role="hr", scopes=("o1",))
        async with open_house(late):
            await until(lambda: late.desk.position is not None, 20)
            monkeypatch.setattr(HubClient, "snapshot", original)
            await late.equal_hub()
            await house.equal_hub()
        assert next(meanwhile) >= 6


async def test_invariant_14_a_stalled_line_is_noticed_and_sending_resumes(house: House, hub: LiveHub) -> None:
    async with Line(port(hub)) as line, open_house(house, connect=False):
        house.connect(line.url, read_s=0.4)
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        line.stall()
        await house.desk.act(take("s1"))
        await until(lambda: house.desk.status.state == "offline")
        assert house.clock.now_ms() == house.desk.status.offline_since
        assert 1 == house.desk.status.waiting
        await line.cut()
        line.heal()
        await until(lambda: house.desk.status.waiting == 0)
        assert ["s1"] == [segment.id for segment in house.desk.segments("b1")]


@pytest.mark.parametrize("days", [-1, 1])
async def test_invariant_17_a_clock_a_day_off_changes_no_outcome(house: House, hub: LiveHub, days: int) -> None:
    async with open_house(house, connect=False):
        house.clock.step(hub.clock.now_ms() / 1000 - house.clock.now_ms() / 1000 + days * 86_400)
        await house.desk.act(*CAMPAIGN, take("s1"))
        house.clock.advance(60)
        house.clock.step(-3600)
        await house.desk.act(take("s2", OTHER, "i2"))
        shown = open_segment(house.desk.segments("b1"))
        assert shown is not None
        assert "s2" == shown.id
        house.connect()
        await house.settled()
        first, second = house.desk.segments("b1")
        now = hub.clock.now_ms()
        assert ("s1", "s2", None) == (first.id, second.id, second.ended_at)
        assert first.ended_at == second.started_at
        assert 60_000 == pytest.approx(second.started_at - first.started_at, abs=5000)
        assert now == pytest.approx(second.started_at, abs=5000)


async def test_invariant_18_a_cache_damaged_while_in_use_is_rebuilt(house: House, hub: LiveHub) -> None:
    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        for n in range(10):
            await sign_up(hub, f"138001380{n:02}")
        await house.equal_hub()
        await house.disconnect()
        await house.desk.act(take("s1"))
        path = house.desk.files.cache

        def damage() -> None:
            data = bytearray(path.read_bytes())
            for at in range(100, len(data), 4096):
                data[at] ^= 0xFF
            path.write_bytes(data)

        await house.desk._cached._reader.with_file_closed(damage)
        house.connect()
        await until(lambda: len(house.desk.quarantined) == 1)
        await house.equal_hub()
        assert ["s1"] == [segment.id for segment in house.desk.segments("b1")]


async def test_disconnecting_while_a_page_is_written_is_no_damage(
    house: House, hub: LiveHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    real = Writer._apply

    def slow(writer: Writer, page: ChangePage) -> Applied | None:
        if page.items:
            begun.set()
            assert go_on.wait(20)
        return real(writer, page)

    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        monkeypatch.setattr(Writer, "_apply", slow)
        await sign_up(hub, "13800138000")
        assert await asyncio.to_thread(begun.wait, 20)
        ending = asyncio.create_task(house.disconnect())
        await asyncio.sleep(0)
        go_on.set()
        await ending
        house.connect()
        await house.equal_hub()
        assert [] == house.desk.quarantined


async def test_a_scope_comes_with_all_its_rows_and_goes_with_them(house: House, hub: LiveHub, tmp_path: Path) -> None:
    async with open_house(house), open_house(House(tmp_path / "hr", hub, role="hr", scopes=("o1",))) as hr:
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        for n in range(5):
            await sign_up(hub, f"138001380{n:02}", job="j1" if n % 2 else "j2")
        await hr.equal_hub()
        assert ["j1"] == [job.id for job in hr.desk.jobs()]
        hub.hub.write_now(lambda t: set_scopes(t, hr.account_id, ["o1", "o2"]))
        await until(lambda: len(hr.desk.jobs()) == 2)
        await hr.equal_hub()
        assert 5 == len(await hr.desk.feed_ids(FeedQuery()))
        hub.hub.write_now(lambda t: set_scopes(t, hr.account_id, ["o2"]))
        await until(lambda: len(hr.desk.jobs()) == 1)
        await hr.equal_hub()
        assert ["j2"] == [job.id for job in hr.desk.jobs()]


async def test_a_revoked_device_keeps_nothing_but_what_was_done_on_it(
    house: House, hub: LiveHub, tmp_path: Path
) -> None:
    async with open_house(house), open_house(House(tmp_path / "lost", hub, role="hr")) as other:
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        id_ = await sign_up(hub, "13800138000")
        await other.equal_hub()
        await other.disconnect()
        await other.desk.act(AddNote(application_id=id_, text="约好下午", event_id=new_id()))
        device = other.desk.recorded.device_id
        hub.hub.write_now(lambda t: revoke(t, tables.token.c.device_id == device))
        other.connect()
        await until(lambda: other.desk.status.state == "sign_in")
        assert [] == (await other.desk.feed_ids(FeedQuery())).tolist()
        assert (False, 1) == (other.desk.files.cache.exists(), other.desk.status.waiting)
        assert not other.desk.may("applicant:pii")
        await other.restart()
        assert [] == other.desk.jobs()
        other.credentials.invite(hub.hub.write_now(lambda t: invite(t, other.account_id)))
        other.desk.try_again()
        await other.equal_hub()
        assert "约好下午" in (await other.desk.feed_rows([1]))[0].notes


async def test_a_role_that_was_lost_while_the_desktop_was_off_takes_the_names_with_it(
    house: House, hub: LiveHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desktop signs in anew, and learns so which rights it has, before it asks for changes."""
    async with open_house(house), open_house(House(tmp_path / "host", hub, role="hr")) as other:
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        id_ = await sign_up(hub, "13800138000")
        await other.equal_hub()
        await other.desk.keep_export(tmp_path / "names.xlsx", [id_])
        await other.disconnect()
        await other.desk.act(AddNote(application_id=id_, text="约好下午", event_id=new_id()))
        hub.hub.write_now(lambda t: set_role(t, other.account_id, "host"))
        await other.restart()
        full = HubClient.snapshot

        async def lost(client: HubClient, entity: str, **query: object) -> bytes:
            raise HubUnreachable("in a tunnel")

        monkeypatch.setattr(HubClient, "snapshot", lost)
        other.connect()
        await until(lambda: other.desk.status.state == "offline")
        assert (False, False) == (other.desk.may("applicant:pii"), other.desk.files.cache.exists())
        assert ([], 0) == ((await other.desk.feed_ids(FeedQuery())).tolist(), other.desk.status.waiting)
        await other.restart()
        assert not other.desk.may("applicant:pii")
        monkeypatch.setattr(HubClient, "snapshot", full)
        await other.equal_hub()
        assert [True] == [file.outdated for file in await other.desk.exports()]


async def test_a_power_cut_while_names_are_forgotten_keeps_none(
    house: House, hub: LiveHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_house(house), open_house(House(tmp_path / "host", hub, role="hr")) as other:
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        id_ = await sign_up(hub, "13800138000")
        await other.equal_hub()
        await other.desk.keep_export(tmp_path / "names.xlsx", [id_])
        reached = asyncio.Event()

        async def cut(_desk: LocalDesk) -> None:
            reached.set()
            await asyncio.Event().wait()

        with monkeypatch.context() as patched:
            patched.setattr(LocalDesk, "forget_names", cut)
            hub.hub.write_now(lambda t: set_role(t, other.account_id, "host"))
            await reached.wait()
            await other.disconnect()
            await other.desk.close()
        await other.open()
        other.connect()
        await other.equal_hub()
        assert [True] == [file.outdated for file in await other.desk.exports()]


async def test_a_revoked_devices_cache_that_cannot_be_deleted_yet_is_tried_again(house: House, hub: LiveHub) -> None:
    """On Windows, whatever looks at a file keeps it from being deleted; here a folder stands in its place."""
    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        aside = house.desk.files.cache.with_name(f"{house.desk.files.cache.name}.damaged-20260301T000000")
        aside.write_bytes(b"names")
        (held := house.desk.files.cache.with_name(f"{house.desk.files.cache.name}-journal")).mkdir()
        device = house.desk.recorded.device_id
        hub.hub.write_now(lambda t: revoke(t, tables.token.c.device_id == device))
        house.desk.try_again()
        await until(lambda: house.desk.status.state == "sign_in", 30)
        assert (True, []) == (aside.exists(), house.desk.jobs())
        assert not house.desk.may("applicant:pii")
        held.rmdir()
        await until(lambda: not aside.exists())
        assert not house.desk.files.cache.exists()
        house.credentials.invite(hub.hub.write_now(lambda t: invite(t, house.account_id)))
        await house.equal_hub()


async def test_another_role_starts_afresh_with_what_it_may_see(house: House, hub: LiveHub, tmp_path: Path) -> None:
    """At once, however lately the cache was built: names that one must not see cannot wait."""
    async with open_house(house), open_house(House(tmp_path / "host", hub, role="admin")) as other:
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        id_ = await sign_up(hub, "13800138000")
        await other.equal_hub()
        await other.desk.keep_export(tmp_path / "names.xlsx", [id_])
        hub.hub.write_now(lambda t: set_role(t, other.account_id, "host"))
        await house.desk.act(take("s1"))
        await until(lambda: other.desk.segments("b1"))
        assert not other.desk.may("applicant:pii")
        await other.equal_hub()
        assert ["138****8000"] == [row.phone for row in await other.desk.feed_rows([1])]
        assert [True] == [file.outdated for file in await other.desk.exports()]


async def test_a_removed_item_that_comes_back_has_its_new_place(house: House, hub: LiveHub, tmp_path: Path) -> None:
    async with open_house(house), open_house(House(tmp_path / "other", hub)) as other:
        await house.desk.act(*CAMPAIGN)
        for n in range(3):
            await house.desk.act(MoveInLineup(item_id="i1", position=f"c{n}"))
        await house.settled()
        await other.equal_hub()
        item = next(item for item in house.desk.lineup("b1") if item.id == "i1")
        await house.desk.act(RemoveFromLineup(item_id="i1"), AddToLineup(item=replace(item, position="a5")))
        await house.settled()
        await other.equal_hub()
        await house.equal_hub()
        assert "a5" == next(item for item in other.desk.lineup("b1") if item.id == "i1").position


async def test_being_signed_out_shows_and_an_invitation_mends_it(house: House, hub: LiveHub) -> None:
    async with open_house(house):
        await house.desk.act(*CAMPAIGN)
        await house.settled()
        await house.disconnect()
        hub.hub.write_now(lambda t: t.connection.execute(tables.token.delete()))
        await house.desk.act(take("s1"))
        house.connect()
        await until(lambda: house.desk.status.state == "sign_in")
        assert 1 == house.desk.status.waiting
        house.credentials.invite(hub.hub.write_now(lambda t: invite(t, house.account_id)))
        house.desk.try_again()
        await house.equal_hub()
        assert house.desk.account is not None
        assert house.account_id == house.desk.account.id
