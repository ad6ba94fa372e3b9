"""The studio's ASGI application. Loading it takes a while: import it on the studio's own thread."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from typing import Any

import msgspec
import uvicorn
from litestar import Litestar, Request, Response, get, websocket
from litestar.datastructures import State

from kzg_desktop.studio.access import Guard
from kzg_desktop.studio.bridge import Bridge, DeskBusy
from kzg_desktop.studio.control import StateEvent, control, handlers, json_response
from kzg_desktop.studio.latest import Latest
from kzg_desktop.studio.openapi import openapi
from kzg_desktop.studio.overlay import overlay_message, overlay_page
from kzg_desktop.studio.sockets import Socket, tell
from kzg_desktop.studio.state import ControlState, OverlayState

__all__ = ["Studio"]

_BODY_BYTES = 16_000
_GRACE_S = 2
_PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "connect-src 'self' ws://127.0.0.1:* ws://localhost:*; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}


@get("/overlay", media_type="text/html")
async def page() -> Response[str]:
    """Show the overlay; the file is read each time, so that a designer can work on it."""
    text = await asyncio.to_thread(overlay_page)
    return Response(text, media_type="text/html; charset=utf-8", headers=_PAGE_HEADERS)


@get("/overlay/state")
async def overlay_state(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Say what viewers see."""
    value = _latest(request, "overlay").value
    if value is None:
        raise DeskBusy
    return json_response(value)


@websocket("/overlay/ws")
async def overlay_socket(socket: Socket) -> None:
    """Tell the page each state."""
    await tell(socket, _latest(socket, "overlay"))


@get("/openapi.json")
async def document() -> Response[bytes]:
    """Describe all of this, for programs."""
    return json_response(openapi())


def _latest(connection: Request[Any, Any, Any] | Socket, name: str) -> Latest[bytes]:
    latest = connection.app.state[name]
    assert isinstance(latest, Latest)
    return latest


class Studio:
    """The application on one event loop: what it shows is set by `show` and `tell`."""

    def __init__(self, bridge: Bridge, token: str) -> None:
        self._overlay: Latest[bytes] = Latest()
        self._control: Latest[bytes] = Latest()
        self.app = Litestar(
            route_handlers=[page, overlay_state, overlay_socket, control, document],
            state=State({"bridge": bridge, "overlay": self._overlay, "control": self._control}),
            exception_handlers=handlers,
            request_max_body_size=_BODY_BYTES,
            openapi_config=None,
            logging_config=None,
        )
        self._server = _Server(Guard(self.app, token))

    def show(self, state: OverlayState) -> None:
        """Let viewers see *state*."""
        self._overlay.set(overlay_message(state))

    def tell(self, state: ControlState) -> None:
        """Let controllers know *state*."""
        self._control.set(msgspec.json.encode(StateEvent(state=state)))

    async def serve(self, server_socket: socket.socket, on_ready: Callable[[], None]) -> None:
        """Answer requests until `stop`."""
        self._server.on_ready = on_ready
        await self._server.serve(sockets=[server_socket])

    def stop(self) -> None:
        """Answer what is under way, close the connections, and end `serve`."""
        self._server.should_exit = True


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, app: Guard) -> None:
        logging.getLogger("uvicorn.error").setLevel(logging.WARNING)  # it logs addresses, and the token in them
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                server_header=False,
                lifespan="off",
                ws="websockets-sansio",
                ws_max_size=_BODY_BYTES,
                timeout_graceful_shutdown=_GRACE_S,
                proxy_headers=False,
            )
        )
        self.on_ready: Callable[[], None] = lambda: None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        if self.started:
            self.on_ready()
