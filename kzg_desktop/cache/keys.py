"""Secrets of this desktop: the key of its cache and its refresh tokens, one of each per hub.

They live in the system's key ring. Where there is none that works (a bare window manager, a container), they live in
``secrets.json`` in the data folder, readable by its owner only: then whoever reads the user's files reads the cache.
Which of the two holds is written down at the first start, so that later ones need not load the key ring to find out.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias

import msgspec

from kzg_desktop.errors import StoreBusy, StoreDamaged, StoreFull

__all__ = ["EMBEDDED", "SecretStore", "cache_key", "open_secrets"]

Place: TypeAlias = Literal["keyring", "file"]

EMBEDDED = "embedded"
"""Name of the embedded hub; any other hub is named by its address."""

KEY_BYTES = 32
_PROBE = "probe"


class SecretStore(Protocol):
    """Texts by name. Calls may block (a key ring may ask the user to unlock it): keep them off the loop's thread."""

    place: Place

    def get(self, name: str) -> str | None:
        """Return the text, if there is one."""

    def set(self, name: str, value: str) -> None:
        """Keep the text under that name."""

    def delete(self, name: str) -> None:
        """Forget the text, if there is one."""


class _Record(msgspec.Struct):
    backend: Place
    secrets: dict[str, str] = {}


class _FileSecrets:
    place: Place = "file"

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str | None:
        return _read(self._path).secrets.get(name)

    def set(self, name: str, value: str) -> None:
        record = _read(self._path)
        _write(self._path, _Record("file", {**record.secrets, name: value}))

    def delete(self, name: str) -> None:
        kept = {key: value for key, value in _read(self._path).secrets.items() if key != name}
        _write(self._path, _Record("file", kept))


class _KeyringSecrets:
    place: Place = "keyring"

    def __init__(self, ring: Any, service: str) -> None:
        self._ring = ring
        self._service = service

    def get(self, name: str) -> str | None:
        with _ring_errors():
            found: str | None = self._ring.get_password(self._service, name)
            return found

    def set(self, name: str, value: str) -> None:
        with _ring_errors():
            self._ring.set_password(self._service, name, value)

    def delete(self, name: str) -> None:
        if self.get(name) is not None:
            with _ring_errors():
                self._ring.delete_password(self._service, name)


def open_secrets(data_dir: Path) -> SecretStore:
    """Return where the secrets of *data_dir* are kept; decided at the first call for that folder.

    Raises:
        StoreBusy: they are in the key ring, and that cannot be used now.
        StoreFull: the folder cannot be written.
        StoreDamaged: ``secrets.json`` cannot be read.
    """
    path = data_dir / "secrets.json"
    service = f"kzg-desktop {hashlib.sha256(str(data_dir.absolute()).encode()).hexdigest()[:8]}"
    if path.exists():
        record = _read(path)
        if record.backend == "file":
            return _FileSecrets(path)
        return _KeyringSecrets(_load_ring(), service)
    ring = _load_ring()
    usable = _works(ring, service)
    _write(path, _Record("keyring" if usable else "file"))
    return _KeyringSecrets(ring, service) if usable else _FileSecrets(path)


def cache_key(store: SecretStore, hub: str) -> bytes:
    """Return the 32-byte key of the local files that belong to *hub*, made at the first call."""
    name = f"cache-key {hub}"
    found = store.get(name)
    if found is None:
        found = secrets.token_hex(KEY_BYTES)
        store.set(name, found)
    return bytes.fromhex(found)


def _load_ring() -> Any:
    import keyring  # noqa: PLC0415 -- 0.15 s, and not needed at all where the file is used

    return keyring.get_keyring()


def _works(ring: Any, service: str) -> bool:
    """Whether the key ring keeps a text: its own word for it (a priority) does not tell of a locked or broken one."""
    try:
        if ring.priority < 1:
            return False
        ring.set_password(service, _PROBE, _PROBE)
        kept: bool = ring.get_password(service, _PROBE) == _PROBE
        ring.delete_password(service, _PROBE)
    except Exception:  # noqa: BLE001 -- back ends raise whatever their system raises; any of it means "not usable"
        return False
    return kept


@contextlib.contextmanager
def _ring_errors() -> Any:
    try:
        yield
    except Exception as error:
        raise StoreBusy(f"the system's key ring cannot be used: {error}") from error


def _read(path: Path) -> _Record:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Record)
    except (OSError, msgspec.MsgspecError) as error:
        raise StoreDamaged(f"{path} cannot be read: {error}") from error


def _write(path: Path, record: _Record) -> None:
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(record)))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        raise StoreFull(f"{path} cannot be written: {error}") from error
