"""Tables as CSV: UTF-8 with a byte order mark, without which Excel takes Chinese for the system's code page."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from kzg_desktop.exporting.atomic import write_whole
from kzg_desktop.exporting.table import Cell, ColumnKind, Table, cell_text

__all__ = ["csv_bytes", "write_csv"]

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def write_csv(table: Table, path: Path) -> None:
    """Write *table* to the file at *path*, whole or not at all.

    Raises:
        StoreFull: it cannot be written.
    """
    write_whole(path, csv_bytes(table))


def csv_bytes(table: Table) -> bytes:
    """Return *table* as a CSV file.

    Text that a spreadsheet program would run as a formula gets an apostrophe in front, as OWASP's "CSV Injection"
    advises: a job's title comes from an agency's sheet, an override's reason from whoever was at the keys.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_safe(column.title) for column in table.columns])
    kinds = [column.kind for column in table.columns]
    writer.writerows([[_text(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in table.rows])
    return out.getvalue().encode("utf-8-sig")


def _text(cell: Cell, kind: ColumnKind) -> str:
    if isinstance(cell, str):
        return _safe(cell)
    return str(cell) if kind == "signed" and cell is not None else cell_text(cell, kind)  # a plus would read as text


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
