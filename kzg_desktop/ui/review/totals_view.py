"""A day's digest or a campaign's totals on screen: a sentence, numbers, and a table to break them down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.review.campaign import Campaign
from kzg_desktop.ui.icons import IconPushButton
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.review.breakdown import Breakdown
from kzg_desktop.ui.review.faces import Face
from kzg_desktop.ui.review.waiting import Waiting
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.number_tile import NumberTile
from kzg_desktop.widgets.review_words import DASH
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["TotalsView"]

_TILES = 6


class TotalsView(QWidget):
    """Shows a :class:`Face` over a :class:`Breakdown`. *beside* stands beside the title.

    ``again_requested``: what was stopped is to be counted after all.
    """

    copy_requested = Signal()
    save_requested = Signal()
    again_requested = Signal()

    def __init__(self, keymap: Keymap, beside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel()
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.sentence.setProperty("role", "muted")
        self.minded = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.minded.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tiles = tuple(NumberTile() for _ in range(_TILES))
        self.copy = IconPushButton("copy", self.tr("Copy"))
        self.copy.setToolTip(keymap.tip(self.tr("Copy as text, for a chat"), "review.copy_picture"))
        self.save = IconPushButton("sheet", self.tr("Save…"), primary=True)
        self.save.setToolTip(keymap.tip(self.tr("Save as PDF or spreadsheet"), "review.report"))
        self.waiting = Waiting()
        self.breakdown = Breakdown()
        self._below = QLabel()
        self._below.setProperty("role", "strong")
        self._stopped = EmptyState()
        self._without = EmptyState()
        self._without.say(
            self.tr("No broadcast"),
            self.tr("What was done on this day about earlier broadcasts is in the numbers above."),
        )
        self._stack = QStackedWidget()
        self._lay_out(beside)
        self.copy.clicked.connect(self.copy_requested)
        self.save.clicked.connect(self.save_requested)
        self._stopped.activated.connect(self.again_requested)
        self.clear("")

    @property
    def title(self) -> str:
        """What is shown."""
        return self._title.text()

    def show_face(self, face: Face, campaign: Campaign) -> None:
        """Show *face*, and *campaign* broken down beneath it."""
        self._title.setText(face.title)
        self.sentence.setText(face.sentence)
        self.minded.setText(face.minded)
        self.minded.setVisible(bool(face.minded))
        for tile, one in zip(self.tiles, face.tiles, strict=True):
            tile.say(one.caption, one.figure, one.note, one.tip)
        self._below.setText(face.below)
        self.breakdown.show_campaign(campaign)
        self._show_part(self._counted if campaign.broadcasts else self._without, ready=True)

    def clear(self, title: str) -> None:
        """Show nothing of what was shown; *title* is being read."""
        self._title.setText(title)
        self.sentence.setText(" ")
        self.minded.hide()
        for tile in self.tiles:
            tile.say("", DASH, "")
        self._below.setText(" ")
        self.breakdown.show_campaign(None)
        self._show_part(self._counted, ready=False)

    def show_stopped(self) -> None:
        """Say that counting was stopped, and offer to count after all."""
        self._stopped.say(
            self.tr("Counting was stopped"),
            self.tr("Everything is on this computer; nothing was lost."),
            self.tr("Count again"),
        )
        self._show_part(self._stopped, ready=False)

    # --- inside

    def _show_part(self, part: QWidget, *, ready: bool) -> None:
        self._stack.setCurrentWidget(part)
        self.copy.setEnabled(ready)
        self.save.setEnabled(ready)

    def _lay_out(self, beside: QWidget | None) -> None:
        line = QHBoxLayout()
        line.setSpacing(3 * UNIT)
        line.addWidget(self._title, 1)
        if beside is not None:
            line.addWidget(beside)
        line.addWidget(self.copy)
        line.addWidget(self.save)
        numbers = QHBoxLayout()
        numbers.setSpacing(6 * UNIT)
        for tile in self.tiles:
            numbers.addWidget(tile, 1)
        head = QVBoxLayout()
        head.setContentsMargins(5 * UNIT, 3 * UNIT, 5 * UNIT, 0)
        head.setSpacing(UNIT)
        head.addLayout(line)
        head.addWidget(self.sentence)
        head.addSpacing(2 * UNIT)
        head.addLayout(numbers)
        head.addSpacing(2 * UNIT)
        head.addWidget(self.minded)
        rule = QFrame()
        rule.setProperty("role", "hairline")
        over = QHBoxLayout()
        over.setContentsMargins(5 * UNIT, 3 * UNIT, 5 * UNIT, 0)
        over.addWidget(self._below)
        self._counted = QWidget()
        counted = QVBoxLayout(self._counted)
        counted.setContentsMargins(0, 0, 0, 0)
        counted.setSpacing(0)
        counted.addLayout(over)
        counted.addWidget(self.breakdown, 1)
        self._stack.addWidget(self._counted)
        self._stack.addWidget(self._stopped)
        self._stack.addWidget(self._without)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.waiting)
        column.addWidget(rule)
        column.addWidget(self._stack, 1)
