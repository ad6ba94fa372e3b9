"""The overlay as a picture file, for programs without a browser source: whoever reads it finds it whole."""

from __future__ import annotations

import asyncio
import errno
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kzg_desktop.errors import StoreError, StoreFull

__all__ = ["PngOutput"]

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PAUSES_S = (0.01, 0.02, 0.04, 0.08, 0.16)


class PngOutput:
    """The file at *path*. What it holds is replaced in one step, on a thread of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._wanted: bytes | None = None
        self._written: bytes | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="overlay-png")

    async def write(self, data: bytes) -> None:
        """Return when the file holds *data*, or what was asked for later.

        Raises:
            StoreError: the file could not be written, as when its folder is missing; what it held stays.
            StoreFull: the same, because the disk is full.
        """
        self._wanted = data
        await asyncio.get_running_loop().run_in_executor(self._thread, self._write_newest)

    async def close(self) -> None:
        """Wait for a write that has begun; the file stays as it is."""
        await asyncio.to_thread(self._thread.shutdown, cancel_futures=True)

    def _write_newest(self) -> None:
        """Calls queue here, so the first one writes the newest picture and the others find nothing left to do."""
        data = self._wanted
        if data is None or (data == self._written and self.path.exists()):
            return
        try:
            _replace_file(self.path, data)
        except OSError as error:
            raise _in_words(self.path, error) from error
        self._written = data


def _replace_file(path: Path, data: bytes) -> None:
    """Write *data* beside *path* and put it in its place. A killed program's leftover is written over."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        rename_patiently(lambda: unfinished.replace(path), os.name, time.sleep)
    except OSError:
        _discard(unfinished)
        raise


def rename_patiently(rename: Callable[[], object], system: str, pause: Callable[[float], None]) -> None:
    """Call *rename*; on Windows again for a while, because it fails as long as another program reads the old file."""
    for pause_s in _PAUSES_S if system == "nt" else ():
        try:
            rename()
        except PermissionError:
            pause(pause_s)
        else:
            return
    rename()


def _discard(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the folder is gone or cannot be written: the first error says so already


def _in_words(path: Path, error: OSError) -> StoreError:
    if error.errno in _FULL:
        return StoreFull(f"The disk is full; {path} still holds the picture from before.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return StoreError(f"The folder {path.parent} for the overlay's picture does not exist.")
    return StoreError(f"The overlay's picture {path} could not be written: {error.strerror or error}.")
