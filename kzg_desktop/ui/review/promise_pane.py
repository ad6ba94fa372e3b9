"""The promise check: what was said on air and is not so any more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from kzg_desktop.review.whole import Review
from kzg_desktop.ui.review.plain_view import PlainView
from kzg_desktop.ui.review.promise_table import PromiseColumn, PromiseTable
from kzg_desktop.widgets.empty_state import EmptyState
from kzg_desktop.widgets.tokens import UNIT
from kzg_desktop.widgets.tone_label import ToneLabel

__all__ = ["PromisePane"]


class PromisePane(QWidget):
    """Lists changes since the airing, or says that everything still holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = PromiseTable(self)
        self.view = PlainView(self.table, self.tr("Changes since the airing"))
        self.summary = ToneLabel()
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self._lay_out()

    def show_review(self, review: Review | None) -> None:
        """Check the cards of *review*."""
        promises = review.promises if review is not None else ()
        titles = {s.card.id: s.card.title for s in review.facts.segments} if review is not None else {}
        self.table.apply(promises, titles)
        count, weighty = self.table.rowCount(), self.table.weighty
        self._stack.setCurrentIndex(0 if count else 1)
        if weighty:
            words = self.tr("{n} changes of pay or lodging since they were said on air: tell the applicants.")
            self.summary.say(words.format(n=weighty), "amber")
        else:
            self.summary.say(self.tr("Pay and lodging are as they were said; other things changed."), "text_muted")
        for column in (PromiseColumn.FLAG, PromiseColumn.JOB, PromiseColumn.FIELD, PromiseColumn.AIRED):
            self.view.resizeColumnToContents(column)
        self._say_empty(review)

    def _say_empty(self, review: Review | None) -> None:
        if review is not None and review.course.bands:
            self.empty.say(
                self.tr("Everything said on air still holds"),
                self.tr("The jobs are as the cards showed them. A change of pay or lodging would be flagged here."),
            )
        else:
            self.empty.say(self.tr("Nothing was said on air"), self.tr("No card has been on air in this broadcast."))

    def _lay_out(self) -> None:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        frame = QVBoxLayout()
        frame.setContentsMargins(5 * UNIT, 3 * UNIT, 5 * UNIT, 3 * UNIT)
        frame.addWidget(self.summary)
        inside.addLayout(frame)
        inside.addWidget(self.view, 1)
        header = self.view.horizontalHeader()
        for column in (PromiseColumn.SAID, PromiseColumn.NOW):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._stack.addWidget(holder)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
