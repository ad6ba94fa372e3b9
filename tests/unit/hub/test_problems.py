"""Invariant 19: every failure is a problem document of a listed type, and nothing makes the hub fail."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kzg_desktop.domain.problems import PROBLEMS
from kzg_desktop.hub.openapi import OPERATIONS, openapi
from tests.unit.hub.live import Desktop, LiveHub

_CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


def check_problem(answer: httpx.Response) -> None:
    assert "application/problem+json" == answer.headers["content-type"], answer.text
    document = answer.json()
    kind = PROBLEMS[document["type"]]
    told = (document["title"], document["status"], document.get("retryable", False), document.get("action", "none"))
    assert (kind.title, answer.status_code, kind.retryable, kind.action) == told
    assert kind.status == answer.status_code


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/v1/nothing", 404),
        ("PUT", "/v1/hub", 405),
        ("GET", "/v1/mutations", 405),
        ("GET", "/v1/changes", 400),
        ("GET", "/v1/changes?since=x&limit=0", 400),
        ("GET", "/v1/changes?since=x&limit=9999", 400),
        ("GET", "/v1/changes?since=x&wait=nan", 400),
        ("GET", "/v1/snapshot?entity=person", 400),
        ("GET", "/v1/snapshot?entity=application&after=x", 400),
        ("GET", "/v1/snapshot?entity=job&after=%00", 400),
        ("POST", "/v1/mutations", 415),
        ("DELETE", "/v1/applicants/%00", 404),
    ],
)
def test_failures_are_problem_documents(lasting_desktop: Desktop, method: str, path: str, status: int) -> None:
    answer = lasting_desktop.http.request(method, path)
    if answer.status_code != 200:  # SQLite takes a key with U+0000; PostgreSQL does not
        assert answer.status_code in {status, 400}
        check_problem(answer)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"mutations": 1}', b"\xff", b'{"mutations":[{"number":"1"}]}']
)
def test_bodies_that_make_no_sense_are_bad_requests(lasting_desktop: Desktop, body: bytes) -> None:
    answer = lasting_desktop.http.post("/v1/mutations", content=body, headers={"Content-Type": "application/json"})
    assert 400 == answer.status_code
    check_problem(answer)


def test_bodies_that_are_too_large_are_refused(lasting_desktop: Desktop) -> None:
    for path, size in (("/v1/session", 20_000), ("/v1/mutations", 4_100_000)):
        answer = lasting_desktop.http.post(path, content=b"x" * size, headers={"Content-Type": "application/json"})
        assert 413 == answer.status_code
        check_problem(answer)


def test_text_that_postgresql_cannot_hold_is_refused_alike(desktop: Desktop) -> None:
    action = {"kind": "broadcast.put", "broadcast": {"id": "b", "title": "\0"}}
    mutations = {"mutations": [{"number": 1000, "id": "m", "age_ms": 0, "action": action}]}
    [result] = desktop.http.post("/v1/mutations", json=mutations).json()["results"]
    assert ("refused", "bad-request") == (result["outcome"], result["problem"]["type"])


def test_the_document_describes_every_route(sqlite_hub: LiveHub) -> None:
    paths = httpx.get(f"{sqlite_hub.url}/openapi.json").json()["paths"]
    described = {(method, path) for path, calls in paths.items() for method in calls}
    assert {(o.method, o.path) for o in OPERATIONS} == described
    routes = [(route.path.replace(":str", ""), route.methods) for route in sqlite_hub.app.routes]
    served = {(m.lower(), path) for path, methods in routes if path.startswith("/v1") for m in methods - {"OPTIONS"}}
    assert described == served


@pytest.mark.timeout(180)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda o: f"{o.method} {o.path}")
def test_no_request_makes_the_hub_fail(desktop: Desktop, operation, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    schema = schemathesis.openapi.from_dict(json.loads(json.dumps(openapi())))
    schema.config.update(base_url=str(desktop.http.base_url))
    call = schema[operation.path][operation.method.upper()]
    headers = {} if operation.path == "/v1/session" else {"Authorization": desktop.http.headers["Authorization"]}

    @settings(
        max_examples=15,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=call.as_strategy())
    def run(case) -> None:
        answer = case.call(headers=headers, timeout=20)
        case.validate_response(answer, checks=_CHECKS)

    run()


def test_the_protocol_document_lists_every_problem_and_call() -> None:
    text = (Path(__file__).parents[3] / "docs" / "protocol.md").read_text("utf-8")
    for type_, kind in PROBLEMS.items():
        row = f"| `{type_}` | {kind.status} | {'yes' if kind.retryable else 'no'} | {kind.action} |"
        assert row in text
    for operation in OPERATIONS:
        path = operation.path.replace("_id}", " id}")
        parameters = "?" + "&".join(f"{name}=" for name in operation.parameters) if operation.parameters else ""
        assert f"`{operation.method.upper()} {path}{parameters}`" in text
