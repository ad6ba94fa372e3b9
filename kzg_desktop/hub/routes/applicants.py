"""The calls about one applicant: a person's rights, and who looks at the application just now."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial
from typing import Any

from litestar import Request, Response, delete, get, patch, post
from litestar.params import FromPath
from sqlalchemy import Connection, select

from kzg_desktop.domain.clock import china_day
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.consents import consents_of
from kzg_desktop.hub.correction import correct_applicant
from kzg_desktop.hub.erasure import erase_applicant
from kzg_desktop.hub.people import person_in_view
from kzg_desktop.hub.record import person_record
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.routes.request import hub_of_request
from kzg_desktop.hub.routes.signed import answer, message_of, signed_read, signed_write
from kzg_desktop.hub.tables import application
from kzg_desktop.wire_office import ConsentList, Correction, LookRequest

__all__ = ["applicant_calls"]

_PII = "applicant:pii"
_LONGEST_WAIT_S = 20.0
_AnyRequest = Request[Any, Any, Any]


@delete("/v1/applicants/{application_id:str}", status_code=204)
async def erase(request: _AnyRequest, application_id: FromPath[str]) -> None:
    """Erase the person behind an application, with all that the person ever sent."""
    await signed_write(request, lambda transaction, who: erase_applicant(transaction, who, application_id))


@patch("/v1/applicants/{application_id:str}", status_code=204)
async def correct(request: _AnyRequest, application_id: FromPath[str]) -> None:
    """Correct what is kept about the person behind an application."""
    hub = hub_of_request(request)
    await signed_read(request, "applicant:write", lambda _connection, _who: None)  # before the body is read
    correction = await message_of(request, Correction)
    await signed_write(
        request,
        lambda transaction, who: correct_applicant(
            transaction, hub.keys, who, application_id, correction, today=china_day(transaction.now)
        ),
    )


@get("/v1/applicants/{application_id:str}/consents")
async def consents(request: _AnyRequest, application_id: FromPath[str]) -> Response[bytes]:
    """Return what the person agreed to when sending this application."""

    def read(connection: Connection, who: Who) -> ConsentList:
        person_in_view(connection, who, application_id)
        return ConsentList(consents=consents_of(connection, [application_id]))

    return answer(await signed_read(request, _PII, read))


@get("/v1/applicants/{application_id:str}/record")
async def record(request: _AnyRequest, application_id: FromPath[str]) -> Response[bytes]:
    """Return all that is kept about the person, for the person; that it was given is logged."""
    keys = hub_of_request(request).keys
    return answer(
        await signed_write(request, lambda transaction, who: person_record(transaction, keys, who, application_id))
    )


@post("/v1/presence", status_code=200)
async def look(request: _AnyRequest) -> Response[bytes]:
    """Say what one looks at and return who else looks at what, held until that differs from what is known."""
    hub = hub_of_request(request)
    await signed_read(request, _PII, lambda _connection, _who: None)  # before the body is read
    asked = await message_of(request, LookRequest)
    loop, board = asyncio.get_running_loop(), hub.presence
    deadline = loop.time() + min(asked.wait, _LONGEST_WAIT_S)
    while True:
        # rights and scopes are read anew each time: they may change while the request is held
        ids = {asked.application_id, *board.application_ids(hub.clock.monotonic_s())} - {""}
        who, scopes = await signed_read(request, _PII, partial(_scopes, ids))
        scope, now_s = scopes.get(asked.application_id), hub.clock.monotonic_s()
        in_view = not asked.application_id or who.sees(scope)
        board.look(who, asked.application_id if in_view else "", scope or "", now=hub.clock.now_ms(), now_s=now_s)
        if not in_view:
            raise Refusal("not-found", "there is no such application")
        presence = board.seen_by(who, scopes, now_s)
        left = deadline - loop.time()
        if presence.version != asked.known or left <= 0 or hub.wake.closing:
            return answer(presence)
        await board.changed(min(left, board.next_end_s(now_s)))


def _scopes(ids: Iterable[str], connection: Connection, who: Who) -> tuple[Who, dict[str, str | None]]:
    """Return who asks, and the scopes of applications by their ids, None for those that are gone."""
    c = application.c
    found = connection.execute(select(c.id, c.scope).where(c.id.in_(sorted(ids))))
    return who, dict.fromkeys(ids) | {row.id: row.scope for row in found}


applicant_calls = (erase, correct, consents, record, look)
"""All of them."""
