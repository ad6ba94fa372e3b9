"""What a running hub does by itself, again and again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from kzg_desktop.domain.clock import Clock
from kzg_desktop.hub.erasure import forget_erased
from kzg_desktop.hub.release import any_idle, release_idle
from kzg_desktop.hub.retention import BATCH, erase_expired, expired_persons
from kzg_desktop.hub.writer import Transaction

__all__ = ["Tending"]

log = logging.getLogger(__name__)
T = TypeVar("T")

EVERY_S = 10.0
_RETENTION_S = 3600.0


class _Database(Protocol):
    @property
    def clock(self) -> Clock: ...

    async def read(self, job: Callable[[Connection], T]) -> T: ...

    async def write(self, job: Callable[[Transaction], T]) -> T: ...


class Tending:
    """Releases idle claims every ten seconds, and erases people whose time is over once an hour."""

    def __init__(self, database: _Database) -> None:
        self._database = database
        self._retention_at_s = float("-inf")

    async def forever(self) -> None:
        """Go on until cancelled; what fails is tried again."""
        while True:
            await _tried("claims", self.release)
            now_s = self._database.clock.monotonic_s()
            if now_s >= self._retention_at_s:
                self._retention_at_s = now_s + _RETENTION_S
                await _tried("retention", self.retain)
            await asyncio.sleep(EVERY_S)

    async def release(self) -> None:
        """Release idle claims; reads only, as long as there are none."""
        now = self._database.clock.now_ms()
        if await self._database.read(lambda connection: any_idle(connection, now)):
            await self._database.write(release_idle)

    async def retain(self) -> None:
        """Erase the people whose time is over, a few in each transaction."""
        now = self._database.clock.now_ms()
        persons = await self._database.read(lambda connection: expired_persons(connection, now))
        for start in range(0, len(persons), BATCH):
            batch = persons[start : start + BATCH]
            await self._database.write(partial(erase_expired, person_ids=batch))
        await self._database.write(forget_erased)


async def _tried(what: str, job: Callable[[], Awaitable[Any]]) -> None:
    try:
        await job()
    except SQLAlchemyError:
        log.warning("%s: the database failed; trying again later", what, exc_info=True)
