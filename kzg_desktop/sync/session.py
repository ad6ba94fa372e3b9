"""Signing this device in, and keeping it signed in."""

from __future__ import annotations

import asyncio
import platform
from typing import Protocol

from msgspec.structs import replace

from kzg_desktop.cache.keys import SecretStore
from kzg_desktop.errors import SignInNeeded
from kzg_desktop.sync.client import HubClient
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.wire import Session, SessionRequest, problem

__all__ = ["Credentials", "DeviceSession", "EmbeddedCredentials", "StoredCredentials"]


class Credentials(Protocol):
    """With what a device signs in."""

    async def fill(self, request: SessionRequest) -> SessionRequest:
        """Return *request* with what this device signs in with.

        Raises:
            SignInNeeded: there is nothing to sign in with; the user has to do something.
        """

    async def keep(self, session: Session) -> None:
        """Remember what is needed next time."""


class EmbeddedCredentials:
    """The secret that an embedded hub was started with."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    async def fill(self, request: SessionRequest) -> SessionRequest:
        return replace(request, embedded_secret=self._secret)

    async def keep(self, session: Session) -> None:
        """Nothing: the secret is good as long as its hub runs."""


class StoredCredentials:
    """An invitation code, or a sign-in name with its password, at first; from then on the refresh token.

    The token is kept in *store* under the hub's name, code and password nowhere.
    """

    def __init__(
        self, store: SecretStore, hub: str, *, invitation: str = "", login: str = "", password: str = ""
    ) -> None:
        self._store = store
        self._name = f"refresh-token {hub}"
        self._invitation = invitation
        self._login = login
        self._password = password

    def invite(self, invitation: str) -> None:
        """Use this invitation code at the next sign-in."""
        self._invitation = invitation

    async def fill(self, request: SessionRequest) -> SessionRequest:
        if self._invitation:
            return replace(request, invitation=self._invitation)
        if self._login:
            return replace(request, login=self._login, password=self._password)
        token = await asyncio.to_thread(self._store.get, self._name)
        if token is None:
            raise SignInNeeded(problem("sign-in-needed", "this computer is not signed in to the hub"))
        return replace(request, refresh_token=token)

    async def keep(self, session: Session) -> None:
        await asyncio.to_thread(self._store.set, self._name, session.refresh_token)
        self._invitation = self._login = self._password = ""

    async def forget(self) -> None:
        """Drop what is kept, after signing out."""
        await asyncio.to_thread(self._store.delete, self._name)


class DeviceSession:
    """Access tokens for the desk's device; several requests that need a new one share it."""

    def __init__(self, desk: LocalDesk, client: HubClient, credentials: Credentials) -> None:
        self._desk = desk
        self._client = client
        self._credentials = credentials
        self._token = ""
        self._lock = asyncio.Lock()

    async def current(self) -> str:
        """Return an access token, signing in if there is none.

        Raises:
            SignInNeeded: the user has to sign in.
            HubError: the hub could not be asked.
        """
        return self._token or await self.renewed("")

    async def renewed(self, rejected: str) -> str:
        """Return a token other than *rejected*; raises as :meth:`current`."""
        async with self._lock:
            if self._token == rejected:
                self._token = ""
                self._token = await self._sign_in()
            return self._token

    async def _sign_in(self) -> str:
        request = SessionRequest(device_id=self._desk.recorded.device_id, device_name=platform.node())
        session = await self._client.session(await self._credentials.fill(request))
        await self._credentials.keep(session)
        await self._desk.signed_in(session.account)
        return session.access_token
