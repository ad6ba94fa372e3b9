"""Where the parts of a job card go: the largest type at which all of it fits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from kzg_desktop.domain.entities import Job, Vacancy
from kzg_desktop.widgets.text import benefit_words, elided, pay_detail, pay_headline, rebate_text, seats_text
from kzg_desktop.widgets.tokens import SIZES, UNIT, number_font

__all__ = ["Block", "lay_out_card"]

_LARGEST, _SMALLEST, _STEP = 2.0, 0.8, 0.05
_WIDTH_AT_SCALE_1 = 480
_HEADLINE_SHRINKS = 1.5
"""A headline at most this much too wide gets smaller instead of a second line."""


class Block(Struct, frozen=True):
    """One piece of text at its place. ``color`` is the name of a token."""

    rect: QRectF
    text: str
    font: QFont
    color: str
    shape: Literal["text", "chip", "quote"] = "text"


def lay_out_card(job: Job, size: QSizeF, font: QFont, vacancy: Vacancy | None = None) -> list[Block]:
    """Return the card's blocks within *size*. What has no room at the smallest type is left out, line by line."""
    scale = max(_SMALLEST, min(_LARGEST, size.width() / _WIDTH_AT_SCALE_1))
    while True:
        page = _Page(size, font, scale)
        page.place(job, vacancy)
        if page.bottom <= size.height() or scale <= _SMALLEST:
            return [block for block in page.blocks if block.rect.bottom() <= size.height()]
        scale = max(_SMALLEST, scale - _STEP)


class _Page:
    """Blocks from the top down at one scale."""

    def __init__(self, size: QSizeF, font: QFont, scale: float) -> None:
        self._size = size
        self._base = font
        self._scale = scale
        self.blocks: list[Block] = []
        self.bottom = 0.0

    def place(self, job: Job, vacancy: Vacancy | None) -> None:
        self._text(job.title, "card_title", "text", bold=True)
        self._gap(1)
        self._text(job.hiring_organization, "strong", "text_muted")
        self._gap(3)
        self._headline(pay_headline(job.pay))
        self._text(pay_detail(job.pay), "body", "text_muted")
        self._gap(3)
        self._chips(benefit_words(job))
        self._facts(_facts(job, vacancy))
        self._quote(job.talking_points)

    def _font(self, role: str, *, bold: bool = False) -> QFont:
        font = number_font(self._base)
        font.setPixelSize(round(SIZES[role] * self._scale))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _gap(self, units: int) -> None:
        self.bottom += units * UNIT * self._scale

    def _text(self, text: str, role: str, color: str, *, bold: bool = False) -> None:
        if not text:
            return
        font = self._font(role, bold=bold)
        for line in _wrapped(text, font, self._size.width()):
            self._line(line, font, color)

    def _headline(self, text: str) -> None:
        """Place the figure in one line if a somewhat smaller type achieves that."""
        font = self._font("pay", bold=True)
        wide = QFontMetricsF(font).horizontalAdvance(text) / self._size.width()
        if 1 < wide <= _HEADLINE_SHRINKS:
            font.setPixelSize(int(font.pixelSize() / wide))
        for line in _wrapped(text, font, self._size.width()):
            self._line(line, font, "text")

    def _line(self, text: str, font: QFont, color: str, left: float = 0.0) -> None:
        height = QFontMetricsF(font).height()
        self.blocks.append(Block(QRectF(left, self.bottom, self._size.width() - left, height), text, font, color))
        self.bottom += height

    def _chips(self, words: list[str]) -> None:
        if not words:
            return
        font = self._font("body")
        metrics = QFontMetricsF(font)
        gap, padding = 1.5 * UNIT * self._scale, 2.5 * UNIT * self._scale
        height = metrics.height() + 1.5 * UNIT * self._scale
        left = 0.0
        for word in words:
            text = elided(word, metrics, self._size.width() - 2 * padding)
            width = metrics.horizontalAdvance(text) + 2 * padding
            if left and left + width > self._size.width():
                left, self.bottom = 0.0, self.bottom + height + gap
            self.blocks.append(Block(QRectF(left, self.bottom, width, height), text, font, "text", "chip"))
            left += width + gap
        self.bottom += height
        self._gap(4)

    def _facts(self, facts: list[tuple[str, str]]) -> None:
        font = self._font("strong")
        metrics = QFontMetricsF(font)
        column = max((metrics.horizontalAdvance(label) for label, _ in facts), default=0) + 4 * UNIT * self._scale
        for label, value in facts:
            top = self.bottom
            self.blocks.append(Block(QRectF(0, top, column, metrics.height()), label, font, "text_faint"))
            for line in _wrapped(value, font, self._size.width() - column):
                self._line(line, font, "text", column)
            self._gap(1)

    def _quote(self, text: str) -> None:
        if not text:
            return
        self._gap(3)
        font = self._font("strong")
        metrics = QFontMetricsF(font)
        indent = 4 * UNIT * self._scale
        lines = list(_wrapped(text, font, self._size.width() - indent))
        fitting = int((self._size.height() - self.bottom) // (metrics.height() * 1.2))
        if self._scale <= _SMALLEST and fitting < 1:
            return  # half a line reads worse than none
        if self._scale <= _SMALLEST and len(lines) > fitting:
            lines = [*lines[: fitting - 1], elided("".join(lines[fitting - 1 :]), metrics, self._size.width() - indent)]
        top = self.bottom
        for line in lines:
            self._line(line, font, "text", indent)
            self.bottom += metrics.height() * 0.2
        bar = QRectF(0, top, 0.75 * UNIT, self.bottom - top)
        self.blocks.append(Block(bar, "", font, "accent", "quote"))


def _facts(job: Job, vacancy: Vacancy | None) -> list[tuple[str, str]]:
    pairs = [
        (QCoreApplication.translate("Job", "Place"), job.job_location),
        (QCoreApplication.translate("Job", "Shift"), _joined(job.shift, job.work_hours, job.rest_days)),
        (QCoreApplication.translate("Job", "Openings"), seats_text(job, vacancy)),
        (QCoreApplication.translate("Job", "Board, bed"), _joined(job.board, job.lodging)),
        (QCoreApplication.translate("Job", "Interview"), _joined(job.interview, job.assembly_point)),
        (QCoreApplication.translate("Job", "Rebate"), rebate_text(job)),
        (QCoreApplication.translate("Job", "Needed"), _joined(job.requirements, job.bring)),
    ]
    return [(label, value) for label, value in pairs if value]


def _joined(*parts: str) -> str:
    """Join what a later part does not say again: board 免费食宿 and lodging 免费食宿；有夫妻房 begin alike."""
    later = [set("；".join(parts[i + 1 :]).split("；")) for i in range(len(parts))]
    return " · ".join(part for part, again in zip(parts, later, strict=True) if part and part not in again)


def _wrapped(text: str, font: QFont, width: float) -> Iterable[str]:
    for paragraph in text.splitlines():
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            yield paragraph[line.textStart() : line.textStart() + line.textLength()].strip()
        layout.endLayout()
