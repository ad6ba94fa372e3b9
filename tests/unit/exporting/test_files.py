"""Tables as CSV and XLSX, read back by other readers than the program's own."""

from __future__ import annotations

import csv
import errno
import io
import os
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.errors import StoreFull
from kzg_desktop.exporting.csv_file import csv_bytes, write_csv
from kzg_desktop.exporting.plain import plain_text
from kzg_desktop.exporting.table import Column, Table
from kzg_desktop.exporting.xlsx_file import write_xlsx, xlsx_bytes

AT = 1_788_235_200_123
"""2026-09-01 12:00:00.123 in China."""

TABLE = Table(
    title="播出记录 华北专场",
    columns=(
        Column("时间", "time"),
        Column("岗位"),
        Column("计划时长", "duration"),
        Column("超时（秒）", "signed"),
        Column("序号", "int"),
    ),
    rows=((AT, "总装操作工", 300, -35, 1), (AT + 1000, "=1+1", 90_061, 5, 2), (None, "", None, None, None)),
)
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x"]


@pytest.fixture(autouse=True)
def in_china(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def records(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline="")))


def words(*texts: str) -> Table:
    return Table(title="t", columns=(Column("c"),), rows=tuple((text,) for text in texts))


def sheet(content: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    book = openpyxl.load_workbook(io.BytesIO(content))
    (found,) = book.worksheets
    return found


def test_a_csv_opens_in_excel_as_chinese_with_local_times() -> None:
    assert csv_bytes(TABLE).startswith(b"\xef\xbb\xbf")
    expected = [
        ["时间", "岗位", "计划时长", "超时（秒）", "序号"],
        ["2026-09-01 12:00:00", "总装操作工", "0:05:00", "-35", "1"],
        ["2026-09-01 12:00:01", "'=1+1", "25:01:01", "5", "2"],
        ["", "", "", "", ""],
    ]
    assert expected == records(TABLE)


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_would_run_as_a_formula_gets_an_apostrophe_in_csv(text: str) -> None:
    assert [f"'{text}"] == records(words(text))[1]
    assert [f"'{text}"] == records(Table(title="t", columns=(Column(text),), rows=()))[0]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)))
def test_other_text_comes_back_from_csv_as_it_was(texts: list[str]) -> None:
    found = [row[0] for row in records(words(*texts))[1:]]
    assert texts == [text.removeprefix("'") if text.startswith("'") and text not in texts else text for text in found]


def test_an_xlsx_holds_numbers_times_and_text() -> None:
    found = sheet(xlsx_bytes(TABLE))
    assert "播出记录 华北专场" == found.title
    rows = [[cell.value for cell in row] for row in found.iter_rows()]
    assert ["时间", "岗位", "计划时长", "超时（秒）", "序号"] == rows[0]
    at, title, planned, over, number = rows[1]
    assert datetime.fromisoformat("2026-09-01T12:00:00.123") == at
    assert ("总装操作工", -35, 1) == (title, over, number)
    assert 300 == (planned if isinstance(planned, timedelta) else as_timedelta(planned)).total_seconds()
    assert ["=1+1", 5] == [rows[2][1], rows[2][3]]
    assert 3 == len(rows), "empty cells are not written"
    formats = [cell.number_format for cell in found[2]]
    assert ["yyyy-mm-dd hh:mm:ss", "General", "[h]:mm:ss", "+0;-0;0", "0"] == formats
    assert ("A2", "A1:E4") == (found.freeze_panes, found.auto_filter.ref)


def as_timedelta(value: object) -> timedelta:
    """Openpyxl reads a duration of less than a day as a time of day."""
    return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", [*DANGEROUS, "https://example.org", "12", "{=A1}"])
def test_text_stays_text_in_an_xlsx(text: str) -> None:
    cell = sheet(xlsx_bytes(words(text)))["A2"]
    assert ("s", None) == (cell.data_type, cell.hyperlink)
    assert text == cell.value.replace("_x000D_", "\r")


def test_columns_are_wide_enough_for_chinese_and_no_wider_than_a_screen() -> None:
    table = Table(title="t", columns=(Column("企业"), Column("n")), rows=(("华北精密电子科技有限公司", "x" * 500),))
    widths = [sheet(xlsx_bytes(table)).column_dimensions[letter].width for letter in "AB"]
    assert 24 <= widths[0] <= 30
    assert 48 <= widths[1] <= 49


@pytest.mark.parametrize("title", ["a/b\\c:d*e?f[g]h", "长" * 60, "'x'", "", "  "])
def test_any_broadcast_can_name_a_sheet(title: str) -> None:
    name = sheet(xlsx_bytes(Table(title=title, columns=(Column("c"),), rows=()))).title
    assert 0 < len(name) <= 31


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "播出记录.csv"
    path.write_text("old")
    write_csv(TABLE, path)
    write_xlsx(TABLE, tmp_path / "x.xlsx")
    assert csv_bytes(TABLE) == path.read_bytes()
    assert ["x.xlsx", "播出记录.csv"] == sorted(file.name for file in tmp_path.iterdir())


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_a_full_disk_leaves_the_old_file_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: type[write_csv]
) -> None:
    path = tmp_path / "log"
    path.write_text("old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreFull, match=r"log cannot be written: the disk is full"):
        write(TABLE, path)
    assert "old" == path.read_text()
    assert [path] == list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreFull, match="No such file"):
        write_csv(TABLE, tmp_path / "none" / "x.csv")


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of file sizes")
def test_a_file_that_cannot_grow_leaves_the_old_one_and_says_so(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    path = tmp_path / "log.xlsx"
    path.write_text("old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(StoreFull, match="too large"):
            write_xlsx(TABLE, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert ("old", [path]) == (path.read_text(), list(tmp_path.iterdir()))


def test_a_terminal_shows_aligned_lines() -> None:
    expected = [
        "时间                 岗位        计划时长  超时（秒）  序号",
        "2026-09-01 12:00:00  总装操作工   0:05:00         -35     1",
        "2026-09-01 12:00:01  =1+1        25:01:01          +5     2",
        "",
    ]
    assert expected == plain_text(TABLE).split("\n")


def test_a_terminal_gets_no_control_characters() -> None:
    assert "c\nred [31m x" == plain_text(words("red\x1b[31m\nx"))
