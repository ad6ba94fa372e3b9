"""The cache's tables for SQLAlchemy; :mod:`kzg_desktop.cache.layout` has what readers need of them.

The search index (a virtual table), the triggers, and the indexes over expressions (of calls, and of the applications of
a broadcast by time, from which a review is counted) exist in the migrations only.
"""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Integer, MetaData, Table, Text, text

from kzg_desktop.cache.layout import SMALL

__all__ = ["application", "head", "history", "metadata", "small", "tally"]

metadata = MetaData()

head = Table(
    "head",
    metadata,
    Column("one", Integer, CheckConstraint("one = 1"), primary_key=True),
    Column("cursor", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("acked", Integer, nullable=False),
    Column("protocol", Integer, nullable=False),
    Column("stale", Boolean, nullable=False),
)
"""How far the cache is: one row, or none in a file that is being built."""

small: dict[str, Table] = {
    name: Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("rev", Integer, nullable=False),
        Column("scope", Text, nullable=False),
        Column("body", Text, nullable=False),
    )
    for name in SMALL
}

application = Table(
    "application",
    metadata,
    Column("id", Text, nullable=False),
    Column("n", Integer, primary_key=True),
    Column("broadcast_id", Text, nullable=False),
    Column("job_id", Text, nullable=False),
    Column("employer_id", Text, nullable=False),
    Column("job_title", Text, nullable=False),
    Column("received_at", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("segment_id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("age_band", Text, nullable=False),
    Column("city", Text, nullable=False),
    Column("available_from", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("repeat", Boolean, nullable=False),
    Column("person_id", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due_at", Integer, nullable=False),
    Column("appointment_at", Integer, nullable=False),
    Column("notes", Text, nullable=False),
    Column("handling", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("scope", Text, nullable=False),
    # Each index ends in n without naming it, since n is the row's own number. Two more, over expressions, exist in the
    # migrations only. Most rows have no owner and no appointment.
    Index("application_id", "id", unique=True),
    Index("application_job", "job_id", "broadcast_id"),
    Index("application_broadcast", "broadcast_id"),
    Index("application_scope", "scope"),
    Index("application_person", "person_id"),
    Index("application_status", "status", "due_at"),
    Index("application_due", "due_at"),
    Index("application_waiting", "broadcast_id", "due_at", sqlite_where=text("status IN ('new', 'contacting')")),
    Index("application_name", "name"),
    Index("application_city", "city"),
    Index("application_owner", "owner", "status", "due_at", sqlite_where=text("owner <> ''")),
    Index("application_appointment", "appointment_at", "status", "due_at", sqlite_where=text("appointment_at > 0")),
)

history = Table(
    "history",
    metadata,
    Column("id", Text, primary_key=True),
    Column("application_id", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("scope", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("history_application", "application_id"),
    Index("history_scope", "scope"),
)

tally = Table(
    "tally",
    metadata,
    Column("broadcast_id", Text, primary_key=True),
    Column("job_id", Text, primary_key=True),
    Column("applications", Integer, nullable=False),
    Column("repeats", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many applications a job has in a broadcast, kept by triggers: counting 360,000 rows takes a second."""
