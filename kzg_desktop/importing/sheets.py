"""Reading a spreadsheet file, whatever its kind, as sheets of numbered rows of text."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from kzg_desktop.errors import FileUnreadable
from kzg_desktop.importing.csv_file import read_csv
from kzg_desktop.importing.workbook import is_workbook, read_workbook

__all__ = ["MAX_BYTES", "MAX_ROWS", "Sheet", "SheetRow", "read_sheets"]

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 20_000


class SheetRow(Struct, frozen=True):
    """One row: its *number* as the spreadsheet shows it (from 1) and the text of its cells, "" where empty.

    *merged* are the indexes of cells whose text comes from a merged range that began in a row above.
    """

    number: int
    cells: tuple[str, ...]
    merged: frozenset[int] = frozenset()


class Sheet(Struct, frozen=True):
    """One sheet; *hidden* ones are there in the file but not shown by the spreadsheet program."""

    name: str
    rows: tuple[SheetRow, ...]
    hidden: bool = False


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FileUnreadable(f"文件超过 {MAX_BYTES // 1024 // 1024} MB，请拆分后再导入：{path.name}")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileUnreadable(f"找不到文件：{path}") from error
    except PermissionError as error:  # on Windows also while another program writes it
        raise FileUnreadable(f"打不开 {path.name}：可能正被 Excel 或 WPS 占用，请关掉表格再试") from error
    except OSError as error:
        raise FileUnreadable(f"无法打开文件 {path}：{error.strerror}") from error
    if not data.strip():
        raise FileUnreadable(f"文件是空的：{path.name}")
    return data


def _sheet(name: str, grid: list[list[str]], merged: dict[tuple[int, int], str], *, hidden: bool) -> Sheet:
    if len(grid) > MAX_ROWS:
        raise FileUnreadable(f"工作表「{name}」超过 {MAX_ROWS:,} 行，请拆分后再导入")
    filled: dict[int, set[int]] = {}
    for (row, column), text in merged.items():
        grid[row][column] = text
        filled.setdefault(row, set()).add(column)
    rows = (SheetRow(i + 1, tuple(cells), frozenset(filled.get(i, ()))) for i, cells in enumerate(grid))
    return Sheet(name, tuple(rows), hidden)


def read_sheets(path: Path) -> list[Sheet]:
    """Return the sheets of an XLSX, XLS, ODS or CSV file, in the file's order.

    Text is trimmed; whole numbers have no fraction; dates are ISO 8601; formulas give their last result.

    Raises:
        FileUnreadable: missing, empty, protected, too large, or not a spreadsheet.
    """
    data = _content(path)
    if is_workbook(data):
        return [_sheet(g.name, g.cells, g.merged, hidden=g.hidden) for g in read_workbook(data, path.name)]
    return [_sheet(path.stem, read_csv(data, path.name), {}, hidden=False)]
