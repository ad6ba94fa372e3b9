"""Posts sign-up forms at a steady rate; prints a JSON list of [application id, monotonic seconds before sending]."""

from __future__ import annotations

import asyncio
import sys
import time

import httpx
import msgspec

__all__ = ["post_all"]


async def post_all(url: str, rate: float, count: int, first: int) -> list[tuple[str, float]]:
    """Post *count* forms of different people at *rate* a second; people are numbered from *first*."""
    sent: list[tuple[str, float]] = []

    async def post(client: httpx.AsyncClient, number: int) -> None:
        form = {"name": f"王测{number % 97:02d}", "phone": f"138{number:08d}", "consent": "yes"}
        before = time.monotonic()
        answer = await client.post(url, data=form)
        answer.raise_for_status()
        sent.append((answer.json()["application_id"], before))

    limits = httpx.Limits(max_connections=64)
    async with httpx.AsyncClient(headers={"Accept": "application/json"}, timeout=60, limits=limits) as client:
        started = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for i in range(count):
                await asyncio.sleep(max(0.0, started + i / rate - time.monotonic()))
                group.create_task(post(client, first + i))
    return sent


if __name__ == "__main__":
    _url, _rate, _count, _first = sys.argv[1:]
    print(msgspec.json.encode(asyncio.run(post_all(_url, float(_rate), int(_count), int(_first)))).decode())
