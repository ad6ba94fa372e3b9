"""The top of a review: the broadcast in one sentence, four numbers, and which card should open the next show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from kzg_desktop.review.standing import Standing
from kzg_desktop.review.sums import Sums
from kzg_desktop.review.timeline import MINUTE_MS, Moment
from kzg_desktop.review.whole import Review
from kzg_desktop.ui.icons import IconPushButton
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.review.sentences import broadcast_sentence, opener_sentence
from kzg_desktop.widgets.elided_label import ElidedLabel
from kzg_desktop.widgets.number_tile import NumberTile
from kzg_desktop.widgets.review_words import DASH, interval_words, percent, rate_in_full, too_few_words, wait_words
from kzg_desktop.widgets.text import time_of_day
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["ReviewHeader"]


class ReviewHeader(QWidget):
    """Shows a review, or one moment of it."""

    figures_requested = Signal()
    report_requested = Signal()

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._sums: Sums | None = None
        self._title = ElidedLabel()
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.sentence.setProperty("role", "muted")
        self.opener = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.opener.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tiles = tuple(NumberTile() for _ in range(4))
        self.figures = IconPushButton("edit", self.tr("Figures…"))
        self.figures.setToolTip(keymap.tip(self.tr("Type in viewers, views and costs"), "review.figures"))
        self.report = IconPushButton("sheet", self.tr("Export report…"), primary=True)
        self.report.setToolTip(keymap.tip(self.tr("A report for the employer"), "review.report"))
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Reading the broadcast"))
        self.figures.clicked.connect(self.figures_requested)
        self.report.clicked.connect(self.report_requested)
        self._lay_out()
        self.show_waiting(waiting=False)

    def show_waiting(self, *, waiting: bool) -> None:
        """Show that something is being read, or that it is done."""
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.setVisible(waiting)

    def show_title(self, title: str) -> None:
        """Show whose review is being read; nothing of another one stays."""
        self._review = None
        self._title.setText(title)
        for words in (self.sentence, self.opener):
            words.setText(" ")
        for tile in self.tiles:
            tile.say("", DASH, "")
        self.report.setEnabled(False)
        self.figures.setEnabled(False)

    def show_review(self, review: Review, found: Sums) -> None:
        """Show *review* as a whole, with its sums."""
        self._review, self._sums = review, found
        self._title.setText(review.facts.broadcast.title)
        self.sentence.setText(broadcast_sentence(review))
        self.opener.setText(opener_sentence(review.opener))
        font = self.opener.font()
        sure = review.opener is not None and review.opener.sure
        font.setWeight(font.Weight.DemiBold if sure else font.Weight.Normal)
        self.opener.setFont(font)
        self.report.setEnabled(True)
        self.figures.setEnabled(True)
        self._show_sign_ups(review, found)
        self._show_best(review)
        reached = review.funnel.steps[1].of_all
        sure = reached.value is not None and not reached.too_few
        note = interval_words(reached.low, reached.high) if sure else too_few_words()
        figure = (
            percent(reached.value) if sure and reached.value is not None else f"{reached.part:,} / {reached.whole:,}"
        )
        if sure:
            note = f"{note} · {reached.part:,} / {reached.whole:,}"
        tip = rate_in_full(reached)
        self.tiles[2].say(self.tr("Reached"), figure if reached.whole else DASH, note if reached.whole else "", tip)
        called = self.tr("{n} called").format(n=f"{review.funnel.called:,}")
        note = called if review.funnel.called else self.tr("nobody called yet")
        self.tiles[3].say(self.tr("First call, median"), wait_words(review.funnel.first_call_s), note)

    def show_moment(self, moment: Moment, standing: Standing) -> None:
        """Show the numbers as they stood at a moment of the review on screen."""
        if self._review is None:
            return
        minute = (moment.at - self._review.course.start) // MINUTE_MS + 1
        begins = time_of_day(moment.at)
        at = self.tr("at {time}, minute {n}").format(time=begins, n=minute)
        of = self.tr("of {total}").format(total=f"{len(self._review.facts.sent):,}")
        self.tiles[0].say(self.tr("Sign-ups until then"), f"{moment.total:,}", f"{of} · {at}")
        self.tiles[1].say(self.tr("In this minute"), f"{standing.minute:,}", begins)
        title = moment.segment.card.title if moment.segment is not None else self.tr("no card on air")
        figure = f"{standing.of_card:,}" if moment.segment is not None else DASH
        self.tiles[2].say(self.tr("By this card until then"), figure, title)
        if standing.viewers is not None:
            self.tiles[3].say(self.tr("Viewers"), f"{standing.viewers:,}", begins)
        else:
            total = len({band.segment.card.id for band in self._review.course.bands})
            self.tiles[3].say(
                self.tr("Cards until then"), f"{standing.shown:,}", self.tr("of {total}").format(total=total)
            )

    def show_whole(self) -> None:
        """Go back from a moment to the whole."""
        if self._review is not None and self._sums is not None:
            self.show_review(self._review, self._sums)

    # --- inside

    def _show_sign_ups(self, review: Review, found: Sums) -> None:
        notes = []
        if found.repeats:
            notes.append(self.tr("{n} applied before").format(n=f"{found.repeats:,}"))
        if review.course.outside:
            notes.append(self.tr("{n} outside the broadcast").format(n=f"{review.course.outside:,}"))
        self.tiles[0].say(self.tr("Sign-ups"), f"{len(review.facts.sent):,}", " · ".join(notes))

    def _show_best(self, review: Review) -> None:
        course = review.course
        best = max(course.minutes, default=0)
        if not best:
            self.tiles[1].say(self.tr("A minute, at its best"), DASH, "")
            return
        at = course.start + course.minutes.index(best) * MINUTE_MS
        band = next((band for band in course.bands if band.start <= at + MINUTE_MS // 2 < band.end), None)
        title = band.segment.card.title if band is not None else ""
        note = " · ".join(part for part in (time_of_day(at), title) if part)
        self.tiles[1].say(self.tr("A minute, at its best"), f"{best:,}", note)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(3 * UNIT)
        line.addWidget(self._title, 1)
        line.addWidget(self.figures)
        line.addWidget(self.report)
        numbers = QHBoxLayout()
        numbers.setSpacing(6 * UNIT)
        for tile in self.tiles:
            numbers.addWidget(tile, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 3 * UNIT, 5 * UNIT, 0)
        column.setSpacing(UNIT)
        column.addLayout(line)
        column.addWidget(self.sentence)
        column.addSpacing(UNIT)
        column.addLayout(numbers)
        column.addSpacing(UNIT)
        column.addWidget(self.opener)
        column.addWidget(self._progress)
