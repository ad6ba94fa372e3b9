"""What somebody gains and loses when an account gets another role or other organisations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from kzg_desktop.models.account_text import ALL

__all__ = ["RIGHTS", "RightsChange", "rights_change"]

translate = QCoreApplication.translate

RIGHTS: dict[str, frozenset[str]] = {
    "host": frozenset({"feed:read", "pin:write", "lineup:write", "job:write"}),
    "hr": frozenset({"feed:read", "applicant:pii", "applicant:write", "job:write"}),
    "organizer": frozenset({"feed:read"}),
    "admin": frozenset(
        {
            "feed:read",
            "applicant:pii",
            "applicant:write",
            "pin:write",
            "lineup:write",
            "job:write",
            "erase:admin",
            "account:admin",
        }
    ),
}
"""What roles permit at the hub, which decides; a test holds both together."""


class RightsChange(Struct, frozen=True):
    """What changes for the person, in sentences."""

    gains: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()


def rights_change(
    before: tuple[str, Iterable[str]], after: tuple[str, Iterable[str]], names: Mapping[str, str]
) -> RightsChange:
    """Compare two (role, scopes); *names* of organisations by id."""
    old, new = RIGHTS.get(before[0], frozenset()), RIGHTS.get(after[0], frozenset())
    old_scopes, new_scopes = frozenset(before[1]), frozenset(after[1])
    full = "applicant:pii" in old & new
    gains = _permission_gains(new - old) + _scope_gains(old_scopes, new_scopes, names)
    losses = _permission_losses(old - new) + _scope_losses(old_scopes, new_scopes, names, full=full)
    return RightsChange(tuple(gains), tuple(losses))


def _permission_gains(gained: frozenset[str]) -> list[str]:
    words = {
        "applicant:pii": translate("RightsChange", "Sees names and phones of applicants in full"),
        "applicant:write": translate("RightsChange", "Handles applicants: claims, calls, books"),
        "lineup:write": translate("RightsChange", "Runs broadcasts: lineup and cards on air"),
        "job:write": translate("RightsChange", "Edits jobs"),
        "account:admin": translate("RightsChange", "Manages accounts and devices, reads the audit log"),
        "erase:admin": translate("RightsChange", "Erases applicants for good"),
    }
    return [said for permission, said in words.items() if permission in gained]


def _permission_losses(lost: frozenset[str]) -> list[str]:
    words = {
        "applicant:pii": translate("RightsChange", "Names and phones of applicants are masked, on every device"),
        "applicant:write": translate("RightsChange", "Handles applicants no more; notes and history go"),
        "lineup:write": translate("RightsChange", "Runs no broadcasts any more"),
        "job:write": translate("RightsChange", "Edits no jobs any more"),
        "account:admin": translate("RightsChange", "Manages no accounts and devices any more"),
        "erase:admin": translate("RightsChange", "Erases no applicants any more"),
    }
    return [said for permission, said in words.items() if permission in lost]


def _scope_gains(before: frozenset[str], after: frozenset[str], names: Mapping[str, str]) -> list[str]:
    if ALL in before:
        return []
    if ALL in after:
        return [translate("RightsChange", "Gets the applicants and jobs of all organisations")]
    words = translate("RightsChange", "Gets the applicants and jobs of {name}")
    return [words.format(name=name) for name in _named(after - before, names)]


def _scope_losses(before: frozenset[str], after: frozenset[str], names: Mapping[str, str], *, full: bool) -> list[str]:
    if ALL in after:
        return []
    if ALL in before:
        words = translate("RightsChange", "Loses everything but {names} at once, on every device")
        return [words.format(names="、".join(_named(after, names)))] if after else []
    words = (
        translate("RightsChange", "Loses all applicants of {name} at once, on every device")
        if full
        else translate("RightsChange", "Loses all rows of {name} at once, on every device")
    )
    return [words.format(name=name) for name in _named(before - after, names)]


def _named(scopes: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return sorted(names.get(scope, scope) for scope in scopes)
