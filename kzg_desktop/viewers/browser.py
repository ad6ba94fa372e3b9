"""One viewer's dealings with the hub's public pages, over HTTP as a browser does it."""

from __future__ import annotations

import asyncio
import time
from typing import Literal, Self, TypeAlias
from urllib.parse import urljoin

import httpx
import msgspec
from msgspec import Struct

from kzg_desktop.errors import HubUnreachable, InvalidInput
from kzg_desktop.viewers.form import SignUpForm, read_form

__all__ = ["Answer", "PublicPages"]

_TIMEOUT = httpx.Timeout(30, connect=5, pool=60)
_CONNECTIONS = 12
"""Enough for hundreds of requests a second. Requests wait their turn here and not in the client's pool, which looks at
every connection for every request that waits."""
_TRIES = 3
_PATIENCE_S = 5.0
_PAGES_REMEMBERED = 64

Outcome: TypeAlias = Literal["created", "updated", "unchanged", "refused", "failed"]


class _Accepted(Struct):
    application_id: str
    outcome: Literal["created", "updated", "unchanged"]


class Answer(Struct, frozen=True, kw_only=True):
    """What became of a form. The times are monotonic seconds right before sending and after the answer."""

    outcome: Outcome
    application_id: str = ""
    before_s: float = 0.0
    after_s: float = 0.0
    detail: str = ""


class PublicPages:
    """The sign-up page of one broadcast; use it as an async context manager."""

    def __init__(self, hub: str, broadcast_id: str) -> None:
        self._url = f"{hub.rstrip('/')}/apply/{broadcast_id}"
        limits = httpx.Limits(max_connections=_CONNECTIONS, max_keepalive_connections=_CONNECTIONS)
        # Proxies are for the internet; a hub is usually on this computer or in this building.
        self._http = httpx.AsyncClient(timeout=_TIMEOUT, limits=limits, trust_env=False, follow_redirects=True)
        self._slots = asyncio.Semaphore(_CONNECTIONS)
        self._read: dict[str, SignUpForm | None] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._http.aclose()

    async def open_form(self, address: str) -> SignUpForm:
        """Fetch the page as the client at *address*.

        Raises:
            HubUnreachable: no answer, or one that is no page.
            InvalidInput: there is no such broadcast.
        """
        return await self._page(self._http.build_request("GET", self._url, headers={"X-Forwarded-For": address}))

    async def press(self, form: SignUpForm, button: tuple[str, str], address: str) -> SignUpForm:
        """Press a button that leads to another form, such as that of another job.

        Raises:
            HubUnreachable, InvalidInput: as :meth:`open_form`.
        """
        name, value = button
        fields, headers = form.defaults | {name: value}, {"X-Forwarded-For": address}
        return await self._page(self._http.build_request("POST", self._target(form), data=fields, headers=headers))

    def _target(self, form: SignUpForm) -> str:
        return urljoin(self._url, form.action) if form.action else self._url

    async def _page(self, request: httpx.Request) -> SignUpForm:
        try:
            async with self._slots:
                response = await self._http.send(request)
        except httpx.HTTPError as error:
            raise HubUnreachable(f"{self._url}: {type(error).__name__} {error}".rstrip()) from error
        if response.status_code == httpx.codes.NOT_FOUND:
            raise InvalidInput(f"the hub knows no broadcast at {self._url}")
        form = self._form(response.text) if response.is_success else None
        if form is None:
            raise HubUnreachable(f"{self._url}: answered {response.status_code} without a sign-up form")
        return form

    def _form(self, html: str) -> SignUpForm | None:
        """Read a page; the same page comes many times, and reading it is most of a simulated viewer's work."""
        if html not in self._read:
            if len(self._read) >= _PAGES_REMEMBERED:
                self._read.pop(next(iter(self._read)))
            self._read[html] = read_form(html)
        return self._read[html]

    async def send(self, form: SignUpForm, fields: dict[str, str], address: str) -> Answer:
        """Send a filled-in form; a broken connection is tried again, as a person would tap again."""
        headers = {"Accept": "application/json", "X-Forwarded-For": address}
        answer = Answer(outcome="failed")
        for _ in range(_TRIES):
            async with self._slots:
                before_s = time.monotonic()
                try:
                    response = await self._http.post(self._target(form), data=fields, headers=headers)
                except httpx.HTTPError as error:
                    response = None
                    answer = Answer(outcome="failed", detail=f"{type(error).__name__} {error}".rstrip())
                after_s = time.monotonic()
            if response is not None:
                answer = _answer(response, before_s, after_s)
                if response.status_code != httpx.codes.TOO_MANY_REQUESTS:
                    break
            await asyncio.sleep(_patience_s(response))
        return answer


def _patience_s(response: httpx.Response | None) -> float:
    """Return how long a viewer waits before the next try."""
    asked = response.headers.get("Retry-After", "") if response is not None else ""
    return min(_PATIENCE_S, float(asked)) if asked.isdigit() else 1.0


def _answer(response: httpx.Response, before_s: float, after_s: float) -> Answer:
    if response.status_code == httpx.codes.UNPROCESSABLE_ENTITY:
        return Answer(outcome="refused", before_s=before_s, after_s=after_s, detail=response.text[:500])
    try:
        if not response.is_success:
            return Answer(outcome="failed", detail=f"{response.status_code} {response.text[:200]}")
        accepted = msgspec.json.decode(response.content, type=_Accepted)
    except msgspec.MsgspecError as error:
        return Answer(outcome="failed", detail=f"{response.status_code}: {error}")
    return Answer(outcome=accepted.outcome, application_id=accepted.application_id, before_s=before_s, after_s=after_s)
