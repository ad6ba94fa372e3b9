"""One thread with a queue: what blocks on a disk runs here, in order, and is awaited from the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

__all__ = ["Worker"]

P = ParamSpec("P")
T = TypeVar("T")


class Worker:
    """A thread of its own that runs one function after another."""

    def __init__(self, name: str) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *work* returns. Cancelling drops it while it is queued; once begun, it runs to its end."""
        return await asyncio.wrap_future(self._executor.submit(work, *args, **kwargs))

    def post(self, work: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Run *work* later for its effect alone; it sees to its own errors."""
        self._executor.submit(work, *args, **kwargs)

    def wait_for(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *work* returns, to a thread that may wait: never the loop's, nor this one."""
        return self._executor.submit(work, *args, **kwargs).result()

    async def close(self) -> None:
        """Drop what is queued and wait until the thread has ended."""
        await asyncio.to_thread(self._executor.shutdown, cancel_futures=True)
