"""A first start, or a fresh one: all rows of the view into a new cache file, which then takes the old one's place."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import partial
from typing import NamedTuple, TypeAlias

from kzg_desktop.cache.bootstrap import FreshCache
from kzg_desktop.cache.decode import ApplicationPage, SmallPage, decode_snapshot_page, next_key
from kzg_desktop.cache.files import discard
from kzg_desktop.cache.layout import Position
from kzg_desktop.cache.writer import Writer
from kzg_desktop.domain.entities import ENTITIES
from kzg_desktop.sync.client import HubClient
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.sync.finished import finished
from kzg_desktop.wire import PROTOCOL

__all__ = ["rebuild"]

PAGE = 2_000
"""Rows a page: decoding one holds the interpreter for a few milliseconds, which a window does not notice."""


PAGES_AHEAD = 3
"""Pages that wait for their insertion, so that hub and disk are both kept busy."""


_Page: TypeAlias = ApplicationPage | SmallPage


class _Body(NamedTuple):
    entity: str
    content: bytes


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
        await finished(desk.replace_cache())
    finally:
        await writer.run(fresh.close)
        await writer.run(lambda: discard(desk.files.fresh))


async def _fill(desk: LocalDesk, client: HubClient, writer: Writer, fresh: FreshCache) -> None:
    await writer.run(fresh.begin)
    progress = _Progress(desk)
    inserting: deque[asyncio.Task[_Page]] = deque()
    try:
        async with aclosing(_bodies(client)) as bodies:
            async for body in bodies:
                inserting.append(asyncio.create_task(writer.run(partial(_decode_and_add, fresh, body))))
                if len(inserting) > PAGES_AHEAD:
                    progress.count(await inserting.popleft())
        while inserting:
            progress.count(await inserting.popleft())
    finally:
        await asyncio.gather(*inserting, return_exceptions=True)
    await writer.run(partial(fresh.finish, progress.position()))


async def _bodies(client: HubClient) -> AsyncGenerator[_Body, None]:
    """Yield the pages of all entities as they come."""
    for entity in ENTITIES:
        after: str | None = ""
        while after is not None:
            content = await client.snapshot(entity, after=after, limit=PAGE)
            yield _Body(entity, content)
            after = next_key(content)


class _Progress:
    def __init__(self, desk: LocalDesk) -> None:
        self._desk = desk
        self._position: Position | None = None
        self._totals: dict[str, int] = {}
        self._done = 0

    def count(self, page: _Page) -> None:
        """Take a page into account that is inserted now."""
        self._position = self._position or Position(page.cursor, page.seq, page.acked, PROTOCOL)
        self._totals.setdefault(page.entity, page.total)
        self._done += len(page.items)
        total, now = sum(self._totals.values()), self._desk.clock.now_ms()
        self._desk.set_status(state="catching_up", done=self._done, total=total, synced_at=now)

    def position(self) -> Position:
        """Return where the very first page was."""
        assert self._position is not None, "there are always entities to ask for"
        return self._position


def _decode_and_add(fresh: FreshCache, body: _Body) -> _Page:
    page = decode_snapshot_page(body.entity, body.content)
    fresh.add(page)
    return page
