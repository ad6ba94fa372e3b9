"""An import as one JSON value, for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from kzg_desktop.importing.job_sheet import Draft, JobSheet

if TYPE_CHECKING:
    from kzg_desktop.importing.lead_sheet import LeadSheet

__all__ = ["report", "sheet_report"]


def _row(draft: Draft) -> dict[str, Any]:
    fields = msgspec.to_builtins(draft.job)
    return {
        "sheet": draft.sheet,
        "row": draft.row,
        "status": draft.status,
        "fields": {name: value for name, value in fields.items() if value != ""},
        "messages": [str(message) for message in draft.messages],
    }


def report(sheet: JobSheet, *, dry_run: bool) -> dict[str, Any]:
    """Return counts, every data row with its fields and messages, and every other row with the reason.

    ``read`` counts the data rows; ``ok``, ``warnings`` and ``errors`` add up to it. ``row`` is numbered
    as the spreadsheet does.
    """
    return sheet_report(sheet, map(_row, sheet.drafts), dry_run=dry_run)


def sheet_report(sheet: JobSheet | LeadSheet, rows: Iterable[dict[str, Any]], *, dry_run: bool) -> dict[str, Any]:
    """Return what the reports of all kinds of sheets have in common, around their own *rows*."""
    return {
        "file": sheet.file,
        "sheet": "、".join(sheet.sheets),
        "read": len(sheet.drafts),
        "ok": sheet.count("ok"),
        "warnings": sheet.count("warning"),
        "errors": sheet.count("error"),
        "rows": list(rows),
        "skipped": [msgspec.to_builtins(row) for row in sheet.skipped],
        "messages": [str(message) for message in sheet.messages],
        "dry_run": dry_run,
    }
