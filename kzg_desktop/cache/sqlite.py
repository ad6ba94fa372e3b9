"""Connections to the local databases, and their errors in the words of :mod:`kzg_desktop.errors`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

from kzg_desktop.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, UnsafeSqlite

__all__ = ["check_version", "connect", "store_errors", "to_store_error"]

SAFE_VERSION = (3, 51, 3)
BUSY_TIMEOUT_S = 5.0

_KINDS: dict[str, type[StoreError]] = {
    "SQLITE_CORRUPT": StoreDamaged,
    "SQLITE_NOTADB": StoreDamaged,
    "SQLITE_FULL": StoreFull,
    "SQLITE_READONLY": StoreFull,
    "SQLITE_CANTOPEN": StoreFull,
    "SQLITE_IOERR": StoreFull,
    "SQLITE_PERM": StoreFull,
    "SQLITE_BUSY": StoreBusy,
    "SQLITE_LOCKED": StoreBusy,
}


def check_version() -> None:
    """Make sure that this SQLite may be trusted with a WAL database.

    Raises:
        UnsafeSqlite: it has the corruption bug that 3.51.3 fixed.
    """
    if dbapi2.sqlite_version_info < SAFE_VERSION:
        raise UnsafeSqlite(f"SQLite {dbapi2.sqlite_version} can damage a WAL database; 3.51.3 or later is needed")


def to_store_error(error: BaseException) -> StoreError:
    """Return the error of ours that says the same as the driver's *error*."""
    name = getattr(error, "sqlite_errorname", None) or ""
    kind = next((kind for prefix, kind in _KINDS.items() if name.startswith(prefix)), StoreError)
    return kind(f"{error} ({name})" if name else str(error))


@contextlib.contextmanager
def store_errors() -> Iterator[None]:
    """Turn the driver's errors into ours.

    Raises:
        StoreError: or the one of its kinds that fits.
    """
    try:
        yield
    except dbapi2.Error as error:
        raise to_store_error(error) from error


def connect(path: Path, key: bytes | None, *, create: bool = False, cache_kb: int = 8192) -> dbapi2.Connection:
    """Open the database at *path*; *key* is the raw 32-byte key, or None for a file that is not encrypted.

    The connection commits each statement by itself unless told to BEGIN, and may be closed from any thread.

    Raises:
        StoreDamaged: the file is no database under this key.
        StoreError: it cannot be opened.
    """
    check_version()
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    with store_errors():
        connection = dbapi2.connect(
            uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
            if key is not None:
                connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute(f"PRAGMA cache_size = -{cache_kb}")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection
