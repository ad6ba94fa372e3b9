"""How to reach OBS and what to switch there, and what the desk believes is on air."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from kzg_desktop.domain.entities import Mode

__all__ = ["Belief", "ObsSettings"]


class ObsSettings(Struct, frozen=True, kw_only=True):
    """The operator's choices.

    ``scenes`` maps a card's kind (its job's employment type) to the scene to switch to when such a card goes on air;
    ``scene_on_air`` is for all other kinds, ``scene_clear`` for when nothing is on air. "" never switches.
    ``overlay_source`` names what shows our overlay in OBS: a source, a group or a scene; "" finds it by its settings.
    The ``password`` shows in no text made of this value.
    """

    enabled: bool = False
    host: str = "127.0.0.1"
    port: int = 4455
    password: str = ""
    scene_on_air: str = ""
    scene_clear: str = ""
    scenes: dict[str, str] = field(default_factory=dict)
    overlay_source: str = ""

    def __repr__(self) -> str:
        return f"ObsSettings({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [(name, getattr(self, name)) for name in self.__struct_fields__ if name != "password"]

    @property
    def address(self) -> tuple[bool, str, int, str]:
        """What a connection depends on: when it changes, the link connects anew."""
        return self.enabled, self.host, self.port, self.password

    def mapped_scenes(self) -> tuple[str, ...]:
        """Return every scene that may be switched to, each once."""
        named = (self.scene_on_air, self.scene_clear, *self.scenes.values())
        return tuple(dict.fromkeys(scene for scene in named if scene))


class Belief(Struct, frozen=True, kw_only=True):
    """What the desk believes: the broadcast's ``mode``, and whether a card is on air and which.

    ``segment_id`` tells two cards of one ``card_kind`` apart, so that a take of another card counts as a take.
    ``overlay_url``, ``overlay_file`` (the same page as a local file) and ``overlay_png`` are where the overlay is
    offered; "" is nowhere.
    """

    mode: Mode = "prepare"
    on_air: bool = False
    card_kind: str = ""
    segment_id: str = ""
    overlay_url: str = ""
    overlay_file: str = ""
    overlay_png: str = ""

    @property
    def offers_overlay(self) -> bool:
        return bool(self.overlay_url or self.overlay_file or self.overlay_png)

    def air(self) -> tuple[bool, str, str]:
        """What a take or a clear changes, and nothing else does."""
        return (True, self.card_kind, self.segment_id) if self.on_air else (False, "", "")

    def wanted_scene(self, settings: ObsSettings) -> str:
        """Return the scene that this belief asks for, "" for none."""
        if self.on_air:
            return settings.scenes.get(self.card_kind, "") or settings.scene_on_air
        return settings.scene_clear
