"""The live desk: lineup, on air and live feed side by side under one strip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.actions import PutBroadcast
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Broadcast, Mode
from kzg_desktop.errors import KzgError
from kzg_desktop.services import ActionRefused, ApplicationsChanged, Desk, DeskEvent, RowsChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.live.backlog import BacklogWatch
from kzg_desktop.ui.live.edits import LineupEdits
from kzg_desktop.ui.live.feed import Feed
from kzg_desktop.ui.live.feed_pane import FeedPane
from kzg_desktop.ui.live.figures import Figures
from kzg_desktop.ui.live.lineup_pane import LineupPane
from kzg_desktop.ui.live.live_desk import LiveDesk
from kzg_desktop.ui.live.mode_line import ModeLine
from kzg_desktop.ui.live.on_air_pane import OnAirPane
from kzg_desktop.ui.live.top_strip import TopStrip

if TYPE_CHECKING:
    from kzg_desktop.domain.guards import Obstacle
    from kzg_desktop.ui.live.as_run_export import AsRunExport
    from kzg_desktop.ui.live.job_picker import JobPicker
    from kzg_desktop.ui.live.mode_flow import ModeFlow
    from kzg_desktop.ui.live.override_dialog import OverrideDialog
    from kzg_desktop.ui.live.refusals_dialog import RefusalsDialog

__all__ = ["LivePage"]

_TICK_MS = 250
_ROOMY = 1200
"""From this width on the side panes have all the room their columns want."""
_MODE_KEYS: dict[Mode, str] = {"rehearse": "rehearse", "on_air": "go_live"}
_STAGE_ENTITIES = frozenset({"broadcast", "lineup_item", "air_segment", "job", "vacancy", "organization"})


class LivePage(QWidget):
    """Puts stage, controllers and panes together, and the keys that work anywhere on the page."""

    broadcast_changed = Signal(str)
    """Another broadcast is shown, by its id."""
    said = Signal(str, str, object)
    """A confirmation: words, what a button offers, and what it does."""
    failed = Signal(object)

    def __init__(self, live: LiveDesk, desk: Desk, tasks: Tasks, clock: Clock, keymap: Keymap) -> None:
        super().__init__()
        self._live = live
        self._desk = desk
        self._tasks = tasks
        self.stage, self.air, self.remote = live.stage, live.air, live.remote
        self._question: OverrideDialog | None = None
        self.edits = LineupEdits(self.stage, desk, tasks, self)
        self.feed = Feed(desk, tasks, self)
        self._figures = Figures(self.stage, desk, tasks, self)
        self.strip = TopStrip(self.stage, desk, self)
        self._backlog = BacklogWatch(self.stage, desk, tasks, self)
        self._backlog.counted.connect(self.strip.show_backlog)
        self.lineup_pane = LineupPane(self.stage, self.air, self.edits, keymap, self)
        self.on_air_pane = OnAirPane(self.stage, self.air, keymap, self)
        self.feed_pane = FeedPane(self.stage, self.feed, clock, self)
        self._ticker = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._lay_out()
        self._connect()
        self._bind(keymap)
        self._unsubscribe: Callable[[], None] | None = desk.subscribe(self._on_event)
        self._ticker.start()
        if self.stage.broadcast_id:  # pages are built anew, the broadcast goes on
            self.stage.broadcast_opened.emit()
        self.set_broadcast(self.stage.broadcast_id or next((b.id for b in desk.broadcasts()), ""))

    def set_broadcast(self, broadcast_id: str) -> None:
        """Show this broadcast; "" or an unknown id shows that there is none. What is on air stays."""
        if self._live.open(broadcast_id):
            self.broadcast_changed.emit(self.stage.broadcast_id)

    def stop(self) -> None:
        """Let go of the desk; the page shows what it showed last."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._ticker.stop()
        for part in (self.feed, self._figures, self._backlog, self.feed_pane):
            part.stop()

    def tick(self) -> None:
        """Bring all clocks up to date."""
        self.strip.show_time()
        self.on_air_pane.show_time()
        self._figures.tick()

    # --- making it

    def _lay_out(self) -> None:
        self._mode_line = ModeLine(self.stage, self)
        self._panes = QSplitter(Qt.Orientation.Horizontal, self)
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(1)
        for pane in (self.lineup_pane, self.on_air_pane, self.feed_pane):
            self._panes.addWidget(pane)
        self.lineup_pane.setMinimumWidth(224)
        self.feed_pane.setMinimumWidth(372)
        self._panes_are_the_users = False
        self._panes.splitterMoved.connect(self._on_pane_dragged)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self._mode_line)
        layout.addWidget(self._panes, 1)

    def _connect(self) -> None:
        self._ticker.timeout.connect(self.tick)
        self.strip.broadcast_chosen.connect(self.set_broadcast)
        self.strip.new_requested.connect(self.new_broadcast)
        self.strip.edit_requested.connect(self.edit_broadcast)
        self.strip.refusals_requested.connect(self._open_refusals)
        self.strip.as_run_requested.connect(self._save_as_run)
        self.strip.modes.wanted.connect(self._want_mode)
        self.on_air_pane.air_requested.connect(self._toggle_air)
        self.air.answer_needed.connect(self._ask_about)
        self.lineup_pane.add_requested.connect(self.open_picker)
        self.on_air_pane.add_requested.connect(self.open_picker)
        self.on_air_pane.new_broadcast_requested.connect(self.new_broadcast)
        self.edits.failed.connect(self.air.failed)
        self.feed_pane.search_left.connect(self._focus_first)
        self.stage.changed.connect(self._mark_picker)
        self.stage.changed.connect(self._aim_focus)
        self._aim_focus()

    def _bind(self, keymap: Keymap) -> None:
        acts: dict[str, Callable[[], object]] = {
            **self._live.air_acts(),
            "air.cue_suggested": self.on_air_pane.cue_suggested,
            "air.go_live": self._toggle_air,
            "air.rehearse": self._toggle_rehearsal,
            "lineup.add": self.open_picker,
            "lineup.undo": self.edits.undo,
            "lineup.redo": self.edits.redo,
            "feed.search": self._focus_search,
        }
        keymap.bind(self, acts)
        self._keymap = keymap
        keymap.changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        cap = {mode: next(iter(self._keymap.caps(f"air.{name}")), "") for mode, name in _MODE_KEYS.items()}
        self.strip.modes.show_keys(cap)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._panes_are_the_users:
            self._place_panes()
        self.strip.show_all()

    def _on_pane_dragged(self, _position: int, _handle: int) -> None:
        self._panes_are_the_users = True

    def _place_panes(self) -> None:
        width = self.width()
        roomy = width >= _ROOMY
        lineup = max(256 if roomy else 224, min(400, width * 21 // 100))
        feed = max(440 if roomy else 372, min(640, width * 32 // 100))
        self._panes.setSizes([lineup, width - lineup - feed, feed])
        self._panes.setStretchFactor(0, 1)
        self._panes.setStretchFactor(1, 3)
        self._panes.setStretchFactor(2, 1)

    # --- what happens

    def _on_event(self, event: DeskEvent) -> None:
        match event:
            case RowsChanged(entities):
                if entities & _STAGE_ENTITIES:
                    self._refresh()
            case ApplicationsChanged():
                self.feed.follow(event)
                self._figures.follow(reset=event.reset)
            case ActionRefused():
                self.strip.show_all()
            case _:
                self.strip.show_all()
                self._show_refusals()

    def _refresh(self) -> None:
        if not self.stage.broadcast_id and self._desk.broadcasts():
            self.set_broadcast(self._desk.broadcasts()[0].id)
        else:
            self.stage.refresh()

    def _focus_first(self) -> None:
        """Put the focus where work goes on, so that the page's keys reach it."""
        self.setFocus()

    def _aim_focus(self) -> None:
        first = self.lineup_pane.view if self.stage.items else self.on_air_pane.empty
        if first is not self.focusProxy():
            self.setFocusProxy(first)

    def _focus_search(self) -> None:
        self.feed_pane.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.feed_pane.filters.search.selectAll()

    # --- dialogs: loaded when they are first asked for, since the first paint does not need them

    @cached_property
    def modes(self) -> ModeFlow:
        """Going on air and ending."""
        from kzg_desktop.ui.live.mode_flow import ModeFlow  # noqa: PLC0415 - as said above

        return ModeFlow(self._live, self._desk, self)

    def _want_mode(self, mode: Mode) -> None:
        self.modes.want(mode)

    def _toggle_air(self) -> None:
        self.modes.toggle_air()

    def _toggle_rehearsal(self) -> None:
        self.modes.toggle_rehearsal()

    def _save_as_run(self) -> None:
        if self.stage.broadcast is not None:
            self.as_run.ask(self.stage.broadcast)

    @cached_property
    def as_run(self) -> AsRunExport:
        """Saving the as-run log."""
        from kzg_desktop.ui.live.as_run_export import AsRunExport  # noqa: PLC0415 - as said above

        export = AsRunExport(self._desk, self._tasks, self)
        export.saved.connect(self._on_saved)
        export.failed.connect(self.failed)
        return export

    def _on_saved(self, path: str) -> None:
        folder = QUrl.fromLocalFile(str(Path(path).parent))
        self.said.emit(
            self.tr("Saved: {0}").format(path), self.tr("Show in folder"), lambda: QDesktopServices.openUrl(folder)
        )

    def leave_air(self, then: Callable[[], None]) -> None:
        """Ask whether to end the broadcast; *then* is called once it has ended."""

        def leave() -> None:
            self._tasks.spawn("air.leave", self._leave_air(then))

        self.modes.ask_to_leave(leave)

    async def _leave_air(self, then: Callable[[], None]) -> None:
        if (await self.air.set_mode_now("prepare", "close")).done:
            then()

    def _ask_about(self, item_id: str, against: Sequence[Obstacle]) -> None:
        from kzg_desktop.ui.live.override_dialog import OverrideDialog  # noqa: PLC0415 - as said above

        if self._question is not None:
            if self._question.item_id == item_id:  # a controller takes again: what the host has written stays
                return
            self._question.reject()
        item = next((i for i in self.stage.items if i.id == item_id), None)
        job = self.stage.job(item) if item is not None else None
        if job is None:
            return
        self._question = OverrideDialog(item_id, job, against, self.stage.findings(job), self)
        self._question.overridden.connect(lambda reason: self.air.take_anyway(item_id, reason, "override"))
        self._question.finished.connect(self._on_answered)
        self._question.open()

    def _on_answered(self) -> None:
        self._question = None
        self._focus_first()

    @cached_property
    def picker(self) -> JobPicker:
        """The list of jobs to add from."""
        from kzg_desktop.ui.live.job_picker import JobPicker  # noqa: PLC0415 - as said above

        picker = JobPicker(self)
        picker.job_chosen.connect(self.edits.add)
        picker.finished.connect(self._focus_first)
        return picker

    @cached_property
    def refusals(self) -> RefusalsDialog:
        """The list of actions that the hub refused."""
        from kzg_desktop.ui.live.refusals_dialog import RefusalsDialog  # noqa: PLC0415 - as said above

        refusals = RefusalsDialog(self)
        refusals.dismissed.connect(self._dismiss)
        return refusals

    def open_picker(self) -> None:
        """Let the user add jobs."""
        if self.stage.broadcast is not None:
            jobs = self._desk.jobs()
            vacancies = {job.id: found for job in jobs if (found := self._desk.vacancy(job.id)) is not None}
            self.picker.offer(jobs, self._jobs_in_lineup(), vacancies, self.stage.today())
            self.picker.start()

    def _mark_picker(self) -> None:
        if "picker" in vars(self) and self.picker.isVisible():
            self.picker.mark(self._jobs_in_lineup())

    def _jobs_in_lineup(self) -> list[str]:
        return [item.job_id for item in self.stage.items]

    def new_broadcast(self) -> None:
        """Ask for a new broadcast and show it."""
        self._ask_broadcast(None)

    def edit_broadcast(self) -> None:
        """Ask for changes to the broadcast shown."""
        if self.stage.broadcast is not None:
            self._ask_broadcast(self.stage.broadcast)

    def _ask_broadcast(self, broadcast: Broadcast | None) -> None:
        from kzg_desktop.ui.live.broadcast_dialog import BroadcastDialog  # noqa: PLC0415 - as said above

        dialog = BroadcastDialog(broadcast, self.stage.now_ms(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.broadcast_ready.connect(self._put_broadcast)
        dialog.finished.connect(self._focus_first)
        dialog.open()

    def _put_broadcast(self, broadcast: Broadcast) -> None:
        self._tasks.spawn(f"broadcast.put.{broadcast.id}", self._record_broadcast(broadcast))

    async def _record_broadcast(self, broadcast: Broadcast) -> None:
        try:
            await self._desk.act(PutBroadcast(broadcast=broadcast))
        except KzgError as error:
            self.air.failed.emit(self.tr("The broadcast was not saved: {0}").format(error))
        else:
            if broadcast.id != self.stage.broadcast_id:
                self.set_broadcast(broadcast.id)
            self._focus_first()

    def _open_refusals(self) -> None:
        self.refusals.show_refusals(self._desk.refusals())
        self.refusals.open()

    def _show_refusals(self) -> None:
        if "refusals" in vars(self) and self.refusals.isVisible():
            self.refusals.show_refusals(self._desk.refusals())

    def _dismiss(self, number: int) -> None:
        self._tasks.spawn(f"refusal.dismiss.{number}", self._desk.dismiss(number))
