"""The second step of an import of jobs: its columns and their widths."""

from __future__ import annotations

from kzg_desktop.ui.importing.preview import SheetPreview
from kzg_desktop.ui.jobs.import_rows import ImportColumn, ImportRow, ImportRows

__all__ = ["ImportPreview"]

_WIDTHS: dict[int, int] = {
    ImportColumn.ROW: 18,
    ImportColumn.STATUS: 20,
    ImportColumn.EMPLOYER: 44,
    ImportColumn.TITLE: 32,
    ImportColumn.PAY: 32,
    ImportColumn.OUTCOME: 40,
}


class ImportPreview(SheetPreview[ImportRow]):
    """Every row of a job sheet, with what it becomes."""

    rows: ImportRows

    def __init__(self) -> None:
        super().__init__(ImportRows(), _WIDTHS)
