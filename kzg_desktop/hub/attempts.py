"""Trying passwords: one try at a time for each sign-in name, and a lock after failures in a row.

Nobody can tell a name that does not exist from a wrong password: the answer, the work done for it and the locks are
the same.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar
from weakref import WeakValueDictionary

from msgspec import Struct
from sqlalchemy import Connection, select, update

from kzg_desktop.errors import Refusal
from kzg_desktop.hub import tables
from kzg_desktop.hub.audit import record
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.passwords import Checked, Passwords
from kzg_desktop.hub.writer import Transaction

__all__ = ["FREE", "Attempts", "Locked", "lock_ms"]

T = TypeVar("T")

FREE = 5
"""Failures in a row that lock an account for the first time."""

_MINUTE_MS = 60_000
_LONGEST_LOCK_MIN = 60
_MOST_UNKNOWN = 10_000


class Locked(Refusal):
    """Too many wrong passwords; the next may be tried after *wait_s*."""

    def __init__(self, wait_s: float) -> None:
        super().__init__("too-many-requests", f"locked after wrong passwords; try again in {wait_s:.0f} s")
        self.wait_s = wait_s


class _Known(Struct, frozen=True):
    """An account that has a password."""

    id: str
    password_hash: str
    locked_until: int


class Attempts:
    """Lets people in who know their password, and slows down those who guess."""

    def __init__(self, hub: Hub, passwords: Passwords) -> None:
        self._hub = hub
        self.passwords = passwords
        self._unknown = _UnknownLogins()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def attempt(self, login: str, password: str, then: Callable[[Transaction, str], T]) -> T | Refusal:
        """Do *then* for the account that has this normal *login* and password; else return why not.

        *then* gets the account's id, in the transaction that forgets its failures. A refusal is returned and not
        raised, since failures are kept.

        Raises:
            Locked: after too many wrong ones.
            Refusal: too many are signing in.
        """
        turn = self._turns.setdefault(login, asyncio.Lock())
        async with turn:  # guesses sent at the same time would not know of each other's failure
            known = await self._hub.read(lambda connection: _known(connection, login))
            now = self._hub.clock.now_ms()
            locked_until = self._unknown.locked_until(login) if known is None else known.locked_until
            if locked_until > now:
                raise Locked((locked_until - now) / 1000)
            kept = self.passwords.nobodys if known is None else known.password_hash
            checked = await self.passwords.check(kept, password)
            if known is None:
                self._unknown.failed(login, now)
            return await self._hub.write(lambda transaction: _settled(transaction, known, checked, then))


def lock_ms(failures: int) -> int:
    """Return for how long that many failures in a row lock an account: 1, 2, 4 … 60 minutes from the fifth on."""
    return 0 if failures < FREE else min(_LONGEST_LOCK_MIN, 2 ** min(failures - FREE, 10)) * _MINUTE_MS


class _UnknownLogins:
    """Failures of names that nobody has, by hash, for they may be long, or passwords in the wrong field."""

    def __init__(self) -> None:
        self._failures: OrderedDict[bytes, tuple[int, int]] = OrderedDict()

    def locked_until(self, login: str) -> int:
        return self._failures.get(_key(login), (0, 0))[1]

    def failed(self, login: str, now: int) -> None:
        failures = self._failures.pop(_key(login), (0, 0))[0] + 1
        self._failures[_key(login)] = (failures, now + lock_ms(failures))
        if len(self._failures) > _MOST_UNKNOWN:
            self._failures.popitem(last=False)


def _key(login: str) -> bytes:
    return hashlib.sha256(login.encode("utf-8", "surrogatepass")).digest()


def _known(connection: Connection, login: str) -> _Known | None:
    c = tables.account.c
    usable = "\0" not in login  # PostgreSQL does not take it
    query = select(c.id, c.password_hash, c.locked_until).where(c.login == login, c.password_hash != "")
    row = connection.execute(query).one_or_none() if usable else None
    return None if row is None else _Known(row.id, row.password_hash, row.locked_until)


def _settled(
    transaction: Transaction, known: _Known | None, checked: Checked, then: Callable[[Transaction, str], T]
) -> T | Refusal:
    if known is None:
        record(transaction, "sign_in_failed", detail="password")
        return _wrong()
    connection, c = transaction.connection, tables.account.c
    found = select(c.password_hash, c.failures, c.disabled, c.locked_until).where(c.id == known.id)
    now_kept = connection.execute(found).one_or_none()
    if now_kept is None or now_kept.password_hash != known.password_hash:
        return _wrong()  # it was changed in the meantime
    if now_kept.locked_until > transaction.now:  # by guesses that were sent to another hub at the same time
        raise Locked((now_kept.locked_until - transaction.now) / 1000)
    mine = update(tables.account).where(c.id == known.id)
    if not checked.right:
        failures = now_kept.failures + 1
        locked = lock_ms(failures)
        connection.execute(mine.values(failures=failures, locked_until=transaction.now + locked if locked else 0))
        record(transaction, "sign_in_failed", subject=known.id, detail="password")
        if locked:
            record(transaction, "locked", subject=known.id, detail=str(locked // _MINUTE_MS))
        return _wrong()
    kept = checked.renewed or known.password_hash
    connection.execute(mine.values(failures=0, locked_until=0, password_hash=kept))
    if now_kept.disabled:
        record(transaction, "sign_in_failed", subject=known.id, detail="disabled")
        return Refusal("sign-in-needed", "this account is disabled; ask an administrator")
    return then(transaction, known.id)


def _wrong() -> Refusal:
    return Refusal("sign-in-needed", "the sign-in name or the password is wrong")
