"""The link against a peer that stalls, talks nonsense, changes under its hands and throws it out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from msgspec.structs import replace
from websockets.asyncio.server import serve

from kzg_desktop.studio.obs.connection import connected
from kzg_desktop.studio.obs.messages import GroupList
from kzg_desktop.studio.obs.probe import probe
from kzg_desktop.studio.obs.retries import RetryPace
from kzg_desktop.studio.obs.settings import ObsSettings
from kzg_desktop.studio.obs.status import ObsState
from tests.unit.obs.fake_obs import FakeObs
from tests.unit.obs.linking import CARD, CLEAR, FAST, linked


@pytest.fixture
async def obs() -> AsyncIterator[FakeObs]:
    async with FakeObs().serving() as obs:
        yield obs


async def test_an_overlay_in_a_group_counts(obs: FakeObs) -> None:
    obs.program = "讲岗位"
    async with linked(obs.port, CARD) as (_, told):
        assert () == (await told.until_state("connected")).problems
        obs.groups["卡片组"] = [("岗位卡", False)]
        await obs.tell("SceneItemEnableStateChanged")
        status = await told.until(lambda status: status.problems)
    assert ["overlay-hidden"] == [problem.code for problem in status.problems]


async def test_a_change_without_an_event_is_seen_by_the_next_check(obs: FakeObs) -> None:
    async with linked(obs.port, CLEAR) as (_, told):
        await told.until(lambda status: status.overlays == ("岗位卡",))
        obs.inputs["岗位卡"] = {"url": "http://127.0.0.1:9999/"}
        status = await told.until(lambda status: status.overlays == ())
    assert ["overlay-unknown"] == [problem.code for problem in status.problems]


async def test_nothing_is_asked_to_change_without_a_take(obs: FakeObs) -> None:
    scenes: dict[str, Any] = {"scene_on_air": "讲岗位", "scene_clear": "讲岗位"}
    async with linked(obs.port, **scenes) as (link, told):
        await told.until_state("connected")
        link.believe(CARD)  # the first belief: how the desk found things
        await told.until(lambda status: status.problems)
        link.configure(replace(ObsSettings(enabled=True, port=obs.port, **scenes), scenes={"x": "讲岗位"}))
        await obs.asked_for("GetVersion", obs.asked.count("GetVersion") + 2)
        await obs.drop()
        await told.until_state("unreachable")
        link.believe(CLEAR)
        await told.until_state("connected")
        await obs.asked_for("GetVersion", obs.asked.count("GetVersion") + 2)
        assert [] == [request for request in obs.asked if not request.startswith("Get")]
        link.believe(CARD)
        await obs.asked_for("SetCurrentProgramScene")
    assert "讲岗位" == obs.program


async def test_a_scene_that_is_already_on_program_is_not_switched_to(obs: FakeObs) -> None:
    obs.program = "讲岗位"
    async with linked(obs.port, CLEAR, scene_on_air="讲岗位") as (link, told):
        await told.until_state("connected")
        link.believe(CARD)
        await obs.asked_for("GetCurrentProgramScene")
        await obs.asked_for("GetVersion", obs.asked.count("GetVersion") + 1)
    assert "SetCurrentProgramScene" not in obs.asked


async def test_while_the_scene_collection_changes_nothing_is_asked(obs: FakeObs) -> None:
    heard: asyncio.Queue[str] = asyncio.Queue()
    settings = ObsSettings(port=obs.port)
    async with connected(settings, heard.put_nowait) as connection:
        await obs.tell("CurrentSceneCollectionChanging")
        assert "CurrentSceneCollectionChanging" == await heard.get()
        asking = asyncio.create_task(connection.ask(GroupList))
        await probe(settings)  # time enough for it to be asked
        assert "GetGroupList" not in obs.asked
        await obs.tell("CurrentSceneCollectionChanged")
        assert ["卡片组"] == (await asking).groups


async def test_an_obs_that_is_not_ready_is_asked_again(obs: FakeObs) -> None:
    obs.refuse = {"GetSceneItemList": 207}
    async with linked(obs.port, CLEAR) as (link, told):
        await obs.asked_for("GetSceneItemList", 3)
        assert "connecting" == link.status.state
        obs.refuse = {}
        await told.until_state("connected")
    assert 1 == obs.connections


async def test_an_obs_without_a_virtual_camera_is_fine(obs: FakeObs) -> None:
    obs.refuse = {"GetVirtualCamStatus": 604, "GetRecordStatus": 604}
    async with linked(obs.port, CLEAR) as (_, told):
        status = await told.until_state("connected")
    assert (False, False) == (status.virtual_camera, status.recording)


async def test_an_obs_that_stops_answering_is_left_and_found_again(obs: FakeObs) -> None:
    async with linked(obs.port, CLEAR) as (_, told):
        await told.until_state("connected")
        obs.silent = True
        await told.until_state("unreachable")
        obs.silent = False
        await told.until_state("connected")


@pytest.mark.parametrize("nonsense", ["{", "[]", '{"op": 5, "d": {}}', '{"op": 7, "d": 3}', b"\xff\x00"])
async def test_nonsense_ends_the_connection_and_not_the_link(obs: FakeObs, nonsense: str | bytes) -> None:
    async with linked(obs.port, CLEAR) as (_, told):
        await told.until_state("connected")
        await obs.send(nonsense)
        await told.until_state("unsupported")
        await told.until_state("connected")


async def test_what_a_newer_obs_may_say_is_ignored(obs: FakeObs) -> None:
    async with linked(obs.port, CLEAR) as (_, told):
        await told.until_state("connected")
        await obs.send({"op": 99, "d": {"new": True}})
        await obs.tell("SomethingNew", deep={"er": [1]})
        obs.program = "讲岗位"
        await obs.tell("CurrentProgramSceneChanged")
        await told.until(lambda status: status.program_scene == "讲岗位")
    assert 1 == obs.connections


async def test_a_link_thrown_out_comes_back(obs: FakeObs) -> None:
    async with linked(obs.port, CLEAR) as (_, told):
        for _round in range(3):
            await told.until_state("connected")
            await obs.drop(4011)
            await told.until_state("unreachable")
    states = [status.state for status in told.statuses]
    assert ["connecting", *(3 * ["connected", "unreachable"])] == states[:7]


async def test_a_wrong_password_is_tried_once_until_it_is_another() -> None:
    right = ObsSettings(enabled=True, password="the-right-one")
    async with (
        FakeObs("the-right-one").serving() as obs,
        linked(obs.port, CLEAR, password="a-wrong-one") as (link, told),
    ):
        await told.until_state("wrong_password")
        for _ in range(5):
            assert "connected" == (await probe(replace(right, port=obs.port))).state
        assert 6 == obs.connections
        link.configure(replace(right, port=obs.port))
        await told.until_state("connected")


async def test_a_wrong_password_is_tried_again_after_a_while() -> None:
    async with FakeObs("the-right-one").serving() as obs:
        pace = replace(FAST, retry=RetryPace(wrong_password_s=0.02))
        async with linked(obs.port, CLEAR, pace=pace, password="set-there-soon") as (_, told):
            await told.until_state("wrong_password")
            obs.password = "set-there-soon"
            await told.until_state("connected")


async def test_off_is_off_and_can_be_turned_on_and_off(obs: FakeObs) -> None:
    async with linked(obs.port, CLEAR, enabled=False) as (link, told):
        await asyncio.sleep(0)
        assert ("off", 0) == (link.status.state, obs.connections)
        link.configure(ObsSettings(enabled=True, port=obs.port))
        await told.until_state("connected")
        link.configure(ObsSettings(enabled=False, port=obs.port))
        status = await told.until_state("off")
    assert ((), "") == (status.problems, status.program_scene)


async def test_an_obs_that_comes_later_is_found() -> None:
    obs = FakeObs()
    async with obs.serving():
        port = obs.port
    async with linked(port, CLEAR) as (_, told):
        await told.until_state("unreachable")
        async with obs.serving(port):
            await told.until_state("connected")
        await told.until_state("unreachable")


async def test_a_newer_protocol_is_unsupported(obs: FakeObs) -> None:
    obs.rpc_version = 2
    assert "unsupported" == (await probe(ObsSettings(port=obs.port))).state


async def test_a_peer_that_never_says_hello_is_unsupported() -> None:
    async with serve(lambda socket: socket.wait_closed(), "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        assert "unsupported" == (await probe(ObsSettings(port=port), answer_s=0.05)).state


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(b"HTTP/1.1 404 Not Found\r\n\r\n", "unsupported"), (b"", "unreachable"), (b"220 mail\r\n", "unsupported")],
)
async def test_another_program_at_the_port_is_told_apart_from_none(answer: bytes, expected: ObsState) -> None:
    async def attend(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(attend, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        assert expected == (await probe(ObsSettings(port=port))).state


@pytest.mark.parametrize("address", [{"port": 70000}, {"host": "not a host"}, {"host": ""}])
async def test_an_impossible_address_is_unreachable(address: dict[str, Any]) -> None:
    assert "unreachable" == (await probe(ObsSettings(**address))).state


async def test_a_belief_that_is_no_news_is_no_reason_to_ask_again(obs: FakeObs) -> None:
    """The desk says what it believes every second; each look at OBS takes ten questions."""
    async with linked(obs.port, CARD, pace=replace(FAST, recheck_s=60.0)) as (link, told):
        await told.until_state("connected")
        assert not link._wake.is_set()
        link.believe(CARD)
        assert not link._wake.is_set()
        link.believe(CLEAR)
        assert link._wake.is_set()
