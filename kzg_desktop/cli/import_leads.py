"""``kzg-desktop import leads``: bring the leads that a platform exports to the hub."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kzg_desktop.errors import AlreadyRunning, HubError, HubUnreachable, UserError

if TYPE_CHECKING:
    from kzg_desktop.importing.findings import Status
    from kzg_desktop.importing.lead_sending import LeadTaker
    from kzg_desktop.importing.lead_sheet import LeadDraft, LeadSheet
    from kzg_desktop.sync.client import HubClient
    from kzg_desktop.sync.desk import LocalDesk

__all__ = ["add_parser", "run"]

_STATUS: dict[Status, str] = {"ok": "正常", "warning": "注意", "error": "错误"}
_OUTCOME = {"created": "新增", "updated": "更新", "unchanged": "已有", "refused": "拒收"}
_MARK = {"info": "·", "warning": "!", "error": "×"}


def add_parser(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``leads`` to the kinds of ``import``."""
    leads = kinds.add_parser(
        "leads",
        help="import the applicants that a platform exports",
        description="Read a platform's leads (XLSX, XLS, ODS, CSV; any column order) and send them to the hub as "
        "applications. Importing a file again changes nothing.",
        epilog="exit code: 0 all rows are usable, 1 some rows have errors and were left out, 2 nothing could be read "
        "or the hub could not be reached; what was sent by then stays, and another run goes on from there",
    )
    leads.add_argument("file", type=Path, metavar="FILE", help="the spreadsheet")
    leads.add_argument("--dry-run", action="store_true", help="show what each row becomes, send nothing")
    leads.add_argument("--json", action="store_true", help="print one JSON object, in full, instead of a masked table")
    leads.add_argument("--broadcast", metavar="ID", default="", help="the broadcast that the leads come from")
    leads.add_argument(
        "--job", metavar="ID", default="", help="the job of leads that name none, or none that is in the library"
    )
    leads.add_argument(
        "--data-dir",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the desktop's data folder (default: $KZG_HOME or the user's)",
    )
    leads.add_argument(
        "--save-unreadable", type=Path, metavar="FILE", help="write the rows with errors and the reasons into a CSV"
    )
    leads.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - only this command needs it
    from kzg_desktop.importing.lead_report import lead_report  # noqa: PLC0415 - the same
    from kzg_desktop.importing.lead_sheet import read_lead_sheet  # noqa: PLC0415 - the same
    from kzg_desktop.paths import data_dir  # noqa: PLC0415 - the same

    try:
        sheet = read_lead_sheet(args.file, SystemClock().now_ms())
        work = _preview if args.dry_run else _import
        sheet = asyncio.run(work(sheet, data_dir(args.data_dir), args.broadcast, args.job))
        if args.save_unreadable is not None:
            _save_unreadable(sheet, args.save_unreadable)
    except (UserError, HubError) as error:
        print(f"kzg-desktop import: {error}", file=sys.stderr)  # noqa: T201 - the command's own output
        return 2
    if args.json:
        text = json.dumps(lead_report(sheet, dry_run=args.dry_run), ensure_ascii=False, indent=2)
    else:
        text = "\n".join(_table(sheet, dry_run=args.dry_run))
    print(text)  # noqa: T201 - as above
    return 1 if sheet.count("error") else 0


async def _preview(sheet: LeadSheet, folder: Path, broadcast: str, job: str) -> LeadSheet:
    """Return the sheet with its jobs, as far as this computer knows them; nothing is sent."""
    from kzg_desktop.importing.lead_jobs import JobFinder, with_jobs  # noqa: PLC0415 - only this command needs it

    if not _has_files(folder):
        return _unchecked(sheet, "这台电脑上还没有岗位库，没有核对意向岗位")
    try:
        async with _open_desk(folder) as desk:
            finder = JobFinder(desk, broadcast_id=broadcast, fallback=job, option="--job")
            if finder.empty:
                return _unchecked(sheet, "岗位库是空的，没有核对意向岗位")
            return with_jobs(sheet, finder)
    except AlreadyRunning:
        return _unchecked(sheet, "窗口开着，岗位库正在使用，没有核对意向岗位")


async def _import(sheet: LeadSheet, folder: Path, broadcast: str, job: str) -> LeadSheet:
    """Send the usable rows; return the sheet with what the hub made of them.

    Raises:
        AlreadyRunning: a window is open on that folder; close it first.
        HubError: the hub could not be reached, or said no.
    """
    from kzg_desktop.importing.lead_jobs import JobFinder, with_jobs  # noqa: PLC0415 - only this command needs it
    from kzg_desktop.sync.office import HubOffice  # noqa: PLC0415 - the same

    async with _open_desk(folder) as desk:
        await _catch_up(desk, folder)
        if broadcast and broadcast not in {known.id for known in desk.broadcasts()}:
            raise UserError(f"没有编号为 {broadcast} 的直播场次")
        finder = JobFinder(desk, broadcast_id=broadcast, fallback=job, option="--job")
        if finder.empty:
            raise UserError("岗位库是空的，请先导入岗位（kzg-desktop import jobs）")
        with_them = with_jobs(sheet, finder)
        async with _hub(desk, folder) as client:
            return await _send(HubOffice(client), with_them, broadcast)


async def _send(taker: LeadTaker, sheet: LeadSheet, broadcast: str) -> LeadSheet:
    """Send the leads; return the sheet with what became of each.

    Raises:
        UserError: the hub did not take all of them; how many it took.
    """
    from kzg_desktop.importing.lead_sending import (  # noqa: PLC0415 - only this command needs it
        LeadSending,
        is_not_allowed,
    )

    sending = LeadSending(taker, sheet, broadcast_id=broadcast)
    try:
        await sending.run(lambda: _tell_progress(sending.sent, sending.total))
    except HubError as error:
        detail = "账号没有录入报名的权限，请用企业 HR 或管理员账号登录" if is_not_allowed(error) else str(error)
        raise UserError(
            f"已送达 {sending.sent} 条，共 {sending.total} 条，其余没有送出：{detail}。再次运行会接着导入，不会重复"
        ) from error
    return sending.sheet


def _has_files(folder: Path) -> bool:
    return any(folder.glob("outbox-*.db"))


def _unchecked(sheet: LeadSheet, text: str) -> LeadSheet:
    from msgspec.structs import replace  # noqa: PLC0415 - only this command needs it

    from kzg_desktop.importing.findings import Message  # noqa: PLC0415 - the same

    return replace(sheet, messages=(*sheet.messages, Message(level="warning", text=text)))


def _tell_progress(sent: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if sent == total else ""
        print(f"\r已送达 {sent} / {total}", end=end, file=sys.stderr, flush=True)  # noqa: T201 - the command's own


@asynccontextmanager
async def _open_desk(folder: Path) -> AsyncIterator[LocalDesk]:
    """Open the desk of the hub that the desktop uses, unless a window is open on it."""
    from kzg_desktop.cache.keys import cache_key, open_secrets  # noqa: PLC0415 - only this command needs all these
    from kzg_desktop.domain.clock import SystemClock  # noqa: PLC0415 - the same
    from kzg_desktop.lock import FolderLock  # noqa: PLC0415 - the same
    from kzg_desktop.sync.desk import LocalDesk  # noqa: PLC0415 - the same

    lock = FolderLock(folder)
    try:
        key = cache_key(open_secrets(folder), _hub_name(folder))
        desk = await LocalDesk.open(folder, key, SystemClock())
        try:
            yield desk
        finally:
            await desk.close()
    finally:
        lock.release()


def _hub_name(folder: Path) -> str:
    from kzg_desktop.ui.settings_store import SettingsStore  # noqa: PLC0415 - only this command needs it

    return SettingsStore(folder / "settings.json").value.hub


async def _catch_up(desk: LocalDesk, folder: Path) -> None:
    """Bring desk and hub in step: jobs that were made here must be there before a lead can be for one.

    Raises:
        HubUnreachable: it did not work.
    """
    from kzg_desktop.cache.keys import open_secrets  # noqa: PLC0415 - only this command needs all these
    from kzg_desktop.importing.in_step import in_step  # noqa: PLC0415 - the same
    from kzg_desktop.link import Link  # noqa: PLC0415 - the same

    link = Link(desk, open_secrets(folder), hub=_hub_name(folder), data_dir=folder)
    running = asyncio.create_task(link.run(), name="link")
    waiting = asyncio.create_task(in_step(desk), name="in step")
    try:
        await asyncio.wait([waiting, running], return_when=asyncio.FIRST_COMPLETED)
        await (waiting if waiting.done() else running)
    except HubUnreachable as error:
        raise HubUnreachable(_offline(str(error))) from error
    finally:
        running.cancel()
        waiting.cancel()
        await asyncio.gather(running, waiting, return_exceptions=True)


def _offline(detail: str) -> str:
    return f"连不上服务端，一条也没有导入（报名含个人信息，只存放在服务端）：{detail}"


@asynccontextmanager
async def _hub(desk: LocalDesk, folder: Path) -> AsyncIterator[HubClient]:
    """Connect to the desktop's hub: with the device's own session, or as the owner of the embedded hub.

    The embedded hub's own window signs in as a host, who may not write applications and sees them masked; that
    session is left alone.
    """
    from kzg_desktop.cache.keys import EMBEDDED, open_secrets  # noqa: PLC0415 - only this command needs all these
    from kzg_desktop.embedded import EmbeddedHub  # noqa: PLC0415 - the same
    from kzg_desktop.sync.client import HubClient  # noqa: PLC0415 - the same
    from kzg_desktop.sync.session import DeviceSession, StoredCredentials  # noqa: PLC0415 - the same

    name = _hub_name(folder)
    if name != EMBEDDED:
        client = HubClient(name, desk.clock)
        client.use(DeviceSession(desk, client, StoredCredentials(open_secrets(folder), name)))
        try:
            yield client
        finally:
            await client.close()
        return
    hub = EmbeddedHub(folder / "hub", role="admin")
    try:
        client = HubClient(await hub.start(), desk.clock)
        client.use(_Owner(client, hub.secret, f"{desk.recorded.device_id}-import"))
        try:
            yield client
        finally:
            await client.close()
    finally:
        await hub.stop()


class _Owner:
    """Access tokens of the embedded hub's administrator, on a device of its own."""

    def __init__(self, client: HubClient, secret: str, device_id: str) -> None:
        self._client = client
        self._secret = secret
        self._device_id = device_id
        self._token = ""

    async def current(self) -> str:
        """Return a token to try."""
        return self._token or await self.renewed("")

    async def renewed(self, _rejected: str) -> str:
        """Sign in anew."""
        from kzg_desktop.wire import SessionRequest  # noqa: PLC0415 - only this command needs it

        request = SessionRequest(device_id=self._device_id, device_name="import", embedded_secret=self._secret)
        self._token = (await self._client.session(request)).access_token
        return self._token


def _save_unreadable(sheet: LeadSheet, path: Path) -> None:
    from kzg_desktop.exporting.csv_file import write_csv  # noqa: PLC0415 - only then is it needed
    from kzg_desktop.exporting.table import Column, Table  # noqa: PLC0415 - the same
    from kzg_desktop.importing.lead_report import unreadable_rows  # noqa: PLC0415 - the same

    heading, rows = unreadable_rows(sheet)
    write_csv(Table(title="", columns=tuple(map(Column, heading)), rows=rows), path)


def _table(sheet: LeadSheet, *, dry_run: bool) -> list[str]:
    """Return the report for the screen, which may be shared: names and phones are masked."""
    from kzg_desktop.importing.lead_sending import outcome_counts  # noqa: PLC0415 - only this command needs it

    lines = [f"{sheet.file}  工作表：{'、'.join(sheet.sheets)}", ""]
    for draft in sheet.drafts:
        lines += _lines(draft)
    if sheet.skipped:
        lines += ["", "没有作为线索读取的行："]
        lines += [f"{row.row:>6}  {row.sheet}  {row.reason}" for row in sheet.skipped]
    if sheet.messages:
        lines += ["", *(f"  {_MARK[message.level]} {message}" for message in sheet.messages)]
    counts = f"共 {len(sheet.drafts)} 行：" + "，".join(f"{word} {sheet.count(of)}" for of, word in _STATUS.items())
    if dry_run:
        return [*lines, "", f"{counts}。未导入（试运行）。"]
    outcomes = outcome_counts(sheet)
    told = "，".join(f"{word} {outcomes[name]}" for name, word in _OUTCOME.items())
    return [*lines, "", f"{counts}。{told}。"]


def _lines(draft: LeadDraft) -> list[str]:
    from kzg_desktop.domain.masking import mask_name, mask_phone  # noqa: PLC0415 - only this command needs it
    from kzg_desktop.importing.lead_masking import masked_message  # noqa: PLC0415 - the same

    fields = draft.fields
    cells = (
        (mask_name(fields.name), 12),
        (mask_phone(fields.phone), 12),
        (fields.city, 8),
        (fields.title, 18),
        (_OUTCOME.get(draft.outcome, ""), 4),
    )
    first = f"{draft.row:>6}  {_STATUS[draft.status]}  " + "  ".join(_fitted(text, width) for text, width in cells)
    said = (f"{_MARK[message.level]} {masked_message(message, names=True)}" for message in draft.messages)
    return [first.rstrip(), *(f"           {words}" for words in said)]


def _fitted(text: str, width: int) -> str:
    from kzg_desktop.exporting.table import width_of  # noqa: PLC0415 - only this command needs it

    while width_of(text) > width:
        text = text.removesuffix("…")[:-1] + "…"
    return text + " " * (width - width_of(text))
