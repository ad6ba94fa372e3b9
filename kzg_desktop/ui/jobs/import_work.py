"""The steps of an import that take time: reading, comparing, recording. None of them knows a widget."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.clock import china_day
from kzg_desktop.importing.job_sheet import JobSheet, read_job_sheet
from kzg_desktop.importing.plan import ImportPlan, plan_import
from kzg_desktop.services import Desk

__all__ = ["compare", "read", "record"]

_BATCH = 50


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
