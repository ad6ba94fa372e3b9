"""The control API over a real socket: every command, who may call, and what is said when it cannot be done."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import stat
import threading
from contextlib import closing
from pathlib import Path
from typing import Any, get_args

import httpx
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from kzg_desktop.errors import StoreFull
from kzg_desktop.studio.files import read_whereabouts
from kzg_desktop.studio.problems import STUDIO_PROBLEMS
from kzg_desktop.studio.server import StudioServer
from kzg_desktop.studio.state import Outcome, OutcomeCode, OverlayState
from tests.e2e.studio.conftest import Start
from tests.e2e.studio.desk import CARD, SIGN_UP, FakeDesk

pytestmark = pytest.mark.asyncio(loop_scope="module")

_CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


def problem_of(answer: httpx.Response) -> dict[str, Any]:
    assert "application/problem+json" == answer.headers["content-type"], answer.text
    document: dict[str, Any] = answer.json()
    kind = STUDIO_PROBLEMS[document["type"]]
    told = (document["title"], document["status"], document.get("retryable", False))
    assert (kind.title, kind.status, kind.retryable) == told
    assert kind.status == answer.status_code
    return document


async def heard(line: ClientConnection) -> dict[str, Any]:
    async with asyncio.timeout(10):
        document: dict[str, Any] = json.loads(await line.recv())
    return document


def events(studio: StudioServer, **more: Any) -> connect:
    return connect(f"ws://127.0.0.1:{studio.port}/v1/events?token={studio.token}", **more)


async def test_a_broadcast_is_driven_by_commands(http: httpx.AsyncClient, desk: FakeDesk) -> None:
    steps: list[tuple[str, dict[str, int] | None, tuple[int | None, int | None]]] = [
        ("next", None, (None, 2)),
        ("take", None, (2, 3)),
        ("previous", None, (2, 2)),
        ("cue", {"number": 1}, (2, 1)),
        ("add-time", {"seconds": 60}, (2, 1)),
        ("take", None, (1, 2)),
        ("clear", None, (None, 2)),
    ]
    for name, body, expected in steps:
        answer = await http.post(f"/v1/{name}", json=body) if body else await http.post(f"/v1/{name}")
        assert 200 == answer.status_code, answer.text
        state = answer.json()["state"]
        assert "done" == answer.json()["outcome"]["code"]
        assert expected == tuple(slot and slot["number"] for slot in (state["on_air"], state["next"])), name
    assert (await http.get("/v1/state")).json() == state
    assert 360 == desk.planned_s
    assert [("take", "api"), ("take", "api"), ("clear", "api")] == [c for c in desk.calls if c[1] == "api"]


async def test_a_refusal_is_a_problem_that_says_why(http: httpx.AsyncClient, desk: FakeDesk) -> None:
    for code in get_args(OutcomeCode):
        desk.refuse = Outcome(code=code, detail="招满")
        answer = await http.post("/v1/take")
        if code == "done":
            assert 200 == answer.status_code
            continue
        document = problem_of(answer)
        told = (answer.status_code, document["type"], document["detail"], document["state"]["next"]["number"])
        assert (409, code, "招满", 1) == told


_NONSENSE = (
    ("GET", "/v1/nothing", "", "not-found"),
    ("GET", "/v1/take", "", "method-not-allowed"),
    ("POST", "/v1/cue", "", "bad-request"),
    ("POST", "/v1/cue", '{"number": 0}', "bad-request"),
    ("POST", "/v1/cue", '{"number": "2"}', "bad-request"),
    ("POST", "/v1/cue", "{", "bad-request"),
    ("POST", "/v1/cue", '{"command": "take", "number": 1}', "bad-request"),
    ("POST", "/v1/add-time", '{"seconds": 1e9}', "bad-request"),
    ("POST", "/v1/take", "[]", "bad-request"),
    ("POST", "/v1/take", "x" * 20_000, "too-large"),
)


async def test_what_makes_no_sense_changes_nothing(http: httpx.AsyncClient, desk: FakeDesk) -> None:
    for method, path, body, type_ in _NONSENSE:
        assert type_ == problem_of(await http.request(method, path, content=body))["type"], (path, body)
    assert [] == desk.calls


async def test_everything_but_what_is_public_needs_the_token(studio: StudioServer, desk: FakeDesk) -> None:
    studio.publish_overlay(OverlayState(card=CARD, sign_up_url=SIGN_UP))
    async with httpx.AsyncClient(base_url=studio.url) as http:
        for path in ("/overlay", "/openapi.json", "/overlay/state"):
            assert 200 == (await http.get(path)).status_code
        for path in ("/v1/state", "//v1/state", "/v1", "/", "/V1/state", "/overlay/../v1/state", "/v1/state?token=no"):
            answer = await http.get(path)
            assert ("token-needed", "Bearer") == (problem_of(answer)["type"], answer.headers["www-authenticate"])
        wrong = {"Authorization": "Bearer wrong"}
        assert 401 == (await http.post(f"/v1/take?token={studio.token}", headers=wrong)).status_code
        assert [] == desk.calls
        assert 200 == (await http.post(f"/v1/take?token={studio.token}")).status_code
        assert 200 == (await http.get("/v1/state", headers={"Authorization": f"bearer {studio.token}"})).status_code


_DOOR: tuple[tuple[dict[str, str], int], ...] = (
    ({"Host": "127.0.0.1"}, 200),
    ({"Host": "localhost:80"}, 200),
    ({"Host": "LocalHost"}, 200),
    ({"Origin": "null"}, 200),
    ({"Origin": "file://"}, 200),
    ({"Host": "evil.example"}, 403),
    ({"Host": "127.0.0.1.evil.example"}, 403),
    ({"Host": "127.0.0.1:80@evil.example"}, 403),
    ({"Origin": "https://evil.example"}, 403),
    ({"Origin": "http://127.0.0.1:1"}, 403),
)


async def test_pages_of_a_browser_are_kept_out(http: httpx.AsyncClient, desk: FakeDesk) -> None:
    own = {"Origin": str(http.base_url).rstrip("/")}
    for headers, status in (*_DOOR, (own, 200)):
        desk.calls.clear()
        answers = [await http.post("/v1/clear", headers=headers), await http.get("/overlay", headers=headers)]
        assert [409 if status == 200 else status, status] == [answer.status_code for answer in answers], headers
        assert (status == 200) == bool(desk.calls), headers


async def test_sockets_have_the_same_door(studio: StudioServer) -> None:
    evil = Origin("https://evil.example")
    for path, origin, status in (
        ("/overlay/ws", evil, 403),
        (f"/v1/events?token={studio.token}", evil, 403),
        ("/v1/events", None, 401),
        ("/v1/events?token=wrong", None, 401),
    ):
        with pytest.raises(InvalidStatus) as refused:
            async with connect(f"ws://127.0.0.1:{studio.port}{path}", origin=origin):
                pass
        assert status == refused.value.response.status_code, path


async def test_the_overlay_socket_tells_the_whole_state_at_once_and_at_each_change(
    studio: StudioServer,
) -> None:
    async with connect(f"ws://127.0.0.1:{studio.port}/overlay/ws") as early:
        studio.publish_overlay(OverlayState(revision=1, card=CARD, sign_up_url=SIGN_UP))
        first = await heard(early)
        assert (1, "SMT 操作员", SIGN_UP, 45) == (
            first["revision"],
            first["card"]["title"],
            first["sign_up_url"],
            first["qr"]["size"],
        )
        for origin in ("null", "file://", studio.url):
            async with connect(f"ws://127.0.0.1:{studio.port}/overlay/ws", origin=Origin(origin)) as later:
                assert first == await heard(later)
        async with connect(f"ws://127.0.0.1:{studio.port}/overlay/ws") as later:
            assert first == await heard(later)
            studio.publish_overlay(OverlayState(revision=2))
            nothing = {"revision": 2, "card": None, "sign_up_url": "", "qr": None}
            assert [nothing, nothing] == [await heard(early), await heard(later)]
    async with httpx.AsyncClient(base_url=studio.url) as http:
        assert nothing == (await http.get("/overlay/state")).json()


async def test_nothing_is_told_of_the_overlay_before_the_desk_knows(http: httpx.AsyncClient) -> None:
    assert "unavailable" == problem_of(await http.get("/overlay/state"))["type"]


async def test_the_event_socket_tells_states_and_takes_commands(studio: StudioServer, desk: FakeDesk) -> None:
    async with events(studio) as line:
        assert ("state", 0) == ((first := await heard(line))["event"], first["state"]["revision"])
        await line.send('{"command": "take", "id": "a"}')
        got = {event["event"]: event for event in [await heard(line), await heard(line)]}
        assert {"event": "answer", "id": "a", "outcome": {"code": "done", "detail": ""}} == got["answer"]
        assert 1 == got["state"]["state"]["on_air"]["number"]
        await line.send(b'{"command": "cue", "number": 9}')
        assert "nothing-next" == (await heard(line))["outcome"]["code"]
        for nonsense in ("{", "{}", '{"command": "cue"}', '{"command": "dance"}', ""):
            await line.send(nonsense)
            assert ("problem", "bad-request") == (
                (event := await heard(line))["event"],
                event["problem"]["type"],
            )
    assert [("take", "api"), ("cue", 9)] == desk.calls


async def test_a_desk_that_fails_is_told_and_logged(
    studio: StudioServer, http: httpx.AsyncClient, desk: FakeDesk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.fail = RuntimeError("broken")
    with caplog.at_level(logging.CRITICAL, "kzg_desktop"):
        assert "internal" == problem_of(await http.post("/v1/take"))["type"]
        async with events(studio) as line:
            await heard(line)
            await line.send('{"command": "clear"}')
            assert "internal" == (await heard(line))["problem"]["type"]
            desk.fail = None
            await line.send('{"command": "take"}')
            assert {"answer", "state"} == {(await heard(line))["event"], (await heard(line))["event"]}


async def test_a_desk_that_does_not_answer_is_not_waited_for(start: Start, desk: FakeDesk) -> None:
    studio = await start()
    studio._bridge._limit_s = 0.2
    desk.gate.clear()
    async with httpx.AsyncClient(base_url=studio.url, headers={"Authorization": f"Bearer {studio.token}"}) as http:
        assert "unavailable" == problem_of(await http.post("/v1/take"))["type"]
        desk.gate.set()
        async with asyncio.timeout(5):
            while desk.on_air is None:
                await asyncio.sleep(0)
        assert 1 == (await http.get("/v1/state")).json()["on_air"]["number"], "what had begun was finished"


async def test_a_stuck_desk_does_not_take_later_what_nobody_waits_for(start: Start, desk: FakeDesk) -> None:
    studio = await start()
    studio._bridge._limit_s = 0.2
    answers: list[httpx.Response] = []
    headers = {"Authorization": f"Bearer {studio.token}"}
    asking = threading.Thread(target=lambda: answers.append(httpx.post(f"{studio.url}/v1/take", headers=headers)))
    asking.start()
    asking.join(20)  # the desk's loop stands still meanwhile
    assert "unavailable" == problem_of(answers[0])["type"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert [] == desk.calls


async def test_a_taken_port_is_passed_over(start: Start, tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        first = await start(port, tmp_path / "a")
        second = await start(port, tmp_path / "b")
    assert port not in {first.port, second.port}
    assert first.port != second.port
    for studio in (first, second):
        async with httpx.AsyncClient() as http:
            assert 200 == (await http.get(studio.overlay_url)).status_code


async def test_the_token_outlives_the_desk_and_the_whereabouts_do_not(start: Start, tmp_path: Path) -> None:
    first = await start()
    told = tmp_path / "studio.json"
    found = read_whereabouts(tmp_path)
    assert found is not None
    assert (first.port, first.token, first.url) == (found.port, found.token, found.url)
    for path in (told, tmp_path / "studio-token"):
        assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    await first.stop()
    assert not told.exists()
    second = await start(first.port)
    assert (first.token, first.port) == (second.token, second.port)


async def test_a_folder_that_cannot_be_written_is_told(start: Start, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(StoreFull):
        await start(0, blocked)


async def test_connections_end_with_the_studio(studio: StudioServer) -> None:
    async with events(studio) as line:
        await heard(line)
        async with asyncio.timeout(10):
            await studio.stop()
            await line.wait_closed()
    assert 1012 == line.close_code
    assert "studio" not in {thread.name for thread in threading.enumerate()}


async def test_requests_keep_to_the_document(studio: StudioServer) -> None:
    studio.publish_overlay(OverlayState(revision=1, card=CARD, sign_up_url=SIGN_UP))
    await asyncio.to_thread(_conform, studio)


def _conform(studio: StudioServer) -> None:
    schema = schemathesis.openapi.from_url(f"{studio.url}/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]
    assert 8 == len(operations)
    for operation in operations:
        body = {"number": 2, "seconds": 30} if operation.method == "post" else {}
        case = operation.Case(body=body, media_type="application/json") if body else operation.Case()
        for headers in ({"Authorization": f"Bearer {studio.token}"}, {}):
            case.call_and_validate(base_url=studio.url, headers=headers, checks=_CHECKS)
