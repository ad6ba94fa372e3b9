"""Posts at a steady rate over plain sockets, so that measuring costs little.

As a program it posts sign-up forms and prints a JSON list of [application id, monotonic seconds before sending].
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

import msgspec

__all__ = ["Answer", "post_all"]

CONNECTIONS = 16
HEAD = (
    b"POST %s HTTP/1.1\r\nHost: bench\r\nAccept: application/json\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n"
)


class Answer(msgspec.Struct):
    """When a body was sent (monotonic seconds), and what came back."""

    sent_at: float
    body: bytes


async def post_all(url: str, rate: float, count: int, body_of: Callable[[int], bytes]) -> list[Answer]:
    """Post ``body_of(0)`` … at *rate* a second; one that is due while all connections are busy waits, on the clock."""
    parts = urlsplit(url)
    due: asyncio.Queue[tuple[int, float] | None] = asyncio.Queue()
    answers: list[Answer] = []

    async def worker() -> None:
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        while (item := await due.get()) is not None:
            body = body_of(item[0])
            writer.write(HEAD % ((parts.path or "/").encode(), len(body)) + body)
            answers.append(Answer(item[1], await _body(reader)))
        writer.close()
        await writer.wait_closed()

    async with asyncio.TaskGroup() as group:
        for _ in range(CONNECTIONS):
            group.create_task(worker())
        started = time.monotonic()
        for i in range(count):
            await asyncio.sleep(max(0.0, started + i / rate - time.monotonic()))
            due.put_nowait((i, time.monotonic()))
        for _ in range(CONNECTIONS):
            due.put_nowait(None)
    return answers


async def _body(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.decode())
    length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    return await reader.readexactly(length)


async def _main(url: str, rate: float, count: int, first: int) -> None:
    def form(i: int) -> bytes:
        number = first + i
        fields = {"name": "王测试", "phone": f"138{number:08d}", "consent": "yes", "job": f"j{number % 10}"}
        return urlencode(fields).encode()

    answers = await post_all(url, rate, count, form)
    sent = [(msgspec.json.decode(answer.body)["application_id"], answer.sent_at) for answer in answers]
    print(msgspec.json.encode(sent).decode())


if __name__ == "__main__":
    _url, _rate, _count, _first = sys.argv[1:]
    asyncio.run(_main(_url, float(_rate), int(_count), int(_first)))
