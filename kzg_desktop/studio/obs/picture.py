"""What OBS shows and sends at one moment, and whether viewers can see our overlay in it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct, field

__all__ = ["Picture", "Placed", "Sight"]

Sight: TypeAlias = Literal["shown", "hidden", "missing"]


class Placed(Struct, frozen=True):
    """One item of a scene: what it shows, and whether it is switched on there."""

    source: str
    enabled: bool = True


class Picture(Struct, frozen=True, kw_only=True):
    """OBS at one moment.

    ``contents`` holds the items of the program scene and of every scene and group that it contains, at any depth.
    ``overlay_active`` is what OBS itself says of the overlays; it is asked in studio mode only, where the program is a
    copy of the scene as it was at the last transition, and ``contents`` are what is being edited.
    """

    version: str = ""
    program: str = ""
    scenes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()
    contents: dict[str, tuple[Placed, ...]] = field(default_factory=dict)
    studio_mode: bool = False
    overlay_active: bool = False
    streaming: bool = False
    recording: bool = False
    virtual_camera: bool = False

    def overlay(self) -> Sight:
        """Whether the program shows an overlay; "hidden" where it contains one that is switched off.

        What covers it, and whether it lies outside the canvas, is not looked at.
        """
        sight = self._sight_in(self.program, ())
        if not self.studio_mode:
            return sight
        if self.overlay_active:
            return "shown"
        return "missing" if sight == "missing" else "hidden"

    def _sight_in(self, scene: str, above: tuple[str, ...]) -> Sight:
        if scene in self.overlays:
            return "shown"
        if scene in above:
            return "missing"
        found: set[Sight] = set()
        for item in self.contents.get(scene, ()):
            sight = self._sight_in(item.source, (*above, scene))
            found.add("hidden" if sight == "shown" and not item.enabled else sight)
        return "shown" if "shown" in found else "hidden" if "hidden" in found else "missing"
