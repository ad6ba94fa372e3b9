"""Words for accounts: roles, organisations, states, and when somebody was last seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal, TypeAlias, get_args

from PySide6.QtCore import QCoreApplication

from kzg_desktop.wire_office import AccountInfo, Role

__all__ = [
    "ALL",
    "ROLES",
    "AccountState",
    "account_state",
    "day_and_time",
    "role_sentence",
    "role_words",
    "scope_words",
    "seen_words",
    "state_words",
]

translate = QCoreApplication.translate

AccountState: TypeAlias = Literal["active", "invited", "locked", "disabled"]

ROLES: tuple[Role, ...] = get_args(Role)
"""All roles, in the order in which they are offered."""

ALL = "*"
"""The scope of accounts that see every organisation."""

_MINUTE_MS = 60_000


def role_words(role: str) -> str:
    """Return a role's name; one that a newer hub knows is its own name."""
    return {
        "host": translate("Account", "Host"),
        "hr": translate("Account", "Employer HR"),
        "organizer": translate("Account", "Organiser"),
        "admin": translate("Account", "Administrator"),
    }.get(role, role)


def role_sentence(role: str) -> str:
    """Return what a role may see and do, in one sentence."""
    return {
        "host": translate("Account", "Runs broadcasts, lineup and jobs; sees applicants with masked names and phones."),
        "hr": translate("Account", "Sees and handles the applicants of its employers, with names and phones."),
        "organizer": translate("Account", "Sees totals only, no personal data, and changes nothing."),
        "admin": translate("Account", "Sees and does everything: accounts, devices, audit log and erasure included."),
    }.get(role, "")


def account_state(account: AccountInfo, now_ms: int) -> AccountState:
    """Return how an account stands; "invited" has not been used yet."""
    if account.disabled:
        return "disabled"
    if account.locked_until > now_ms:
        return "locked"
    return "active" if account.seen_at or account.devices or account.has_password else "invited"


def state_words(account: AccountInfo, now_ms: int) -> str:
    """Return how an account stands in words."""
    match account_state(account, now_ms):
        case "disabled":
            return translate("Account", "Disabled")
        case "locked":
            until = day_and_time(account.locked_until, now_ms)
            return translate("Account", "Locked until {time}").format(time=until)
        case "invited":
            return translate("Account", "Invited")
        case "active":
            return translate("Account", "Active")


def scope_words(scopes: Iterable[str], names: Mapping[str, str]) -> str:
    """Return the organisations of an account; *names* by id."""
    found = list(scopes)
    if ALL in found:
        return translate("Account", "All organisations")
    return "、".join(sorted(names.get(scope, scope) for scope in found))


def seen_words(at_ms: int, now_ms: int) -> str:
    """Return how long ago that was, as long as that is easier to grasp than the time."""
    if not at_ms:
        return translate("Account", "Never")
    minutes = max(0, now_ms - at_ms) // _MINUTE_MS
    if minutes < 2:
        return translate("Account", "Just now")
    if minutes < 60:
        return translate("Account", "{count} min ago").format(count=minutes)
    return day_and_time(at_ms, now_ms)


def day_and_time(at_ms: int, now_ms: int, *, weekday: bool = False) -> str:
    """Return a time here, with as much of its day as is needed: ``14:05``, ``11-29 14:05``, ``2027-01-02 14:05``."""
    at, now = datetime.fromtimestamp(at_ms / 1000).astimezone(), datetime.fromtimestamp(now_ms / 1000).astimezone()
    if at.date() == now.date() and not weekday:
        return f"{at:%H:%M}"
    day = f"{at:%m-%d}" if at.year == now.year else f"{at:%Y-%m-%d}"
    return f"{_weekday_words(at.weekday())} {day} {at:%H:%M}" if weekday else f"{day} {at:%H:%M}"


def _weekday_words(day: int) -> str:
    return (
        translate("Account", "Mon"),
        translate("Account", "Tue"),
        translate("Account", "Wed"),
        translate("Account", "Thu"),
        translate("Account", "Fri"),
        translate("Account", "Sat"),
        translate("Account", "Sun"),
    )[day]
