"""The calls of desktops under ``/v1``; see docs/protocol.md."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.params import QueryParameter
from sqlalchemy import Connection

from kzg_desktop import __version__
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.feed import change_page, checksums, current_item, snapshot_page
from kzg_desktop.hub.mutations import apply_mutation, conflict_row
from kzg_desktop.hub.openapi import openapi
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.routes.request import hub_of_request
from kzg_desktop.hub.routes.signed import answer, message_of, signed_read, signed_write
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire import (
    PROTOCOL,
    ChangePage,
    HubInfo,
    MutationBatch,
    MutationResult,
    MutationResults,
)

__all__ = ["api", "openapi_document"]

_LONGEST_WAIT_S = 25.0
_GATHER_S = 0.015  # commits that follow at once share a page
_MUTATIONS_BYTES = 4_000_000
_MOST_MUTATIONS = 1000  # in one transaction, while which nobody else is served
_OPENAPI = msgspec.json.encode(openapi())


@get("/hub")
async def hub_info(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Say who this hub is; anybody may ask."""
    return answer(HubInfo(name=hub_of_request(request).settings.name, version=__version__, protocol=PROTOCOL))


@get("/changes")
async def changes(
    request: Request[Any, Any, Any],
    since: Annotated[str, QueryParameter(max_length=400)],
    limit: Annotated[int, QueryParameter(ge=1, le=5000)] = 500,
    wait: Annotated[float, QueryParameter(ge=0, le=3600)] = 0,
    acked: Annotated[int | None, QueryParameter(ge=0, le=2**53)] = None,
) -> Response[bytes]:
    """Return what changed after *since*; with nothing to tell, hold the request for up to *wait* seconds (25).

    With *acked*, what the desktop knows to be acknowledged, a page also comes at once when more is.
    """
    hub = hub_of_request(request)
    deadline = asyncio.get_running_loop().time() + min(_LONGEST_WAIT_S, wait)

    def read(connection: Connection, who: Who) -> tuple[ChangePage, bytes]:
        page = change_page(connection, hub.keys, who, since, limit)
        return page, msgspec.json.encode(msgspec.structs.replace(page, now=hub.clock.now_ms()))

    while True:
        ticket = hub.wake.ticket()
        page, body = await signed_read(request, "feed:read", read)
        acked = page.acked if acked is None else acked
        left = deadline - asyncio.get_running_loop().time()
        if page.items or page.acked > acked or left <= 0 or hub.wake.closing:
            return answer(body)
        await asyncio.wait([ticket], timeout=left)
        if ticket.done():
            await asyncio.sleep(_GATHER_S)


@get("/snapshot")
async def snapshot(
    request: Request[Any, Any, Any],
    entity: Annotated[str, QueryParameter(max_length=40)],
    after: Annotated[str, QueryParameter(max_length=200)] = "",
    limit: Annotated[int, QueryParameter(ge=1, le=10_000)] = 10_000,
    only: Annotated[str | None, QueryParameter(name="scope", max_length=200)] = None,
) -> Response[bytes]:
    """Return rows of one entity by key, for a first start or for one scope that joined the view."""
    keys = hub_of_request(request).keys

    def read(connection: Connection, who: Who) -> bytes:
        return msgspec.json.encode(snapshot_page(connection, keys, who, entity, after=after, limit=limit, scope=only))

    return answer(await signed_read(request, "feed:read", read))


@get("/checksums")
async def drift(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Return how many rows of each entity a complete cache holds, and the sum of their revisions."""
    keys = hub_of_request(request).keys
    return answer(await signed_read(request, "feed:read", lambda connection, who: checksums(connection, keys, who)))


@post(
    "/mutations",
    status_code=200,
    request_max_body_size=_MUTATIONS_BYTES,
)
async def mutations(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Apply a device's actions in order, each number once; one result for each."""
    hub = hub_of_request(request)
    data = await message_of(request, MutationBatch)
    if len(data.mutations) > _MOST_MUTATIONS:
        raise Refusal("too-large", f"a batch holds {_MOST_MUTATIONS} mutations at the most")

    def apply(transaction: Transaction, who: Who) -> MutationResults:
        results = [apply_mutation(transaction, who, mutation) for mutation in data.mutations]
        pairs = zip(data.mutations, results, strict=True)
        return MutationResults(
            results=[_with_current(transaction, who, result, conflict_row(mutation)) for mutation, result in pairs]
        )

    def _with_current(
        transaction: Transaction, who: Who, result: MutationResult, row: tuple[str, str] | None
    ) -> MutationResult:
        if (
            result.problem is None
            or result.problem.type not in {"conflict", "claimed"}
            or row is None
            or "feed:read" not in who.permissions
        ):
            return result
        item = current_item(transaction.connection, hub.keys, who, *row)
        return msgspec.structs.replace(result, problem=msgspec.structs.replace(result.problem, current=item))

    return answer(await signed_write(request, apply))


@get("/openapi.json")
async def openapi_document() -> Response[bytes]:
    """Describe all of this, for programs."""
    return answer(_OPENAPI)


api = Router(
    path="/v1",
    route_handlers=[hub_info, changes, snapshot, drift, mutations],
)
"""All routes under ``/v1``."""
