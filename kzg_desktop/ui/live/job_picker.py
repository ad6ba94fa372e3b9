"""Choosing jobs for the lineup: type, arrow, Enter, and again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kzg_desktop.domain.entities import Job, Vacancy
from kzg_desktop.models.job_choices import JobChoiceRole, JobChoices
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.search_field import SearchField
from kzg_desktop.widgets.text import elided, pay_headline
from kzg_desktop.widgets.tokens import SIZES, UNIT, number_font, tokens_for

__all__ = ["JobPicker"]

_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class JobPicker(QDialog):
    """A palette of jobs. It stays open, so that several can be added; Escape closes it."""

    job_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add jobs"))
        self.model = JobChoices(self)
        self.search = SearchField(self.tr("Title, employer, place or benefit"), self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_ChoiceDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.tr("Jobs"))
        self._empty = EmptyState(self)
        self._hint = QLabel(self.tr("↑↓ choose   ·   Enter adds   ·   Esc closes"), self)
        self._hint.setProperty("role", "caption")
        self._lay_out()
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.left.connect(self.reject)
        self.view.clicked.connect(self._choose)

    def _lay_out(self) -> None:
        self.resize(640, 480)
        lists = QWidget(self)
        self._stack = QStackedLayout(lists)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addWidget(self.search)
        layout.addWidget(lists, 1)
        layout.addWidget(self._hint)

    def offer(
        self, jobs: Iterable[Job], in_lineup: Iterable[str], vacancies: Mapping[str, Vacancy], today: date
    ) -> None:
        """Offer these jobs; those of the lineup are marked and cannot be added again. *vacancies* are by job id."""
        self.model.offer(jobs, vacancies, today)
        self.model.mark_chosen(in_lineup)
        self._select_first()

    def mark(self, in_lineup: Iterable[str]) -> None:
        """The lineup changed."""
        self.model.mark_chosen(in_lineup)

    def start(self) -> None:
        """Open, ready to type."""
        self.search.clear()
        self.open()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _LIST_KEYS:
                self.view.keyPressEvent(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self, text: str) -> None:
        self.model.search(text)
        self._select_first()

    def _select_first(self) -> None:
        self.view.setCurrentIndex(self.model.index(0))
        empty = self.model.rowCount() == 0
        if empty and self.model.total:
            self._empty.say(self.tr("No job matches"), self.tr("Try another word."))
        elif empty:
            self._empty.say(self.tr("No jobs yet"), self.tr("Make or import them in the job library first."))
        self._stack.setCurrentIndex(1 if empty else 0)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not index.data(JobChoiceRole.CHOSEN):
            self.job_chosen.emit(index.data(JobChoiceRole.JOB).id)


class _ChoiceDelegate(QStyledItemDelegate):
    """Draws title, employer and pay in one line."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 8 * UNIT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = tokens_for(option.palette)
        job: Job = index.data(JobChoiceRole.JOB)
        chosen = index.data(JobChoiceRole.CHOSEN)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.color("selected"))
        font = number_font(option.font)
        font.setPixelSize(SIZES["body"])
        line = rect.adjusted(2 * UNIT, 0, -2 * UNIT, 0)
        painter.setFont(font)
        obstacle = index.data(JobChoiceRole.OBSTACLE)
        model = index.model()
        if chosen:
            last, color = self.tr("✓ in lineup"), "green"
        elif obstacle is not None and isinstance(model, JobChoices):
            last, color = model.obstacle_words(obstacle), "amber"
        else:
            last, color = pay_headline(job.pay), "text"
        painter.setPen(tokens.color(color))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, last)
        title_width = line.width() * 0.34
        painter.setPen(tokens.color("text_muted" if chosen else "text"))
        _draw(painter, font, QRectF(line.left(), line.top(), title_width - 2 * UNIT, line.height()), job.title)
        employer = QRectF(line.left() + title_width, line.top(), line.width() * 0.4, line.height())
        painter.setPen(tokens.color("text_muted"))
        _draw(painter, font, employer, job.hiring_organization)


def _draw(painter: QPainter, font: QFont, rect: QRectF, text: str) -> None:
    shown = elided(text, QFontMetricsF(font), rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
