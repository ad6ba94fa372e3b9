"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SMALL = ("organization", "job", "broadcast", "lineup_item", "air_segment")
_COUNT = (
    "INSERT INTO tally VALUES (new.broadcast_id, new.job_id, 1, new.repeat) ON CONFLICT DO UPDATE"
    " SET applications = applications + 1, repeats = repeats + excluded.repeats"
)
_DISCOUNT = (
    "UPDATE tally SET applications = applications - 1, repeats = repeats - old.repeat"
    " WHERE broadcast_id = old.broadcast_id AND job_id = old.job_id"
)
_TEXTS = ("segment_id", "channel", "age_band", "city", "available_from", "status")


def upgrade() -> None:
    """Create everything."""
    op.create_table(
        "head",
        sa.Column("one", sa.Integer, sa.CheckConstraint("one = 1"), primary_key=True),
        _text("cursor"),
        _integer("seq"),
        _integer("acked"),
        _integer("protocol"),
        sa.Column("stale", sa.Boolean, nullable=False),
    )
    for name in _SMALL:
        op.create_table(
            name, sa.Column("id", sa.Text, primary_key=True), _integer("rev"), _text("scope"), _text("body")
        )
    _create_application()
    _create_tally()
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(tokens, content='', detail=none, columnsize=0, tokenize='unicode61')"
    )
    op.execute("INSERT INTO search(search, rank) VALUES ('secure-delete', 1)")


def _create_application() -> None:
    op.create_table(
        "application",
        _text("id"),
        sa.Column("n", sa.Integer, primary_key=True),
        _text("broadcast_id"),
        _text("job_id"),
        _text("employer_id"),
        _text("job_title"),
        _integer("received_at"),
        _text("name"),
        _text("phone"),
        *[_text(name) for name in _TEXTS],
        sa.Column("repeat", sa.Boolean, nullable=False),
        _integer("rev"),
        _text("scope"),
    )
    op.create_index("application_id", "application", ["id"], unique=True)
    op.create_index("application_job", "application", ["broadcast_id", "job_id"])
    op.create_index("application_received", "application", ["broadcast_id", "received_at"])
    op.create_index("application_broadcast", "application", ["broadcast_id"])
    op.create_index("application_scope", "application", ["scope"])


def _create_tally() -> None:
    op.create_table(
        "tally",
        sa.Column("broadcast_id", sa.Text, primary_key=True),
        sa.Column("job_id", sa.Text, primary_key=True),
        _integer("applications"),
        _integer("repeats"),
        sqlite_with_rowid=False,
    )
    op.execute(f"CREATE TRIGGER tally_insert AFTER INSERT ON application BEGIN {_COUNT}; END")
    op.execute(f"CREATE TRIGGER tally_delete AFTER DELETE ON application BEGIN {_DISCOUNT}; END")
    op.execute(
        "CREATE TRIGGER tally_update AFTER UPDATE OF broadcast_id, job_id, repeat ON application"
        " WHEN (old.broadcast_id, old.job_id, old.repeat) IS NOT (new.broadcast_id, new.job_id, new.repeat)"
        f" BEGIN {_DISCOUNT}; {_COUNT}; END"
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)
