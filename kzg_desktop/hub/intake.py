"""Taking applications in: one application for each person, job and broadcast, however often it is sent."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct
from sqlalchemy import Row, bindparam, insert, or_, select, update

from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.signup import CONSENT_PURPOSE, CONSENT_VERSION, SignUp, consent_text
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.tables import SMALL, application, consent, person
from kzg_desktop.hub.writer import Transaction

__all__ = ["Accepted", "accept"]

_ACTOR = "form"
_a, _s = application.c, SMALL["air_segment"].c
_DETAILS = ("name", "age_band", "city", "available_from")

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
_new_person, _new_application, _new_consent = insert(person), insert(application), insert(consent)


class Accepted(Struct, frozen=True):
    """What became of a form."""

    application_id: str
    outcome: Literal["created", "updated", "unchanged"]


def accept(
    transaction: Transaction, keys: Keys, *, broadcast_id: str, job: Job, form: SignUp, received_at: int
) -> Accepted:
    """Store a form that was sent at *received_at* (UTC ms), attributed to the card on air then."""
    phone_hash = keys.phone_hash(form.phone)
    known = transaction.connection.execute(_person, {"phone_hash": phone_hash}).all()
    for row in known:
        if (row.broadcast_id, row.job_id) == (broadcast_id, job.id):
            return _update(transaction, row, form)
    person_id = known[0].person if known else _add_person(transaction, keys, form.phone, phone_hash)
    application_id = new_id()
    values = {
        "id": application_id,
        "n": transaction.next_arrival(),
        "rev": 1,
        "scope": job.scope,
        "broadcast_id": broadcast_id,
        "job_id": job.id,
        "job_title": job.title,
        "employer_id": job.employer_id,
        "segment_id": transaction.connection.scalar(_on_air, {"broadcast": broadcast_id, "at": received_at}) or "",
        "channel": "form",
        "received_at": received_at,
        "person_id": person_id,
        "status": "new",
        "repeat": any(row.id is not None for row in known),
        **_details(form),
    }
    transaction.connection.execute(_new_application, values)
    _add_consent(transaction, application_id, job, received_at)
    transaction.log("put", "application", application_id, rev=1, scope_from=None, scope_to=job.scope, actor=_ACTOR)
    return Accepted(application_id, "created")


def _update(transaction: Transaction, row: Row[Any], form: SignUp) -> Accepted:
    """Take what was corrected; a second tap changes nothing."""
    if all(getattr(row, name) == value for name, value in _details(form).items()):
        return Accepted(row.id, "unchanged")
    rev = row.rev + 1
    changed = update(application).where(_a.id == row.id)
    transaction.connection.execute(changed.values(rev=rev, **_details(form)))
    transaction.log("put", "application", row.id, rev=rev, scope_from=row.scope, scope_to=row.scope, actor=_ACTOR)
    return Accepted(row.id, "updated")


def _details(form: SignUp) -> dict[str, str]:
    return {name: getattr(form, name) for name in _DETAILS}


def _add_person(transaction: Transaction, keys: Keys, phone: str, phone_hash: bytes) -> str:
    person_id = new_id()
    values = {"id": person_id, "phone_hash": phone_hash, "phone_cipher": keys.encrypt_phone(phone)}
    transaction.connection.execute(_new_person, values)
    return person_id


def _add_consent(transaction: Transaction, application_id: str, job: Job, at: int) -> None:
    values = {
        "application_id": application_id,
        "recipient": job.hiring_organization,
        "text_version": CONSENT_VERSION,
        "text": consent_text(job.hiring_organization, job.title),
        "purpose": CONSENT_PURPOSE,
        "at": at,
    }
    transaction.insert_later(_new_consent, values)
