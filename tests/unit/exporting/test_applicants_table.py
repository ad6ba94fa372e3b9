"""Applicants as a table, read back from CSV and XLSX, and by a spreadsheet program."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import Handling
from kzg_desktop.exporting.applicants import APPLICANT_COLUMNS, ApplicantColumn, applicant_table
from kzg_desktop.exporting.csv_file import csv_bytes, write_csv
from kzg_desktop.exporting.table import Column, Table
from kzg_desktop.exporting.xlsx_file import write_xlsx, xlsx_bytes

AT = 1_788_235_200_000
"""2026-09-01 12:00 in China."""

ROW = Application(
    id="a",
    n=7,
    broadcast_id="b",
    job_id="j",
    employer_id="o",
    job_title="装配工",
    received_at=AT,
    name="王小明",
    phone="13800138000",
    status="reached",
    owner="acc-1",
    city="潍坊",
    notes='=HYPERLINK("http://x","点我")\n下午打',
    appointment_at=AT + 3_600_000,
    handling=Handling(attempts=2, called_at=AT, outcome="no_answer", reason="@家人接的"),
)
EVIL = Application(
    id="c",
    n=8,
    broadcast_id="b",
    job_id="j",
    employer_id="o",
    job_title="+装配工",
    received_at=AT,
    name="=1+1",
    phone="13900139000",
    city="-2+3",
)
HEADINGS = {column: column for column in APPLICANT_COLUMNS} | {
    "name": "姓名",
    "phone": "手机号",
    "status": "状态",
    "owner": "负责人",
    "notes": "备注",
}
WORDS = {"status": {"reached": "已联系", "new": "待联系"}, "owner": {"acc-1": "李芳"}}
SHOWN: tuple[ApplicantColumn, ...] = ("name", "phone", "status", "owner", "appointment_at", "notes")


@pytest.fixture(autouse=True)
def in_china(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def table(*rows: Application, columns: tuple[ApplicantColumn, ...] = SHOWN, full: bool = True) -> Table:
    return applicant_table(rows or (ROW,), columns, title="应聘者", headings=HEADINGS, words=WORDS, full=full)


def test_the_columns_on_screen_are_exported_in_their_order_and_words() -> None:
    made = table(columns=("phone", "status", "owner", "n", "called_at"))
    expected = (Column("手机号"), Column("状态"), Column("负责人"), Column("n", "int"), Column("called_at", "time"))
    assert expected == made.columns
    assert (("13800138000", "已联系", "李芳", 7, AT),) == made.rows
    assert "应聘者" == made.title


def test_every_column_can_be_exported_and_what_is_not_there_is_empty() -> None:
    made = table(EVIL, columns=APPLICANT_COLUMNS)
    cells = dict(zip(APPLICANT_COLUMNS, made.rows[0], strict=True))
    empty = {column for column, cell in cells.items() if cell in {None, ""}}
    expected = {
        "owner",
        "due_at",
        "age_band",
        "available_from",
        "called_at",
        "outcome",
        "call_after",
        "appointment_at",
        "starts_on",
        "reason",
        "exit_reason",
        "notes",
    }
    assert expected == empty
    assert [cells[column] for column in ("received_at", "attempts")] == [AT, 0]


def test_without_the_word_full_nobody_can_be_recognised() -> None:
    made = table(columns=("name", "phone", "notes", "reason", "city"), full=False)
    assert (("王**", "138****8000", "", "", "潍坊"),) == made.rows
    content = csv_bytes(made).decode() + str(made)
    assert not any(word in content for word in ("王小明", "13800138000", "点我", "家人"))


def test_masking_what_the_hub_masked_changes_nothing() -> None:
    masked = Application(
        id="m",
        n=1,
        broadcast_id="b",
        job_id="j",
        employer_id="o",
        job_title="",
        received_at=0,
        name="王**",
        phone="138****8000",
    )
    assert (("王**", "138****8000"),) == table(masked, columns=("name", "phone"), full=False).rows


def test_a_csv_runs_no_formulas_and_keeps_phones() -> None:
    made = table(ROW, EVIL, columns=("name", "phone", "job_title", "city", "notes", "reason"))
    records = list(csv.reader(io.StringIO(csv_bytes(made).decode("utf-8-sig"), newline="")))
    assert ["王小明", "13800138000", "装配工", "潍坊", f"'{ROW.notes}", "'@家人接的"] == records[1]
    assert ["'=1+1", "13900139000", "'+装配工", "'-2+3", "", ""] == records[2]


def test_an_xlsx_runs_no_formulas_and_keeps_phones_as_text() -> None:
    made = table(ROW, EVIL, columns=("name", "phone", "appointment_at", "attempts", "notes"))
    (found,) = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(made))).worksheets
    rows = list(found.iter_rows(min_row=2))
    assert ["王小明", "13800138000", datetime.fromisoformat("2026-09-01T13:00"), 2, ROW.notes] == [
        c.value for c in rows[0]
    ]
    assert ["s", "s", "d", "n", "s"] == [cell.data_type for cell in rows[0]]
    assert ["=1+1", "13900139000", None, 0, None] == [cell.value for cell in rows[1]]
    assert "s" == rows[1][0].data_type


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (libreoffice-calc-nogui)")
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_libreoffice_opens_it_and_reads_the_same(tmp_path: Path, kind: str) -> None:
    made = table(ROW, EVIL, columns=("name", "phone", "status", "city", "attempts", "notes"))
    source = tmp_path / f"应聘者.{kind}"
    (write_xlsx if kind == "xlsx" else write_csv)(made, source)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    as_utf8_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    reading = ["--infilter=CSV:44,34,76,1"] if kind == "csv" else []
    out = tmp_path / "out"
    subprocess.run(
        [*command, as_utf8_csv, *reading, "--outdir", out, source], check=True, capture_output=True, timeout=90
    )
    [read] = list(out.iterdir())
    records = list(csv.reader(io.StringIO(read.read_text("utf-8-sig"), newline="")))
    assert ["姓名", "手机号", "状态", "city", "attempts", "备注"] == records[0]
    mark = "" if kind == "xlsx" else "'"
    assert ["王小明", "13800138000", "已联系", "潍坊", "2", f"{mark}{ROW.notes}"] == records[1]
    assert [f"{mark}=1+1", "13900139000", "待联系", f"{mark}-2+3", "0", ""] == records[2]
