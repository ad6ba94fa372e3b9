"""Reading the leads that a platform's back office exports: every row becomes a lead or is listed with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, structs

from kzg_desktop.errors import FileUnreadable
from kzg_desktop.importing.columns import Column
from kzg_desktop.importing.findings import Finding, Message, Status, status_of, warning
from kzg_desktop.importing.keys import normalised
from kzg_desktop.importing.lead_columns import find_lead_columns, is_lead_header, is_ocean_engine
from kzg_desktop.importing.lead_row import NOT_KEPT, OCEAN_ENGINE, SHEET, LeadFields, LeadRow
from kzg_desktop.importing.sheets import Sheet, SheetRow, read_sheets
from kzg_desktop.importing.table import Skipped, skip_sheet

__all__ = ["LeadDraft", "LeadSheet", "Progress", "interpret_leads", "read_lead_sheet"]

_HEADER_WITHIN = 50
_TELL_EVERY = 100


class LeadDraft(Struct, frozen=True, kw_only=True):
    """What one row becomes. *cells* are its texts by header, as they stand in the file, sex left out.

    *duplicate_of* is the row that already states the same lead, 0 for none; *repeats_id* says that an earlier row has
    the same id, which is therefore not this row's to correct. *job_id* is the job in the library, once
    it is looked up; *outcome* is what the hub made of it, once it was sent.
    """

    sheet: str
    row: int
    fields: LeadFields
    cells: tuple[tuple[str, str], ...]
    messages: tuple[Message, ...]
    duplicate_of: int = 0
    repeats_id: bool = False
    job_id: str = ""
    outcome: str = ""

    @property
    def status(self) -> Status:
        """``error`` keeps the row out; ``warning`` wants a look."""
        return status_of(self.messages)

    def saying(self, finding: Finding) -> LeadDraft:
        """Return the draft with one more remark on the whole row."""
        return structs.replace(self, messages=(*self.messages, Message(level=finding.level, text=finding.text)))


class LeadSheet(Struct, frozen=True, kw_only=True):
    """A file's drafts in its order, its other rows, and remarks that concern a whole sheet."""

    file: str
    sheets: tuple[str, ...]
    drafts: tuple[LeadDraft, ...]
    skipped: tuple[Skipped, ...]
    messages: tuple[Message, ...]

    def count(self, status: Status) -> int:
        """Return how many drafts have that status."""
        return sum(draft.status == status for draft in self.drafts)


class _Leads(Struct, frozen=True):
    """One sheet taken apart."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    skipped: tuple[Skipped, ...]


def _skipped(sheet: Sheet, row: SheetRow, reason: str) -> Skipped:
    return Skipped(sheet=sheet.name, row=row.number, reason=reason, text=" ".join(filter(None, row.cells)))


def _taken_apart(sheet: Sheet) -> _Leads | None:
    """Return the sheet's rows and columns, or None when no row is a header."""
    at = next((i for i, row in enumerate(sheet.rows[:_HEADER_WITHIN]) if is_lead_header(row.cells)), None)
    if at is None:
        return None
    header = sheet.rows[at].cells
    columns = find_lead_columns(header)
    skipped = [_skipped(sheet, row, "表头之前的文字" if any(row.cells) else "空行") for row in sheet.rows[:at]]
    rows: list[SheetRow] = []
    for row in sheet.rows[at + 1 :]:
        if not any(row.cells) or row.cells == header:
            skipped.append(_skipped(sheet, row, "重复的表头" if any(row.cells) else "空行"))
        else:
            rows.append(row)
    return _Leads(sheet.name, columns, tuple(rows), tuple(skipped))


Progress: TypeAlias = Callable[[int, int], None]
"""Hears now and then how many rows are read, of how many."""


def _untold(_done: int, _total: int) -> None:
    """Tell nobody."""


def _drafts(leads: _Leads, now: int) -> Iterator[LeadDraft]:
    channel = OCEAN_ENGINE if is_ocean_engine(leads.columns) else SHEET
    for row in leads.rows:
        reader = LeadRow(now=now, channel=channel)
        for column in leads.columns:
            if text := row.cells[column.index]:
                reader.add(column.field, column.header, text)
        fields = reader.fields()
        kept = (column for column in leads.columns if column.field != "sex")
        cells = tuple((column.header, row.cells[column.index]) for column in kept)
        yield LeadDraft(sheet=leads.name, row=row.number, fields=fields, cells=cells, messages=tuple(reader.messages))


def _marked(drafts: Iterable[LeadDraft]) -> Iterator[LeadDraft]:
    """Point out rows that state a lead of an earlier row: the same id, or the same person for the same job."""
    by_id: dict[tuple[str, str], LeadDraft] = {}
    by_person: dict[tuple[str, str], LeadDraft] = {}
    for draft in drafts:
        fields = draft.fields
        if draft.status == "error":
            yield draft
            continue
        same_id = by_id.setdefault((fields.channel, fields.external_id), draft) if fields.external_id else draft
        same_person = by_person.setdefault((fields.phone, normalised(fields.title)), draft)
        marked = structs.replace(draft, repeats_id=same_id is not draft)
        if same_person is not draft:
            text = f"与{_where(same_person, draft)}是同一人报同一岗位，算一条报名"
            marked = structs.replace(marked.saying(warning(text)), duplicate_of=same_person.row)
        elif same_id is not draft:
            text = f"线索编号与{_where(same_id, draft)}相同，手机号或岗位不同，请核对"
            marked = marked.saying(warning(text))
        yield marked


def _where(one: LeadDraft, other: LeadDraft) -> str:
    return f"第 {one.row} 行" if one.sheet == other.sheet else f"“{one.sheet}”第 {one.row} 行"


def _column_messages(leads: _Leads) -> list[Message]:
    return [
        Message(level="info", text=NOT_KEPT[column.field], column=column.header)
        for column in leads.columns
        if column.field in NOT_KEPT and any(row.cells[column.index] for row in leads.rows)
    ]


def _counted(tables: Sequence[_Leads], now: int, progress: Progress) -> Iterator[LeadDraft]:
    total = sum(len(leads.rows) for leads in tables)
    for done, draft in enumerate(draft for leads in tables for draft in _drafts(leads, now)):
        if done % _TELL_EVERY == 0:
            progress(done, total)
        yield draft


def interpret_leads(sheets: Iterable[Sheet], file: str, now: int, progress: Progress = _untold) -> LeadSheet:
    """Return what the rows of *sheets* become; *now* (UTC ms) is the time of the import.

    Whatever *progress* raises ends it.

    Raises:
        FileUnreadable: no visible sheet has a header row with a phone column.
    """
    tables: list[_Leads] = []
    skipped: list[Skipped] = []
    for sheet in sheets:
        leads = None if sheet.hidden else _taken_apart(sheet)
        if leads is None:
            skipped += skip_sheet(sheet, "隐藏的工作表" if sheet.hidden else "没有表头的工作表")
        else:
            tables.append(leads)
            skipped += leads.skipped
    if not tables:
        raise FileUnreadable("没有找到表头：需要有一行写着“姓名”“手机号”“意向岗位”“提交时间”等列名，其中必须有手机号")
    return LeadSheet(
        file=file,
        sheets=tuple(leads.name for leads in tables),
        drafts=tuple(_marked(_counted(tables, now, progress))),
        skipped=tuple(skipped),
        messages=tuple(message for leads in tables for message in _column_messages(leads)),
    )


def read_lead_sheet(path: Path, now: int, progress: Progress = _untold) -> LeadSheet:
    """Read the leads in the CSV or workbook at *path*; *now* (UTC ms) is the time of the import.

    Whatever *progress* raises ends it.

    Raises:
        FileUnreadable: no spreadsheet, or none with a header row.
    """
    return interpret_leads(read_sheets(path), path.name, now, progress)
