"""The hub's rows as actions read and write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import bindparam, delete, func, insert, select, text, update

from kzg_desktop.domain.actions import Write
from kzg_desktop.domain.entities import ENTITIES, AirSegment, Application, Entity, Versioned
from kzg_desktop.domain.hiring import Handling
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.tables import SMALL, application, change, columns_of
from kzg_desktop.hub.writer import Transaction

__all__ = ["APPLICATION_COLUMNS", "SqlBook", "application_value"]

_decoders: dict[str, msgspec.json.Decoder[Any]] = {name: msgspec.json.Decoder(ENTITIES[name]) for name in SMALL}
_small = {
    name: select(table.c.rev, table.c.body).where(table.c.id == bindparam("id_")) for name, table in SMALL.items()
}
_handling = msgspec.json.Decoder(Handling)
_FIELDS = tuple(name for name in Application.__struct_fields__ if name not in {"name", "phone"})
APPLICATION_COLUMNS = tuple(application.c[name] for name in _FIELDS)
"""What an application shows beside name and phone, in the order that :func:`application_value` takes: the handling,
as JSON, comes last."""

_application = select(application.c.rev, *APPLICATION_COLUMNS).where(application.c.id == bindparam("id_"))
_segment = SMALL["air_segment"]
_segments = select(_segment.c.body).where(_segment.c.broadcast_id == bindparam("id_"))
_deleted_rev = select(func.max(change.c.rev)).where(
    change.c.entity == bindparam("entity_"), change.c.id == bindparam("id_"), change.c.op == text("'delete'")
)


def application_value(fields: Iterable[Any], *, name: str, phone: str) -> Application:
    """Return an application from the values of :data:`APPLICATION_COLUMNS`."""
    *plain, handling = fields
    values = dict(zip(_FIELDS, plain, strict=False))
    if handling:
        values["handling"] = _handling.decode(handling)
    return Application(name=name, phone=phone, **values)


class SqlBook:
    """A :class:`kzg_desktop.domain.actions.Book` over the tables, inside one transaction.

    Applications come without name and phone: no action reads or writes those.
    """

    def __init__(self, transaction: Transaction, *, actor: str, mutation_id: str = "") -> None:
        self._transaction = transaction
        self._connection = transaction.connection
        self._actor = actor
        self._mutation_id = mutation_id

    def get(self, entity: str, id_: str) -> Versioned | None:
        """Return the row with that id, if there is one."""
        if entity == "application":
            row = self._connection.execute(_application, {"id_": id_}).one_or_none()
            return None if row is None else Versioned(row.rev, application_value(row[1:], name="", phone=""))
        found = self._connection.execute(_small[entity], {"id_": id_}).one_or_none()
        return None if found is None else Versioned(found.rev, _decoders[entity].decode(found.body))

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        """Return the broadcast's air segments."""
        decoder = _decoders["air_segment"]
        return [decoder.decode(body) for body in self._connection.scalars(_segments, {"id_": broadcast_id})]

    def write(self, write: Write) -> bool:
        """Store one change and log it; False when it changes nothing.

        Raises:
            Refusal: another row stands against it.
        """
        found = self.get(write.entity, write.id)
        old = None if found is None else found.row
        if old == write.row:
            return False
        rev = (self._last_rev(write) if found is None else found.rev) + 1
        self._store(write, old, rev)
        self._transaction.log(
            "delete" if write.row is None else "put",
            write.entity,
            write.id,
            rev=rev,
            scope_from=None if old is None else old.scope,
            scope_to=None if write.row is None else write.row.scope,
            actor=self._actor,
            mutation_id=self._mutation_id,
        )
        return True

    def _last_rev(self, write: Write) -> int:
        """Return where a deleted row ended: one that starts at 1 again would look older than what desktops hold."""
        just_now = self._transaction.deleted.get((write.entity, write.id), 0)
        return just_now or self._connection.scalar(_deleted_rev, {"entity_": write.entity, "id_": write.id}) or 0

    def _store(self, write: Write, old: Entity | None, rev: int) -> None:
        if isinstance(write.row, Application):
            self._store_application(write.row, rev)
            return
        table = SMALL[write.entity]
        if write.row is None:
            self._connection.execute(delete(table).where(table.c.id == write.id))
        elif old is None:
            self._connection.execute(insert(table), columns_of(write.row) | {"rev": rev})
        else:
            values = columns_of(write.row) | {"rev": rev}
            self._connection.execute(update(table).where(table.c.id == write.id).values(values))

    def _store_application(self, row: Application, rev: int) -> None:
        c = application.c
        person_id = select(c.person_id).where(c.id == row.id).scalar_subquery()
        other = select(c.id).where(
            c.broadcast_id == row.broadcast_id, c.job_id == row.job_id, c.person_id == person_id, c.id != row.id
        )
        if self._connection.scalar(other) is not None:
            raise Refusal("not-possible", "this person has applied for that job in this broadcast already")
        values = {
            "rev": rev,
            "scope": row.scope,
            "job_id": row.job_id,
            "job_title": row.job_title,
            "employer_id": row.employer_id,
            "segment_id": row.segment_id,
            "status": row.status,
            "owner": row.owner,
            "due_at": row.due_at,
            "appointment_at": row.appointment_at,
            "notes": row.notes,
            "handling": "" if row.handling == Handling() else msgspec.json.encode(row.handling).decode(),
        }
        self._connection.execute(update(application).where(c.id == row.id).values(values))
