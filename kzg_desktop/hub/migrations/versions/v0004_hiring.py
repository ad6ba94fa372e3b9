"""Figures of broadcasts, and the HR desk: handling of applications, its history, and accounts with passwords."""

from __future__ import annotations

import uuid
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")

_SMALL: dict[str, tuple[sa.Column[Any], ...]] = {
    "viewers": (),
    "card_cost": (sa.Column("broadcast_id", KEY, nullable=False),),
    "colleague": (sa.Column("account_id", KEY, nullable=False),),
    "desk_rules": (),
    "template": (),
    "interview_slot": (sa.Column("starts_at", sa.BigInteger(), nullable=False),),
    "person_link": (),
    "history": (
        sa.Column("application_id", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", KEY, nullable=False),
    ),
}

_DAY = 86_400_000
_DUE = {
    "'new'": "received_at + 300000",
    "'contacting', 'unreachable'": "received_at + 7200000",
    "'reached', 'considering', 'no_show', 'interview_booked', 'interviewed', 'passed'": f"received_at + {_DAY}",
    "'hired'": f"(received_at + 28800000) / {_DAY} * {_DAY} - 28800000 + 7 * {_DAY}",
}
"""As :func:`kzg_desktop.domain.duty.duty_of` has it, by the usual rules, where nothing is known of the handling."""


def upgrade() -> None:
    """Add tables and columns, and say of the applications that are there what is due.

    Their revisions stay, so desktops learn of it by starting afresh: all cursors expire.
    """
    for name, columns in _SMALL.items():
        _small(name, *columns)
    op.create_index(op.f("ix_colleague_account_id"), "colleague", ["account_id"])
    op.create_index(op.f("ix_history_application_id"), "history", ["application_id"])
    for column in ("owner", "notes", "handling"):
        type_ = KEY if column == "owner" else sa.Text()
        op.add_column("application", sa.Column(column, type_, nullable=False, server_default=""))
    for column in ("due_at", "appointment_at"):
        op.add_column("application", _number(column))
    op.create_index(op.f("ix_application_due_at"), "application", ["due_at"])
    held = sa.text("owner <> '' AND status IN ('new', 'contacting')")
    name = op.f("ix_application_owner")
    op.create_index(name, "application", ["owner"], sqlite_where=held, postgresql_where=held)
    _accounts()
    op.add_column("consent", sa.Column("withdrawn_at", sa.BigInteger(), nullable=True))
    op.create_table(
        "audit",
        sa.Column("id", NUMBER, nullable=False, autoincrement=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("actor", KEY, nullable=False),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"])
    op.create_table(
        "erased",
        sa.Column("phone_hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("phone_hash", name=op.f("pk_erased")),
    )
    op.create_index(op.f("ix_erased_at"), "erased", ["at"])
    for statuses, due in _DUE.items():
        op.execute(f"UPDATE application SET due_at = {due} WHERE status IN ({statuses})")  # noqa: S608 -- our own
    op.execute(f"UPDATE head SET epoch = '{uuid.uuid4().hex}'")  # noqa: S608 -- the same


def _accounts() -> None:
    """Add columns one by one: a table that SQLite copies is dropped, and what refers to its rows goes with them."""
    op.add_column("device", _number("seen_at"))
    op.add_column("account", sa.Column("login", KEY, nullable=True))
    op.add_column("account", sa.Column("password_hash", sa.Text(), nullable=False, server_default=""))
    op.add_column("account", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("account", _number("locked_until"))
    op.add_column("account", sa.Column("disabled", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("account", _number("created_at"))
    op.create_index(op.f("ix_account_login"), "account", ["login"], unique=True)


def _small(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("id", KEY, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("scope", KEY, nullable=False),
        *columns,
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(op.f(f"ix_{name}_scope"), name, ["scope"])


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False, server_default="0")
