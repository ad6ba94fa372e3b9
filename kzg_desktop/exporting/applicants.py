"""Applications as a table: the columns on screen, in the words on screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.masking import mask_name, mask_phone
from kzg_desktop.exporting.table import Cell, Column, ColumnKind, Table

__all__ = ["APPLICANT_COLUMNS", "ApplicantColumn", "applicant_table"]

ApplicantColumn: TypeAlias = Literal[
    "n",
    "received_at",
    "name",
    "phone",
    "job_title",
    "employer",
    "status",
    "owner",
    "due_at",
    "city",
    "age_band",
    "available_from",
    "channel",
    "broadcast",
    "called_at",
    "outcome",
    "attempts",
    "call_after",
    "appointment_at",
    "starts_on",
    "reason",
    "exit_reason",
    "notes",
]

_VALUES: dict[ApplicantColumn, Callable[[Application], Cell]] = {
    "n": lambda row: row.n,
    "received_at": lambda row: row.received_at or None,
    "name": lambda row: row.name,
    "phone": lambda row: row.phone,
    "job_title": lambda row: row.job_title,
    "employer": lambda row: row.employer_id,
    "status": lambda row: row.status,
    "owner": lambda row: row.owner,
    "due_at": lambda row: row.due_at or None,
    "city": lambda row: row.city,
    "age_band": lambda row: row.age_band,
    "available_from": lambda row: row.available_from,
    "channel": lambda row: row.channel,
    "broadcast": lambda row: row.broadcast_id,
    "called_at": lambda row: row.handling.called_at or None,
    "outcome": lambda row: row.handling.outcome,
    "attempts": lambda row: row.handling.attempts,
    "call_after": lambda row: row.handling.call_after or None,
    "appointment_at": lambda row: row.appointment_at or None,
    "starts_on": lambda row: row.handling.starts_on or None,
    "reason": lambda row: row.handling.reason,
    "exit_reason": lambda row: row.handling.exit_reason,
    "notes": lambda row: row.notes,
}
_MASKED: dict[ApplicantColumn, Callable[[Application], Cell]] = {
    "name": lambda row: mask_name(row.name) if row.name else "",
    "phone": lambda row: mask_phone(row.phone),
    "reason": lambda _row: "",  # what somebody wrote may name anybody
    "notes": lambda _row: "",
}
_KINDS: dict[ApplicantColumn, ColumnKind] = {
    "n": "int",
    "attempts": "int",
    "received_at": "time",
    "due_at": "time",
    "called_at": "time",
    "call_after": "time",
    "appointment_at": "time",
    "starts_on": "time",
}

APPLICANT_COLUMNS: tuple[ApplicantColumn, ...] = tuple(_VALUES)
"""All columns that can be exported."""


def applicant_table(
    rows: Iterable[Application],
    columns: Sequence[ApplicantColumn],
    *,
    title: str,
    headings: Mapping[str, str],
    words: Mapping[str, Mapping[str, str]] | None = None,
    full: bool = False,
) -> Table:
    """Return *rows* with those *columns*, in that order, under *headings* (by column).

    *words* hold, by column, what to write for a code: a state, an owner's or a broadcast's id; without, the code stays.
    Unless *full*, names and phones are masked, and what somebody wrote (notes, reasons) is left out.
    """
    texts = words or {}
    values = _VALUES if full else _VALUES | _MASKED
    return Table(
        title=title,
        columns=tuple(Column(headings[column], _KINDS.get(column, "text")) for column in columns),
        rows=tuple(tuple(_worded(values[column](row), texts.get(column, {})) for column in columns) for row in rows),
    )


def _worded(cell: Cell, words: Mapping[str, str]) -> Cell:
    return words.get(cell, cell) if isinstance(cell, str) else cell
