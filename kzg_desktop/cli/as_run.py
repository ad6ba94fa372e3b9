"""``kzg-desktop as-run``: what went on air, from this computer's files alone."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from kzg_desktop.errors import InvalidInput

if TYPE_CHECKING:
    from kzg_desktop.cache.files import StoreFiles
    from kzg_desktop.cache.reader import Rows
    from kzg_desktop.domain.entities import AirEvent, AirSegment, Broadcast
    from kzg_desktop.exporting.table import Table
    from kzg_desktop.ui.settings_store import Settings
    from kzg_desktop.wire import Account

__all__ = ["AirRecord", "add_parser", "read_record", "run"]


class AirRecord(Struct, frozen=True, kw_only=True):
    """What this computer knows of the air: rows of all broadcasts, and who was signed in."""

    broadcasts: list[Broadcast]
    events: list[AirEvent]
    segments: list[AirSegment]
    account: Account | None


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``as-run`` to the command line."""
    parser = subparsers.add_parser(
        "as-run",
        help="print or export what went on air",
        description="Tell what went on air: every take, clear, change of mode and override, with time, operator and "
        "trigger. It reads this computer's files, so it works without a network, beside an open window, and holds "
        "what the hub has not confirmed yet. Without BROADCAST it lists the broadcasts.",
        epilog="exit code: 0 done, 2 there is no such broadcast, or a file could not be read or written",
    )
    parser.add_argument("broadcast", nargs="?", metavar="BROADCAST", help="a broadcast's id, as the list shows it")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a CSV file")
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="write an XLSX file")
    parser.add_argument("--language", choices=("zh", "en"), help="of headings and words (default: the window's)")
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the desktop's data folder (default: $KZG_HOME or the user's)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return the exit code.

    Raises:
        InvalidInput: there is no such broadcast, or none was named to export.
        StoreError: the local files cannot be read, or the exported one not be written.
    """
    from kzg_desktop.domain.as_run import as_run  # noqa: PLC0415 - only this command needs it
    from kzg_desktop.exporting.as_run import as_run_table  # noqa: PLC0415 - the same
    from kzg_desktop.paths import data_dir  # noqa: PLC0415 - the same
    from kzg_desktop.ui.settings_store import SettingsStore  # noqa: PLC0415 - the same

    folder = data_dir(args.data_dir)
    settings = SettingsStore(folder / "settings.json").value
    record = read_record(_files(folder, settings))
    if not args.broadcast:
        if args.csv or args.xlsx:
            raise InvalidInput("name the broadcast to export; 'kzg-desktop as-run' lists them with their ids")
        _print(_listed(record))
        return 0
    broadcast = next((one for one in record.broadcasts if one.id == args.broadcast), None)
    if broadcast is None:
        raise InvalidInput(f"there is no broadcast {args.broadcast} here; 'kzg-desktop as-run' lists them")
    lines = as_run(broadcast, record.events, record.segments)
    names = {record.account.id: record.account.name} if record.account is not None else {}
    language = args.language or settings.language or "zh"
    _write(as_run_table(lines, title=broadcast.title, language=language, names=names), args.csv, args.xlsx)
    return 0


def read_record(files: StoreFiles) -> AirRecord:
    """Return what *files* tell: the cached rows under what the hub has not confirmed yet.

    Nothing is changed, so a window may be at work on the same files. The outbox is read first: what the hub confirms
    between the two readings is in the cache then, and left out of the outbox by its number.

    Raises:
        InvalidInput: the cache is from another version of the program.
        StoreError: a file cannot be read.
    """
    from kzg_desktop.cache.outbox import Outbox  # noqa: PLC0415 - only this command needs it
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - the same
    from kzg_desktop.domain.entities import AirEvent, AirSegment, Broadcast  # noqa: PLC0415 - the same
    from kzg_desktop.sync.local_state import LocalState  # noqa: PLC0415 - the same

    account, entries = None, []
    if files.outbox.exists():
        with closing(Outbox(files.outbox, files.key, SystemClock())) as outbox:
            account, entries = outbox.account(), outbox.entries()
    rows, acked = _cached(files)
    state = LocalState(account.id if account is not None else "")
    state.reset(rows)
    state.add([entry for entry in entries if entry.number > acked and not entry.refused])
    return AirRecord(
        broadcasts=sorted(state.all(Broadcast), key=lambda b: (b.starts_at, b.id), reverse=True),
        events=list(state.all(AirEvent)),
        segments=list(state.all(AirSegment)),
        account=account,
    )


def _cached(files: StoreFiles) -> tuple[Rows, int]:
    """Return the cached rows and the number up to which the outbox is in them."""
    from kzg_desktop.cache.layout import REVISION  # noqa: PLC0415 - only this command needs it
    from kzg_desktop.cache.reader import load_rows, position, revision  # noqa: PLC0415 - the same
    from kzg_desktop.cache.sqlite import connect, store_errors  # noqa: PLC0415 - the same
    from kzg_desktop.wire import PROTOCOL  # noqa: PLC0415 - the same

    if not files.cache.exists():
        return {}, 0
    with store_errors(), closing(connect(files.cache, files.key)) as connection:
        connection.execute("PRAGMA query_only = ON")
        if revision(connection) != REVISION:
            raise InvalidInput("the local files are from another version; open the window once and try again")
        connection.execute("BEGIN")  # one view of rows and position
        found = position(connection)
        if found is None or found.protocol != PROTOCOL:
            return {}, 0
        return load_rows(connection), found.acked


def _files(folder: Path, settings: Settings) -> StoreFiles:
    """Return the files that belong to the hub the desktop uses."""
    from kzg_desktop.cache.files import StoreFiles  # noqa: PLC0415 - only this command needs it
    from kzg_desktop.cache.keys import cache_key, open_secrets  # noqa: PLC0415 - the same

    return StoreFiles(folder, cache_key(open_secrets(folder), settings.hub))


def _write(table: Table, csv: Path | None, xlsx: Path | None) -> None:
    """Write the files asked for, or print the table when none is."""
    if csv is not None:
        from kzg_desktop.exporting.csv_file import write_csv  # noqa: PLC0415 - only then is it needed

        write_csv(table, csv)
    if xlsx is not None:
        from kzg_desktop.exporting.xlsx_file import write_xlsx  # noqa: PLC0415 - the same

        write_xlsx(table, xlsx)
    if csv is None and xlsx is None:
        from kzg_desktop.exporting.plain import plain_text  # noqa: PLC0415 - the same

        _print(plain_text(table))


def _listed(record: AirRecord) -> str:
    from kzg_desktop.exporting.plain import plain_text  # noqa: PLC0415 - only the list needs it
    from kzg_desktop.exporting.table import Column, Table  # noqa: PLC0415 - the same

    takes = {one.id: 0 for one in record.broadcasts}
    for segment in record.segments:
        takes[segment.broadcast_id] = takes.get(segment.broadcast_id, 0) + 1
    columns = (Column("id"), Column("starts", "time"), Column("takes", "int"), Column("title"))
    rows = tuple((one.id, one.starts_at or None, takes[one.id], one.title) for one in record.broadcasts)
    return plain_text(Table(title="", columns=columns, rows=rows)) if rows else "no broadcasts here yet"


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
