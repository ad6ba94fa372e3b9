"""Whatever stands in a cell ends up in a field, in the note or in a message; and nothing makes reading fail."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from kzg_desktop.errors import FileUnreadable
from kzg_desktop.importing.job_sheet import JobSheet, interpret
from kzg_desktop.importing.plan import plan_import
from kzg_desktop.importing.words import plain, substance
from tests.unit.importing.invented import HEADER, TODAY, sheet_of

UNITS = set(
    "岁周以上下人名元块月年日号天至到止前截及起约共招聘个位小时工价时薪底每计件按千万kKwW内之封顶不限返费满干零底份末多余左右近大"
)
VOCABULARY = (
    "18 45 300 2026 9 30 6000 7500 岁 周岁 - — ~ 至 以下 以上 元 / 月 小时 底薪 计件 ， ； 、 免费 食宿 夫妻房 返费 满 "
    "天 押金 限女 日 年 . 人 若干 万 k 同上 合计 中央空调 补贴 青岛市 山东省 长期 （ ） ( ) + 左右 １８ 补"
)
WORDS = st.sampled_from([*VOCABULARY.split(), " ", "\n"])
CELLS = st.one_of(st.lists(WORDS, max_size=8).map("".join), st.text(max_size=12)).map(str.strip)


def texts(value: Any) -> list[str]:
    """Return every text and figure in a JSON value."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [str(value)]


def said(sheet: JobSheet) -> str:
    """Everything that came out of a sheet, in one spelling."""
    parts = [*map(str, sheet.messages), *(row.text for row in sheet.skipped)]
    parts += [cell for row in sheet.skipped for cell in row.text.split()]  # a blank parts the cells of such a row
    for draft in sheet.drafts:
        parts += [*texts(msgspec.to_builtins(draft.job)), *map(str, draft.messages)]
    return "|".join(map(plain, parts))


def lost(cell: str, out: str) -> list[str]:
    """Return the runs of letters and digits of *cell* that are nowhere in *out*, units of measure aside."""
    # a line end parts two figures where clauses are read, and is a blank where words are kept
    readings = (plain(cell), " ".join(map(plain, re.split(r"[\r\n]", cell))))
    return min((lost_runs(reading, out) for reading in readings), key=len)


def lost_runs(cell: str, out: str) -> list[str]:
    numbers = {int(run) for run in re.findall(r"\d+", out) if run.isdecimal()}
    letters = substance(out)
    runs = re.findall(r"[0-9]+|[^\W\d_]+", cell)
    return [
        run
        for run in runs
        if (int(run) not in numbers if run.isdecimal() else run not in letters and not _parts_of(run, letters))
    ]


def _parts_of(run: str, letters: str) -> bool:
    """Whether *letters* hold every part of *run* between the units that a figure before it took: 以下 in 18以下同上."""
    return all(part in letters for part in re.split(f"[{''.join(UNITS)}]+", run))


@settings(max_examples=400, deadline=None)
@given(st.lists(CELLS, min_size=13, max_size=13))
def test_every_cell_is_accounted_for(cells: list[str]) -> None:
    sheet = interpret([sheet_of(HEADER, ("1", *cells))], "表.csv", TODAY)
    out = said(sheet)
    missing = {header: runs for header, cell in zip(HEADER[1:], cells, strict=True) if (runs := lost(cell, out))}
    assert {} == missing


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_every_row_is_a_job_or_is_listed(rows: list[list[str]]) -> None:
    sheet = interpret([sheet_of(("序号", "企业名称", "岗位名称", "人数", "年龄", "备注"), *rows)], "表.csv", TODAY)
    numbers = sorted([draft.row for draft in sheet.drafts] + [row.row for row in sheet.skipped])
    assert list(range(2, len(rows) + 2)) == numbers
    again = plan_import(sheet.drafts, [], [])
    assert len(sheet.drafts) == len(again.rows)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_arbitrary_sheets_are_read_or_refused(rows: list[list[str]]) -> None:
    try:
        sheet = interpret([sheet_of(*rows)], "表.csv", TODAY)
    except FileUnreadable:
        return
    assert len(rows) >= len(sheet.drafts)
