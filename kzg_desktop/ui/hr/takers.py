"""Who can be given an application: those who work with the applicants of its employer."""

from __future__ import annotations

from collections.abc import Iterable

from kzg_desktop.domain.hiring import Colleague

__all__ = ["may_take", "takers"]

_WORKING = frozenset({"hr", "admin"})
"""The roles that handle applications; the others only look."""


def takers(colleagues: Iterable[Colleague], employer_ids: Iterable[str], *, me: str) -> list[Colleague]:
    """Return those who may take applications of at least one of these employers, each account once, by name.

    *colleagues* has a row for each employer that somebody works for; *me* is not among those returned.
    """
    wanted = set(employer_ids)
    found = {
        one.account_id: one
        for one in sorted(colleagues, key=lambda each: each.id)
        if one.account_id != me and any(_takes(one, employer_id) for employer_id in wanted)
    }
    return sorted(found.values(), key=lambda one: (one.name, one.account_id))


def may_take(colleagues: Iterable[Colleague], account_id: str, employer_id: str) -> bool:
    """Whether that account may take applications of that employer, as far as is known here."""
    return any(one.account_id == account_id and _takes(one, employer_id) for one in colleagues)


def _takes(one: Colleague, employer_id: str) -> bool:
    return not one.gone and one.role in _WORKING and one.at_scope in {"", employer_id}
