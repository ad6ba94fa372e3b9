"""What the window remembers between two starts: a small JSON file in the data folder."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import fields, replace

from kzg_desktop.cache.keys import EMBEDDED

__all__ = ["LanguageChoice", "OverlayLayout", "Settings", "SettingsStore", "ThemeChoice"]

log = logging.getLogger(__name__)

ThemeChoice: TypeAlias = Literal["dark", "light", "auto"]
LanguageChoice: TypeAlias = Literal["", "zh", "en"]
OverlayLayout: TypeAlias = Literal["lower-third", "full-card", "ticker"]
Port: TypeAlias = Annotated[int, Meta(ge=1, le=65535)]


class Settings(Struct, frozen=True, kw_only=True):
    """Language ("" follows the system), theme, window geometry (base64), and where the user was.

    ``mode`` is "" until the welcome has been answered. ``keys`` holds the user's keys by command id, only where they
    differ from the defaults.

    ``public_url`` is where viewers' phones reach the hub, "" at the hub's own address. ``overlay_png`` is the file of
    the picture, "" in the data folder. An empty name of a scene or source leaves OBS as it is; ``obs_scenes`` maps
    kinds of card to scenes. ``output_look`` is how the output window looks, ``hr_columns`` which columns applicants
    have. Passwords and tokens are not kept here.
    """

    language: LanguageChoice = ""
    theme: ThemeChoice = "dark"
    mode: Literal["", "embedded", "hub"] = ""
    hub_url: str = ""
    geometry: str = ""
    page: str = "live"
    broadcast_id: str = ""
    keys: dict[str, Any] = {}
    public_url: str = ""
    overlay_port: Port = 17840
    overlay_png: str = ""
    png_on: bool = False
    png_layout: OverlayLayout = "lower-third"
    png_shape: Literal["16:9", "9:16"] = "16:9"
    obs_on: bool = False
    obs_host: str = "127.0.0.1"
    obs_port: Port = 4455
    obs_scene_on_air: str = ""
    obs_scene_clear: str = ""
    obs_overlay_source: str = ""
    obs_scenes: dict[str, str] = {}
    output_look: dict[str, Any] = {}
    hr_columns: dict[str, Any] = {}

    @property
    def hub(self) -> str:
        """The name under which the hub's local files and secrets are kept."""
        return self.hub_url if self.mode == "hub" else EMBEDDED


class SettingsStore:
    """Settings in a file; every change is written at once, whole or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._value = self._read()

    @property
    def value(self) -> Settings:
        """The settings as they are now."""
        return self._value

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def change(self, **values: Any) -> None:
        """Set some fields and write the file. What cannot be written is kept for this run and logged."""
        changed = replace(self._value, **values)
        if changed == self._value:
            return
        self._value = changed
        try:
            self._write(changed)
        except OSError:
            log.warning("the settings could not be written", exc_info=True)

    def _read(self) -> Settings:
        try:
            return _readable(msgspec.json.decode(self._path.read_bytes(), type=dict[str, Any]))
        except FileNotFoundError:
            return Settings()
        except (OSError, msgspec.DecodeError):
            log.warning("the settings could not be read; going on with the defaults", exc_info=True)
            return Settings()

    def _write(self, value: Settings) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_bytes(msgspec.json.format(msgspec.json.encode(value)))
        beside.replace(self._path)


def _readable(stored: dict[str, Any]) -> Settings:
    """Return what is stored; a value that cannot be used, as after an edit by hand, costs only itself."""
    try:
        return msgspec.convert(stored, Settings)
    except msgspec.ValidationError:
        return msgspec.convert({name: stored[name] for name in _usable(stored)}, Settings)


def _usable(stored: dict[str, Any]) -> list[str]:
    usable = []
    for field in fields(Settings):
        try:
            msgspec.convert(stored.get(field.name, field.default), field.type)
        except msgspec.ValidationError as error:
            log.warning("the setting %s cannot be used: %s; going on with its default", field.name, error)
        else:
            usable.append(field.name)
    return [name for name in usable if name in stored]
