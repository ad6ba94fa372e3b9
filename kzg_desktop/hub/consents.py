"""What people agreed to, and that they took it back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from kzg_desktop.hub.tables import consent
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire_office import ConsentRecord

__all__ = ["consents_of", "withdraw_consents"]

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


def withdraw_consents(transaction: Transaction, application_id: str, at: int) -> None:
    """Note that the person took back what was agreed to, at *at* (UTC ms); the first time stays."""
    holds = (_c.application_id == application_id, _c.withdrawn_at.is_(None))
    transaction.connection.execute(update(consent).where(*holds).values(withdrawn_at=at))
