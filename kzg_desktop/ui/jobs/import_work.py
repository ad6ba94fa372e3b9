"""The steps of an import that take time: reading, comparing, recording, reporting. None of them knows a widget."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.clock import china_day
from kzg_desktop.importing.job_sheet import JobSheet, read_job_sheet
from kzg_desktop.importing.plan import ImportPlan, plan_import
from kzg_desktop.services import Desk

__all__ = ["SUFFIXES", "compare", "read", "readable_file", "record", "write_report"]

SUFFIXES = (".xlsx", ".xls", ".xlsm", ".csv", ".tsv")
"""Ends of names of files that look like spreadsheets; the content decides."""

_BATCH = 50
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def readable_file(data: QMimeData) -> Path | None:
    """Return the spreadsheet among the files that are dragged, if there is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in SUFFIXES), None)


async def read(path: Path, now_ms: int) -> JobSheet:
    """Read the sheet on a thread of its own.

    Raises:
        FileUnreadable: it is none.
    """
    return await asyncio.to_thread(read_job_sheet, path, china_day(now_ms))


async def compare(desk: Desk, sheet: JobSheet) -> ImportPlan:
    """Compare the sheet with what the desk holds now, on a thread of its own."""
    archived_too = [*desk.jobs(), *filter(None, (desk.job(draft.job.id) for draft in sheet.drafts))]
    jobs = {job.id: job for job in archived_too}
    return await asyncio.to_thread(plan_import, sheet.drafts, list(jobs.values()), desk.organizations())


async def record(desk: Desk, actions: Sequence[Action], progress: Callable[[int], None]) -> None:
    """Do the actions in batches; *progress* hears how many are done. Cancelling stops between two batches.

    Raises:
        Refusal, StoreError: the batch at hand was not recorded; those before were.
    """
    for start in range(0, len(actions), _BATCH):
        batch = actions[start : start + _BATCH]
        await asyncio.shield(asyncio.ensure_future(desk.act(*batch)))
        progress(start + len(batch))
        await asyncio.sleep(0)


async def write_report(path: Path, lines: Iterable[Sequence[str]]) -> None:
    """Write *lines* as CSV that Excel opens in Chinese.

    Raises:
        OSError: it could not be written.
    """
    await asyncio.to_thread(_write_csv, path, list(lines))


def _write_csv(path: Path, lines: list[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([_harmless(cell) for cell in line] for line in lines)


def _harmless(cell: str) -> str:
    """Keep a cell that came from somebody else's file from being run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
