"""XLSX, XLS and ODS workbooks as grids of text, by python-calamine."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time

from msgspec import Struct
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from kzg_desktop.errors import FileUnreadable

__all__ = ["Grid", "cell_text", "is_workbook", "read_workbook"]

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MAX_UNPACKED = 300 * 1024 * 1024
_MAX_CELLS = 5_000_000
_VALUE_CELL = re.compile(rb'<c\s[^>]*?r="([A-Z]{1,3})([0-9]{1,7})"[^>/]*>')


class Grid(Struct):
    """A sheet's cells by row and column, from A1; *merged* is the text that merged ranges spread downwards."""

    name: str
    cells: list[list[str]]
    merged: dict[tuple[int, int], str]
    hidden: bool


def is_workbook(data: bytes) -> bool:
    """Whether *data* begins as a workbook does: a ZIP archive or an OLE compound file."""
    return data.startswith((_ZIP, _COMPOUND))


def cell_text(value: object) -> str:
    """Return what a cell shows, in one spelling for each kind of value."""
    text = str(value).strip()
    match value:
        case bool():
            text = "是" if value else "否"
        case float():
            text = str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
        case datetime():
            text = value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            text = value.isoformat()
        case time():
            text = value.isoformat("minutes")
    return text


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _guard_size(data: bytes, name: str) -> None:
    """Refuse archives that unpack to far more than they are: a reader holds every cell between A1 and the last one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MAX_UNPACKED:
                raise FileUnreadable(f"文件解压后过大，请拆分后再导入：{name}")
            for entry in archive.namelist():
                if entry.startswith("xl/worksheets/") and _extent(archive.read(entry)) > _MAX_CELLS:
                    raise FileUnreadable(f"表格范围过大（很远的单元格里有内容），请删除多余的行列后再导入：{name}")
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise FileUnreadable(f"文件已损坏，无法作为表格读取：{name}") from error


def _extent(sheet_xml: bytes) -> int:
    last_row = last_column = 0
    for found in _VALUE_CELL.finditer(sheet_xml):
        last_row = max(last_row, int(found[2]))
        last_column = max(last_column, _column_number(found[1]))
    return last_row * last_column


def _spread(cells: list[list[str]], sheet: CalamineSheet) -> dict[tuple[int, int], str]:
    """Return the text for the cells below the first of each merged range."""
    merged: dict[tuple[int, int], str] = {}
    for (top, left), (bottom, _right) in sheet.merged_cell_ranges or ():
        if top >= len(cells) or left >= len(cells[top]) or not cells[top][left]:
            continue
        for row in range(top + 1, min(bottom + 1, len(cells))):
            merged[row, left] = cells[top][left]
    return merged


def _grids(book: CalamineWorkbook) -> Iterator[Grid]:
    for about in book.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        values = sheet.to_python(skip_empty_area=False) if sheet.height else []
        cells = [[cell_text(value) for value in row] for row in values]
        hidden = about.visible is not SheetVisibleEnum.Visible
        yield Grid(about.name, cells, _spread(cells, sheet), hidden)


def read_workbook(data: bytes, name: str) -> list[Grid]:
    """Return every worksheet of the workbook *data*; *name* is for messages.

    Raises:
        FileUnreadable: protected, damaged, too large, or not a workbook.
    """
    if _ENCRYPTED_STREAM in data:
        raise FileUnreadable(f"文件有密码保护，请取消密码后再导入：{name}")
    if data.startswith(_ZIP):
        _guard_size(data, name)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return list(_grids(book))
    except PasswordError as error:
        raise FileUnreadable(f"文件有密码保护，请取消密码后再导入：{name}") from error
    except CalamineError as error:
        raise FileUnreadable(f"不是可以读取的表格文件，或文件已损坏：{name}") from error
