"""The hub's keys: one root secret outside the database, everything else derived from it."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
import tempfile
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kzg_desktop.errors import InvalidInput, StoreDamaged

__all__ = ["Keys"]

_ROOT_BYTES = 32
_NONCE_BYTES = 12
_SIGNATURE_BYTES = 16
_NOT_THE_KEY = (
    "the hub's secret is missing or not the one that this database was made with, and without it no phone can be read: "
    "put the right hub.key back from a backup, or set KZG_HUB_KEY"
)


class Keys:
    """Encrypts and hashes phone numbers, and signs what goes out and comes back."""

    def __init__(self, root: bytes) -> None:
        self._aes = AESGCM(_derive(root, b"phone encryption"))
        self._hash_key = _derive(root, b"phone equality")
        self._sign_key = _derive(root, b"signatures")
        self._check_key = _derive(root, b"key check")

    @classmethod
    def load(cls, data_dir: Path, check: bytes | None = None) -> Keys:
        """Return the keys of ``KZG_HUB_KEY`` (64 hex digits), else of ``hub.key`` in *data_dir*.

        *check* is the :attr:`check` of the keys in use; without one, a missing file is made.

        Raises:
            InvalidInput: the secret has another form, or it is not the one in use.
        """
        text = os.environ.get("KZG_HUB_KEY") or _read_or_create(data_dir / "hub.key", create=check is None)
        try:
            root = bytes.fromhex(text)
        except ValueError:
            root = b""
        if len(root) != _ROOT_BYTES:
            raise InvalidInput(
                f"the hub's secret must be {2 * _ROOT_BYTES} hexadecimal digits (KZG_HUB_KEY or hub.key)"
            )
        keys = cls(root)
        if check is not None and not hmac.compare_digest(check, keys.check):
            raise InvalidInput(_NOT_THE_KEY)
        return keys

    @property
    def check(self) -> bytes:
        """What tells these keys from others, and nothing else about them."""
        return hmac.digest(self._check_key, b"kzg-desktop hub", hashlib.sha256)

    def encrypt_phone(self, phone: str) -> bytes:
        """Return the phone encrypted under a fresh nonce; the same phone never looks the same twice."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._aes.encrypt(nonce, phone.encode(), None)

    def decrypt_phone(self, cipher: bytes) -> str:
        """Return the phone in *cipher*.

        Raises:
            StoreDamaged: it was changed, or encrypted with another key.
        """
        try:
            return self._aes.decrypt(cipher[:_NONCE_BYTES], cipher[_NONCE_BYTES:], None).decode()
        except InvalidTag as error:
            raise StoreDamaged("a phone cannot be decrypted: hub.key does not belong to this database") from error

    def phone_hash(self, phone: str) -> bytes:
        """Return the keyed hash by which the same phone is found again."""
        return hmac.new(self._hash_key, phone.encode(), hashlib.sha256).digest()

    def sign(self, kind: str, payload: str) -> str:
        """Return *payload* with a signature, safe in a URL; *kind* keeps one use from passing for another."""
        data = payload.encode()
        return urlsafe_b64encode(self._signature(kind, data) + data).decode().rstrip("=")

    def signed(self, kind: str, text: str) -> str | None:
        """Return the payload of a text that :meth:`sign` made for the same *kind*, or None."""
        try:
            raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        except (Base64Error, ValueError):
            return None
        signature, data = raw[:_SIGNATURE_BYTES], raw[_SIGNATURE_BYTES:]
        if not hmac.compare_digest(signature, self._signature(kind, data)):
            return None
        return data.decode()

    def _signature(self, kind: str, data: bytes) -> bytes:
        return hmac.digest(self._sign_key, kind.encode() + b"\0" + data, hashlib.sha256)[:_SIGNATURE_BYTES]


def _derive(root: bytes, use: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"kzg-desktop hub: " + use).derive(root)


def _read_or_create(path: Path, *, create: bool) -> str:
    if not path.exists():
        if not create:
            raise InvalidInput(_NOT_THE_KEY)
        _create(path)
    return path.read_text("ascii").strip()


def _create(path: Path) -> None:
    """Make the file whole or not at all; one that somebody else made meanwhile stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(prefix=".hub.key-", dir=path.parent)  # readable by its owner only
    try:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(_ROOT_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(unfinished, path)
    finally:
        Path(unfinished).unlink()
