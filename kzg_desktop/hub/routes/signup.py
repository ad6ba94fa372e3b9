"""The public sign-up page: what a viewer sees and sends. It needs no JavaScript, and programs may send it, too."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, quote

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath
from sqlalchemy.exc import OperationalError

from kzg_desktop.domain.clock import china_day
from kzg_desktop.domain.signup import InvalidSignUp, SignUp, read_sign_up
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.intake import Accepted, accept
from kzg_desktop.hub.limits import is_loopback
from kzg_desktop.hub.offers import Offer, job_to_apply_for, offer, sent
from kzg_desktop.hub.routes.problems import TooMany, problem_response
from kzg_desktop.hub.routes.request import hub_of_request, peer_of
from kzg_desktop.hub.signup_page import (
    TRAP,
    closed_page,
    done_page,
    form_page,
    missing_page,
    security_headers,
)
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire import problem

__all__ = ["show_done", "show_form", "take_form"]

_FORM_BYTES = 16_000
_MOST_FIELDS = 40
_RECEIPT = "receipt"
_AnyRequest = Request[Any, Any, Any]


class _Answer(NamedTuple):
    """Why a form comes back, for people and for programs."""

    status: int
    problem_type: str
    errors: dict[str, str]
    notice: str = ""
    retry_after_s: int = 0


@get("/apply/{broadcast_id:str}")
async def show_form(request: _AnyRequest, broadcast_id: FromPath[str]) -> Response[Any]:
    """Show the card on air now, or the one asked for with ``?job=``, with its form."""
    job_id = request.query_params.get("job", "")
    return await _form(request, broadcast_id, {"job": job_id}, None)


@post("/apply/{broadcast_id:str}", request_max_body_size=_FORM_BYTES)
async def take_form(request: _AnyRequest, broadcast_id: FromPath[str]) -> Response[Any]:
    """Take a form; it comes back with everything kept when something is to be corrected."""
    received_at = hub_of_request(request).clock.now_ms()
    fields = await _fields(request)
    try:
        _limit_address(request)
        if fields.get("choose"):  # another card was tapped: show it, and keep what was typed
            return await _form(request, broadcast_id, fields | {"job": fields["choose"], "consent": ""}, None)
        form = _read(request, fields)
        accepted = await _accept(request, broadcast_id, fields, form, received_at)
    except InvalidSignUp as error:
        return await _form(request, broadcast_id, fields, _Answer(422, "invalid-form", error.fields))
    except TooMany as error:
        wait = max(1, round(error.wait_s + 0.5))
        notice = f"提交得太快了，请 {wait} 秒后再点一次。填好的内容都还在。"
        return await _form(request, broadcast_id, fields, _Answer(429, error.type, {}, notice, wait))
    except OperationalError:
        notice = "系统有点忙，还没有收到你的报名，请稍后再点一次。"
        return await _form(request, broadcast_id, fields, _Answer(503, "unavailable", {}, notice, 5))
    if accepted is None:
        notice = "这个岗位已经不在本场直播里了，请从下面选一个岗位。"
        return await _form(request, broadcast_id, fields | {"job": ""}, _Answer(422, "invalid-form", {}, notice))
    return _accepted(request, broadcast_id, accepted)


@get("/apply/{broadcast_id:str}/done")
async def show_done(request: _AnyRequest, broadcast_id: FromPath[str]) -> Response[Any]:
    """Say what happens next; the receipt is signed, so nobody can look up what others sent."""
    hub = hub_of_request(request)
    payload = hub.keys.signed(_RECEIPT, request.query_params.get("r", ""))
    outcome, _, application_id = (payload or "").partition(" ")
    found = await hub.read(lambda connection: sent(connection, hub.keys, application_id)) if payload else None
    if found is None or found.broadcast_id != broadcast_id:
        return _html(missing_page(), 404)
    return _html(done_page(found, outcome), 200)


async def _fields(request: _AnyRequest) -> dict[str, str]:
    if request.content_type[0] not in {"application/x-www-form-urlencoded", ""}:
        raise Refusal("unsupported-media-type", "send application/x-www-form-urlencoded")
    text = (await request.body()).decode("utf-8", "replace")
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise Refusal("bad-request", "too many fields") from error
    return {name: value.replace("\0", "") for name, value in pairs}


def _read(request: _AnyRequest, fields: dict[str, str]) -> SignUp:
    """Return the form, once it is fit to be stored."""
    hub = hub_of_request(request)
    form = read_sign_up(fields, today=_today(hub))
    if fields.get(TRAP):
        raise InvalidSignUp({TRAP: "请确认信息无误，再点一次报名"})
    wait = hub.phones.take(hub.keys.phone_hash(form.phone).hex(), hub.clock.monotonic_s())
    if wait:
        raise TooMany(wait)
    return form


def _limit_address(request: _AnyRequest) -> None:
    peer = peer_of(request)
    if is_loopback(peer):  # a program on this computer, not a viewer
        return
    hub = hub_of_request(request)
    wait = hub.addresses.take(peer, hub.clock.monotonic_s())
    if wait:
        raise TooMany(wait)


async def _accept(
    request: _AnyRequest, broadcast_id: str, fields: dict[str, str], form: SignUp, received_at: int
) -> Accepted | None:
    hub = hub_of_request(request)

    def job(transaction: Transaction) -> Accepted | None:
        chosen = job_to_apply_for(transaction.connection, broadcast_id, fields.get("job", ""))
        if chosen is None:
            return None
        if fields.get("recipient", chosen.hiring_organization) != chosen.hiring_organization:
            raise InvalidSignUp({"consent": "招聘单位的名称刚刚有变化，请看清后重新勾选"})
        return accept(transaction, hub.keys, broadcast_id=broadcast_id, job=chosen, form=form, received_at=received_at)

    return await hub.write(job)


def _accepted(request: _AnyRequest, broadcast_id: str, accepted: Accepted) -> Response[Any]:
    if _wants_json(request):
        return Response(msgspec.json.encode(accepted), status_code=200, media_type="application/json")
    receipt = hub_of_request(request).keys.sign(_RECEIPT, f"{accepted.outcome} {accepted.application_id}")
    location = f"/apply/{quote(broadcast_id, safe='')}/done?r={receipt}"
    return Response(b"", status_code=303, headers={"Location": location} | security_headers())


async def _form(
    request: _AnyRequest, broadcast_id: str, fields: dict[str, str], answer: _Answer | None
) -> Response[Any]:
    """Show the form; with an *answer*, why it comes back."""
    hub = hub_of_request(request)
    headers = {"Retry-After": str(answer.retry_after_s)} if answer and answer.retry_after_s else {}
    if answer is not None and _wants_json(request):
        document = problem(answer.problem_type, answer.notice)
        return problem_response(msgspec.structs.replace(document, errors=answer.errors), headers)
    found = await hub.read(lambda connection: offer(connection, broadcast_id, hub.clock.now_ms()))
    if found is None:
        return _missing(request)
    return _html(_page(found, fields, answer, _today(hub)), 200 if answer is None else answer.status, headers)


def _page(found: Offer, fields: dict[str, str], answer: _Answer | None, today: date) -> str:
    if not found.jobs:
        return closed_page(found.broadcast.title)
    job = found.job(fields.get("job", "")) or found.jobs[0]
    if fields.get("job") != job.id or fields.get("recipient", job.hiring_organization) != job.hiring_organization:
        fields = fields | {"consent": ""}  # it was given for another job or employer
    errors = {} if answer is None else answer.errors
    notice = "" if answer is None else answer.notice or errors.get(TRAP, "")
    return form_page(found, job, typed=fields, today=today, errors=errors, notice=notice)


def _missing(request: _AnyRequest) -> Response[Any]:
    if _wants_json(request):
        return problem_response(problem("not-found", "there is no such broadcast"))
    return _html(missing_page(), 404)


def _html(text: str, status: int, headers: dict[str, str] | None = None) -> Response[Any]:
    return Response(
        text.encode(),
        status_code=status,
        media_type="text/html",
        headers=security_headers() | (headers or {}),
    )


def _wants_json(request: _AnyRequest) -> bool:
    accepts = request.headers.get("accept", "")
    return "application/json" in accepts and "text/html" not in accepts


def _today(hub: Hub) -> date:
    return china_day(hub.clock.now_ms())
