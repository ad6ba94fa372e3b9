"""Erasing a person: every application, every consent, and the phone."""

from __future__ import annotations

from sqlalchemy import delete, select

from kzg_desktop.errors import Refusal
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tables import application, consent, dead_letter, dead_letter_phone, person
from kzg_desktop.hub.writer import Transaction

__all__ = ["erase_applicant"]


def erase_applicant(transaction: Transaction, who: Who, application_id: str) -> None:
    """Erase the person behind an application, with all that the person ever sent.

    Raises:
        Refusal: the right is missing, or there is no such application in view.
    """
    who.require("erase:admin")
    connection, c = transaction.connection, application.c
    found = connection.execute(select(c.person_id, c.scope).where(c.id == application_id)).one_or_none()
    if found is None or not who.sees(found.scope):
        raise Refusal("not-found", "there is no such application")
    of_person = c.person_id == found.person_id
    rows = connection.execute(select(c.id, c.rev, c.scope).where(of_person).order_by(c.n)).all()
    connection.execute(delete(consent).where(consent.c.application_id.in_(select(c.id).where(of_person))))
    connection.execute(delete(application).where(of_person))
    phone = select(person.c.phone_hash).where(person.c.id == found.person_id).scalar_subquery()
    letters = select(dead_letter_phone.c.letter_id).where(dead_letter_phone.c.phone_hash == phone)
    connection.execute(delete(dead_letter).where(dead_letter.c.id.in_(letters)))
    connection.execute(delete(person).where(person.c.id == found.person_id))
    for row in rows:
        transaction.log(
            "erase",
            "application",
            row.id,
            rev=row.rev + 1,
            scope_from=row.scope,
            scope_to=None,
            actor=who.account_id,
        )
