"""``kzg-desktop report``: what a broadcast, a campaign or a day brought, from this computer's files alone."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Coroutine, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.errors import InvalidInput

if TYPE_CHECKING:
    from kzg_desktop.cli.files_desk import FilesDesk
    from kzg_desktop.domain.entities import Broadcast
    from kzg_desktop.exporting.review_book import Sheet
    from kzg_desktop.review.documents.blocks import Document, Grid
    from kzg_desktop.review.documents.words import Language
    from kzg_desktop.ui.report.saving import ReportDesk, Wish
    from kzg_desktop.ui.settings_store import Settings

__all__ = ["add_parser", "find", "run"]

_LONGEST_LAG_S = 600
_LISTED = 20


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``report`` to the command line."""
    parser = subparsers.add_parser(
        "report",
        help="write the report of a broadcast, a campaign's totals or a day's digest",
        description="Tell what a broadcast brought: sign-ups minute by minute and card by card, and what became of "
        "them since. It reads this computer's files, so it works without a network and beside an open window. Without "
        "files to write it prints a summary; without BROADCAST it lists the broadcasts.",
        epilog="examples: kzg-desktop report '第 12 场' --pdf review.pdf --xlsx review.xlsx · kzg-desktop report 12 "
        "--employer 歌澜 --pdf for-them.pdf · kzg-desktop report --campaign 华北专场 --xlsx totals.xlsx · kzg-desktop "
        "report --digest yesterday · exit code: 0 done; 2 there is no such broadcast, several fit, or a file could not "
        "be read or written",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("broadcast", nargs="?", metavar="BROADCAST", help="its id, its title, or a part of the title")
    what.add_argument("--campaign", metavar="NAME", help="totals over a campaign's broadcasts (or a part of its name)")
    what.add_argument(
        "--digest",
        nargs="?",
        const="today",
        metavar="DATE",
        help="a day in China: today (the default), yesterday, or YYYY-MM-DD",
    )
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write a PDF")
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="write a spreadsheet with the data")
    parser.add_argument("--overwrite", action="store_true", help="replace files that are there already")
    parser.add_argument("--employer", metavar="NAME", help="only one employer's cards and applications; no other name")
    parser.add_argument(
        "--lag", type=_lag, default=60, metavar="S", help="lag window in seconds, 0 to 600 (default: %(default)s)"
    )
    parser.add_argument(
        "--personal",
        action="store_true",
        help="with names and phones; it is logged, and needs the window closed",
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="of the documents (default: the window's)")
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the desktop's data folder (default: $KZG_HOME or the user's)",
    )
    parser.set_defaults(run=run)


def _lag(text: str) -> int:
    seconds = int(text)
    if not 0 <= seconds <= _LONGEST_LAG_S:
        raise argparse.ArgumentTypeError(f"{seconds} is not within 0 and {_LONGEST_LAG_S}")
    return seconds


def run(args: argparse.Namespace) -> int:
    """Run the command; return the exit code.

    Raises:
        InvalidInput: there is no such broadcast, campaign, employer or day, several fit, or a file is there already.
        Refusal: names and phones are wanted without the right to them.
        StoreError: the local files cannot be read, or the report not be written.
    """
    from kzg_desktop.cli.files_desk import FilesDesk, files_of  # noqa: PLC0415 - only this command needs it
    from kzg_desktop.paths import data_dir  # noqa: PLC0415 - the same
    from kzg_desktop.ui.settings_store import SettingsStore  # noqa: PLC0415 - the same

    _check(args)
    folder = data_dir(args.data_dir)
    settings = SettingsStore(folder / "settings.json").value
    desk = FilesDesk(files_of(folder, settings))
    language: Language = args.lang or settings.language or "zh"
    if args.digest is not None:
        _run(_digest(desk, args, language), language)
    elif args.campaign is not None:
        _run(_campaign(desk, args, language), language)
    elif args.broadcast is not None:
        _run(_broadcast(desk, args, language, folder, settings), language)
    else:
        _print(_listed(desk))
    return 0


def find(wanted: str, names: Mapping[str, Sequence[str]], kind: str) -> str:
    """Return the id of the one thing that is *wanted*: by its id, by one of its names, or by a part of one.

    Raises:
        InvalidInput: there is none, or there are several, which are listed.
    """
    if wanted in names:
        return wanted
    sought = wanted.casefold().strip()
    exact = [id_ for id_, of in names.items() if sought in (name.casefold() for name in of)]
    found = exact or [id_ for id_, of in names.items() if sought and any(sought in name.casefold() for name in of)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InvalidInput(f"there is no {kind} '{wanted}' here")
    lines = [f"  {id_}  {names[id_][0]}".rstrip() for id_ in found[:_LISTED]]
    more = [f"  … and {len(found) - _LISTED} more"] if len(found) > _LISTED else []
    raise InvalidInput("\n".join([f"'{wanted}' fits more than one {kind}; name one of them:", *lines, *more]))


def _check(args: argparse.Namespace) -> None:
    files = [path for path in (args.pdf, args.xlsx) if path is not None]
    if files and args.digest is None and args.campaign is None and args.broadcast is None:
        raise InvalidInput("name the broadcast to report on; 'kzg-desktop report' lists them")
    if (args.personal or args.employer) and args.broadcast is None:
        raise InvalidInput("--employer and --personal are for the report of one broadcast")
    if args.personal and not files:
        raise InvalidInput("names and phones go into a file: add --pdf or --xlsx")
    if len(files) == 2 and files[0].resolve() == files[1].resolve():
        raise InvalidInput("--pdf and --xlsx need two files")
    there = [str(path) for path in files if path.exists() and not args.overwrite]
    if there:
        raise InvalidInput(f"{there[0]} is there already; choose another name, or add --overwrite")


# --- one broadcast


async def _broadcast(
    desk: FilesDesk, args: argparse.Namespace, language: Language, folder: Path, settings: Settings
) -> None:
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - only this report needs it
    from kzg_desktop.ui.report.saving import Wish, make, save  # noqa: PLC0415 - the same

    names = {one.id: _names_of(one) for one in desk.broadcasts()}
    if not names:
        raise InvalidInput("there are no broadcasts here yet")
    wish = Wish(
        broadcast_id=find(args.broadcast, names, "broadcast"),
        language=language,
        lag_s=args.lag,
        personal=args.personal,
        pdf=args.pdf,
        xlsx=args.xlsx,
    )
    clock = SystemClock()
    reading = cast("ReportDesk", desk)  # it has all that a report without names and phones asks for
    if args.employer:
        made = await make(reading, clock, _without_files(wish))
        choices = {id_: (name,) for id_, name in made.employers.items()}
        wish = _with(wish, employer_id=find(args.employer, choices, "employer"))
    if not wish.files:
        _print(_summary(await make(reading, clock, wish), language))
    elif wish.personal:
        await _save_personal(wish, folder, settings)
    else:
        _tell(await save(reading, clock, wish, _progress))


async def _save_personal(wish: Wish, folder: Path, settings: Settings) -> None:
    """Save with names and phones, through a desk that can log it.

    Raises:
        AlreadyRunning: a window is open on that folder; make the report there.
    """
    from kzg_desktop.cli.files_desk import files_of  # noqa: PLC0415 - as above
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - as above
    from kzg_desktop.lock import FolderLock  # noqa: PLC0415 - as above
    from kzg_desktop.sync.desk import LocalDesk  # noqa: PLC0415 - as above
    from kzg_desktop.ui.report.saving import save  # noqa: PLC0415 - as above

    lock = FolderLock(folder)
    try:
        desk = await LocalDesk.open(folder, files_of(folder, settings).key, SystemClock())
        try:
            _tell(await save(desk, desk.clock, wish, _progress))
        finally:
            await desk.close()
    finally:
        lock.release()


def _summary(made: Any, language: Language) -> str:
    from kzg_desktop.review.documents.blocks import Figures, Words  # noqa: PLC0415 - as above
    from kzg_desktop.review.documents.grids import card_grid  # noqa: PLC0415 - as above
    from kzg_desktop.review.documents.report import report  # noqa: PLC0415 - as above
    from kzg_desktop.review.documents.words import Say  # noqa: PLC0415 - as above

    document = report(made.review, made.about)
    figures = next(block.figures for block in document.blocks if isinstance(block, Figures))
    says = next(block.text for block in document.blocks if isinstance(block, Words))
    lines = [f"{figure.label}  {figure.value}  {figure.note}".rstrip() for figure in figures]
    grid = card_grid(Say(language), made.review, employers=not made.about.employer)
    return "\n".join([document.title, *lines, says, "", _as_text(grid)])


def _as_text(grid: Grid) -> str:
    from kzg_desktop.exporting.plain import plain_text  # noqa: PLC0415 - as above
    from kzg_desktop.exporting.table import Column, Table  # noqa: PLC0415 - as above

    lean = grid.lean()
    columns = tuple(Column(column.title, "int" if column.number else "text") for column in lean.columns)
    rows = (*lean.rows, lean.total) if lean.total and lean.rows else lean.rows
    return plain_text(Table(title="", columns=columns, rows=rows)) if rows else lean.empty


def _names_of(one: Broadcast) -> tuple[str, ...]:
    return (one.title, f"{one.campaign} {one.title}".strip(), f"{one.campaign} · {one.title}")


def _with(wish: Wish, **changes: Any) -> Wish:
    from msgspec.structs import replace  # noqa: PLC0415 - as above

    return replace(wish, **changes)


def _without_files(wish: Wish) -> Wish:
    return _with(wish, pdf=None, xlsx=None, personal=False)


def _listed(desk: FilesDesk) -> str:
    from kzg_desktop.exporting.plain import plain_text  # noqa: PLC0415 - only the list needs it
    from kzg_desktop.exporting.table import Column, Table  # noqa: PLC0415 - the same

    columns = (Column("id"), Column("starts", "time"), Column("campaign"), Column("title"), Column("host"))
    rows = tuple((one.id, one.starts_at or None, one.campaign, one.title, one.host_name) for one in desk.broadcasts())
    return plain_text(Table(title="", columns=columns, rows=rows)) if rows else "no broadcasts here yet"


# --- a campaign, a day


async def _campaign(desk: FilesDesk, args: argparse.Namespace, language: Language) -> None:
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - only this report needs it
    from kzg_desktop.review.campaign import campaign_of, campaigns  # noqa: PLC0415 - the same
    from kzg_desktop.review.documents.campaign import (  # noqa: PLC0415 - the same
        campaign_book,
        campaign_report,
        campaign_text,
    )

    names = {name: (name,) for name in campaigns(desk.broadcasts())}
    found = await campaign_of(cast("ReportDesk", desk), find(args.campaign, names, "campaign"))
    document = campaign_report(found, language, made_at=SystemClock().now_ms()) if args.pdf else None
    sheets = campaign_book(found, language) if args.xlsx else None
    if document is None and sheets is None:
        _print(campaign_text(found, language))
    _tell(await asyncio.to_thread(_write, document, args.pdf, sheets, args.xlsx))


async def _digest(desk: FilesDesk, args: argparse.Namespace, language: Language) -> None:
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - only this report needs it
    from kzg_desktop.review.digest import digest_of  # noqa: PLC0415 - the same
    from kzg_desktop.review.documents.digest import (  # noqa: PLC0415 - the same
        digest_book,
        digest_report,
        digest_text,
    )

    found = await digest_of(cast("ReportDesk", desk), SystemClock(), _day(args.digest))
    document = digest_report(found, language) if args.pdf else None
    sheets = digest_book(found, language) if args.xlsx else None
    if document is None and sheets is None:
        _print(digest_text(found, language))
    _tell(await asyncio.to_thread(_write, document, args.pdf, sheets, args.xlsx))


def _day(text: str) -> date:
    today = datetime.now(CHINA).date()
    if text in {"today", "yesterday"}:
        return today - timedelta(days=text == "yesterday")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInput(f"'{text}' is no day: today, yesterday, or a date such as {today}") from None


def _write(
    document: Document | None, pdf: Path | None, sheets: list[Sheet] | None, xlsx: Path | None
) -> tuple[Path, ...]:
    from kzg_desktop.exporting.atomic import write_whole  # noqa: PLC0415 - only then is it needed
    from kzg_desktop.exporting.review_book import write_book  # noqa: PLC0415 - the same
    from kzg_desktop.ui.report.pdf import pdf_of  # noqa: PLC0415 - the same

    written: list[Path] = []
    if document is not None and pdf is not None:
        write_whole(pdf, pdf_of(document, _progress))
        written.append(pdf)
    if sheets is not None and xlsx is not None:
        write_book(sheets, sheets[0].name, xlsx)
        written.append(xlsx)
    return tuple(written)


# --- the program around it


def _run(work: Coroutine[Any, Any, None], language: Language) -> None:
    """Run *work* with what painting needs: fonts and words, but no screen."""
    if sys.platform.startswith("linux"):  # elsewhere it would have no fonts
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only documents need it

    from kzg_desktop.ui.i18n import Languages  # noqa: PLC0415 - the same

    app = QGuiApplication.instance() or QGuiApplication([])
    Languages(app, language)  # it belongs to the application
    asyncio.run(work)


def _progress(done: int, total: int) -> None:
    if total and sys.stderr.isatty():
        sys.stderr.write(f"\rpage {done + 1} of {total}" + ("\n" if done + 1 == total else ""))
        sys.stderr.flush()


def _tell(paths: tuple[Path, ...]) -> None:
    for path in paths:
        _print(f"wrote {path}")


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
