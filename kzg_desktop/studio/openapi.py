"""The OpenAPI document of the control API, made from its messages."""

from __future__ import annotations

from typing import Any

import msgspec

from kzg_desktop import __version__
from kzg_desktop.studio.commands import COMMANDS, Answer
from kzg_desktop.studio.overlay import OverlayMessage
from kzg_desktop.studio.problems import REFUSALS, STUDIO_PROBLEMS, StudioProblem
from kzg_desktop.studio.state import ControlState

__all__ = ["openapi"]

_ALWAYS = ("bad-request", "not-allowed", "internal")
_WITH_TOKEN = ("token-needed", "unavailable")
_REFS = "#/components/schemas/{name}"
_SECURITY: list[dict[str, list[str]]] = [{"bearer": []}, {"query": []}]


def openapi() -> dict[str, Any]:
    """Return the document."""
    types: list[Any] = [ControlState, Answer, StudioProblem, OverlayMessage, *COMMANDS.values()]
    _, components = msgspec.json.schema_components(types, ref_template=_REFS)
    return {
        "openapi": "3.1.0",
        "info": {"title": "KZG Desktop studio", "version": __version__},
        "paths": {
            "/v1/state": {"get": _state()},
            **{f"/v1/{name}": {"post": _command(name)} for name in COMMANDS},
            "/overlay/state": {"get": _overlay_state()},
        },
        "components": {
            "schemas": components,
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "query": {"type": "apiKey", "in": "query", "name": "token"},
            },
        },
    }


def _state() -> dict[str, Any]:
    responses = _done("ControlState") | _problems(*_ALWAYS, *_WITH_TOKEN)
    return {"summary": "Where the broadcast stands", "security": _SECURITY, "responses": responses}


def _overlay_state() -> dict[str, Any]:
    responses = _done("OverlayMessage") | _problems(*_ALWAYS, "unavailable")
    return {"summary": "What viewers see", "responses": responses}


def _command(name: str) -> dict[str, Any]:
    type_ = COMMANDS[name]
    fields = msgspec.json.schema_components([type_], ref_template=_REFS)[1][type_.__name__]
    needed = [field for field in fields.get("required", ()) if field != "command"]
    schema = {
        "type": "object",
        "properties": {field: fields["properties"][field] for field in (*needed, "id")},
        "required": needed,
    }
    return {
        "summary": type_.summary,
        "security": _SECURITY,
        "requestBody": {"required": bool(needed), "content": {"application/json": {"schema": schema}}},
        "responses": _done("Answer") | _problems(*_ALWAYS, *_WITH_TOKEN, "too-large", *REFUSALS),
    }


def _done(answer: str) -> dict[str, Any]:
    return {"200": {"description": "Done", "content": {"application/json": {"schema": _ref(answer)}}}}


def _problems(*types: str) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": _ref("StudioProblem")}}
    statuses = sorted({STUDIO_PROBLEMS[type_].status for type_ in types})
    return {
        str(status): {
            "description": ", ".join(t for t in types if STUDIO_PROBLEMS[t].status == status),
            "content": content,
        }
        for status in statuses
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": _REFS.format(name=name)}
