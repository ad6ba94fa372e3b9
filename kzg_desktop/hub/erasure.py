"""Erasing people: every application with its history and consents, what names them, and the phone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Table, bindparam, delete, insert, select, tuple_

from kzg_desktop.domain.actions import Write
from kzg_desktop.domain.hiring import Handling, HistoryEntry, InterviewSlot, PersonLink
from kzg_desktop.hub.audit import record
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.people import links_naming, person_in_view, same_persons
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tables import SMALL, application, dead_letter, dead_letter_phone, erased, person
from kzg_desktop.hub.writer import Transaction

__all__ = ["REMEMBERED_MS", "erase_applicant", "erase_persons", "erased_at", "forget_erased", "welcome_back"]

REMEMBERED_MS = 2 * 365 * 24 * 3600 * 1000
"""How long it is remembered that a phone's person was erased: as long as agencies keep the files that held it."""

_LINES_OF_LINKS = ("link", "unlink")
_handling = msgspec.json.Decoder(Handling)
_entry = msgspec.json.Decoder(HistoryEntry)
_welcome = delete(erased).where(erased.c.phone_hash == bindparam("hash_"))
_history, _link = SMALL["history"], SMALL["person_link"]


def erase_applicant(transaction: Transaction, who: Who, application_id: str) -> None:
    """Erase the human behind an application, with all that was ever sent from that phone.

    Persons whom an employer in *who*'s view linked as the same human are erased, too; that they are one is what that
    employer says, so the links of others do not count.

    Raises:
        Refusal: the right is missing, or there is no such application in view.
    """
    who.require("erase:admin")
    found = person_in_view(transaction.connection, who, application_id)
    erase_persons(transaction, same_persons(transaction.connection, who, found), actor=who.account_id)
    record(transaction, "erasure", actor=who.account_id, subject=application_id)


def erase_persons(transaction: Transaction, person_ids: Collection[str], *, actor: str) -> None:
    """Erase these persons, wherever their applications are; only the keyed hashes of their phones stay."""
    connection, c = transaction.connection, application.c
    query = select(c.id, c.rev, c.scope, c.handling).where(c.person_id.in_(person_ids)).order_by(c.n)
    rows = connection.execute(query).all()
    book = SqlBook(transaction, actor=actor)
    _free_places(book, rows)
    _erase_history(transaction, book, [row.id for row in rows], actor)
    _erase_links(transaction, book, {*person_ids, *(row.id for row in rows)}, actor)
    _erase_rows(transaction, application, rows, actor)  # their consents go with them
    _forget_phones(transaction, person_ids)


def erased_at(transaction: Transaction, phone_hash: bytes) -> int | None:
    """Return when the person with that phone was erased, None if nobody was."""
    return transaction.connection.scalar(select(erased.c.at).where(erased.c.phone_hash == phone_hash))


def welcome_back(transaction: Transaction, phone_hash: bytes) -> None:
    """Forget an erasure, since the person comes again."""
    transaction.connection.execute(_welcome, {"hash_": phone_hash})


def forget_erased(transaction: Transaction) -> int:
    """Forget erasures older than :data:`REMEMBERED_MS` and return how many."""
    old = erased.c.at < transaction.now - REMEMBERED_MS
    return int(transaction.connection.execute(delete(erased).where(old)).rowcount)


def _free_places(book: SqlBook, rows: Iterable[Any]) -> None:
    """Give back the places that they hold in interview slots, or held in past ones."""
    for row in rows:
        slot_id = _handling.decode(row.handling).slot_id if row.handling else ""
        found = book.get(InterviewSlot.entity, slot_id) if slot_id else None
        if found is not None and isinstance(found.row, InterviewSlot):
            book.write(Write(InterviewSlot.entity, slot_id, replace(found.row, booked=max(0, found.row.booked - 1))))


def _erase_history(transaction: Transaction, book: SqlBook, application_ids: Sequence[str], actor: str) -> None:
    c = _history.c
    of_them = c.application_id.in_(application_ids)
    rows = transaction.connection.execute(select(_history).where(of_them).order_by(c.id)).all()
    _erase_rows(transaction, _history, rows, actor)
    # a link's note stands in the history of each of its people, and it is about all of them
    links = {(row.scope, row.kind, row.at, row.actor) for row in rows if row.kind in _LINES_OF_LINKS}
    if links:
        of_links = tuple_(c.scope, c.kind, c.at, c.actor).in_(sorted(links))
        for body in transaction.connection.scalars(select(c.body).where(of_links)).all():
            entry = _entry.decode(body)
            book.write(Write(HistoryEntry.entity, entry.id, replace(entry, text="")))


def _erase_links(transaction: Transaction, book: SqlBook, gone: Collection[str], actor: str) -> None:
    """Erase the links that name them; of three who came together, two stay linked without the note."""
    for link in links_naming(transaction.connection, gone):
        members = tuple(member for member in link.members if member not in gone)
        if len(members) > 1:
            book.write(Write(PersonLink.entity, link.id, replace(link, members=members, note="")))
        else:
            row = transaction.connection.execute(select(_link).where(_link.c.id == link.id)).one()
            _erase_rows(transaction, _link, [row], actor)


def _erase_rows(transaction: Transaction, table: Table, rows: Sequence[Any], actor: str) -> None:
    """Delete rows and log it as an erasure, each in its own scope."""
    if rows:
        transaction.connection.execute(delete(table).where(table.c.id.in_([row.id for row in rows])))
    for row in rows:
        transaction.log("erase", table.name, row.id, rev=row.rev + 1, scope_from=row.scope, scope_to=None, actor=actor)


def _forget_phones(transaction: Transaction, person_ids: Collection[str]) -> None:
    connection, c = transaction.connection, person.c
    hashes = connection.scalars(select(c.phone_hash).where(c.id.in_(person_ids))).all()
    letters = select(dead_letter_phone.c.letter_id).where(dead_letter_phone.c.phone_hash.in_(hashes))
    connection.execute(delete(dead_letter).where(dead_letter.c.id.in_(letters)))
    connection.execute(delete(person).where(c.id.in_(person_ids)))
    connection.execute(delete(erased).where(erased.c.phone_hash.in_(hashes)))
    if hashes:
        connection.execute(insert(erased), [{"phone_hash": hashed, "at": transaction.now} for hashed in hashes])
