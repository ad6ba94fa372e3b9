"""Writes until it is killed, saying after each step what it has been promised: `python -m tests.e2e.sync.child`."""

from __future__ import annotations

import asyncio
import itertools
import sys
from pathlib import Path

from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.cache.outbox import Outbox
from kzg_desktop.cache.writer import Writer
from kzg_desktop.domain.actions import ClearAir
from kzg_desktop.domain.clock import SystemClock
from tests.unit.cache.samples import application, page, put

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


if __name__ == "__main__":
    stores = StoreFiles(Path(sys.argv[2]), KEY)
    if sys.argv[1] == "append":
        append_for_ever(stores)
    asyncio.run(apply_for_ever(stores, int(sys.argv[3])))
