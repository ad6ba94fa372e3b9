"""Building the ASGI application of a hub, and serving it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import uvicorn
from litestar import Litestar
from litestar.datastructures import State
from sqlalchemy.exc import SQLAlchemyError

from kzg_desktop.collector import settle_down
from kzg_desktop.domain.clock import Clock, SystemClock
from kzg_desktop.hub.attempts import Attempts
from kzg_desktop.hub.colleagues import keep_all_colleagues
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.passwords import Passwords
from kzg_desktop.hub.routes.api import api, openapi_document
from kzg_desktop.hub.routes.applicants import applicant_calls
from kzg_desktop.hub.routes.leads import leads
from kzg_desktop.hub.routes.office import office
from kzg_desktop.hub.routes.problems import handlers
from kzg_desktop.hub.routes.sessions import change_password, close_session, post_session
from kzg_desktop.hub.routes.signup import show_done, show_form, take_form
from kzg_desktop.hub.routes.webhook import take_webhook
from kzg_desktop.hub.settings import Settings
from kzg_desktop.hub.webhook.desk import WebhookDesk
from kzg_desktop.hub.webhook.sources import load_sources

__all__ = ["HubServer", "create_app", "hub_of", "listen", "serve"]

log = logging.getLogger(__name__)

_BODY_BYTES = 16_000
_GRACE_S = 3
_SWITCH_S = 0.0005  # the loop and the writer hand over often; at the usual 5 ms each waits for the other


def create_app(settings: Settings, clock: Clock | None = None) -> Litestar:
    """Return the application; its hub is open at once, and closes when the application shuts down.

    Raises:
        UserError, StoreError: the hub cannot start with these settings.
    """
    webhooks = WebhookDesk(load_sources(settings.data_dir / "sources"))
    hub = Hub(settings, clock or SystemClock())
    passwords = Passwords()
    return Litestar(
        route_handlers=[
            api,
            post_session,
            close_session,
            change_password,
            *office,
            *applicant_calls,
            leads,
            openapi_document,
            take_webhook,
            show_form,
            take_form,
            show_done,
        ],
        state=State({"hub": hub, "webhooks": webhooks, "attempts": Attempts(hub, passwords)}),
        lifespan=[
            lambda _app: hub.running(),
            lambda _app: webhooks.running(hub),
            lambda _app: _office(hub, passwords),
        ],
        exception_handlers=handlers,
        request_max_body_size=_BODY_BYTES,
        openapi_config=None,
        logging_config=None,
    )


def hub_of(app: Litestar) -> Hub:
    """Return the hub behind an application."""
    hub = app.state.hub
    assert isinstance(hub, Hub)
    return hub


@asynccontextmanager
async def _office(hub: Hub, passwords: Passwords) -> AsyncIterator[None]:
    """Bring up to date what follows from the accounts, and end the passwords' threads at the end."""
    try:
        await hub.write(keep_all_colleagues)
    except SQLAlchemyError:
        log.warning("the colleagues are as they were; the next start tries again", exc_info=True)
    try:
        yield
    finally:
        await asyncio.to_thread(passwords.close)


class HubServer(uvicorn.Server):
    """A server for one application on a socket that listens already; stops cleanly with requests held open."""

    def __init__(self, app: Litestar, *, on_ready: Callable[[], None] = lambda: None) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=_GRACE_S,
                timeout_keep_alive=75,
                proxy_headers=False,
            )
        )
        self.hub = hub_of(app)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let held requests return, then stop."""
        self.hub.wake.close()
        self.hub.presence.close()
        await super().shutdown(sockets)


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 takes a free one.

    Raises:
        OSError: the address is in use or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=2048)


def serve(
    settings: Settings,
    *,
    on_ready: Callable[[HubServer, int], None],
    preferred_port: int = 0,
    clock: Clock | None = None,
) -> None:
    """Serve until interrupted; *on_ready* gets the server and its port once requests are answered.

    *preferred_port* is taken instead of the settings' where it is free.
    """
    sys.setswitchinterval(_SWITCH_S)
    server_socket = _listen_at(settings, preferred_port)
    with server_socket:
        app = create_app(settings, clock)
        port = server_socket.getsockname()[1]

        def ready() -> None:
            settle_down()  # here the process is the hub's own; beside a window, its thread must not collect
            on_ready(server, port)

        server = HubServer(app, on_ready=ready)
        server.run(sockets=[server_socket])


def _listen_at(settings: Settings, preferred_port: int) -> socket.socket:
    if preferred_port:
        with contextlib.suppress(OSError):
            return listen(settings.host, preferred_port)
    return listen(settings.host, settings.port)
