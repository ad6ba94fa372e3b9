"""Several tables as one XLSX, with rates and decimals besides what :mod:`kzg_desktop.exporting.table` knows."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias

import xlsxwriter  # type: ignore[import-untyped]  # it comes without types
from msgspec import Struct

from kzg_desktop.exporting.atomic import write_whole
from kzg_desktop.exporting.table import ColumnKind, Table, cell_text, local_time, width_of

__all__ = ["Sheet", "SheetCell", "SheetColumn", "SheetKind", "book_bytes", "sheet_of", "write_book"]

SheetKind: TypeAlias = ColumnKind | Literal["rate", "decimal", "yuan"]
"""A rate from 0 to 1, shown in percent; a number with a decimal; money in yuan."""

SheetCell: TypeAlias = str | float | None

_FORMATS: dict[SheetKind, dict[str, Any]] = {
    "text": {"text_wrap": True},
    "int": {"num_format": "#,##0"},
    "signed": {"num_format": "+0;-0;0"},
    "duration": {"num_format": "[h]:mm:ss"},
    "time": {"num_format": "yyyy-mm-dd hh:mm:ss"},
    "rate": {"num_format": "0.0%"},
    "decimal": {"num_format": "#,##0.00"},
    "yuan": {"num_format": "#,##0.00"},
}
_NARROWEST, _WIDEST = 8, 48
_FILTER_ARROW = 3
_TIME_WIDTH = 20
_DAY_S = 24 * 3600
_LONGEST = 32_767
"""Characters that a cell can hold."""

_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_SHEET_NAME_LENGTH = 31
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 cannot hold: a sheet with it does not open."""


class SheetColumn(Struct, frozen=True):
    """A column's heading and what its cells are."""

    title: str
    kind: SheetKind = "text"


class Sheet(Struct, frozen=True, kw_only=True):
    """A named sheet. In a column of text a number is written as one: a summary has both."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell, ...], ...]


def sheet_of(table: Table, name: str, *, columns: int | None = None) -> Sheet:
    """Return *table* as a sheet, or the first *columns* of it."""
    kept = tuple(SheetColumn(column.title, column.kind) for column in table.columns[:columns])
    return Sheet(name=name, columns=kept, rows=tuple(row[:columns] for row in table.rows))


def write_book(sheets: Sequence[Sheet], title: str, path: Path) -> None:
    """Write *sheets* to the file at *path*, whole or not at all.

    Raises:
        StoreFull: it cannot be written.
    """
    write_whole(path, book_bytes(sheets, title))


def book_bytes(sheets: Sequence[Sheet], title: str, go_on: Callable[[], None] = lambda: None) -> bytes:
    """Return *sheets* as an XLSX file, headings frozen. Text stays text, whatever it begins with.

    *go_on* is called before each sheet, and may raise to stop.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    )
    book.set_properties({"title": _ILLEGAL.sub("", title)})
    heading = book.add_format({"bold": True, "bottom": 1, "valign": "vcenter"})
    formats = {kind: book.add_format({"valign": "top", **fields}) for kind, fields in _FORMATS.items()}
    names: set[str] = set()
    for sheet in sheets:
        go_on()
        name = _sheet_name(sheet.name, names)
        names.add(name.casefold())
        _fill(book.add_worksheet(name), sheet, heading, formats)
    book.close()
    return out.getvalue()


def _fill(page: Any, sheet: Sheet, heading: Any, formats: dict[SheetKind, Any]) -> None:
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, column.title, heading)
        page.set_column(at, at, _width(sheet, at))
    for number, row in enumerate(sheet.rows, 1):
        for at, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _write(page, (number, at), cell, column.kind, formats[column.kind])
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(sheet.rows)), max(0, len(sheet.columns) - 1))
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write(page: Any, place: tuple[int, int], cell: SheetCell, kind: SheetKind, style: Any) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        page.write_string(*place, _ILLEGAL.sub("", cell)[:_LONGEST], style)
    elif kind == "time":
        page.write_datetime(*place, local_time(int(cell)), style)
    else:
        page.write_number(*place, cell / _DAY_S if kind == "duration" else cell, style)


def _width(sheet: Sheet, at: int) -> int:
    column = sheet.columns[at]
    texts = (_text(row[at], column.kind) for row in sheet.rows)
    widest = max((width_of(line) for text in texts for line in text.split("\n")), default=0)
    return min(_WIDEST, max(_NARROWEST, widest + 2, width_of(column.title) + _FILTER_ARROW))


def _text(cell: SheetCell, kind: SheetKind) -> str:
    if cell is None or isinstance(cell, str):
        return cell or ""
    if kind == "time":
        return " " * (_TIME_WIDTH - 2)  # all of them are as wide
    return cell_text(int(cell), "duration") if kind == "duration" else f"{cell:,.2f}"


def _sheet_name(name: str, taken: set[str]) -> str:
    """Return *name* as a sheet may be called: no path signs, not too long, no apostrophe at its ends, not twice."""
    fit = _NO_SHEET_NAME.sub(" ", name)[:_SHEET_NAME_LENGTH].strip(" '") or "1"
    number, tried = 1, fit
    while tried.casefold() in taken:
        number += 1
        tried = f"{fit[: _SHEET_NAME_LENGTH - len(str(number)) - 1]} {number}"
    return tried
