"""Writing what an import has to say into a file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

__all__ = ["write_rows"]


async def write_rows(path: Path, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table as CSV that Excel opens in Chinese, on a thread of its own.

    Raises:
        StoreFull: it could not be written.
    """
    from kzg_desktop.exporting.csv_file import write_csv  # noqa: PLC0415 - only when something is saved
    from kzg_desktop.exporting.table import Column, Table  # noqa: PLC0415 - the same

    table = Table(title="", columns=tuple(map(Column, heading)), rows=tuple(map(tuple, rows)))
    await asyncio.to_thread(write_csv, table, path)
