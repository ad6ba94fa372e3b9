"""An import of leads as one JSON value, for programs, and its unreadable rows to be mended."""

from __future__ import annotations

from typing import Any

import msgspec

from kzg_desktop.importing.lead_sending import outcome_counts
from kzg_desktop.importing.lead_sheet import LeadDraft, LeadSheet
from kzg_desktop.importing.report import sheet_report

__all__ = ["lead_report", "unreadable_rows"]


def _row(draft: LeadDraft) -> dict[str, Any]:
    row = {
        "sheet": draft.sheet,
        "row": draft.row,
        "status": draft.status,
        "fields": msgspec.to_builtins(draft.fields),
        "messages": [str(message) for message in draft.messages],
    }
    if draft.job_id:
        row["job_id"] = draft.job_id
    return {**row, "outcome": draft.outcome} if draft.outcome else row


def lead_report(sheet: LeadSheet, *, dry_run: bool) -> dict[str, Any]:
    """Return counts, every lead with its fields and messages, and every other row with the reason.

    ``read`` counts the leads; ``ok``, ``warnings`` and ``errors`` add up to it. ``row`` is numbered as the spreadsheet
    does. An import has ``outcome`` by row and ``outcomes``, how many leads the hub created, updated, left unchanged
    and refused; ``written`` is how many it created or updated.
    """
    report = sheet_report(sheet, map(_row, sheet.drafts), dry_run=dry_run)
    if dry_run:
        return report
    outcomes = outcome_counts(sheet)
    return {**report, "outcomes": outcomes, "written": outcomes["created"] + outcomes["updated"]}


def unreadable_rows(sheet: LeadSheet) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return heading and rows of a table of the leads with errors: row, reason, and the cells as in the file.

    Once mended, that table can be imported like any other.
    """
    wrong = [draft for draft in sheet.drafts if draft.status == "error"]
    headers = tuple(dict.fromkeys(header for draft in wrong for header, _ in draft.cells))
    rows = []
    for draft in wrong:
        cells = dict(draft.cells)
        reasons = "；".join(str(message) for message in draft.messages if message.level == "error")
        rows.append((str(draft.row), reasons, *(cells.get(header, "") for header in headers)))
    return ("原行号", "原因", *headers), tuple(rows)
