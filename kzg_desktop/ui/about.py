"""What the program can say about itself: where it works, with whom, and its versions."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Literal

import PySide6
from msgspec import Struct
from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QGuiApplication

import kzg_desktop
from kzg_desktop.services import SyncStatus

__all__ = ["About", "diagnostics", "versions"]


class About(Struct, frozen=True, kw_only=True):
    """Facts that the composition root knows. ``mode`` "embedded" has the hub on this computer.

    ``account`` is the name of who is signed in. ``extra`` are further versions, such as ("SQLite", "3.53.4").
    """

    data_folder: Path
    mode: Literal["embedded", "hub"] = "embedded"
    hub_url: str = ""
    account: str = ""
    extra: tuple[tuple[str, str], ...] = ()


def versions(about: About) -> list[tuple[str, str]]:
    """Return (name, version) of what matters when something is wrong."""
    return [
        ("KZG Desktop", kzg_desktop.__version__),
        ("Python", platform.python_version()),
        ("Qt", str(qVersion())),
        ("PySide6", PySide6.__version__),
        *about.extra,
    ]


def diagnostics(about: About, status: SyncStatus) -> str:
    """Return a text to paste into a message to support: no names, no phones, no tokens."""
    screens = ", ".join(
        f"{screen.size().width()}×{screen.size().height()} @{screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    lines = [
        *(f"{name} {version}" for name, version in versions(about)),
        f"System {platform.platform()}",
        f"Qt build {QLibraryInfo.version().toString()}",
        f"Platform plugin {QGuiApplication.platformName()}; screens {screens}",
        f"Data folder {about.data_folder}",
        f"Hub {about.mode} {about.hub_url}".rstrip(),
        f"Sync {status.state}; waiting {status.waiting}; refused {status.refused}; stale {status.stale}",
        f"Detail {status.detail}" if status.detail else "",
    ]
    return "\n".join(line for line in lines if line)
