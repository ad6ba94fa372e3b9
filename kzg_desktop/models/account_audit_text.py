"""Words for the lines of the hub's audit log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kzg_desktop.models.account_text import role_words, scope_words
from kzg_desktop.wire_office import AuditLine

__all__ = ["KINDS", "detail_words", "kind_words", "person_words", "subject_words", "time_words"]

translate = QCoreApplication.translate

KINDS = (
    "sign_in",
    "sign_in_failed",
    "locked",
    "sign_out",
    "invited",
    "invitation_used",
    "account_created",
    "account_renamed",
    "role_changed",
    "scopes_changed",
    "account_disabled",
    "account_enabled",
    "account_unlocked",
    "device_revoked",
    "password_changed",
    "password_forgotten",
    "token_theft",
    "correction",
    "record",
    "erasure",
    "retention",
)
"""The kinds that have words, in the order in which a filter offers them; a hub may write others."""

_HUB = "hub"
_BY_STRANGERS = {"sign_in_failed", "locked", "token_theft"}
"""Of these the hub cannot know who did them."""


def kind_words(kind: str) -> str:
    """Return what happened; a kind that a newer hub knows is its own name."""
    return _kinds().get(kind, kind.replace("_", " "))


def _kinds() -> dict[str, str]:
    return {
        "sign_in": translate("Audit", "Signed in"),
        "sign_in_failed": translate("Audit", "Sign-in failed"),
        "locked": translate("Audit", "Account locked"),
        "sign_out": translate("Audit", "Signed out"),
        "invited": translate("Audit", "Invitation made"),
        "invitation_used": translate("Audit", "Invitation used"),
        "account_created": translate("Audit", "Account created"),
        "account_renamed": translate("Audit", "Account renamed"),
        "role_changed": translate("Audit", "Role changed"),
        "scopes_changed": translate("Audit", "Organisations changed"),
        "account_disabled": translate("Audit", "Account disabled"),
        "account_enabled": translate("Audit", "Account enabled"),
        "account_unlocked": translate("Audit", "Account unlocked"),
        "device_revoked": translate("Audit", "Device signed out"),
        "password_changed": translate("Audit", "Password changed"),
        "password_forgotten": translate("Audit", "Password cleared"),
        "token_theft": translate("Audit", "Stolen sign-in suspected"),
        "correction": translate("Audit", "Applicant corrected"),
        "record": translate("Audit", "Record of a person given out"),
        "erasure": translate("Audit", "Applicant erased"),
        "retention": translate("Audit", "Erased after its time"),
    }


def person_words(line: AuditLine) -> str:
    """Return who did it: a name, the hub itself, or somebody who is not known."""
    if not line.actor or (line.actor == _HUB and line.kind in _BY_STRANGERS):
        return translate("Audit", "Unknown")
    if line.actor == _HUB:
        return translate("Audit", "The hub")
    return line.actor_name or line.actor


def subject_words(line: AuditLine) -> str:
    """Return whom or what it is about, "" where that is nobody but who did it."""
    if not line.subject or line.subject == line.actor:
        return ""
    return line.subject_name or line.subject


def detail_words(line: AuditLine, names: Mapping[str, str] | None = None) -> str:
    """Return the rest of it; *names* of organisations by id."""
    detail = line.detail
    match line.kind:
        case "sign_in" | "sign_in_failed":
            return _ways().get(detail, detail)
        case "locked":
            return translate("Audit", "for {minutes} min").format(minutes=detail) if detail else ""
        case "account_created":
            return role_words(detail)
        case "role_changed":
            return " → ".join(role_words(role.strip()) for role in detail.split("→"))
        case "scopes_changed":
            return _scopes(detail, names or {})
        case _:
            return _corrected(detail) if line.kind == "correction" else detail


def _ways() -> dict[str, str]:
    return {
        "invitation": translate("Audit", "with an invitation code"),
        "password": translate("Audit", "with a password"),
        "embedded": translate("Audit", "on the hub's own computer"),
        "disabled": translate("Audit", "the account is disabled"),
    }


def _corrected(detail: str) -> str:
    fields = {
        "name": translate("Audit", "name"),
        "phone": translate("Audit", "phone"),
        "age_band": translate("Audit", "age"),
        "city": translate("Audit", "city"),
        "available_from": translate("Audit", "available from"),
    }
    return "、".join(fields.get(field, field) for field in detail.split(",") if field)


def _scopes(detail: str, names: Mapping[str, str]) -> str:
    """``+org-a -org-b`` → ``+ 歌澜声学, − 海岳重工``."""
    signs = {"+": "+ ", "-": "− "}
    return "，".join(signs.get(part[0], part[0]) + scope_words([part[1:]], names) for part in detail.split())


def time_words(at_ms: int) -> str:
    """Return a time here to the second, with its whole day: a log must not leave doubts."""
    return f"{datetime.fromtimestamp(at_ms / 1000).astimezone():%Y-%m-%d %H:%M:%S}"
