"""Taking a picture of OBS. Asks only: nothing here changes anything in OBS."""

from __future__ import annotations

from kzg_desktop.studio.obs.connection import ObsConnection
from kzg_desktop.studio.obs.errors import ObsRefused
from kzg_desktop.studio.obs.messages import (
    GroupItemList,
    GroupList,
    InputList,
    InputSettings,
    RecordStatus,
    RequestCode,
    SceneItem,
    SceneItemList,
    SceneList,
    SourceActive,
    StreamStatus,
    StudioMode,
    Version,
    VirtualCameraStatus,
)
from kzg_desktop.studio.obs.overlay import shows_overlay
from kzg_desktop.studio.obs.picture import Picture, Placed
from kzg_desktop.studio.obs.settings import Belief, ObsSettings

__all__ = ["look"]


async def look(obs: ObsConnection, settings: ObsSettings, belief: Belief) -> Picture:
    """Return what OBS shows and sends now, and which sources show the overlay of *belief*.

    Raises:
        ObsRefused: OBS is not ready to be asked; ask again a little later.
        ObsError: the connection is lost.
    """
    listed = await obs.ask(SceneList)
    program = listed.current_program_scene_name or ""
    scenes = tuple(scene.scene_name for scene in reversed(listed.scenes))
    sources = tuple(found.input_name for found in (await obs.ask(InputList)).inputs)
    overlays = await _overlays(obs, settings, belief, scenes, sources)
    studio_mode = (await obs.ask(StudioMode)).studio_mode_enabled
    return Picture(
        version=(await obs.ask(Version)).obs_version,
        program=program,
        scenes=scenes,
        sources=sources,
        overlays=overlays,
        contents=await _contents(obs, program),
        studio_mode=studio_mode,
        overlay_active=studio_mode and await _active(obs, overlays),
        streaming=await _runs(obs, StreamStatus),
        recording=await _runs(obs, RecordStatus),
        virtual_camera=await _runs(obs, VirtualCameraStatus),
    )


async def _overlays(
    obs: ObsConnection, settings: ObsSettings, belief: Belief, scenes: tuple[str, ...], sources: tuple[str, ...]
) -> tuple[str, ...]:
    named = settings.overlay_source
    if named:
        known = named in sources or named in scenes or named in (await obs.ask(GroupList)).groups
        return (named,) if known else ()
    found = await obs.ask_each(InputSettings, [{"inputName": source} for source in sources])
    return tuple(
        source
        for source, asked in zip(sources, found, strict=False)
        if asked is not None and shows_overlay(asked.input_settings, belief)
    )


async def _contents(obs: ObsConnection, program: str) -> dict[str, tuple[Placed, ...]]:
    contents: dict[str, tuple[Placed, ...]] = {}
    waiting: list[tuple[str, type[SceneItemList]]] = [(program, SceneItemList)] if program else []
    while waiting:
        scene, request = waiting.pop()
        if scene in contents:
            continue
        items = await _items(obs, scene, request)
        contents[scene] = tuple(Placed(item.source_name, item.scene_item_enabled) for item in items)
        waiting += [(i.source_name, GroupItemList if i.is_group else SceneItemList) for i in items if i.is_scene]
    return contents


async def _items(obs: ObsConnection, scene: str, request: type[SceneItemList]) -> list[SceneItem]:
    try:
        return (await obs.ask(request, sceneName=scene)).scene_items
    except ObsRefused as refused:
        if refused.code == RequestCode.NOT_READY:
            raise
        return []  # renamed or removed since it was listed; the event that says so makes the link look again


async def _active(obs: ObsConnection, overlays: tuple[str, ...]) -> bool:
    found = await obs.ask_each(SourceActive, [{"sourceName": source} for source in overlays])
    return any(asked is not None and asked.video_active for asked in found)


async def _runs(obs: ObsConnection, output: type[StreamStatus]) -> bool:
    try:
        return (await obs.ask(output)).output_active
    except ObsRefused as refused:
        if refused.code == RequestCode.NOT_READY:
            raise
        return False  # this OBS has no such output
