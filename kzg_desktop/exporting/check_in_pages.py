"""Check-in lists on A4: a header on each page, rows high enough to sign in, the same on paper and as PDF."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from kzg_desktop.exporting.atomic import write_whole
from kzg_desktop.exporting.check_in import CheckInLabels, CheckInLine, CheckInSheet

__all__ = ["check_in_layout", "check_in_pdf", "draw_check_in", "write_check_in"]

_FAMILIES = ["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Source Han Sans SC", "sans-serif"]
_DPI = 300

# millimetres
_MARGIN = 15.0
_ROW = 10.0
_HEAD_ROW = 8.0
_FOOT = 10.0
_COLUMNS = (14.0, 34.0, 30.0, 52.0, 50.0)
_TITLE = 11.0
_FACT = 6.5

_BODY_PT = 11.0
_SMALL_PT = 9.0
_TITLE_PT = 18.0
_SMALLEST_PT = 5.5


def check_in_layout() -> QPageLayout:
    """Return A4 upright with margins to hold and to punch."""
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def write_check_in(sheets: Sequence[CheckInSheet], labels: CheckInLabels, path: Path) -> None:
    """Write the lists as one PDF, whole or not at all.

    Raises:
        StoreFull: it cannot be written.
    """
    write_whole(path, check_in_pdf(sheets, labels))


def check_in_pdf(sheets: Sequence[CheckInSheet], labels: CheckInLabels) -> bytes:
    """Return the lists as a PDF with its fonts inside, each list on pages of its own."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(check_in_layout())
    writer.setTitle(labels.title)
    writer.setCreator("KZG Desktop")
    draw_check_in(sheets, labels, writer)
    buffer.close()
    return bytes(buffer.data().data())


def draw_check_in(sheets: Sequence[CheckInSheet], labels: CheckInLabels, device: QPagedPaintDevice) -> None:
    """Draw the lists onto *device*, a PDF or a printer whose layout is :func:`check_in_layout`."""
    painter = QPainter(device)
    try:
        for number, sheet in enumerate(sheets):
            if number:
                device.newPage()
            _Sheet(painter, device, sheet, labels).draw()
    finally:
        painter.end()


class _Sheet:
    """Draws one list over as many pages as it needs."""

    def __init__(
        self, painter: QPainter, device: QPagedPaintDevice, sheet: CheckInSheet, labels: CheckInLabels
    ) -> None:
        self._painter = painter
        self._device = device
        self._sheet = sheet
        self._labels = labels
        self._mm = device.logicalDpiX() / 25.4
        self._width = float(painter.viewport().width())
        self._height = float(painter.viewport().height())
        self._y = 0.0

    def draw(self) -> None:
        first = self._rows_on(self._head_height(first=True))
        later = self._rows_on(self._head_height(first=False))
        lines = list(self._sheet.lines)
        pages = 1 + max(0, math.ceil((len(lines) - first) / later))
        for page in range(pages):
            if page:
                self._device.newPage()
            self._y = 0.0
            self._head(first=page == 0)
            self._table([lines.pop(0) for _ in range(min(len(lines), first if page == 0 else later))])
            self._foot(page + 1, pages)

    # --- room

    def _rows_on(self, head: float) -> int:
        room = self._height - head - (_HEAD_ROW + _FOOT) * self._mm
        return max(1, int(room / (_ROW * self._mm)))

    def _facts(self) -> list[tuple[str, str]]:
        labels, sheet = self._labels, self._sheet
        facts = [(labels.when, sheet.when), (labels.place, sheet.place), (labels.bring, sheet.bring)]
        return [(label, words) for label, words in facts if words]

    def _head_height(self, *, first: bool) -> float:
        facts = sum(self._fact_height(words) for _label, words in self._facts()) if first else _FACT * self._mm
        return _TITLE * self._mm + facts + 3 * self._mm

    def _fact_height(self, words: str) -> float:
        box = QRectF(0, 0, self._width - self._label_width(), 10_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        bounds = QFontMetricsF(self._font(_BODY_PT), self._device).boundingRect(box, int(flags.value), words)
        return max(_FACT * self._mm, bounds.height() + 1.5 * self._mm)

    def _label_width(self) -> float:
        metrics = QFontMetricsF(self._font(_BODY_PT), self._device)
        return max(metrics.horizontalAdvance(label) for label, _words in self._facts()) + 5 * self._mm

    # --- drawing

    def _head(self, *, first: bool) -> None:
        title = f"{self._sheet.employer}  {self._labels.title}".strip()
        total = self._labels.total.format(count=len(self._sheet.lines))
        line = QRectF(0, self._y, self._width, _TITLE * self._mm)
        taken = QFontMetricsF(self._font(_BODY_PT), self._device).horizontalAdvance(total) + 4 * self._mm
        self._text(line.adjusted(0, 0, -taken, 0), title, _TITLE_PT, bold=True)
        self._text(line, total, _BODY_PT, align=Qt.AlignmentFlag.AlignRight)
        self._y += _TITLE * self._mm
        if first:
            self._draw_facts()
        else:
            words = " · ".join(part for part in (self._sheet.when, self._sheet.place) if part)
            self._text(QRectF(0, self._y, self._width, _FACT * self._mm), words, _SMALL_PT, grey=True)
            self._y += _FACT * self._mm
        self._y += 3 * self._mm

    def _draw_facts(self) -> None:
        left = self._label_width()
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        for label, words in self._facts():
            height = self._fact_height(words)
            self._pen("#555555")
            self._painter.setFont(self._font(_BODY_PT))
            self._painter.drawText(QRectF(0, self._y, left, height), flags, label)
            self._pen("#000000")
            wrapped = flags | Qt.TextFlag.TextWrapAnywhere
            self._painter.drawText(QRectF(left, self._y, self._width - left, height), wrapped, words)
            self._y += height

    def _table(self, lines: Sequence[CheckInLine]) -> None:
        top = self._y
        head = QRectF(0, top, self._width, _HEAD_ROW * self._mm)
        self._painter.fillRect(head, QColor("#eeeeee"))
        for box, words in zip(self._cells(head), self._labels.columns, strict=True):
            self._text(box, words, _SMALL_PT, bold=True)
        self._y += _HEAD_ROW * self._mm
        for line in lines:
            row = QRectF(0, self._y, self._width, _ROW * self._mm)
            texts = (str(line.number), line.name, line.phone_end, line.job, "")
            for box, words in zip(self._cells(row), texts, strict=True):
                self._text(box, words, _BODY_PT)
            self._y += _ROW * self._mm
        if not lines:
            self._text(QRectF(0, self._y, self._width, _ROW * self._mm), self._labels.nobody, _BODY_PT, grey=True)
            self._y += _ROW * self._mm
        self._grid(top, len(lines))

    def _cells(self, row: QRectF) -> list[QRectF]:
        unit = row.width() / sum(_COLUMNS)
        cells: list[QRectF] = []
        left = row.left()
        for width in _COLUMNS:
            cells.append(QRectF(left + 2 * self._mm, row.top(), width * unit - 3 * self._mm, row.height()))
            left += width * unit
        return cells

    def _grid(self, top: float, rows: int) -> None:
        self._painter.setPen(QPen(QColor("#888888"), 0.2 * self._mm))
        levels = [top, *(top + (_HEAD_ROW + n * _ROW) * self._mm for n in range(max(rows, 1) + 1))]
        for y in levels:
            self._painter.drawLine(0, round(y), round(self._width), round(y))
        unit, left = self._width / sum(_COLUMNS), 0.0
        for width in (0.0, *_COLUMNS):
            left += width * unit
            self._painter.drawLine(round(left), round(top), round(left), round(levels[-1] if rows else levels[1]))

    def _foot(self, page: int, pages: int) -> None:
        line = QRectF(0, self._height - _FACT * self._mm, self._width, _FACT * self._mm)
        self._text(line, self._labels.notice, _SMALL_PT, grey=True)
        words = self._labels.page.format(page=page, pages=pages)
        self._text(line, words, _SMALL_PT, grey=True, align=Qt.AlignmentFlag.AlignRight)

    def _text(
        self,
        box: QRectF,
        words: str,
        points: float,
        *,
        bold: bool = False,
        grey: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Draw one line; what is too long for it is smaller and takes two, cut only where even these are too short."""
        font = self._font(points, bold=bold)
        flags = align | Qt.AlignmentFlag.AlignVCenter
        if QFontMetricsF(font, self._device).horizontalAdvance(words) > box.width():
            font, flags = self._smaller(box, words), flags | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        self._pen("#555555" if grey else "#000000")
        self._painter.setFont(font)
        self._painter.drawText(box, flags, words)

    def _smaller(self, box: QRectF, words: str) -> QFont:
        """Return the largest font in which *words* fit into *box* on several lines, the smallest if none does."""
        wrap = Qt.TextFlag.TextWordWrap.value | Qt.TextFlag.TextWrapAnywhere.value
        points = _SMALL_PT
        while points > _SMALLEST_PT:
            bounds = QFontMetricsF(self._font(points), self._device).boundingRect(box, wrap, words)
            if bounds.height() <= box.height():
                break
            points -= 0.5
        return self._font(points)

    def _pen(self, color: str) -> None:
        self._painter.setPen(QColor(color))

    def _font(self, points: float, *, bold: bool = False) -> QFont:
        font = QFont()
        font.setFamilies(_FAMILIES)
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
