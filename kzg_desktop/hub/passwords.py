"""Sign-in names and passwords: which are good enough, and how a password is kept (decision 13)."""

from __future__ import annotations

import asyncio
import re
import secrets
import unicodedata
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY
from msgspec import Struct

from kzg_desktop.errors import Refusal

__all__ = ["SHORTEST", "Checked", "Passwords", "faults", "normal_login"]

T = TypeVar("T")

SHORTEST = 10
"""Characters that a password must have at least."""

_THREADS = 2
_MOST_WAITING = 64
_LOGIN = re.compile(r"[\w.@+-]{2,60}")
_LONGEST_DIGITS = 15
_FEWEST_OWN = 4
_FEWEST_DIFFERENT = 5

# What the lists of leaked passwords, Chinese ones above all, are made of; longer pieces stand before shorter ones.
_COMMON = re.compile(
    "password|woaini|iloveyou|qwertyuiop|asdfghjkl|zxcvbnm|kuaishou|zhaopin|1q2w3e4r5t|1q2w3e4r|1?qaz|2?wsx|3?edc|4?rfv|5?tgb|5201314|"
    "123456789|987654321|12345678|1234567|123456|654321|123123|112233|888888|666666|111111|000000|"
    "woaiwo|qwerty|asdfgh|zxcvbn|caonima|welcome|passw0rd|zhibo|wangyi|admin|mima|1314|"
    "520|qwe|asd|zxc|aaa|abc|123|666|888|qq|wo|ai|ni|(?:19|20)[0-9]{2}"
)


class Checked(Struct, frozen=True):
    """Whether a password was right; *renewed* is a new hash to keep when the parameters have changed since."""

    right: bool
    renewed: str = ""


def normal_login(login: str) -> str:
    """Return a sign-in name in the one form in which it is kept and found: NFKC, case folded, without outer spaces."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", login).casefold()).strip()


def faults(login: str, password: str) -> dict[str, str]:
    """Return what is wrong with a normal *login* ("characters") and with a *password*, by field.

    A password is refused that is too "short", has "digits" alone (a phone number, a birthday, a QQ number), is the
    "login" or little more, or is made of what is tried first ("common"). Signs of other kinds are not asked for: NIST
    SP 800-63B 3.1.1.2 advises against it.
    """
    found = {} if _LOGIN.fullmatch(login) else {"login": "characters"}
    reason = _weakness(login, _normal(password))
    return found | ({"password": reason} if reason else {})


class Passwords:
    """Hashes and checks passwords on threads of its own, since each takes a tenth of a second and 64 MiB.

    Raises:
        Refusal: by every call: ``unavailable``, when too many wait already.
    """

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="hub-passwords")
        self._waiting = 0
        self.nobodys = self._of_nobody()
        """A hash that no password has, but that takes as long to check as any other."""

    async def hashed(self, password: str) -> str:
        """Return what is kept of a password."""
        return await self._aside(lambda: self._hasher.hash(_normal(password)))

    async def check(self, hash_: str, password: str) -> Checked:
        """Return whether *hash_* is of this password; for an account that has none, give :attr:`nobodys`."""
        return await self._aside(lambda: self._check(hash_, _normal(password)))

    def close(self) -> None:
        """End the threads."""
        self._threads.shutdown()

    def _check(self, hash_: str, password: str) -> Checked:
        try:
            self._hasher.verify(hash_, password)
        except (VerificationError, InvalidHashError):
            return Checked(right=False)
        return Checked(right=True, renewed=self._hasher.hash(password) if self._outdated(hash_) else "")

    def _outdated(self, hash_: str) -> bool:
        return self._hasher.check_needs_rehash(hash_)

    def _of_nobody(self) -> str:
        hasher = self._hasher
        salt, digest = (_base64(secrets.token_bytes(size)) for size in (hasher.salt_len, hasher.hash_len))
        costs = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
        return f"$argon2id$v=19${costs}${salt}${digest}"

    async def _aside(self, job: Callable[[], T]) -> T:
        if self._waiting >= _MOST_WAITING:
            raise Refusal("unavailable", "too many are signing in")
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, job)
        finally:
            self._waiting -= 1


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password)  # full-width digits of a Chinese keyboard are the same digits


def _weakness(login: str, password: str) -> str:
    folded = password.casefold()
    if len(password) < SHORTEST:
        return "short"
    if password.isdecimal() and len(password) <= _LONGEST_DIGITS:
        return "digits"
    if login and len(folded.replace(login, "")) < _FEWEST_OWN:
        return "login"
    own = "".join(c for c in _COMMON.sub("", folded) if c.isalnum())
    if len(own) < _FEWEST_OWN or len(set(folded)) < _FEWEST_DIFFERENT or _is_run(folded):
        return "common"
    return ""


def _is_run(text: str) -> bool:
    """Whether each character follows the one before it, up or down, as in "abcdefghij"."""
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return steps <= {1} or steps <= {-1}


def _base64(data: bytes) -> str:
    return b64encode(data).decode().rstrip("=")
