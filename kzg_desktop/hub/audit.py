"""The audit log: who signed in, was refused, invited, changed or revoked. It holds ids, and never a secret."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from sqlalchemy import Connection, Table, delete, insert, select

from kzg_desktop.hub import tables
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire_office import AuditLine, AuditPage

__all__ = ["HUB", "KEPT_MS", "AuditKind", "audit_page", "forget_old", "record"]

HUB = "hub"
"""The actor of what nobody did who is known: a failed sign-in, a command on the hub's computer."""

KEPT_MS = 3 * 365 * 24 * 3600 * 1000
"""How long lines are kept: records of how personal data was handled for three years (个人信息保护法 56), sign-ins for
six months at least (网络安全法 21)."""

AuditKind: TypeAlias = Literal[
    "sign_in",
    "sign_in_failed",
    "locked",
    "sign_out",
    "token_theft",
    "invited",
    "invitation_used",
    "account_created",
    "account_renamed",
    "account_disabled",
    "account_enabled",
    "account_unlocked",
    "role_changed",
    "scopes_changed",
    "password_changed",
    "password_forgotten",
    "device_revoked",
    "correction",
    "record",
    "erasure",
    "retention",
]
"""All that is recorded: what accounts and devices do, and what is done with a person's data. Windows have words for
each."""

_IN_CHUNK = 500


def record(transaction: Transaction, kind: AuditKind, *, actor: str = HUB, subject: str = "", detail: str = "") -> None:
    """Add a line: *actor* (an account's id) did *kind* to *subject* (an id).

    No personal data of applicants, password, code or token may be in *detail*, nor anything that a stranger typed:
    people type passwords into the wrong field.
    """
    values = {"at": transaction.now, "kind": kind, "actor": actor, "subject": subject, "detail": detail}
    transaction.connection.execute(insert(tables.audit).values(values))


def audit_page(connection: Connection, *, before: int, limit: int) -> AuditPage:
    """Return the newest lines, or those before the line with the id *before* (0: none)."""
    c = tables.audit.c
    query = select(tables.audit).order_by(c.id.desc()).limit(limit + 1)
    rows = connection.execute(query.where(c.id < before) if before else query).all()
    ids = {id_ for row in rows for id_ in (row.actor, row.subject)}
    names = _names(connection, tables.device, ids) | _names(connection, tables.account, ids)
    lines = [
        AuditLine(
            id=row.id,
            at=row.at,
            kind=row.kind,
            actor=row.actor,
            actor_name=names.get(row.actor, ""),
            subject=row.subject,
            subject_name=names.get(row.subject, ""),
            detail=row.detail,
        )
        for row in rows[:limit]
    ]
    return AuditPage(lines=lines, more=len(rows) > limit)


def forget_old(transaction: Transaction) -> int:
    """Drop the lines that have been kept for long enough; return how many."""
    old = tables.audit.c.at < transaction.now - KEPT_MS
    return transaction.connection.execute(delete(tables.audit).where(old)).rowcount


def _names(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    wanted = sorted(set(ids) - {"", HUB})
    for start in range(0, len(wanted), _IN_CHUNK):
        query = select(table.c.id, table.c.name).where(table.c.id.in_(wanted[start : start + _IN_CHUNK]))
        found |= {row.id: row.name for row in connection.execute(query)}
    return found
