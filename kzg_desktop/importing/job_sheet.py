"""Reading an agency's job sheet: every row becomes a draft job or is listed with the reason why not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct, structs

from kzg_desktop.domain.entities import Job
from kzg_desktop.errors import FileUnreadable
from kzg_desktop.importing.dates import Reference, day_in
from kzg_desktop.importing.findings import Finding, Message, Status, info, status_of, warning
from kzg_desktop.importing.headcount import read_headcount
from kzg_desktop.importing.job_row import FIELDS_OF_COLUMN, JobRow, Setting
from kzg_desktop.importing.labels import JOB_LABELS
from kzg_desktop.importing.sheets import Sheet, SheetRow, read_sheets
from kzg_desktop.importing.table import Skipped, Table, find_table, skip_sheet

__all__ = ["Draft", "JobSheet", "interpret", "read_job_sheet"]

_DITTO = frozenset({"同上", "同前", "同上行", "如上", "〃", "″", "”", "“", '"', "''", "同"})
_FILLED_IN = re.compile(r"(?:填表|制表|填报|更新|发布|统计)(?:日期|时间)\s*[:：]\s*(\S+)")
_PUBLISHER = re.compile(r"(?:填表|制表|填报|发布|报送)单位\s*[:：]\s*(\S+)")


class Draft(Struct, frozen=True, kw_only=True):
    """What one row becomes. *stated* are the job's fields that the sheet has columns for (``pay.text`` for a part).

    *duplicate_of* is the row that already states the same job, 0 for none: such a row is shown but not written.
    """

    sheet: str
    row: int
    job: Job
    stated: frozenset[str]
    messages: tuple[Message, ...]
    duplicate_of: int = 0

    @property
    def status(self) -> Status:
        """``error`` keeps the row out; ``warning`` wants a look."""
        return status_of(self.messages)


class JobSheet(Struct, frozen=True, kw_only=True):
    """A file's drafts in its order, its other rows, and remarks that concern a whole sheet."""

    file: str
    sheets: tuple[str, ...]
    drafts: tuple[Draft, ...]
    skipped: tuple[Skipped, ...]
    messages: tuple[Message, ...]

    def count(self, status: Status) -> int:
        """Return how many drafts have that status."""
        return sum(draft.status == status for draft in self.drafts)


def _setting(preamble: str, today: date) -> Setting:
    filled_in = _FILLED_IN.search(preamble)
    day = day_in(filled_in[1]) if filled_in else None
    publisher = _PUBLISHER.search(preamble)
    if day is None:
        reference = Reference(today, f"按今天（{today}）推断")
    else:
        reference = Reference(day, f"按填表日期（{day}）推断", stated=True)
    return Setting(reference, today, publisher[1] if publisher else "")


def _without_dittos(table: Table) -> Iterator[tuple[SheetRow, list[Message]]]:
    """Replace each 同上 by the text above it, and say so."""
    above = ("",) * len(table.columns)
    for row in table.rows:
        cells, messages = list(row.cells), []
        for column in table.columns:
            words = cells[column.index]
            if words in _DITTO:
                cells[column.index] = above[column.index]
                finding = info(f"取上一行“{above[column.index]}”") if above[column.index] else warning("上面没有内容")
                messages.append(_message(column.header, words, finding))
        above = tuple(cells)
        yield structs.replace(row, cells=above), messages


def _message(column: str, words: str, finding: Finding) -> Message:
    return Message(level=finding.level, text=finding.text, column=column, words=words)


def _draft(table: Table, row: SheetRow, said: list[Message], setting: Setting) -> Draft:
    reader = JobRow(setting)
    reader.messages += said
    for column in table.columns:
        text = row.cells[column.index]
        if text:
            reader.add(column, text)
        if text and column.field == "headcount" and column.index in row.merged:
            reader.say(column.header, text, [warning("来自合并单元格，几个岗位共用一个人数，请分开填写")])
    job = reader.job()
    stated = frozenset().union(*(FIELDS_OF_COLUMN.get(column.field, frozenset()) for column in table.columns))
    return Draft(sheet=table.sheet, row=row.number, job=job, stated=stated, messages=tuple(reader.messages))


def _differences(one: Job, other: Job) -> str:
    names = [label for name, label in JOB_LABELS.items() if getattr(one, name) != getattr(other, name)]
    return f"，不同之处：{'、'.join(names)}" if names else "，内容相同"


def _marked(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Point out rows that state the same job as an earlier one."""
    first: dict[str, Draft] = {}
    for draft in drafts:
        before = first.get(draft.job.id)
        if draft.status == "error" or before is None:
            if draft.status != "error":
                first[draft.job.id] = draft
            yield draft
            continue
        where = f"第 {before.row} 行" if before.sheet == draft.sheet else f"“{before.sheet}”第 {before.row} 行"
        text = f"与{where}重复（企业、岗位、地点相同），只导入{where}{_differences(before.job, draft.job)}"
        repeated = Message(level="warning", text=text)
        yield structs.replace(draft, messages=(*draft.messages, repeated), duplicate_of=before.row)


def _total_messages(table: Table) -> list[Message]:
    """Compare each total row with the rows above it; a subtotal with those since the last one."""
    messages: list[Message] = []
    for column in (column for column in table.columns if column.field == "headcount"):
        rows = [row for row in table.rows if column.index not in row.merged]
        figures = {row.number: read_headcount(row.cells[column.index])[0] or 0 for row in rows}
        since = 0
        for total in table.totals:
            subtotal = any("小计" in cell for cell in total.cells)
            counted = sum(n for number, n in figures.items() if (since if subtotal else 0) < number < total.number)
            since = total.number if subtotal else since
            stated = read_headcount(total.cells[column.index])[0]
            if stated is not None and stated != counted:
                finding = warning(f"第 {total.number} 行与各行之和 {counted} 不符，请核对")
                messages.append(_message(column.header, total.cells[column.index], finding))
    return messages


def _column_messages(table: Table) -> list[Message]:
    messages = []
    for column in table.columns:
        if column.field == "serial":
            messages.append(_message(column.header, "", info("只是行的编号，不导入")))
        elif not column.field and any(row.cells[column.index] for row in table.rows):
            messages.append(_message(column.header, "", info("没有对应的栏目，内容记在备注")))
    return messages


def interpret(sheets: Iterable[Sheet], file: str, today: date) -> JobSheet:
    """Return what the rows of *sheets* become; *today* is what offers expire against.

    Raises:
        FileUnreadable: no visible sheet has a header row.
    """
    tables: list[Table] = []
    skipped: list[Skipped] = []
    for sheet in sheets:
        table = None if sheet.hidden else find_table(sheet)
        if table is None:
            skipped += skip_sheet(sheet, "隐藏的工作表" if sheet.hidden else "没有表头的工作表")
        else:
            tables.append(table)
            skipped += table.skipped
    if not tables:
        raise FileUnreadable("没有找到表头：需要有一行写着“企业名称”“岗位名称”“招聘人数”等列名")
    drafts = (
        _draft(table, row, said, _setting(table.preamble, today))
        for table in tables
        for row, said in _without_dittos(table)
    )
    return JobSheet(
        file=file,
        sheets=tuple(table.sheet for table in tables),
        drafts=tuple(_marked(drafts)),
        skipped=tuple(skipped),
        messages=tuple(m for table in tables for m in (*_column_messages(table), *_total_messages(table))),
    )


def read_job_sheet(path: Path, today: date) -> JobSheet:
    """Read the job sheet at *path*.

    Raises:
        FileUnreadable: no spreadsheet, or none with a header row.
    """
    return interpret(read_sheets(path), path.name, today)
