"""The steps of an import of leads that take time, on threads of their own. None of them knows a widget."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

from kzg_desktop.importing.lead_jobs import JobFinder, with_jobs
from kzg_desktop.importing.lead_sheet import LeadSheet, read_lead_sheet

__all__ = ["find_jobs", "read"]


class _Stopped(Exception):
    """The user does not want the file any more."""


async def read(path: Path, now_ms: int, progress: Callable[[int, int], None]) -> LeadSheet:
    """Read the sheet; *progress* hears how many rows of how many. Cancelling ends the thread at its next row or so.

    Raises:
        FileUnreadable: it is none.
    """
    loop = asyncio.get_running_loop()
    stopped = threading.Event()

    def tell(done: int, total: int) -> None:
        if not stopped.is_set():
            progress(done, total)

    def told(done: int, total: int) -> None:
        if stopped.is_set():
            raise _Stopped
        loop.call_soon_threadsafe(tell, done, total)

    try:
        return await asyncio.to_thread(read_lead_sheet, path, now_ms, told)
    finally:
        stopped.set()


async def find_jobs(sheet: LeadSheet, finder: JobFinder) -> LeadSheet:
    """Return the sheet with a job for every lead that can be used."""
    return await asyncio.to_thread(with_jobs, sheet, finder)
