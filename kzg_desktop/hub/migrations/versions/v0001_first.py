"""The first schema."""

from __future__ import annotations

import uuid

import sqlalchemy as sa
from alembic import op

__all__ = ["branch_labels", "depends_on", "down_revision", "revision", "upgrade"]

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create all tables."""
    _entities()
    _people()
    _accounts()
    _log()
    op.execute(
        sa.text("INSERT INTO head (id, epoch, head, floor, arrivals) VALUES (1, :epoch, 0, 0, 0)").bindparams(
            epoch=uuid.uuid4().hex
        )
    )


def _entities() -> None:
    op.create_table(
        "organization",
        sa.Column("id", KEY, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("scope", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
    )
    op.create_index(op.f("ix_organization_scope"), "organization", ["scope"], unique=False)
    op.create_table(
        "job",
        sa.Column("id", KEY, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("scope", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    op.create_index(op.f("ix_job_scope"), "job", ["scope"], unique=False)
    op.create_table(
        "broadcast",
        sa.Column("id", KEY, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("scope", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast")),
    )
    op.create_index(op.f("ix_broadcast_scope"), "broadcast", ["scope"], unique=False)
    op.create_table(
        "lineup_item",
        sa.Column("id", KEY, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("scope", KEY, nullable=False),
        sa.Column("broadcast_id", KEY, nullable=False),
        sa.Column("job_id", KEY, nullable=False),
        sa.Column("position", KEY, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lineup_item")),
    )
    op.create_index(op.f("ix_lineup_item_broadcast_id"), "lineup_item", ["broadcast_id"], unique=False)
    op.create_index(op.f("ix_lineup_item_scope"), "lineup_item", ["scope"], unique=False)
    op.create_table(
        "air_segment",
        sa.Column("id", KEY, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("scope", KEY, nullable=False),
        sa.Column("broadcast_id", KEY, nullable=False),
        sa.Column("job_id", KEY, nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_air_segment")),
    )
    op.create_index(
        op.f("ix_air_segment_broadcast_id_started_at"), "air_segment", ["broadcast_id", "started_at"], unique=False
    )
    op.create_index(op.f("ix_air_segment_scope"), "air_segment", ["scope"], unique=False)


def _log() -> None:
    op.create_table(
        "head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("epoch", KEY, nullable=False),
        sa.Column("head", sa.BigInteger(), nullable=False),
        sa.Column("floor", sa.BigInteger(), nullable=False),
        sa.Column("arrivals", sa.BigInteger(), nullable=False),
        sa.Column("key_check", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_head")),
    )
    op.create_table(
        "change",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("entity", KEY, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("op", KEY, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("scope_from", KEY, nullable=True),
        sa.Column("scope_to", KEY, nullable=True),
        sa.Column("actor", KEY, nullable=False),
        sa.Column("mutation_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_change")),
    )
    deleted = sa.text("op = 'delete'")
    op.create_index(
        op.f("ix_change_entity_id"), "change", ["entity", "id"], sqlite_where=deleted, postgresql_where=deleted
    )
    op.create_table(
        "mutation_result",
        sa.Column("device_id", KEY, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("mutation_id", KEY, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "number", name=op.f("pk_mutation_result")),
    )
    op.create_index(op.f("ix_mutation_result_device_id_seq"), "mutation_result", ["device_id", "seq"], unique=False)


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("id", KEY, nullable=False),
        sa.Column("phone_hash", sa.LargeBinary(), nullable=False),
        sa.Column("phone_cipher", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("phone_hash", name=op.f("uq_person_phone_hash")),
    )
    op.create_table(
        "application",
        sa.Column("n", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("scope", KEY, nullable=False),
        sa.Column("broadcast_id", KEY, nullable=False),
        sa.Column("job_id", KEY, nullable=False),
        sa.Column("job_title", sa.Text(), nullable=False),
        sa.Column("employer_id", KEY, nullable=False),
        sa.Column("segment_id", KEY, nullable=False),
        sa.Column("channel", KEY, nullable=False),
        sa.Column("external_id", KEY, nullable=True),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("age_band", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("available_from", sa.Text(), nullable=False),
        sa.Column("status", KEY, nullable=False),
        sa.Column("repeat", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_application_person_id")),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_application")),
        sa.UniqueConstraint(
            "broadcast_id", "job_id", "person_id", name=op.f("uq_application_broadcast_id_job_id_person_id")
        ),
        sa.UniqueConstraint("channel", "external_id", name=op.f("uq_application_channel_external_id")),
        sa.UniqueConstraint("id", name=op.f("uq_application_id")),
    )
    op.create_index(
        op.f("ix_application_broadcast_id_received_at"), "application", ["broadcast_id", "received_at"], unique=False
    )
    op.create_index(op.f("ix_application_person_id"), "application", ["person_id"], unique=False)
    op.create_index(op.f("ix_application_scope"), "application", ["scope"], unique=False)
    op.create_table(
        "consent",
        sa.Column("application_id", KEY, nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("text_version", KEY, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_consent_application_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("application_id", "recipient", name=op.f("pk_consent")),
    )


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", KEY, nullable=False),
        sa.Column("view", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
    )
    op.create_table(
        "account_scope",
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("scope", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_account_scope_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", "scope", name=op.f("pk_account_scope")),
    )
    op.create_table(
        "device",
        sa.Column("id", KEY, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_device_account_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
    )
    op.create_table(
        "token",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("device_id", KEY, nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("replaces", sa.LargeBinary(), nullable=True),
        sa.Column("replaced", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["device.id"], name=op.f("fk_token_device_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_token")),
    )
    op.create_index(op.f("ix_token_device_id"), "token", ["device_id"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_invitation_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_invitation")),
    )
