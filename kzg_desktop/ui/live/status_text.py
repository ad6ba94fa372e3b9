"""How the link to the hub is said in one short line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.actions import (
    Action,
    AddNote,
    ApplicationAction,
    BookInterview,
    ClaimApplication,
    ClearAir,
    HandOver,
    LinkPeople,
    LogContact,
    LogExport,
    MarkReminded,
    PutBroadcast,
    PutCardCost,
    PutDeskRules,
    PutJob,
    PutOrganization,
    PutSlot,
    PutTemplate,
    PutViewers,
    RecordAttempt,
    ReleaseApplication,
    RemoveSlot,
    RemoveTemplate,
    SetMode,
    SetVacancy,
    TakeCard,
    UndoStep,
    UnlinkPeople,
)
from kzg_desktop.domain.guards import ObstacleCode
from kzg_desktop.services import LinkState, SyncStatus
from kzg_desktop.widgets.text import time_of_day

__all__ = ["action_text", "obstacle_text", "status_text", "status_tone"]


def status_text(status: SyncStatus, now_ms: int) -> str:
    """Return what the top strip says about *status*."""
    text = _link_text(status, now_ms)
    if status.waiting:
        text += " · " + QCoreApplication.translate("Status", "{0} to send").format(f"{status.waiting:,}")
    if status.stale:
        text += " · " + QCoreApplication.translate("Status", "older data")
    return text


def status_tone(status: SyncStatus) -> str:
    """Return the token of the line's colour: quiet while all goes by itself, amber when the user is needed."""
    return "amber" if status.state in {"sign_in", "upgrade"} else "text_muted"


def action_text(action: Action) -> str:
    """Return what the user did, as a few words with what it was done to."""
    match action:
        case TakeCard():
            text = QCoreApplication.translate("Action", "Take {0}").format(action.card.title)
        case ClearAir():
            text = QCoreApplication.translate("Action", "Clear the air")
        case SetMode():
            text = QCoreApplication.translate("Action", "Change the mode")
        case SetVacancy():
            text = QCoreApplication.translate("Action", "Say how far a job is filled")
        case PutJob():
            text = QCoreApplication.translate("Action", "Edit job {0}").format(action.job.title)
        case PutOrganization():
            text = QCoreApplication.translate("Action", "Edit employer {0}").format(action.organization.name)
        case PutBroadcast():
            text = QCoreApplication.translate("Action", "Edit broadcast {0}").format(action.broadcast.title)
        case _:
            text = _plain_words(action)
    return text


def _plain_words(action: Action) -> str:
    """Return words for actions whose object would say nothing, or too much on a screen that is on stream."""
    words: dict[type[Action], str] = {
        ClaimApplication: QCoreApplication.translate("Action", "Claim an applicant"),
        ReleaseApplication: QCoreApplication.translate("Action", "Let go of an applicant"),
        HandOver: QCoreApplication.translate("Action", "Hand an applicant over"),
        RecordAttempt: QCoreApplication.translate("Action", "Record a call"),
        AddNote: QCoreApplication.translate("Action", "Write a note"),
        LogContact: QCoreApplication.translate("Action", "Show or copy a phone number"),
        BookInterview: QCoreApplication.translate("Action", "Book an interview"),
        MarkReminded: QCoreApplication.translate("Action", "Remind of an interview"),
        UndoStep: QCoreApplication.translate("Action", "Undo a step"),
        PutSlot: QCoreApplication.translate("Action", "Edit interview slots"),
        RemoveSlot: QCoreApplication.translate("Action", "Edit interview slots"),
        PutTemplate: QCoreApplication.translate("Action", "Edit message templates"),
        RemoveTemplate: QCoreApplication.translate("Action", "Edit message templates"),
        PutDeskRules: QCoreApplication.translate("Action", "Edit desk rules"),
        LinkPeople: QCoreApplication.translate("Action", "Say who is who"),
        UnlinkPeople: QCoreApplication.translate("Action", "Say who is who"),
        LogExport: QCoreApplication.translate("Action", "Export applicants"),
        PutViewers: QCoreApplication.translate("Action", "Enter viewers and costs"),
        PutCardCost: QCoreApplication.translate("Action", "Enter viewers and costs"),
    }
    if type(action) in words:
        return words[type(action)]
    if isinstance(action, ApplicationAction):
        return QCoreApplication.translate("Action", "Edit an application")
    return QCoreApplication.translate("Action", "Edit the lineup")


def obstacle_text(code: ObstacleCode) -> str:
    """Return what stands against a card, in the few words that a row has room for."""
    match code:
        case "ad":
            return QCoreApplication.translate("Obstacle", "Held back by the ad check")
        case "paused":
            return QCoreApplication.translate("Obstacle", "Paused by HR")
        case "filled":
            return QCoreApplication.translate("Obstacle", "Filled")
        case "full":
            return QCoreApplication.translate("Obstacle", "Full: waiting list")
        case _:
            return QCoreApplication.translate("Obstacle", "Expired")


def _link_text(status: SyncStatus, now_ms: int) -> str:
    match status.state:
        case "live":
            text = QCoreApplication.translate("Status", "Synced {0} ago").format(_ago(now_ms - status.synced_at))
        case "offline" if status.offline_since:
            since = time_of_day(status.offline_since)
            text = QCoreApplication.translate("Status", "Offline since {0}").format(since)
        case "catching_up" if status.total:
            progress = QCoreApplication.translate("Status", "Catching up {0} / {1}")
            text = progress.format(f"{status.done:,}", f"{status.total:,}")
        case _:
            text = _state_text(status.state)
    return text


def _state_text(state: LinkState) -> str:
    return {
        "starting": QCoreApplication.translate("Status", "Connecting"),
        "live": QCoreApplication.translate("Status", "Synced"),
        "catching_up": QCoreApplication.translate("Status", "Catching up"),
        "offline": QCoreApplication.translate("Status", "Offline"),
        "sign_in": QCoreApplication.translate("Status", "Sign in to sync"),
        "upgrade": QCoreApplication.translate("Status", "Update the app to sync"),
    }[state]


def _ago(passed_ms: int) -> str:
    seconds = max(0, passed_ms) // 1000
    if seconds < 60:
        return QCoreApplication.translate("Status", "{0} s").format(seconds)
    return QCoreApplication.translate("Status", "{0} min").format(seconds // 60)
