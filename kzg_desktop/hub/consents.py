"""What people agreed to, and that they took it back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.signup import CONSENT_PURPOSE
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tables import consent
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire_office import ConsentRecord

__all__ = ["CONFIRMED", "confirm_consent", "consents_of", "withdraw_consents"]

CONFIRMED = "hr:confirmed"
"""The version of a consent that somebody of HR was given on the phone and vouches for."""

_c = consent.c


def consents_of(connection: Connection, application_ids: Iterable[str]) -> list[ConsentRecord]:
    """Return the consents behind these applications, oldest first."""
    query = select(consent).where(_c.application_id.in_(sorted(application_ids)))
    return [
        ConsentRecord(
            application_id=row.application_id,
            recipient=row.recipient,
            text_version=row.text_version,
            text=row.text,
            purpose=row.purpose,
            at=row.at,
            withdrawn_at=row.withdrawn_at or 0,
        )
        for row in connection.execute(query.order_by(_c.at, _c.application_id, _c.recipient))
    ]


def confirm_consent(transaction: Transaction, who: Who, application_id: str, job: Job, at: int) -> None:
    """Keep that the person agreed, as *who* says, at *at* (UTC ms), to go to the employer of *job*.

    A consent to that employer which holds already, such as one of the person's own form, says more and stays.
    """
    connection, recipient = transaction.connection, job.hiring_organization
    same = (_c.application_id == application_id, _c.recipient == recipient)
    if connection.scalar(select(_c.at).where(*same, _c.withdrawn_at.is_(None))) is not None:
        return
    connection.execute(delete(consent).where(*same))
    text = f"{who.name}（{who.account_id}）确认：本人同意将报名信息提供给“{recipient}”，用于“{job.title}”岗位的联系。"
    values = {
        "application_id": application_id,
        "recipient": recipient,
        "text_version": CONFIRMED,
        "text": text,
        "purpose": CONSENT_PURPOSE,
        "at": at,
    }
    connection.execute(insert(consent).values(values))


def withdraw_consents(transaction: Transaction, application_id: str, at: int) -> None:
    """Note that the person took back what was agreed to, at *at* (UTC ms); the first time stays."""
    holds = (_c.application_id == application_id, _c.withdrawn_at.is_(None))
    transaction.connection.execute(update(consent).where(*holds).values(withdrawn_at=at))
