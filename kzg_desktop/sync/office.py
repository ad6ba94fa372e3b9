"""The office: what HR and administrators ask of the hub itself, over its protocol."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

from kzg_desktop.errors import HubError, HubUnreachable
from kzg_desktop.sync.backoff import Backoff
from kzg_desktop.sync.client import HubClient, decoded
from kzg_desktop.wire import LeadBatch, LeadResults
from kzg_desktop.wire_office import (
    AccountChange,
    AccountInfo,
    AccountList,
    AuditPage,
    ConsentList,
    ConsentRecord,
    Correction,
    DeviceInfo,
    DeviceList,
    Invitation,
    LookRequest,
    NewAccount,
    PasswordChange,
    Presence,
)

__all__ = ["HubOffice"]

_PRESENCE_WAIT_S = 20.0
_PRESENCE_READ_S = 30.0
_PRESENCE_LONGEST_BACKOFF_S = 30.0


class HubOffice:
    """A :class:`kzg_desktop.hiring_services.Office` over one hub's client.

    Raises:
        HubUnreachable: by every call: no answer, or "not now": ``retry_after_s`` then says when.
        HubRejected: by every call: the hub said no; ``problem`` says why.
    """

    def __init__(self, client: HubClient, *, backoff: Backoff | None = None) -> None:
        self._client = client
        self._backoff = backoff or Backoff(longest_s=_PRESENCE_LONGEST_BACKOFF_S)
        self._pause_s = 0.0

    async def look_at(self, application_id: str, known: int) -> Presence:
        """Say what the user looks at, and return who looks at what once that differs from the version *known*.

        Call it again and again, also when it fails: after a failure it waits before it asks.
        """
        if self._pause_s:
            await asyncio.sleep(self._pause_s)
        look = LookRequest(application_id=application_id, known=known, wait=_PRESENCE_WAIT_S)
        try:
            body = await self._client.request("POST", "/v1/presence", look, read_s=_PRESENCE_READ_S)
            presence = decoded(body, Presence)
        except HubError as error:
            asked_s = error.retry_after_s if isinstance(error, HubUnreachable) else None
            self._pause_s = self._backoff.next_s(asked_s)
            raise
        self._backoff.reset()
        self._pause_s = 0.0
        return presence

    async def accounts(self) -> list[AccountInfo]:
        """Return all accounts by name."""
        return decoded(await self._client.request("GET", "/v1/accounts"), AccountList).accounts

    async def create_account(self, new: NewAccount) -> Invitation:
        """Create an account and return the code by which somebody signs in to it."""
        return decoded(await self._client.request("POST", "/v1/accounts", new), Invitation)

    async def invite(self, account_id: str) -> Invitation:
        """Return a fresh code for an account."""
        return decoded(await self._client.request("POST", f"{_account(account_id)}/invitation"), Invitation)

    async def change_account(self, account_id: str, change: AccountChange) -> AccountInfo:
        """Change an account and return it as it is then."""
        return decoded(await self._client.request("PATCH", _account(account_id), change), AccountInfo)

    async def devices(self) -> list[DeviceInfo]:
        """Return one's own devices, to an administrator all, those seen last first."""
        return decoded(await self._client.request("GET", "/v1/devices"), DeviceList).devices

    async def revoke_device(self, device_id: str) -> None:
        """Sign a device out."""
        await self._client.request("DELETE", f"/v1/devices/{_part(device_id)}")

    async def audit(self, before: int = 0) -> AuditPage:
        """Return the newest lines of the audit log, or those before a line's id."""
        return decoded(await self._client.request("GET", "/v1/audit", query={"before": before}), AuditPage)

    async def change_password(self, change: PasswordChange) -> None:
        """Set one's own sign-in name and password; one's other devices are signed out.

        Raises:
            HubRejected: ``problem.errors`` says by field what is wrong, or the password was changed meanwhile.
        """
        await self._client.request("PUT", "/v1/password", change)

    async def correct(self, application_id: str, correction: Correction) -> None:
        """Correct what the hub holds about the person behind an application."""
        await self._client.request("PATCH", _applicant(application_id), correction)

    async def consents(self, application_id: str) -> list[ConsentRecord]:
        """Return what the person behind an application agreed to."""
        return decoded(
            await self._client.request("GET", f"{_applicant(application_id)}/consents"), ConsentList
        ).consents

    async def person_record(self, application_id: str) -> bytes:
        """Return all that the hub holds about the person behind an application, as JSON."""
        return await self._client.request("GET", f"{_applicant(application_id)}/record")

    async def erase(self, application_id: str) -> None:
        """Erase the person behind an application everywhere."""
        await self._client.request("DELETE", _applicant(application_id))

    async def take_leads(self, batch: LeadBatch) -> LeadResults:
        """Store leads of other platforms; one result for each, in their order. Sending them again changes nothing."""
        return await self._client.leads(batch)


def _account(account_id: str) -> str:
    return f"/v1/accounts/{_part(account_id)}"


def _applicant(application_id: str) -> str:
    return f"/v1/applicants/{_part(application_id)}"


def _part(id_: str) -> str:
    return quote(id_, safe="")
