"""How far jobs are filled, the as-run log, and rehearsals that no application belongs to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the tables ``vacancy`` and ``air_event``, and a mark on air segments."""
    _small("vacancy")
    _small("air_event", sa.Column("broadcast_id", KEY, nullable=False))
    op.create_index(op.f("ix_air_event_broadcast_id"), "air_event", ["broadcast_id"], unique=False)
    op.add_column("air_segment", sa.Column("rehearsal", sa.Boolean(), server_default=sa.false(), nullable=False))


def _small(name: str, *columns: sa.Column[str]) -> None:
    op.create_table(
        name,
        sa.Column("id", KEY, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("scope", KEY, nullable=False),
        *columns,
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(op.f(f"ix_{name}_scope"), name, ["scope"], unique=False)
