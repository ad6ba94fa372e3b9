"""One program at a time in a data folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

from kzg_desktop.errors import AlreadyRunning, StoreFull

__all__ = ["FolderLock"]


class FolderLock:
    """Held while it exists; a lock whose holder was killed is taken over.

    Raises:
        AlreadyRunning: another program works in that folder.
        StoreFull: the folder cannot be written.
    """

    def __init__(self, data_dir: Path) -> None:
        self._lock = QLockFile(str(data_dir / "desktop.lock"))
        self._lock.setStaleLockTime(0)
        if self._lock.tryLock(0):
            return
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            raise StoreFull(f"{data_dir} cannot be written")
        raise AlreadyRunning(f"KZG Desktop is already open with {data_dir}. Use that window, or close it first.")

    def release(self) -> None:
        """Let others in."""
        self._lock.unlock()
