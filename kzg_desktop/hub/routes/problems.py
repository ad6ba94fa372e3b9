"""Every failure as a problem document (RFC 9457)."""

from __future__ import annotations

import logging
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException, InternalServerException
from litestar.types import ExceptionHandlersMap
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from kzg_desktop.domain.problems import PROBLEMS
from kzg_desktop.domain.signup import InvalidSignUp
from kzg_desktop.errors import Refusal
from kzg_desktop.wire import Problem, problem

__all__ = ["PROBLEM_JSON", "TooMany", "handlers", "problem_response"]

log = logging.getLogger(__name__)

PROBLEM_JSON = "application/problem+json"

_GONE = "client disconnected prematurely"
"""What Litestar says when a connection ends before its request does; nobody is there to read an answer."""

_BY_STATUS = {
    400: "bad-request",
    401: "sign-in-needed",
    403: "not-allowed",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "unsupported-media-type",
    429: "too-many-requests",
    503: "unavailable",
}


class TooMany(Refusal):
    """Too many requests; the client may come back after *wait_s*."""

    def __init__(self, wait_s: float) -> None:
        super().__init__("too-many-requests", f"try again in {wait_s:.0f} s")
        self.wait_s = wait_s


def problem_response(document: Problem, headers: dict[str, str] | None = None) -> Response[bytes]:
    """Return the document with its own status."""
    return Response(
        msgspec.json.encode(document), status_code=document.status, media_type=PROBLEM_JSON, headers=headers
    )


def _on_refusal(_request: Request[Any, Any, Any], error: Refusal) -> Response[bytes]:
    headers = {"WWW-Authenticate": "Bearer"} if PROBLEMS[error.type].status == 401 else {}
    if isinstance(error, TooMany):
        headers["Retry-After"] = str(max(1, round(error.wait_s + 0.5)))
    return problem_response(problem(error.type, error.detail), headers)


def _on_invalid_form(_request: Request[Any, Any, Any], error: InvalidSignUp) -> Response[bytes]:
    return problem_response(msgspec.structs.replace(problem("invalid-form"), errors=error.fields))


def _on_http_error(_request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    type_ = _BY_STATUS.get(error.status_code, "internal" if error.status_code >= 500 else "bad-request")
    if type_ == "internal":
        return _on_failure(_request, error)
    return problem_response(problem(type_, _detail(error)), dict(error.headers or {}))


def _detail(error: HTTPException) -> str:
    extra = error.extra if isinstance(error.extra, list) else []
    return "; ".join([error.detail, *(f"{e.get('key', '')}: {e.get('message', '')}" for e in extra)])


def _on_bad_value(_request: Request[Any, Any, Any], _error: DataError) -> Response[bytes]:
    return problem_response(problem("bad-request", "a value cannot be stored"))


def _on_database_error(_request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    log.error("the database failed: %s", type(error).__name__, exc_info=error)
    return problem_response(problem("unavailable", "the database does not answer"), {"Retry-After": "2"})


def _on_failure(_request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    if isinstance(error, InternalServerException) and error.detail == _GONE:
        log.info("a client went away in the middle of its request")
    else:
        log.error("a request failed", exc_info=error)
    return problem_response(problem("internal"))


handlers: ExceptionHandlersMap = {
    Refusal: _on_refusal,
    InvalidSignUp: _on_invalid_form,
    HTTPException: _on_http_error,
    DataError: _on_bad_value,
    OperationalError: _on_database_error,
    PoolTimeout: _on_database_error,
    Exception: _on_failure,
}
"""What answers which exception."""
