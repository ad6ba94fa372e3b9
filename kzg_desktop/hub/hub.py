"""One running hub: its database, keys, writer and readers, put together and closed together."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from kzg_desktop.domain.clock import Clock, ForwardClock
from kzg_desktop.errors import InvalidInput
from kzg_desktop.hub import tables
from kzg_desktop.hub.database import migrate, open_engine
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.limits import Buckets
from kzg_desktop.hub.presence import PresenceBoard
from kzg_desktop.hub.settings import Settings
from kzg_desktop.hub.sightings import Sightings
from kzg_desktop.hub.tending import Tending
from kzg_desktop.hub.upkeep import compact
from kzg_desktop.hub.wake import Wake
from kzg_desktop.hub.writer import Transaction, Writer

__all__ = ["Hub"]

log = logging.getLogger(__name__)
T = TypeVar("T")

_READERS = 4
_POLL_S = 0.5


class Hub:
    """Everything that the routes share. Opening it brings the database up to date; :meth:`close` ends its threads.

    Raises:
        InvalidInput: the database URL or the key cannot be used, or the database does not answer.
        UnsafeSqlite: this SQLite build is not safe.
    """

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = ForwardClock(clock)  # set back in a show, it would put a take under the card that it replaces
        self.wake = Wake()
        self.presence = PresenceBoard()
        self.sightings = Sightings()
        limits = settings.limits
        self.addresses = Buckets(limits.address_burst, limits.address_per_s)
        self.phones = Buckets(limits.phone_burst, limits.phone_per_s)
        self.failed_sign_ins = Buckets(limits.failed_sign_in_burst, limits.failed_sign_in_per_s)
        self._writing = open_engine(settings, writing=True)
        self._reading = open_engine(settings, writing=False)
        self.keys = self._open()
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="hub-reader")
        self.writer = Writer(self._writing, self.clock, self.wake.notify)

    def _open(self) -> Keys:
        """Bring the database up to date and return its keys; a database keeps those it was first opened with."""
        try:
            migrate(self._writing)
            with self._writing.begin() as connection:
                check = connection.scalar(select(tables.head.c.key_check).with_for_update())
                keys = Keys.load(self.settings.data_dir, check)
                if check is None:
                    connection.execute(update(tables.head).values(key_check=keys.check))
        except OperationalError as error:
            self._writing.dispose()
            reason = str(error.orig).strip().partition("\n")[0]
            raise InvalidInput(f"the database cannot be opened: {reason}") from error
        except BaseException:
            self._writing.dispose()
            raise
        return keys

    async def read(self, job: Callable[[Connection], T]) -> T:
        """Run *job* on a reader's thread, in one consistent view of the database."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self.read_now, job)

    def read_now(self, job: Callable[[Connection], T]) -> T:
        """Run *job* on this thread."""
        with self._reading.connect() as connection:
            return job(connection)

    async def write(self, job: Callable[[Transaction], T]) -> T:
        """Run *job* on the writer's thread; returns when it is on disk."""
        return await asyncio.wrap_future(self.writer.submit(job))

    def write_now(self, job: Callable[[Transaction], T]) -> T:
        """Run *job* on the writer's thread and wait, from another thread than the loop's."""
        return self.writer.submit(job).result()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serve on the running loop, and close at the end."""
        self.wake.bind(asyncio.get_running_loop())
        self.writer.submit(lambda t: compact(t, self.settings.keep_changes)).add_done_callback(_log_failure)
        tasks = [asyncio.create_task(Tending(self).forever())]
        if self._writing.dialect.name == "postgresql":
            tasks.append(asyncio.create_task(self._watch_others()))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.to_thread(self.close)

    def close(self) -> None:
        """Finish what is queued, and close the database."""
        self.writer.close()
        self._readers.shutdown()
        self._writing.dispose()
        self._reading.dispose()

    async def _watch_others(self) -> None:
        """Wake waiters for commits of other hubs on the same PostgreSQL."""
        seen: int | None = None
        while True:
            try:
                head = await self.read(lambda connection: connection.scalar(select(tables.head.c.head)))
            except SQLAlchemyError:
                log.warning("cannot look for commits of other hubs; trying again", exc_info=True)
            else:
                if head != seen:
                    self.wake.notify()
                seen = head
            await asyncio.sleep(_POLL_S)


def _log_failure(compacted: Future[Any]) -> None:
    if not compacted.cancelled() and (error := compacted.exception()) is not None:
        log.warning("the log could not be compacted; the next start tries again", exc_info=error)
