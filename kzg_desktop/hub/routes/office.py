"""The administrator's calls under ``/v1``: accounts, invitations, devices and the audit log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from litestar import Request, Response, delete, get, patch, post
from litestar.params import FromPath, QueryParameter
from sqlalchemy import Connection

from kzg_desktop.errors import InvalidInput, Refusal
from kzg_desktop.hub.accounts import INVITATION_MS, change_account, create_account, invite
from kzg_desktop.hub.audit import audit_page
from kzg_desktop.hub.directory import account_infos, device_infos, revoke_device
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.routes.request import hub_of_request
from kzg_desktop.hub.routes.signed import answer, message_of, signed_read, signed_write
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire_office import (
    AccountChange,
    AccountInfo,
    AccountList,
    AuditPage,
    DeviceList,
    Invitation,
    NewAccount,
)

__all__ = ["office"]

_ADMIN = "account:admin"
_BYTES = 64_000
_AnyRequest = Request[Any, Any, Any]


@get("/v1/accounts")
async def list_accounts(request: _AnyRequest) -> Response[bytes]:
    """Return all accounts."""
    now = hub_of_request(request).clock.now_ms()
    found = await signed_read(request, _ADMIN, lambda connection, _who: account_infos(connection, now))
    return answer(AccountList(accounts=found))


@post("/v1/accounts", status_code=200, request_max_body_size=_BYTES)
async def new_account(request: _AnyRequest) -> Response[bytes]:
    """Create an account and return an invitation to it."""
    await _allowed(request)
    new = await message_of(request, NewAccount)

    def create(transaction: Transaction, who: Who) -> Invitation:
        who.require(_ADMIN)
        with _usable():
            account_id = create_account(
                transaction, name=new.name, role=new.role, scopes=new.scopes, actor=who.account_id
            )
        return _invited(transaction, who, account_id)

    return answer(await signed_write(request, create))


@patch("/v1/accounts/{account_id:str}", request_max_body_size=_BYTES)
async def edit_account(request: _AnyRequest, account_id: FromPath[str]) -> Response[bytes]:
    """Change an account and return it as it is now; its desktops feel it at once."""
    await _allowed(request)
    change = await message_of(request, AccountChange)

    def edit(transaction: Transaction, who: Who) -> AccountInfo:
        who.require(_ADMIN)
        with _usable():
            change_account(transaction, account_id, change, actor=who.account_id)
        return account_infos(transaction.connection, transaction.now, account_id)[0]

    return answer(await signed_write(request, edit))


@post("/v1/accounts/{account_id:str}/invitation", status_code=200)
async def new_invitation(request: _AnyRequest, account_id: FromPath[str]) -> Response[bytes]:
    """Return a fresh invitation to an account."""

    def make(transaction: Transaction, who: Who) -> Invitation:
        who.require(_ADMIN)
        return _invited(transaction, who, account_id)

    return answer(await signed_write(request, make))


@get("/v1/devices")
async def list_devices(request: _AnyRequest) -> Response[bytes]:
    """Return one's own devices, to an administrator all."""
    now = hub_of_request(request).clock.now_ms()
    found = await signed_read(request, "feed:read", lambda connection, who: device_infos(connection, who, now))
    return answer(DeviceList(devices=found))


@delete("/v1/devices/{device_id:str}", status_code=204)
async def sign_device_out(request: _AnyRequest, device_id: FromPath[str]) -> None:
    """Sign a device out, such as a stolen one."""
    await signed_write(request, lambda transaction, who: revoke_device(transaction, who, device_id))


@get("/v1/audit")
async def list_audit(
    request: _AnyRequest,
    before: Annotated[int, QueryParameter(ge=0, le=2**53)] = 0,
    limit: Annotated[int, QueryParameter(ge=1, le=500)] = 100,
) -> Response[bytes]:
    """Return the newest lines of the audit log, or those before a line."""

    def read(connection: Connection, _who: Who) -> AuditPage:
        return audit_page(connection, before=before, limit=limit)

    return answer(await signed_read(request, _ADMIN, read))


office = (
    list_accounts,
    new_account,
    edit_account,
    new_invitation,
    list_devices,
    sign_device_out,
    list_audit,
)
"""All of these routes."""


async def _allowed(request: _AnyRequest) -> None:
    """Check the right before the body is read."""
    await signed_read(request, _ADMIN, lambda _connection, _who: None)


def _invited(transaction: Transaction, who: Who, account_id: str) -> Invitation:
    code = invite(transaction, account_id, actor=who.account_id)
    return Invitation(account_id=account_id, code=code, expires_at=transaction.now + INVITATION_MS)


@contextmanager
def _usable() -> Iterator[None]:
    try:
        yield
    except InvalidInput as error:
        raise Refusal("bad-request", str(error)) from error
