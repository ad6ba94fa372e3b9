"""Every error that KZG Desktop raises on purpose.

KzgError
├── UserError                 what the person at the screen can understand and act on
│   ├── InvalidInput          something typed or chosen cannot be used
│   ├── FileUnreadable        a file chosen by the user could not be read
│   └── AlreadyRunning        another window uses the same data folder
├── HubError
│   ├── HubUnreachable        no answer; trying again later may help
│   └── HubRejected           the hub said no, with a problem document
│       ├── CursorExpired     the change log no longer reaches back that far: start afresh
│       ├── SignInNeeded      the token is unknown, expired or revoked
│       └── UpgradeNeeded     hub and desktop speak different protocols
├── StoreError
│   ├── StoreDamaged          the file cannot be read as a database any more
│   ├── StoreFull             the disk is full or read-only
│   ├── StoreBusy             another process holds the file
│   └── UnsafeSqlite          this SQLite build can corrupt a WAL database
└── Refusal                   a rule of the domain forbids the action (a result, not a failure)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzg_desktop.wire import Problem

__all__ = [
    "AlreadyRunning",
    "CursorExpired",
    "FileUnreadable",
    "HubError",
    "HubRejected",
    "HubUnreachable",
    "InvalidInput",
    "KzgError",
    "Refusal",
    "SignInNeeded",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreFull",
    "UnsafeSqlite",
    "UpgradeNeeded",
    "UserError",
]


class KzgError(Exception):
    """Base of all errors raised on purpose."""


class UserError(KzgError):
    """An error whose text is meant to be read by the user: what happened, and what to do next."""


class InvalidInput(UserError):
    """Something typed or chosen cannot be used."""


class FileUnreadable(UserError):
    """A file that the user chose could not be read."""


class AlreadyRunning(UserError):
    """Another window already uses the same data folder."""


class HubError(KzgError):
    """Talking to the hub failed."""


class HubUnreachable(HubError):
    """No answer from the hub; trying again later may help.

    *retry_after_s* is what the hub asked for, when it asked for anything.
    """

    def __init__(self, message: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class HubRejected(HubError):
    """The hub answered with a problem document (RFC 9457)."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.title}: {problem.detail}")
        self.problem = problem


class CursorExpired(HubRejected):
    """The change log no longer reaches back to the cursor, or the hub was restored."""


class SignInNeeded(HubRejected):
    """The token is unknown, expired or revoked."""


class UpgradeNeeded(HubRejected):
    """Hub and desktop speak different versions of the protocol."""


class StoreError(KzgError):
    """A local database could not be used."""


class StoreDamaged(StoreError):
    """The file cannot be read as a database any more."""


class StoreFull(StoreError):
    """The disk is full or cannot be written."""


class StoreBusy(StoreError):
    """Another process holds the file."""


class UnsafeSqlite(StoreError):
    """This SQLite build has the WAL corruption bug that 3.51.3 fixed."""


class Refusal(KzgError):
    """A rule of the domain forbids the action.

    *type* is one of :data:`kzg_desktop.domain.problems.PROBLEMS`.
    """

    def __init__(self, type_: str, detail: str) -> None:
        super().__init__(detail)
        self.type = type_
        self.detail = detail
