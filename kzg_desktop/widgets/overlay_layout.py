"""Where the parts of the overlay go: pay largest, then the job, three benefits, employer, place, seats and QR code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

from PySide6.QtCore import QRectF, QSizeF

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.widgets.overlay_page import OverlayPage, Scale
from kzg_desktop.widgets.overlay_parts import Mark, Part, beside, cell, grounded, stacked

__all__ = ["SAFE_AREA", "OverlayLayout", "lay_out_overlay", "safe_area"]

OverlayLayout: TypeAlias = Literal["lower-third", "full-card", "ticker"]

SAFE_AREA = 0.9
"""Share of each side within which everything stays: a television or a phone's corners may hide the rest."""

_PORTRAIT_BOTTOM = 0.8
"""Where a strip ends on an upright picture; beneath, a phone shows the comments and the platform's own buttons."""

_TIGHTER = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
_PRIME = 0.82
_PRIME_TIGHTER = (0.74, 0.65, 0.55, 0.45)
_TINY = (24, 20, 16, 12)
_SHARE = {"lower-third": 0.44, "full-card": 1.0, "ticker": 0.3}
"""How much of the height at hand a layout takes if its words allow."""


def safe_area(size: QSizeF) -> QRectF:
    """Return the part of a picture of *size* in which everything stays."""
    width, height = size.width() * SAFE_AREA, size.height() * SAFE_AREA
    return QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)


def lay_out_overlay(size: QSizeF, card: AirCard, qr_modules: int, layout: OverlayLayout) -> tuple[Mark, ...]:
    """Return what is painted on a picture of *size*, in order.

    *qr_modules* is how many modules the QR code has along a side, its quiet zone included; 0 for none.
    """
    area = _area(size, layout)
    part = Part(0, 0)
    for share, scale in _attempts(size, layout):
        part = _COMPOSERS[layout](OverlayPage(card, qr_modules, area.width(), size.width() < size.height(), scale))
        if part.height <= share * area.height() and part.width <= area.width() + 0.5:
            break
    down = area.height() - part.height
    return part.moved(area.left(), area.top() + (down / 2 if layout == "full-card" else down))


def _area(size: QSizeF, layout: OverlayLayout) -> QRectF:
    area = safe_area(size)
    if size.width() < size.height() and layout != "full-card":
        area.setBottom(size.height() * _PORTRAIT_BOTTOM)
    return area


def _attempts(size: QSizeF, layout: OverlayLayout) -> Iterator[tuple[float, Scale]]:
    """Yield (share of the height at hand, scale), the best first: rather tall than tiny, rather tiny than cut."""
    unit = min(size.width(), size.height()) / 1080
    share, tightest, smallest = _SHARE[layout], _TIGHTER[-1], _PRIME_TIGHTER[-1]
    yield from ((share, Scale(unit, tight, max(tight, _PRIME))) for tight in _TIGHTER)
    yield from ((1.0, Scale(unit, tightest, prime)) for prime in (_PRIME, *_PRIME_TIGHTER))
    yield from ((1.0, Scale(unit, tightest, smallest, floor)) for floor in _TINY)


def _panel(inner: Part, radius: float) -> Part:
    return grounded(inner, "panel", "panel", radius)


def _gold(inner: Part, radius: float) -> Part:
    return grounded(inner, "gold", "gold", radius)


def _lower_third(page: OverlayPage) -> Part:
    return _lower_third_portrait(page) if page.portrait else _lower_third_landscape(page)


def _lower_third_landscape(page: OverlayPage) -> Part:
    across, radius = page.px(40), page.px(28)
    pay = page.pay_stack(page.px(600), 112, 42)
    code = page.code(256, 40)
    pay_width, code_width = pay.width + 2 * across, code.width + page.px(30) if code.marks else 0.0
    room = page.width - pay_width - code_width - 2 * across
    job = _job(page, room, 62, 34, pay)
    if not code.marks:
        room = job.width  # the panel is as wide as its words; with a code, it is at the same place on every card
    height = max(pay.height + page.px(48), job.height + page.px(48), code.height + page.px(40))
    cells = [
        _gold(cell(pay, pay_width, height, across), radius),
        cell(job, room + 2 * across, height, across),
        cell(code, code_width, height),
    ]
    return _panel(beside(cells, 0), radius)


def _lower_third_portrait(page: OverlayPage) -> Part:
    across, radius = page.px(36), page.px(28)
    pay = page.pay_row(page.width - 2 * across, 104, 42)
    gold = _gold(cell(pay, page.width, pay.height + page.px(44), across), radius)
    code = page.code(250, 42)
    code_width = code.width + page.px(36) if code.marks else 0.0
    room = page.width - code_width - 2 * across
    job = _job(page, room, 64, 36, pay)
    height = max(job.height, code.height) + page.px(52)
    body = beside([cell(job, room + 2 * across, height, across), cell(code, code_width, height)], 0)
    return _panel(stacked([gold, body], 0), radius)


def _job(page: OverlayPage, width: float, title_px: float, px: float, pay: Part) -> Part:
    title = page.title(width, title_px, pay)
    head = stacked([title, page.text(page.card.employer, width, px)], page.px(2))
    return stacked([head, page.chips(width, 32), page.text(page.card.place, width, px)], page.px(14))


def _full_card(page: OverlayPage) -> Part:
    return _full_portrait(page) if page.portrait else _full_landscape(page)


def _full_landscape(page: OverlayPage) -> Part:
    across, gap, radius = page.px(72), page.px(72), page.px(44)
    code = page.code(460, 68)
    room = page.width - 2 * across - (code.width + gap if code.marks else 0)
    pay = page.pay_row(room - 2 * page.px(48), 160, 52)
    inner = beside([_full_text(page, room, pay), code], gap)
    return _panel(cell(inner, page.width, inner.height + page.px(120), across), radius)


def _full_portrait(page: OverlayPage) -> Part:
    across, radius = page.px(56), page.px(44)
    room = page.width - 2 * across
    pay = page.pay_stack(room - 2 * page.px(48), 160, 56, least=page.width)
    inner = stacked([_full_text(page, room, pay), page.code(480, 72)], page.px(48), "middle")
    return _panel(cell(inner, page.width, inner.height + page.px(120), across), radius)


def _full_text(page: OverlayPage, width: float, pay: Part) -> Part:
    gold = _gold(cell(pay, width, pay.height + page.px(56), page.px(48)), page.px(32))
    head = stacked([page.title(width, 96, pay, lines=3), page.text(page.card.employer, width, 48)], page.px(6))
    facts = page.texts((page.card.place, page.card.shift), width, 44)
    return stacked([head, gold, page.chips(width, 44), facts], page.px(34))


def _ticker(page: OverlayPage) -> Part:
    return _ticker_portrait(page) if page.portrait else _ticker_landscape(page)


def _ticker_landscape(page: OverlayPage) -> Part:
    across, radius, margin = page.px(32), page.px(24), page.px(20)
    pay = page.pay_stack(page.px(500), 84, 36)
    code = page.code_plate(208, 32)
    pay_width, code_width = pay.width + 2 * across, code.width + margin if code.marks else 0.0
    room = page.width - pay_width - code_width - 2 * across
    job = _ticker_job(page, room, pay)
    if not code.marks:
        room = job.width
    height = max(pay.height, job.height) + page.px(28)
    cells = [
        _gold(cell(pay, pay_width, height, across), radius),
        cell(job, room + 2 * across + code_width, height, across),
    ]
    strip = _panel(beside(cells, 0), radius)
    return _with_plate(strip, code, strip.width - margin, height - page.px(14))


def _ticker_portrait(page: OverlayPage) -> Part:
    across, radius, margin = page.px(36), page.px(24), page.px(20)
    code = page.code_plate(236, 34)
    pay_width = page.width - (code.width + 2 * margin if code.marks else 0)
    pay = page.pay_stack(pay_width - 2 * across, 100, 40)
    gold = _gold(cell(pay, pay_width, pay.height + page.px(36), across), radius)
    job = _ticker_job(page, page.width - 2 * across, pay)
    strip = _panel(stacked([gold, cell(job, page.width, job.height + page.px(40), across)], 0), radius)
    return _with_plate(strip, code, strip.width - margin, gold.height - page.px(4))


def _with_plate(strip: Part, plate: Part, right: float, bottom: float) -> Part:
    """Return *strip* with the lower right corner of *plate* at that place; the plate may rise above the strip."""
    above = max(0.0, plate.height - bottom)
    marks = (*strip.moved(0, above), *plate.moved(right - plate.width, above + bottom - plate.height))
    return Part(strip.width, strip.height + above, marks)


def _ticker_job(page: OverlayPage, width: float, pay: Part) -> Part:
    gap = page.px(24)
    title, chips = page.title(width, 54, pay), page.chips(width, 30)
    together = title.width + gap + chips.width <= width
    head = beside([title, chips], gap) if together else stacked([title, chips], page.px(8))
    return stacked([head, page.one_line((page.card.employer, page.card.place), width, 34)], page.px(6))


_COMPOSERS: dict[OverlayLayout, Callable[[OverlayPage], Part]] = {
    "lower-third": _lower_third,
    "full-card": _full_card,
    "ticker": _ticker,
}
