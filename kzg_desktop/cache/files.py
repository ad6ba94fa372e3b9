"""Which files of the data folder belong to a key, and what happens to one that is damaged."""

from __future__ import annotations

import contextlib
import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

from kzg_desktop.errors import StoreFull

__all__ = ["StoreFiles", "discard", "quarantine", "replace_database"]

_SIDES = ("-wal", "-shm", "-journal")


class StoreFiles:
    """The local databases of one key in *data_dir*.

    A key's id is part of the names. So a wrong key means other files, and one that cannot be read under its own key
    is damaged for certain.
    """

    def __init__(self, data_dir: Path, key: bytes | None) -> None:
        self.key = key
        key_id = hashlib.sha256(key).hexdigest()[:8] if key is not None else "plain"
        self.cache = data_dir / f"cache-{key_id}.db"
        self.fresh = data_dir / f"cache-{key_id}.db.new"
        self.outbox = data_dir / f"outbox-{key_id}.db"

    def discard_caches(self) -> None:
        """Delete the cache, and those that were put aside.

        Raises:
            StoreFull: the folder cannot be written.
        """
        try:
            discard(self.cache)
            _discard_aside(self.cache)
        except OSError as error:
            raise StoreFull(str(error)) from error

    def discard_damaged(self) -> None:
        """Delete databases that were put aside: nobody can take a person out of them.

        Raises:
            StoreFull: the folder cannot be written.
        """
        try:
            for path in (self.cache, self.outbox):
                _discard_aside(path)
        except OSError as error:
            raise StoreFull(str(error)) from error


def discard(path: Path) -> None:
    """Delete a database and what SQLite keeps beside it."""
    for name in (path, *_beside(path)):
        name.unlink(missing_ok=True)


def _discard_aside(path: Path) -> None:
    for aside in path.parent.glob(f"{path.name}.damaged-*"):
        aside.unlink(missing_ok=True)


def quarantine(path: Path, now_ms: int) -> Path:
    """Rename a damaged database, for whoever wants to look into it, and return its new path.

    Raises:
        StoreFull: the folder cannot be written.
    """
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%dT%H%M%S")
    target = _unused(path.with_name(f"{path.name}.damaged-{stamp}"))
    try:
        for side in _beside(path):
            with contextlib.suppress(FileNotFoundError):
                side.replace(target.with_name(target.name + side.name.removeprefix(path.name)))
        path.replace(target)
    except OSError as error:
        raise StoreFull(str(error)) from error
    return target


def replace_database(fresh: Path, path: Path) -> None:
    """Put the closed database *fresh* in the place of the closed one at *path*, in one step.

    Raises:
        StoreFull: the folder cannot be written.
    """
    try:
        if any(side.exists() for side in _beside(path)):
            discard(path)  # what is left beside it would be taken for part of the new one
        fresh.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise StoreFull(str(error)) from error


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # directories cannot be opened there, and renames are journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _beside(path: Path) -> list[Path]:
    return [path.with_name(path.name + side) for side in _SIDES]


def _unused(path: Path) -> Path:
    number = 1
    unused = path
    while unused.exists():
        number += 1
        unused = path.with_name(f"{path.name}-{number}")
    return unused
