"""Waiting until the hub knows all that was done here: a lead can only be for a job that is there already."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from kzg_desktop.errors import HubUnreachable
from kzg_desktop.services import Desk

__all__ = ["in_step"]

_PUSHED_WITHIN_S = 60.0
_AWAY = frozenset({"offline", "sign_in", "upgrade"})


async def in_step(desk: Desk) -> None:
    """Wait until *desk* has all that its hub holds, and the hub all that was done here.

    Raises:
        HubUnreachable: the hub is away, or did not take what was done here within a minute.
    """
    news = asyncio.Event()
    unsubscribe = desk.subscribe(lambda _event: news.set())
    try:
        await _until(desk, news, lambda: desk.status.state == "live")
        async with asyncio.timeout(_PUSHED_WITHIN_S):
            await _until(desk, news, lambda: not desk.status.waiting)
    except TimeoutError as error:
        raise HubUnreachable("本机的改动没有送达") from error
    finally:
        unsubscribe()


async def _until(desk: Desk, news: asyncio.Event, is_so: Callable[[], bool]) -> None:
    while not is_so():
        if desk.status.state in _AWAY:
            raise HubUnreachable(desk.status.detail)
        await news.wait()
        news.clear()
