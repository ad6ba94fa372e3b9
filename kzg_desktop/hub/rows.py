"""Rows as items of the wire, for one viewer: names and phones in full, masked or left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Select, select

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import Handling
from kzg_desktop.domain.masking import mask_name, mask_phone
from kzg_desktop.hub.book import APPLICATION_COLUMNS, application_value
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.rights import Shown
from kzg_desktop.hub.tables import SMALL, application, person
from kzg_desktop.wire import NOTHING, Item

__all__ = ["PutItem", "current_items", "key_column", "masked", "rows_of"]

_APPLICATIONS = select(application.c.rev, application.c.name, person.c.phone_cipher, *APPLICATION_COLUMNS).join(
    person, person.c.id == application.c.person_id
)


class PutItem(Item, frozen=True, kw_only=True, omit_defaults=True):
    """A ``put`` whose data is not JSON yet, so that a page is encoded in one go."""

    data: Any = NOTHING


def key_column(entity: str) -> ColumnElement[Any]:
    """Return the column by which an entity is paged."""
    return application.c.n if entity == "application" else SMALL[entity].c.id


def rows_of(entity: str) -> Select[Any]:
    """Return the query for an entity's rows, as :func:`current_items` needs them."""
    if entity == "application":
        return _APPLICATIONS
    table = SMALL[entity]
    return select(table.c.id, table.c.rev, table.c.scope, table.c.body)


def current_items(
    connection: Connection, keys: Keys, entity: str, query: Select[Any], *, shown: Shown
) -> Iterator[PutItem]:
    """Yield the rows of *query* as items with ``seq`` 0."""
    rows = connection.execute(query).all()
    if entity == "application":
        yield from _applications(rows, keys, shown)
        return
    for id_, rev, scope, body in rows:
        data = msgspec.Raw(body.encode())
        yield PutItem(seq=0, op="put", entity=entity, id=id_, rev=rev, scope=scope, data=data)


def masked(row: Application, shown: Shown) -> Application:
    """Return what is seen of an application without the right to personal data.

    Who works on it and by when stays: a host is told how far HR is behind. City and age band stay, too, for totals,
    and when it came to which state, for reviews.
    """
    hidden = shown == "hidden"
    return replace(
        row,
        name="" if hidden else mask_name(row.name),
        phone="" if hidden else mask_phone(row.phone),
        available_from="" if hidden else row.available_from,
        person_id="",
        appointment_at=0,
        notes="",
        handling=_course(row.handling),
    )


def _course(handling: Handling) -> Handling:
    """Return what tells how an application went and nothing of the person."""
    return Handling(
        before=handling.before,
        since=handling.since,
        milestone=handling.milestone,
        exit_reason=handling.exit_reason,
        first_called_at=handling.first_called_at,
        steps=handling.steps,
    )


def _applications(rows: Iterable[Any], keys: Keys, shown: Shown) -> Iterator[PutItem]:
    for rev, name, cipher, *fields in rows:
        phone = keys.decrypt_phone(cipher) if shown != "hidden" else ""
        value = application_value(fields, name=name, phone=phone)
        if shown != "full":
            value = masked(value, shown)
        yield PutItem(seq=0, op="put", entity="application", id=value.id, rev=rev, scope=value.scope, data=value)
