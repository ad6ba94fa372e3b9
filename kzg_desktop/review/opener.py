"""Which card should open the next show, and why."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kzg_desktop.review.cards import CardResult
from kzg_desktop.review.compare import Tempo, faster, tempo

__all__ = ["Opener", "opener"]


class Opener(Struct, frozen=True, kw_only=True):
    """The card that brought the most applications a minute, and how sure that is.

    ``than`` is the runner-up. ``sure``: the intervals of the two do not touch.
    """

    card: CardResult
    tempo: Tempo
    than: CardResult | None
    than_tempo: Tempo | None
    sure: bool


def opener(cards: Sequence[CardResult]) -> Opener | None:
    """Return the card to open with; None where no card was on air long enough with enough applications to tell."""
    timed = [(card, tempo(len(card.sent), card.on_air_s)) for card in cards if card.per_minute is not None]
    told = [found for found in timed if not found[1].too_few]
    if not told:
        return None
    ranked = sorted(told, key=lambda found: -(found[1].value or 0.0))
    (card, best), second = ranked[0], ranked[1] if len(ranked) > 1 else None
    return Opener(
        card=card,
        tempo=best,
        than=second[0] if second is not None else None,
        than_tempo=second[1] if second is not None else None,
        sure=second is not None and faster(best, second[1]) is True,
    )
