"""Tables as XLSX, with numbers, times and durations that a spreadsheet program can calculate with."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it comes without types

from kzg_desktop.exporting.atomic import write_whole
from kzg_desktop.exporting.table import Cell, ColumnKind, Table, cell_text, local_time, width_of

__all__ = ["write_xlsx", "xlsx_bytes"]

_FORMATS: dict[ColumnKind, dict[str, Any]] = {
    "text": {"text_wrap": True},
    "int": {"num_format": "0"},
    "signed": {"num_format": "+0;-0;0"},
    "duration": {"num_format": "[h]:mm:ss"},
    "time": {"num_format": "yyyy-mm-dd hh:mm:ss"},
}
_NARROWEST, _WIDEST = 8, 48
_DAY_S = 24 * 3600
_LONGEST = 32_767
"""Characters that a cell can hold."""

_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_SHEET_NAME_LENGTH = 31


def write_xlsx(table: Table, path: Path) -> None:
    """Write *table* to the file at *path*, whole or not at all.

    Raises:
        StoreFull: it cannot be written.
    """
    write_whole(path, xlsx_bytes(table))


def xlsx_bytes(table: Table) -> bytes:
    """Return *table* as an XLSX file with one sheet, its heading frozen. Text stays text, whatever it begins with."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    )
    book.set_properties({"title": table.title})
    sheet = book.add_worksheet(_sheet_name(table.title))
    heading = book.add_format({"bold": True, "bottom": 1, "valign": "vcenter"})
    formats = {kind: book.add_format({"valign": "top", **fields}) for kind, fields in _FORMATS.items()}
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.title, heading)
        sheet.set_column(at, at, _width(table, at))
    for number, row in enumerate(table.rows, 1):
        for at, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            _write(sheet, (number, at), cell, column.kind, formats[column.kind])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), max(0, len(table.columns) - 1))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return out.getvalue()


def _write(sheet: Any, place: tuple[int, int], cell: Cell, kind: ColumnKind, style: Any) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        sheet.write_string(*place, cell[:_LONGEST], style)
    elif kind == "time":
        sheet.write_datetime(*place, local_time(cell), style)
    else:
        sheet.write_number(*place, cell / _DAY_S if kind == "duration" else cell, style)


def _width(table: Table, at: int) -> int:
    column = table.columns[at]
    texts = [cell_text(row[at], column.kind) for row in table.rows]
    widest = max((width_of(line) for text in texts for line in text.split("\n")), default=0)
    filter_arrow = 3
    return min(_WIDEST, max(_NARROWEST, widest + 2, width_of(column.title) + filter_arrow))


def _sheet_name(title: str) -> str:
    """Return *title* as a sheet may be called: no path signs, not too long, no apostrophe at its ends."""
    return _NO_SHEET_NAME.sub(" ", title)[:_SHEET_NAME_LENGTH].strip(" '") or "1"
