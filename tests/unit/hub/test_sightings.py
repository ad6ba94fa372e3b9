"""When a device was seen last is known to the minute, at the price of one transaction a minute."""

from __future__ import annotations

import asyncio

from kzg_desktop.hub.sightings import Sightings, keep_seen
from kzg_desktop.hub.tending import Tending
from tests.unit.hub.live import LiveHub
from tests.unit.hub.test_accounts import Desktops, accounts, devices

MINUTE = 60_000


def test_an_account_was_seen_when_its_desktop_asked_last(sqlite_hub: LiveHub, desktops: Desktops) -> None:
    admin, hr = desktops(sqlite_hub), desktops(sqlite_hub, "hr", ("org-a",))
    signed_in = accounts(admin)[hr.account_id].seen_at
    sqlite_hub.clock.ms += 12 * MINUTE
    hr.pull()
    pulled_at = sqlite_hub.hub.clock.now_ms()
    assert signed_in == accounts(admin)[hr.account_id].seen_at, "not yet kept"
    asyncio.run(Tending(sqlite_hub.hub).see())
    assert pulled_at == accounts(admin)[hr.account_id].seen_at
    assert [pulled_at] == [device.seen_at for device in devices(admin) if device.account_id == hr.account_id]


def test_nothing_is_written_while_nobody_asks(sqlite_hub: LiveHub, desktops: Desktops) -> None:
    hub = sqlite_hub.hub
    desktops(sqlite_hub).pull()
    asyncio.run(Tending(hub).see())
    assert {} == hub.sightings.take()


def test_an_older_sighting_changes_nothing(sqlite_hub: LiveHub, desktops: Desktops) -> None:
    admin = desktops(sqlite_hub)
    before = accounts(admin)[admin.account_id].seen_at
    [device] = devices(admin)
    seen = Sightings()
    seen.note(device.id, before - MINUTE)
    sqlite_hub.hub.write_now(lambda transaction: keep_seen(transaction, seen.take()))
    assert before == accounts(admin)[admin.account_id].seen_at
