"""What can go wrong between the desk and OBS.

ObsError
├── ObsUnreachable        nothing answers, or no longer; trying again later may help
├── ObsPasswordRefused    OBS wants another password
├── ObsUnsupported        what answers is not obs-websocket 5
└── ObsRefused            OBS answered a request with no
"""

from __future__ import annotations

from typing import ClassVar

from kzg_desktop.errors import KzgError
from kzg_desktop.studio.obs.status import ObsState

__all__ = ["ObsError", "ObsPasswordRefused", "ObsRefused", "ObsUnreachable", "ObsUnsupported"]


class ObsError(KzgError):
    """Talking to OBS failed; ``state`` is where that leaves the link."""

    state: ClassVar[ObsState] = "unreachable"


class ObsUnreachable(ObsError):
    """Nothing answers, or no longer; trying again later may help."""


class ObsPasswordRefused(ObsError):
    """OBS wants another password: asking again with this one is pointless."""

    state = "wrong_password"


class ObsUnsupported(ObsError):
    """What answers does not speak version 5 of obs-websocket's protocol."""

    state = "unsupported"


class ObsRefused(ObsError):
    """OBS answered a request with no, *code* being its RequestStatus."""

    def __init__(self, request: str, code: int, comment: str) -> None:
        super().__init__(f"{request}: {code} {comment}".rstrip())
        self.code = code
