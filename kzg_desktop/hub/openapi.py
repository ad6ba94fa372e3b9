"""The OpenAPI document of ``/v1``, made from the messages of :mod:`kzg_desktop.wire` and the rules of the domain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from kzg_desktop import __version__, wire, wire_office
from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.entities import ENTITIES
from kzg_desktop.domain.problems import PROBLEMS
from kzg_desktop.hub.webhook.delivery import Taken

__all__ = ["OPERATIONS", "Operation", "openapi"]

_ALWAYS = ("bad-request", "internal", "unavailable")
_WITH_AUTH = ("sign-in-needed", "not-allowed")
_REFS = "#/components/schemas/{name}"


class Operation(Struct, frozen=True, kw_only=True):
    """One call. *parameters* are JSON schemas of its query parameters by name, required without a default."""

    method: str
    path: str
    summary: str
    parameters: dict[str, dict[str, Any]] = {}
    body: type[Struct] | None = None
    answer: type[Struct] | None = None
    problems: tuple[str, ...] = ()
    auth: bool = True


OPERATIONS = (
    Operation(method="get", path="/v1/hub", summary="Who this hub is", answer=wire.HubInfo, auth=False),
    Operation(
        method="post",
        path="/v1/session",
        summary="Sign a device in",
        body=wire.SessionRequest,
        answer=wire.Session,
        problems=("sign-in-needed", "access-withdrawn", "invitation-invalid", "upgrade-needed", "too-many-requests"),
        auth=False,
    ),
    Operation(method="delete", path="/v1/session", summary="Sign the device out"),
    Operation(
        method="put",
        path="/v1/password",
        summary="Set one's own sign-in name and password, and sign one's other devices out",
        body=wire_office.PasswordChange,
        problems=("invalid-form", "conflict", "too-many-requests"),
    ),
    Operation(method="get", path="/v1/accounts", summary="All accounts by name", answer=wire_office.AccountList),
    Operation(
        method="post",
        path="/v1/accounts",
        summary="Create an account, and an invitation to it",
        body=wire_office.NewAccount,
        answer=wire_office.Invitation,
    ),
    Operation(
        method="patch",
        path="/v1/accounts/{account_id}",
        summary="Change an account; its desktops feel it at once",
        body=wire_office.AccountChange,
        answer=wire_office.AccountInfo,
        problems=("not-found", "not-possible"),
    ),
    Operation(
        method="post",
        path="/v1/accounts/{account_id}/invitation",
        summary="Make a fresh invitation to an account",
        answer=wire_office.Invitation,
        problems=("not-found", "not-possible"),
    ),
    Operation(
        method="get",
        path="/v1/devices",
        summary="One's own devices, an administrator's are all, those seen last first",
        answer=wire_office.DeviceList,
    ),
    Operation(
        method="delete",
        path="/v1/devices/{device_id}",
        summary="Sign one of one's own devices out, an administrator any",
        problems=("not-found",),
    ),
    Operation(
        method="get",
        path="/v1/audit",
        summary="Lines of the audit log, newest first",
        parameters={
            "before": {"type": "integer", "minimum": 0, "maximum": 2**53, "default": 0},
            "limit": {"type": "integer", "minimum": 1, "maximum": 500, "default": 100},
        },
        answer=wire_office.AuditPage,
    ),
    Operation(
        method="get",
        path="/v1/changes",
        summary="What changed after a cursor, oldest first; holds the request when nothing did",
        parameters={
            "since": {"type": "string", "maxLength": 400},
            "limit": {"type": "integer", "minimum": 1, "maximum": 5000, "default": 500},
            "wait": {"type": "number", "minimum": 0, "maximum": 3600, "default": 0},
            "acked": {"type": "integer", "minimum": 0, "maximum": 2**53, "default": 0},
        },
        answer=wire.ChangePage,
        problems=("invalid-cursor", "cursor-expired"),
    ),
    Operation(
        method="get",
        path="/v1/snapshot",
        summary="Rows of one entity by key",
        parameters={
            "entity": {"type": "string", "enum": list(ENTITIES)},
            "after": {"type": "string", "maxLength": 200, "default": ""},
            "limit": {"type": "integer", "minimum": 1, "maximum": 10_000, "default": 10_000},
            "scope": {"type": "string", "maxLength": 200, "default": ""},
        },
        answer=wire.SnapshotPage,
    ),
    Operation(
        method="get",
        path="/v1/checksums",
        summary="How many rows a complete cache holds, and the sums of their revisions",
        answer=wire.Checksums,
    ),
    Operation(
        method="post",
        path="/v1/mutations",
        summary="Apply a device's actions in order, each number once",
        body=wire.MutationBatch,
        answer=wire.MutationResults,
    ),
    Operation(
        method="post",
        path="/v1/leads",
        summary="Take in leads of other platforms; sending them again changes nothing",
        body=wire.LeadBatch,
        answer=wire.LeadResults,
    ),
    Operation(
        method="delete",
        path="/v1/applicants/{application_id}",
        summary="Erase the person behind an application, with all that the person ever sent",
        problems=("not-found",),
    ),
    Operation(
        method="patch",
        path="/v1/applicants/{application_id}",
        summary="Correct name, phone and details of the person behind an application",
        body=wire_office.Correction,
        problems=("not-found", "not-possible", "invalid-form"),
    ),
    Operation(
        method="get",
        path="/v1/applicants/{application_id}/consents",
        summary="What the person agreed to when sending an application",
        answer=wire_office.ConsentList,
        problems=("not-found",),
    ),
    Operation(
        method="get",
        path="/v1/applicants/{application_id}/record",
        summary="All that is kept about the person behind an application, in one's view; that it was given is logged",
        answer=wire_office.PersonRecord,
        problems=("not-found",),
    ),
    Operation(
        method="post",
        path="/v1/presence",
        summary="Say what one looks at, and learn who else looks at what; held until that changes",
        body=wire_office.LookRequest,
        answer=wire_office.Presence,
        problems=("not-found",),
    ),
    Operation(
        method="post",
        path="/v1/intake/{source}",
        summary="Take leads in that a platform sends, signed; a source may answer with what its platform wants to read",
        answer=Taken,
        problems=("sign-in-needed", "not-found", "not-possible", "too-large", "too-many-requests"),
        auth=False,
    ),
)
"""Every call under ``/v1``."""


def openapi() -> dict[str, Any]:
    """Return the document."""
    structs = [t for operation in OPERATIONS for t in (operation.body, operation.answer) if t is not None]
    types: list[Any] = [*structs, wire.Problem, *ENTITIES.values(), Action]
    schemas, components = msgspec.json.schema_components(types, ref_template=_REFS)
    components["Action"] = schemas[-1]
    entities: list[dict[str, Any]] = [_ref(type_.__name__) for type_ in ENTITIES.values()]
    components["Mutation"]["properties"]["action"] = _ref("Action")
    components["Item"]["properties"]["data"] = {"anyOf": [*entities, {"type": "null"}]}
    return {
        "openapi": "3.1.0",
        "info": {"title": "KZG Hub", "version": __version__},
        "paths": _paths(OPERATIONS),
        "components": {
            "schemas": components,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def _paths(operations: Iterable[Operation]) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method] = _described(operation)
    return paths


def _described(operation: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "summary": operation.summary,
        "parameters": [*_path_parameters(operation), *_query_parameters(operation)],
        "responses": _responses(operation),
    }
    if operation.body is not None:
        schema = _ref(operation.body.__name__)
        described["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    if operation.auth:
        described["security"] = [{"bearer": []}]
    return described


def _path_parameters(operation: Operation) -> list[dict[str, Any]]:
    names = [part[1:-1] for part in operation.path.split("/") if part.startswith("{")]
    schema = {"type": "string", "minLength": 1, "maxLength": 200}
    return [{"name": name, "in": "path", "required": True, "schema": schema} for name in names]


def _query_parameters(operation: Operation) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "query", "required": "default" not in schema, "schema": schema}
        for name, schema in operation.parameters.items()
    ]


def _responses(operation: Operation) -> dict[str, Any]:
    types = (*operation.problems, *_ALWAYS, *(_WITH_AUTH if operation.auth else ()))
    if operation.body is not None:
        types = (*types, "too-large", "unsupported-media-type")
    content = {"application/problem+json": {"schema": _ref("Problem")}}
    responses: dict[str, Any] = {
        str(status): {"description": ", ".join(t for t in types if PROBLEMS[t].status == status), "content": content}
        for status in sorted({PROBLEMS[type_].status for type_ in types})
    }
    if operation.answer is None:
        return {"204": {"description": "Done"}} | responses
    schema = _ref(operation.answer.__name__)
    return {"200": {"description": "Done", "content": {"application/json": {"schema": schema}}}} | responses


def _ref(name: str) -> dict[str, str]:
    return {"$ref": _REFS.format(name=name)}
