"""The centre: the card on air, its tally, what comes next, and the keys of the air."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kzg_desktop.domain.entities import Job
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.live.air import Air
from kzg_desktop.ui.live.stage import Stage
from kzg_desktop.ui.live.suggestion import SuggestionButton
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.job_card import JobCard
from kzg_desktop.widgets.key_button import KeyButton
from kzg_desktop.widgets.tally import Tally
from kzg_desktop.widgets.text import pay_short
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["OnAirPane"]

_HINT_MS = 2500


class OnAirPane(QFrame):
    """Shows the stage's card on air, or dimmed the one that is next."""

    new_broadcast_requested = Signal()
    add_requested = Signal()
    air_requested = Signal()
    """The broadcast is to go on air."""

    def __init__(self, stage: Stage, air: Air, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._stage = stage
        self._air = air
        self._keymap = keymap
        self.tally = Tally(self)
        self.card = JobCard(self)
        self.empty = EmptyState(self)
        self._next = ElidedLabel(self)
        self._next.setProperty("role", "muted")
        self.suggestion = SuggestionButton(stage, self)
        self._suggestion_key = QLabel(self)
        self._suggestion_key.setProperty("role", "key")
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self.previous_button = KeyButton(self.tr("◀ Previous"), "", self)
        self.take_button = KeyButton(self.tr("Take"), "", self, large=True)
        self.go_live_button = KeyButton(self.tr("Go on air"), "", self, large=True)
        self.next_button = KeyButton(self.tr("Next ▶"), "", self)
        self.clear_button = KeyButton(self.tr("Clear"), "", self)
        self._hint_timer = QTimer(self, singleShot=True, interval=_HINT_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._controls = QWidget(self)
        buttons = QHBoxLayout(self._controls)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(2 * UNIT)
        large = (self.take_button, self.go_live_button)
        for button in (self.previous_button, self.next_button, *large, self.clear_button):
            buttons.addWidget(button)
        self._line = QFrame(self)
        self._line.setProperty("role", "hairline")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * UNIT, 2 * UNIT, 6 * UNIT, 3 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addWidget(self.tally)
        layout.addWidget(self.card, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self._line)
        coming = QHBoxLayout()
        coming.setSpacing(2 * UNIT)
        coming.addWidget(self._next, 1)
        coming.addWidget(self.suggestion)
        coming.addWidget(self._suggestion_key)
        layout.addLayout(coming)
        layout.addWidget(self._message)
        layout.addWidget(self._controls)
        policy = self._message.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the card does not jump when there is something to say
        self._message.setSizePolicy(policy)
        self._message.hide()

    def _connect(self) -> None:
        self._stage.changed.connect(self._show)
        self._keymap.changed.connect(self._show_keys)
        self._show_keys()
        self.empty.activated.connect(self._on_empty_activated)
        self.take_button.clicked.connect(lambda: self._air.take("button"))
        self.go_live_button.clicked.connect(self.air_requested)
        self.suggestion.chosen.connect(self._air.cue)
        self.clear_button.clicked.connect(lambda: self._air.clear("button"))
        self.previous_button.clicked.connect(self._air.cue_preceding)
        self.next_button.clicked.connect(self._air.cue_following)
        self._air.busy_changed.connect(self._on_busy_changed)
        self._air.hinted.connect(self._hint)
        self._air.failed.connect(self._fail)
        self._air.succeeded.connect(self._message.hide)
        self._hint_timer.timeout.connect(self._message.hide)

    def _show_keys(self) -> None:
        for button, command in (
            (self.previous_button, "air.cue_previous"),
            (self.take_button, "air.take"),
            (self.go_live_button, "air.go_live"),
            (self.next_button, "air.cue_next"),
            (self.clear_button, "air.clear"),
        ):
            button.show_key(self._keymap.first(command))
        self._show_suggestion_key()

    def _show_suggestion_key(self) -> None:
        cap = next(iter(self._keymap.caps("air.cue_suggested")), "")
        self._suggestion_key.setText(cap)
        self._suggestion_key.setVisible(bool(cap) and not self.suggestion.isHidden())

    @property
    def message(self) -> str:
        """The hint or error shown, "" for none."""
        return "" if self._message.isHidden() else self._message.text()

    @property
    def next_line(self) -> str:
        """The line that says what comes next."""
        return self._next.text()

    @property
    def suggestion_key(self) -> str:
        """The key shown beside the suggestion, "" when there is none to show."""
        return "" if self._suggestion_key.isHidden() else self._suggestion_key.text()

    def cue_suggested(self) -> None:
        """Make the suggested card the next."""
        self.suggestion.choose()

    def show_time(self) -> None:
        """Bring the clock up to date."""
        self.tally.show_rundown(self._stage.rundown(), self._stage.mode)

    def _show(self) -> None:
        job, dimmed = self._shown_job()
        self.card.show_job(job, self._stage.vacancy(job.id) if job is not None else None, dimmed=dimmed)
        self.card.setVisible(job is not None)
        self.empty.setVisible(job is None)
        for part in (self.tally, self._line, self._next, self._controls):
            part.setVisible(self._stage.broadcast is not None)
        if job is None:
            self._say_what_is_missing()
        self._next.setText(self._next_text())
        for button in (self.previous_button, self.next_button):
            button.setEnabled(bool(self._stage.items))
        prepared = self._stage.mode == "prepare"
        self.take_button.setVisible(not prepared)
        self.go_live_button.setVisible(prepared)
        self.take_button.setEnabled(self._stage.next is not None and not self._air.busy)
        self.clear_button.setEnabled(self._stage.on_air is not None)
        self._show_suggestion_key()
        self.show_time()

    def _shown_job(self) -> tuple[Job | None, bool]:
        on_air, upcoming = self._stage.on_air, self._stage.next
        if on_air is not None:
            return on_air.card, False
        return (self._stage.job(upcoming) if upcoming is not None else None), True

    def _next_text(self) -> str:
        upcoming = self._stage.next
        job = self._stage.job(upcoming) if upcoming is not None else None
        if upcoming is None or job is None:
            return self.tr("Next: –")
        return self.tr("Next: {0} {1} · {2} · {3}").format(
            self._stage.number(upcoming.id), job.title, pay_short(job.pay), job.hiring_organization
        )

    def _say_what_is_missing(self) -> None:
        if self._stage.broadcast is None:
            self.empty.say(
                self.tr("No broadcast yet"),
                self.tr("A broadcast holds the lineup of one live stream and the applications it brings."),
                self.tr("New broadcast"),
            )
        elif not self._stage.items:
            self.empty.say(
                self.tr("Nothing to show yet"), self.tr("Add the jobs of this broadcast first."), self.tr("Add jobs")
            )
        else:
            self.empty.say(
                self.tr("End of the lineup"), self.tr("Every card was shown. Choose one and press Enter to cue it.")
            )

    def _on_empty_activated(self) -> None:
        (self.add_requested if self._stage.broadcast is not None else self.new_broadcast_requested).emit()

    def _on_busy_changed(self, busy: bool) -> None:
        self.take_button.setEnabled(not busy and self._stage.next is not None)

    def _hint(self, words: str) -> None:
        self._tell(words, "muted")
        self._hint_timer.start()

    def _fail(self, words: str) -> None:
        self._hint_timer.stop()
        self._tell(words, "warning")

    def _tell(self, words: str, role: str) -> None:
        self._message.setText(words)
        self._message.setProperty("role", role)
        self._message.style().polish(self._message)
        self._message.show()
