"""The HR desk: how applications are handled, and their history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_SMALL = ("viewers", "card_cost", "colleague", "desk_rules", "template", "interview_slot", "person_link")
_TEXTS = ("person_id", "owner", "notes", "handling")
_CALLED_AT = "CASE handling WHEN '' THEN 0 ELSE coalesce(json_extract(handling, '$.called_at'), 0) END"
"""As :data:`kzg_desktop.cache.applicant_query.SQL_CALLED_AT`; a query uses the index only if it says the same."""


def upgrade() -> None:
    """Add tables and columns.

    The cache is marked as one that has to be built anew: what the new columns hold at the hub was left out so far, and
    the search index does not know the notes. Its rows stay readable until that is done.
    """
    for name in _SMALL:
        op.create_table(
            name,
            sa.Column("id", sa.Text, primary_key=True),
            sa.Column("rev", sa.Integer, nullable=False),
            sa.Column("scope", sa.Text, nullable=False),
            sa.Column("body", sa.Text, nullable=False),
        )
    _widen_application()
    op.create_table(
        "history",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("application_id", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("history_application", "history", ["application_id"])
    op.create_index("history_scope", "history", ["scope"])
    op.execute("UPDATE head SET stale = 1")


def _widen_application() -> None:
    """Put the new columns where a fresh file has them: before ``rev`` and ``scope``."""
    for name in ("rev", "scope"):
        op.execute(f"ALTER TABLE application RENAME COLUMN {name} TO old_{name}")
    for name in _TEXTS[:2]:
        _add(name, "TEXT", "''")
    for name in ("due_at", "appointment_at"):
        _add(name, "INTEGER", "0")
    for name in _TEXTS[2:]:
        _add(name, "TEXT", "''")
    _add("rev", "INTEGER", "0")
    _add("scope", "TEXT", "''")
    op.execute("UPDATE application SET rev = old_rev, scope = old_scope")
    op.drop_index("application_scope")
    for name in ("rev", "scope"):
        op.execute(f"ALTER TABLE application DROP COLUMN old_{name}")
    op.create_index("application_scope", "application", ["scope"])
    _create_indexes()


def _create_indexes() -> None:
    """What the views and orders of the desk are read from: walking the wide rows takes ten times as long."""
    op.drop_index("application_job")  # by broadcast first, it was of no use to HR
    op.create_index("application_job", "application", ["job_id", "broadcast_id"])
    op.create_index("application_person", "application", ["person_id"])
    op.create_index("application_status", "application", ["status", "due_at"])
    for name in ("due_at", "name", "city"):
        op.create_index(f"application_{name.removesuffix('_at')}", "application", [name])
    owned, appointed = sa.text("owner <> ''"), sa.text("appointment_at > 0")
    op.create_index("application_owner", "application", ["owner", "status", "due_at"], sqlite_where=owned)
    op.create_index(
        "application_appointment", "application", ["appointment_at", "status", "due_at"], sqlite_where=appointed
    )
    op.execute(f"CREATE INDEX application_called ON application ({_CALLED_AT}) WHERE handling <> ''")


def _add(name: str, kind: str, default: str) -> None:
    op.execute(f"ALTER TABLE application ADD COLUMN {name} {kind} NOT NULL DEFAULT {default}")
