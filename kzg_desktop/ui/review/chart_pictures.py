"""Pictures of charts: copied, or saved as PNG; painted and packed on a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from kzg_desktop.errors import KzgError
from kzg_desktop.tasks import Tasks
from kzg_desktop.widgets.chart_picture import Chart, chart_picture, png

__all__ = ["ChartPictures"]


class ChartPictures(QObject):
    """Gives charts a menu. ``said`` carries a confirmation, ``failed`` an error."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._window = parent
        self.name = ""
        """What the file names begin with: the broadcast's title."""

    def serve(self, widget: QWidget, chart: Chart) -> None:
        """Give *widget* a menu with which *chart* can be copied and saved."""
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(partial(self._open_menu, widget, chart))

    def copy(self, chart: Chart) -> None:
        """Put a picture of the chart on the clipboard."""
        self._spawn(self._copy(chart))

    def ask(self, chart: Chart) -> None:
        """Let the user choose a file for a picture of the chart."""
        dialog = QFileDialog(self._window, self.tr("Save the chart as a picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Picture (*.png)")])
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"{_file_name(f'{self.name} {chart.chart_title}')}.png")
        dialog.fileSelected.connect(lambda path: self.save(chart, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, chart: Chart, path: Path) -> None:
        """Write a picture of the chart to *path*."""
        self._spawn(self._save(chart, path))

    async def _copy(self, chart: Chart) -> None:
        image = await asyncio.to_thread(chart_picture, *chart.picture_painter())
        QGuiApplication.clipboard().setImage(image)
        self.said.emit(self.tr("Picture copied"))

    async def _save(self, chart: Chart, path: Path) -> None:
        from kzg_desktop.exporting.atomic import write_whole  # noqa: PLC0415 -- only when something is saved

        paint, size = chart.picture_painter()

        def write() -> None:
            write_whole(path, png(chart_picture(paint, size)))

        await asyncio.to_thread(write)
        self.said.emit(self.tr("Saved: {path}").format(path=path))

    def _open_menu(self, widget: QWidget, chart: Chart, where: QPoint) -> None:
        menu = QMenu(widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy picture")).triggered.connect(lambda: self.copy(chart))
        menu.addAction(self.tr("Save picture…")).triggered.connect(lambda: self.ask(chart))
        menu.popup(widget.mapToGlobal(where))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn("review.picture", self._guarded(work))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KzgError as error:
            self.failed.emit(error)


def _file_name(title: str) -> str:
    """Return *title* without what no file may be named."""
    return "".join("_" if letter in '\\/:*?"<>|' else letter for letter in title).strip() or "chart"
