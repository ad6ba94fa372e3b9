"""What the hub's refusals mean: when signing in, when accounts are changed, when a password is chosen."""

from __future__ import annotations

import re

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from kzg_desktop.errors import HubRejected, HubUnreachable, KzgError, SignInNeeded
from kzg_desktop.ui.error_text import describe, refusal_text

__all__ = ["FieldProblem", "office_words", "password_problems", "sign_in_problem"]

translate = QCoreApplication.translate

_SECONDS = re.compile(r"\bin (\d+) s\b")


class FieldProblem(Struct, frozen=True):
    """Words under a field: "url", "invitation", "login" or "password"."""

    field: str
    words: str


def sign_in_problem(error: KzgError, *, by_password: bool) -> FieldProblem:
    """Return where to say why signing in did not work, and how."""
    if isinstance(error, HubUnreachable) and error.retry_after_s is not None:
        return FieldProblem("login" if by_password else "invitation", _wait_words(error))
    if isinstance(error, SignInNeeded):
        if "disabled" in error.problem.detail:
            return FieldProblem("login" if by_password else "invitation", _disabled_words())
        if by_password:
            return FieldProblem("password", translate("HubRefusal", "Sign-in name or password is wrong"))
    if isinstance(error, HubRejected) and error.problem.type == "invitation-invalid":
        return FieldProblem("invitation", refusal_text(error.problem.type))
    told = describe(error)
    if isinstance(error, HubUnreachable):
        return FieldProblem("url", f"{told.what}. {told.todo}")
    return FieldProblem("url", told.what)


def _disabled_words() -> str:
    return translate("HubRefusal", "This account is disabled; ask an administrator")


def _wait_words(error: HubUnreachable) -> str:
    """Return until when the hub does not listen: a message names the seconds where a header may be cut short."""
    said = _SECONDS.search(str(error))
    seconds = max(float(said[1]) if said else 0.0, error.retry_after_s or 0.0)
    if seconds < 90:
        words = translate("HubRefusal", "Too many attempts; try again in {count} s")
        return words.format(count=max(1, round(seconds)))
    words = translate("HubRefusal", "Locked after too many attempts; try again in {count} min")
    return words.format(count=round(seconds / 60 + 0.49))


def office_words(error: KzgError) -> str:
    """Return why the hub did not change an account or a device, and what to do."""
    if isinstance(error, HubUnreachable):
        if error.retry_after_s is not None:
            return _wait_words(error)
        return translate("HubRefusal", "The hub does not answer. What you typed is kept; try again when it is back.")
    if isinstance(error, HubRejected) and error.problem.type == "not-possible":
        return _not_possible(error.problem.detail)
    if isinstance(error, HubRejected) and error.problem.type in {"not-found", "not-allowed"}:
        return refusal_text(error.problem.type)
    told = describe(error)
    return f"{told.what}. {told.todo}" if told.todo else told.what


def _not_possible(detail: str) -> str:
    if "administrator" in detail:
        return translate(
            "HubRefusal",
            "This is the last administrator who can sign in. Make another administrator first, "
            "so that nobody is locked out of these pages.",
        )
    if "disabled" in detail:
        return translate("HubRefusal", "The account is disabled; enable it first.")
    if "this computer" in detail:
        return translate("HubRefusal", "This is the built-in account of the hub's own computer; it stays as it is.")
    return refusal_text("not-possible")


def password_problems(error: KzgError) -> dict[str, str]:
    """Return why a sign-in name or password was not taken, by field: "login", "password", "current", "" for all."""
    if isinstance(error, HubRejected) and error.problem.type == "invalid-form":
        known = _form_words()
        other = translate("HubRefusal", "This cannot be used")
        found = {field: known.get((field, code), other) for field, code in error.problem.errors.items()}
        return found or {"": other}
    return {"": office_words(error)}


def _form_words() -> dict[tuple[str, str], str]:
    return {
        ("login", "taken"): translate("HubRefusal", "Somebody else has this sign-in name; choose another"),
        ("login", "characters"): translate("HubRefusal", "2 to 60 letters, digits or . _ - @ +"),
        ("password", "short"): translate("HubRefusal", "At least 10 characters"),
        ("password", "common"): translate("HubRefusal", "Too easy to guess; a short sentence is good"),
        ("password", "digits"): translate("HubRefusal", "Not digits only; they are guessed first"),
        ("password", "login"): translate("HubRefusal", "Not the same as the sign-in name"),
        ("current", "wrong"): translate("HubRefusal", "The present password is wrong"),
    }
