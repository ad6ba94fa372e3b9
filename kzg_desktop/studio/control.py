"""The control API under ``/v1``, for Stream Deck, Companion and scripts; see docs/control-api.md."""

from __future__ import annotations

import logging
from typing import Any

import msgspec
from litestar import Request, Response, Router, get, post, websocket
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap
from msgspec import Struct

from kzg_desktop.studio.bridge import Bridge, DeskBusy
from kzg_desktop.studio.commands import COMMANDS, Answer, Command
from kzg_desktop.studio.latest import Latest
from kzg_desktop.studio.problems import PROBLEM_JSON, StudioProblem, problem, refusal
from kzg_desktop.studio.sockets import Socket, tell
from kzg_desktop.studio.state import ControlState, Outcome

__all__ = ["TRIGGER_HEADER", "AnswerEvent", "ProblemEvent", "StateEvent", "control", "handlers", "json_response"]

log = logging.getLogger(__name__)

TRIGGER_HEADER = "kzg-trigger"
"""Header by which ``kzg-desktop ctl`` is told from other programs in the as-run log."""

_BY_STATUS = {404: "not-found", 405: "method-not-allowed", 413: "too-large"}
_BUSY = "the desk does not answer; look at it before you try again"


class StateEvent(Struct, frozen=True, kw_only=True, tag="state", tag_field="event"):
    """Where the broadcast stands: at connect, and after each change."""

    state: ControlState


class AnswerEvent(Struct, frozen=True, kw_only=True, tag="answer", tag_field="event"):
    """What became of the command with that ``id``."""

    id: str
    outcome: Outcome


class ProblemEvent(Struct, frozen=True, kw_only=True, tag="problem", tag_field="event"):
    """A message that was no command, or a desk that does not answer."""

    problem: StudioProblem
    id: str = ""


def json_response(value: Any) -> Response[bytes]:
    """Return *value* as JSON that nobody keeps."""
    body = value if isinstance(value, bytes) else msgspec.json.encode(value)
    return Response(body, status_code=200, media_type="application/json", headers={"Cache-Control": "no-store"})


def _problem_response(document: StudioProblem) -> Response[bytes]:
    return Response(msgspec.json.encode(document), status_code=document.status, media_type=PROBLEM_JSON)


def _bridge(connection: Request[Any, Any, Any] | Socket) -> Bridge:
    bridge = connection.app.state.bridge
    assert isinstance(bridge, Bridge)
    return bridge


@get("/state")
async def state(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Say where the broadcast stands."""
    return json_response(await _bridge(request).state())


@post([f"/{name}" for name in COMMANDS], status_code=200)
async def command(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Do what the last part of the path says."""
    wanted = _read(await request.body(), COMMANDS[request.url.path.rstrip("/").rpartition("/")[2]])
    answer = await _bridge(request).perform(wanted, _trigger(request))
    return json_response(answer) if answer.outcome.done else _problem_response(refusal(answer.outcome, answer.state))


def _read(body: bytes, type_: type[Command]) -> Command:
    try:
        return msgspec.json.decode(body or b"{}", type=type_)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(str(error), status_code=400) from error


def _trigger(request: Request[Any, Any, Any]) -> str:
    return "ctl" if request.headers.get(TRIGGER_HEADER, "") == "ctl" else "api"


@websocket("/events")
async def events(socket: Socket) -> None:
    """Tell each state, and do what comes in as commands."""
    latest = socket.app.state.control
    assert isinstance(latest, Latest)

    async def on_message(message: str | bytes) -> None:
        event = await _perform(_bridge(socket), message)
        await socket.send_text(msgspec.json.encode(event).decode())

    await tell(socket, latest, on_message=on_message)


async def _perform(bridge: Bridge, message: str | bytes) -> AnswerEvent | ProblemEvent:
    try:
        wanted: Command = msgspec.json.decode(message, type=Command)
    except (msgspec.DecodeError, UnicodeError) as error:
        return ProblemEvent(problem=problem("bad-request", str(error)))
    try:
        answer: Answer = await bridge.perform(wanted, "api")
    except DeskBusy:
        return ProblemEvent(problem=problem("unavailable", _BUSY), id=wanted.id)
    except Exception:  # the connection outlives a command that failed
        log.exception("a command failed")
        return ProblemEvent(problem=problem("internal"), id=wanted.id)
    return AnswerEvent(id=wanted.id, outcome=answer.outcome)


def _on_http_error(_request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    if error.status_code >= 500:
        return _on_failure(_request, error)
    return _problem_response(problem(_BY_STATUS.get(error.status_code, "bad-request"), error.detail))


def _on_busy(_request: Request[Any, Any, Any], _error: DeskBusy) -> Response[bytes]:
    return _problem_response(problem("unavailable", _BUSY))


def _on_failure(_request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    log.error("a request failed", exc_info=error)
    return _problem_response(problem("internal"))


handlers: ExceptionHandlersMap = {HTTPException: _on_http_error, DeskBusy: _on_busy, Exception: _on_failure}
"""What answers which exception."""

control = Router(path="/v1", route_handlers=[state, command, events])
"""All routes under ``/v1``."""
