"""Roles, what they permit, and what an account may see."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from msgspec import Struct
from sqlalchemy import ColumnElement, or_, true

from kzg_desktop.errors import Refusal

__all__ = ["ALL", "PRIVATE", "ROLES", "Shown", "Who"]

ALL = "*"
"""The scope of accounts that see every organisation."""

Shown: TypeAlias = Literal["full", "masked", "hidden"]
"""What is shown of names and phones."""

PRIVATE = frozenset({"history", "person_link", "template", "interview_slot", "desk_rules"})
"""Entities that only those see who may see personal data."""

ROLES: dict[str, tuple[str, ...]] = {
    "host": ("feed:read", "pin:write", "lineup:write", "job:write"),
    "hr": ("feed:read", "applicant:pii", "applicant:write", "job:write"),
    "admin": (
        "feed:read",
        "applicant:pii",
        "applicant:write",
        "pin:write",
        "lineup:write",
        "job:write",
        "erase:admin",
        "account:admin",
    ),
    "organizer": ("feed:read",),
}
"""Permissions by role."""

_NAMELESS = frozenset({"organizer"})
"""Roles that are about totals: not even a masked name is sent to them."""


class Who(Struct, frozen=True, kw_only=True):
    """An account as it is now, on one of its devices.

    ``view`` counts the changes that make old cursors useless; ``unconfirmed`` says that its tokens are used for the
    first time since a refresh.
    """

    account_id: str
    device_id: str
    name: str
    role: str
    view: int
    scopes: frozenset[str]
    unconfirmed: bool = False

    @property
    def permissions(self) -> tuple[str, ...]:
        """What the role permits."""
        return ROLES[self.role]

    @property
    def pii(self) -> bool:
        """Whether personal data is shown in full."""
        return "applicant:pii" in self.permissions

    @property
    def shown(self) -> Shown:
        """How names and phones are shown."""
        if self.pii:
            return "full"
        return "hidden" if self.role in _NAMELESS else "masked"

    @property
    def view_id(self) -> str:
        """Names the view in a cursor."""
        return f"{self.account_id}:{self.view}"

    def reads(self, entity: str) -> bool:
        """Whether rows of that entity are for this account at all."""
        return self.pii or entity not in PRIVATE

    def sees(self, scope: str | None) -> bool:
        """Whether rows of that scope are in view; None, the scope of no row, never is."""
        return scope is not None and (scope == "" or ALL in self.scopes or scope in self.scopes)

    def in_view(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """Return the condition that a scope column is in view."""
        return true() if ALL in self.scopes else or_(column == "", column.in_(sorted(self.scopes)))

    def require(self, permission: str) -> None:
        """Check a right.

        Raises:
            Refusal: the account does not have it.
        """
        if permission not in self.permissions:
            raise Refusal("not-allowed", f"the right {permission} is needed")
