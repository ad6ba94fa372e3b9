"""The pieces of a card as the overlay's layouts use them: pay, job, benefits, facts, seats left and QR code.

Sizes are those of a picture whose shorter side is 1080 pixels; a page scales them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.widgets.overlay_parts import (
    Part,
    Type,
    alike,
    block,
    flow,
    padded,
    spread,
    stacked,
    typeset,
    words,
)

__all__ = ["SMALLEST_TYPE", "OverlayPage", "Scale"]

SMALLEST_TYPE = 28
"""Pixels at a shorter side of 1080: what stays readable on a phone after the stream's compression."""

_BENEFITS = 3
_TITLE_TO_PAY = 0.8
"""Pay is the largest, also where a long text made it small."""

# Viewers read Chinese whatever the host's language is, so these words are not translated.
_SCAN = "扫码报名"
_WAITING = "候补报名中"
_SEATS = "剩 {0:,} 人"


@dataclass(frozen=True, slots=True)
class Scale:
    """``unit``: pixels of the picture per pixel of the design; ``floor``: the smallest type, in pixels of the design.

    Type larger than that is multiplied by ``tight``, or for the pay and the job, which give way last, by ``prime``.
    """

    unit: float
    tight: float = 1.0
    prime: float = 1.0
    floor: float = SMALLEST_TYPE

    def type(self, px: float, color: str = "text", *, prime: bool = False, lines: int = 2) -> Type:
        """Return how text of *px* pixels of the design is set."""
        smallest = math.ceil(self.floor * self.unit)  # at 720p, 28 pixels of the design are 18.67 of the picture
        largest = px * (self.prime if prime else self.tight) * self.unit
        return Type(max(smallest, largest), smallest, color, lines=lines)


@dataclass(frozen=True, slots=True)
class OverlayPage:
    """A card, the width for it in pixels, and the scale.

    ``qr_modules`` is how many modules the QR code has along a side, its quiet zone included; 0 for none.
    """

    card: AirCard
    qr_modules: int
    width: float
    portrait: bool
    scale: Scale

    def px(self, design_px: float) -> float:
        """Return pixels of the picture."""
        return design_px * self.scale.unit

    def pay_stack(self, width: float, px: float, small_px: float, *, least: float = 0.0) -> Part:
        """The figure; under it the unit at the left and the seats left at the right, at least *least* wide."""
        figure = self._figure(width, px)
        unit, seats = self._unit(small_px), self._seats(small_px * 0.86)
        under = spread(unit, seats, max(figure.width, min(width, least)), self.px(20))
        return stacked([figure, under], self.px(6))

    def pay_row(self, width: float, px: float, small_px: float) -> Part:
        """The figure; at the right the unit above the seats left."""
        aside = stacked([self._unit(small_px), self._seats(small_px * 0.88)], self.px(12), "end")
        gap = self.px(28)
        room = width - aside.width - gap if aside.marks else width
        return spread(self._figure(room, px), aside, width, gap)

    def title(self, width: float, px: float, pay: Part, *, lines: int = 2) -> Part:
        """The job, in smaller type than the figure in *pay*."""
        kind = self.scale.type(px, prime=True, lines=lines)
        return words(self.card.title, width, replace(kind, largest=min(kind.largest, _TITLE_TO_PAY * pay.largest_px())))

    def text(self, text: str, width: float, px: float) -> Part:
        """A fact in quieter colour."""
        return words(text, width, self.scale.type(px, "muted"))

    def texts(self, texts: Sequence[str], width: float, px: float) -> Part:
        """Facts of one size, one under the other."""
        return stacked(alike(texts, width, self.scale.type(px, "muted")), self.px(6))

    def one_line(self, texts: Sequence[str], width: float, px: float) -> Part:
        """Facts beside each other, or one under the other where that is too wide."""
        line = words(" · ".join(text for text in texts if text), width, self.scale.type(px, "muted"))
        return line if line.lines() <= 1 else self.texts(texts, width, px)

    def chips(self, width: float, px: float) -> Part:
        """The first three benefits."""
        across, down, radius = self.px(20), self.px(8), self.px(14)
        parts = alike(self.card.benefits[:_BENEFITS], width - 2 * across, self.scale.type(px, "gold_text"))
        chips = [padded(part, "chip", "chip", across=across, down=down, radius=radius) for part in parts]
        return flow(chips, width, self.px(14))

    def code(self, side: float, px: float) -> Part:
        """The QR code on white, and what it is for beneath; empty without a code."""
        code = self._code(side)
        if not code.marks:
            return code
        caption = words(_SCAN, code.width, self.scale.type(px, "gold_text"))
        return stacked([code, caption], self.px(8), "middle")

    def code_plate(self, side: float, px: float) -> Part:
        """The same as one white plate, which can stand on the picture itself."""
        code = self._code(side)
        if not code.marks:
            return code
        caption = words(_SCAN, code.width, self.scale.type(px, "ink"))
        quiet = code.width / self.qr_modules * 2  # the code's own margin is enough above the words
        height = code.height + caption.height - quiet + self.px(12)
        plate = block("plate", code.width, height, "white", self.px(20))
        below = caption.moved((code.width - caption.width) / 2, code.height - quiet)
        return Part(code.width, height, (*plate.marks, *code.marks[1:], *below))

    def _figure(self, width: float, px: float) -> Part:
        return words(self.card.pay, width, self.scale.type(px, "ink_on_gold", prime=True, lines=3))

    def _unit(self, px: float) -> Part:
        kind = self.scale.type(px, "ink_on_gold", prime=True)
        return typeset(self.card.pay_unit, kind) if self.card.pay_unit else Part(0, 0)

    def _seats(self, px: float) -> Part:
        """What is left, as a badge; empty when the job does not say."""
        if self.card.waiting_list:
            text = _WAITING
        elif self.card.headcount is not None:
            text = _SEATS.format(self.card.headcount)
        else:
            return Part(0, 0)
        line = typeset(text, self.scale.type(px, "badge_text", prime=True))
        return padded(line, "badge", "badge", across=self.px(20), down=self.px(5), radius=self.px(14))

    def _code(self, side: float) -> Part:
        if not self.qr_modules:
            return Part(0, 0)
        module = max(1, int(self.px(side) / self.qr_modules))  # whole pixels, or compression blurs the edges
        length = module * self.qr_modules
        plate, code = block("plate", length, length, "white", self.px(18)), block("qr", length, length, "ink")
        return Part(length, length, (*plate.marks, *code.marks))
