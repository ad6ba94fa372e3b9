"""The preview of an import of leads: what each row of the file becomes, and afterwards what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum

from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.masking import mask_name, mask_phone
from kzg_desktop.importing.lead_masking import masked_message
from kzg_desktop.importing.lead_row import SHEET
from kzg_desktop.importing.lead_sheet import LeadDraft, LeadSheet
from kzg_desktop.models.application_text import channel_name
from kzg_desktop.ui.importing.rows import SheetRow, SheetRows, in_file_order
from kzg_desktop.ui.leads.words import job_names, time_words

__all__ = ["LeadColumn", "LeadRow", "LeadRows", "lead_rows"]


class LeadColumn(IntEnum):
    """The columns from left to right."""

    ROW = 0
    STATUS = 1
    NAME = 2
    PHONE = 3
    CITY = 4
    JOB = 5
    TIME = 6
    CHANNEL = 7
    OUTCOME = 8
    MESSAGES = 9


class LeadRow(SheetRow, frozen=True, kw_only=True):
    """One row of the file: a lead, or skipped."""

    draft: LeadDraft | None = None

    @property
    def writes(self) -> bool:
        """Whether importing this row would send something."""
        draft = self.draft
        return draft is not None and draft.status != "error" and bool(draft.job_id) and not draft.outcome


def lead_rows(sheet: LeadSheet) -> list[LeadRow]:
    """Return all rows of the file in its order, sheet by sheet."""
    rows = [LeadRow(sheet=draft.sheet, number=draft.row, status=draft.status, draft=draft) for draft in sheet.drafts]
    rows += [LeadRow(sheet=row.sheet, number=row.row, status="skipped", skipped=row) for row in sheet.skipped]
    return in_file_order(rows)


class LeadRows(SheetRows[LeadRow]):
    """The rows of a lead sheet.

    Phones are masked always, as in the list of applicants; names and whatever else may hold one while ``names_hidden``.
    """

    def __init__(self) -> None:
        super().__init__()
        self.names_hidden = False
        self._jobs: dict[str, str] = {}

    def know_jobs(self, jobs: Iterable[Job]) -> None:
        """Learn what the jobs are called that leads can be for."""
        self._jobs = job_names(jobs)

    def titles(self) -> list[str]:
        """Return what stands over the columns."""
        return [
            self.tr("Row"),
            self.tr("Status"),
            self.tr("Name"),
            self.tr("Phone"),
            self.tr("City"),
            self.tr("For the job"),
            self.tr("Submitted"),
            self.tr("Channel"),
            self.tr("What happens"),
            self.tr("Remarks"),
        ]

    def text(self, row: LeadRow, column: int) -> str:
        """Return what that column says of *row*."""
        draft = row.draft
        if column == LeadColumn.ROW:
            return str(row.number)
        if column == LeadColumn.STATUS:
            return self.status_words(row.status)
        if column == LeadColumn.OUTCOME:
            return self.outcome_words(row)
        if column == LeadColumn.MESSAGES:
            return "；".join(self.messages(row))
        return "" if draft is None else self._field(draft, column)

    def messages(self, row: LeadRow) -> list[str]:
        """Return what there is to say about *row*."""
        if row.draft is not None:
            return [masked_message(message, names=self.names_hidden) for message in row.draft.messages]
        if row.skipped is None:
            return []
        text = "" if self.names_hidden else row.skipped.text
        return ["：".join(part for part in (row.skipped.reason, text) if part)]

    def skipped_words(self) -> str:
        """Return what a row is that is not read."""
        return self.tr("No lead")

    def outcome_words(self, row: LeadRow) -> str:
        """Return what importing does with that row, or did."""
        draft = row.draft
        if draft is None:
            return self.tr("Left out")
        if draft.outcome:
            return {
                "created": self.tr("New applicant"),
                "updated": self.tr("Completed"),
                "unchanged": self.tr("Already there"),
                "refused": self.tr("Refused"),
            }[draft.outcome]
        if not row.writes:
            return self.tr("Not imported")
        if not self.takes(row.sheet, row.number):
            return self.tr("Left out by you")
        if draft.duplicate_of:
            return self.tr("One with row {row}").format(row=draft.duplicate_of)
        return self.tr("Will be sent")

    def _field(self, draft: LeadDraft, column: int) -> str:
        fields = draft.fields
        by_column: dict[int, Callable[[], str]] = {
            LeadColumn.NAME: lambda: mask_name(fields.name) if self.names_hidden and fields.name else fields.name,
            LeadColumn.PHONE: lambda: mask_phone(fields.phone),
            LeadColumn.CITY: lambda: fields.city,
            LeadColumn.JOB: lambda: self._jobs.get(draft.job_id, "") if draft.job_id else fields.title,
            LeadColumn.TIME: lambda: time_words(fields.received_at),
            LeadColumn.CHANNEL: lambda: self._channel(draft),
        }
        return by_column[column]()

    def _channel(self, draft: LeadDraft) -> str:
        """Return the platform, and the sheet's own word for the origin where that names none."""
        fields = draft.fields
        return fields.source if fields.source and fields.channel == SHEET else channel_name(fields.channel)
