"""What a person may ask for: all that the hub holds about them (个人信息保护法 45)."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, select

from kzg_desktop.domain.actions.base import put
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import HistoryEntry, PersonLink
from kzg_desktop.domain.ids import new_id
from kzg_desktop.hub.audit import record
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.consents import consents_of
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.people import human_behind, links_naming
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.rows import current_items, rows_of
from kzg_desktop.hub.tables import SMALL, application
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire_office import PersonRecord

__all__ = ["person_record"]

_entry = msgspec.json.Decoder(HistoryEntry)


def person_record(transaction: Transaction, keys: Keys, who: Who, application_id: str) -> PersonRecord:
    """Return what is kept about the human behind an application, as far as it is in view, and log that it was given.

    Raises:
        Refusal: the right is missing, or there is no such application in view.
    """
    who.require("applicant:pii")
    connection = transaction.connection
    human = human_behind(connection, who, application_id)
    applications = _applications(connection, keys, who, human.application_ids)
    ids = [row.id for row in applications]
    kept = PersonRecord(
        made_at=transaction.now,
        phones=sorted({row.phone for row in applications}),
        applications=applications,
        consents=consents_of(connection, ids),
        history=_history(connection, who, ids),
        links=_links(connection, who, {*human.ids, *ids}),
    )
    _log(transaction, who, next(row for row in applications if row.id == application_id), len(ids))
    return kept


def _applications(connection: Connection, keys: Keys, who: Who, ids: Collection[str]) -> list[Application]:
    c = application.c
    query = rows_of("application").where(c.id.in_(ids), who.in_view(c.scope)).order_by(c.n)
    return [item.data for item in current_items(connection, keys, "application", query, shown=who.shown)]


def _history(connection: Connection, who: Who, application_ids: Collection[str]) -> list[HistoryEntry]:
    c = SMALL["history"].c
    query = select(c.body).where(c.application_id.in_(application_ids), who.in_view(c.scope)).order_by(c.at, c.id)
    return [_entry.decode(body) for body in connection.scalars(query)]


def _links(connection: Connection, who: Who, ids: Collection[str]) -> list[PersonLink]:
    """Return the links that name them, without the others whom they name, and without notes, which are about both."""
    return [
        replace(link, members=tuple(member for member in link.members if member in ids), note="")
        for link in links_naming(connection, ids)
        if who.sees(link.scope)
    ]


def _log(transaction: Transaction, who: Who, row: Application, count: int) -> None:
    entry = HistoryEntry(
        id=new_id(),
        application_id=row.id,
        employer_id=row.scope,
        kind="export",
        at=transaction.now,
        actor=who.account_id,
        after="record",
        count=count,
    )
    SqlBook(transaction, actor=who.account_id).write(put(entry))
    record(transaction, "record", actor=who.account_id, subject=row.id)
