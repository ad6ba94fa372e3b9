"""The preview of an import of jobs: what each row of the file becomes, and why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum

from kzg_desktop.domain.entities import Pay
from kzg_desktop.importing.plan import ImportPlan, RowPlan
from kzg_desktop.importing.table import Skipped
from kzg_desktop.ui.importing.rows import SheetRow, SheetRows, in_file_order
from kzg_desktop.ui.jobs.pay_cell import pay_cell

__all__ = ["ImportColumn", "ImportRow", "ImportRows", "preview_rows"]


class ImportColumn(IntEnum):
    """The columns from left to right."""

    ROW = 0
    STATUS = 1
    EMPLOYER = 2
    TITLE = 3
    PAY = 4
    OUTCOME = 5
    MESSAGES = 6


class ImportRow(SheetRow, frozen=True, kw_only=True):
    """One row of the file: planned, or skipped."""

    plan: RowPlan | None = None

    @property
    def writes(self) -> bool:
        """Whether importing this row would record anything."""
        return self.plan is not None and self.plan.kind in {"new", "changed"}


def preview_rows(plan: ImportPlan, skipped: Iterable[Skipped]) -> list[ImportRow]:
    """Return all rows of the file in its order, sheet by sheet."""
    rows = [
        ImportRow(sheet=row.draft.sheet, number=row.draft.row, status=row.draft.status, plan=row) for row in plan.rows
    ]
    rows += [ImportRow(sheet=row.sheet, number=row.row, status="skipped", skipped=row) for row in skipped]
    return in_file_order(rows)


class ImportRows(SheetRows[ImportRow]):
    """The rows of a job sheet."""

    right = frozenset({ImportColumn.PAY})

    def titles(self) -> list[str]:
        """Return what stands over the columns."""
        return [
            self.tr("Row"),
            self.tr("Status"),
            self.tr("Employer"),
            self.tr("Job"),
            self.tr("Pay"),
            self.tr("What happens"),
            self.tr("Remarks"),
        ]

    def accepts(self, row: RowPlan) -> bool:
        """Whether the user wants that row imported."""
        return self.takes(row.draft.sheet, row.draft.row)

    def text(self, row: ImportRow, column: int) -> str:
        """Return what that column says of *row*."""
        job = row.plan.job if row.plan is not None else None
        by_column: dict[int, Callable[[], str]] = {
            ImportColumn.ROW: lambda: str(row.number),
            ImportColumn.STATUS: lambda: self.status_words(row.status),
            ImportColumn.EMPLOYER: lambda: job.hiring_organization if job is not None else "",
            ImportColumn.TITLE: lambda: job.title if job is not None else "",
            ImportColumn.PAY: lambda: pay_cell(job.pay) if job is not None and job.pay != Pay() else "",
            ImportColumn.OUTCOME: lambda: self.outcome_words(row),
            ImportColumn.MESSAGES: lambda: "；".join(self.messages(row)),
        }
        return by_column[column]()

    def messages(self, row: ImportRow) -> list[str]:
        """Return what there is to say about *row*."""
        if row.plan is not None:
            return [str(message) for message in row.plan.draft.messages]
        if row.skipped is None:
            return []
        return ["：".join(part for part in (row.skipped.reason, row.skipped.text) if part)]

    def skipped_words(self) -> str:
        """Return what a row is that is not read."""
        return self.tr("No job")

    def outcome_words(self, row: ImportRow) -> str:
        """Return what importing does with that row."""
        if row.plan is None:
            return self.tr("Left out")
        if row.writes and not self.accepts(row.plan):
            return self.tr("Left out by you")
        if row.plan.kind == "changed":
            fields = "、".join(change.label for change in row.plan.changes)
            return self.tr("Changes: {fields}").format(fields=fields)
        return {
            "new": self.tr("New job"),
            "same": self.tr("Already there"),
            "duplicate": self.tr("Repeated, left out"),
            "error": self.tr("Not imported"),
        }[row.plan.kind]
