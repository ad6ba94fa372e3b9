"""Remembering who is in a file that this desktop writes, so that an erasure finds it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk

__all__ = ["kept_file"]


@asynccontextmanager
async def kept_file(desk: HiringDesk, path: Path, application_ids: Sequence[str]) -> AsyncIterator[None]:
    """Remember these applications before the file is written inside, and forget those of the file that it replaced.

    In this order, no file with people in it is ever without its list. Where the writing fails, it has changed nothing
    (:func:`kzg_desktop.exporting.atomic.write_whole`): then the list is the one from before.

    Raises:
        StoreError: it could not be remembered; nothing may be written.
    """
    before = await _ids(desk, path)
    await desk.keep_export(path, application_ids)
    try:
        yield
    except KzgError:
        await _forget(desk, await _ids(desk, path) - before)
        raise
    await _forget(desk, before)


async def _ids(desk: HiringDesk, path: Path) -> set[str]:
    return {file.id for file in await desk.exports() if file.path == path}


async def _forget(desk: HiringDesk, export_ids: set[str]) -> None:
    for export_id in sorted(export_ids):
        await desk.forget_export(export_id)
