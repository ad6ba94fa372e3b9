"""Pushing: the user's actions on their way to the hub, in order, until each has its result."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

import msgspec

from kzg_desktop.cache.outbox import Entry
from kzg_desktop.errors import HubError, HubRejected, HubUnreachable, SignInNeeded, StoreError, UpgradeNeeded
from kzg_desktop.sync.backoff import Backoff
from kzg_desktop.sync.client import HubClient
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.wire import Mutation, MutationBatch, MutationResult

__all__ = ["Push"]

log = logging.getLogger(__name__)

BATCH = 100
BATCH_BYTES = 1_000_000


class Push:
    """Sends the outbox until cancelled. The hub applies each number once, so whatever is in doubt is sent again."""

    def __init__(self, desk: LocalDesk, client: HubClient, backoff: Backoff) -> None:
        self._desk = desk
        self._client = client
        self._backoff = backoff
        self._answered = 0
        self._batch = BATCH
        self._reachable = asyncio.Event()

    def hub_answered(self, rebuilt: bool) -> None:
        """Try at once, since the hub is there; all over again if it may have been restored from before."""
        if rebuilt:
            self._answered = 0
            self._desk.changed_outbox.set()
        self._reachable.set()

    async def run(self) -> None:
        """Push for ever."""
        while True:
            self._desk.changed_outbox.clear()
            entries = self._next()
            if not entries:
                await self._desk.changed_outbox.wait()
                continue
            self._reachable.clear()
            try:
                await self._send(entries)
            except (HubError, StoreError) as error:
                log.info("pushing failed: %s", error)
                await self._pause(error)

    def _next(self) -> list[Entry]:
        entries: list[Entry] = []
        size = 0
        for entry in self._desk.unconfirmed(self._answered)[: self._batch]:
            size += len(entry.action)
            if entries and size > BATCH_BYTES:
                break
            entries.append(entry)
        return entries

    async def _send(self, entries: Sequence[Entry]) -> None:
        try:
            results = await self._ask(entries)
        except (SignInNeeded, UpgradeNeeded):
            raise
        except HubRejected as error:
            if len(entries) > 1:
                self._batch = 1  # one of them is to blame; find out which
                return
            results = [_refused(entries[0], error)]
        await self._desk.store_results(results)
        self._answered = entries[-1].number
        self._batch = BATCH
        self._backoff.reset()

    async def _ask(self, entries: Sequence[Entry]) -> list[MutationResult]:
        clock = self._desk.clock
        batch = MutationBatch(
            mutations=[
                Mutation(number=e.number, id=e.id, age_ms=e.age_ms(clock), action=msgspec.Raw(e.action))
                for e in entries
            ]
        )
        results = (await self._client.mutations(batch)).results
        if [(r.number, r.id) for r in results] != [(e.number, e.id) for e in entries]:
            raise HubUnreachable("the hub answered for other actions than it was sent")
        return results

    async def _pause(self, error: HubError | StoreError) -> None:
        """Wait before the next attempt, at most until pulling has found the hub again."""
        wait_s = error.retry_after_s if isinstance(error, HubUnreachable) else None
        try:
            async with asyncio.timeout(self._backoff.next_s(wait_s)):
                await self._reachable.wait()
        except TimeoutError:
            return


def _refused(entry: Entry, error: HubRejected) -> MutationResult:
    return MutationResult(number=entry.number, id=entry.id, outcome="refused", seq=0, problem=error.problem)
