"""Invariant 7 with a hub that is killed as a process while actions are on their way."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

from kzg_desktop.domain.actions import SkipLineupItem
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.embedded import EmbeddedHub
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.sync.engine import SyncEngine
from kzg_desktop.sync.session import EmbeddedCredentials
from tests.e2e.sync.house import KEY, quick
from tests.fakes import until
from tests.unit.sync.rows import CAMPAIGN, take


async def test_invariant_7_a_hub_killed_half_way_applies_each_action_once(tmp_path: Path) -> None:
    desk = await LocalDesk.open(tmp_path / "desk", KEY, SystemClock())
    await desk.act(*CAMPAIGN)
    for life in range(3):
        hub = EmbeddedHub(tmp_path / "hub")
        engine = SyncEngine(desk, await hub.start(), EmbeddedCredentials(hub.secret), backoff=quick)
        running = asyncio.create_task(engine.run())
        await until(lambda: desk.status.state == "live")
        for n in range(5):
            await desk.act(take(f"s{life}{n}"), SkipLineupItem(item_id="i2", skipped=n % 2 == 0))
        if life < 2:
            assert hub.pid is not None
            os.kill(hub.pid, signal.SIGKILL)
            await until(lambda: desk.status.state == "offline")
        else:
            await until(lambda: desk.status.waiting == 0)
            sums = {one.entity: (one.rows, one.revs) for one in (await engine.checksums()).checksums}
            # All takes but the last were ended once; of the 15 skips two found the item as they wanted it.
            assert (15, 15 + 14) == sums["air_segment"]
            assert (2, 2 + 13) == sums["lineup_item"]
            assert (15, 15) == sums["air_event"]
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await hub.stop()
    assert [f"s{life}{n}" for life in range(3) for n in range(5)] == [s.id for s in desk.segments("b1")]
    assert 0 == desk.status.refused
    await desk.close()
