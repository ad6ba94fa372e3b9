"""Applications as values and as rows of the cache."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from kzg_desktop.cache.layout import APPLICATION_FIELDS
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import Handling

__all__ = ["SQL_FIELDS", "application_from", "application_row", "handling_text"]

SQL_FIELDS = ", ".join(APPLICATION_FIELDS)
"""The columns that :func:`application_from` takes."""

_UNTOUCHED = Handling()
_handling = msgspec.json.Decoder(Handling)


def application_row(row: Application, rev: int, scope: str) -> tuple[Any, ...]:
    """Return the columns of ``application`` in their order."""
    *plain, handling = msgspec.structs.astuple(row)
    return (*plain, handling_text(handling), rev, scope)


def handling_text(handling: Handling) -> str:
    """Return the handling as its column holds it: JSON, empty where nobody did anything yet."""
    return "" if handling is _UNTOUCHED or handling == _UNTOUCHED else msgspec.json.encode(handling).decode()


def application_from(values: Sequence[Any]) -> Application:
    """Return the application in *values*, of the columns :data:`SQL_FIELDS`."""
    fields = dict(zip(APPLICATION_FIELDS, values, strict=True))
    fields["repeat"] = bool(fields["repeat"])
    handling = fields.pop("handling")
    if handling:
        fields["handling"] = _handling.decode(handling)
    return Application(**fields)
