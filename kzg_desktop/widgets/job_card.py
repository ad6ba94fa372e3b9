"""The job card as a host reads it from two metres away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kzg_desktop.domain.entities import Job, Vacancy
from kzg_desktop.widgets.card_layout import Block, lay_out_card
from kzg_desktop.widgets.text import benefit_words, pay_headline
from kzg_desktop.widgets.tokens import UNIT, Tokens, tokens_for

__all__ = ["JobCard"]

_DIMMED = 0.6


class JobCard(QWidget):
    """One card in the largest type that fits. Dimmed, it says that this card is not on air."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._vacancy: Vacancy | None = None
        self._dimmed = False
        self._blocks: list[Block] = []
        self._laid_out_for: QSize | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def job(self) -> Job | None:
        """The card shown, if any."""
        return self._job

    @property
    def dimmed(self) -> bool:
        """Whether it is shown as not on air."""
        return self._dimmed

    def show_job(self, job: Job | None, vacancy: Vacancy | None = None, *, dimmed: bool = False) -> None:
        """Show *job* and how far it is filled, or nothing."""
        if (job, vacancy, dimmed) == (self._job, self._vacancy, self._dimmed):
            return
        self._job, self._vacancy, self._dimmed = job, vacancy, dimmed
        self._laid_out_for = None
        if job is not None:
            words = [job.title, job.hiring_organization, pay_headline(job.pay), *benefit_words(job)]
            self.setAccessibleName(", ".join(words))
            self.setAccessibleDescription(job.talking_points)
            self.setToolTip(job.talking_points)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 200)

    def sizeHint(self) -> QSize:
        return QSize(560, 520)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.LanguageChange}:
            self._laid_out_for = None
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._job is None:
            return
        if self._laid_out_for != self.size():
            self._blocks = lay_out_card(self._job, QSizeF(self.size()), self.font(), self._vacancy)
            self._laid_out_for = self.size()
        tokens = tokens_for(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_DIMMED if self._dimmed else 1.0)
        for block in self._blocks:
            _paint(painter, block, tokens)
        painter.end()


def _paint(painter: QPainter, block: Block, tokens: Tokens) -> None:
    if block.shape == "quote":
        painter.fillRect(block.rect, tokens.color(block.color))
        return
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    if block.shape == "chip":
        painter.setPen(QPen(tokens.color("hairline")))
        painter.setBrush(tokens.color("raised"))
        painter.drawRoundedRect(block.rect.adjusted(0.5, 0.5, -0.5, -0.5), 1.5 * UNIT, 1.5 * UNIT)
        align = Qt.AlignmentFlag.AlignCenter
    painter.setFont(block.font)
    painter.setPen(tokens.color(block.color))
    painter.drawText(block.rect, align | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine, block.text)
