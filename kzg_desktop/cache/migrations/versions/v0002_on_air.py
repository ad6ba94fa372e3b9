"""How far jobs are filled, and the as-run log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables ``vacancy`` and ``air_event``.

    What they hold at the hub may lie before the cursor: it was left out while nobody here knew it. So the cache is
    marked as one that has to be built anew; its rows stay readable until that is done.
    """
    for name in ("vacancy", "air_event"):
        op.create_table(
            name,
            sa.Column("id", sa.Text, primary_key=True),
            sa.Column("rev", sa.Integer, nullable=False),
            sa.Column("scope", sa.Text, nullable=False),
            sa.Column("body", sa.Text, nullable=False),
        )
    op.execute("UPDATE head SET stale = 1")
