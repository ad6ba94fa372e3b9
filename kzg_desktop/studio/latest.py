"""A value that is followed: each follower gets the newest, and misses what a slow one cannot use anyway."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Generic, TypeVar

__all__ = ["Latest"]

T = TypeVar("T")


class Latest(Generic[T]):
    """The newest of something, on one event loop. Nothing is told before the first `set`: an empty start is no news."""

    def __init__(self) -> None:
        self._value: T | None = None
        self._changed = asyncio.Event()

    @property
    def value(self) -> T | None:
        """The newest value, None before the first."""
        return self._value

    def set(self, value: T) -> None:
        """Replace the value and wake all followers; an equal one is no change."""
        if value == self._value:
            return
        self._value = value
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def follow(self) -> AsyncIterator[T]:
        """Yield the value there is, and then each change, for ever."""
        while True:
            changed = self._changed
            if self._value is not None:
                yield self._value
            await changed.wait()
