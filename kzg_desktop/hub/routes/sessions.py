"""``/v1/session`` and ``/v1/password``: signing in and out, and choosing a password."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from litestar import Request, Response, delete, post, put
from msgspec.structs import replace
from sqlalchemy import Connection, select, update

from kzg_desktop.errors import Refusal
from kzg_desktop.hub import tables
from kzg_desktop.hub.attempts import Attempts, Locked
from kzg_desktop.hub.audit import record
from kzg_desktop.hub.passwords import faults, normal_login
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.routes.problems import TooMany, problem_response
from kzg_desktop.hub.routes.request import hub_of_request, peer_of
from kzg_desktop.hub.routes.signed import answer, message_of, signed_read, signed_write
from kzg_desktop.hub.sessions import check_request, open_session, sign_in, sign_others_out, sign_out
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire import Session, SessionRequest, problem
from kzg_desktop.wire_office import PasswordChange

__all__ = ["change_password", "close_session", "post_session"]

T = TypeVar("T")

_BYTES = 16_000
_AnyRequest = Request[Any, Any, Any]


class _InvalidFields(Exception):
    """Fields of a form that need a correction: what is wrong, by field."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


@post("/v1/session", status_code=200, request_max_body_size=_BYTES)
async def post_session(request: _AnyRequest) -> Response[bytes]:
    """Sign a device in with an invitation, a password, a refresh token or an embedded hub's secret."""
    data = await message_of(request, SessionRequest)
    check_request(data)
    hub, peer = hub_of_request(request), peer_of(request)
    # taken before it is known to fail, so that guesses sent at the same time count, too
    wait = hub.failed_sign_ins.take(peer, hub.clock.monotonic_s())
    if wait:
        raise TooMany(wait)
    session = await (_by_password(request, data) if data.login else hub.write(lambda t: sign_in(t, hub.settings, data)))
    if isinstance(session, Refusal):
        raise session
    hub.failed_sign_ins.give_back(peer, hub.clock.monotonic_s())
    return answer(session)


@delete("/v1/session", status_code=204)
async def close_session(request: _AnyRequest) -> None:
    """Sign the device out: its tokens end."""
    await signed_write(request, sign_out)


def _on_invalid(_request: _AnyRequest, error: _InvalidFields) -> Response[bytes]:
    return problem_response(replace(problem("invalid-form"), errors=error.fields))


@put(
    "/v1/password",
    status_code=204,
    request_max_body_size=_BYTES,
    exception_handlers={_InvalidFields: _on_invalid},
)
async def change_password(request: _AnyRequest) -> None:
    """Set one's own sign-in name and password, and sign one's other devices out."""
    await signed_read(request, "feed:read", lambda _connection, _who: None)  # before the body is read
    change = await message_of(request, PasswordChange)
    login = normal_login(change.login)
    found = faults(login, change.password)
    if found:
        raise _InvalidFields(found)
    before = await _check_current(request, change.current)
    hashed = await _attempts(request).passwords.hashed(change.password)
    await signed_write(request, lambda transaction, who: _store(transaction, who, login, hashed, before))


async def _by_password(request: _AnyRequest, data: SessionRequest) -> Session | Refusal:
    def then(transaction: Transaction, account_id: str) -> Session:
        return open_session(transaction, data, account_id, how="password")

    return await _try(request, normal_login(data.login), data.password, then)


async def _check_current(request: _AnyRequest, current: str) -> str:
    """Return what is kept of the password that the account has now, "" for none.

    Raises:
        _InvalidFields: *current* is another one.
    """
    c = tables.account.c

    def kept(connection: Connection, account_id: str) -> tuple[str | None, str]:
        row = connection.execute(select(c.login, c.password_hash).where(c.id == account_id)).one()
        return row.login, row.password_hash

    login, hash_ = await signed_read(request, "feed:read", lambda connection, who: kept(connection, who.account_id))
    if not hash_ or login is None:
        return ""
    if not current:
        raise _InvalidFields({"current": "wrong"})
    found = await _try(request, login, current, lambda transaction, id_: kept(transaction.connection, id_)[1])
    if isinstance(found, Refusal):
        raise _InvalidFields({"current": "wrong"})
    return found


async def _try(request: _AnyRequest, login: str, password: str, then: Callable[[Transaction, str], T]) -> T | Refusal:
    try:
        return await _attempts(request).attempt(login, password, then)
    except Locked as error:
        raise TooMany(error.wait_s) from error


def _store(transaction: Transaction, who: Who, login: str, hashed: str, before: str) -> None:
    """Keep a new password in the place of the one that was checked.

    Raises:
        _InvalidFields: somebody else has that sign-in name.
        Refusal: the password was changed in the meantime.
    """
    connection, c = transaction.connection, tables.account.c
    if connection.scalar(select(c.password_hash).where(c.id == who.account_id)) != before:
        raise Refusal("conflict", "the password was changed in the meantime")
    if connection.scalar(select(c.id).where(c.login == login, c.id != who.account_id)) is not None:
        raise _InvalidFields({"login": "taken"})
    mine = update(tables.account).where(c.id == who.account_id)
    connection.execute(mine.values(login=login, password_hash=hashed, failures=0, locked_until=0))
    sign_others_out(transaction, who)
    record(transaction, "password_changed", actor=who.account_id, subject=who.account_id)


def _attempts(request: _AnyRequest) -> Attempts:
    attempts = request.app.state.attempts
    assert isinstance(attempts, Attempts)
    return attempts
