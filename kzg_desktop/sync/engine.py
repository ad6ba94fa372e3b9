"""What keeps a desk and its hub together. Import it late: it loads httpx and SQLAlchemy."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from kzg_desktop.cache.writer import Writer
from kzg_desktop.sync.backoff import Backoff
from kzg_desktop.sync.client import READ_S, HubClient
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.sync.office import HubOffice
from kzg_desktop.sync.pull import Pull
from kzg_desktop.sync.push import Push
from kzg_desktop.sync.session import Credentials, DeviceSession
from kzg_desktop.wire import Account, Checksums

__all__ = ["SyncEngine"]


class SyncEngine:
    """Pulls and pushes while :meth:`run` runs; the desk's status says how it goes.

    *backoff* makes the waits between attempts; tests hand in short ones.
    """

    def __init__(
        self,
        desk: LocalDesk,
        hub_url: str,
        credentials: Credentials,
        *,
        backoff: Callable[[], Backoff] = Backoff,
        read_s: float = READ_S,
    ) -> None:
        self._client = HubClient(hub_url, desk.clock, read_s=read_s)
        self._session = DeviceSession(desk, self._client, credentials)
        self._client.use(self._session)
        self.office = HubOffice(self._client)
        self._desk = desk
        self._writer = Writer(desk.files.cache, desk.files.key, desk.recorded.see_off)
        self._push = Push(desk, self._client, backoff())
        self._pull = Pull(desk, self._client, self._writer, backoff(), self._push.hub_answered)

    async def sign_in(self) -> Account:
        """Sign in now, to tell the user at once if that does not work; :meth:`run` does it by itself.

        Raises:
            HubError: it did not work.
        """
        await self._session.current()
        account = self._desk.account
        assert account is not None, "signing in tells the desk"
        return account

    async def sign_out(self) -> None:
        """End this device's session at the hub.

        Raises:
            HubError: the hub could not be told.
        """
        await self._client.sign_out()

    async def checksums(self) -> Checksums:
        """Return what a complete cache holds, to compare.

        Raises:
            HubError: the hub could not be asked.
        """
        return await self._client.checksums()

    async def run(self) -> None:
        """Keep desk and hub together until cancelled."""
        pulling = asyncio.create_task(self._pull.run(), name="pull")
        pushing = asyncio.create_task(self._push.run(), name="push")
        try:
            await asyncio.wait([pulling, pushing], return_when=asyncio.FIRST_EXCEPTION)
            for task in (pulling, pushing):
                if task.done():
                    await task  # it never ends by itself: this raises what went wrong
        finally:
            pulling.cancel()
            pushing.cancel()
            await asyncio.gather(pulling, pushing, return_exceptions=True)
            await self.close()

    async def close(self) -> None:
        """Close connections and the cache's writing side; only needed if :meth:`run` never ran."""
        await self._writer.close()
        await self._client.close()
