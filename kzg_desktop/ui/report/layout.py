"""Finding room for the blocks of a document: which strip of which page each goes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kzg_desktop.review.documents.blocks import Block, Chart, Cover, Document, Figures, Grid, Heading, Words
from kzg_desktop.ui.report import grid, parts
from kzg_desktop.ui.report.paper import BODY
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["Page", "laid_out"]

Paint: TypeAlias = Callable[[QPainter], None]

_GAP = 4 * UNIT
_AFTER_WORDS = 2 * UNIT
_BEFORE_HEADING = 5 * UNIT
_SMALL = 5
"""Rows of a table that is not torn apart."""


class Page(Struct):
    """What to paint on a page, in its coordinates."""

    paints: list[Paint]


def laid_out(document: Document, go_on: Callable[[], None] = lambda: None) -> list[Page]:
    """Return the pages of *document*. *go_on* is called now and then, and may raise to stop."""
    flow = _Flow(go_on)
    for block in document.blocks:
        flow.add(block)
    return flow.pages


class _Flow:
    def __init__(self, go_on: Callable[[], None]) -> None:
        self.pages = [Page([])]
        self._y = BODY.top()
        self._go_on = go_on
        self._heading: Heading | None = None

    def add(self, block: Block) -> None:
        """Put *block* where there is room: a table over several pages, a heading with what follows, all else whole."""
        self._go_on()
        if isinstance(block, Heading):
            self._heading = block
        elif isinstance(block, Grid):
            self._add_grid(block)
        else:
            height = _height_of(block)
            self._begin(height)
            strip = self._strip(height)
            self.pages[-1].paints.append(lambda painter: _paint(painter, strip, block))
            self._y += _AFTER_WORDS if isinstance(block, Words) else _GAP

    def _add_grid(self, block: Grid) -> None:
        laid = grid.measured(block.lean(), BODY.width())
        together = len(laid.rows) if len(laid.rows) <= _SMALL else grid.COMPANY
        self._begin(laid.height_of(0, together))
        at = 0
        while True:
            self._go_on()
            count = laid.fitting(at, BODY.bottom() - self._y)
            strip = self._strip(laid.height_of(at, count))
            self.pages[-1].paints.append(_of_rows(laid, at, count, strip))
            at += count
            if at >= len(laid.rows):
                break
            self._turn()
        self._y += _GAP

    def _begin(self, height: float) -> None:
        """Turn the page unless *height* fits, with the heading that waits for it; paint that."""
        heading, self._heading = self._heading, None
        above = 0.0 if heading is None else parts.heading_height() + _BEFORE_HEADING + UNIT
        if self._y + above + height > BODY.bottom() and self._y > BODY.top():
            self._turn()
        if heading is not None:
            if self._y > BODY.top():
                self._y += _BEFORE_HEADING
            strip = self._strip(parts.heading_height())
            self.pages[-1].paints.append(lambda painter: parts.paint_heading(painter, strip, heading))
            self._y += UNIT

    def _turn(self) -> None:
        self.pages.append(Page([]))
        self._y = BODY.top()

    def _strip(self, height: float) -> QRectF:
        strip = QRectF(BODY.left(), self._y, BODY.width(), height)
        self._y += height
        return strip


def _of_rows(laid: grid.Measured, at: int, count: int, strip: QRectF) -> Paint:
    return lambda painter: grid.paint_rows(painter, strip, laid, at, count)


def _height_of(block: Cover | Figures | Words | Chart) -> float:
    match block:
        case Cover():
            return parts.cover_height(block, BODY.width())
        case Figures():
            return parts.figures_height(block)
        case Words():
            return parts.words_height(block, BODY.width())
        case Chart():
            return parts.CHART_HEIGHT


def _paint(painter: QPainter, strip: QRectF, block: Cover | Figures | Words | Chart) -> None:
    match block:
        case Cover():
            parts.paint_cover(painter, strip, block)
        case Figures():
            parts.paint_figures(painter, strip, block)
        case Words():
            parts.paint_words(painter, strip, block)
        case Chart():
            parts.paint_chart(painter, strip, block)
