"""Exported files that hold somebody who must not be in them any more: told on every page until they are gone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import KzgError, UserError
from kzg_desktop.hiring_services import ExportFile, HiringDesk
from kzg_desktop.services import DeskEvent, ExportsChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.words import when_words
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["OutdatedBar", "OutdatedDialog"]


class _Outdated(Struct, frozen=True):
    """One file, however often it was written; ``ids`` are its exports, ``there`` whether it still is where it was."""

    path: Path
    at: int
    ids: tuple[str, ...]
    there: bool


class OutdatedBar(QFrame):
    """A line over the pages, shown while there are such files. ``failed`` carries why one could not be deleted."""

    failed = Signal(object)

    def __init__(self, desk: HiringDesk, tasks: Tasks, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._files: list[_Outdated] = []
        self.dialog: OutdatedDialog | None = None
        self._words = QLabel(wordWrap=True)
        self.button = QPushButton(self.tr("Show files…"), autoDefault=True)
        self.button.clicked.connect(self.open_list)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        row.setSpacing(3 * UNIT)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.hide()
        self._unsubscribe = desk.subscribe(self._on_event)
        self._look_again()

    def stop(self) -> None:
        """Stop listening to the desk; the line is about to go."""
        self._unsubscribe()
        self._tasks.cancel("exports.outdated")

    @property
    def text(self) -> str:
        """What is said now, "" when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def open_list(self) -> None:
        """Open the list of the files."""
        self.dialog = OutdatedDialog(self._clock.now_ms(), self.window())
        self.dialog.delete_requested.connect(lambda file: self._do(self._delete(file)))
        self.dialog.forget_requested.connect(lambda file: self._do(self._forget(file)))
        self.dialog.show_files(self._files)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, ExportsChanged):
            self._look_again()

    def _look_again(self) -> None:
        self._tasks.spawn("exports.outdated", self._read())

    async def _read(self) -> None:
        try:
            found = await self._desk.exports()
        except KzgError:
            return  # the next change, or the next start, reads them again
        self._files = await asyncio.to_thread(_outdated, found)
        words = self.tr(
            "{count} exported files hold people who were erased or whom you may not see any more. Delete the files, "
            "and every copy of them."
        )
        self._words.setText(words.format(count=len(self._files)))
        self.setVisible(bool(self._files))
        if self.dialog is not None:
            self.dialog.show_files(self._files)

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        async def guarded() -> None:
            try:
                await work
            except KzgError as error:
                self.failed.emit(error)

        self._tasks.spawn("exports.delete", guarded())

    async def _delete(self, file: _Outdated) -> None:
        try:
            await asyncio.to_thread(file.path.unlink, missing_ok=True)
        except OSError as error:
            words = self.tr("{file} could not be deleted. Close the programs that show it, then try again.")
            raise UserError(words.format(file=file.path.name)) from error
        await self._forget(file)

    async def _forget(self, file: _Outdated) -> None:
        for export_id in file.ids:
            await self._desk.forget_export(export_id)


class OutdatedDialog(QDialog):
    """Lists the files; it closes by itself with the last one."""

    delete_requested = Signal(object)
    forget_requested = Signal(object)

    def __init__(self, now_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now_ms
        self.setWindowTitle(self.tr("Files to delete"))
        self.setMinimumWidth(150 * UNIT)
        about = QLabel(
            self.tr(
                "They hold people who were erased or whom you may not see any more. What was copied or sent on "
                "elsewhere has to be deleted there, too."
            ),
            wordWrap=True,
        )
        about.setProperty("role", "muted")
        self._column = QVBoxLayout()
        self._column.setSpacing(2 * UNIT)
        self._rows: list[QFrame] = []
        close = QPushButton(self.tr("Close"), autoDefault=True)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 4 * UNIT)
        whole.setSpacing(4 * UNIT)
        whole.addWidget(about)
        whole.addLayout(self._column)
        whole.addStretch(1)
        whole.addLayout(foot)

    @property
    def words(self) -> list[str]:
        """What is said about the files, from the top."""
        return [label.text() for row in self._rows for label in row.findChildren(QLabel)]

    @property
    def buttons(self) -> list[QPushButton]:
        """What can be done about the files, from the top."""
        return [button for row in self._rows for button in row.findChildren(QPushButton)]

    def show_files(self, files: Sequence[_Outdated]) -> None:
        """List these."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(file) for file in files]
        for row in self._rows:
            self._column.addWidget(row)
        if not files:
            self.accept()

    def _row(self, file: _Outdated) -> QFrame:
        name, where = ElidedLabel(), ElidedLabel()
        name.setText(file.path.name)
        folder = str(file.path.parent) if file.there else self.tr("Not there any more: moved, renamed or deleted")
        where.setText(f"{when_words(file.at, self._now)} · {folder}")
        where.setProperty("role", "caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(where)
        row = QFrame()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * UNIT)
        line.addLayout(words, 1)
        for button in self._acts(file):
            line.addWidget(button)
        return row

    def _acts(self, file: _Outdated) -> list[QPushButton]:
        if not file.there:
            return [_button(self.tr("It is deleted"), lambda: self.forget_requested.emit(file))]
        folder = QUrl.fromLocalFile(str(file.path.parent))
        return [
            _button(self.tr("Open folder"), lambda: QDesktopServices.openUrl(folder)),
            _button(self.tr("Delete file"), lambda: self.delete_requested.emit(file)),
        ]


def _button(words: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words, autoDefault=True)
    button.clicked.connect(act)
    return button


def _outdated(files: Sequence[ExportFile]) -> list[_Outdated]:
    """Return the outdated ones of *files*, the latest first; written again since, a file is what it was last."""
    by_path: dict[Path, list[ExportFile]] = {}
    for file in files:
        by_path.setdefault(file.path, []).append(file)
    return [
        _Outdated(path, exports[0].at, tuple(export.id for export in exports), path.exists())
        for path, exports in by_path.items()
        if exports[0].outdated
    ]
