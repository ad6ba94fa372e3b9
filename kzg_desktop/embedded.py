"""The hub that a desktop runs for itself: a child process on loopback that cannot outlive its parent."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import msgspec

from kzg_desktop.errors import HubUnreachable
from kzg_desktop.logs import begin_anew_if_long

__all__ = ["EmbeddedHub"]

log = logging.getLogger(__name__)

START_TIMEOUT_S = 30.0
STOP_TIMEOUT_S = 5.0


class _Ready(msgspec.Struct):
    port: int
    url: str


class EmbeddedHub:
    """Starts a hub as a child process and keeps its standard input open.

    The hub ends when that pipe closes, which the system does even when this process is killed.
    """

    def __init__(self, data_dir: Path, *, role: str = "admin") -> None:
        self._data_dir = data_dir
        self._role = role
        self._process: subprocess.Popen[bytes] | None = None
        self.secret = secrets.token_urlsafe(32)
        self.url = ""

    @property
    def pid(self) -> int | None:
        """Process id of the running hub."""
        return self._process.pid if self._process is not None else None

    async def start(self) -> str:
        """Start the hub and return its address, such as ``http://127.0.0.1:41234``.

        Raises:
            HubUnreachable: it did not come up; the log file in the data folder says why.
        """
        try:
            self._process = await asyncio.to_thread(self._launch)
        except OSError as error:
            raise HubUnreachable(f"the embedded hub could not be started: {error}") from error
        try:
            async with asyncio.timeout(START_TIMEOUT_S):
                line = await asyncio.to_thread(self._first_line, self._process)
            self.url = msgspec.json.decode(line, type=_Ready).url
        except (TimeoutError, msgspec.DecodeError) as error:
            await self.stop()
            raise HubUnreachable(f"the embedded hub did not start; see {self._log_path()}") from error
        log.info("embedded hub at %s, pid %s", self.url, self.pid)
        return self.url

    async def wait(self) -> int:
        """Wait until the hub ends and return its exit code."""
        assert self._process is not None
        ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        loop, process = asyncio.get_running_loop(), self._process

        def watch() -> None:
            code = process.wait()
            with contextlib.suppress(RuntimeError):  # the loop may be gone by now
                loop.call_soon_threadsafe(_settle, ended, code)

        threading.Thread(target=watch, name="embedded-hub-watch", daemon=True).start()
        return await ended

    async def stop(self) -> None:
        """End the hub: ask by closing its input, then insist."""
        if self._process is not None:
            await asyncio.to_thread(self._end, self._process)
            self._process = None

    def _log_path(self) -> Path:
        return self._data_dir / "logs" / "hub.log"

    def _launch(self) -> subprocess.Popen[bytes]:
        path = self._log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        begin_anew_if_long(path)
        with path.open("ab") as log_file:
            process = subprocess.Popen(
                # -P: whatever lies in the folder that the desktop was started in is none of the hub's business
                [sys.executable, "-P", "-m", "kzg_desktop", "hub", "--embedded", "--data-dir", str(self._data_dir)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log_file,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        with contextlib.suppress(BrokenPipeError):  # it died at once; reading its first line tells
            stdin = _pipe(process.stdin)
            stdin.write(msgspec.json.encode({"secret": self.secret, "role": self._role}) + b"\n")
            stdin.flush()
        return process

    def _first_line(self, process: subprocess.Popen[bytes]) -> bytes:
        return _pipe(process.stdout).readline()

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(OSError):
            _pipe(process.stdin).close()
        try:
            process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _pipe(process.stdout).close()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _settle(future: asyncio.Future[int], code: int) -> None:
    if not future.done():
        future.set_result(code)
