"""A real OBS on a virtual screen of its own, and a client of the tests' own to arrange and look at it."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import itertools
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage
from websockets.asyncio.client import ClientConnection, connect

PASSWORD = "一个编造的口令-invented"

GLOBAL_INI = """[General]
FirstRun=true
EnableAutoUpdates=false

[OBSWebSocket]
FirstLoad=false
ServerEnabled=true
ServerPort={port}
AlertsEnabled=false
AuthRequired=true
ServerPassword={password}
"""


class Screen:
    """An Xvfb with a display number that it chose itself."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        self.display = f":{self._process.stdout.readline().strip()}"

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate()


class RealObs:
    """OBS with a configuration folder and a port of its own, which it keeps when it is started again."""

    def __init__(self, folder: Path, display: str, scenes: dict[str, Any]) -> None:
        self.folder = folder
        self.port = _free_port()
        self._display = display
        self._process: subprocess.Popen[bytes] | None = None
        config = folder / "config" / "obs-studio"
        config.mkdir(parents=True)
        ini = GLOBAL_INI.format(port=self.port, password=PASSWORD)
        (config / "global.ini").write_text(ini, encoding="utf-8")
        (config / "user.ini").write_text(ini, encoding="utf-8")  # where OBS 31 and newer look
        (config / "basic/scenes").mkdir(parents=True)
        (config / "basic/scenes/Untitled.json").write_text(json.dumps(scenes))
        newer = config / "plugin_config" / "obs-websocket"
        newer.mkdir(parents=True)
        (newer / "config.json").write_text(
            json.dumps(
                {
                    "alerts_enabled": False,
                    "auth_required": True,
                    "first_load": False,
                    "server_enabled": True,
                    "server_password": PASSWORD,
                    "server_port": self.port,
                }
            )
        )

    def start(self) -> None:
        """Start it and wait until its WebSocket port is open."""
        env = os.environ | {
            "DISPLAY": self._display,
            "HOME": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_RUNTIME_DIR": str(self.folder),
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "QT_QPA_PLATFORM": "xcb",
        }
        flags = ["--multi", "--minimize-to-tray", "--disable-updater", "--disable-shutdown-check"]
        with (self.folder / "obs.log").open("ab") as log:
            self._process = subprocess.Popen(
                ["obs", *flags], env=env, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        deadline = time.monotonic() + 40
        while not _listens(self.port):
            assert self._process.poll() is None, self.log()
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.05)

    def kill(self) -> None:
        """End it and what it started at once, as a crash would."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def log(self) -> str:
        return (self.folder / "obs.log").read_text(encoding="utf-8", errors="replace")

    def saved_scenes(self) -> list[tuple[str, list[str], set[str]]]:
        """What OBS would load if it started now, of each scene collection: current scene, scenes, and its sources.

        A scene counts only if it is a source too: OBS 29 may write one that was just made in the first place alone.
        """
        found = []
        for backup in (self.folder / "config/obs-studio/basic/scenes").glob("*.json.bak"):
            try:
                saved = json.loads(backup.with_suffix("").read_bytes())
            except FileNotFoundError:  # OBS is just replacing it
                saved = json.loads(backup.read_bytes())
            order = [scene["name"] for scene in saved["scene_order"]]
            found.append((saved["current_scene"], order, {source["name"] for source in saved["sources"]}))
        return found

    @asynccontextmanager
    async def client(self) -> AsyncIterator[ObsClient]:
        async with connect(f"ws://127.0.0.1:{self.port}", proxy=None, max_size=None, ping_interval=None) as socket_:
            hello = json.loads(await socket_.recv())["d"]["authentication"]
            secret = _hashed(PASSWORD + hello["salt"])
            identify = {"rpcVersion": 1, "authentication": _hashed(secret + hello["challenge"])}
            await socket_.send(json.dumps({"op": 1, "d": identify}))
            assert json.loads(await socket_.recv())["op"] == 2
            client = ObsClient(socket_)
            reading = asyncio.create_task(client.read())
            try:
                yield client
            finally:
                reading.cancel()
                await asyncio.gather(reading, return_exceptions=True)


class ObsClient:
    """Requests by name, and the events since it connected."""

    def __init__(self, socket_: ClientConnection) -> None:
        self._socket = socket_
        self._numbers = itertools.count()
        self._answers: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._events: list[tuple[str, dict[str, Any]]] = []
        self._news = asyncio.Condition()

    async def read(self) -> None:
        async for text in self._socket:
            message = json.loads(text)
            if message["op"] == 7:
                self._answers.pop(message["d"]["requestId"]).set_result(message["d"])
            else:
                async with self._news:
                    self._events.append((message["d"]["eventType"], message["d"].get("eventData") or {}))
                    self._news.notify_all()

    async def call(self, request: str, /, **data: Any) -> dict[str, Any]:
        number = str(next(self._numbers))
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        body = {"requestType": request, "requestId": number, "requestData": data}
        await self._socket.send(json.dumps({"op": 6, "d": body}))
        async with asyncio.timeout(10):
            done = await answer
        assert done["requestStatus"]["result"], done
        return done.get("responseData") or {}

    async def heard(self, event: str, **data: Any) -> None:
        """Wait until that event with that data has come, since the last one waited for."""
        async with asyncio.timeout(10), self._news:
            while True:
                for place, (name, told) in enumerate(self._events):
                    if name == event and data.items() <= told.items():
                        del self._events[: place + 1]
                        return
                await self._news.wait()

    async def add_scene(self, name: str) -> str:
        await self.call("CreateScene", sceneName=name)
        await self.heard("SceneCreated", sceneName=name)
        return name

    async def add_picture(self, scene: str, name: str, file: Path) -> int:
        made = await self.call(
            "CreateInput", sceneName=scene, inputName=name, inputKind="image_source", inputSettings={"file": str(file)}
        )
        await self.heard("SceneItemCreated", sceneName=scene, sourceName=name)
        return int(made["sceneItemId"])

    async def put(self, scene: str, source: str) -> int:
        made = await self.call("CreateSceneItem", sceneName=scene, sourceName=source)
        await self.heard("SceneItemCreated", sceneName=scene, sourceName=source)
        return int(made["sceneItemId"])

    async def show(self, scene: str, item: int, shown: bool) -> None:
        await self.call("SetSceneItemEnabled", sceneName=scene, sceneItemId=item, sceneItemEnabled=shown)

    async def switch(self, scene: str) -> None:
        if scene != await self.program():
            await self.call("SetCurrentProgramScene", sceneName=scene)
            await self.heard("CurrentProgramSceneChanged", sceneName=scene)

    async def program(self) -> str:
        found: str = (await self.call("GetCurrentProgramScene"))["currentProgramSceneName"]
        return found

    async def everything(self) -> dict[str, Any]:
        """All that a link could have changed: scenes, their items, sources and their settings, outputs."""
        scenes = await self.call("GetSceneList")
        names = [scene["sceneName"] for scene in scenes["scenes"]]
        inputs = [found["inputName"] for found in (await self.call("GetInputList"))["inputs"]]
        return {
            "scenes": scenes,
            "items": {name: await self.call("GetSceneItemList", sceneName=name) for name in names},
            "inputs": {name: await self.call("GetInputSettings", inputName=name) for name in inputs},
            "studio": await self.call("GetStudioModeEnabled"),
            "streaming": (await self.call("GetStreamStatus"))["outputActive"],
            "recording": (await self.call("GetRecordStatus"))["outputActive"],
            "collections": await self.call("GetSceneCollectionList"),
        }

    async def program_colour(self) -> str:
        """The colour that viewers see near the top left corner."""
        shot = await self.call("GetSourceScreenshot", sourceName=await self.program(), imageFormat="png")
        image = QImage.fromData(base64.b64decode(shot["imageData"].split(",", 1)[1]))
        return image.pixelColor(20, 20).name()


def grouped(file: Path) -> dict[str, Any]:
    """An empty scene and one with *file* in a group, as OBS writes them: no request can make a group."""
    placed = {"visible": True, "align": 5, "scale": {"x": 1.0, "y": 1.0}}
    picture = {"id": "image_source", "name": "组里的卡", "settings": {"file": str(file)}}
    group = {"cx": 1280, "cy": 720, "custom_size": True, "items": [{"id": 1, "name": "组里的卡", **placed}]}
    return {
        "name": "Untitled",
        "current_scene": "Scene",
        "current_program_scene": "Scene",
        "scene_order": [{"name": "Scene"}, {"name": "讲小组"}],
        "sources": [
            {"id": "scene", "name": "Scene", "settings": {"items": []}},
            {"id": "scene", "name": "讲小组", "settings": {"items": [{"id": 1, "name": "卡片组", **placed}]}},
            picture,
        ],
        "groups": [{"id": "group", "name": "卡片组", "settings": group}],
    }


def paint(file: Path, colour: str) -> Path:
    """Write a PNG of one *colour*, as large as the tests' screen."""
    image = QImage(1280, 720, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    assert image.save(str(file))
    return file


def _hashed(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
