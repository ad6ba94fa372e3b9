"""A change of many applicants at once: what is wanted, what that would do and to whom not, and doing it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application, Versioned
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.bulk_fields import BulkFields
from kzg_desktop.ui.hr.bulk_plan import BulkKind, BulkPlan, BulkWish, Planner
from kzg_desktop.ui.hr.bulk_run import BulkResult, BulkRun
from kzg_desktop.ui.hr.bulk_words import booking_lines, button_words, preview_lines, refusal_lines, title_words
from kzg_desktop.ui.hr.columns import ApplicantWords
from kzg_desktop.ui.hr.words import account_words, when_words
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["BulkDialog"]

_PORTION = 400
_WIDTH = 136 * UNIT
_MOST_LINES = 7


class BulkDialog(QDialog):
    """Reads the applicants, previews what the rules allow, does it. ``finished_with`` tells wish and result."""

    finished_with = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        desk: HiringDesk,
        tasks: Tasks,
        clock: Clock,
        *,
        words: ApplicantWords,
        kind: BulkKind,
        numbers: Sequence[int],
        status: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._words = words
        self._kind: BulkKind = kind
        self._numbers = list(numbers)
        self._rows: list[Versioned] = []
        self._plan = BulkPlan()
        self._run = BulkRun(desk, self)
        self._is_running = False
        self.setWindowTitle(title_words(kind, len(self._numbers)))
        self.fields = BulkFields(desk, kind, now=self._clock.now_ms(), status=status, parent=self)
        self._lay_out()
        self._wire()
        self._spawn("hr.bulk.read", self._read())

    # --- building

    def _lay_out(self) -> None:
        self.heading = QLabel(self.windowTitle(), self, wordWrap=True)
        self.heading.setProperty("role", "title")
        self.preview = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.preview.setProperty("role", "strong")
        self.refusals = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.refusals.setProperty("role", "warning")
        self.bar = QProgressBar(self, textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.progress = QLabel(self)
        self.progress.setProperty("role", "muted")
        self.yes = QPushButton(self, default=True)
        self.yes.setProperty("kind", "primary")
        self.no = QPushButton(self.tr("Cancel"), self, autoDefault=False)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * UNIT)
        buttons.addWidget(self.progress, 1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * UNIT, 5 * UNIT, 6 * UNIT, 5 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(self.heading)
        column.addWidget(self.fields)
        column.addSpacing(UNIT)
        column.addWidget(self.preview)
        column.addWidget(self.refusals)
        column.addStretch(1)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        self.setFixedWidth(_WIDTH)
        self.yes.setText(button_words(self._kind, len(self._numbers)))
        self.yes.setEnabled(False)
        self._show_progress(0, len(self._numbers))

    def _wire(self) -> None:
        self.fields.changed.connect(self._preview)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self._run.progressed.connect(self._show_progress)

    # --- reading and planning

    @property
    def plan(self) -> BulkPlan:
        """What would be done now."""
        return self._plan

    async def _read(self) -> None:
        for start in range(0, len(self._numbers), _PORTION):
            portion = self._numbers[start : start + _PORTION]
            self._rows += await self._desk.applicant_rows(portion)
            self._show_progress(start + len(portion), len(self._numbers))
        self.bar.hide()
        self.progress.clear()
        self.fields.offer(self._applications())
        self._preview()

    def _applications(self) -> list[Application]:
        return [found.row for found in self._rows if isinstance(found.row, Application)]

    def _preview(self) -> None:
        if not self._is_running:
            self._spawn("hr.bulk.plan", self._make_plan(self.fields.wish))

    async def _make_plan(self, wish: BulkWish) -> None:
        """Plan in portions: the rules are asked of every single applicant."""
        plan = BulkPlan()
        if self.fields.is_complete:
            planner = Planner(self._desk, self._rows, wish, self._clock.now_ms() + self._desk.hub_ahead_ms)
            rows = self._applications()
            for start in range(0, len(rows), _PORTION):
                part = planner.plan(rows[start : start + _PORTION])
                plan = BulkPlan(deeds=plan.deeds + part.deeds, refused=plan.refused + part.refused)
                await asyncio.sleep(0)
        self._plan = plan
        self._show_plan(wish)

    def _show_plan(self, wish: BulkWish) -> None:
        lines = self._lines(wish)
        cannot = refusal_lines(self._plan, self._words.name)
        hidden = len(cannot) - _MOST_LINES
        if hidden > 0:
            cannot = [*cannot[:_MOST_LINES], self.tr("… and {count} more reasons").format(count=hidden)]
        if self.fields.is_complete and not lines:
            lines = [self.tr("Nothing can be changed")]
        self.preview.setText("\n".join(lines) or self.fields.missing)
        self.refusals.setText("\n".join(cannot))
        self.refusals.setVisible(bool(cannot))
        self.yes.setText(button_words(self._kind, len(self._plan.deeds)))
        self.yes.setEnabled(bool(self._plan.deeds) and not self._is_running)
        self._fit()

    def _lines(self, wish: BulkWish) -> list[str]:
        slot = next((slot for slot in self._desk.slots() if slot.id == wish.slot_id), None)
        if slot is not None:
            when = when_words(slot.starts_at, self._clock.now_ms())
            return [*preview_lines(self._plan, wish, when), *booking_lines(self._plan, slot)]
        to = account_words(wish.to, self._desk.account_id, self._desk.names()) if wish.to else ""
        return preview_lines(self._plan, wish, to)

    def _fit(self) -> None:
        """Be as high as the words in it, which a dialog does not do by itself."""
        column = self.layout()
        if column is not None:
            column.activate()
            self.setFixedHeight(column.totalHeightForWidth(_WIDTH))

    def look_again(self) -> None:
        """Say everything anew, since names are masked now, or no longer."""
        if self._plan.total:
            self._show_plan(self.fields.wish)

    # --- doing

    def _on_yes(self) -> None:
        if not self._plan.deeds or self._is_running:
            return
        self._is_running = True
        self.yes.setEnabled(False)
        self.fields.setEnabled(False)
        self.no.setText(self.tr("Stop"))
        self._show_progress(0, len(self._plan.deeds))
        self._spawn("hr.bulk.run", self._do(self.fields.wish))

    async def _do(self, wish: BulkWish) -> None:
        result: BulkResult = await self._run.run(self._plan.deeds)
        self._is_running = False
        self.finished_with.emit(wish, result)
        self.accept()

    def _on_no(self) -> None:
        if self._is_running:
            self._run.stop()
            self.no.setEnabled(False)
        else:
            self.reject()

    def reject(self) -> None:
        """Close; while it runs, stop first."""
        if self._is_running:
            self._on_no()
            return
        for name in ("hr.bulk.read", "hr.bulk.plan"):
            self._tasks.cancel(name)
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_running:
            event.ignore()
            self._on_no()
        else:
            super().closeEvent(event)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setVisible(total > 0)
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        self.progress.setText(f"{done:,} / {total:,}")
        self._fit()

    def _spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn(name, self._guarded(work))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except KzgError as error:
            self._is_running = False
            self.failed.emit(error)
            self.reject()
