"""Writing an exported file: whole, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from kzg_desktop.errors import StoreFull

__all__ = ["write_whole"]

_WORDS = {errno.ENOSPC: "the disk is full", errno.EDQUOT: "the disk quota is used up", errno.EROFS: "it is read-only"}


def write_whole(path: Path, content: bytes) -> None:
    """Put *content* into the file at *path*; what was there stays until the new file is complete on the disk.

    Raises:
        StoreFull: it cannot be written; nothing has changed.
    """
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        try:
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        why = _WORDS.get(error.errno or 0) or error.strerror or str(error)
        raise StoreFull(f"{path} cannot be written: {why}") from error
