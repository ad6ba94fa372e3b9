"""Days and campaigns: a list at the left, and what one of them brought, counted when it is looked at."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kzg_desktop.errors import KzgError
from kzg_desktop.review.campaign import Campaign
from kzg_desktop.review.documents.words import Language
from kzg_desktop.review.reading import Progress, Totals
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.report.saving_dialog import document_language
from kzg_desktop.ui.report.totals_dialog import Paper, TotalsDialog
from kzg_desktop.ui.review.entry_list import EntryList
from kzg_desktop.ui.review.faces import Face
from kzg_desktop.ui.review.totals_view import TotalsView

__all__ = ["TotalsMode"]

T = TypeVar("T")
_AGAIN_MS = 20_000
"""While applications come in, what is on screen is counted again so often at the most: it takes about a second."""


class TotalsMode(QObject, Generic[T]):
    """One way to look at several broadcasts: ``list`` at the left, ``view`` beside it.

    ``said`` carries a confirmation, the words of a button and what that does (or "", None); ``failed`` an error.
    """

    said = Signal(str, str, object)
    failed = Signal(object)

    def __init__(self, name: str, tasks: Tasks, entries: EntryList, view: TotalsView, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = f"review.{name}"
        self._tasks = tasks
        self._shown: tuple[str, T] | None = None
        self._active = False
        self._stale = False
        self.list = entries
        self.view = view
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._count_if_stale)
        self.list.chosen.connect(self._on_chosen)
        self.view.copy_requested.connect(self.copy_text)
        self.view.save_requested.connect(self.save)
        self.view.again_requested.connect(self._count)
        self.view.waiting.stopped.connect(self.stop_counting)

    # --- for the page

    @property
    def shown(self) -> T | None:
        """What is on screen, None while it is counted."""
        return self._shown[1] if self._shown is not None else None

    def enter(self) -> None:
        """The user looks at it."""
        self._active = True
        if self._stale or self._shown is None:
            self._count()

    def leave(self) -> None:
        """The user looks at something else."""
        self._active = False
        self._again.stop()
        self._stop()

    def refresh(self) -> None:
        """Something changed: count it again, now and then."""
        self._stale = True
        if self._active and not self._again.isActive():
            self._again.start()

    def stop(self) -> None:
        """Read no more; the page is about to go."""
        self._again.stop()
        self._stop()

    @abstractmethod
    def show_totals(self, totals: Mapping[str, Totals] | None) -> None:
        """List what there is; *totals* by broadcast id, None while they are counted."""

    def copy_text(self) -> None:
        """Copy what is on screen as text."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._text(self._shown[1], document_language()))
            self.said.emit(self.tr("Copied as text"), "", None)

    def save(self) -> TotalsDialog | None:
        """Ask which files are wanted of what is on screen."""
        if self._shown is None:
            return None
        dialog = TotalsDialog(self._tasks, self._paper(self._shown[1]), self.view.window())
        dialog.said.connect(self.said)
        dialog.open()
        return dialog

    # --- what days and campaigns say otherwise

    @abstractmethod
    async def _read(self, key: str, progress: Progress) -> T:
        """Return what the entry of that key brought.

        Raises:
            KzgError: it cannot be read.
        """

    @abstractmethod
    def _title(self, key: str) -> str:
        """Return what stands above it while it is counted."""

    @abstractmethod
    def _face(self, found: T) -> tuple[Face, Campaign]:
        """Return what is shown of it."""

    @abstractmethod
    def _text(self, found: T, language: Language) -> str:
        """Return it as text."""

    @abstractmethod
    def _paper(self, found: T) -> Paper:
        """Return it as what can be saved."""

    # --- counting

    def _on_chosen(self, key: str) -> None:
        if self._shown is None or self._shown[0] != key:
            self._shown = None
            self.view.clear(self._title(key))
        if self._active:
            self._count()

    def _count_if_stale(self) -> None:
        if self._stale and self._active:
            self._count()

    def _count(self) -> None:
        key = self.list.current
        if key is None:
            return
        self._stale = False
        if self._shown is None:
            self.view.clear(self._title(key))
        self.view.waiting.begin()
        self._tasks.spawn(self._name, self._count_and_show(key))

    def stop_counting(self) -> None:
        """Stop what is being counted; what stands on screen stays."""
        self._stop()
        if self._shown is None:
            self.view.show_stopped()

    def _stop(self) -> None:
        self._tasks.cancel(self._name)
        self.view.waiting.end()

    async def _count_and_show(self, key: str) -> None:
        loop = asyncio.get_running_loop()
        counting = asyncio.current_task()
        assert counting is not None

        def progress(done: int, total: int) -> None:
            loop.call_soon_threadsafe(self._tell, counting, done, total)

        try:
            found = await self._read(key, progress)
        except KzgError as error:
            self.view.waiting.end()
            self.failed.emit(error)
            return
        self.view.waiting.end()
        self._shown = key, found
        self.view.show_face(*self._face(found))

    def _tell(self, counting: asyncio.Task[Any], done: int, total: int) -> None:
        if isValid(self) and not counting.done():  # the window may have been closed meanwhile
            self.view.waiting.tell(done, total)
