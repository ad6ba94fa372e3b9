"""Templates and rules of an employer's HR in one dialog; nothing typed goes with a careless Esc."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.domain.actions import Action, PutDeskRules, PutTemplate
from kzg_desktop.domain.clock import Clock, SystemClock
from kzg_desktop.domain.hiring import DeskRules, Template
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.services import DeskEvent, RowsChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.dialogs import ask
from kzg_desktop.ui.error_text import describe
from kzg_desktop.ui.hr_setup.rules import RulesSection
from kzg_desktop.ui.hr_setup.templates import TemplatesSection
from kzg_desktop.ui.interviews.following import follow
from kzg_desktop.ui.interviews.segments import show_segment
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["HrSetupDialog", "SetupSection"]

SetupSection: TypeAlias = Literal["templates", "rules"]

_OF_SCREEN = 0.92


class HrSetupDialog(QDialog):
    """Edits what *employer_id* keeps for its desk. Saved with Ctrl+S, taken back with Ctrl+Z outside of fields."""

    failed = Signal(object)

    def __init__(
        self,
        desk: HiringDesk,
        tasks: Tasks,
        employer_id: str,
        parent: QWidget | None = None,
        *,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._tasks = tasks
        self._turns = itertools.count()
        self._back: Sequence[Action] = ()
        now = (clock or SystemClock()).now_ms
        employer = next((each.name for each in desk.organizations() if each.id == employer_id), "")
        self.setWindowTitle(
            self.tr("HR desk: {employer}").format(employer=employer) if employer else self.tr("HR desk")
        )
        self.templates = TemplatesSection(desk, employer_id, now)
        self.rules = RulesSection(desk, employer_id)
        self._tabs: dict[SetupSection, QPushButton] = {
            "templates": self._tab("templates", self.tr("Message templates"), "first"),
            "rules": self._tab("rules", self.tr("Desk rules"), "last"),
        }
        self._pages = QStackedWidget()
        self._message = QLabel(wordWrap=True)
        self.undo_button = QPushButton(self.tr("Undo"), autoDefault=False)
        self.undo_button.setProperty("kind", "plain")
        self.save_button = QPushButton(self.tr("Save"), autoDefault=False)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setToolTip("Ctrl+S")
        self._lay_out()
        self._wire()
        self.show_section("templates")
        self._fit_screen(250 * UNIT, 160 * UNIT)
        follow(desk, self, self._on_event)

    @property
    def message(self) -> str:
        """What is said at the foot."""
        return self._message.text()

    def show_section(self, name: SetupSection) -> None:
        """Show templates or rules."""
        for each, tab in self._tabs.items():
            tab.setChecked(each == name)
        part = self.templates if name == "templates" else self.rules
        self._pages.setCurrentWidget(part)
        part.setFocus()
        self._show_save()

    def reject(self) -> None:
        unsaved = self.templates.unsaved + self.rules.changed
        if not unsaved:
            super().reject()
            return
        ask(
            self,
            self.tr("There are changes that are not saved."),
            [(self.tr("Keep editing"), lambda: None), (self.tr("Discard and close"), super().reject)],
        )

    def save(self) -> None:
        """Save what is shown."""
        (self.templates if self._pages.currentWidget() is self.templates else self.rules).save()

    def undo(self) -> None:
        """Take back what was saved or removed last."""
        back, self._back = self._back, ()
        if back:
            self._do(self.tr("Taken back"), back, ())

    # --- doing

    def _do(self, words: str, actions: Sequence[Action], back: Sequence[Action]) -> None:
        self._spawn(self._record(words, actions, back))

    async def _record(self, words: str, actions: Sequence[Action], back: Sequence[Action]) -> None:
        try:
            await self._desk.act(*actions)
        except KzgError as error:
            for action in actions:
                self._give_back(action)
            told = describe(error)
            self._say(f"{told.what} {told.todo}".strip(), "warning")
            self.failed.emit(error)
            return
        self._back = back
        self.templates.reload()
        self.rules.reload()
        self._say(words, "good")

    def _give_back(self, action: Action) -> None:
        """Have in the fields again what could not be saved."""
        if isinstance(action, PutTemplate):
            self.templates.keep_draft(action.template)
        elif isinstance(action, PutDeskRules):
            self.rules.take_back()

    def _say(self, words: str, role: str) -> None:
        self._message.setText(words)
        self._message.setProperty("role", role)
        self._message.style().polish(self._message)
        self.undo_button.setVisible(bool(self._back))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.spawn(f"hr_setup.save.{next(self._turns)}", work)

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, RowsChanged):
            if Template.entity in event.entities:
                self.templates.reload()
            if DeskRules.entity in event.entities:
                self.rules.reload()

    # --- building

    def _tab(self, name: SetupSection, words: str, place: str) -> QPushButton:
        tab = QPushButton(autoDefault=False)
        show_segment(tab, words)
        tab.setCheckable(True)
        tab.setProperty("segment", place)
        tab.clicked.connect(partial(self.show_section, name))
        return tab

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        for tab in self._tabs.values():
            top.addWidget(tab)
        top.addStretch(1)
        for part in (self.templates, self.rules):
            self._pages.addWidget(part)
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.clicked.connect(self.reject)
        self.undo_button.hide()
        foot = QHBoxLayout()
        foot.setSpacing(2 * UNIT)
        foot.addWidget(self._message)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.save_button)
        line = QFrame()
        line.setProperty("role", "hairline")
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        column.addWidget(line)
        column.addLayout(foot)

    def _wire(self) -> None:
        for part in (self.templates, self.rules):
            part.wanted.connect(self._do)
            part.edited.connect(self._show_save)
        self.save_button.clicked.connect(self.save)
        self.undo_button.clicked.connect(self.undo)
        keys: dict[QKeySequence.StandardKey, Callable[[], object]] = {
            QKeySequence.StandardKey.Save: self.save,
            QKeySequence.StandardKey.New: self._on_new,
            QKeySequence.StandardKey.Undo: self.undo,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
        for number, name in enumerate(self._tabs, 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self, partial(self.show_section, name))

    def _on_new(self) -> None:
        self.show_section("templates")
        self.templates.new()

    def _show_save(self) -> None:
        shows_templates = self._pages.currentWidget() is self.templates
        self.save_button.setEnabled(self.templates.can_save if shows_templates else self.rules.changed)

    def _fit_screen(self, width: int, height: int) -> None:
        room = self.screen().availableSize() * _OF_SCREEN
        self.resize(min(width, room.width()), min(height, room.height()))
