"""What desktops' calls have in common: JSON in and out, and work done as whoever signed the request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from litestar import Request, Response
from sqlalchemy import Connection

from kzg_desktop.errors import Refusal
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.routes.request import bearer, hub_of_request
from kzg_desktop.hub.sessions import confirm, who_is
from kzg_desktop.hub.writer import Transaction

__all__ = ["answer", "message_of", "signed_read", "signed_write"]

T = TypeVar("T")
S = TypeVar("S", bound=msgspec.Struct)


def answer(value: Any, status: int = 200) -> Response[bytes]:
    """Return *value*, or JSON that is bytes already, as a response that nobody keeps."""
    body = value if isinstance(value, bytes) else msgspec.json.encode(value)
    return Response(body, status_code=status, media_type="application/json", headers={"Cache-Control": "no-store"})


async def message_of(request: Request[Any, Any, Any], type_: type[S]) -> S:
    """Return the message in the request's body.

    Raises:
        Refusal: it is not JSON, or not of that type.
    """
    if request.content_type[0] != "application/json":
        raise Refusal("unsupported-media-type", "send application/json")
    try:
        return msgspec.json.decode(await request.body(), type=type_)
    except msgspec.DecodeError as error:
        raise Refusal("bad-request", str(error)) from error


async def signed_read(request: Request[Any, Any, Any], permission: str, job: Callable[[Connection, Who], T]) -> T:
    """Do *job* on a snapshot, as whoever signed the request.

    Raises:
        Refusal: nobody known did, or the right is missing.
    """
    hub, token = hub_of_request(request), bearer(request)

    def read(connection: Connection) -> tuple[Who, T]:
        who = who_is(connection, token, hub.clock.now_ms())
        who.require(permission)
        return who, job(connection, who)

    who, value = await hub.read(read)
    hub.sightings.note(who.device_id, hub.clock.now_ms())
    if who.unconfirmed:
        await hub.write(lambda transaction: confirm(transaction, token))
    return value


async def signed_write(request: Request[Any, Any, Any], job: Callable[[Transaction, Who], T]) -> T:
    """Do *job* in one transaction, as whoever signed the request.

    Raises:
        Refusal: nobody known did, or what *job* refuses.
    """
    hub, token = hub_of_request(request), bearer(request)

    def write(transaction: Transaction) -> tuple[Who, T]:
        who = who_is(transaction.connection, token, transaction.now)
        if who.unconfirmed:
            confirm(transaction, token)
        return who, job(transaction, who)

    who, value = await hub.write(write)
    hub.sightings.note(who.device_id, hub.clock.now_ms())
    return value
