"""What the routes read from a request alike."""

from __future__ import annotations

from typing import Any

from litestar import Request

from kzg_desktop.errors import Refusal
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.limits import client_address

__all__ = ["bearer", "hub_of_request", "peer_of"]


def hub_of_request(request: Request[Any, Any, Any]) -> Hub:
    """Return the hub that the request is for."""
    hub = request.app.state.hub
    assert isinstance(hub, Hub)
    return hub


def peer_of(request: Request[Any, Any, Any]) -> str:
    """Return the address that a request comes from, as far as it can be trusted."""
    peer = request.client.host if request.client is not None else ""
    return client_address(peer, request.headers.get("x-forwarded-for", ""))


def bearer(request: Request[Any, Any, Any]) -> str:
    """Return the access token.

    Raises:
        Refusal: there is none.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Refusal("sign-in-needed", "send Authorization: Bearer with an access token")
    return token.strip()
