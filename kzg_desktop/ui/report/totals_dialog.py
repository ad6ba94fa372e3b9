"""Saving a day's digest or a campaign's totals: look at the pages, choose the files, save them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget

from kzg_desktop.exporting.review_book import Sheet
from kzg_desktop.review.documents.blocks import Document
from kzg_desktop.review.documents.words import Language
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.report.saving import Progress, stoppable
from kzg_desktop.ui.report.saving_dialog import SavingDialog, document_language
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Paper", "TotalsDialog"]

translate = QCoreApplication.translate


class Paper(Struct, frozen=True, kw_only=True):
    """What can be saved: pages and sheets in a language, under a *heading*, in a file called *name*."""

    heading: str
    name: str
    pages: Callable[[Language], Document]
    sheets: Callable[[Language], list[Sheet]]


class TotalsDialog(SavingDialog):
    """Saves a :class:`Paper` as a PDF, as a spreadsheet, or as both."""

    def __init__(self, tasks: Tasks, paper: Paper, parent: QWidget | None = None) -> None:
        self.files = _Files()
        super().__init__(tasks, paper.heading, self.files, parent)
        self._paper = paper
        self._language = document_language()
        self._read()

    # --- inside

    def _kinds(self) -> tuple[str, ...]:
        return (("pdf",) if not self.files.xlsx.isChecked() else ()) + (
            ("xlsx",) if not self.files.pdf.isChecked() else ()
        )

    async def _made(self) -> Document:
        return await asyncio.to_thread(self._paper.pages, self._language)

    async def _written(self, files: Sequence[Path]) -> tuple[Path, ...]:
        from kzg_desktop.exporting.atomic import write_whole  # noqa: PLC0415 - only when something is saved

        def contents(go_on: Progress) -> dict[Path, bytes]:
            return _contents(self._paper, self._language, files, go_on)

        for path, content in (await stoppable(contents, self._show_progress)).items():
            await asyncio.to_thread(write_whole, path, content)
        return tuple(files)

    def _file_name(self) -> str:
        return self._paper.name


class _Files(QWidget):
    """Which files are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.pdf = QRadioButton(translate("TotalsDialog", "PDF, to hand over or print"))
        self.xlsx = QRadioButton(translate("TotalsDialog", "Spreadsheet with all figures"))
        self.both = QRadioButton(translate("TotalsDialog", "Both, side by side"))
        self.pdf.setChecked(True)
        note = QLabel(translate("TotalsDialog", "Totals only: no names, no phones."), wordWrap=True)
        note.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        for part in (self.pdf, self.xlsx, self.both, note):
            column.addWidget(part)


def _contents(paper: Paper, language: Language, files: Sequence[Path], go_on: Progress) -> dict[Path, bytes]:
    from kzg_desktop.exporting.review_book import book_bytes  # noqa: PLC0415 - only when something is saved
    from kzg_desktop.ui.report.pdf import pdf_of  # noqa: PLC0415 - the same

    made: dict[Path, bytes] = {}
    for path in files:
        if path.suffix == ".pdf":
            made[path] = pdf_of(paper.pages(language), go_on)
        else:
            made[path] = book_bytes(paper.sheets(language), paper.name, lambda: go_on(0, 0))
    return made
