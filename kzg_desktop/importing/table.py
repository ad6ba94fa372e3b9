"""Finding the table in a sheet: its header, its data rows, and what is neither, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from kzg_desktop.importing.columns import Column, find_columns, is_header
from kzg_desktop.importing.sheets import Sheet, SheetRow

__all__ = ["Skipped", "Table", "find_table", "skip_sheet"]

_HEADER_WITHIN = 50
_TOTAL = re.compile(r"^(?:合计|总计|小计|共计|总人数|合\s+计|总\s+计)")
_REMARK = re.compile(r"^(?:[(（]?(?:注|备注|说明|填表|制表|提示|温馨提示|要求|以上|联系人|联系电话|审核)|[※*＊★])")


class Skipped(Struct, frozen=True, kw_only=True):
    """A row that is no job, why, and what it says."""

    sheet: str
    row: int
    reason: str
    text: str


class Table(Struct, frozen=True, kw_only=True):
    """A sheet's columns, the rows of data, the total rows among them, and the rest.

    *preamble* is the text above the header.
    """

    sheet: str
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    totals: tuple[SheetRow, ...]
    skipped: tuple[Skipped, ...]
    preamble: str


def _text(row: SheetRow) -> str:
    return " ".join(cell for i, cell in enumerate(row.cells) if cell and i not in row.merged)


def _skipped(sheet: Sheet, row: SheetRow, reason: str) -> Skipped:
    return Skipped(sheet=sheet.name, row=row.number, reason=reason, text=_text(row))


def skip_sheet(sheet: Sheet, reason: str) -> tuple[Skipped, ...]:
    """Return every row of *sheet* that says something, as skipped for *reason*."""
    return tuple(_skipped(sheet, row, reason) for row in sheet.rows if _text(row))


def _header(sheet: Sheet) -> tuple[int, int, tuple[str, ...]] | None:
    """Return the indexes of the header row and of the first data row, and the headers.

    A second header row under the first refines it: 薪资 above, 底薪 and 综合 below.
    """
    for i, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        if not is_header(row.cells):
            continue
        below = sheet.rows[i + 1] if i + 1 < len(sheet.rows) else None
        if below is None or not is_header(below.cells):
            return i, i + 1, row.cells
        return i, i + 2, tuple(lower or upper for upper, lower in zip(row.cells, below.cells, strict=True))
    return None


def _no_job(row: SheetRow, columns: tuple[Column, ...], headers: tuple[str, ...]) -> str:
    """Return why *row* is no job, or "" when it is one."""
    own = [(c.field, row.cells[c.index]) for c in columns if row.cells[c.index] and c.index not in row.merged]
    if not own:
        return "空行"
    if row.cells == headers:
        return "重复的表头"
    named = {field for field, text in own if field in {"employer", "title"} and not _TOTAL.match(text)}
    if not named and any(_TOTAL.match(text) for _, text in own):
        return "合计行"
    words = own[0][1]
    if _REMARK.match(words) and not named - {columns[0].field}:
        return "说明文字"
    if {field for field, _ in own} == {"serial"}:
        return "只有序号" if re.fullmatch(r"\d+", words) else "小标题"
    return ""


def _above(sheet: Sheet, rows: Iterable[SheetRow]) -> list[Skipped]:
    said = [row for row in rows if _text(row)]
    return [_skipped(sheet, row, "表头之前的文字" if i else "标题") for i, row in enumerate(said)]


def find_table(sheet: Sheet) -> Table | None:
    """Return the table in *sheet*, or None when no row is a header."""
    header = _header(sheet)
    if header is None:
        return None
    at, first, headers = header
    columns = find_columns(headers)
    above = sheet.rows[:at]
    reasons = [(row, _no_job(row, columns, headers)) for row in sheet.rows[first:]]
    return Table(
        sheet=sheet.name,
        columns=columns,
        rows=tuple(row for row, reason in reasons if not reason),
        totals=tuple(row for row, reason in reasons if reason == "合计行"),
        skipped=(*_above(sheet, above), *(_skipped(sheet, row, reason) for row, reason in reasons if reason)),
        preamble="\n".join(_text(row) for row in above),
    )
