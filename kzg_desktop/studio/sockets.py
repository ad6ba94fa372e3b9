"""WebSockets that tell a followed value, and may be told something."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from litestar import WebSocket
from litestar.exceptions import WebSocketException

from kzg_desktop.studio.latest import Latest

__all__ = ["Socket", "tell"]

Socket = WebSocket[Any, Any, Any]


async def _ignore(_text: str | bytes) -> None:
    """Do nothing with what a listener says."""


async def tell(
    socket: Socket, latest: Latest[bytes], *, on_message: Callable[[str | bytes], Awaitable[None]] = _ignore
) -> None:
    """Accept the connection and send each value as text until it ends; what comes in goes to *on_message*."""
    await socket.accept()
    telling = asyncio.create_task(_tell(socket, latest), name="studio-tell")
    try:
        while (event := await socket.receive())["type"] == "websocket.receive":
            await on_message(event.get("text") or event.get("bytes") or "")
    finally:
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)


async def _tell(socket: Socket, latest: Latest[bytes]) -> None:
    try:
        async for value in latest.follow():
            await socket.send_text(value.decode())
    except (WebSocketException, OSError):
        return  # the other side went away: whoever receives is told so, too
