"""What the window remembers between two starts: a small JSON file in the data folder."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kzg_desktop.cache.keys import EMBEDDED

__all__ = ["LanguageChoice", "Settings", "SettingsStore", "ThemeChoice"]

log = logging.getLogger(__name__)

ThemeChoice: TypeAlias = Literal["dark", "light", "auto"]
LanguageChoice: TypeAlias = Literal["", "zh", "en"]


class Settings(Struct, frozen=True, kw_only=True):
    """Language ("" follows the system), theme, window geometry (base64), and where the user was.

    ``mode`` is "" until the welcome has been answered.
    """

    language: LanguageChoice = ""
    theme: ThemeChoice = "dark"
    mode: Literal["", "embedded", "hub"] = ""
    hub_url: str = ""
    geometry: str = ""
    page: str = "live"
    broadcast_id: str = ""

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

    def change(self, **fields: Any) -> None:
        """Set some fields and write the file. What cannot be written is kept for this run and logged."""
        changed = replace(self._value, **fields)
        if changed == self._value:
            return
        self._value = changed
        try:
            self._write(changed)
        except OSError:
            log.warning("the settings could not be written", exc_info=True)

    def _read(self) -> Settings:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Settings)
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
