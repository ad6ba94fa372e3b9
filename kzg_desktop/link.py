"""Between a desk and its hub: starts the embedded one if that is it, signs in, and keeps both in step."""

from __future__ import annotations

import asyncio
import importlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kzg_desktop.cache.keys import EMBEDDED, SecretStore
from kzg_desktop.collector import settle_down
from kzg_desktop.errors import HubError, HubUnreachable
from kzg_desktop.services import DeskEvent, StatusChanged
from kzg_desktop.sync.desk import LocalDesk

if TYPE_CHECKING:
    from kzg_desktop.hiring_services import Office
    from kzg_desktop.sync.engine import SyncEngine
    from kzg_desktop.sync.session import Credentials, StoredCredentials
    from kzg_desktop.wire_office import PasswordChange

__all__ = ["Link"]

log = logging.getLogger(__name__)

SOUND_AFTER_S = 60.0
"""An embedded hub that ran for so long had not failed to start."""

RESTART_AFTER_S = (0.5, 2.0, 10.0)
"""Pauses before an embedded hub that ended is started again; the last one repeats."""


class Link:
    """Keeps *desk* in step with *hub*: an address, or :data:`EMBEDDED`."""

    def __init__(self, desk: LocalDesk, secrets: SecretStore, *, hub: str, data_dir: Path) -> None:
        self.url = "" if hub == EMBEDDED else hub
        self._desk = desk
        self._secrets = secrets
        self._hub = hub
        self._data_dir = data_dir
        self._engine: SyncEngine | None = None

    @property
    def office(self) -> Office:
        """What only the hub can do. Ask for it each time: after a break the connection is another one.

        Raises:
            HubUnreachable: there is no connection.
        """
        if self._engine is None:
            raise HubUnreachable("not connected to a hub")
        return self._engine.office

    async def sign_in(self, invitation: str = "", *, login: str = "", password: str = "") -> None:
        """Sign in at the hub with an invitation code, or with name and password, once and for all later starts.

        Raises:
            HubError: it did not work.
        """
        credentials = await self._credentials(invitation=invitation, login=login, password=password)
        async with self._connected(self.url, credentials) as engine:
            await engine.sign_in()

    async def choose_password(self, change: PasswordChange) -> None:
        """Choose sign-in name and password of the account that is signed in here.

        Raises:
            HubError: it did not work.
        """
        async with self._connected(self.url, await self._credentials()) as engine:
            await engine.office.change_password(change)

    async def sign_out(self) -> None:
        """End this computer's session. Where the hub cannot be told, the tokens are dropped here all the same."""
        if self._engine is not None:
            try:
                await self._engine.sign_out()
            except HubError:
                log.warning("the hub could not be told of the sign-out", exc_info=True)
        await cast("StoredCredentials", await self._credentials()).forget()

    async def run(self) -> None:
        """Keep in step until cancelled; an embedded hub that ends is started again."""
        if self._hub != EMBEDDED:
            await self._run_engine(self.url, await self._credentials())
            return
        attempt = 0
        while True:
            began_s = self._desk.clock.monotonic_s()
            try:
                await self._run_embedded()
                detail = "the embedded hub ended and is started again"
            except HubUnreachable as error:
                detail = str(error)
            log.warning("%s", detail)
            self._desk.set_status(state="offline", offline_since=self._desk.clock.now_ms(), detail=detail)
            if self._desk.clock.monotonic_s() - began_s > SOUND_AFTER_S:
                attempt = 0
            await asyncio.sleep(RESTART_AFTER_S[min(attempt, len(RESTART_AFTER_S) - 1)])
            attempt += 1

    async def wait_live(self) -> None:
        """Wait until the cache is as new as the hub."""
        live = asyncio.Event()

        def on_event(event: DeskEvent) -> None:
            if isinstance(event, StatusChanged) and event.status.state == "live":
                live.set()

        unsubscribe = self._desk.subscribe(on_event)
        try:
            if self._desk.status.state != "live":
                await live.wait()
        finally:
            unsubscribe()

    async def hub_stored(self, entity: str) -> int:
        """Return how many rows of *entity* the hub holds in this user's view.

        Raises:
            HubError: the hub could not be asked.
        """
        if self._engine is None:
            raise HubUnreachable("not connected to a hub")
        sums = await self._engine.checksums()
        return next(found.rows for found in sums.checksums if found.entity == entity)

    async def _run_embedded(self) -> None:
        """Run an embedded hub and the engine on it until either ends."""
        from kzg_desktop.embedded import EmbeddedHub  # noqa: PLC0415 - after the first paint

        hub = EmbeddedHub(self._data_dir / "hub")
        try:
            self.url = await hub.start()
            ended = asyncio.ensure_future(hub.wait())
            engine = asyncio.ensure_future(self._run_engine(self.url, await self._credentials(secret=hub.secret)))
            try:
                await asyncio.wait([ended, engine], return_when=asyncio.FIRST_COMPLETED)
            finally:
                failure = engine.exception() if engine.done() and not engine.cancelled() else None
                engine.cancel()
                ended.cancel()
                await asyncio.gather(engine, ended, return_exceptions=True)
            if failure is not None:
                raise failure
        finally:
            await hub.stop()

    async def _run_engine(self, url: str, credentials: Credentials) -> None:
        async with self._connected(url, credentials) as engine:
            self._engine = engine
            self._desk.hub_url = url
            settle_down()  # nothing more is loaded from here on
            try:
                await engine.run()
            finally:
                self._engine = None

    @asynccontextmanager
    async def _connected(self, url: str, credentials: Credentials) -> AsyncIterator[SyncEngine]:
        module = await asyncio.to_thread(importlib.import_module, "kzg_desktop.sync.engine")  # slow: see decision 4
        engine: SyncEngine = module.SyncEngine(self._desk, url, credentials)
        try:
            yield engine
        finally:
            await engine.close()

    async def _credentials(self, *, secret: str = "", **given: str) -> Credentials:
        session = await asyncio.to_thread(importlib.import_module, "kzg_desktop.sync.session")  # slow, as above
        credentials: Credentials = (
            session.EmbeddedCredentials(secret)
            if self._hub == EMBEDDED
            else session.StoredCredentials(self._secrets, self._hub, **given)
        )
        return credentials
