"""What webhooks sent and the hub could not take in, and which of their messages came already."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the tables ``dead_letter``, ``dead_letter_phone`` and ``webhook_message``."""
    op.create_table(
        "dead_letter",
        sa.Column("id", KEY, nullable=False),
        sa.Column("source", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("reason", KEY, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("body_cipher", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dead_letter")),
    )
    op.create_index(op.f("ix_dead_letter_at"), "dead_letter", ["at"], unique=False)
    op.create_table(
        "dead_letter_phone",
        sa.Column("letter_id", KEY, nullable=False),
        sa.Column("phone_hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter_id"],
            ["dead_letter.id"],
            name=op.f("fk_dead_letter_phone_letter_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("letter_id", "phone_hash", name=op.f("pk_dead_letter_phone")),
    )
    op.create_index(op.f("ix_dead_letter_phone_phone_hash"), "dead_letter_phone", ["phone_hash"], unique=False)
    op.create_table(
        "webhook_message",
        sa.Column("source", KEY, nullable=False),
        sa.Column("message", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("source", "message", name=op.f("pk_webhook_message")),
    )
    op.create_index(op.f("ix_webhook_message_at"), "webhook_message", ["at"], unique=False)
