"""The files of an import: those that can be read, and the boxes in which the user chooses one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

__all__ = ["SUFFIXES", "ask_for_sheet", "ask_where_to_save", "readable_file"]

translate = QCoreApplication.translate

SUFFIXES = (".xlsx", ".xls", ".xlsm", ".ods", ".csv", ".tsv", ".txt")
"""Ends of names of files that look like spreadsheets; the content decides."""


def readable_file(data: QMimeData) -> Path | None:
    """Return the spreadsheet among the files that are dragged, if there is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in SUFFIXES), None)


def ask_for_sheet(parent: QWidget, chosen: Callable[[Path], object]) -> QFileDialog:
    """Open a box to choose a spreadsheet; *chosen* is called with it."""
    dialog = QFileDialog(parent, translate("SheetFiles", "Choose a spreadsheet"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    # Qt's own Chinese lacks these two
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("SheetFiles", "Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("SheetFiles", "Type:"))
    names = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    kinds = {translate("SheetFiles", "Spreadsheets"): names, translate("SheetFiles", "All files"): "*"}
    dialog.setNameFilters([f"{kind} ({patterns})" for kind, patterns in kinds.items()])
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


def ask_where_to_save(parent: QWidget, title: str, name: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Open a box to choose a CSV file to be written, *name* at first; *chosen* is called with it."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog
