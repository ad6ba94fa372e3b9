"""Signing devices in and out, and telling who sends a request."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from sqlalchemy import Connection, delete, insert, or_, select, update

from kzg_desktop.domain.hiring import THIS_COMPUTER
from kzg_desktop.errors import Refusal
from kzg_desktop.hub import tables
from kzg_desktop.hub.accounts import LOCAL, ensure_account, invitation_hash
from kzg_desktop.hub.audit import record
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.settings import Settings
from kzg_desktop.hub.tokens import REVOKED, end, forget_ended
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire import PROTOCOL, Account, Session, SessionRequest

__all__ = [
    "ACCESS_MS",
    "REFRESH_MS",
    "check_request",
    "confirm",
    "forget_expired",
    "open_session",
    "sign_in",
    "sign_others_out",
    "sign_out",
    "who_is",
]

ACCESS_MS = 3600 * 1000
"""How long an access token is good for."""

REFRESH_MS = 30 * 24 * 3600 * 1000
"""How long a refresh token is good for."""

_ID_LENGTH = 64


def who_is(connection: Connection, access_token: str, now: int) -> Who:
    """Return the account behind an access token.

    Raises:
        Refusal: ``sign-in-needed``.
    """
    token, device = tables.token.c, tables.device.c
    found = connection.execute(
        select(tables.account, device.id.label("device_id"), token.replaces)
        .select_from(tables.token)
        .join(tables.device)
        .join(tables.account)
        .where(token.hash == _hash(access_token), token.kind == "access", token.expires_at > now)
        .where(~tables.account.c.disabled)
    ).one_or_none()
    if found is None:
        raise Refusal("sign-in-needed", "the access token is unknown or expired")
    return Who(
        account_id=found.id,
        device_id=found.device_id,
        name=found.name,
        role=found.role,
        view=found.view,
        scopes=_scopes(connection, found.id),
        unconfirmed=found.replaces is not None,
    )


def confirm(transaction: Transaction, token: str) -> None:
    """Note that a desktop uses *token*, so that it surely got it: the refresh token given for it has had its day."""
    connection, c = transaction.connection, tables.token.c
    before = connection.scalar(select(c.replaces).where(c.hash == _hash(token)))
    if before is not None:
        connection.execute(update(tables.token).where(c.hash == before).values(replaced=True))
        connection.execute(update(tables.token).where(c.replaces == before).values(replaces=None))


def check_request(request: SessionRequest) -> None:
    """Check that a request can be worked on, whatever it signs in with.

    Raises:
        Refusal: it cannot.
    """
    if request.protocol != PROTOCOL:
        detail = f"this hub speaks protocol {PROTOCOL}, the desktop {request.protocol}"
        raise Refusal("upgrade-needed", detail)
    if not 0 < len(request.device_id) <= _ID_LENGTH or not request.device_id.isprintable():
        raise Refusal("bad-request", f"device_id must have 1 to {_ID_LENGTH} printable characters")
    by_password = bool(request.login or request.password)
    given = [bool(request.invitation), bool(request.refresh_token), bool(request.embedded_secret), by_password]
    if sum(given) != 1:
        detail = "give exactly one of invitation, refresh_token, embedded_secret, and login with password"
        raise Refusal("bad-request", detail)
    if by_password and not (request.login and request.password):
        raise Refusal("bad-request", "a login goes with a password")


def sign_in(transaction: Transaction, settings: Settings, request: SessionRequest) -> Session | Refusal:
    """Return a session for a device that signs in with anything but a password.

    A refusal is returned instead of raised, since it may have an effect to keep: a refresh token that is used after one
    of the tokens given for it is taken for stolen, and all tokens of its device are revoked.
    """
    if request.invitation:
        return _redeem(transaction, request)
    if request.refresh_token:
        account_id = _refresh(transaction, request)
        return account_id if isinstance(account_id, Refusal) else open_session(transaction, request, account_id)
    expected = settings.embedded_secret.encode()
    if not expected or not hmac.compare_digest(expected, request.embedded_secret.encode()):
        record(transaction, "sign_in_failed", detail="embedded")
        return Refusal("sign-in-needed", "the embedded secret is wrong")
    role = settings.embedded_role
    account_id = ensure_account(transaction, id_=f"{LOCAL}{role}", name=THIS_COMPUTER, role=role)
    new = _owner(transaction.connection, request.device_id) != account_id  # it signs in so at every start
    return open_session(transaction, request, account_id, how="embedded" if new else "")


def open_session(transaction: Transaction, request: SessionRequest, account_id: str, *, how: str = "") -> Session:
    """Return a session of the account for the device; with *how*, the audit log says that it signed in."""
    _bind(transaction, request, account_id)
    if how:
        record(transaction, "sign_in", actor=account_id, subject=request.device_id, detail=how)
    return _session(transaction, request, account_id)


def sign_out(transaction: Transaction, who: Who) -> None:
    """Revoke all tokens of the device."""
    transaction.connection.execute(delete(tables.token).where(tables.token.c.device_id == who.device_id))
    record(transaction, "sign_out", actor=who.account_id, subject=who.device_id)


def sign_others_out(transaction: Transaction, who: Who) -> None:
    """Revoke all tokens of the account's other devices."""
    c = tables.device.c
    others = select(c.id).where(c.account_id == who.account_id, c.id != who.device_id)
    end(transaction, tables.token.c.device_id.in_(others))


def forget_expired(transaction: Transaction) -> None:
    """Drop tokens and invitations that let nobody in any more, such as those of devices that were never seen again."""
    forget_ended(transaction)
    invitation = tables.invitation
    transaction.connection.execute(delete(invitation).where(invitation.c.expires_at <= transaction.now))


def _redeem(transaction: Transaction, request: SessionRequest) -> Session | Refusal:
    table = tables.invitation
    used = transaction.connection.execute(
        delete(table)
        .where(table.c.hash == invitation_hash(request.invitation))
        .returning(table.c.account_id, table.c.expires_at)
    ).one_or_none()
    if used is None or used.expires_at <= transaction.now:
        record(transaction, "sign_in_failed", subject="" if used is None else used.account_id, detail="invitation")
        return Refusal("invitation-invalid", "ask for a new invitation code")
    record(transaction, "invitation_used", actor=used.account_id, subject=used.account_id)
    return open_session(transaction, request, used.account_id, how="invitation")


def _refresh(transaction: Transaction, request: SessionRequest) -> str | Refusal:
    connection, c = transaction.connection, tables.token.c
    found = connection.execute(
        select(c.device_id, c.replaced, tables.device.c.account_id)
        .join(tables.device, tables.device.c.id == c.device_id)
        .join(tables.account, tables.account.c.id == tables.device.c.account_id)
        .where(c.hash == _hash(request.refresh_token), c.kind == "refresh", c.expires_at > transaction.now)
        .where(~tables.account.c.disabled)
    ).one_or_none()
    if found is None or found.device_id != request.device_id:
        return _no_refresh(transaction, request)
    if found.replaced:
        end(transaction, c.device_id == found.device_id)
        record(transaction, "token_theft", subject=found.device_id)
        return Refusal("sign-in-needed", "the refresh token was used before; the device is signed out to be safe")
    confirm(transaction, request.refresh_token)
    # tokens given for it before were never used: that answer was lost, or read by somebody else
    connection.execute(delete(tables.token).where(c.replaces == _hash(request.refresh_token)))
    return str(found.account_id)


def _no_refresh(transaction: Transaction, request: SessionRequest) -> Refusal:
    c = tables.token.c
    revoked = select(c.device_id).where(c.hash == _hash(request.refresh_token), c.kind == REVOKED)
    if transaction.connection.scalar(revoked) == request.device_id:
        return Refusal("access-withdrawn", "the device was revoked or the account disabled")
    return Refusal("sign-in-needed", "the refresh token is unknown, expired or of another device")


def _owner(connection: Connection, device_id: str) -> str | None:
    c = tables.device.c
    return connection.scalar(select(c.account_id).where(c.id == device_id))


def _bind(transaction: Transaction, request: SessionRequest, account_id: str) -> None:
    """Make the device the account's; tokens that it had of another account end."""
    connection, table, now = transaction.connection, tables.device, transaction.now
    bound = _owner(connection, request.device_id)
    values = {"account_id": account_id, "name": request.device_name.replace("\0", "")[:_ID_LENGTH], "seen_at": now}
    if bound is None:
        connection.execute(insert(table).values(id=request.device_id, created_at=now, **values))
        return
    outdated = tables.token.c.device_id == request.device_id
    if bound == account_id:
        outdated &= or_(tables.token.c.expires_at <= now, tables.token.c.kind.not_in(("access", "refresh")))
    connection.execute(delete(tables.token).where(outdated))
    connection.execute(update(table).where(table.c.id == request.device_id).values(**values))


def _session(transaction: Transaction, request: SessionRequest, account_id: str) -> Session:
    access, refresh = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    lives = (("access", access, ACCESS_MS), ("refresh", refresh, REFRESH_MS))
    common = {
        "device_id": request.device_id,
        "replaces": _hash(request.refresh_token) if request.refresh_token else None,
        "replaced": False,
    }
    transaction.connection.execute(
        insert(tables.token),
        [
            {"hash": _hash(text), "kind": kind, "expires_at": transaction.now + life, **common}
            for kind, text, life in lives
        ],
    )
    who = who_is(transaction.connection, access, transaction.now)
    account = Account(
        id=account_id, name=who.name, role=who.role, permissions=list(who.permissions), scopes=sorted(who.scopes)
    )
    return Session(access_token=access, expires_in_s=ACCESS_MS // 1000, refresh_token=refresh, account=account)


def _scopes(connection: Connection, account_id: str) -> frozenset[str]:
    table = tables.account_scope
    return frozenset(connection.scalars(select(table.c.scope).where(table.c.account_id == account_id)))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
