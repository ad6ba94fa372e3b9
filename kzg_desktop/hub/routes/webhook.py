"""``POST /v1/intake/{source}``: leads that a platform sends, signed as the platform does it."""

from __future__ import annotations

import logging
from typing import Any

import msgspec
from litestar import Request, Response, post
from litestar.params import FromPath

from kzg_desktop.errors import Refusal
from kzg_desktop.hub.routes.problems import TooMany
from kzg_desktop.hub.routes.request import hub_of_request, peer_of
from kzg_desktop.hub.webhook.delivery import Taken, take_in
from kzg_desktop.hub.webhook.desk import WebhookDesk
from kzg_desktop.hub.webhook.dotted import at, parsed, text_of
from kzg_desktop.hub.webhook.mapping import challenge_of
from kzg_desktop.hub.webhook.signatures import is_signed
from kzg_desktop.hub.webhook.sources import Source

__all__ = ["take_webhook"]

log = logging.getLogger(__name__)

_BODY_BYTES = 256 * 1024
_AnyRequest = Request[Any, Any, Any]


@post("/v1/intake/{source:str}", status_code=200, request_max_body_size=_BODY_BYTES)
async def take_webhook(request: _AnyRequest, source: FromPath[str]) -> Response[bytes]:
    """Take leads in; what cannot be used is kept as a dead letter, since the platform could only repeat it."""
    hub, desk = hub_of_request(request), _desk(request)
    found = desk.sources.get(source)
    if found is None:
        raise Refusal("not-found", "there is no such source, or it has no secret yet")
    raw = await request.body()
    _check_signature(request, desk, found, raw)
    wait = desk.wait_s(found, hub.clock.monotonic_s())
    if wait:
        raise TooMany(wait)
    body = parsed(raw)
    challenge = challenge_of(found, body)
    if challenge is not None:
        return _json(challenge)
    message_id = _header(request, found.message.header)
    taken = await hub.write(lambda transaction: take_in(transaction, hub.keys, found, raw, message_id))
    log.info(
        "webhook %s: %d stored, %d unchanged, %d dead%s",
        found.name,
        taken.stored,
        taken.unchanged,
        taken.dead_letters,
        ", sent before" if taken.duplicate else "",
    )
    return _json(_answer(found, body, taken))


def _desk(request: _AnyRequest) -> WebhookDesk:
    desk = request.app.state.webhooks
    assert isinstance(desk, WebhookDesk)
    return desk


def _header(request: _AnyRequest, name: str) -> str:
    return request.headers.get(name, "").strip() if name else ""


def _check_signature(request: _AnyRequest, desk: WebhookDesk, source: Source, raw: bytes) -> None:
    """Refuse what the source did not sign, and what it signed too long ago."""
    hub, rule = hub_of_request(request), source.signature
    timestamp = _header(request, rule.timestamp_header)
    signed = is_signed(
        _header(request, rule.header),
        scheme=rule.scheme,
        secret=source.secret,
        body=raw,
        timestamp=timestamp,
        prefix=rule.prefix,
    )
    if not signed or (rule.timestamp_header and not (timestamp.isascii() and timestamp.isdecimal())):
        wait = desk.wait_after_wrong_s(peer_of(request), hub.clock.monotonic_s())
        if wait:
            raise TooMany(wait)
        raise Refusal("sign-in-needed", f"the signature in {rule.header} is missing or wrong")
    if rule.timestamp_header and abs(hub.clock.now_ms() // 1000 - int(timestamp[:12])) > rule.window_s:
        raise Refusal("not-possible", f"the timestamp is more than {rule.window_s} s away from the hub's clock")


def _answer(source: Source, body: Any, taken: Taken) -> Any:
    """Return what the platform wants to read, as the source says, else what became of the message."""
    if not source.answer:
        return taken
    return {name: _value(value, body) for name, value in source.answer.items()}


def _value(value: Any, body: Any) -> Any:
    if not isinstance(value, dict):
        return value
    found = at(body, str(value.get("from", "")))
    return found if isinstance(found, int) and not isinstance(found, bool) else text_of(found)


def _json(value: Any) -> Response[bytes]:
    return Response(
        msgspec.json.encode(value),
        status_code=200,
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )
