"""Spreadsheets made for the occasion, all invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from kzg_desktop.importing.job_sheet import JobSheet, interpret
from tests.unit.importing.invented import AGENCY_ROWS, TODAY, sheet_of


@pytest.fixture
def agency_file(tmp_path: Path) -> Path:
    """A sheet with titles, merged cells, a blank row, a total row and a second sheet of instructions."""
    path = tmp_path / "岗位汇总.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("岗位汇总")
        for number, row in enumerate(AGENCY_ROWS):
            sheet.write_row(number, 0, row)
        sheet.merge_range(0, 0, 0, 13, AGENCY_ROWS[0][0])
        sheet.merge_range(1, 0, 1, 13, AGENCY_ROWS[1][0])
        sheet.merge_range(3, 1, 4, 1, AGENCY_ROWS[3][1])
        sheet.merge_range(5, 1, 6, 1, AGENCY_ROWS[5][1])
        book.add_worksheet("填表说明").write("A1", "请勿修改表头")
    return path


@pytest.fixture
def read_rows() -> Callable[..., JobSheet]:
    """Interpret rows of text as one sheet."""

    def read(*rows: Sequence[str]) -> JobSheet:
        return interpret([sheet_of(*rows)], "表.csv", TODAY)

    return read


@pytest.fixture
def read_job(read_rows: Callable[..., JobSheet]):
    """Interpret one row, given as header → text; employer and title are filled in."""

    def read(**cells: str):
        row = {"企业名称": "样例厂", "岗位名称": "普工", **cells}
        [draft] = read_rows(tuple(row), tuple(row.values())).drafts
        return draft

    return read
