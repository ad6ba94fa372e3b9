"""Saving a document: look at it, choose the files, save them; stopped halfway, nothing is left."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from kzg_desktop.errors import KzgError
from kzg_desktop.review.documents.blocks import Document
from kzg_desktop.review.documents.words import Language
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.error_text import describe
from kzg_desktop.ui.report.pdf import page_picture
from kzg_desktop.ui.report.preview import PREVIEW_WIDTH, Preview
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SavingDialog", "document_language"]

_READING = "report.read"
_TURNING = "report.turn"
_SAVING = "report.save"
_SIDE = 85 * UNIT


class SavingDialog(QDialog):
    """Shows a document beforehand, with what may be chosen beside it, and saves it as one file or two.

    ``said`` carries that files were saved, the words of a button, and what that does.
    """

    said = Signal(str, str, object)

    def __init__(self, tasks: Tasks, heading: str, options: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save the report"))
        self._tasks = tasks
        self._document: Document | None = None
        self.preview = Preview()
        self.message = QLabel(wordWrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.go = QPushButton(self.tr("Choose the file…"), default=True)
        self.go.setProperty("kind", "primary")
        self.leave = QPushButton(self.tr("Cancel"), autoDefault=False)
        self._options = options
        self._lay_out(heading)
        self.preview.page_wanted.connect(self._turn_to)
        self.go.clicked.connect(self._choose_file)
        self.leave.clicked.connect(self.reject)
        self._show_busy(busy=False)

    @property
    def saving(self) -> bool:
        """Whether files are being made."""
        return self._tasks.running(_SAVING)

    def save_to(self, path: Path) -> None:
        """Save what is chosen: the file of one kind at *path*, the other kind beside it."""
        files = [path.with_suffix(f".{kind}") for kind in self._kinds()]
        others = [file for file in files if file != path and file.exists()]
        if not others:
            self._save(files)
            return
        question = self.tr("{file} is there already. Replace it?").format(file=others[0].name)
        ask(self, question, [(self.tr("Keep it"), self._nothing), (self.tr("Replace"), lambda: self._save(files))])

    def reject(self) -> None:
        """Close; while files are being made, stop that instead."""
        if self.saving:
            self._tasks.cancel(_SAVING)
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close and read no more."""
        self._tasks.cancel(_READING)
        self._tasks.cancel(_TURNING)
        super().done(result)

    # --- what another dialog says otherwise

    @abstractmethod
    async def _made(self) -> Document:
        """Return the document that is chosen.

        Raises:
            KzgError: it cannot be made.
        """

    @abstractmethod
    async def _written(self, files: Sequence[Path]) -> tuple[Path, ...]:
        """Write the chosen document to *files*, by their endings, and return them.

        Raises:
            KzgError: it cannot be made or written; nothing has changed.
        """

    @abstractmethod
    def _kinds(self) -> tuple[str, ...]:
        """Return the endings of the files that are wanted, the one to ask for first."""

    @abstractmethod
    def _file_name(self) -> str:
        """Return a name for the file, without an ending."""

    # --- building

    def _lay_out(self, heading: str) -> None:
        title = QLabel(heading)
        title.setProperty("role", "title")
        side = QVBoxLayout()
        side.setSpacing(3 * UNIT)
        side.addWidget(title)
        side.addWidget(self._options)
        side.addStretch(1)
        side.addWidget(self.message)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        side.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * UNIT)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        side.addLayout(buttons)
        line = QHBoxLayout(self)
        line.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 4 * UNIT)
        line.setSpacing(6 * UNIT)
        line.addWidget(self.preview)
        line.addLayout(side, 1)
        self._options.setFixedWidth(_SIDE)

    # --- looking at it

    def _read(self) -> None:
        """Show the chosen document from its first page on."""
        if self._document is None:
            self.preview.say(self.tr("Reading…"))
        self._tasks.spawn(_READING, self._guarded(self._read_and_show()))

    async def _read_and_show(self) -> None:
        self._document = await self._made()
        await self._show_page(0)

    def _turn_to(self, number: int) -> None:
        self._tasks.spawn(_TURNING, self._show_page(number))

    async def _show_page(self, number: int) -> None:
        if self._document is None:
            return
        found: tuple[QImage, int] = await asyncio.to_thread(
            page_picture, self._document, number, PREVIEW_WIDTH, self.devicePixelRatioF()
        )
        self.preview.show_page(found[0], number, found[1])

    # --- saving it

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kind = self._kinds()[0]
        words = {"pdf": self.tr("PDF document (*.pdf)"), "xlsx": self.tr("Excel workbook (*.xlsx)")}
        dialog.setNameFilters([words[kind]])
        dialog.setDefaultSuffix(kind)
        name = "".join("_" if letter in '\\/:*?"<>|' else letter for letter in self._file_name()).strip()
        dialog.selectFile(f"{name}.{kind}")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, files: Sequence[Path]) -> None:
        if not self.saving:
            self._show_busy(busy=True)
            self._tasks.spawn(_SAVING, self._guarded(self._save_and_close(files)))

    async def _save_and_close(self, files: Sequence[Path]) -> None:
        try:
            paths = await self._written(files)
        except asyncio.CancelledError:
            if isValid(self):  # not while the window is being closed
                self._stopped()
            raise
        self._show_busy(busy=False)
        folder = QUrl.fromLocalFile(str(paths[0] if len(paths) == 1 else paths[0].parent))
        names = "、".join(path.name for path in paths)
        self.said.emit(
            self.tr("Saved: {file}").format(file=names), self.tr("Open"), lambda: QDesktopServices.openUrl(folder)
        )
        self.accept()

    def _stopped(self) -> None:
        self._show_busy(busy=False)
        self.message.setText(self.tr("Stopped; nothing was saved."))

    def _show_progress(self, done: int, total: int) -> None:
        if not isValid(self):  # closed with the window meanwhile
            return
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if total:
            self.message.setText(self.tr("Page {page} of {pages}").format(page=done + 1, pages=total))

    def _show_busy(self, *, busy: bool) -> None:
        self._options.setEnabled(not busy)
        self.go.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.progress.setRange(0, 0)
        self.message.setProperty("role", "muted")
        self.message.setText(self.tr("Making the report…") if busy else " ")

    def _nothing(self) -> None:
        self.message.setText(self.tr("Nothing was saved."))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KzgError as error:
            words = describe(error)
            self._show_busy(busy=False)
            self.message.setText(" ".join(part for part in (f"{words.what}.", words.todo) if part))
            if self._document is None:
                self.preview.say(words.what)


def document_language() -> Language:
    """Return the language of the window, in which documents are made."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
