"""What the HR desk asks of the rest of the program: from the cache at any time, from the hub when it can be reached."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.entities import Application, Versioned
from kzg_desktop.domain.hiring import Colleague, DeskRules, HistoryEntry, InterviewSlot, PersonLink, Template
from kzg_desktop.domain.views import Moment, View
from kzg_desktop.services import Desk
from kzg_desktop.wire import Account, LeadBatch, LeadResults
from kzg_desktop.wire_office import (
    AccountChange,
    AccountInfo,
    AuditPage,
    ConsentRecord,
    Correction,
    DeviceInfo,
    Invitation,
    NewAccount,
    PasswordChange,
    Presence,
)

if TYPE_CHECKING:
    from kzg_desktop.domain.matching import Fit

__all__ = ["ORDERS", "ApplicantQuery", "ExportFile", "HiringDesk", "Office", "Order", "SeekerMatch", "Seekers"]

Order: TypeAlias = Literal[
    "due_at", "received_at", "name", "job_title", "city", "age_band", "status", "owner", "called_at", "appointment_at"
]

ORDERS: tuple[Order, ...] = (
    "due_at",
    "received_at",
    "name",
    "job_title",
    "city",
    "age_band",
    "status",
    "owner",
    "called_at",
    "appointment_at",
)


class ApplicantQuery(Struct, frozen=True, kw_only=True):
    """Which applications to list and how. Empty fields do not filter; ``text`` is searched in all of a row and notes.

    Rows that have nothing in the column they are ordered by come last, whatever the direction: no duty, no call, no
    name. Texts are ordered by their characters' code points, states by their order in
    :data:`kzg_desktop.domain.states.STEPS`, owners by their account ids. The arrival number decides between equals, in
    the same direction.
    """

    moment: Moment
    view: View = "all"
    text: str = ""
    job_id: str = ""
    employer_id: str = ""
    city: str = ""
    status: str = ""
    channel: str = ""
    broadcast_id: str = ""
    segment_id: str = ""
    owner: str = ""
    person_ids: tuple[str, ...] = ()
    order: Order = "due_at"
    descending: bool = False


class ExportFile(Struct, frozen=True, kw_only=True):
    """A file that this desktop wrote applicants into; an ``outdated`` one holds somebody who must not be in it."""

    id: str
    path: Path
    at: int
    outdated: bool = False


class SeekerMatch(Struct, frozen=True, kw_only=True):
    """An applicant to another job who would fit, and how."""

    row: Application
    fit: Fit


class Seekers(Struct, frozen=True, kw_only=True):
    """Who would fit a job, the best first, each person once. ``compared`` is how many applications were looked at.

    ``bounded``: more wait; the newest of those nearest to the job were looked at.
    """

    found: tuple[SeekerMatch, ...] = ()
    compared: int = 0
    bounded: bool = False


class HiringDesk(Desk, Protocol):
    """The desk as HR sees it. What was said of :class:`kzg_desktop.services.Desk` holds here, too.

    Lists of applications follow the user's own unconfirmed actions at once.
    """

    @property
    def account(self) -> Account | None:
        """Who is signed in, or was when this desktop last met its hub."""

    @property
    def account_id(self) -> str:
        """Who is signed in, "" before anybody was."""

    @property
    def hub_ahead_ms(self) -> int:
        """By how much the hub's clock is ahead of this computer's (behind, if negative); 0 as long as it is unknown."""

    def colleagues(self) -> list[Colleague]:
        """Return the people who work with the same rows, by name; none of those who are gone.

        Who works for several employers is there once for each: what one of them holds is not for the others to see.
        """

    def slots(self) -> list[InterviewSlot]:
        """Return all interview slots by start."""

    def templates(self) -> list[Template]:
        """Return all message templates in their order."""

    def person_links(self) -> list[PersonLink]:
        """Return what HR said about who is who."""

    def desk_rules(self, employer_id: str) -> DeskRules:
        """Return the employer's rules, the usual ones where it set none."""

    async def applicant_ids(self, query: ApplicantQuery) -> array[int]:
        """Return the arrival numbers that match, in the wanted order."""

    async def applicant_rows(self, numbers: Sequence[int]) -> list[Versioned]:
        """Return those applications with their revisions, in that order; missing ones are left out."""

    async def view_counts(self, moment: Moment) -> dict[View, int]:
        """Return how many applications are in each view."""

    async def history(self, application_ids: Sequence[str]) -> list[HistoryEntry]:
        """Return what was done about these applications, oldest first, unconfirmed actions included."""

    async def person_applications(self, person_ids: Sequence[str]) -> list[Application]:
        """Return all applications of these persons, the latest first."""

    async def seekers(self, job_id: str) -> Seekers:
        """Return the waiting applicants to other jobs who would fit that job; nobody to whom may not see persons."""

    async def cities(self) -> list[str]:
        """Return the cities that applications name, the most frequent first."""

    async def exports(self) -> list[ExportFile]:
        """Return the files written so far, the latest first."""

    async def keep_export(self, path: Path, application_ids: Sequence[str]) -> None:
        """Remember that a file holds these applicants, so that an erasure finds it.

        Raises:
            StoreError: it could not be kept.
        """

    async def forget_export(self, export_id: str) -> None:
        """Remember a file no longer, since it is gone."""


class Office(Protocol):
    """What only the hub can do, and only now. Nothing of it waits in the outbox.

    Raises:
        HubError: by every call: the hub was not reached, or said no.
    """

    async def look_at(self, application_id: str, known: int) -> Presence:
        """Say that the user looks at an application ("" for none) and return who looks at what.

        Answers when that differs from the version *known*, or after a while.
        """

    async def accounts(self) -> list[AccountInfo]: ...

    async def create_account(self, new: NewAccount) -> Invitation: ...

    async def invite(self, account_id: str) -> Invitation:
        """Return a fresh invitation code for an account, such as for a second device or a forgotten password."""

    async def change_account(self, account_id: str, change: AccountChange) -> AccountInfo: ...

    async def devices(self) -> list[DeviceInfo]:
        """Return one's own devices; an administrator gets all."""

    async def revoke_device(self, device_id: str) -> None: ...

    async def audit(self, before: int = 0) -> AuditPage:
        """Return the newest lines of the audit log, or those before a line's id."""

    async def change_password(self, change: PasswordChange) -> None: ...

    async def correct(self, application_id: str, correction: Correction) -> None: ...

    async def consents(self, application_id: str) -> list[ConsentRecord]: ...

    async def person_record(self, application_id: str) -> bytes:
        """Return all that the hub holds about the person behind an application, as JSON (个人信息保护法 45)."""

    async def erase(self, application_id: str) -> None: ...

    async def take_leads(self, batch: LeadBatch) -> LeadResults:
        """Store leads of other platforms; one result for each, in their order. Sending them again changes nothing."""
