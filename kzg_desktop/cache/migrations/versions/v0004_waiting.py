"""How far HR is behind with a broadcast, counted from an index: walking a status or a broadcast takes 1,000 times."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the index."""
    waiting = sa.text("status IN ('new', 'contacting')")
    op.create_index("application_waiting", "application", ["broadcast_id", "due_at"], sqlite_where=waiting)
