"""The hub's protocol over HTTP, with its failures in the words of :mod:`kzg_desktop.errors`."""

from __future__ import annotations

import asyncio
import email.utils
import ipaddress
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol, TypeVar

import httpx
import msgspec

from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import CursorExpired, HubRejected, HubUnreachable, SignInNeeded, UpgradeNeeded
from kzg_desktop.wire import (
    Checksums,
    HubInfo,
    LeadBatch,
    LeadResults,
    MutationBatch,
    MutationResults,
    Problem,
    Session,
    SessionRequest,
    problem,
)

__all__ = ["HubClient", "Tokens", "decoded"]

CONNECT_S = 5.0
READ_S = 50.0
"""A held request returns within 25 s; whatever is silent for this long is stalled."""

MAX_RETRY_AFTER_S = 600.0

T = TypeVar("T")


class Tokens(Protocol):
    """Where a client gets access tokens."""

    async def current(self) -> str:
        """Return a token to try."""

    async def renewed(self, rejected: str) -> str:
        """Return another one, since the hub did not accept *rejected*."""


class HubClient:
    """One hub, spoken to by one device.

    Raises:
        HubUnreachable: by every call: no answer, none of a hub's, or "not now"; try again later.
        HubRejected: by every call: the hub said no; or one of its kinds.
    """

    def __init__(self, url: str, clock: Clock, *, read_s: float = READ_S) -> None:
        self._clock = clock
        self._read_s = read_s
        self._tokens: Tokens | None = None
        try:
            base = httpx.URL(url)
            self._http = httpx.AsyncClient(
                base_url=base,
                timeout=httpx.Timeout(CONNECT_S, read=read_s, write=read_s),
                limits=httpx.Limits(keepalive_expiry=60.0),
                trust_env=not _is_loopback(base.host),  # a proxy cannot reach this computer's own hub
            )
        except httpx.InvalidURL as error:
            raise HubUnreachable(f"{url} is not an address: {error}") from error

    def use(self, tokens: Tokens) -> None:
        """Sign requests with these tokens from now on."""
        self._tokens = tokens

    async def sign_in(self) -> None:
        """Sign in, unless this client is.

        Raises:
            HubError: it did not work.
        """
        assert self._tokens is not None
        await self._tokens.current()

    async def renew_session(self) -> None:
        """Sign in again, to learn which rights the account has now.

        Raises:
            HubError: it did not work.
        """
        assert self._tokens is not None
        await self._tokens.renewed(await self._tokens.current())

    async def close(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    async def hub(self) -> HubInfo:
        """Return what the hub says of itself."""
        return decoded(await self._send("GET", "/v1/hub"), HubInfo)

    async def session(self, request: SessionRequest) -> Session:
        """Sign in."""
        return decoded(await self._send("POST", "/v1/session", content=msgspec.json.encode(request)), Session)

    async def sign_out(self) -> None:
        """End this device's session."""
        await self._signed("DELETE", "/v1/session")

    async def changes(self, since: str, *, limit: int, wait_s: float, acked: int) -> bytes:
        """Return the page of changes after the cursor *since* as it came; hold up to *wait_s* when there are none."""
        query = {"since": since, "limit": limit, "wait": wait_s, "acked": acked}
        # The limit is on the whole answer: a proxy that lets a byte through now and then would never time out.
        return await self._within(self._read_s, lambda: self._signed("GET", "/v1/changes", params=query))

    async def request(
        self,
        method: str,
        path: str,
        message: msgspec.Struct | None = None,
        *,
        query: Mapping[str, str | int | float] | None = None,
        read_s: float | None = None,
    ) -> bytes:
        """Send a signed request, with *message* as its body, and return the answer as it came.

        Only what may be held longer than usual gives a *read_s*: within that, the whole answer must be there.
        """
        sent: dict[str, Any] = {} if message is None else {"content": msgspec.json.encode(message)}
        if query is not None:
            sent["params"] = dict(query)
        if read_s is not None:
            sent["timeout"] = httpx.Timeout(CONNECT_S, read=read_s, write=read_s)
        return await self._within(read_s or self._read_s, lambda: self._signed(method, path, **sent))

    async def snapshot(self, entity: str, *, after: str, limit: int, scope: str | None = None) -> bytes:
        """Return a page of rows of one entity as it came, all scopes or one."""
        query = {"entity": entity, "after": after, "limit": limit}
        return await self._signed("GET", "/v1/snapshot", params=query if scope is None else {**query, "scope": scope})

    async def mutations(self, batch: MutationBatch) -> MutationResults:
        """Send actions and return what became of them."""
        return decoded(await self._signed("POST", "/v1/mutations", content=msgspec.json.encode(batch)), MutationResults)

    async def leads(self, batch: LeadBatch) -> LeadResults:
        """Send leads of other platforms and return what became of them; sending them again changes nothing."""
        return decoded(await self._signed("POST", "/v1/leads", content=msgspec.json.encode(batch)), LeadResults)

    async def checksums(self) -> Checksums:
        """Return what a complete cache of this account's view holds."""
        return decoded(await self._signed("GET", "/v1/checksums"), Checksums)

    async def _within(self, seconds: float, call: Callable[[], Awaitable[T]]) -> T:
        try:
            async with asyncio.timeout(seconds):
                return await call()
        except TimeoutError as error:
            raise HubUnreachable(f"no whole answer within {seconds:.0f} s") from error

    async def _signed(self, method: str, path: str, **request: Any) -> bytes:
        if self._tokens is None:
            raise SignInNeeded(problem("sign-in-needed"))
        token = await self._tokens.current()
        try:
            return await self._send(method, path, token=token, **request)
        except SignInNeeded:
            token = await self._tokens.renewed(token)
            return await self._send(method, path, token=token, **request)

    async def _send(self, method: str, path: str, *, token: str = "", **request: Any) -> bytes:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if "content" in request:
            headers["Content-Type"] = "application/json"
        try:
            response = await self._http.request(method, path, headers=headers, **request)
        except httpx.HTTPError as error:
            raise HubUnreachable(f"{type(error).__name__}: {error}") from error
        media_type = response.headers.get("Content-Type", "").partition(";")[0]
        if response.status_code == 204 or (response.is_success and media_type == "application/json"):
            return response.content
        raise self._refused(response, media_type)

    def _refused(self, response: httpx.Response, media_type: str) -> HubUnreachable | HubRejected:
        wait_s = self._retry_after_s(response.headers.get("Retry-After", ""))
        if media_type != "application/problem+json":
            text = f"{response.status_code} {media_type} from {response.url.host}: not a hub's answer"
            return HubUnreachable(text, retry_after_s=wait_s)
        document = decoded(response.content, Problem)
        if document.retryable or document.status >= 500:
            return HubUnreachable(f"{document.title}: {document.detail}", retry_after_s=wait_s)
        return _rejected(document)

    def _retry_after_s(self, text: str) -> float | None:
        if text.isascii() and text.isdigit():
            return min(float(text), MAX_RETRY_AFTER_S)
        try:
            at = email.utils.parsedate_to_datetime(text)
        except ValueError:
            return None
        return min(max(0.0, at.timestamp() - self._clock.now_ms() / 1000), MAX_RETRY_AFTER_S)


def _rejected(document: Problem) -> HubRejected:
    kinds: dict[str, type[HubRejected]] = {
        "rebootstrap": CursorExpired,
        "reauth": SignInNeeded,
        "upgrade": UpgradeNeeded,
    }
    return kinds.get(document.action, HubRejected)(document)


def decoded(body: bytes, kind: type[T]) -> T:
    """Return the message that an answer holds.

    Raises:
        HubUnreachable: it holds another.
    """
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError as error:
        raise HubUnreachable(f"not a hub's answer: {error}") from error


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
