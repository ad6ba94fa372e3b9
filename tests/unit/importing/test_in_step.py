"""Leads wait until the hub knows what was done here."""

from __future__ import annotations

import asyncio

import pytest

from kzg_desktop.errors import HubUnreachable
from kzg_desktop.importing import in_step as module
from kzg_desktop.importing.in_step import in_step
from kzg_desktop.services import LinkState, SyncStatus
from tests.gui.fake_desk import FakeDesk


async def test_a_desk_in_step_is_not_waited_for() -> None:
    await in_step(FakeDesk())


async def test_it_waits_for_the_link_and_for_what_is_on_its_way() -> None:
    desk = FakeDesk()
    desk.set_status(SyncStatus(state="starting"))
    waiting = asyncio.create_task(in_step(desk))
    for status in (SyncStatus(state="catching_up"), SyncStatus(state="live", waiting=1)):
        await asyncio.sleep(0)
        desk.set_status(status)
    await asyncio.sleep(0)
    assert not waiting.done()
    desk.set_status(SyncStatus(state="live"))
    await waiting


@pytest.mark.parametrize("state", ["offline", "sign_in", "upgrade"])
async def test_a_hub_that_is_away_is_said_at_once(state: LinkState) -> None:
    desk = FakeDesk()
    desk.set_status(SyncStatus(state=state, detail="no route"))
    with pytest.raises(HubUnreachable, match="no route"):
        await in_step(desk)


async def test_what_is_not_taken_in_time_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PUSHED_WITHIN_S", 0.01)
    desk = FakeDesk()
    desk.set_status(SyncStatus(state="live", waiting=1))
    with pytest.raises(HubUnreachable, match="没有送达"):
        await in_step(desk)
