"""The tables of the hub, for SQLite and PostgreSQL alike.

Small entities keep their value as JSON in ``body``, beside the columns that queries need. Applications, of which there
are many, have real columns. The change log and the stored results hold no personal data.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    false,
    text,
)
from sqlalchemy import UniqueConstraint as Unique

from kzg_desktop.domain.entities import AirEvent, AirSegment, Entity, LineupItem
from kzg_desktop.domain.figures import CardCost
from kzg_desktop.domain.hiring import Colleague, HistoryEntry, InterviewSlot

__all__ = [
    "HELD",
    "SMALL",
    "account",
    "account_scope",
    "application",
    "audit",
    "change",
    "columns_of",
    "consent",
    "dead_letter",
    "dead_letter_phone",
    "device",
    "erased",
    "head",
    "invitation",
    "metadata",
    "mutation_result",
    "person",
    "token",
    "webhook_message",
]

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Keys are compared byte by byte on both databases; PostgreSQL would otherwise sort them by the server's language.
Key = Text().with_variant(Text(collation="C"), "postgresql")
# INTEGER makes the key SQLite's own row number, the fastest there is.
Number = BigInteger().with_variant(Integer, "sqlite")

head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("epoch", Key, nullable=False),
    Column("head", BigInteger, nullable=False),
    Column("floor", BigInteger, nullable=False),
    Column("arrivals", BigInteger, nullable=False),
    Column("key_check", LargeBinary),
)
"""One row: the newest log number, the one up to which the log was compacted, the latest arrival number, and what tells
whether a key is the one that this database was first opened with."""

change = Table(
    "change",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("entity", Key, nullable=False),
    Column("id", Key, nullable=False),
    Column("op", Key, nullable=False),
    Column("rev", BigInteger, nullable=False),
    Column("scope_from", Key),
    Column("scope_to", Key),
    Column("actor", Key, nullable=False),
    Column("mutation_id", Key, nullable=False),
    Index(None, "entity", "id", sqlite_where=text("op = 'delete'"), postgresql_where=text("op = 'delete'")),
)
"""The log. A scope is null where the row was not there: ``scope_from`` of a new one, ``scope_to`` of a deleted one."""


def _small(name: str, *columns: Column[Any] | Index) -> Table:
    return Table(
        name,
        metadata,
        Column("id", Key, primary_key=True),
        Column("rev", BigInteger, nullable=False),
        Column("scope", Key, nullable=False, index=True),
        *columns,
        Column("body", Text, nullable=False),
    )


SMALL: dict[str, Table] = {
    "organization": _small("organization"),
    "job": _small("job"),
    "vacancy": _small("vacancy"),
    "broadcast": _small("broadcast"),
    "lineup_item": _small(
        "lineup_item",
        Column("broadcast_id", Key, nullable=False, index=True),
        Column("job_id", Key, nullable=False),
        Column("position", Key, nullable=False),
    ),
    "air_segment": _small(
        "air_segment",
        Column("broadcast_id", Key, nullable=False),
        Column("job_id", Key, nullable=False),
        Column("started_at", BigInteger, nullable=False),
        Column("ended_at", BigInteger),
        Column("rehearsal", Boolean, nullable=False, server_default=false()),
        Index(None, "broadcast_id", "started_at"),
    ),
    "air_event": _small("air_event", Column("broadcast_id", Key, nullable=False, index=True)),
    "viewers": _small("viewers"),
    "card_cost": _small("card_cost", Column("broadcast_id", Key, nullable=False)),
    "colleague": _small("colleague", Column("account_id", Key, nullable=False, index=True)),
    "desk_rules": _small("desk_rules"),
    "template": _small("template"),
    "interview_slot": _small("interview_slot", Column("starts_at", BigInteger, nullable=False)),
    "person_link": _small("person_link"),
    "history": _small(
        "history",
        Column("application_id", Key, nullable=False, index=True),
        Column("kind", Key, nullable=False),
        Column("at", BigInteger, nullable=False),
        Column("actor", Key, nullable=False),
    ),
}
"""The tables of the entities that keep their value as JSON, by name."""

person = Table(
    "person",
    metadata,
    Column("id", Key, primary_key=True),
    Column("phone_hash", LargeBinary, nullable=False, unique=True),
    Column("phone_cipher", LargeBinary, nullable=False),
)

HELD = "owner <> '' AND status IN ('new', 'contacting')"
"""Applications that somebody claimed and that wait to be called, as the index on ``owner`` holds them."""

application = Table(
    "application",
    metadata,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("id", Key, nullable=False, unique=True),
    Column("rev", BigInteger, nullable=False),
    Column("scope", Key, nullable=False, index=True),
    Column("broadcast_id", Key, nullable=False),
    Column("job_id", Key, nullable=False),
    Column("job_title", Text, nullable=False),
    Column("employer_id", Key, nullable=False),
    Column("segment_id", Key, nullable=False),
    Column("channel", Key, nullable=False),
    Column("external_id", Key),
    Column("received_at", BigInteger, nullable=False),
    Column("person_id", Key, ForeignKey("person.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("age_band", Text, nullable=False),
    Column("city", Text, nullable=False),
    Column("available_from", Text, nullable=False),
    Column("status", Key, nullable=False),
    Column("repeat", Boolean, nullable=False),
    Column("owner", Key, nullable=False, server_default=""),
    Column("due_at", BigInteger, nullable=False, server_default="0"),
    Column("appointment_at", BigInteger, nullable=False, server_default="0"),
    Column("notes", Text, nullable=False, server_default=""),
    Column("handling", Text, nullable=False, server_default=""),
    Unique("broadcast_id", "job_id", "person_id"),
    Unique("channel", "external_id"),
    Index(None, "broadcast_id", "received_at"),
    Index(None, "due_at"),
    Index(None, "owner", sqlite_where=text(HELD), postgresql_where=text(HELD)),
)
"""``handling`` is JSON, empty for one that nobody has touched yet."""

consent = Table(
    "consent",
    metadata,
    Column("application_id", Key, ForeignKey("application.id", ondelete="CASCADE"), primary_key=True),
    Column("recipient", Text, primary_key=True),
    Column("text_version", Key, nullable=False),
    Column("text", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("withdrawn_at", BigInteger),
)
"""What the person agreed to; one row for each recipient."""

account = Table(
    "account",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Key, nullable=False),
    Column("view", Integer, nullable=False),
    Column("login", Key),
    Column("password_hash", Text, nullable=False, server_default=""),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("locked_until", BigInteger, nullable=False, server_default="0"),
    Column("disabled", Boolean, nullable=False, server_default=false()),
    Column("created_at", BigInteger, nullable=False, server_default="0"),
    Index(None, "login", unique=True),
)
"""``view`` counts up when what the account may see changes in a way that no page can express. ``login`` and an argon2
``password_hash`` are there once somebody chose them; ``failures`` in a row lock the account until ``locked_until``."""

account_scope = Table(
    "account_scope",
    metadata,
    Column("account_id", Key, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    Column("scope", Key, primary_key=True),
)

device = Table(
    "device",
    metadata,
    Column("id", Key, primary_key=True),
    Column("account_id", Key, ForeignKey("account.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False, server_default="0"),
)

token = Table(
    "token",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("kind", Key, nullable=False),
    Column("device_id", Key, ForeignKey("device.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("expires_at", BigInteger, nullable=False),
    Column("replaces", LargeBinary),
    Column("replaced", Boolean, nullable=False),
)
"""``replaces`` is the hash of the refresh token that was given for this one, until this one is used: only then has its
desktop surely got it, and the other is ``replaced``. ``kind`` is access, refresh, or what became of a refresh token:
ended or revoked."""

invitation = Table(
    "invitation",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("account_id", Key, ForeignKey("account.id", ondelete="CASCADE"), nullable=False),
    Column("expires_at", BigInteger, nullable=False),
)

mutation_result = Table(
    "mutation_result",
    metadata,
    Column("device_id", Key, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("mutation_id", Key, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("result", Text, nullable=False),
    Index(None, "device_id", "seq"),
)

dead_letter = Table(
    "dead_letter",
    metadata,
    Column("id", Key, primary_key=True),
    Column("source", Key, nullable=False),
    Column("at", BigInteger, nullable=False, index=True),
    Column("reason", Key, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("body_cipher", LargeBinary, nullable=False),
)
"""What a webhook sent and the hub could not take in."""

dead_letter_phone = Table(
    "dead_letter_phone",
    metadata,
    Column("letter_id", Key, ForeignKey("dead_letter.id", ondelete="CASCADE"), primary_key=True),
    Column("phone_hash", LargeBinary, primary_key=True, index=True),
)
"""The phones in a dead letter, so that an erasure finds it."""

webhook_message = Table(
    "webhook_message",
    metadata,
    Column("source", Key, primary_key=True),
    Column("message", LargeBinary, primary_key=True),
    Column("at", BigInteger, nullable=False, index=True),
)
"""Messages that came already, as keyed hashes: platforms repeat themselves."""


audit = Table(
    "audit",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False, index=True),
    Column("kind", Key, nullable=False),
    Column("actor", Key, nullable=False),
    Column("subject", Key, nullable=False),
    Column("detail", Text, nullable=False),
)
"""Who signed in, was refused or locked out, was invited, changed or revoked, and which persons were corrected or
erased. It holds ids and no personal data of applicants."""

erased = Table(
    "erased",
    metadata,
    Column("phone_hash", LargeBinary, primary_key=True),
    Column("at", BigInteger, nullable=False, index=True),
)
"""When the person with a phone was erased: nothing but the keyed hash, so that an old file does not bring back whom
somebody erased."""


def columns_of(row: Entity) -> dict[str, Any]:
    """Return the column values of a small entity, all but ``rev``."""
    values: dict[str, Any] = {"id": row.id, "scope": row.scope, "body": msgspec.json.encode(row).decode()}
    if isinstance(row, LineupItem):
        values |= {"broadcast_id": row.broadcast_id, "job_id": row.job_id, "position": row.position}
    elif isinstance(row, AirSegment):
        values |= {
            "broadcast_id": row.broadcast_id,
            "job_id": row.card.id,
            "started_at": row.started_at,
            "ended_at": row.ended_at,
            "rehearsal": row.rehearsal,
        }
    elif isinstance(row, AirEvent | CardCost):
        values |= {"broadcast_id": row.broadcast_id}
    elif isinstance(row, Colleague):
        values |= {"account_id": row.account_id}
    elif isinstance(row, InterviewSlot):
        values |= {"starts_at": row.starts_at}
    elif isinstance(row, HistoryEntry):
        values |= {"application_id": row.application_id, "kind": row.kind, "at": row.at, "actor": row.actor}
    return values
