"""How an error is told to the user: what happened, what it means, the one thing to do, and the details."""

from __future__ import annotations

import traceback

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from kzg_desktop.errors import (
    HubRejected,
    HubUnreachable,
    Refusal,
    SignInNeeded,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    UnsafeSqlite,
    UpgradeNeeded,
    UserError,
)

__all__ = ["ErrorText", "describe", "refusal_text"]

translate = QCoreApplication.translate


class ErrorText(Struct, frozen=True, kw_only=True):
    """An error in the user's words; ``details`` are for support and shown on demand."""

    what: str
    meaning: str = ""
    todo: str = ""
    details: str = ""


def describe(error: BaseException) -> ErrorText:
    """Return the words for *error*."""
    if isinstance(error, UserError):
        what = str(error) or translate("ErrorText", "Something went wrong")
        return ErrorText(what=what, details=_details(error) if error.__cause__ is not None else "")
    if isinstance(error, Refusal):
        return ErrorText(what=refusal_text(error.type), details=error.detail)
    for kind, what, meaning, todo in _known():
        if isinstance(error, kind):
            return ErrorText(what=what, meaning=meaning, todo=todo, details=_details(error))
    return ErrorText(
        what=translate("ErrorText", "Something went wrong inside the program"),
        meaning=translate("ErrorText", "What you did before is saved."),
        todo=translate("ErrorText", "Go on working; if it happens again, copy the details and send them to support."),
        details=_details(error),
    )


def refusal_text(type_: str) -> str:
    """Return why an action was refused, by its problem type."""
    texts = {
        "claimed": translate("ErrorText", "Somebody else is working on this"),
        "slot-full": translate("ErrorText", "The interview slot has no place left"),
        "conflict": translate("ErrorText", "Somebody else changed this in the meantime"),
        "not-found": translate("ErrorText", "This no longer exists"),
        "not-allowed": translate("ErrorText", "Your account may not do this"),
        "not-possible": translate("ErrorText", "This step is not possible now"),
        "invitation-invalid": translate("ErrorText", "The invitation code is wrong, used or expired"),
        "too-many-requests": translate("ErrorText", "Too many attempts; wait a moment"),
    }
    return texts.get(type_, translate("ErrorText", "This was not accepted"))


def _known() -> list[tuple[type[BaseException], str, str, str]]:
    """Return error, what, meaning and what to do; the narrower types first."""
    return [
        (
            HubUnreachable,
            translate("ErrorText", "The hub does not answer"),
            translate("ErrorText", "You can go on working; what you do is sent when it answers again."),
            translate("ErrorText", "Check the network and the hub's address."),
        ),
        (
            SignInNeeded,
            translate("ErrorText", "The hub asks you to sign in again"),
            translate("ErrorText", "Everything you see stays; new changes wait."),
            translate("ErrorText", "Sign in again with your name and password, or with a new invitation code."),
        ),
        (
            UpgradeNeeded,
            translate("ErrorText", "This program and the hub have different versions"),
            translate("ErrorText", "Changes are not exchanged until both fit; nothing is lost."),
            translate("ErrorText", "Install the newer version of this program."),
        ),
        (
            HubRejected,
            translate("ErrorText", "The hub did not accept this"),
            "",
            translate("ErrorText", "Read the details, or try again later."),
        ),
        (
            StoreFull,
            translate("ErrorText", "The disk is full or cannot be written"),
            translate("ErrorText", "Your last action was not recorded."),
            translate("ErrorText", "Free some space, then do it again."),
        ),
        (
            StoreDamaged,
            translate("ErrorText", "A local file was damaged"),
            translate("ErrorText", "It was set aside and is being filled again from the hub."),
            translate("ErrorText", "Keep the program open until it says that it is synced."),
        ),
        (
            StoreBusy,
            translate("ErrorText", "Another program holds the local file"),
            translate("ErrorText", "Your last action was not recorded."),
            translate("ErrorText", "Close other windows of this program, then do it again."),
        ),
        (
            UnsafeSqlite,
            translate("ErrorText", "The SQLite library on this computer can damage data"),
            translate("ErrorText", "The program does not use it."),
            translate("ErrorText", "Install the sqlcipher3 package that this program asks for."),
        ),
    ]


def _details(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)).strip()
