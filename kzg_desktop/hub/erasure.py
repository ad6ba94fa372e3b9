"""Erasing people: every application with its history and consents, what names them, and the phone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Table, bindparam, delete, insert, select

from kzg_desktop.domain.actions import Write
from kzg_desktop.domain.actions.desk import MOST_MEMBERS
from kzg_desktop.domain.actions.handling import count_seats
from kzg_desktop.domain.hiring import Handling, HistoryEntry, InterviewSlot, PersonLink
from kzg_desktop.domain.states import ACCEPTED
from kzg_desktop.hub.audit import record
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.people import human_behind, links_naming
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tables import SMALL, application, dead_letter, dead_letter_phone, erased, person
from kzg_desktop.hub.writer import Transaction

__all__ = ["REMEMBERED_MS", "erase_applicant", "erase_applications", "erased_at", "forget_erased", "welcome_back"]

REMEMBERED_MS = 2 * 365 * 24 * 3600 * 1000
"""How long it is remembered that a phone's person was erased: as long as agencies keep the files that held it."""

_LINES_OF_LINKS = ("link", "unlink")
_handling = msgspec.json.Decoder(Handling)
_entry = msgspec.json.Decoder(HistoryEntry)
_welcome = delete(erased).where(erased.c.phone_hash == bindparam("hash_"))
_history, _link = SMALL["history"], SMALL["person_link"]


def erase_applicant(transaction: Transaction, who: Who, application_id: str) -> None:
    """Erase the human behind an application, with all that was ever sent from that phone.

    Persons whom an employer in *who*'s view linked as the same human are erased, too, and applications that it set
    apart as somebody else's are not; who is who is what that employer says, so the links of others do not count.

    Raises:
        Refusal: the right is missing, or there is no such application in view.
    """
    who.require("erase:admin")
    human = human_behind(transaction.connection, who, application_id)
    erase_applications(transaction, human.application_ids, actor=who.account_id)
    record(transaction, "erasure", actor=who.account_id, subject=application_id)


def erase_applications(
    transaction: Transaction, ids: Collection[str], *, actor: str, seats: Collection[str] = ACCEPTED
) -> None:
    """Erase these applications with all that is about them.

    Of a person who has no other, only the keyed hash of the phone stays. Applications in the states *seats* give back
    their seat in the job.
    """
    connection, c = transaction.connection, application.c
    query = select(c.id, c.rev, c.scope, c.handling, c.job_id, c.status, c.person_id).where(c.id.in_(ids))
    rows = connection.execute(query.order_by(c.n)).all()
    book = SqlBook(transaction, actor=actor)
    _free_places(book, rows)
    _free_seats(book, (row.job_id for row in rows if row.status in seats))
    _erase_history(transaction, book, [row.id for row in rows], actor)
    _erase_rows(transaction, application, rows, actor)  # their consents go with them
    person_ids = {row.person_id for row in rows}
    others = select(c.person_id, c.scope).where(c.person_id.in_(person_ids))
    left = {(row.person_id, row.scope) for row in connection.execute(others)}
    gone = person_ids - {person_id for person_id, _ in left}
    _erase_links(transaction, book, gone | {row.id for row in rows}, actor)
    parted = {(row.person_id, row.scope) for row in rows if row.person_id not in gone} - left
    for scope in sorted({scope for _, scope in parted}):  # that employer has nothing of them any more
        _erase_links(transaction, book, {id_ for id_, at in parted if at == scope}, actor, scope=scope)
    _forget_phones(transaction, gone)


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


def _free_seats(book: SqlBook, job_ids: Iterable[str]) -> None:
    for job_id, count in Counter(job_ids).items():
        for write in count_seats(book, job_id, -count):
            book.write(write)


def _erase_history(transaction: Transaction, book: SqlBook, application_ids: Sequence[str], actor: str) -> None:
    c = _history.c
    of_them = c.application_id.in_(application_ids)
    rows = transaction.connection.execute(select(_history).where(of_them).order_by(c.id)).all()
    _erase_rows(transaction, _history, rows, actor)
    # a link's note stands in the history of each of its people, and it is about all of them
    for row in rows:
        if row.kind in _LINES_OF_LINKS:
            same = (c.scope == row.scope, c.kind == row.kind, c.at == row.at, c.actor == row.actor)
            others = select(c.body).where(c.id.in_(_ids_beside(row.id)), *same)
            for body in transaction.connection.scalars(others).all():
                entry = _entry.decode(body)
                book.write(Write(HistoryEntry.entity, entry.id, replace(entry, text="")))


def _ids_beside(line_id: str) -> list[str]:
    """Return the ids that the lines of one link may have; see :class:`kzg_desktop.domain.actions.LinkPeople`."""
    before, _, number = line_id.rpartition("-")
    firsts = {line_id, before} if number.isdecimal() else {line_id}
    return [id_ for first in firsts for id_ in (first, *(f"{first}-{n}" for n in range(1, MOST_MEMBERS)))]


def _erase_links(
    transaction: Transaction, book: SqlBook, gone: Collection[str], actor: str, *, scope: str | None = None
) -> None:
    """Erase the links that name them, all or an employer's; of three who came together, two stay without the note."""
    for link in links_naming(transaction.connection, gone):
        if scope is not None and link.scope != scope:
            continue
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
