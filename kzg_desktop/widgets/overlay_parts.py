"""Pieces of the overlay: each is measured where it will be read, moved to its place, and joined with others.

Lengths are pixels of the picture. Text gets smaller or takes more lines; no piece ever leaves any of it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

__all__ = [
    "Align",
    "Mark",
    "Part",
    "Shape",
    "Type",
    "alike",
    "beside",
    "block",
    "cell",
    "flow",
    "grounded",
    "padded",
    "spread",
    "stacked",
    "typeset",
    "words",
]

Align: TypeAlias = Literal["start", "middle", "end"]
Shape: TypeAlias = Literal["text", "panel", "gold", "badge", "chip", "plate", "qr"]

_FAMILIES = [
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "sans-serif",
]
_ONE_LINE = 0.7
"""Text gets smaller down to this share of its type before it takes a second line."""

_LINE = 1.24
"""Height of a line by its type size. The fonts' own leading, 1.45 with Noto Sans CJK, is meant for pages."""

_SIZE_STEP = 0.94


@dataclass(frozen=True, slots=True)
class Mark:
    """What is painted at one place. ``color`` is a name of the painter's table; ``radius`` rounds the corners."""

    shape: Shape
    rect: QRectF
    color: str
    text: str = ""
    font: QFont | None = None
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """Marks within a box whose upper left corner is at 0, 0."""

    width: float
    height: float
    marks: tuple[Mark, ...] = ()

    def moved(self, dx: float, dy: float) -> tuple[Mark, ...]:
        """Return its marks with the corner at *dx*, *dy*."""
        return tuple(replace(mark, rect=mark.rect.translated(dx, dy)) for mark in self.marks)

    def largest_px(self) -> int:
        """Return the size of its largest text, 0 without any."""
        return max((mark.font.pixelSize() for mark in self.marks if mark.font is not None), default=0)

    def lines(self) -> int:
        """Return how many lines of text it has."""
        return sum(mark.shape == "text" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: between *largest* and *smallest* pixels, in at most *lines* lines if that is possible."""

    largest: float
    smallest: float
    color: str = "text"
    lines: int = 2


@cache
def _font(px: int) -> QFont:
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.Bold)  # thin strokes do not survive the stream's compression
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=512)  # a layout tries many sizes, and the next picture differs in a word or two
def words(text: str, width: float, kind: Type) -> Part:
    """Set *text* at most *width* wide: in one line if somewhat smaller type allows it, else in as few as it takes."""
    if not text:
        return Part(0, 0)
    smallest, largest = round(kind.smallest), max(round(kind.smallest), round(kind.largest))
    wide = QFontMetricsF(_font(largest)).horizontalAdvance(text)
    one_line_px = int(largest * min(1.0, width / wide))
    if one_line_px >= max(smallest, _ONE_LINE * largest):
        return _lines([text], one_line_px, kind)
    px, lines = _wrapped(text, width, replace(kind, largest=largest, smallest=smallest))
    return _lines(_evened(text, width, _font(px), lines), px, kind)


def alike(texts: Sequence[str], width: float, kind: Type) -> list[Part]:
    """Set *texts* as `words` does, all in the size of the one that has to be smallest; leave out empty ones."""
    present = [text for text in texts if text]
    common = min((words(text, width, kind).largest_px() for text in present), default=0)
    return [words(text, width, replace(kind, largest=common)) for text in present]


def typeset(text: str, kind: Type) -> Part:
    """Set *text* in one line of the largest size, as wide as it comes."""
    return _lines([text], round(kind.largest), kind)


def _lines(lines: Sequence[str], px: int, kind: Type) -> Part:
    font = _font(px)
    metrics = QFontMetricsF(font)
    height = px * _LINE
    widths = [metrics.horizontalAdvance(line) for line in lines]
    marks = tuple(
        Mark("text", QRectF(0, number * height, width, height), kind.color, line, font)
        for number, (line, width) in enumerate(zip(lines, widths, strict=True))
    )
    return Part(max(widths), height * len(lines), marks)


def _wrapped(text: str, width: float, kind: Type) -> tuple[int, list[str]]:
    """Return the largest size at which *text* keeps to its lines, and the lines."""
    px = kind.largest if kind.lines > 2 else kind.largest * _ONE_LINE
    while px > kind.smallest:
        lines = _broken(text, width, _font(int(px)))
        if len(lines) <= kind.lines:
            return int(px), lines
        px *= _SIZE_STEP
    return round(kind.smallest), _broken(text, width, _font(round(kind.smallest)))


def _evened(text: str, width: float, font: QFont, lines: list[str]) -> list[str]:
    """Return as many lines of nearly equal length, so that no character is left alone on the last."""
    low, high, evened = width / max(1, len(lines)), width, lines
    while high - low > font.pixelSize() / 2:
        middle = (low + high) / 2
        narrower = _broken(text, middle, font)
        if len(narrower) <= len(lines):
            high, evened = middle, narrower
        else:
            low = middle
    return evened


def _broken(text: str, width: float, font: QFont) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines


def block(shape: Shape, width: float, height: float, color: str, radius: float = 0.0) -> Part:
    """Return one plain mark of that size."""
    return Part(width, height, (Mark(shape, QRectF(0, 0, width, height), color, radius=radius),))


def grounded(part: Part, shape: Shape, color: str, radius: float) -> Part:
    """Return *part* on a ground of its own size."""
    return Part(part.width, part.height, (*block(shape, part.width, part.height, color, radius).marks, *part.marks))


def padded(part: Part, shape: Shape, color: str, *, across: float, down: float, radius: float) -> Part:
    """Return *part* on a ground that is *across* and *down* larger at each side."""
    wider = Part(part.width + 2 * across, part.height + 2 * down, part.moved(across, down))
    return grounded(wider, shape, color, radius)


def cell(part: Part, width: float, height: float, left: float = 0.0) -> Part:
    """Return a box of that size with *part* in the middle of its height, *left* pixels from its left side."""
    return Part(width, height, part.moved(left, (height - part.height) / 2))


def spread(left: Part, right: Part, width: float, gap: float) -> Part:
    """Return two parts at the ends of *width*, or of what they need with *gap* between."""
    if not (left.marks and right.marks):
        return left if left.marks else right
    width = max(width, left.width + gap + right.width)
    height = max(left.height, right.height)
    marks = (*cell(left, left.width, height).marks, *cell(right, width, height, width - right.width).marks)
    return Part(width, height, marks)


def stacked(parts: Sequence[Part], gap: float, align: Align = "start") -> Part:
    """Return *parts* from the top down; empty ones take no gap."""
    width = max((part.width for part in parts), default=0.0)
    marks: list[Mark] = []
    bottom = 0.0
    for part in parts:
        if part.marks:
            top = bottom + (gap if marks else 0.0)
            marks += part.moved(_offset(width - part.width, align), top)
            bottom = top + part.height
    return Part(width, bottom, tuple(marks))


def beside(parts: Sequence[Part], gap: float, align: Align = "middle") -> Part:
    """Return *parts* from left to right; empty ones take no gap."""
    height = max((part.height for part in parts), default=0.0)
    marks: list[Mark] = []
    right = 0.0
    for part in parts:
        if part.marks:
            left = right + (gap if marks else 0.0)
            marks += part.moved(left, _offset(height - part.height, align))
            right = left + part.width
    return Part(right, height, tuple(marks))


def flow(parts: Sequence[Part], width: float, gap: float) -> Part:
    """Return *parts* from left to right in as many rows as *width* makes necessary."""
    rows: list[list[Part]] = [[]]
    for part in parts:
        taken = sum(other.width + gap for other in rows[-1])
        if rows[-1] and taken + part.width > width:
            rows.append([])
        rows[-1].append(part)
    return stacked([beside(row, gap) for row in rows], gap)


def _offset(room: float, align: Align) -> float:
    return {"start": 0.0, "middle": room / 2, "end": room}[align]
