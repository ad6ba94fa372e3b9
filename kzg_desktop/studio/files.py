"""What the studio leaves in the data folder: its token, and where ``kzg-desktop ctl`` finds it."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

import msgspec
from msgspec import Struct

from kzg_desktop.errors import StoreFull

__all__ = [
    "Whereabouts",
    "forget_token",
    "forget_whereabouts",
    "read_whereabouts",
    "studio_token",
    "write_file",
    "write_whereabouts",
]

_WHEREABOUTS = "studio.json"
_TOKEN = "studio-token"  # noqa: S105 - the name of a file
_TOKEN_BYTES = 24
_SHORTEST = 20


class Whereabouts(Struct, frozen=True, kw_only=True):
    """Where the studio of a data folder listens, of which process, and the token that it asks for."""

    port: int
    token: str
    pid: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def studio_token(data_dir: Path) -> str:
    """Return the folder's token, made at the first call: a configured Stream Deck must survive restarts.

    Raises:
        StoreFull: it cannot be written.
    """
    path = data_dir / _TOKEN
    with contextlib.suppress(OSError, UnicodeDecodeError):
        kept = path.read_text("ascii").strip()
        if len(kept) >= _SHORTEST and kept.isprintable():
            return kept
    made = secrets.token_urlsafe(_TOKEN_BYTES)
    write_file(path, made.encode() + b"\n")
    return made


def forget_token(data_dir: Path) -> None:
    """Have the next start make a new token: whoever holds the old one is shut out.

    Raises:
        StoreFull: the old one cannot be removed, and holds.
    """
    try:
        (data_dir / _TOKEN).unlink(missing_ok=True)
    except OSError as error:
        raise StoreFull(f"the token cannot be replaced: {error}") from error


def write_whereabouts(data_dir: Path, whereabouts: Whereabouts) -> None:
    """Tell other programs of this user where the studio is.

    Raises:
        StoreFull: the folder cannot be written.
    """
    write_file(data_dir / _WHEREABOUTS, msgspec.json.encode(whereabouts) + b"\n")


def read_whereabouts(data_dir: Path) -> Whereabouts | None:
    """Return where the studio said it is; None when it said nothing, or nothing that can be read."""
    try:
        return msgspec.json.decode((data_dir / _WHEREABOUTS).read_bytes(), type=Whereabouts)
    except (OSError, msgspec.MsgspecError):
        return None


def forget_whereabouts(data_dir: Path, port: int) -> None:
    """Take back what was said, unless another studio has said something else since."""
    found = read_whereabouts(data_dir)
    if found is not None and (found.port, found.pid) == (port, os.getpid()):
        with contextlib.suppress(OSError):
            (data_dir / _WHEREABOUTS).unlink()


def write_file(path: Path, content: bytes) -> None:
    """Replace a file at one stroke, readable by its owner only.

    Raises:
        StoreFull: it cannot be written.
    """
    fresh = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        raise StoreFull(f"{path} cannot be written: {error}") from error
