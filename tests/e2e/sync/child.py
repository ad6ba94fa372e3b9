"""Writes until it is killed, saying after each step what it has been promised: `python -m tests.e2e.sync.child`."""

from __future__ import annotations

import asyncio
import itertools
import sys
from pathlib import Path

from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.cache.outbox import Outbox
from kzg_desktop.cache.writer import Writer
from kzg_desktop.domain.actions import Action, ClearAir, SetMode
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.ids import new_id
from kzg_desktop.sync.desk import LocalDesk
from tests.unit.cache.samples import application, page, put
from tests.unit.sync.rows import CAMPAIGN, OTHER, take

KEY = bytes(range(32))


def append_for_ever(files: StoreFiles) -> None:
    outbox = Outbox(files.outbox, KEY, SystemClock())
    while True:
        entries = outbox.append([(ClearAir(broadcast_id="b1", event_id=new_id()), 1)] * 2)
        print(entries[-1].number, flush=True)


async def apply_for_ever(files: StoreFiles, begin: int) -> None:
    writer = Writer(files.cache, KEY)
    for n in itertools.count(begin):
        items = [put(application(n * 3 + k + 1, name="王小明")) for k in range(3)]
        applied = await writer.apply(page(f"c{n}", f"c{n + 1}", items, acked=n + 1))
        assert applied is not None
        print(n + 1, flush=True)


async def broadcast_for_ever(files: StoreFiles) -> None:
    """Be on air, and say after each step the ids of the events that the log must tell from now on."""
    desk = await LocalDesk.open(files.outbox.parent, KEY, SystemClock())
    if not desk.broadcasts():
        await desk.act(*CAMPAIGN)
    while True:
        for step in broadcast():
            await desk.act(*step)
            print(" ".join(event_of(action) for action in step), flush=True)


def broadcast() -> list[list[Action]]:
    """Return the steps of one broadcast: each is recorded whole or not at all."""
    return [
        [SetMode(broadcast_id="b1", mode="rehearse", event_id=new_id())],
        [take(new_id(), rehearsal=True)],
        [SetMode(broadcast_id="b1", mode="on_air", event_id=new_id()), take(new_id())],
        [take(new_id(), OTHER, "i2")],
        [take(new_id()), ClearAir(broadcast_id="b1", event_id=new_id(), trigger="api")],
        [take(new_id())],
        [ClearAir(broadcast_id="b1", event_id=new_id())],
        [take(new_id(), OTHER, "i2"), SetMode(broadcast_id="b1", mode="prepare", event_id=new_id())],
    ]


def event_of(action: Action) -> str:
    return str(getattr(action, "event_id", "") or getattr(action, "segment_id", ""))


if __name__ == "__main__":
    stores = StoreFiles(Path(sys.argv[2]), KEY)
    if sys.argv[1] == "append":
        append_for_ever(stores)
    if sys.argv[1] == "air":
        asyncio.run(broadcast_for_ever(stores))
    asyncio.run(apply_for_ever(stores, int(sys.argv[3])))
