"""A first start, or a fresh one: all rows of the view into a new cache file, which then takes the old one's place."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import partial

from kzg_desktop.cache.bootstrap import FreshCache
from kzg_desktop.cache.decode import ApplicationPage, SmallPage, decode_snapshot_page
from kzg_desktop.cache.files import discard
from kzg_desktop.cache.layout import Position
from kzg_desktop.cache.writer import Writer
from kzg_desktop.domain.entities import ENTITIES
from kzg_desktop.sync.client import HubClient
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.wire import PROTOCOL

__all__ = ["rebuild"]

PAGE = 2_000
"""Rows a page: decoding one holds the interpreter for a few milliseconds, which a window does not notice."""


async def rebuild(desk: LocalDesk, client: HubClient, writer: Writer) -> None:
    """Build the cache anew. What is there stays readable until the last moment, and if anything goes wrong.

    Pulling goes on from the cursor of the very first page: what changes meanwhile comes again, and is not lost.

    Raises:
        HubError, StoreError: it did not work out; nothing has changed.
    """
    await writer.close_file()
    await desk.put_damaged_aside()
    fresh = FreshCache(desk.files.fresh, desk.files.key)
    try:
        await _fill(desk, client, writer, fresh)
        await desk.replace_cache()
    finally:
        await writer.run(fresh.close)
        await writer.run(lambda: discard(desk.files.fresh))


async def _fill(desk: LocalDesk, client: HubClient, writer: Writer, fresh: FreshCache) -> None:
    await writer.run(fresh.begin)
    position: Position | None = None
    inserting: asyncio.Task[int] | None = None
    done = total = 0
    try:
        async with aclosing(_pages(client)) as pages:
            async for page, first in pages:
                position = position or Position(page.cursor, page.seq, page.acked, PROTOCOL)
                total += page.total if first else 0
                if inserting is not None:
                    done += await inserting
                desk.set_status(state="catching_up", done=done, total=total, synced_at=desk.clock.now_ms())
                # While these rows go in, the next page is on its way.
                inserting = asyncio.create_task(writer.run(partial(fresh.add, page)))
        if inserting is not None:
            await inserting
    finally:
        if inserting is not None:
            await asyncio.wait([inserting])
    assert position is not None, "there are always entities to ask for"
    await writer.run(partial(fresh.finish, position))


async def _pages(client: HubClient) -> AsyncGenerator[tuple[ApplicationPage | SmallPage, bool], None]:
    """Yield the pages of all entities, each with whether it is its entity's first."""
    for entity in ENTITIES:
        after: str | None = ""
        first = True
        while after is not None:
            body = await client.snapshot(entity, after=after, limit=PAGE)
            page = await asyncio.to_thread(decode_snapshot_page, entity, body)
            yield page, first
            after, first = page.next, False
