"""What the studio shows to viewers and tells to controllers, as whole states with a revision."""

from __future__ import annotations

from typing import Literal, Protocol, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.domain.entities import Mode

__all__ = ["CardClock", "ControlState", "Controls", "Outcome", "OutcomeCode", "OverlayState", "Slot"]


class OverlayState(Struct, frozen=True, kw_only=True):
    """All that the overlay needs. ``revision`` grows with every change; ``card`` None: nothing is on air.

    ``sign_up_url`` is what the QR code holds, "" when viewers cannot sign up (yet).
    """

    revision: int = 0
    card: AirCard | None = None
    sign_up_url: str = ""


class Slot(Struct, frozen=True, kw_only=True):
    """A card of the lineup as a controller names it: ``number`` is its place from 1 on, 0 once it was taken out."""

    item_id: str
    number: int
    title: str
    employer: str
    pay: str
    light: Literal["ok", "warn", "block"] = "ok"


class CardClock(Struct, frozen=True, kw_only=True):
    """The clock of the card on air, in seconds; ``over_s`` is negative before its planned end."""

    elapsed_s: int
    planned_s: int
    over_s: int
    phase: Literal["ok", "warning", "danger"]


class ControlState(Struct, frozen=True, kw_only=True):
    """What a controller's keys can show. Times are UTC ms."""

    revision: int = 0
    broadcast_id: str = ""
    broadcast: str = ""
    mode: Mode = "prepare"
    on_air: Slot | None = None
    clock: CardClock | None = None
    next: Slot | None = None
    ends_at: int = 0
    drift_s: int = 0
    applications: int = 0


OutcomeCode: TypeAlias = Literal[
    "done", "too-soon", "not-live", "nothing-next", "nothing-on-air", "blocked", "full", "failed"
]


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of a command; ``detail`` is for a person.

    ``blocked``: the advertisement check stands against the card, or HR paused the job. ``full``: no seat is left.
    Both need a confirmation at the desk.
    """

    code: OutcomeCode
    detail: str = ""

    @property
    def done(self) -> bool:
        return self.code == "done"


class Controls(Protocol):
    """The desk's hands, for controllers. Everything is called on the desk's own loop."""

    def state(self) -> ControlState:
        """Return where the broadcast stands now."""

    async def take(self, trigger: str) -> Outcome:
        """Put the next card on air."""

    async def clear(self, trigger: str) -> Outcome:
        """Take the card off air."""

    async def cue_following(self) -> Outcome:
        """Make the card after the next one the next."""

    async def cue_preceding(self) -> Outcome:
        """Make the card before the next one the next."""

    async def cue(self, number: int) -> Outcome:
        """Make the card at that place of the lineup the next."""

    async def add_time(self, seconds: int) -> Outcome:
        """Plan the card on air for that much longer; negative for shorter."""
