"""Stand-ins that tests of several areas share: a clock that is told, and a network line that can be cut."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Self

__all__ = ["NOON", "FakeClock", "Line", "until"]

NOON = 1_788_235_200_000
"""2026-09-01 04:00 UTC, noon in China."""


class FakeClock:
    """A clock that moves only when told to; its time of day may step without time passing."""

    def __init__(self, now_ms: int = NOON) -> None:
        self._now_ms = now_ms
        self._monotonic_s = 1000.0

    def now_ms(self) -> int:
        return self._now_ms

    def monotonic_s(self) -> float:
        return self._monotonic_s

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now_ms += round(seconds * 1000)
        self._monotonic_s += seconds

    def step(self, seconds: float) -> None:
        """Set the time of day forward or back, as a user or NTP does."""
        self._now_ms += round(seconds * 1000)


class Line:
    """A TCP relay before a server: it can be cut (connections end), or stalled (bytes stay where they are)."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._tasks: set[asyncio.Task[None]] = set()
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._is_cut = False

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        await self._drop()
        await self._server.wait_closed()

    async def cut(self) -> None:
        """End all connections and refuse new ones."""
        self._is_cut = True
        await self._drop()

    def stall(self) -> None:
        """Keep connections, but let no byte through."""
        self._flowing.clear()

    def heal(self) -> None:
        """Work again."""
        self._is_cut = False
        self._flowing.set()

    async def _drop(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._relay(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers = [writer]
        try:
            if self._is_cut:
                return
            there, back = await asyncio.open_connection("127.0.0.1", self._port)
            writers.append(back)
            async with asyncio.TaskGroup() as both:
                both.create_task(self._copy(reader, back))
                both.create_task(self._copy(there, writer))
        except* OSError:
            pass
        finally:
            for open_one in writers:
                open_one.close()
            for open_one in writers:
                with contextlib.suppress(OSError, asyncio.CancelledError):
                    await open_one.wait_closed()

    async def _copy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            await self._flowing.wait()
            writer.write(data)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()


async def until(condition: Callable[[], object], within_s: float = 15.0) -> None:
    """Return when *condition* holds; the loop goes on meanwhile.

    Raises:
        TimeoutError: it did not hold in time.
    """
    async with asyncio.timeout(within_s):
        while not condition():
            await asyncio.sleep(0.002)
