"""The link and a real OBS: what it changes, what it leaves alone and what it tells."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from kzg_desktop.studio.obs.link import Pace
from kzg_desktop.studio.obs.probe import probe
from kzg_desktop.studio.obs.retries import RetryPace
from kzg_desktop.studio.obs.settings import Belief, ObsSettings
from tests.e2e.obs.conftest import GROUPED, Start
from tests.e2e.obs.real_obs import PASSWORD, ObsClient, RealObs, paint

CARD = "#ff6a00"
CAMERA = "#204060"
EVENTS_ONLY = Pace(recheck_s=3600)


class Stage:
    """Two card scenes that contain the overlay, and one without."""

    def __init__(self, card: Path, item: int) -> None:
        self.card = card
        self.item = item
        self.scenes = {"正式工": "讲岗位", "派遣": "讲派遣"}
        self.clear = "主播"

    def on_air(self, kind: str = "正式工", segment: str = "s1", mode: str = "on_air") -> Belief:
        return Belief(mode=mode, on_air=True, card_kind=kind, segment_id=segment, overlay_png=str(self.card))  # type: ignore[arg-type]

    def off_air(self, mode: str = "on_air") -> Belief:
        return Belief(mode=mode, overlay_png=str(self.card))  # type: ignore[arg-type]


@pytest.fixture
async def stage(client: ObsClient, picture_folder: Path) -> Stage:
    """The scenes, made by the first test that wants them; each test begins with the host on program."""
    card = picture_folder / "card.png"
    if not card.exists():
        paint(card, CARD)
        await client.add_scene("讲岗位")
        await client.add_picture("讲岗位", "岗位卡", card)
        await client.add_scene("讲派遣")
        await client.put("讲派遣", "讲岗位")
        await client.add_scene("主播")
        await client.add_picture("主播", "机位", paint(picture_folder / "camera.png", CAMERA))
    items = (await client.call("GetSceneItemList", sceneName="讲岗位"))["sceneItems"]
    await client.switch("主播")
    return Stage(card, items[0]["sceneItemId"])


async def colour_becomes(client: ObsClient, colour: str) -> None:
    """Wait until viewers see *colour*: the transition has ended and the picture is loaded."""
    seen = ""
    try:
        async with asyncio.timeout(10):
            while colour != seen:
                seen = await client.program_colour()
    except TimeoutError:
        assert colour == seen


async def test_connecting_changes_nothing_and_tells_what_differs(
    obs: RealObs, client: ObsClient, stage: Stage, linked: Start
) -> None:
    before = await client.everything()

    async with linked(stage.on_air(), scenes=stage.scenes, scene_clear=stage.clear) as watched:
        status = await watched.until_problems("overlay-missing", "other-scene", "not-streaming")

    assert before == await client.everything()
    assert ("Scene", "讲小组", "讲岗位", "讲派遣", "主播") == status.scenes
    assert ("岗位卡",) == status.overlays
    assert "主播" == status.program_scene
    assert [("主播", "")] == [(found.scene, found.wanted) for found in status.problems if found.sources]
    assert "讲岗位" == next(found.wanted for found in status.problems if found.code == "other-scene")
    assert ["connecting", "connected"] == list(dict.fromkeys(told.state for told in watched.told))


async def test_a_probe_lists_what_there_is_to_choose_and_changes_nothing(
    obs: RealObs, client: ObsClient, stage: Stage
) -> None:
    before = await client.everything()

    status = await probe(ObsSettings(port=obs.port, password=PASSWORD), stage.off_air())

    assert ("connected", ("岗位卡",)) == (status.state, status.overlays)
    assert {"岗位卡", "机位", "组里的卡"} == set(status.sources)
    assert before == await client.everything()
    assert "wrong_password" == (await probe(ObsSettings(port=obs.port, password="another"))).state


async def test_a_wrong_password_waits_for_another_one(
    obs: RealObs, linked: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    seen = obs.log().count("onOpen")
    fast = Pace(retry=RetryPace(first_s=0.01, longest_s=0.01))

    async with linked(password="not-the-password-7391", pace=fast) as watched:
        await watched.until(lambda status: status.state == "wrong_password")
        await probe(ObsSettings(port=obs.port, password=PASSWORD))  # time enough for many a retry
        watched.link.configure(ObsSettings(enabled=True, port=obs.port, password=PASSWORD))
        await watched.until(lambda status: status.state == "connected")

    assert 3 == obs.log().count("onOpen") - seen
    assert "not-the-password-7391" not in caplog.text
    assert PASSWORD not in caplog.text


async def test_a_take_and_a_clear_switch_to_the_mapped_scenes_and_viewers_see_the_card(
    client: ObsClient, stage: Stage, linked: Start
) -> None:
    async with linked(stage.off_air(), scenes=stage.scenes, scene_clear=stage.clear) as watched:
        await watched.until_problems("not-streaming")
        await colour_becomes(client, CAMERA)

        watched.link.believe(stage.on_air())
        await client.heard("CurrentProgramSceneChanged", sceneName="讲岗位")
        await colour_becomes(client, CARD)
        await watched.until_problems("not-streaming")

        watched.link.believe(stage.on_air(kind="派遣", segment="s2"))
        await client.heard("CurrentProgramSceneChanged", sceneName="讲派遣")
        await colour_becomes(client, CARD)  # a scene within a scene
        await watched.until_problems("not-streaming")

        watched.link.believe(stage.off_air())
        await client.heard("CurrentProgramSceneChanged", sceneName="主播")
        await colour_becomes(client, CAMERA)

        watched.link.believe(stage.on_air(kind="临时工", segment="s3"))  # a kind that is not mapped
        await watched.until_problems("overlay-missing", "not-streaming")
        assert "主播" == await client.program()

    told = {found.code for status in watched.told for found in status.problems}
    assert {"not-streaming", "overlay-missing"} == told  # a take never looked like a disagreement on its way


async def test_a_scene_that_the_host_changed_is_left_until_the_next_take(
    client: ObsClient, stage: Stage, linked: Start
) -> None:
    async with linked(stage.off_air(), pace=EVENTS_ONLY, scene_on_air="讲岗位") as watched:
        await watched.until_problems("not-streaming")
        watched.link.believe(stage.on_air())
        await client.heard("CurrentProgramSceneChanged", sceneName="讲岗位")

        await client.switch("主播")
        await watched.until_problems("overlay-missing", "other-scene", "not-streaming")
        watched.link.believe(stage.on_air(mode="rehearse"))  # no take: the same card
        await watched.until_problems("overlay-missing", "other-scene")
        assert "主播" == await client.program()

        watched.link.believe(stage.on_air(segment="s2"))
        await client.heard("CurrentProgramSceneChanged", sceneName="讲岗位")
        await watched.until_problems("not-streaming")


async def test_a_hidden_overlay_is_told_and_so_is_that_it_is_back(
    client: ObsClient, stage: Stage, linked: Start
) -> None:
    await client.switch("讲派遣")
    nested = (await client.call("GetSceneItemList", sceneName="讲派遣"))["sceneItems"][0]["sceneItemId"]

    async with linked(stage.on_air(), pace=EVENTS_ONLY) as watched:
        await watched.until_problems("not-streaming")
        await client.show("讲岗位", stage.item, False)
        status = await watched.until_problems("overlay-hidden", "not-streaming")
        assert ("讲派遣", ("岗位卡",)) == (status.problems[0].scene, status.problems[0].sources)
        await client.show("讲岗位", stage.item, True)
        await watched.until_problems("not-streaming")
        await client.show("讲派遣", nested, False)  # the whole nested scene
        await watched.until_problems("overlay-hidden", "not-streaming")
        await client.show("讲派遣", nested, True)
        await watched.until_problems("not-streaming")


async def test_an_overlay_in_a_group_counts(
    client: ObsClient, stage: Stage, linked: Start, picture_folder: Path
) -> None:
    belief = Belief(mode="on_air", on_air=True, overlay_png=str(picture_folder / "group.png"))
    async with linked(belief) as watched:
        await watched.until_problems("overlay-missing", "not-streaming")
        await client.switch("讲小组")
        await colour_becomes(client, GROUPED)
        assert ("组里的卡",) == (await watched.until_problems("not-streaming")).overlays
        await client.show("卡片组", 1, False)
        await watched.until_problems("overlay-hidden", "not-streaming")
        await client.show("卡片组", 1, True)
        await watched.until_problems("not-streaming")


async def test_scenes_and_sources_may_be_renamed_and_removed_any_time(
    client: ObsClient, stage: Stage, linked: Start, picture_folder: Path
) -> None:
    await client.add_scene("临时")
    await client.add_picture("临时", "另一张卡", stage.card)

    async with linked(stage.off_air(), scene_on_air="临时", overlay_source="另一张卡") as watched:
        await watched.until_problems("not-streaming")
        await client.call("SetSceneName", sceneName="临时", newSceneName="改名了")
        status = await watched.until_problems("scene-missing", "not-streaming")
        assert ("hint", "临时") == (status.problems[0].level, status.problems[0].wanted)

        watched.link.believe(stage.on_air())  # a take whose scene is gone
        await watched.until_problems("overlay-missing", "scene-missing", "not-streaming")
        assert "主播" == await client.program()

        await client.switch("改名了")
        await watched.until_problems("scene-missing", "not-streaming")
        await client.call("RemoveInput", inputName="另一张卡")
        status = await watched.until_problems("overlay-unknown", "scene-missing", "not-streaming")
        assert ("另一张卡",) == status.problems[0].sources
        await client.call("RemoveScene", sceneName="改名了")
        await watched.until(lambda status: "改名了" not in status.scenes and status.program_scene in status.scenes)


async def test_streaming_and_recording_are_compared_with_the_mode(
    client: ObsClient, stage: Stage, linked: Start
) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as viewer:
        viewer.bind(("127.0.0.1", 0))
        server = f"udp://127.0.0.1:{viewer.getsockname()[1]}"
        await client.call(
            "SetStreamServiceSettings",
            streamServiceType="rtmp_custom",
            streamServiceSettings={"server": server, "key": ""},
        )
        async with linked(stage.off_air(), scene_on_air="讲岗位") as watched:
            await watched.until_problems("not-streaming")
            await client.call("StartRecord")
            status = await watched.until_problems()
            assert (True, False) == (status.recording, status.streaming)
            await client.call("StartStream")
            await watched.until(lambda status: status.streaming)

            watched.link.believe(stage.off_air(mode="prepare"))
            await watched.until_problems("streaming-in-prepare")
            watched.link.believe(stage.on_air(mode="rehearse"))  # viewers are watching: a rehearsal switches nothing
            await watched.until_problems("overlay-missing", "other-scene", "streaming-in-rehearsal")
            assert "主播" == await client.program()
            watched.link.believe(stage.off_air())
            await watched.until_problems()

            await client.call("StopRecord")
            await watched.until(lambda status: not status.recording)
            await client.call("StopStream")
            await watched.until_problems("not-streaming")


async def test_in_studio_mode_the_program_counts_and_not_what_is_being_edited(
    client: ObsClient, stage: Stage, linked: Start
) -> None:
    await client.switch("讲岗位")
    await client.call("SetStudioModeEnabled", studioModeEnabled=True)
    try:
        async with linked(stage.on_air(), pace=Pace(recheck_s=0.1)) as watched:
            await watched.until(lambda status: status.studio_mode)
            await client.show("讲岗位", stage.item, False)
            await client.heard("SceneItemEnableStateChanged", sceneName="讲岗位", sceneItemEnabled=False)
            watched.link.believe(stage.on_air(mode="rehearse"))
            await watched.until_problems()  # viewers still see the card
            await client.call("TriggerStudioModeTransition")
            await watched.until_problems("overlay-hidden")
    finally:
        await client.show("讲岗位", stage.item, True)
        await client.call("SetStudioModeEnabled", studioModeEnabled=False)
        await client.heard("StudioModeStateChanged", studioModeEnabled=False)


async def test_another_scene_collection_is_followed(client: ObsClient, stage: Stage, linked: Start) -> None:
    mine = (await client.call("GetSceneCollectionList"))["currentSceneCollectionName"]
    async with linked(stage.off_air(), scene_on_air="讲岗位") as watched:
        await watched.until_problems("not-streaming")
        await client.call("CreateSceneCollection", sceneCollectionName="另一套场景")
        await watched.until_problems("overlay-unknown", "scene-missing", "not-streaming")
        await client.call("SetCurrentSceneCollection", sceneCollectionName=mine)
        await watched.until_problems("not-streaming")
    assert 1 == [told.state for told in watched.told].index("connected")
    assert {"connected"} == {told.state for told in watched.told[1:]}


async def test_a_killed_obs_is_told_at_once_and_found_again(
    obs: RealObs, client: ObsClient, stage: Stage, linked: Start
) -> None:
    await client.switch("讲岗位")
    for name in ("存盘一", "存盘二"):  # makes OBS write its scenes a moment later; twice, for its backup file too
        await client.add_scene(name)
        async with asyncio.timeout(10):
            while not any("讲岗位" == current and name in order for current, order, _ in obs.saved_scenes()):
                await asyncio.sleep(0.02)
    before = await client.everything()

    async with linked(stage.on_air(), scene_on_air="讲岗位", scene_clear="主播") as watched:
        await watched.until_problems("not-streaming")
        obs.kill()
        saved = [(current, [s for s in order if s in sources]) for current, order, sources in obs.saved_scenes()]
        await watched.until(lambda status: status.state == "unreachable", timeout_s=2)
        assert "" == watched.link.status.program_scene
        watched.link.believe(stage.off_air())  # a clear that OBS did not see
        await asyncio.to_thread(obs.start)
        status = await watched.until_problems("other-scene", "not-streaming")
        assert ("讲岗位", "hint") == (status.program_scene, status.problems[0].level)

        async with obs.client() as again:
            after = await again.everything()
            scenes = [scene["sceneName"] for scene in after["scenes"]["scenes"]]
            assert ("讲岗位", scenes[::-1]) in saved
            assert before["inputs"] == after["inputs"]
            assert [before["items"][scene] for scene in scenes] == [after["items"][scene] for scene in scenes]
            watched.link.believe(stage.on_air(segment="s2"))
            await watched.until_problems("not-streaming")
            watched.link.believe(stage.off_air())
            await again.heard("CurrentProgramSceneChanged", sceneName="主播")
            await colour_becomes(again, CAMERA)
