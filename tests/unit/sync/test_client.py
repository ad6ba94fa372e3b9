"""What the client makes of answers, good and bad, over a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import msgspec
import pytest

from kzg_desktop.domain.problems import PROBLEMS
from kzg_desktop.errors import CursorExpired, HubError, HubRejected, HubUnreachable, SignInNeeded, UpgradeNeeded
from kzg_desktop.sync.client import HubClient
from kzg_desktop.wire import HubInfo, problem
from kzg_desktop.wire_office import PasswordChange
from tests.fakes import FakeClock

INFO = msgspec.json.encode(HubInfo(name="hub", version="1", protocol=1))
Starting = Callable[..., Awaitable[tuple[HubClient, "Server"]]]


def answer(body: bytes, status: int = 200, media: str = "application/json", **headers: str) -> bytes:
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


def refusal(type_: str, **headers: str) -> bytes:
    document = problem(type_, "because")
    return answer(msgspec.json.encode(document), document.status, "application/problem+json", **headers)


class Tokens:
    """Hands out t1, t2 …"""

    def __init__(self) -> None:
        self.given = 1

    async def current(self) -> str:
        return f"t{self.given}"

    async def renewed(self, rejected: str) -> str:
        assert f"t{self.given}" == rejected
        self.given += 1
        return f"t{self.given}"


class Server:
    """Answers one request after another with given bytes; after those, with silence."""

    def __init__(self, *answers: bytes) -> None:
        self.answers = list(answers)
        self.requests: list[bytes] = []
        self.open: list[asyncio.StreamWriter] = []

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open.append(writer)
        while head := await self._head(reader):
            self.requests.append(head)
            if self.answers:
                writer.write(self.answers.pop(0))

    async def _head(self, reader: asyncio.StreamReader) -> bytes:
        try:
            return await reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            return b""


@pytest.fixture
async def scripted() -> AsyncIterator[Starting]:
    cleanup: list[tuple[HubClient, asyncio.Server, Server]] = []

    async def start(*answers: bytes, read_s: float = 5.0) -> tuple[HubClient, Server]:
        script = Server(*answers)
        server = await asyncio.start_server(script.accept, "127.0.0.1", 0)
        client = HubClient(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", FakeClock(), read_s=read_s)
        client.use(Tokens())
        cleanup.append((client, server, script))
        return client, script

    yield start
    for client, server, script in cleanup:
        await client.close()
        for writer in script.open:
            writer.close()
        server.close()
        await server.wait_closed()


@pytest.mark.parametrize("type_", PROBLEMS)
async def test_each_problem_becomes_the_error_that_says_what_to_do(scripted: Starting, type_: str) -> None:
    client, _ = await scripted(refusal(type_), refusal(type_))
    kind = PROBLEMS[type_]
    expected: type[HubError] = {
        "rebootstrap": CursorExpired,
        "reauth": SignInNeeded,
        "upgrade": UpgradeNeeded,
    }.get(kind.action, HubUnreachable if kind.retryable else HubRejected)
    with pytest.raises(expected, match="because") as caught:
        await client.checksums()
    assert expected is caught.type


@pytest.mark.parametrize(
    "given",
    [
        answer(b"<html>sign in to the hotel</html>", media="text/html"),
        answer(b"", 302, Location="http://elsewhere/"),
        answer(b"<h1>Bad Gateway</h1>", 502, "text/html"),
        answer(b"{}", 404),
        answer(b"{]"),
        answer(b"{}", 400, "application/problem+json"),
        b"SSH-2.0-OpenSSH_9.2\r\n",
    ],
)
async def test_what_is_not_a_hubs_answer_means_unreachable(scripted: Starting, given: bytes) -> None:
    client, _ = await scripted(given, read_s=0.3)
    with pytest.raises(HubUnreachable):
        await client.hub()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("7", 7.0), ("Tue, 01 Sep 2026 04:00:30 GMT", 30.0), ("999999", 600.0), ("soon", None)],
)
async def test_retry_after_is_understood(scripted: Starting, text: str, expected: float | None) -> None:
    client, _ = await scripted(refusal("unavailable", Retry_After=text))
    with pytest.raises(HubUnreachable) as caught:
        await client.hub()
    assert expected == caught.value.retry_after_s


async def test_a_token_that_is_not_accepted_is_renewed_once(scripted: Starting) -> None:
    page = b'{"cursor": "c", "seq": 1, "checksums": []}'
    client, script = await scripted(refusal("sign-in-needed"), answer(page))
    assert 1 == (await client.checksums()).seq
    tokens = [line for head in script.requests for line in head.decode().split("\r\n") if "uthorization" in line]
    assert ["Authorization: Bearer t1", "Authorization: Bearer t2"] == tokens


async def test_silence_is_noticed(scripted: Starting) -> None:
    client, _ = await scripted(read_s=0.1)
    with pytest.raises(HubUnreachable):
        await client.hub()


async def test_invariant_14_bytes_that_trickle_are_noticed_too(scripted: Starting) -> None:
    client, script = await scripted(answer(b"x" * 100)[:-100], read_s=0.3)
    trickle = asyncio.create_task(_trickle(script))
    with pytest.raises(HubUnreachable, match="no whole answer"):
        await client.changes("c0", limit=1, wait_s=0, acked=0)
    trickle.cancel()


async def _trickle(script: Server) -> None:
    while True:
        await asyncio.sleep(0.02)
        for writer in script.open:
            writer.write(b" ")


async def test_nobody_there_means_unreachable() -> None:
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    client = HubClient(f"http://127.0.0.1:{port}", FakeClock())
    with pytest.raises(HubUnreachable):
        await client.hub()
    await client.close()


@pytest.mark.parametrize("url", ["http://[nonsense", "ftp://hub", "hub.example"])
async def test_an_address_that_is_none_means_unreachable(url: str) -> None:
    with pytest.raises(HubUnreachable):
        await HubClient(url, FakeClock()).hub()


async def test_a_request_carries_its_query_its_message_and_the_token(scripted: Starting) -> None:
    client, script = await scripted(answer(b"{}"), answer(b""))
    assert b"{}" == await client.request("GET", "/v1/audit", query={"before": 7})
    assert script.requests[0].startswith(b"GET /v1/audit?before=7 HTTP/1.1\r\n")
    assert b"Authorization: Bearer t1\r\n" in script.requests[0]
    await client.request("PUT", "/v1/password", PasswordChange(login="li", password="x"))
    head = script.requests[1].lower()
    assert (True, True) == (b"content-type: application/json\r\n" in head, b"content-length: 29\r\n" in head)


async def test_a_request_may_have_a_read_timeout_of_its_own(scripted: Starting) -> None:
    client, _ = await scripted(read_s=60.0)
    with pytest.raises(HubUnreachable):
        await client.request("POST", "/v1/presence", read_s=0.05)


async def test_a_hub_says_who_it_is(scripted: Starting) -> None:
    client, script = await scripted(answer(INFO))
    assert HubInfo(name="hub", version="1", protocol=1) == await client.hub()
    assert b"uthorization" not in script.requests[0]
