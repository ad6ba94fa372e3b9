"""Comparing what OBS shows with what the desk believes is on air."""

from __future__ import annotations

from collections.abc import Iterator

from kzg_desktop.studio.obs.picture import Picture
from kzg_desktop.studio.obs.settings import Belief, ObsSettings
from kzg_desktop.studio.obs.status import ObsProblem, ObsProblemCode, ObsProblemLevel, ObsStatus

__all__ = ["compared"]


def compared(picture: Picture, settings: ObsSettings, belief: Belief, since: int) -> ObsStatus:
    """Return the status of a link connected since *since* (UTC ms) that sees *picture*."""
    return ObsStatus(
        state="connected",
        since=since,
        version=picture.version,
        program_scene=picture.program,
        scenes=picture.scenes,
        sources=picture.sources,
        overlays=picture.overlays,
        studio_mode=picture.studio_mode,
        streaming=picture.streaming,
        recording=picture.recording,
        virtual_camera=picture.virtual_camera,
        problems=(
            *_overlay(picture, settings, belief),
            *_scene(picture, settings, belief),
            *_outputs(picture, belief),
        ),
    )


def _overlay(picture: Picture, settings: ObsSettings, belief: Belief) -> Iterator[ObsProblem]:
    if not picture.overlays:
        if settings.overlay_source or belief.offers_overlay:
            named = (settings.overlay_source,) if settings.overlay_source else ()
            yield ObsProblem(code="overlay-unknown", level="warn" if belief.on_air else "hint", sources=named)
        return
    sight = picture.overlay()
    if belief.on_air and sight != "shown":
        code: ObsProblemCode = "overlay-hidden" if sight == "hidden" else "overlay-missing"
        yield ObsProblem(code=code, level="warn", scene=picture.program, sources=picture.overlays)


def _scene(picture: Picture, settings: ObsSettings, belief: Belief) -> Iterator[ObsProblem]:
    wanted = belief.wanted_scene(settings) if belief.on_air or belief.mode != "prepare" else ""
    level: ObsProblemLevel = (
        "warn" if belief.on_air else "hint"
    )  # with nothing on air the host may well show something else
    if wanted in picture.scenes and wanted != picture.program:
        yield ObsProblem(code="other-scene", level=level, scene=picture.program, wanted=wanted)
    for scene in settings.mapped_scenes():
        if scene not in picture.scenes:
            yield ObsProblem(code="scene-missing", level=level if scene == wanted else "hint", wanted=scene)


def _outputs(picture: Picture, belief: Belief) -> Iterator[ObsProblem]:
    if belief.mode == "on_air":
        if not (picture.streaming or picture.recording or picture.virtual_camera):
            yield ObsProblem(code="not-streaming", level="hint")
    elif picture.streaming:
        code: ObsProblemCode = "streaming-in-rehearsal" if belief.mode == "rehearse" else "streaming-in-prepare"
        yield ObsProblem(code=code, level="warn")
