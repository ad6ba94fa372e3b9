"""What the link tells the desk: how it stands with OBS, and where OBS and the desk disagree."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

__all__ = ["ObsProblem", "ObsProblemCode", "ObsProblemLevel", "ObsState", "ObsStatus"]

ObsState: TypeAlias = Literal["off", "connecting", "connected", "wrong_password", "unreachable", "unsupported"]

ObsProblemCode: TypeAlias = Literal[
    "overlay-unknown",
    "overlay-missing",
    "overlay-hidden",
    "other-scene",
    "scene-missing",
    "streaming-in-prepare",
    "streaming-in-rehearsal",
    "not-streaming",
]


ObsProblemLevel: TypeAlias = Literal["warn", "hint"]


class ObsProblem(Struct, frozen=True, kw_only=True):
    """One disagreement, with the names that its words need.

    - ``overlay-unknown``: nothing in OBS shows our overlay; ``sources`` holds the name that was looked for, if any.
    - ``overlay-missing``: the program ``scene`` does not contain any of ``sources``, which do show it.
    - ``overlay-hidden``: it does, but there it is switched off.
    - ``other-scene``: ``scene`` is on program where the settings ask for ``wanted``.
    - ``scene-missing``: the settings name ``wanted``, which OBS does not have.
    - ``streaming-in-prepare``, ``streaming-in-rehearsal``: OBS streams, and the desk is not on air.
    - ``not-streaming``: the desk is on air, and OBS neither streams nor records nor offers its virtual camera.

    A ``hint`` can be right as it is (another program may do the streaming); a ``warn`` is seen by viewers now.
    """

    code: ObsProblemCode
    level: ObsProblemLevel
    scene: str = ""
    wanted: str = ""
    sources: tuple[str, ...] = ()


class ObsStatus(Struct, frozen=True, kw_only=True):
    """How the link stands. Everything after ``since`` (UTC ms, when ``state`` began) is empty unless connected.

    ``scenes`` (in OBS's order) and ``sources`` are what there is to choose from; ``overlays`` are those that show our
    overlay. ``studio_mode``: what is edited in OBS shows only after a transition.
    """

    state: ObsState = "off"
    since: int = 0
    version: str = ""
    program_scene: str = ""
    scenes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()
    studio_mode: bool = False
    streaming: bool = False
    recording: bool = False
    virtual_camera: bool = False
    problems: tuple[ObsProblem, ...] = ()
