"""Writing the applicants on screen into a spreadsheet: asked for, logged, remembered, written."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kzg_desktop.domain.actions import LogExport
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.ids import new_id
from kzg_desktop.domain.states import STEPS
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.models.application_text import channel_name
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.columns import ApplicantWords, Column
from kzg_desktop.ui.hr.export_dialog import ExportDialog
from kzg_desktop.ui.hr.words import name_words, outcome_words, status_words
from kzg_desktop.ui.kept_file import kept_file
from kzg_desktop.widgets.text import time_of_day

if TYPE_CHECKING:
    from kzg_desktop.exporting.applicants import ApplicantColumn
    from kzg_desktop.exporting.table import Table

__all__ = ["ApplicantExport", "ExportWish"]

_PORTION = 500
_OUTCOMES = ("answered", "no_answer", "rejected", "empty_number")

_FIELDS: dict[Column, tuple[ApplicantColumn, ...]] = {
    Column.NAME: ("name",),
    Column.DUE: ("due_at",),
    Column.STATUS: ("status",),
    Column.JOB: ("job_title",),
    Column.OWNER: ("owner",),
    Column.CITY: ("city",),
    Column.PHONE: ("phone",),
    Column.LAST_CONTACT: ("called_at", "outcome"),
    Column.EMPLOYER: ("employer",),
    Column.AGE: ("age_band",),
    Column.CHANNEL: ("channel",),
    Column.BROADCAST: ("broadcast",),
    Column.RECEIVED: ("received_at",),
    Column.APPOINTMENT: ("appointment_at",),
}


class ExportWish(Struct, frozen=True, kw_only=True):
    """Which applicants by arrival number, with which columns from left to right, under what title."""

    numbers: tuple[int, ...]
    columns: tuple[Column, ...]
    title: str
    full: bool = False

    @property
    def fields(self) -> tuple[ApplicantColumn, ...]:
        """The columns of the file. Phones are always among them, and notes where all goes in full."""
        found = [field for column in self.columns for field in _FIELDS[column]]
        if "phone" not in found:
            found.insert(found.index("name") + 1 if "name" in found else 0, "phone")
        return (*found, "notes") if self.full else tuple(found)


class ApplicantExport(QObject):
    """Asks once what may go into the file, then where it is to be; XLSX, or CSV where the name says so."""

    saved = Signal(str, int)
    failed = Signal(object)

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, words: ApplicantWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._words = words
        self._window = parent

    def ask(
        self, listed: Sequence[int], selected: Sequence[int], columns: Sequence[Column], title: str
    ) -> ExportDialog:
        """Let the user choose what goes into the file, and then the file."""
        dialog = ExportDialog(len(listed), len(selected), self._window)

        def go_on(only_selected: bool, full: bool) -> None:
            numbers = tuple(selected if only_selected else listed)
            self._ask_for_file(ExportWish(numbers=numbers, columns=tuple(columns), title=title, full=full))

        dialog.chosen.connect(go_on)
        dialog.open()
        return dialog

    def _ask_for_file(self, wish: ExportWish) -> None:
        dialog = QFileDialog(self._window, self.tr("Export applicants"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel workbook (*.xlsx)"), self.tr("CSV text (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx"))
        day = time_of_day(self._clock.now_ms(), form="%Y-%m-%d")
        dialog.selectFile(f"{_file_name(wish.title)} {day}.xlsx")
        dialog.fileSelected.connect(lambda path: self.save(wish, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, wish: ExportWish, path: Path) -> None:
        """Write those applicants to *path*."""
        self._tasks.spawn("hr.export", self._guarded(wish, path))

    async def _guarded(self, wish: ExportWish, path: Path) -> None:
        try:
            count = await self._save(wish, path)
        except KzgError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(str(path), count)

    async def _save(self, wish: ExportWish, path: Path) -> int:
        """Log and remember first: no file with people in it may be without either."""
        from kzg_desktop.exporting.csv_file import write_csv  # noqa: PLC0415 - only when something is exported
        from kzg_desktop.exporting.xlsx_file import write_xlsx  # noqa: PLC0415 - the same

        rows = await self._read(wish.numbers)
        await self._desk.act(*self._log(rows, path, full=wish.full))
        write = write_csv if path.suffix.lower() == ".csv" else write_xlsx
        remembered = {row.id for row in rows}
        async with kept_file(self._desk, path, sorted(remembered)):
            # Read again: an erasure that came before they were remembered marks no file.
            rows = [row for row in await self._read(wish.numbers) if row.id in remembered]
            await asyncio.to_thread(write, self._table(rows, wish), path)
        return len(rows)

    async def _read(self, numbers: Sequence[int]) -> list[Application]:
        rows: list[Application] = []
        for start in range(0, len(numbers), _PORTION):
            found = await self._desk.applicant_rows(numbers[start : start + _PORTION])
            rows += [each.row for each in found if isinstance(each.row, Application)]
        return rows

    def _log(self, rows: Iterable[Application], path: Path, *, full: bool) -> list[LogExport]:
        how = self.tr("in full") if full else self.tr("masked")
        counts = Counter(row.employer_id for row in rows)
        return [
            LogExport(employer_id=employer_id, event_id=new_id(), what=f"{path.name} · {how}", rows=count)
            for employer_id, count in counts.items()
        ]

    def _table(self, rows: list[Application], wish: ExportWish) -> Table:
        from kzg_desktop.exporting.applicants import applicant_table  # noqa: PLC0415 - as above

        return applicant_table(
            rows,
            wish.fields,
            title=wish.title,
            headings=self._headings(),
            words=self._cell_words(),
            full=wish.full,
        )

    def _headings(self) -> dict[str, str]:
        over = self._words.headings
        headings: dict[str, str] = {fields[0]: over[column] for column, fields in _FIELDS.items()}
        return headings | {"outcome": self.tr("Outcome"), "notes": self.tr("Notes")}

    def _cell_words(self) -> dict[str, dict[str, str]]:
        desk = self._desk
        return {
            "status": {status: status_words(status) for status in STEPS},
            "owner": {id_: name_words(id_, name) for id_, name in desk.names().items()},
            "employer": {each.id: each.name for each in desk.organizations()},
            "broadcast": {each.id: f"{each.campaign} {each.title}".strip() for each in desk.broadcasts()},
            "channel": {name: channel_name(name) for name in ("form", "webhook", "sheet", "kuaishou", "douyin")},
            "outcome": {outcome: outcome_words(outcome) for outcome in _OUTCOMES},
        }


def _file_name(title: str) -> str:
    """Return *title* without what no file may be named."""
    return "".join("_" if letter in '\\/:*?"<>|' else letter for letter in title).strip() or "applicants"
