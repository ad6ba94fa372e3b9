"""``POST /v1/leads``: leads of other platforms, imported from their spreadsheets."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response, post

from kzg_desktop.errors import Refusal
from kzg_desktop.hub.leads import take_leads
from kzg_desktop.hub.routes.request import bearer, hub_of_request
from kzg_desktop.hub.sessions import confirm, who_is
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire import LeadBatch, LeadResults

__all__ = ["leads"]

_BYTES = 1_000_000
_batch = msgspec.json.Decoder(LeadBatch)


@post("/v1/leads", status_code=200, request_max_body_size=_BYTES)
async def leads(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Store a batch of leads in one transaction; one result for each, in its order, without personal data."""
    hub, token = hub_of_request(request), bearer(request)
    await hub.read(lambda connection: who_is(connection, token, hub.clock.now_ms()).require("applicant:write"))
    batch = await _read(request)

    def take(transaction: Transaction) -> LeadResults:
        who = who_is(transaction.connection, token, transaction.now)
        if who.unconfirmed:
            confirm(transaction, token)
        return take_leads(transaction, hub.keys, who, batch.leads)

    body = msgspec.json.encode(await hub.write(take))
    return Response(body, status_code=200, media_type="application/json", headers={"Cache-Control": "no-store"})


async def _read(request: Request[Any, Any, Any]) -> LeadBatch:
    if request.content_type[0] != "application/json":
        raise Refusal("unsupported-media-type", "send application/json")
    try:
        return _batch.decode(await request.body())
    except msgspec.DecodeError as error:
        raise Refusal("bad-request", str(error)) from error
