"""An import as one JSON value, for programs."""

from __future__ import annotations

from typing import Any

import msgspec

from kzg_desktop.importing.job_sheet import Draft, JobSheet

__all__ = ["report"]


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
    return {
        "file": sheet.file,
        "sheet": "、".join(sheet.sheets),
        "read": len(sheet.drafts),
        "ok": sheet.count("ok"),
        "warnings": sheet.count("warning"),
        "errors": sheet.count("error"),
        "rows": [_row(draft) for draft in sheet.drafts],
        "skipped": [msgspec.to_builtins(row) for row in sheet.skipped],
        "messages": [str(message) for message in sheet.messages],
        "dry_run": dry_run,
    }
