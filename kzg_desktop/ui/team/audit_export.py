"""Saving lines of the audit log as a CSV file."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kzg_desktop.errors import KzgError
from kzg_desktop.exporting.csv_file import write_csv
from kzg_desktop.exporting.table import Column, Table
from kzg_desktop.models.account_audit_text import detail_words, kind_words, person_words, subject_words
from kzg_desktop.tasks import Tasks
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.wire_office import AuditLine

__all__ = ["AuditExport", "audit_table"]

translate = QCoreApplication.translate


def audit_table(lines: Sequence[AuditLine], names: Mapping[str, str]) -> Table:
    """Return the lines as a table, ids included, since names can change; *names* of organisations by id."""
    columns = (
        Column(translate("AuditExport", "No.")),
        Column(translate("AuditExport", "Time"), "time"),
        Column(translate("AuditExport", "Who")),
        Column(translate("AuditExport", "Who (id)")),
        Column(translate("AuditExport", "What")),
        Column(translate("AuditExport", "What (kind)")),
        Column(translate("AuditExport", "About")),
        Column(translate("AuditExport", "About (id)")),
        Column(translate("AuditExport", "Details")),
    )
    rows = tuple(
        (
            str(line.id),
            line.at,
            person_words(line),
            line.actor,
            kind_words(line.kind),
            line.kind,
            subject_words(line),
            line.subject,
            detail_words(line, names),
        )
        for line in lines
    )
    return Table(title=translate("AuditExport", "Audit log"), columns=columns, rows=rows)


class AuditExport(QObject):
    """Asks for a file and writes it on a thread. ``saved`` carries its path, ``failed`` an error."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._window = parent

    def ask(self, table: Table, now_ms: int) -> None:
        """Let the user choose a file for that table."""
        dialog = QFileDialog(self._window, self.tr("Save the audit log"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("CSV text (*.csv)")])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{table.title} {time_of_day(now_ms, form='%Y-%m-%d')}.csv")
        dialog.fileSelected.connect(lambda path: self.save(table, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, table: Table, path: Path) -> None:
        """Write *table* to *path*."""
        self._tasks.spawn("team.audit_export", self._save(table, path))

    async def _save(self, table: Table, path: Path) -> None:
        try:
            await asyncio.to_thread(write_csv, table, path)
        except KzgError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(str(path))
