"""The pages of the window: their icons, words and keys, and whose they are."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from kzg_desktop.services import Desk

__all__ = ["PAGES", "PageKind", "pages_for"]

translate = QCoreApplication.translate


class PageKind(Struct, frozen=True, kw_only=True):
    """A page that the rail leads to. Only accounts with *permission* ("" for everybody) have it."""

    name: str
    say: Callable[[], str]
    permission: str = ""

    @property
    def words(self) -> str:
        """Its name in the language on screen."""
        return self.say()

    @property
    def command(self) -> str:
        """The command whose keys lead there."""
        return f"nav.{self.name}"


PAGES: tuple[PageKind, ...] = (
    PageKind(name="live", say=lambda: translate("NavRail", "Live")),
    PageKind(name="jobs", say=lambda: translate("NavRail", "Jobs")),
    PageKind(name="hr", say=lambda: translate("NavRail", "Applicants"), permission="applicant:write"),
    PageKind(name="interviews", say=lambda: translate("NavRail", "Interviews"), permission="applicant:write"),
    PageKind(name="review", say=lambda: translate("NavRail", "Review")),
    PageKind(name="team", say=lambda: translate("NavRail", "Team"), permission="account:admin"),
    PageKind(name="settings", say=lambda: translate("NavRail", "Settings")),
)
"""From top to bottom; the last stands at the foot of the rail."""


def pages_for(desk: Desk) -> tuple[PageKind, ...]:
    """Return the pages of whoever is signed in, as far as this desktop knows."""
    return tuple(page for page in PAGES if not page.permission or desk.may(page.permission))
