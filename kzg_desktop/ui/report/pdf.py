"""Documents as PDF, and their pages as pictures; the same painting for both."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from kzg_desktop.review.documents.blocks import Document
from kzg_desktop.ui.report.layout import Page, laid_out
from kzg_desktop.ui.report.paper import FOOT, PAGE, PAPER, font_of

__all__ = ["page_picture", "pdf_of"]

_DPI = 600
_INCH = 96.0


def pdf_of(document: Document, go_on: Callable[[int, int], None] = lambda _page, _pages: None) -> bytes:
    """Return *document* as a PDF with its fonts inside.

    *go_on* is told how many of how many pages are done, 0 of 0 while they are laid out, and may raise to stop.
    """
    pages = laid_out(document, lambda: go_on(0, 0))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    writer.setTitle(document.title)
    writer.setCreator("KZG Desktop")
    painter = QPainter(writer)
    try:
        painter.scale(_DPI / _INCH, _DPI / _INCH)
        for number, page in enumerate(pages):
            go_on(number, len(pages))
            if number:
                writer.newPage()
            _paint(painter, document, page, number, len(pages))
    finally:
        painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def page_picture(document: Document, number: int, width: int, ratio: float = 1.0) -> tuple[QImage, int]:
    """Return a page as a picture *width* device-independent pixels wide, and how many pages there are."""
    pages = laid_out(document)
    number = min(number, len(pages) - 1)
    scale = width * ratio / PAGE.width()
    picture = QImage(round(width * ratio), round(PAGE.height() * scale), QImage.Format.Format_RGB32)
    picture.fill(PAPER.color("surface"))
    painter = QPainter(picture)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        _paint(painter, document, pages[number], number, len(pages))
    finally:
        painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture, len(pages)


def _paint(painter: QPainter, document: Document, page: Page, number: int, pages: int) -> None:
    for paint in page.paints:
        paint(painter)
    words = document.page.format(page=number + 1, pages=pages)
    _foot(painter, document.footer, Qt.AlignmentFlag.AlignLeft)
    _foot(painter, words, Qt.AlignmentFlag.AlignRight)


def _foot(painter: QPainter, words: str, side: Qt.AlignmentFlag) -> None:
    painter.setFont(font_of("caption"))
    painter.setPen(PAPER.color("text_muted"))
    painter.drawText(QRectF(FOOT), side | Qt.AlignmentFlag.AlignVCenter, words)
