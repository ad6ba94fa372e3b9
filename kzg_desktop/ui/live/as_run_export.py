"""Saving a broadcast's as-run log as a spreadsheet."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kzg_desktop.domain.as_run import as_run
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.errors import KzgError
from kzg_desktop.services import Desk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.words import name_words
from kzg_desktop.widgets.text import time_of_day

__all__ = ["AsRunExport"]


class AsRunExport(QObject):
    """Asks for a file and writes it on a thread; XLSX, or CSV where the name says so."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._window = parent

    def ask(self, broadcast: Broadcast) -> None:
        """Let the user choose a file for this broadcast's log."""
        dialog = QFileDialog(self._window, self.tr("Save the as-run log"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel workbook (*.xlsx)"), self.tr("CSV text (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx"))
        day = time_of_day(broadcast.starts_at, form="%Y-%m-%d")
        dialog.selectFile(f"{_file_name(broadcast.title)} {day}.xlsx")
        dialog.fileSelected.connect(lambda path: self.save(broadcast, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, broadcast: Broadcast, path: Path) -> None:
        """Write the log to *path*."""
        self._tasks.spawn("as_run.export", self._save(broadcast, path))

    async def _save(self, broadcast: Broadcast, path: Path) -> None:
        from kzg_desktop.exporting.as_run import as_run_table  # noqa: PLC0415 - only when something is exported
        from kzg_desktop.exporting.csv_file import write_csv  # noqa: PLC0415 - the same
        from kzg_desktop.exporting.xlsx_file import write_xlsx  # noqa: PLC0415 - the same

        lines = as_run(broadcast, self._desk.air_events(broadcast.id), self._desk.segments(broadcast.id))
        chinese = QLocale().language() == QLocale.Language.Chinese
        language: Literal["zh", "en"] = "zh" if chinese else "en"
        names = {id_: name_words(id_, name) for id_, name in self._desk.names().items()}
        table = as_run_table(lines, title=broadcast.title, language=language, names=names)
        write = write_csv if path.suffix.lower() == ".csv" else write_xlsx
        try:
            await asyncio.to_thread(write, table, path)
        except KzgError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(str(path))


def _file_name(title: str) -> str:
    """Return *title* without what no file may be named."""
    return "".join("_" if letter in '\\/:*?"<>|' else letter for letter in title).strip() or "as-run"
