"""The messages of obs-websocket 5 that the link uses, as its protocol document defines them (rpcVersion 1)."""

from __future__ import annotations

import base64
import hashlib
from enum import IntEnum, IntFlag
from typing import Any, ClassVar

from msgspec import Raw, Struct, field

__all__ = [
    "RPC_VERSION",
    "SUBSCRIPTIONS",
    "Answer",
    "BatchResponse",
    "CloseCode",
    "Event",
    "GroupItemList",
    "GroupList",
    "Hello",
    "InputList",
    "InputSettings",
    "Message",
    "OpCode",
    "ProgramScene",
    "RecordStatus",
    "RequestCode",
    "Response",
    "SceneItem",
    "SceneItemList",
    "SceneList",
    "SourceActive",
    "StreamStatus",
    "StudioMode",
    "Version",
    "VirtualCameraStatus",
    "authentication",
]

RPC_VERSION = 1


class OpCode(IntEnum):
    HELLO = 0
    IDENTIFY = 1
    IDENTIFIED = 2
    EVENT = 5
    REQUEST = 6
    RESPONSE = 7
    BATCH = 8
    BATCH_RESPONSE = 9


class CloseCode(IntEnum):
    AUTHENTICATION_FAILED = 4009
    UNSUPPORTED_RPC_VERSION = 4010


class RequestCode(IntEnum):
    NOT_READY = 207


class Subscription(IntFlag):
    GENERAL = 1 << 0
    CONFIG = 1 << 1
    SCENES = 1 << 2
    INPUTS = 1 << 3
    TRANSITIONS = 1 << 4
    OUTPUTS = 1 << 6
    SCENE_ITEMS = 1 << 7
    UI = 1 << 10


SUBSCRIPTIONS = int(~Subscription(0))
"""Everything named above, none of it sent many times a second."""


class Message(Struct, frozen=True):
    op: int
    d: Raw


class Challenge(Struct, frozen=True):
    challenge: str
    salt: str


class Hello(Struct, frozen=True, rename="camel"):
    rpc_version: int
    authentication: Challenge | None = None


class Event(Struct, frozen=True, rename="camel"):
    event_type: str


class RequestStatus(Struct, frozen=True):
    result: bool
    code: int
    comment: str = ""


class Response(Struct, frozen=True, rename="camel"):
    request_status: RequestStatus
    request_type: str = ""
    request_id: str = ""
    response_data: Raw = Raw(b"{}")


class BatchResponse(Struct, frozen=True, rename="camel"):
    request_id: str
    results: list[Response]


class Answer(Struct, frozen=True, rename="camel"):
    """What OBS answers to ``request``."""

    request: ClassVar[str]


class Version(Answer, frozen=True, rename="camel"):
    request = "GetVersion"

    obs_version: str


class ListedScene(Struct, frozen=True, rename="camel"):
    scene_name: str


class SceneList(Answer, frozen=True, rename="camel"):
    """``scenes`` stand last first, as OBS shows them."""

    request = "GetSceneList"

    scenes: list[ListedScene]
    current_program_scene_name: str | None = None


class ProgramScene(Answer, frozen=True, rename="camel"):
    request = "GetCurrentProgramScene"

    current_program_scene_name: str


class GroupList(Answer, frozen=True, rename="camel"):
    request = "GetGroupList"

    groups: list[str]


class SceneItem(Struct, frozen=True, rename="camel"):
    source_name: str
    scene_item_enabled: bool = True
    source_type: str = ""
    is_group: bool | None = None

    @property
    def is_scene(self) -> bool:
        """Whether it holds items of its own; true of groups too."""
        return self.source_type == "OBS_SOURCE_TYPE_SCENE"


class SceneItemList(Answer, frozen=True, rename="camel"):
    request = "GetSceneItemList"

    scene_items: list[SceneItem]


class GroupItemList(SceneItemList, frozen=True, rename="camel"):
    request = "GetGroupSceneItemList"


class ListedInput(Struct, frozen=True, rename="camel"):
    input_name: str


class InputList(Answer, frozen=True, rename="camel"):
    request = "GetInputList"

    inputs: list[ListedInput]


class InputSettings(Answer, frozen=True, rename="camel"):
    request = "GetInputSettings"

    input_settings: dict[str, Any] = field(default_factory=dict)


class SourceActive(Answer, frozen=True, rename="camel"):
    request = "GetSourceActive"

    video_active: bool


class StudioMode(Answer, frozen=True, rename="camel"):
    request = "GetStudioModeEnabled"

    studio_mode_enabled: bool


class StreamStatus(Answer, frozen=True, rename="camel"):
    request = "GetStreamStatus"

    output_active: bool


class RecordStatus(StreamStatus, frozen=True, rename="camel"):
    request = "GetRecordStatus"


class VirtualCameraStatus(StreamStatus, frozen=True, rename="camel"):
    request = "GetVirtualCamStatus"


def authentication(password: str, asked: Challenge) -> str:
    """Return the answer to OBS's challenge: the password itself is never sent."""
    return _digest(_digest(password + asked.salt) + asked.challenge)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
