"""Pulling: the only way by which data comes from a hub."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, TypeVar

from kzg_desktop.cache.decode import decode_change_page, decode_scope_page
from kzg_desktop.cache.layout import Position
from kzg_desktop.cache.writer import Writer
from kzg_desktop.domain.entities import ENTITIES
from kzg_desktop.errors import (
    CursorExpired,
    HubError,
    HubRejected,
    HubUnreachable,
    KzgError,
    SignInNeeded,
    StoreDamaged,
    StoreError,
    UpgradeNeeded,
)
from kzg_desktop.sync.backoff import Backoff
from kzg_desktop.sync.client import HubClient
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.sync.finished import finished
from kzg_desktop.sync.rebuild import PAGE, rebuild
from kzg_desktop.wire import ChangePage

__all__ = ["Pull"]

log = logging.getLogger(__name__)

T = TypeVar("T")

LIMIT = 500
WAIT_S = 25.0
REBUILD_EVERY_S = 300.0
UPGRADE_PAUSE_S = 60.0

GATHER_S = 0.03
"""Pause after a page: a lone change is not delayed, and a stream of them comes as some 20 pages a second, not as 60."""


class Pull:
    """Keeps the cache up with the hub until cancelled, and the desk's status true.

    *on_contact* is called with whether the cache was built anew, each time that the hub has answered.
    """

    def __init__(
        self,
        desk: LocalDesk,
        client: HubClient,
        writer: Writer,
        backoff: Backoff,
        on_contact: Callable[[bool], None],
    ) -> None:
        self._desk = desk
        self._client = client
        self._writer = writer
        self._backoff = backoff
        self._on_contact = on_contact
        self._live = False
        self._view_changed = False
        self._began_at = 0
        self._rebuilt_s: float | None = None

    async def run(self) -> None:
        """Pull for ever."""
        while True:
            try:
                await self._step()
            except (HubError, StoreError) as error:
                self._live = False
                log.info("pulling failed: %s", error)
                await self._recover(error)

    async def _step(self) -> None:
        if self._view_changed or self._is_stale():
            await self._learn_rights()
        if self._desk.names_to_forget:
            await self._writer.close_file()
            await self._desk.forget_names()
        position = self._desk.position
        if position is None or position.stale:
            await self._rebuild(position)
            return
        page = await self._next_page(position)
        if page is None:
            return
        for item in page.items:
            if item.op == "scope_joined":
                await self._join(item.scope)
        await finished(self._apply(page))
        self._contact(page)
        if page.items and not page.more:
            await asyncio.sleep(GATHER_S)

    async def _apply(self, page: ChangePage) -> None:
        applied = await self._writer.apply(page)
        if applied is None:
            raise StoreDamaged("the cache is not where this program left it")
        await self._desk.page_applied(applied)

    async def _next_page(self, position: Position) -> ChangePage | None:
        """Return the next page, or None if the cache was lost meanwhile."""
        poll = self._client.changes(
            position.cursor, limit=LIMIT, wait_s=WAIT_S if self._live else 0.0, acked=position.acked
        )
        body = await self._unless_lost(poll)
        if body is None:
            return None
        page = await self._writer.run(partial(decode_change_page, body))
        if page.from_ != position.cursor:
            raise HubUnreachable("the hub answered another question")
        if page.now:
            self._desk.hear_time(page.now)
        return page

    async def _unless_lost(self, work: Coroutine[Any, Any, T]) -> T | None:
        """Return what *work* returns, or None at once when the cache turns out to be damaged."""
        task = asyncio.ensure_future(work)
        lost = asyncio.ensure_future(self._desk.lost_cache.wait())
        try:
            await asyncio.wait([task, lost], return_when=asyncio.FIRST_COMPLETED)
            return task.result() if task.done() else None
        finally:
            task.cancel()
            lost.cancel()
            await asyncio.gather(task, lost, return_exceptions=True)

    def _is_stale(self) -> bool:
        return self._desk.position is not None and self._desk.position.stale

    async def _rebuild(self, position: Position | None) -> None:
        while position is not None and (early_s := self._too_early_s()) > 0:
            await self._pause(early_s)
        self._desk.lost_cache.clear()
        await rebuild(self._desk, self._client, self._writer)
        self._rebuilt_s = self._desk.clock.monotonic_s()
        self._live = False
        self._began_at = self._desk.position.seq if self._desk.position is not None else 0
        self._on_contact(True)

    async def _learn_rights(self) -> None:
        """Learn what the account may see now; what it must not see any more goes before the rest is built anew."""
        await self._client.sign_in()
        if self._view_changed:
            await self._client.renew_session()
            self._view_changed = False
            self._rebuilt_s = None

    def _too_early_s(self) -> float:
        """Return how long not to build anew yet: a hub that expires cursors must not drown in it."""
        if self._rebuilt_s is None:
            return 0.0
        return self._rebuilt_s + REBUILD_EVERY_S - self._desk.clock.monotonic_s()

    async def _join(self, scope: str) -> None:
        """Fetch everything of a scope that came into view; its rows are ahead of the log, which does no harm."""
        for entity in ENTITIES:
            after: str | None = ""
            while after is not None:
                try:
                    body = await self._client.snapshot(entity, after=after, limit=PAGE, scope=scope)
                except SignInNeeded:
                    raise
                except HubRejected as error:
                    if error.problem.type != "not-allowed":
                        raise
                    return  # it left again meanwhile; the log will say so
                page = await self._writer.run(partial(decode_scope_page, body))
                applied = await self._writer.merge(page.items)
                if applied is not None:
                    await self._desk.page_applied(applied)
                after = page.next

    def _contact(self, page: ChangePage) -> None:
        """Note a page that was applied."""
        now_ms = self._desk.clock.now_ms()
        self._backoff.reset()
        if page.more:
            done, total = page.seq - self._began_at, page.head - self._began_at
            self._desk.set_status(state="catching_up", synced_at=now_ms, done=done, total=total, detail="")
        else:
            self._began_at = page.seq
            self._desk.set_status(state="live", synced_at=now_ms, offline_since=0, done=0, total=0, detail="")
        self._live = not page.more
        self._on_contact(False)

    async def _recover(self, error: KzgError) -> None:
        """Say what is wrong, mend what can be mended, and wait before the next attempt."""
        if isinstance(error, CursorExpired):
            self._view_changed |= error.problem.type == "view-changed"
            await self._expire()
        elif isinstance(error, StoreDamaged):
            self._desk.lose_cache()
            await self._pause(self._backoff.next_s())
        elif isinstance(error, SignInNeeded):
            if error.problem.type == "access-withdrawn":
                await self._withdraw()
            self._desk.set_status(state="sign_in", detail=str(error))
            await self._pause(self._backoff.next_s())
        elif isinstance(error, UpgradeNeeded):
            self._desk.set_status(state="upgrade", detail=str(error))
            await self._pause(UPGRADE_PAUSE_S)
        else:
            since = self._desk.status.offline_since or self._desk.clock.now_ms()
            self._desk.set_status(state="offline", offline_since=since, detail=str(error))
            retry_after_s = error.retry_after_s if isinstance(error, HubUnreachable) else None
            await self._pause(self._backoff.next_s(retry_after_s))

    async def _withdraw(self) -> None:
        """Keep nothing here that the user may see no more; what cannot be deleted now is tried again with the hub."""
        try:
            await self._writer.close_file()
            await self._desk.withdraw()
        except StoreError:
            log.warning("the cache of a revoked device could not be deleted", exc_info=True)

    async def _expire(self) -> None:
        """Keep showing what is there, but know that it has to be built anew."""
        self._desk.mark_stale()
        self._desk.set_status(state="catching_up", done=0, total=0)
        try:
            await self._writer.mark_stale()
        except StoreError:
            log.warning("could not note that the cache is stale", exc_info=True)

    async def _pause(self, seconds: float) -> None:
        self._desk.hurry.clear()
        try:
            async with asyncio.timeout(max(0.0, seconds)):
                await self._desk.hurry.wait()
        except TimeoutError:
            return
