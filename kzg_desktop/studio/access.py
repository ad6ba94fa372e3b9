"""Who may talk to the studio: programs of this computer, not the pages that its user reads in a browser."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

import msgspec

from kzg_desktop.studio.problems import PROBLEM_JSON, StudioProblem, problem

__all__ = ["OPEN_PATHS", "Guard", "is_own_host", "is_own_origin", "token_given"]

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Asgi = Callable[[Any, Any, Any], Awaitable[None]]

OPEN_PATHS = frozenset({"/overlay", "/overlay/state", "/overlay/ws", "/openapi.json"})
"""What needs no token: it is public anyway."""

_NAMES = ("127.0.0.1", "localhost")
_NO_PAGE = ("", "null", "file://")
"""Origins of programs (none) and of pages from a file: OBS's "Local file" is ours."""


class Guard:
    """An ASGI application before another: refuses what comes by a foreign name, from a web page, or without the token.

    A page in a browser can send requests to loopback, and with a name of its own that it points there (DNS rebinding)
    it could read the answers: hence the check of ``Host``. Everything but `OPEN_PATHS` needs the token.
    """

    def __init__(self, app: Asgi, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it with a problem."""
        found = self._objection(scope) if scope["type"] in {"http", "websocket"} else None
        if found is None:
            await self._app(scope, receive, send)
        else:
            await _refuse(scope, receive, send, found)

    def _objection(self, scope: Scope) -> StudioProblem | None:
        host, origin = _header(scope, b"host"), _header(scope, b"origin")
        if not is_own_host(host):
            return problem("not-allowed", "call this computer 127.0.0.1 or localhost")
        if not is_own_origin(origin, host):
            return problem("not-allowed", "web pages of other origins are not answered")
        if scope["path"] in OPEN_PATHS or secrets.compare_digest(token_given(scope).encode(), self._token.encode()):
            return None
        return problem("token-needed", "send Authorization: Bearer with the token of the desk's settings")


def is_own_host(host: str) -> bool:
    """Whether a ``Host`` header names this computer's loopback."""
    name, colon, port = host.partition(":")
    return name.lower() in _NAMES and (port.isdecimal() if colon else True)


def is_own_origin(origin: str, host: str) -> bool:
    """Whether an ``Origin`` is that of a program, of a file, or of a page that was served at *host*."""
    return origin in _NO_PAGE or origin.lower() == f"http://{host.lower()}"


def token_given(scope: Scope) -> str:
    """Return the token of a request: from ``Authorization``, else from ``?token=``; "" when there is none."""
    scheme, _, token = _header(scope, b"authorization").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    values = parse_qs(bytes(scope.get("query_string", b"")).decode("latin-1")).get("token", [""])
    return values[0]


def _header(scope: Scope, name: bytes) -> str:
    headers: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return next((value.decode("latin-1") for key, value in headers if key.lower() == name), "")


async def _refuse(scope: Scope, receive: Receive, send: Send, found: StudioProblem) -> None:
    kind = "http.response"
    if scope["type"] == "websocket":
        await receive()
        if "websocket.http.response" not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": 1008})
            return
        kind = "websocket.http.response"
    body = msgspec.json.encode(found)
    headers = [(b"content-type", PROBLEM_JSON.encode()), (b"content-length", str(len(body)).encode())]
    if found.status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    await send({"type": f"{kind}.start", "status": found.status, "headers": headers})
    await send({"type": f"{kind}.body", "body": body})
