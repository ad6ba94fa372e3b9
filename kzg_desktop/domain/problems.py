"""The problem types of the hub (RFC 9457), one table for hub, desktop and documentation.

A type is stable for ever; its ``action`` tells a desktop what to do by itself.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

__all__ = ["PROBLEMS", "ProblemKind", "RecoveryAction"]

RecoveryAction = Literal["none", "rebootstrap", "reauth", "upgrade", "drop", "resolve"]


class ProblemKind(Struct, frozen=True):
    """Title, HTTP status, whether the same request may succeed later, and the desktop's reaction."""

    title: str
    status: int
    retryable: bool
    action: RecoveryAction


PROBLEMS: dict[str, ProblemKind] = {
    "bad-request": ProblemKind("The request could not be understood", 400, False, "drop"),
    "invalid-cursor": ProblemKind("The cursor was not issued by this hub", 400, False, "rebootstrap"),
    "sign-in-needed": ProblemKind("Sign in to go on", 401, False, "reauth"),
    "access-withdrawn": ProblemKind("This device was signed out, or its account disabled", 401, False, "reauth"),
    "invitation-invalid": ProblemKind("The invitation code is wrong, used or expired", 401, False, "none"),
    "not-allowed": ProblemKind("Your rights do not cover this", 403, False, "drop"),
    "not-found": ProblemKind("There is no such thing here", 404, False, "drop"),
    "method-not-allowed": ProblemKind("This address does not accept that method", 405, False, "drop"),
    "conflict": ProblemKind("Somebody changed it first", 409, False, "resolve"),
    "claimed": ProblemKind("Somebody else is working on this", 409, False, "resolve"),
    "slot-full": ProblemKind("The interview slot has no place left", 409, False, "resolve"),
    "number-reused": ProblemKind("The mutation number was already used for another mutation", 409, False, "drop"),
    "not-possible": ProblemKind("The rules do not allow this step", 409, False, "drop"),
    "cursor-expired": ProblemKind("The cursor is too old", 410, False, "rebootstrap"),
    "view-changed": ProblemKind("What this account may see has changed", 410, False, "rebootstrap"),
    "too-large": ProblemKind("The request is too large", 413, False, "drop"),
    "unsupported-media-type": ProblemKind("The request's media type is not accepted here", 415, False, "drop"),
    "invalid-form": ProblemKind("Some fields of the form need a correction", 422, False, "none"),
    "unknown-action": ProblemKind("The hub does not know this action yet", 422, False, "upgrade"),
    "upgrade-needed": ProblemKind("Hub and desktop speak different protocols", 426, False, "upgrade"),
    "too-many-requests": ProblemKind("Too many requests", 429, True, "none"),
    "internal": ProblemKind("The hub failed", 500, True, "none"),
    "unavailable": ProblemKind("The hub cannot answer now", 503, True, "none"),
}
"""Every problem type that a hub may answer with."""
