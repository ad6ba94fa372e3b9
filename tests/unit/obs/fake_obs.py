"""A small peer that speaks obs-websocket 5, for what a real OBS cannot be brought to do."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import msgspec
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from kzg_desktop.studio.obs.messages import Challenge, authentication

Item = tuple[str, bool]


class FakeObs:
    """Scenes and groups of (source, enabled) items, sources with settings, and a list of what was asked."""

    def __init__(self, password: str = "") -> None:
        self.password = password
        self.program = "主播"
        self.scenes: dict[str, list[Item]] = {"主播": [], "讲岗位": [("卡片组", True)]}
        self.groups: dict[str, list[Item]] = {"卡片组": [("岗位卡", True)]}
        self.inputs: dict[str, dict[str, Any]] = {"岗位卡": {"url": "http://localhost:8123/overlay?layout=wide"}}
        self.outputs = {"Stream": False, "Record": False, "VirtualCam": False}
        self.refuse: dict[str, int] = {}
        self.silent = False
        self.rpc_version = 1
        self.asked: list[str] = []
        self.connections = 0
        self.port = 0
        self._sockets: set[ServerConnection] = set()
        self._news = asyncio.Event()

    @asynccontextmanager
    async def serving(self, port: int = 0) -> AsyncIterator[FakeObs]:
        async with serve(self._attend, "127.0.0.1", port, ping_interval=None, close_timeout=0.1) as server:
            self.port = next(iter(server.sockets)).getsockname()[1]
            yield self

    async def asked_for(self, request: str, times: int = 1) -> None:
        """Wait until *request* has come that often."""
        async with asyncio.timeout(5):
            while self.asked.count(request) < times:
                self._news.clear()
                await self._news.wait()

    async def tell(self, event: str, **data: Any) -> None:
        await self.send({"op": 5, "d": {"eventType": event, "eventIntent": 1, "eventData": data}})

    async def send(self, message: object) -> None:
        for socket in list(self._sockets):
            with suppress(ConnectionClosed):  # one that is just leaving
                await socket.send(message if isinstance(message, str | bytes) else json.dumps(message))

    async def drop(self, code: int = 1001) -> None:
        for socket in list(self._sockets):
            await socket.close(code)

    async def _attend(self, socket: ServerConnection) -> None:
        self.connections += 1
        self._news.set()
        asked = Challenge(challenge="c2FuZA==", salt="c2FsdA==")
        hello: dict[str, Any] = {"obsWebSocketVersion": "5.9.9", "rpcVersion": self.rpc_version, "new": ["field"]}
        if self.password:
            hello["authentication"] = msgspec.to_builtins(asked)
        await socket.send(json.dumps({"op": 0, "d": hello}))
        identify = json.loads(await socket.recv())["d"]
        if self.rpc_version != identify["rpcVersion"]:
            return await socket.close(4010)
        if self.password and identify["authentication"] != authentication(self.password, asked):
            return await socket.close(4009)
        await socket.send(json.dumps({"op": 2, "d": {"negotiatedRpcVersion": 1}}))
        self._sockets.add(socket)
        try:
            with suppress(ConnectionClosed):
                async for text in socket:
                    await self._answer(socket, json.loads(text))
        finally:
            self._sockets.discard(socket)

    async def _answer(self, socket: ServerConnection, message: dict[str, Any]) -> None:
        body = message["d"]
        if self.silent:
            self._note("")
        elif message["op"] == 6:
            await socket.send(json.dumps({"op": 7, "d": self._response(body)}))
        else:
            results = [self._response(request) for request in body["requests"]]
            await socket.send(json.dumps({"op": 9, "d": {"requestId": body["requestId"], "results": results}}))

    def _note(self, request: str) -> None:
        self.asked.append(request)
        self._news.set()

    def _response(self, body: dict[str, Any]) -> dict[str, Any]:
        request, data = body["requestType"], body.get("requestData", {})
        self._note(request)
        told = {"requestType": request, "requestId": body.get("requestId", "")}
        try:
            if request in self.refuse:
                raise _Refused(self.refuse[request])
            return told | {"requestStatus": {"result": True, "code": 100}, "responseData": self._data(request, data)}
        except _Refused as refused:
            return told | {"requestStatus": {"result": False, "code": refused.code, "comment": "invented"}}

    def _data(self, request: str, data: dict[str, Any]) -> dict[str, Any]:
        if request.removeprefix("Get").removesuffix("Status") in self.outputs:
            return {"outputActive": self.outputs[request.removeprefix("Get").removesuffix("Status")]}
        if request == "SetCurrentProgramScene":
            if data["sceneName"] not in self.scenes:
                raise _Refused(600)
            self.program = data["sceneName"]
            return {}
        answers: dict[str, Any] = {
            "GetVersion": {"obsVersion": "99.0.0"},
            "GetSceneList": {
                "currentProgramSceneName": self.program,
                "scenes": [{"sceneName": name} for name in reversed(self.scenes)],
            },
            "GetCurrentProgramScene": {"currentProgramSceneName": self.program},
            "GetInputList": {"inputs": [{"inputName": name} for name in self.inputs]},
            "GetGroupList": {"groups": list(self.groups)},
            "GetStudioModeEnabled": {"studioModeEnabled": False},
        }
        if request in answers:
            found: dict[str, Any] = answers[request]
            return found
        return self._named(request, data)

    def _named(self, request: str, data: dict[str, Any]) -> dict[str, Any]:
        try:
            if request == "GetInputSettings":
                return {"inputSettings": self.inputs[data["inputName"]]}
            place = {"GetSceneItemList": self.scenes, "GetGroupSceneItemList": self.groups}[request]
            return {"sceneItems": [self._item(*item) for item in place[data["sceneName"]]]}
        except KeyError:
            raise _Refused(600) from None

    def _item(self, source: str, enabled: bool) -> dict[str, Any]:
        nested = source in self.scenes or source in self.groups
        return {
            "sourceName": source,
            "sceneItemEnabled": enabled,
            "sourceType": "OBS_SOURCE_TYPE_SCENE" if nested else "OBS_SOURCE_TYPE_INPUT",
            "isGroup": source in self.groups if nested else None,
        }


class _Refused(Exception):
    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code
