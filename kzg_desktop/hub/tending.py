"""What a running hub does by itself, again and again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from kzg_desktop.domain.clock import Clock
from kzg_desktop.hub import release, retention
from kzg_desktop.hub.audit import forget_old
from kzg_desktop.hub.erasure import forget_erased
from kzg_desktop.hub.sessions import forget_expired
from kzg_desktop.hub.sightings import Sightings, keep_seen
from kzg_desktop.hub.writer import Transaction

__all__ = ["Tending"]

log = logging.getLogger(__name__)
T = TypeVar("T")

EVERY_S = 10.0
_SEEN_S = 60.0
_RETENTION_S = 3600.0


class _Database(Protocol):
    @property
    def clock(self) -> Clock: ...

    @property
    def sightings(self) -> Sightings: ...

    async def read(self, job: Callable[[Connection], T]) -> T: ...

    async def write(self, job: Callable[[Transaction], T]) -> T: ...


class Tending:
    """Releases idle claims every ten seconds, keeps once a minute who was seen, and erases what is over every hour."""

    def __init__(self, database: _Database) -> None:
        self._database = database
        self._seen_at_s = self._retention_at_s = float("-inf")

    async def forever(self) -> None:
        """Go on until cancelled; what fails is tried again."""
        while True:
            await _tried("claims", self.release)
            now_s = self._database.clock.monotonic_s()
            if now_s >= self._seen_at_s:
                self._seen_at_s = now_s + _SEEN_S
                await _tried("sightings", self.see)
            if now_s >= self._retention_at_s:
                self._retention_at_s = now_s + _RETENTION_S
                await _tried("retention", self.retain)
            await asyncio.sleep(EVERY_S)

    async def release(self) -> None:
        """Release idle claims, a few in each transaction; reads only, as long as there are none."""
        now = self._database.clock.now_ms()
        idle = await self._database.read(lambda connection: release.idle_claims(connection, now))
        for batch in _batches(idle, release.BATCH):
            await self._database.write(partial(release.release_idle, ids=batch))

    async def see(self) -> None:
        """Keep when devices were last seen, all in one transaction."""
        seen = self._database.sightings.take()
        if seen:
            await self._database.write(lambda transaction: keep_seen(transaction, seen))

    async def retain(self) -> None:
        """Erase the applications whose time is over, a few at a time, and forget what is of no use any more."""
        now = self._database.clock.now_ms()
        expired = await self._database.read(lambda connection: retention.expired_applications(connection, now))
        for batch in _batches(expired, retention.BATCH):
            await self._database.write(partial(retention.erase_expired, ids=batch))
        await self._database.write(forget_erased)
        await self._database.write(forget_old)
        await self._database.write(forget_expired)


def _batches(ids: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


async def _tried(what: str, job: Callable[[], Awaitable[Any]]) -> None:
    try:
        await job()
    except SQLAlchemyError:
        log.warning("%s: the database failed; trying again later", what, exc_info=True)
