"""The steps of an import: choose, look at every row, accept, and see what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.errors import KzgError
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.error_text import describe
from kzg_desktop.ui.importing.choice import FileChoice
from kzg_desktop.ui.importing.files import ask_for_sheet, ask_where_to_save, readable_file
from kzg_desktop.ui.importing.preview import SheetPreview
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["SheetImport", "Stage"]

Stage: TypeAlias = Literal["choose", "reading", "preview", "applying", "done"]


class SheetImport(QDialog):
    """What the imports have in common. One kind says how to read a file, how to import it, and what to call it all.

    ``imported`` carries how many rows made a difference, once it is done. *task* is the name of the work in the
    background.
    """

    imported = Signal(int)

    def __init__(self, tasks: Tasks, task: str, preview: SheetPreview[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._tasks = tasks
        self._task = task
        self.stage: Stage = "choose"
        self.has_rows = False
        self.abandoned = False
        self.choice = FileChoice()
        self.preview = preview
        self.progress = QProgressBar(textVisible=False)
        self._message = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.go = QPushButton(default=True)
        self.go.setProperty("kind", "primary")
        self.other = self._button(self.tr("Another file…"), self._choose_file)
        self.save_button = self._button("", self._choose_target)
        self.leave = self._button("", self._on_leave)
        self._lay_out()
        self.choice.choose_requested.connect(self._choose_file)
        self.preview.accepted_changed.connect(self._on_accepted_changed)
        self.go.clicked.connect(self._on_go)
        self.resize(300 * UNIT, 170 * UNIT)

    # --- what one kind says

    async def take(self, path: Path) -> str:
        """Read that file and put its rows into the preview; return what there is to say about all of it.

        Raises:
            KzgError: it cannot be read; what was shown before stays.
        """
        raise NotImplementedError

    async def carry_out(self) -> None:
        """Import what is accepted; enters the stage that comes after it."""
        raise NotImplementedError

    def go_words(self, count: int) -> str:
        """Return what the button says that imports so many rows."""
        raise NotImplementedError

    @property
    def can_save(self) -> bool:
        """Whether there is something to save in a file."""
        return self.has_rows

    def file_to_save(self) -> tuple[str, str]:
        """Return title and file name for the box that asks where to save."""
        raise NotImplementedError

    async def write(self, path: Path) -> None:
        """Write what there is to save.

        Raises:
            KzgError: it could not be written.
        """
        raise NotImplementedError

    # --- what all do

    @property
    def message(self) -> str:
        """What is said beside the buttons."""
        return self._message.text()

    def read(self, path: Path) -> None:
        """Read that file and show what its rows become."""
        if self.stage != "applying":
            self._tasks.spawn(self._task, self._read(path))

    def reject(self) -> None:
        """Close; while something runs, stop that instead. What is recorded already stays."""
        if self.stage in {"reading", "applying"}:
            self.stop()
        else:
            super().reject()

    def stop(self) -> None:
        """Stop what runs."""
        self._tasks.cancel(self._task)

    def abandon(self) -> None:
        """End what runs and say nothing of it: the page is about to go, and this with it."""
        self.abandoned = True
        self._tasks.cancel(self._task)
        self._tasks.cancel(self._save_task)

    def done(self, result: int) -> None:
        """Close, and end what still runs; a file that is being written is finished all the same."""
        self.abandon()
        super().done(result)

    @property
    def _save_task(self) -> str:
        return f"{self._task}.save"

    def enter(self, stage: Stage, message: str = "", *, wrong: bool = False) -> None:
        """Go to that stage and say *message* beside the buttons."""
        self.stage = stage
        self.say(message, wrong=wrong)
        self.show_stage()

    def say(self, message: str, *, wrong: bool = False) -> None:
        """Say something beside the buttons; of what is *wrong* in the colour of warnings."""
        self._message.setProperty("role", "warning" if wrong else "strong" if self.stage == "done" else "muted")
        self._message.style().polish(self._message)
        self._message.setText(message)

    def show_stage(self) -> None:
        """Show the parts that the stage needs."""
        busy = self.stage in {"reading", "applying"}
        self._pages.setCurrentWidget(self.preview if self.has_rows else self.choice)
        self.choice.setEnabled(not busy)
        self.preview.setEnabled(self.stage != "applying")
        self.progress.setVisible(busy)
        self.other.setVisible(self.has_rows and not busy)
        self.save_button.setVisible(self.can_save and not busy)
        self.leave.setText(self.leave_words())
        self.leave.setVisible(self.stage != "done")
        count = self.preview.rows.accepted()
        self.go.setVisible(self.stage in {"preview", "done"})
        self.go.setEnabled(self.stage == "done" or count > 0)
        self.go.setText(self.tr("Close") if self.stage == "done" else self.go_words(count))

    def leave_words(self) -> str:
        """Return what the button says that closes, or stops."""
        return self.tr("Cancel")

    # --- building

    def _button(self, words: str, pressed: object) -> QPushButton:
        button = QPushButton(words, autoDefault=False)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.choice)
        self._pages.addWidget(self.preview)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(5 * UNIT, 2 * UNIT, 5 * UNIT, 4 * UNIT)
        buttons.setSpacing(2 * UNIT)
        buttons.addWidget(self._message, 1)
        for button in (self.other, self.save_button, self.leave, self.go):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self._pages, 1)
        column.addWidget(self.progress)
        column.addLayout(buttons)

    # --- what happens

    def _on_go(self) -> None:
        if self.stage == "done":
            self.accept()
        elif self.stage == "preview":
            self._tasks.spawn(self._task, self.carry_out())

    def _on_leave(self) -> None:
        self.reject()

    def _on_accepted_changed(self) -> None:
        if self.stage == "done" and self.preview.rows.accepted():  # left out before, wanted now
            self.enter("preview")
        else:
            self.show_stage()

    def _choose_file(self) -> None:
        ask_for_sheet(self, self.read)

    async def _read(self, path: Path) -> None:
        before: Stage = self.stage if self.stage != "reading" else "preview" if self.has_rows else "choose"
        self.progress.setRange(0, 0)
        self.enter("reading", self.tr("Reading {file}").format(file=path.name))
        try:
            remarks = await self.take(path)
        except KzgError as error:
            what = describe(error).what
            self.enter(before, what if path.name in what else f"{path.name}：{what}", wrong=True)
        except BaseException:  # also a cancelled task leaves the dialog usable
            if not self.abandoned:
                self.enter(before)
            raise
        else:
            self.has_rows = True
            self.enter("preview", remarks)
            self.preview.view.setFocus()

    # --- a file about it

    def _choose_target(self) -> None:
        ask_where_to_save(self, *self.file_to_save(), self.save)

    def save(self, path: Path) -> None:
        """Write what there is to save to that file."""
        self._tasks.spawn(self._save_task, self._save(path))

    async def _save(self, path: Path) -> None:
        try:
            await self.write(path)
        except KzgError as error:
            told = describe(error).what
            self.say(self.tr("Not saved: {error}").format(error=told), wrong=True)
        else:
            self.say(self.tr("Saved: {file}").format(file=path.name))

    # --- files dropped onto the dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if readable_file(event.mimeData()) is not None and self.stage != "applying":
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = readable_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read(path)
