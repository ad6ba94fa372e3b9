"""The studio's server: on loopback, on a thread and an event loop of its own, so that the window never waits for it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kzg_desktop.studio.bridge import Bridge
from kzg_desktop.studio.files import Whereabouts, forget_whereabouts, studio_token, write_whereabouts
from kzg_desktop.studio.overlay import LOCAL_FILE, write_local_pages
from kzg_desktop.studio.state import Controls, ControlState, OverlayState

if TYPE_CHECKING:
    from kzg_desktop.studio.application import Studio

__all__ = ["PORT", "StudioServer"]

log = logging.getLogger(__name__)

PORT = 17840
"""The port that is tried first."""

_HOST = "127.0.0.1"
_TRIES = 11
_LAST_PORT = 65_535


class StudioServer:
    """Serves the overlay and the control API from `start` to `stop`, once.

    *port* is preferred; when it is taken the next ten are tried, then any. *loop* is the desk's, on which *controls*
    are called; every method here is called there, too.
    """

    def __init__(
        self, controls: Controls, loop: asyncio.AbstractEventLoop, *, port: int = PORT, data_dir: Path
    ) -> None:
        self._desk_loop = loop
        self._bridge = Bridge(controls, loop)
        self._preferred = port
        self._data_dir = data_dir
        self._started: asyncio.Future[None] = loop.create_future()
        self._ended: asyncio.Future[None] = loop.create_future()
        self._thread: threading.Thread | None = None
        self._running: tuple[Studio, asyncio.AbstractEventLoop] | None = None
        self._overlay: OverlayState | None = None
        self._control: ControlState | None = None
        self.port = 0
        self.token = ""

    @property
    def url(self) -> str:
        """Where it is, such as ``http://127.0.0.1:17840``; "" before `start`."""
        return f"http://{_HOST}:{self.port}" if self.port else ""

    @property
    def overlay_url(self) -> str:
        """The page for a browser source; "" before `start`."""
        return f"{self.url}/overlay" if self.port else ""

    @property
    def overlay_file(self) -> Path:
        """The page as a file, which can be opened before the desk."""
        return self._data_dir / LOCAL_FILE

    async def start(self) -> None:
        """Begin to answer requests.

        Raises:
            OSError: no port of loopback can be listened on.
            StoreFull: the data folder cannot be written.
        """
        self._thread = threading.Thread(target=self._run, name="studio", daemon=True)
        self._thread.start()
        await asyncio.shield(self._started)
        log.info("studio at %s", self.url)

    async def wait(self) -> None:
        """Return when it answers no more, whatever ended it."""
        await asyncio.shield(self._ended)

    async def stop(self) -> None:
        """Close all connections and end the thread."""
        if self._thread is None:
            return
        await asyncio.wait({self._started})
        if self._running is not None:
            studio, loop = self._running
            with contextlib.suppress(RuntimeError):  # it has ended by itself
                loop.call_soon_threadsafe(studio.stop)
        await self._ended
        self._thread.join()
        self._thread = None

    def publish_overlay(self, state: OverlayState) -> None:
        """Show *state* to viewers. Pages keep what they show until the first call."""
        self._overlay = state
        self._publish()

    def publish_control(self, state: ControlState) -> None:
        """Tell *state* to controllers."""
        self._control = state
        self._publish()

    def _publish(self) -> None:
        if self._running is not None:
            studio, loop = self._running
            with contextlib.suppress(RuntimeError):  # it has ended
                loop.call_soon_threadsafe(self._pass_on, studio)

    def _pass_on(self, studio: Studio) -> None:
        """Hand over the newest states; called on the studio's loop."""
        if self._overlay is not None:
            studio.show(self._overlay)
        if self._control is not None:
            studio.tell(self._control)

    def _run(self) -> None:
        failure: Exception | None = None
        try:
            asyncio.run(self._serve())
        except Exception as error:  # noqa: BLE001 - whoever waits for the start is told
            failure = error
        self._at_desk(self._on_ended, failure)

    async def _serve(self) -> None:
        from kzg_desktop.studio.application import Studio  # noqa: PLC0415 - slow to load: on this thread

        with _listen(self._preferred) as server_socket:
            self.port = server_socket.getsockname()[1]
            self.token = studio_token(self._data_dir)
            studio = Studio(self._bridge, self.token)
            self._running = studio, asyncio.get_running_loop()
            self._pass_on(studio)
            with self._announced():
                await studio.serve(server_socket, lambda: self._at_desk(_settle, self._started))

    @contextlib.contextmanager
    def _announced(self) -> Iterator[None]:
        write_local_pages(self._data_dir, self.port)
        write_whereabouts(self._data_dir, Whereabouts(port=self.port, token=self.token, pid=os.getpid()))
        try:
            yield
        finally:
            forget_whereabouts(self._data_dir, self.port)

    def _on_ended(self, failure: Exception | None) -> None:
        if failure is not None and self._started.done():
            log.error("the studio ended", exc_info=failure)
        _settle(self._started, failure)
        _settle(self._ended)

    def _at_desk(self, call: object, *args: object) -> None:
        with contextlib.suppress(RuntimeError):  # the desk's loop is closed: nobody waits any more
            self._desk_loop.call_soon_threadsafe(call, *args)  # type: ignore[arg-type]


def _listen(preferred: int) -> socket.socket:
    """Return a listening socket on the first free port: *preferred*, the next ten, any.

    Raises:
        OSError: there is none.
    """
    for port in range(preferred, min(preferred + _TRIES, _LAST_PORT + 1)):
        with contextlib.suppress(OSError):
            return socket.create_server((_HOST, port), backlog=128)
    return socket.create_server((_HOST, 0), backlog=128)


def _settle(future: asyncio.Future[None], failure: Exception | None = None) -> None:
    if future.done():
        return
    if failure is None:
        future.set_result(None)
    else:
        future.set_exception(failure)
