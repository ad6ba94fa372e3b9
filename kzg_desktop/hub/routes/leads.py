"""``POST /v1/leads``: leads of other platforms, imported from their spreadsheets."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, post

from kzg_desktop.hub.leads import take_leads
from kzg_desktop.hub.routes.request import hub_of_request
from kzg_desktop.hub.routes.signed import answer, message_of, signed_read, signed_write
from kzg_desktop.wire import LeadBatch

__all__ = ["leads"]

_BYTES = 1_000_000


@post("/v1/leads", status_code=200, request_max_body_size=_BYTES)
async def leads(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Store a batch of leads in one transaction; one result for each, in its order, without personal data."""
    keys = hub_of_request(request).keys
    await signed_read(request, "applicant:write", lambda _connection, _who: None)  # before the body is read
    batch = await message_of(request, LeadBatch)
    return answer(await signed_write(request, lambda transaction, who: take_leads(transaction, keys, who, batch.leads)))
