"""The course of a broadcast on the screen: zoom, pan, hover, and a playhead that can be dragged or moved by keys."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kzg_desktop.domain.attribution import on_air_at
from kzg_desktop.review.timeline import MINUTE_MS, Timeline
from kzg_desktop.widgets.chart_picture import Paint
from kzg_desktop.widgets.course_painter import CourseView, paint_course, paint_ground, paint_lines, plot_rect
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import UNIT, Tokens, tokens_for

__all__ = ["CourseChart"]

_SHORTEST_MS = 5 * MINUTE_MS
_PICTURE = QSize(1600, 600)


class CourseChart(QWidget):
    """Shows a :class:`kzg_desktop.review.timeline.Timeline`.

    ``playhead_moved`` carries the time (UTC ms) that the user moved to, or None when the playhead is put away;
    ``job_chosen`` the id of the job whose band was clicked.

    Keys: left and right move the playhead by a minute, with Shift by five; Home and End to either end; + and - zoom,
    0 shows all; Escape puts the playhead away.
    """

    playhead_moved = Signal(object)
    job_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course = Timeline(start=0, end=0, minutes=(), bands=(), marks=(), viewers=())
        self._range = (0, 1)
        self._playhead: int | None = None
        self._hovered: int | None = None
        self._job = ""
        self._pressed: tuple[QPointF, tuple[int, int]] | None = None
        self._dragging = False
        self._ground: QPixmap | None = None
        self._ground_shows: object = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.chart_title)

    # --- for the page

    @property
    def playhead(self) -> int | None:
        """Where the playhead is (UTC ms), None while it is put away."""
        return self._playhead

    @property
    def visible_range(self) -> tuple[int, int]:
        """The part that is shown, from and to (UTC ms)."""
        return self._range

    def show_course(self, course: Timeline) -> None:
        """Show *course* as a whole; playhead and zoom stay where they are if it is the same broadcast grown longer."""
        same = course.start == self._course.start and self._course.minutes
        whole = self._range == self._whole
        self._ground = None
        self._course = course
        if not same:
            self._playhead = None
        if whole or not same:
            self.show_all()
        self.update()

    def clear(self) -> None:
        """Show nothing, until another course is shown."""
        self._course = Timeline(start=0, end=0, minutes=(), bands=(), marks=(), viewers=())
        self._playhead = None
        self._ground = None
        self.show_all()

    def choose_job(self, job_id: str) -> None:
        """Draw the bands of that job stronger; "" for none."""
        self._job = job_id
        self.update()

    def show_all(self) -> None:
        """Zoom out to the whole broadcast."""
        self._range = self._whole
        self.update()

    def move_playhead(self, at: int | None) -> None:
        """Put the playhead there, in view, and tell."""
        if at is not None:
            at = min(max(at, self._course.start), self._course.end)
            self._bring_into_view(at)
        if at != self._playhead:
            self._playhead = at
            self.playhead_moved.emit(at)
        self.update()

    @property
    def _whole(self) -> tuple[int, int]:
        return self._course.start, max(self._course.end, self._course.start + MINUTE_MS)

    @property
    def chart_title(self) -> str:
        """What the chart shows."""
        return self.tr("Applications per minute")

    def picture_painter(self) -> tuple[Paint, QSize]:
        """Return what paints the chart as it is zoomed, and its size on a page."""
        view = replace(self._view(), hovered=None)

        def paint(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
            paint_course(painter, rect, view, tokens)

        return paint, _PICTURE

    # --- zoom and pan

    def zoom(self, factor: float, around: int | None = None) -> None:
        """Show *factor* times as much, with the time *around* staying in its place (the middle if None)."""
        start, end = self._range
        first, last = self._whole
        span = min(max(round((end - start) * factor), _SHORTEST_MS), last - first)
        fixed = around if around is not None else (start + end) // 2
        share = (fixed - start) / max(1, end - start)
        self._set_start(round(fixed - span * share), span)

    def _set_start(self, start: int, span: int) -> None:
        last = max(self._course.start, self._course.end - span)
        start = min(max(start, self._course.start), last)
        self._range = (start, start + span)
        self.update()

    def _bring_into_view(self, at: int) -> None:
        start, end = self._range
        if not start <= at <= end:
            self._set_start(at - (end - start) // 2, end - start)

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(800, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 132)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        view, tokens = self._view(), tokens_for(self.palette())
        painter.drawPixmap(0, 0, self._painted_ground(view, tokens))
        paint_lines(painter, QRectF(self.rect()), view, tokens)
        if self.hasFocus():
            painter.setPen(tokens_for(self.palette()).color("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._ground = None
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = (5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1) * MINUTE_MS
        here = self._playhead if self._playhead is not None else self._course.start
        match event.key():
            case Qt.Key.Key_Left:
                self.move_playhead(here - step)
            case Qt.Key.Key_Right:
                self.move_playhead(here + step)
            case Qt.Key.Key_Home:
                self.move_playhead(self._course.start)
            case Qt.Key.Key_End:
                self.move_playhead(self._course.end)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(0.5, self._playhead)
            case Qt.Key.Key_Minus:
                self.zoom(2.0, self._playhead)
            case Qt.Key.Key_0:
                self.show_all()
            case Qt.Key.Key_Escape if self._playhead is not None:
                self.move_playhead(None)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; a sideways wheel pans."""
        turned = event.angleDelta()
        if abs(turned.x()) > abs(turned.y()):
            start, end = self._range
            self._set_start(start - round((end - start) * turned.x() / 1200), end - start)
        else:
            self.zoom(0.8 if turned.y() > 0 else 1.25, self._time_at(event.position()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = True
            self._choose_at(event.position())
            self.move_playhead(self._time_at(event.position()))
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._pressed = event.position(), self._range

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._time_at(event.position())
        if self._dragging:
            self.move_playhead(at)
        elif self._pressed is not None:
            origin, (start, end) = self._pressed
            width = max(1.0, plot_rect(QRectF(self.rect())).width())
            moved = round((event.position().x() - origin.x()) * (end - start) / width)
            self._set_start(start - moved, end - start)
        else:
            self._hovered = at
            QToolTip.showText(event.globalPosition().toPoint(), self._words_at(at), self)
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragging = False
        self._pressed = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.show_all()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    # --- inside

    def _painted_ground(self, view: CourseView, tokens: Tokens) -> QPixmap:
        """Return the chart without playhead and pointer, painted anew only where it changed."""
        scale = self.devicePixelRatioF()
        shown = (
            view.start,
            view.end,
            view.chosen_job,
            view.font.key(),
            tokens.name,
            self.size(),
            scale,
        )
        if self._ground is None or shown != self._ground_shows:
            self._ground = QPixmap(self.size() * scale)
            self._ground.setDevicePixelRatio(scale)
            self._ground.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._ground)
            paint_ground(painter, QRectF(self.rect()), view, tokens)
            painter.end()
            self._ground_shows = shown
        return self._ground

    def _view(self) -> CourseView:
        start, end = self._range
        return CourseView(
            course=self._course,
            start=start,
            end=end,
            playhead=self._playhead,
            hovered=self._hovered,
            chosen_job=self._job,
            font=self.font(),
        )

    def _time_at(self, point: QPointF) -> int:
        plot = plot_rect(QRectF(self.rect()))
        start, end = self._range
        share = min(max((point.x() - plot.left()) / max(1.0, plot.width()), 0.0), 1.0)
        return start + round((end - start) * share)

    def _choose_at(self, point: QPointF) -> None:
        plot = plot_rect(QRectF(self.rect()))
        if plot.bottom() + 4 * UNIT <= point.y() <= plot.bottom() + 11 * UNIT:
            segment = on_air_at((band.segment for band in self._course.bands), self._time_at(point))
            self.job_chosen.emit(segment.card.id if segment is not None else "")

    def _words_at(self, at: int) -> str:
        """Say a minute: its time, its applications, its card."""
        index = (at - self._course.start) // MINUTE_MS
        if not 0 <= index < len(self._course.minutes):
            return ""
        segment = on_air_at((band.segment for band in self._course.bands), at)
        title = segment.card.title if segment is not None else self.tr("no card on air")
        begins = self._course.start + index * MINUTE_MS
        count = self._course.minutes[index]
        return self.tr("{0} · {1} applications · {2}").format(time_of_day(begins), count, title)
