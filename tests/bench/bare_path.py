"""The limit for latency: POST → commit → notify → receive → commit, with nothing around it.

``serve PORTFILE``: an ASGI callable on uvicorn that inserts each POST body into an SQLite file in a transaction of its
own and answers a held GET with what is new. ``follow URL RATE COUNT``: posts at RATE a second and follows with a second
connection that commits what it gets to another SQLite file; prints the latencies in ms from POST to second commit.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx
import msgspec
import uvicorn
from sqlcipher3 import dbapi2

from tests.bench.poster import post_all

BODY_BYTES = 400


def _database(path: Path) -> Any:
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE application (n INTEGER PRIMARY KEY, body TEXT)")
    return connection


class _BareHub:
    def __init__(self, folder: Path) -> None:
        self.database = _database(folder / "hub.db")
        self.changed = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        body = await self._post(receive) if scope["method"] == "POST" else await self._follow(scope)
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
        await send({"type": "http.response.body", "body": body})

    async def _post(self, receive: Any) -> bytes:
        message = await receive()
        self.database.execute("INSERT INTO application (body) VALUES (?)", (message["body"].decode(),))
        self.changed.set()
        self.changed = asyncio.Event()
        return b""

    async def _follow(self, scope: Any) -> bytes:
        after = int(scope["query_string"])
        while True:
            changed = self.changed
            rows = self.database.execute("SELECT n, body FROM application WHERE n > ?", (after,)).fetchall()
            if rows:
                return msgspec.json.encode(rows)
            await changed.wait()


async def _serve(port_file: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        config = uvicorn.Config(_BareHub(Path(folder)), port=0, log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        task = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        Path(port_file).write_text(str(server.servers[0].sockets[0].getsockname()[1]), encoding="ascii")
        await task


async def _follow_all(client: httpx.AsyncClient, folder: Path, count: int) -> list[float]:
    database = _database(folder / "cache.db")
    latencies: list[float] = []
    after = 0
    while len(latencies) < count:
        rows = msgspec.json.decode((await client.get(f"/?{after}")).content)
        database.execute("BEGIN IMMEDIATE")
        database.executemany("INSERT INTO application VALUES (?, ?)", rows)
        database.execute("COMMIT")
        now = time.monotonic()
        latencies += [(now - msgspec.json.decode(body)["t"]) * 1000 for _, body in rows]
        after = rows[-1][0]
    database.close()
    return latencies


def _body(_number: int) -> bytes:
    return msgspec.json.encode({"t": time.monotonic(), "x": "x" * BODY_BYTES})


async def _measure(url: str, rate: float, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with httpx.AsyncClient(base_url=url, timeout=60) as follower:
            latencies, _ = await asyncio.gather(
                _follow_all(follower, Path(folder), count), post_all(url, rate, count, _body)
            )
    print(msgspec.json.encode(latencies).decode())


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        asyncio.run(_serve(sys.argv[2]))
    else:
        asyncio.run(_measure(sys.argv[2], float(sys.argv[3]), int(sys.argv[4])))
