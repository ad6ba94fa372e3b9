"""The left pane: the lineup, what can be done to it, and its planned time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QInputDialog, QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import LineupItem
from kzg_desktop.models.lineup_list import LineupList
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.live.air import Air
from kzg_desktop.ui.live.edits import LineupEdits
from kzg_desktop.ui.live.lineup_view import LineupView
from kzg_desktop.ui.live.stage import Stage
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.key_button import KeyButton
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["LineupPane"]


class LineupPane(QFrame):
    """Shows the stage's lineup and hands every edit to the edits."""

    add_requested = Signal()

    def __init__(
        self, stage: Stage, air: Air, edits: LineupEdits, keymap: Keymap, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._stage = stage
        self._air = air
        self._edits = edits
        self._keymap = keymap
        self.model = LineupList(self)
        self.view = LineupView(self.model, self)
        self._empty = EmptyState(self)
        self._totals = QLabel(self)
        self._totals.setProperty("role", "caption")
        self._add = KeyButton(self.tr("Add jobs"), "", self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Lineup"), self)
        heading.setProperty("role", "heading")
        top = QHBoxLayout()
        top.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self._totals)
        line = QFrame(self)
        line.setProperty("role", "hairline")
        lists = QWidget(self)
        self._stack = QStackedLayout(lists)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        foot = QVBoxLayout()
        foot.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 3 * UNIT)
        foot.addWidget(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(line)
        layout.addWidget(lists, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._stage.changed.connect(self._show)
        self._add.clicked.connect(self.add_requested)
        self._empty.activated.connect(self.add_requested)
        self.view.cue_requested.connect(self._air.cue)
        self.view.skip_requested.connect(self._edits.skip)
        self.view.remove_requested.connect(self._edits.remove)
        self.view.move_requested.connect(self._edits.move)
        self.view.move_by_requested.connect(self._edits.move_by)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._keymap.bind(
            self.view,
            {
                "lineup.cue": self.view.cue_current,
                "lineup.skip": self.view.skip_current,
                "lineup.remove": self.view.remove_current,
                "lineup.move_up": lambda: self.view.move_current(-1),
                "lineup.move_down": lambda: self.view.move_current(1),
            },
        )
        self._keymap.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        self._add.show_key(self._keymap.first("lineup.add"))

    @property
    def totals(self) -> str:
        """The line that adds the lineup up."""
        return self._totals.text()

    def _show(self) -> None:
        rows = self._stage.rows()
        self.model.apply(rows)
        self.view.show_rehearsal(self._stage.mode == "rehearse")
        if rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._say_what_is_missing()
        self._add.setVisible(bool(rows))
        self._totals.setText(self._totals_text())

    def _say_what_is_missing(self) -> None:
        if self._stage.broadcast is None:
            self._empty.say(self.tr("No lineup"), self.tr("It begins with a broadcast."))
        else:
            self._empty.say(
                self.tr("No cards yet"),
                self.tr("Add jobs from the library, in the order you want to show them."),
                self.tr("Add jobs"),
            )

    def _totals_text(self) -> str:
        rundown, broadcast = self._stage.rundown(), self._stage.broadcast
        if rundown is None or broadcast is None:
            return ""
        kept = sum(not item.skipped for item in self._stage.items)
        return self.tr("{0} cards · {1} of {2} min").format(
            kept, round(rundown.lineup_s / 60), round(broadcast.planned_s / 60)
        )

    def _open_menu(self, at: QPoint) -> None:
        item = next((i for i in self._stage.items if i.id == self.view.item_id(self.view.indexAt(at))), None)
        if item is not None:
            self.menu_for(item).popup(self.view.viewport().mapToGlobal(at))

    def menu_for(self, item: LineupItem) -> QMenu:
        """Return the context menu of *item*."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        skip = self.tr("Take in again") if item.skipped else self.tr("Skip")
        entries = [
            (self.tr("Cue as next"), self._keymap.first("lineup.cue"), lambda: self._air.cue(item.id)),
            (skip, self._keymap.first("lineup.skip"), lambda: self._edits.skip(item.id)),
            (self.tr("Planned minutes…"), "", lambda: self._ask_minutes(item)),
            (self.tr("Move up"), self._keymap.first("lineup.move_up"), lambda: self._edits.move_by(item.id, -1)),
            (self.tr("Move down"), self._keymap.first("lineup.move_down"), lambda: self._edits.move_by(item.id, 1)),
            (self.tr("Remove"), self._keymap.first("lineup.remove"), lambda: self._edits.remove(item.id)),
        ]
        for words, key, act in entries:
            menu.addAction(words, act).setShortcut(QKeySequence(key))
        return menu

    def _ask_minutes(self, item: LineupItem) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Planned minutes"))
        dialog.setLabelText(self.tr("How long should this card be on air?"))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, 240)
        dialog.setIntValue(max(1, round(item.planned_s / 60)))
        dialog.intValueSelected.connect(lambda minutes: self._edits.plan(item.id, minutes))
        dialog.open()
