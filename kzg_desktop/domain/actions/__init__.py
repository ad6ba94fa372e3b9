"""What a user can do, each as a value with one rule that hub and desktop share.

An action turns what is there (a :class:`Book`) into :class:`Write` s. The hub runs it to decide; the desktop runs the
same code over its cache so that the screen shows the outcome at once, before the hub has confirmed it.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from kzg_desktop.domain.actions.air import ClearAir, SetMode, TakeCard
from kzg_desktop.domain.actions.application import (
    AssignApplication,
    RecordMilestone,
    SetApplicationStatus,
    UndoStep,
)
from kzg_desktop.domain.actions.base import Book, Write
from kzg_desktop.domain.actions.claims import ClaimApplication, HandOver, ReleaseApplication
from kzg_desktop.domain.actions.contact import AddNote, LogContact, RecordAttempt, SetFollowUp, SetWishes
from kzg_desktop.domain.actions.desk import (
    LinkPeople,
    LogExport,
    PutDeskRules,
    PutTemplate,
    RemoveTemplate,
    UnlinkPeople,
)
from kzg_desktop.domain.actions.figures import PutCardCost, PutViewers
from kzg_desktop.domain.actions.handling import ApplicationAction
from kzg_desktop.domain.actions.interviews import BookInterview, MarkReminded, PutSlot, RemoveSlot
from kzg_desktop.domain.actions.jobs import PutJob, PutOrganization, SetVacancy
from kzg_desktop.domain.actions.lineup import (
    AddToLineup,
    MoveInLineup,
    PlanLineupItem,
    PutBroadcast,
    RemoveFromLineup,
    SkipLineupItem,
)
from kzg_desktop.errors import Refusal

__all__ = [
    "Action",
    "AddNote",
    "AddToLineup",
    "ApplicationAction",
    "AssignApplication",
    "Book",
    "BookInterview",
    "ClaimApplication",
    "ClearAir",
    "HandOver",
    "LinkPeople",
    "LogContact",
    "LogExport",
    "MarkReminded",
    "MoveInLineup",
    "PlanLineupItem",
    "PutBroadcast",
    "PutCardCost",
    "PutDeskRules",
    "PutJob",
    "PutOrganization",
    "PutSlot",
    "PutTemplate",
    "PutViewers",
    "RecordAttempt",
    "RecordMilestone",
    "ReleaseApplication",
    "RemoveFromLineup",
    "RemoveSlot",
    "RemoveTemplate",
    "SetApplicationStatus",
    "SetFollowUp",
    "SetMode",
    "SetVacancy",
    "SetWishes",
    "SkipLineupItem",
    "TakeCard",
    "UndoStep",
    "UnlinkPeople",
    "Write",
    "decode_action",
    "encode_action",
]

Action: TypeAlias = (
    PutOrganization
    | PutJob
    | SetVacancy
    | PutBroadcast
    | SetMode
    | AddToLineup
    | MoveInLineup
    | PlanLineupItem
    | SkipLineupItem
    | RemoveFromLineup
    | TakeCard
    | ClearAir
    | SetApplicationStatus
    | AssignApplication
    | UndoStep
    | RecordMilestone
    | ClaimApplication
    | ReleaseApplication
    | HandOver
    | RecordAttempt
    | AddNote
    | LogContact
    | SetFollowUp
    | SetWishes
    | BookInterview
    | MarkReminded
    | PutSlot
    | RemoveSlot
    | PutTemplate
    | RemoveTemplate
    | PutDeskRules
    | LinkPeople
    | UnlinkPeople
    | LogExport
    | PutViewers
    | PutCardCost
)

_decoder: msgspec.json.Decoder[Action] = msgspec.json.Decoder(Action)


def encode_action(action: Action) -> bytes:
    """Return the action as JSON, its ``kind`` first."""
    return msgspec.json.encode(action)


def decode_action(data: bytes | msgspec.Raw) -> Action:
    """Return the action in *data*.

    Raises:
        Refusal: not an action, or one that this version does not know.
    """
    try:
        return _decoder.decode(data)
    except msgspec.ValidationError as error:
        known = "kind" not in str(error)
        raise Refusal("bad-request" if known else "unknown-action", str(error)) from error
    except msgspec.DecodeError as error:
        raise Refusal("bad-request", str(error)) from error
