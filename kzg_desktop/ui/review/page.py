"""The review: what a broadcast, a day or a campaign brought; from the cache alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.domain.actions import PutCardCost, PutViewers
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.figures import CardCost, Viewers
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.figures import Figures
from kzg_desktop.review.reading import Totals
from kzg_desktop.review.spread import Spread
from kzg_desktop.review.standing import standing_at
from kzg_desktop.review.timeline import moment_at
from kzg_desktop.services import ApplicationsChanged, DeskEvent, RowsChanged
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.review.broadcast_list import BroadcastList
from kzg_desktop.ui.review.chart_pictures import ChartPictures
from kzg_desktop.ui.review.course_pane import CoursePane
from kzg_desktop.ui.review.figures_dialog import FiguresDialog
from kzg_desktop.ui.review.header import ReviewHeader
from kzg_desktop.ui.review.modes import Modes
from kzg_desktop.ui.review.moment_view import MomentView
from kzg_desktop.ui.review.reading import Opened, ReviewReading
from kzg_desktop.ui.review.sections import SECTIONS, Sections
from kzg_desktop.ui.review.side import MODES, Mode
from kzg_desktop.widgets.chart_picture import Chart
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ReviewPage"]

_LISTED = frozenset({"broadcast"})
_REVIEWED = frozenset(
    {"broadcast", "air_segment", "air_event", "lineup_item", "job", "organization", Viewers.entity, CardCost.entity}
)
_SETTLING_MS = 1_000
"""Changes that come together are read together; a broadcast on air changes all the time."""

_NEXT_FRAME_MS = 16
"""What lies beneath the course is filled a frame later: painted together, both hold the window up twice as long."""

_FRAME_MS = 33
"""The rest of the screen follows a dragged playhead thirty times a second."""
_COURSE = (44 * UNIT, 90 * UNIT)
_COURSE_PART = 0.42
"""How much of the room below the header the course takes at first; then the splitter is the user's."""


class ReviewPage(QWidget):
    """Broadcasts, days or campaigns at the left; what the chosen one brought beside them.

    ``said`` carries a confirmation, the words of a button and what that does (or "", None); ``failed`` an error.
    ``report_requested`` carries the id of the broadcast that a report is wanted of, ``figures_entered`` a
    :class:`kzg_desktop.review.figures.Figures`.
    """

    said = Signal(str, str, object)
    failed = Signal(object)
    report_requested = Signal(str)
    figures_entered = Signal(object)

    def __init__(self, desk: ReviewDesk, tasks: Tasks, clock: Clock, keymap: Keymap) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._opened: Opened | None = None
        self._totals: dict[str, Totals] | None = None
        self._arranged = False
        self._stale = {"list", "totals", "review"}
        self.reading = ReviewReading(desk, tasks, clock, self)
        self.list = BroadcastList()
        self.header = ReviewHeader(keymap)
        self.course = CoursePane()
        self.sections = Sections(desk, tasks, clock, keymap)
        self.moment = MomentView(keymap)
        self._review = QWidget()
        self.modes = Modes(desk, tasks, clock, keymap, self, broadcasts=self.list, review=self._review)
        self.pictures = ChartPictures(tasks, self)
        self._below = QStackedWidget()
        self._body = QSplitter(Qt.Orientation.Vertical)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._filling = QTimer(self, singleShot=True, interval=_NEXT_FRAME_MS)
        self._moving = QTimer(self, singleShot=True, interval=_FRAME_MS)
        self._lay_out()
        self._wire()
        self._bind(keymap)
        self._unsubscribe = desk.subscribe(self._on_event)
        self.setFocusProxy(self.list)
        self._read()

    def stop(self) -> None:
        """Stop listening to the desk; the page is about to go."""
        self._unsubscribe()
        self._settling.stop()
        self._filling.stop()
        self._moving.stop()
        self.reading.stop()
        self.sections.stop()
        self.modes.stop()

    @property
    def opened(self) -> Opened | None:
        """What is on screen; None while nothing has been read."""
        return self._opened

    def show_mode(self, mode: Mode) -> None:
        """Look at broadcasts, days or campaigns."""
        self.modes.show_mode(mode)

    def show_broadcast(self, broadcast_id: str) -> None:
        """Choose that broadcast, as soon as it is listed."""
        self.show_mode("broadcasts")
        self.list.choose(broadcast_id)

    # --- reading

    def _read(self) -> None:
        """Read again what has changed."""
        stale, self._stale = self._stale, set()
        if "list" in stale:
            self._list_all()
            self.modes.right.setVisible(bool(self.list.model.rowCount()))
        if "totals" in stale:
            self.reading.read_totals()
        if "review" in stale and self._opened is not None:
            self.reading.open(self._opened.review.facts.broadcast.id, self.course.lag.value())

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, RowsChanged):
            self._stale |= {"list"} if event.entities & _LISTED else set()
            self._stale |= {"review"} if event.entities & _REVIEWED else set()
        elif isinstance(event, ApplicationsChanged):
            self._stale |= {"list", "totals", "review"} if event.reset else {"totals", "review"}
        if self._stale:
            self.modes.refresh()
        if self._stale and self.isVisible() and not self._settling.isActive():
            self._settling.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._arranged:
            self._arranged = True
            height = max(1, self.height() - self.header.sizeHint().height())
            course = min(max(_COURSE[0], round(height * _COURSE_PART)), _COURSE[1])
            self._body.setSizes([course, max(1, height - course)])
        if self._stale:
            self._read()

    def _on_totals(self, spread: Spread) -> None:
        self._totals = dict(spread.broadcast)
        self._list_all()
        self.sections.show_spread(spread)

    def _list_all(self) -> None:
        self.list.show_broadcasts(self._desk.broadcasts(), self._totals)
        self.modes.show_totals(self._totals)

    def _on_chosen(self, broadcast_id: str) -> None:
        one = next((each for each in self._desk.broadcasts() if each.id == broadcast_id), None)
        if self._opened is not None and self._opened.review.facts.broadcast.id != broadcast_id:
            self._forget()
        if self._opened is None:
            self.header.show_title(one.title if one is not None else "")
        self.reading.open(broadcast_id, self.course.lag.value())

    def _on_lag(self, lag_s: int) -> None:
        if self.list.current:
            self.reading.open(self.list.current, lag_s)

    def _forget(self) -> None:
        """Show nothing of the broadcast that was open."""
        self._opened = None
        self._filling.stop()
        self.course.chart.move_playhead(None)
        self.course.clear()
        self.course.chart.clear()
        self.sections.show_opened(None)

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        self.pictures.name = opened.review.facts.broadcast.title
        self.header.show_review(opened.review, opened.sums)
        self.header.figures.setEnabled(self._may_enter)
        self.course.show_review(opened.review, opened.sums)
        self._filling.start()
        if self.course.chart.playhead is not None:
            self._show_moment()

    # --- the playhead

    def _on_playhead(self, at: int | None) -> None:
        if at is None:
            self._moving.stop()
            self._show_whole()
        elif not self._moving.isActive():
            self._moving.start()

    def _show_moment(self) -> None:
        at = self.course.chart.playhead
        if at is None or self._opened is None:
            return
        review = self._opened.review
        moment = moment_at(review.facts, at)
        self.header.show_moment(moment, standing_at(review.course, review.cards, moment.segment, at))
        self.moment.show_moment(moment)
        self._below.setCurrentWidget(self.moment)

    def _show_whole(self) -> None:
        self._below.setCurrentWidget(self.sections)
        self.header.show_whole()

    def whole(self) -> None:
        """Go back from a moment to the whole broadcast."""
        self.course.chart.move_playhead(None)

    # --- doing

    def _to_course(self) -> None:
        self.course.chart.setFocus()
        if self.course.chart.playhead is None:
            self.course.chart.move_playhead(self.course.chart.visible_range[0])

    def _to_section(self, section: str) -> None:
        self.whole()
        self.sections.show_section(next(each for each in SECTIONS if each == section))

    def _compare_selected(self) -> None:
        self._to_section("compare")
        self.sections.compare.show_kind("broadcasts")

    def _on_selected(self) -> None:
        self.sections.show_broadcasts([row.broadcast for row in self.list.selection()])

    @property
    def _may_enter(self) -> bool:
        return self._desk.may(PutViewers.permission) or self._desk.may(PutCardCost.permission)

    def enter_figures(self) -> FiguresDialog | None:
        """Ask for viewers, views and costs of the broadcast on screen."""
        if self._opened is None or not self._may_enter:
            return None
        dialog = FiguresDialog(self._opened.review, self._tasks, self)
        dialog.figures_ready.connect(self._on_figures)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _on_figures(self, figures: Figures) -> None:
        self.figures_entered.emit(figures)

    def export_report(self) -> None:
        """Ask for a report of the broadcast, day or campaign on screen."""
        if (shown := self.modes.totals) is not None:
            shown.save()
        elif self._opened is not None:
            self.report_requested.emit(self._opened.review.facts.broadcast.id)

    def _chart(self) -> Chart:
        """Return the chart that a picture is wanted of: of the section that has one, else the course."""
        if self._below.currentWidget() is self.sections and not self.course.chart.hasFocus():
            if self.sections.section == "minutes":
                return self.sections.minutes.chart
            if self.sections.section == "funnel":
                return self.sections.funnel.chart
        return self.course.chart

    def _picture(self, do: Callable[[Chart], None]) -> None:
        if self._opened is not None:
            do(self._chart())

    def _copy(self) -> None:
        if (shown := self.modes.totals) is not None:
            shown.copy_text()
        else:
            self._picture(self.pictures.copy)

    def _back(self) -> None:
        """From a moment to the whole broadcast, from days and campaigns to the broadcasts."""
        if self.modes.totals is None:
            self.whole()
        else:
            self.show_mode("broadcasts")
            self.list.setFocus()

    def _to_mode(self, mode: Mode) -> None:
        self.show_mode(mode)
        self.setFocus()

    def _of_broadcast(self, act: Callable[[], object]) -> Callable[[], object]:
        """Return *act* for a broadcast on screen only."""
        return lambda: act() if self.modes.totals is None else None

    # --- building

    def _bind(self, keymap: Keymap) -> None:
        one = self._of_broadcast
        acts: dict[str, Callable[[], object]] = {
            "review.search": self.modes.to_search,
            "review.next": partial(self.modes.step, 1),
            "review.previous": partial(self.modes.step, -1),
            "review.course": one(self._to_course),
            "review.whole": self._back,
            "review.picture": one(lambda: self._picture(self.pictures.ask)),
            "review.copy_picture": self._copy,
            "review.figures": one(self.enter_figures),
            "review.report": self.export_report,
            **{f"review.{mode}": partial(self._to_mode, mode) for mode in MODES},
            **{f"review.{section}": one(partial(self._to_section, section)) for section in SECTIONS},
        }
        keymap.bind(self, acts)

    def _wire(self) -> None:
        self._settling.timeout.connect(self._read)
        self._filling.timeout.connect(lambda: self.sections.show_opened(self._opened))
        self._moving.timeout.connect(self._show_moment)
        self.list.chosen.connect(self._on_chosen)
        self.list.selected.connect(self._on_selected)
        self.list.compare_requested.connect(self._compare_selected)
        self.reading.opened.connect(self._on_opened)
        self.reading.totalled.connect(self._on_totals)
        self.reading.waiting.connect(lambda waiting: self.header.show_waiting(waiting=waiting))
        self.course.lag_changed.connect(self._on_lag)
        self.course.chart.playhead_moved.connect(self._on_playhead)
        self.course.chart.job_chosen.connect(lambda job_id: self.sections.cards.choose([job_id]))
        self.sections.job_chosen.connect(self.course.chart.choose_job)
        self.moment.left.connect(self.whole)
        self.header.figures_requested.connect(self.enter_figures)
        self.header.report_requested.connect(self.export_report)
        self.pictures.said.connect(lambda words: self.said.emit(words, "", None))
        for part in (self.reading, self.sections, self.pictures, self.modes):
            part.failed.connect(self.failed)
        self.modes.said.connect(self.said)
        self.modes.broadcast_requested.connect(self.show_broadcast)
        for chart in (self.course.chart, self.sections.minutes.chart, self.sections.funnel.chart):
            self.pictures.serve(chart, chart)

    def _lay_out(self) -> None:
        self._below.addWidget(self.sections)
        self._below.addWidget(self.moment)
        self._body.addWidget(self.course)
        self._body.addWidget(self._below)
        self._body.setChildrenCollapsible(False)
        self._body.setStretchFactor(0, 2)
        self._body.setStretchFactor(1, 3)
        right = QVBoxLayout(self._review)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self._body, 1)
        line = QFrame()
        line.setProperty("role", "upright")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.modes.side)
        row.addWidget(line)
        row.addWidget(self.modes.right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.modes.side.setFixedWidth(min(max(60 * UNIT, round(self.width() / 4.6)), 84 * UNIT))
