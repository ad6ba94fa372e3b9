"""The cache as the desk uses it: there or not there yet, readable or damaged, and now and then replaced."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from sqlcipher3 import dbapi2

from kzg_desktop.cache.feed import versioned_applications
from kzg_desktop.cache.files import StoreFiles, discard, quarantine, replace_database
from kzg_desktop.cache.layout import REVISION, Position
from kzg_desktop.cache.reader import Reader, Rows, load_rows, position, revision
from kzg_desktop.cache.sqlite import connect, store_errors
from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import StoreDamaged
from kzg_desktop.wire import PROTOCOL

__all__ = ["Cached"]

log = logging.getLogger(__name__)

T = TypeVar("T")


class Cached:
    """The cache file behind one reader.

    ``position`` is None while there is nothing to read; then each question is answered with its default. ``damaged``:
    the file was found damaged and is still in its place.
    """

    def __init__(self, files: StoreFiles, clock: Clock, on_lost: Callable[[], None]) -> None:
        self._files = files
        self._clock = clock
        self._on_lost = on_lost
        self._reader = Reader(files.cache, files.key)
        self.position: Position | None = None
        self.damaged = False
        self.quarantined: list[Path] = []

    async def open(self) -> Rows:
        """Open the file, if there is one, and return the rows of the entities that are few.

        A damaged file is put aside.
        """
        discarded = self._files.fresh
        await self._reader.with_file_closed(lambda: discard(discarded))
        try:
            return await self._load()
        except StoreDamaged:
            log.exception("the cache is damaged")
            self.damaged = True
            await self.put_aside()
            return {}

    async def ask(self, question: Callable[[dbapi2.Connection], T], default: T) -> T:
        """Return what *question* finds out, or *default* while there is nothing to read."""
        if self.position is None:
            return default
        try:
            return await self._reader.read(question)
        except StoreDamaged:
            log.exception("the cache is damaged")
            self.lose()
            return default

    def lose(self) -> None:
        """Read no more from a file that turned out to be damaged."""
        if self.position is not None:
            self.position = None
            self.damaged = True
            self._on_lost()

    async def discard(self) -> None:
        """Delete the file, and those that were put aside. Nobody else may have it open.

        Raises:
            StoreFull: the folder cannot be written; nothing is read from the file any more all the same.
        """
        was_there = self.position is not None
        self.position = None  # first: a question that comes meanwhile must not look for the file
        if was_there:
            self._on_lost()
        await self._reader.with_file_closed(self._files.discard_caches)
        self.damaged = False

    def mark_stale(self) -> None:
        """Note that the hub does not know the position any more."""
        if self.position is not None:
            self.position = replace(self.position, stale=True)

    async def put_aside(self) -> None:
        """Rename a damaged file. Nothing else may have it open."""
        if self.damaged:
            aside = await self._reader.with_file_closed(lambda: quarantine(self._files.cache, self._clock.now_ms()))
            self.quarantined.append(aside)
            self.damaged = False
            log.error("the damaged cache was put aside as %s", aside.name)

    async def missing_in_fresh(self, application_ids: Collection[str]) -> set[str]:
        """Return those of the applications that the finished fresh file does not have."""
        return await self._reader.with_file_closed(lambda: self._missing(application_ids))

    def _missing(self, application_ids: Collection[str]) -> set[str]:
        with store_errors(), closing(connect(self._files.fresh, self._files.key)) as connection:
            return set(application_ids) - versioned_applications(connection, application_ids).keys()

    async def replace(self) -> Rows:
        """Put the finished fresh file in the place of the cache and return its rows. Nobody may be writing to it."""
        await self._reader.with_file_closed(lambda: replace_database(self._files.fresh, self._files.cache))
        return await self._load()

    async def close(self) -> None:
        """Close the file."""
        await self._reader.close()

    async def _load(self) -> Rows:
        if not await self._reader.with_file_closed(self._files.cache.exists):
            return {}
        if await self._reader.read(revision) != REVISION:
            await self._reader.with_file_closed(self._migrate)
        found, rows = await self._reader.read(lambda connection: (position(connection), load_rows(connection)))
        if found is not None and found.protocol != PROTOCOL:
            return {}  # another version's notion of rows: readable by that version only, and rebuilt
        self.position = found
        return rows

    def _migrate(self) -> None:
        from kzg_desktop.cache.migrate import migrate  # noqa: PLC0415 -- loads Alembic; only after an update

        migrate(self._files.cache, self._files.key)
