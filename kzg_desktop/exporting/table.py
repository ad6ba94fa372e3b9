"""A table to be exported: columns that know what they hold, and rows."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import Struct

__all__ = ["Cell", "Column", "ColumnKind", "Table", "cell_text", "local_time", "width_of"]

ColumnKind: TypeAlias = Literal["text", "int", "signed", "duration", "time"]
"""Words; a whole number; one whose sign matters (``+35``); seconds; UTC milliseconds, shown in the local time zone."""

Cell: TypeAlias = str | int | None
"""Text for a text column, a number for all others, None for an empty cell."""


class Column(Struct, frozen=True):
    """A column's heading and what its cells are."""

    title: str
    kind: ColumnKind = "text"


class Table(Struct, frozen=True, kw_only=True):
    """A named table; each row has one cell for each column."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def local_time(ms: int) -> datetime:
    """Return UTC milliseconds as the time of day here, without a zone, as spreadsheets keep it."""
    return datetime.fromtimestamp(ms / 1000).astimezone().replace(tzinfo=None)


def cell_text(cell: Cell, kind: ColumnKind) -> str:
    """Return a cell as text: a duration as ``h:mm:ss``, a time to the second."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    if kind == "time":
        return f"{local_time(cell):%Y-%m-%d %H:%M:%S}"
    if kind == "duration":
        return _duration_text(cell)
    return f"{cell:+}" if kind == "signed" and cell else str(cell)


def _duration_text(seconds: int) -> str:
    minutes, rest = divmod(max(0, seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def width_of(text: str) -> int:
    """Return how many columns of a terminal or of a sheet's standard letters *text* takes: a Chinese character two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
