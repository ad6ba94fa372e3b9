"""Messages between hub and desktop about accounts, devices, presence and a person's rights. JSON, as in ``wire``."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import HistoryEntry, PersonLink

__all__ = [
    "AccountChange",
    "AccountInfo",
    "AccountList",
    "AuditLine",
    "AuditPage",
    "ConsentList",
    "ConsentRecord",
    "Correction",
    "DeviceInfo",
    "DeviceList",
    "Invitation",
    "LookRequest",
    "Looking",
    "NewAccount",
    "PasswordChange",
    "PersonRecord",
    "Presence",
    "Role",
]

Role = Literal["host", "hr", "organizer", "admin"]

Name = Annotated[str, Meta(min_length=1, max_length=60)]


class AccountInfo(Struct, frozen=True, kw_only=True):
    """An account as an administrator sees it. ``locked_until`` is UTC ms, 0 if it is not locked."""

    id: str
    name: str
    role: str
    scopes: list[str]
    login: str
    has_password: bool
    disabled: bool
    locked_until: int
    created_at: int
    devices: int
    seen_at: int


class AccountList(Struct, frozen=True, kw_only=True):
    """All accounts by name."""

    accounts: list[AccountInfo]


class NewAccount(Struct, frozen=True, kw_only=True):
    """An account to create; ``scopes`` are organisation ids, or ``["*"]``."""

    name: Name
    role: Role
    scopes: Annotated[list[str], Meta(min_length=1, max_length=200)]


class AccountChange(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What to change of an account; None leaves it as it is.

    ``unlock`` forgets failed sign-ins. ``forget_password`` drops a password that its owner forgot: an invitation then
    signs in, and a new one can be set without the old.
    """

    name: Name | None = None
    role: Role | None = None
    scopes: Annotated[list[str], Meta(min_length=1, max_length=200)] | None = None
    disabled: bool | None = None
    unlock: bool = False
    forget_password: bool = False


class Invitation(Struct, frozen=True, kw_only=True):
    """A code for one sign-in until ``expires_at`` (UTC ms)."""

    account_id: str
    code: str
    expires_at: int


class PasswordChange(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sign-in name and password to use from now on; ``current`` is needed once there is one.

    The hub says by field what is wrong with them (``invalid-form``).
    """

    login: Annotated[str, Meta(min_length=1, max_length=60)]
    password: Annotated[str, Meta(min_length=1, max_length=200)]
    current: Annotated[str, Meta(max_length=200)] = ""


class DeviceInfo(Struct, frozen=True, kw_only=True):
    """A device that is signed in, or was; times are UTC ms. ``here``: the one that asks."""

    id: str
    name: str
    account_id: str
    account_name: str
    created_at: int
    seen_at: int
    signed_in: bool
    here: bool


class DeviceList(Struct, frozen=True, kw_only=True):
    """Devices, those seen last first."""

    devices: list[DeviceInfo]


class AuditLine(Struct, frozen=True, kw_only=True):
    """One line of the audit log: ``actor`` (an account's id, or "hub") did ``kind`` to ``subject``."""

    id: int
    at: int
    kind: str
    actor: str
    actor_name: str
    subject: str
    subject_name: str
    detail: str


class AuditPage(Struct, frozen=True, kw_only=True):
    """Lines, newest first; ``more``: there are older ones."""

    lines: list[AuditLine]
    more: bool


class Correction(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person had corrected (个人信息保护法 46); None leaves it as it is."""

    name: Annotated[str, Meta(min_length=1, max_length=40)] | None = None
    phone: Annotated[str, Meta(max_length=40)] | None = None
    age_band: Annotated[str, Meta(max_length=10)] | None = None
    city: Annotated[str, Meta(max_length=20)] | None = None
    available_from: Annotated[str, Meta(max_length=10)] | None = None
    reason: Annotated[str, Meta(max_length=200)] = ""


class ConsentRecord(Struct, frozen=True, kw_only=True):
    """What the person behind an application agreed to, with whom and when; ``withdrawn_at`` 0: it holds."""

    application_id: str
    recipient: str
    text_version: str
    text: str
    purpose: str
    at: int
    withdrawn_at: int


class PersonRecord(Struct, frozen=True, kw_only=True):
    """All that a hub holds about a person, in view of whoever asks, at ``made_at`` (UTC ms).

    ``phones`` are several where an employer linked persons as the same human. Of links, only these persons' members.
    """

    made_at: int
    phones: list[str]
    applications: list[Application]
    consents: list[ConsentRecord]
    history: list[HistoryEntry]
    links: list[PersonLink]


class ConsentList(Struct, frozen=True, kw_only=True):
    """The consents behind one application."""

    consents: list[ConsentRecord]


class LookRequest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the user looks at, "" for nothing; answered when the version differs from *known*, or after *wait* s."""

    application_id: Annotated[str, Meta(max_length=200)] = ""
    known: Annotated[int, Meta(ge=0, le=2**53)] = 0
    wait: Annotated[float, Meta(ge=0, le=60)] = 0


class Looking(Struct, frozen=True, kw_only=True):
    """Somebody looks at an application, since when (UTC ms)."""

    account_id: str
    name: str
    application_id: str
    since: int


class Presence(Struct, frozen=True, kw_only=True):
    """Who looks at what among the rows in view, oneself left out. ``version`` changes with it."""

    version: int
    looking: list[Looking]
