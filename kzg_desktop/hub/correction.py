"""Correcting what is kept about a person (个人信息保护法 46): name, phone and details of the applications in view."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from kzg_desktop.domain.actions.base import put
from kzg_desktop.domain.hiring import HistoryEntry
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.signup import read_sign_up
from kzg_desktop.errors import Refusal
from kzg_desktop.hub.audit import record
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.people import links_naming, rename_member
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tables import application, person
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire_office import Correction

__all__ = ["correct_applicant"]

_FIELDS = ("name", "phone", "age_band", "city", "available_from")
_USABLE = {"name": "某某", "phone": "13800138000", "consent": "yes"}
"""Stands in for what is not corrected, since the rules of the form are for the whole of it."""

_c = application.c


def correct_applicant(
    transaction: Transaction, keys: Keys, who: Who, application_id: str, correction: Correction, *, today: date
) -> None:
    """Correct an application; name and phone also in the person's others in view that bear the same name.

    With another phone they are another person's: one that is known by it, or a new one. Applications of the old phone
    under other names, and those out of view, stay where they are.

    Raises:
        Refusal: no such application in view, or the phone's person has applied for the same already.
        InvalidSignUp: with a message for each field that cannot be used.
    """
    who.require("applicant:write")
    connection = transaction.connection
    found = connection.execute(select(application).where(_c.id == application_id)).one_or_none()
    if found is None or not who.sees(found.scope):
        raise Refusal("not-found", "there is no such application")
    wanted = _wanted(correction, today)
    rows = _of_the_same_name(connection, who, found)
    rings_elsewhere = "phone" in wanted and _give_phone(transaction, keys, who, rows, wanted.pop("phone"))
    corrected: set[str] = set()
    for row in rows:
        news = {k: v for k, v in wanted.items() if getattr(row, k) != v and (k == "name" or row.id == found.id)}
        fields = {*news, *(("phone",) if rings_elsewhere else ())}
        if fields:
            _store(transaction, who, row, news, fields=fields, reason=correction.reason)
        corrected |= fields
    if corrected:
        record(transaction, "correction", actor=who.account_id, subject=application_id, detail=_listed(corrected))


def _wanted(correction: Correction, today: date) -> dict[str, str]:
    """Return the cleaned fields that are to be corrected."""
    given = {name: value for name in _FIELDS if (value := getattr(correction, name)) is not None}
    if not all(text.isprintable() for text in (*given.values(), correction.reason)):
        raise Refusal("bad-request", "there are characters that cannot be shown")
    form = read_sign_up(_USABLE | given, today=today)
    return {name: getattr(form, name) for name in given}


def _of_the_same_name(connection: Connection, who: Who, found: Row[Any]) -> list[Row[Any]]:
    mine = select(application).where(_c.person_id == found.person_id, _c.name == found.name, who.in_view(_c.scope))
    return list(connection.execute(mine.order_by(_c.n)).all())


def _give_phone(transaction: Transaction, keys: Keys, who: Who, rows: list[Row[Any]], phone: str) -> bool:
    """Make all *rows*, which are of one person, the applications of the person with *phone*; return whether it is new.

    Raises:
        Refusal: that person has applied for the same already.
    """
    connection, p = transaction.connection, person.c
    old, hashed = str(rows[0].person_id), keys.phone_hash(phone)
    known = connection.scalar(select(p.id).where(p.phone_hash == hashed))
    if known == old:
        return False
    stays = select(_c.id).where(_c.person_id == old, _c.id.not_in([row.id for row in rows])).limit(1)
    splits = connection.scalar(stays) is not None
    values = {"phone_hash": hashed, "phone_cipher": keys.encrypt_phone(phone)}
    if known is None and not splits:
        connection.execute(update(person).where(p.id == old).values(values))
        return True
    if known is None:
        known = new_id()
        connection.execute(insert(person).values(id=known, **values))
    else:
        _check_free(connection, rows, known)
    connection.execute(update(application).where(_c.id.in_([row.id for row in rows])).values(person_id=known))
    if not splits:
        connection.execute(delete(person).where(p.id == old))
        book = SqlBook(transaction, actor=who.account_id)
        rename_member(book, links_naming(connection, {old}), old, known)
    return True


def _check_free(connection: Connection, rows: Iterable[Row[Any]], person_id: str) -> None:
    taken = connection.execute(select(_c.broadcast_id, _c.job_id).where(_c.person_id == person_id)).all()
    if {(row.broadcast_id, row.job_id) for row in rows} & {tuple(pair) for pair in taken}:
        raise Refusal("not-possible", "the person with that phone has applied for that job in this broadcast already")


def _store(
    transaction: Transaction, who: Who, row: Row[Any], news: dict[str, str], *, fields: set[str], reason: str
) -> None:
    """Store what is new in one application; its history names the fields, and not what stood there."""
    rev = row.rev + 1
    transaction.connection.execute(update(application).where(_c.id == row.id).values(rev=rev, **news))
    actor = who.account_id
    transaction.log("put", "application", row.id, rev=rev, scope_from=row.scope, scope_to=row.scope, actor=actor)
    entry = HistoryEntry(
        id=new_id(),
        application_id=row.id,
        employer_id=row.scope,
        kind="correction",
        at=transaction.now,
        actor=actor,
        after=_listed(fields),
        text=reason,
    )
    SqlBook(transaction, actor=actor).write(put(entry))


def _listed(fields: set[str]) -> str:
    return ",".join(name for name in _FIELDS if name in fields)
