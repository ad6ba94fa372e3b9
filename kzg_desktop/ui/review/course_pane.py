"""The course of the broadcast, with the lag window and what it makes of the applications."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from kzg_desktop.review.sums import Sums
from kzg_desktop.review.whole import DEFAULT_LAG_S, Review
from kzg_desktop.ui.review.sentences import difference_words
from kzg_desktop.widgets.course_chart import CourseChart
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["CoursePane"]

_SETTLING_MS = 250


class CoursePane(QWidget):
    """``lag_changed`` carries the lag window in seconds once the user has settled on it."""

    lag_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = CourseChart()
        self.lag = QSpinBox(minimum=0, maximum=600, singleStep=10, value=DEFAULT_LAG_S)
        self.lag.setSuffix(self.tr(" s"))
        self.lag.lineEdit().setTextMargins(2 * UNIT, 0, 0, 0)  # the style sheet's padding does not reach into it
        self.lag.setAccessibleName(self.tr("Lag window"))
        self.lag.setToolTip(
            self.tr("How long after a card has left the air a sign-up for its job still counts for that card")
        )
        self._difference = ElidedLabel()
        self._difference.setProperty("role", "muted")
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settling.timeout.connect(lambda: self.lag_changed.emit(self.lag.value()))
        self.lag.valueChanged.connect(self._settling.start)
        self._lay_out()

    @property
    def difference(self) -> str:
        """How attributed and chosen jobs differ, in words."""
        return self._difference.text()

    def show_review(self, review: Review, found: Sums) -> None:
        """Show the course of *review*, with its sums."""
        self.chart.show_course(review.course)
        self._difference.setText(difference_words(found))

    def clear(self) -> None:
        """Say nothing of what was shown."""
        self._difference.setText("")

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Lag window"))
        label.setProperty("role", "muted")
        label.setBuddy(self.lag)
        line = QHBoxLayout()
        line.setContentsMargins(5 * UNIT, UNIT, 5 * UNIT, UNIT)
        line.setSpacing(2 * UNIT)
        line.addWidget(label)
        line.addWidget(self.lag)
        line.addSpacing(2 * UNIT)
        line.addWidget(self._difference, 1)
        for words, tip, act in (
            ("−", self.tr("Zoom out  (−)"), lambda: self.chart.zoom(2.0, self.chart.playhead)),
            ("+", self.tr("Zoom in  (+)"), lambda: self.chart.zoom(0.5, self.chart.playhead)),
            (self.tr("All"), self.tr("Show the whole broadcast  (0)"), self.chart.show_all),
        ):
            button = QToolButton()
            button.setText(words)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(act)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        frame = QVBoxLayout()
        frame.setContentsMargins(4 * UNIT, UNIT, 4 * UNIT, UNIT)
        frame.addWidget(self.chart)
        column.addLayout(frame, 1)
