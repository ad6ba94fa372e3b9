"""Spreadsheet files of every kind, and what is no spreadsheet."""

from __future__ import annotations

import contextlib
import os
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzg_desktop.errors import FileUnreadable
from kzg_desktop.importing import sheets
from kzg_desktop.importing.sheets import SheetRow, read_sheets
from kzg_desktop.importing.workbook import cell_text

LINES = "企业名称,岗位名称\n样例厂,普工\n"


def write(tmp_path: Path, content: bytes, name: str = "表.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = write(tmp_path, LINES.replace(",", delimiter).encode(encoding))
    [sheet] = read_sheets(path)
    assert (SheetRow(1, ("企业名称", "岗位名称")), SheetRow(2, ("样例厂", "普工"))) == sheet.rows


def test_csv_rows_are_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    path = write(tmp_path, b'a,b\r\n\r\n"two\r\nlines",x\r\nlast\r\n')
    expected = [(1, ("a", "b")), (2, ("", "")), (3, ("two\r\nlines", "x")), (4, ("last", ""))]
    assert expected == [(row.number, row.cells) for row in read_sheets(path)[0].rows]


def test_xlsx_keeps_row_numbers_and_fills_merged_cells_down(agency_file: Path) -> None:
    first, second = read_sheets(agency_file)
    assert ("岗位汇总", "填表说明", 14) == (first.name, second.name, len(first.rows))
    assert (5, "云帆电器（青岛）有限公司", frozenset({1})) == (
        first.rows[4].number,
        first.rows[4].cells[1],
        first.rows[4].merged,
    )
    assert "鲁东区直播带岗岗位汇总表（8月26日—8月31日）" == "".join(first.rows[0].cells)


def test_xlsx_cells_of_every_type(tmp_path: Path) -> None:
    path = tmp_path / "类型.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy/m/d"})
        sheet.write_number("B3", 300)
        sheet.write_number("C3", 19.5)
        sheet.write_datetime("D3", datetime.fromisoformat("2026-09-30"), day)
        sheet.write_formula("E3", "=SUM(B3,B3)", None, 600)
        sheet.write_string("F3", " 0150 ")
        sheet.write_boolean("G3", True)
    assert ("", "300", "19.5", "2026-09-30", "600", "0150", "是") == read_sheets(path)[0].rows[2].cells


def test_hidden_sheets_are_marked(tmp_path: Path) -> None:
    path = tmp_path / "隐藏.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("看得见").write("A1", "x")
        hidden = book.add_worksheet("看不见")
        hidden.write("A1", "y")
        hidden.hide()
        book.add_worksheet("空的")
    assert [("看得见", False, 1), ("看不见", True, 1), ("空的", False, 0)] == [
        (sheet.name, sheet.hidden, len(sheet.rows)) for sheet in read_sheets(path)
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (300.0, "300"),
        (0.1 + 0.2, "0.3"),
        (1e20, "1e+20"),
        (date(2026, 9, 5), "2026-09-05"),
        (datetime.fromisoformat("2026-09-05T09:30"), "2026-09-05 09:30"),
        (time(9, 0), "09:00"),
        (False, "否"),
        ("  包住 ", "包住"),
    ],
)
def test_cell_text(value: object, text: str) -> None:
    assert text == cell_text(value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空的"),
        (b"  \n ", "空的"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "不是可以读取的表格"),
        (b"\xff\xfe\x00", "不是可以读取的表格"),
        (b"%PDF-1.7\n\x01\x02", "不是可以读取的表格"),
        (b"PK\x03\x04 but not really", "已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "不是可以读取的表格"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "网页"),
    ],
)
def test_what_is_no_spreadsheet(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(FileUnreadable, match=words):
        read_sheets(write(tmp_path, content, "岗位.xlsx"))


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="找不到"):
        read_sheets(tmp_path / "没有.xlsx")
    with pytest.raises(FileUnreadable, match="无法打开"):
        read_sheets(tmp_path)


def test_another_kind_of_archive(tmp_path: Path) -> None:
    path = tmp_path / "文档.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    with pytest.raises(FileUnreadable, match="不是可以读取的表格"):
        read_sheets(path)


def test_a_file_too_large(tmp_path: Path) -> None:
    path = tmp_path / "大.csv"
    with path.open("wb") as file:
        file.truncate(sheets.MAX_BYTES + 1)
    with pytest.raises(FileUnreadable, match="20 MB"):
        read_sheets(path)


def test_too_many_rows(tmp_path: Path) -> None:
    path = write(tmp_path, b"a,b\n" * (sheets.MAX_ROWS + 1))
    with pytest.raises(FileUnreadable, match="20,000 行"):
        read_sheets(path)


def test_a_far_away_cell_does_not_eat_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "远.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "x")
        sheet.write("XFD1048576", "y")
    with pytest.raises(FileUnreadable, match="范围过大"):
        read_sheets(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_but_never_fails(agency_file: Path, data: st.DataObject) -> None:
    content = bytearray(agency_file.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = agency_file.with_name("坏.xlsx")
    path.write_bytes(content)
    with contextlib.suppress(FileUnreadable):
        assert all(row.number > 0 for sheet in read_sheets(path) for row in sheet.rows)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path, LINES.encode())
    path.chmod(0)
    with pytest.raises(FileUnreadable, match="打不开"):
        read_sheets(path)


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows has it, where Excel locks what it has open."""

    def locked(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, LINES.encode())
    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(FileUnreadable, match="占用"):
        read_sheets(path)
