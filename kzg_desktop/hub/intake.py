"""Taking applications in: one application for each person, job and broadcast, however often it is sent."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct
from sqlalchemy import Row, bindparam, insert, or_, select, update

from kzg_desktop.domain.actions.base import put
from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.hiring import DeskRules, HistoryEntry
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.signup import CONSENT_PURPOSE, CONSENT_VERSION, SignUp, consent_text
from kzg_desktop.hub.book import SqlBook
from kzg_desktop.hub.erasure import welcome_back
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.tables import SMALL, application, consent, person
from kzg_desktop.hub.writer import Transaction

__all__ = ["DETAILS", "FORM", "Accepted", "Arrival", "accept", "add_application", "change_details", "known_person"]

FORM = "form"
"""The channel of the hub's own page, and who acts when a viewer sends it."""

DETAILS = ("name", "age_band", "city", "available_from")
"""What a person tells beside the phone."""

_a, _c, _s = application.c, consent.c, SMALL["air_segment"].c

_person = (
    select(person.c.id.label("person"), application)
    .outerjoin(application, _a.person_id == person.c.id)
    .where(person.c.phone_hash == bindparam("phone_hash"))
)
_on_air = (  # the same rule as domain.attribution.on_air_at, without reading every card
    select(_s.id)
    .where(_s.broadcast_id == bindparam("broadcast"), _s.started_at <= bindparam("at"))
    .where(or_(_s.ended_at.is_(None), _s.ended_at > bindparam("at")), _s.rehearsal.is_(False))
    .order_by(_s.started_at.desc(), _s.id.desc())
    .limit(1)
)
_rules_body = select(SMALL["desk_rules"].c.body).where(SMALL["desk_rules"].c.id == bindparam("id_"))
_rules = msgspec.json.Decoder(DeskRules)
_new_person, _new_application, _new_consent = insert(person), insert(application), insert(consent)


class Accepted(Struct, frozen=True):
    """What became of a form."""

    application_id: str
    outcome: Literal["created", "updated", "unchanged"]


class Arrival(Struct, frozen=True, kw_only=True):
    """A new application, sent at ``received_at`` (UTC ms); ``actor`` is who brings it in."""

    phone: str
    details: dict[str, str]
    job: Job
    broadcast_id: str
    received_at: int
    actor: str = FORM
    channel: str = FORM
    external_id: str | None = None


def accept(
    transaction: Transaction, keys: Keys, *, broadcast_id: str, job: Job, form: SignUp, received_at: int
) -> Accepted:
    """Store a form that was sent at *received_at* (UTC ms), attributed to the card on air then."""
    known = known_person(transaction, keys, form.phone)
    details = {name: getattr(form, name) for name in DETAILS}
    agreed = _consent(job, received_at)
    for row in known:
        if (row.broadcast_id, row.job_id) == (broadcast_id, job.id):
            if row.status == "withdrawn":
                _begin_anew(transaction, row, job, details, received_at)
                _agree_again(transaction, row.id, agreed)
                return Accepted(row.id, "updated")
            if row.channel != FORM:  # the first time that the person speaks to us, and not all is asked for
                _agree_again(transaction, row.id, agreed)
                details = {name: value for name, value in details.items() if value}
            changed = change_details(transaction, row, details, actor=FORM)
            return Accepted(row.id, "updated" if changed else "unchanged")
    if not known:
        welcome_back(transaction, keys.phone_hash(form.phone))
    arrival = Arrival(phone=form.phone, details=details, job=job, broadcast_id=broadcast_id, received_at=received_at)
    application_id = add_application(transaction, keys, arrival, known)
    transaction.insert_later(_new_consent, {"application_id": application_id, **agreed})
    return Accepted(application_id, "created")


def known_person(transaction: Transaction, keys: Keys, phone: str) -> list[Row[Any]]:
    """Return the person of that phone with all applications, a row for each: one without if there are none."""
    return list(transaction.connection.execute(_person, {"phone_hash": keys.phone_hash(phone)}).all())


def add_application(transaction: Transaction, keys: Keys, arrival: Arrival, known: list[Row[Any]]) -> str:
    """Store a new application of a person who is *known* by these rows, attributed to the card on air when it was sent.

    The caller keeps the consent. Returns the application's id.
    """
    job, application_id = arrival.job, new_id()
    at = {"broadcast": arrival.broadcast_id, "at": arrival.received_at}
    values = {
        "id": application_id,
        "n": transaction.next_arrival(),
        "rev": 1,
        "scope": job.scope,
        "broadcast_id": arrival.broadcast_id,
        "job_id": job.id,
        "job_title": job.title,
        "employer_id": job.employer_id,
        "segment_id": transaction.connection.scalar(_on_air, at) or "",
        "channel": arrival.channel,
        "external_id": arrival.external_id,
        "received_at": arrival.received_at,
        "person_id": known[0].person if known else _add_person(transaction, keys, arrival.phone),
        "status": "new",
        "repeat": any(row.id is not None for row in known),
        "due_at": arrival.received_at + _call_within_s(transaction, job.employer_id) * 1000,
        **arrival.details,
    }
    transaction.connection.execute(_new_application, values)
    transaction.log(
        "put", "application", application_id, rev=1, scope_from=None, scope_to=job.scope, actor=arrival.actor
    )
    return application_id


def _call_within_s(transaction: Transaction, employer_id: str) -> int:
    body = transaction.connection.scalar(_rules_body, {"id_": employer_id})
    return (_rules.decode(body) if body is not None else DeskRules(id="", employer_id="")).call_within_s


def change_details(transaction: Transaction, row: Row[Any], details: dict[str, str], *, actor: str) -> bool:
    """Take what was corrected in the application *row*; return whether anything was: a second tap changes nothing."""
    if all(getattr(row, name) == value for name, value in details.items()):
        return False
    rev = row.rev + 1
    transaction.connection.execute(update(application).where(_a.id == row.id).values(rev=rev, **details))
    transaction.log("put", "application", row.id, rev=rev, scope_from=row.scope, scope_to=row.scope, actor=actor)
    return True


def _add_person(transaction: Transaction, keys: Keys, phone: str) -> str:
    person_id = new_id()
    values = {"id": person_id, "phone_hash": keys.phone_hash(phone), "phone_cipher": keys.encrypt_phone(phone)}
    transaction.connection.execute(_new_person, values)
    return person_id


def _consent(job: Job, at: int) -> dict[str, Any]:
    return {
        "recipient": job.hiring_organization,
        "text_version": CONSENT_VERSION,
        "text": consent_text(job.hiring_organization, job.title),
        "purpose": CONSENT_PURPOSE,
        "at": at,
        "withdrawn_at": None,
    }


def _begin_anew(transaction: Transaction, row: Row[Any], job: Job, details: dict[str, str], received_at: int) -> None:
    """Take an application up again that was withdrawn: nobody but the person can do so, with a new form."""
    at = {"broadcast": row.broadcast_id, "at": received_at}
    values = {
        "rev": row.rev + 1,
        "status": "new",
        "received_at": received_at,
        "segment_id": transaction.connection.scalar(_on_air, at) or "",
        "owner": "",
        "due_at": received_at + _call_within_s(transaction, job.employer_id) * 1000,
        "appointment_at": 0,
        "handling": "",
        **details,
    }
    transaction.connection.execute(update(application).where(_a.id == row.id).values(values))
    transaction.log("put", "application", row.id, rev=row.rev + 1, scope_from=row.scope, scope_to=row.scope, actor=FORM)
    entry = HistoryEntry(
        id=new_id(),
        application_id=row.id,
        employer_id=row.scope,
        kind="status",
        at=received_at,
        actor=FORM,
        before=row.status,
        after="new",
    )
    SqlBook(transaction, actor=FORM).write(put(entry))


def _agree_again(transaction: Transaction, application_id: str, agreed: dict[str, Any]) -> None:
    """Put the consent of our own form in the place of the one that a platform was given."""
    of_it = (_c.application_id == application_id, _c.recipient == agreed["recipient"])
    if transaction.connection.execute(update(consent).where(*of_it).values(agreed)).rowcount == 0:
        transaction.connection.execute(_new_consent, {"application_id": application_id, **agreed})
