"""The real desktop on a virtual screen, hubs as processes, and a real browser."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from kzg_desktop import app as desktop
from kzg_desktop.ui.i18n import Languages
from kzg_desktop.ui.settings_store import SettingsStore
from kzg_desktop.ui.theme import Theme

Story = Callable[[desktop.App], Awaitable[Any]]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture
def desk_of(qapp: QApplication) -> Iterator[Callable[..., Any]]:
    """Return a function that runs a story in a real desktop on a folder and gives back the story's result.

    What a desktop sets for the whole application is undone, since other tests share it.
    """

    def run(folder: Path, story: Story, **settings: Any) -> Any:
        folder.mkdir(exist_ok=True)
        SettingsStore(folder / "settings.json").change(language="zh", **({"mode": "embedded"} | settings))
        told: list[Any] = []

        async def script(app: desktop.App) -> int:
            async with asyncio.timeout(60):
                told.append(await story(app))
            return 0

        assert desktop.run(folder, script=script) == 0
        return told[0]

    yield run
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    for kind in (Languages, Theme):
        for made in qapp.findChildren(kind):
            made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


class HubProcess:
    """``kzg-desktop hub`` on a port of its own, which it keeps when it is started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.invitation = ""
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers; the first start tells the administrator's invitation."""
        self._process = subprocess.Popen(
            [*_COMMAND, "hub", "--data-dir", str(self.folder), "--port", str(self.port)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline().rsplit(":", 1)[1])
        if not self.invitation:
            self.invitation = self._process.stdout.readline().split("invitation ")[1].split()[0]

    def invite(self, role: str, *more: str) -> str:
        """Return an invitation code for a new account."""
        command = [*_COMMAND, "hub", "invite", "--data-dir", str(self.folder), "--role", role, "--name", "测试", *more]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def stop(self) -> None:
        """Kill it, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None


_COMMAND = (sys.executable, "-m", "kzg_desktop")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    process = HubProcess(tmp_path / "hub")
    process.start()
    yield process
    process.stop()


@pytest.fixture
def until() -> Callable[..., Awaitable[None]]:
    """Return a coroutine function that waits until a condition holds, `timeout_s` at the most."""

    async def wait(condition: Callable[[], object], timeout_s: float = 15.0) -> None:
        async with asyncio.timeout(timeout_s):
            while not condition():
                await asyncio.sleep(0.01)

    return wait
