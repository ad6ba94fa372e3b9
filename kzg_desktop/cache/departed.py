"""What left the user's view, and which of the user's own actions must not outlive it."""

from __future__ import annotations

from msgspec import Struct

from kzg_desktop.domain.actions import (
    Action,
    ApplicationAction,
    LinkPeople,
    LogExport,
    PutDeskRules,
    PutSlot,
    PutTemplate,
    UnlinkPeople,
)

__all__ = ["NOTHING_DEPARTED", "Departed", "applications_of", "outlived"]


class Departed(Struct, frozen=True, kw_only=True):
    """Applications by id, and scopes.

    ``erased``: gone with every trace. ``revoked``: gone with their scope, one of ``scopes``. ``left``: gone by
    themselves, perhaps to somebody else.
    """

    erased: frozenset[str] = frozenset()
    revoked: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()

    @property
    def applications(self) -> frozenset[str]:
        """All of them."""
        return self.erased | self.revoked | self.left


NOTHING_DEPARTED = Departed()


def outlived(action: Action | None, departed: Departed, *, refused: bool) -> bool:
    """Whether what *action* is about has departed, so that its record must go, too.

    Of what was erased, or is of a scope that is not the user's any more, nothing is kept: the hub would refuse it. An
    action about an application that merely left is still sent; once *refused*, it is not kept either.
    """
    ids = applications_of(action)
    gone = departed.erased | departed.revoked | (departed.left if refused else frozenset())
    return not gone.isdisjoint(ids) or _scope_of(action) in departed.scopes


def applications_of(action: Action | None) -> tuple[str, ...]:
    """Return the ids of the applications that *action* tells of."""
    if isinstance(action, ApplicationAction):
        return (action.application_id,)
    if isinstance(action, LinkPeople):
        return (*action.application_ids, *(action.link.members if action.link.kind == "apart" else ()))
    return action.application_ids if isinstance(action, UnlinkPeople) else ()


def _scope_of(action: Action | None) -> str | None:
    """Return whose HR's business *action* is, None where it is nobody's."""
    match action:
        case PutSlot():
            return action.slot.employer_id
        case PutTemplate():
            return action.template.employer_id
        case PutDeskRules():
            return action.rules.employer_id
        case LinkPeople():
            return action.link.employer_id
        case LogExport():
            return action.employer_id
    return None
