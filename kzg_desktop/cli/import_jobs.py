"""``kzg-desktop import jobs``: read an agency's job sheet into the desktop."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import unicodedata
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kzg_desktop.cli import import_leads
from kzg_desktop.domain.clock import CHINA
from kzg_desktop.errors import FileUnreadable, InvalidInput

if TYPE_CHECKING:
    from kzg_desktop.domain.entities import Pay
    from kzg_desktop.importing.findings import Status
    from kzg_desktop.importing.job_sheet import Draft, JobSheet

__all__ = ["add_parser", "run"]

_STATUS: dict[Status, str] = {"ok": "正常", "warning": "注意", "error": "错误"}
_MARK = {"info": "·", "warning": "!", "error": "×"}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``import jobs`` and, beside it, ``import leads`` to the command line."""
    parser = subparsers.add_parser("import", help="import data from a spreadsheet")
    kinds = parser.add_subparsers(dest="kind", metavar="WHAT", required=True)
    jobs = kinds.add_parser(
        "jobs",
        help="import an agency's job sheet",
        description="Read a job sheet (XLSX, XLS, ODS, CSV) and put its jobs into the library. Importing a sheet again "
        "updates the jobs by employer, title and place; lineups keep their positions.",
        epilog="exit code: 0 all rows are usable, 1 some rows have errors and were left out, 2 nothing could be read",
    )
    jobs.add_argument("file", type=Path, metavar="FILE", help="the spreadsheet")
    jobs.add_argument("--dry-run", action="store_true", help="show what each row becomes, write nothing")
    jobs.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    jobs.add_argument(
        "--data-dir",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the desktop's data folder (default: $KZG_HOME or the user's)",
    )
    jobs.add_argument(
        "--today", metavar="DATE", type=date.fromisoformat, help="day that offers expire against (default: today)"
    )
    jobs.set_defaults(run=run)
    import_leads.add_parser(kinds)


def run(args: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    from kzg_desktop.importing.job_sheet import read_job_sheet  # noqa: PLC0415 - only this command needs it
    from kzg_desktop.importing.report import report  # noqa: PLC0415 - the same
    from kzg_desktop.paths import data_dir  # noqa: PLC0415 - the same

    try:
        sheet = read_job_sheet(args.file, args.today or datetime.now(CHINA).date())
        written = None if args.dry_run else asyncio.run(_write(sheet, data_dir(args.data_dir)))
    except (FileUnreadable, InvalidInput) as error:
        print(f"kzg-desktop import: {error}", file=sys.stderr)  # noqa: T201 - the command's own output
        return 2
    if args.json:
        summary = report(sheet, dry_run=args.dry_run)
        text = json.dumps(summary if written is None else {**summary, "written": written}, ensure_ascii=False, indent=2)
    else:
        text = "\n".join(_table(sheet, written))
    print(text)  # noqa: T201 - as above
    return 1 if sheet.count("error") else 0


async def _write(sheet: JobSheet, folder: Path) -> int:
    """Record the usable rows in the desktop's outbox, from where they reach the hub; return how many changed.

    Raises:
        AlreadyRunning: a window is open on that folder; import there.
    """
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - only a real import needs all these
    from kzg_desktop.importing.plan import plan_on  # noqa: PLC0415 - the same
    from kzg_desktop.lock import FolderLock  # noqa: PLC0415 - the same
    from kzg_desktop.sync.desk import LocalDesk  # noqa: PLC0415 - the same

    lock = FolderLock(folder)
    desk = await LocalDesk.open(folder, _key(folder), SystemClock())
    try:
        plan = plan_on(desk, sheet.drafts)
        await desk.act(*plan.actions())
    finally:
        await desk.close()
        lock.release()
    return sum(row.kind in {"new", "changed"} for row in plan.rows)


def _key(folder: Path) -> bytes:
    """Return the key of the files that belong to the hub the desktop uses."""
    from kzg_desktop.cache.keys import cache_key, open_secrets  # noqa: PLC0415 - the same
    from kzg_desktop.ui.settings_store import SettingsStore  # noqa: PLC0415 - the same

    settings = SettingsStore(folder / "settings.json").value
    return cache_key(open_secrets(folder), settings.hub)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _fitted(text: str, width: int) -> str:
    while _width(text) > width:
        text = text.removesuffix("…")[:-1] + "…"
    return text + " " * (width - _width(text))


def _pay(pay: Pay) -> str:
    if pay.month_min_yuan is None and pay.month_max_yuan is None:
        return pay.text
    ends = (pay.month_min_yuan, pay.month_max_yuan)
    return "-".join(str(end) for end in dict.fromkeys(ends) if end is not None)


def _lines(draft: Draft) -> list[str]:
    job = draft.job
    openings = "" if job.total_job_openings is None else str(job.total_job_openings)
    cells = ((job.hiring_organization, 26), (job.title, 18), (openings, 6), (_pay(job.pay), 14), (job.region, 12))
    first = f"{draft.row:>5}  {_STATUS[draft.status]}  " + "  ".join(_fitted(text, width) for text, width in cells)
    return [first.rstrip(), *(f"          {_MARK[message.level]} {message}" for message in draft.messages)]


def _table(sheet: JobSheet, written: int | None) -> list[str]:
    lines = [f"{sheet.file}  工作表：{'、'.join(sheet.sheets)}", ""]
    for draft in sheet.drafts:
        lines += _lines(draft)
    if sheet.skipped:
        lines += ["", "没有作为岗位读取的行："]
        lines += [f"{row.row:>5}  {row.sheet}  {row.reason}  {row.text}".rstrip() for row in sheet.skipped]
    if sheet.messages:
        lines += ["", *(f"  {_MARK[message.level]} {message}" for message in sheet.messages)]
    counts = f"共 {len(sheet.drafts)} 行：" + "，".join(f"{word} {sheet.count(of)}" for of, word in _STATUS.items())
    outcome = "未写入（试运行）" if written is None else f"写入 {written} 个岗位"
    return [*lines, "", f"{counts}。{outcome}。"]
