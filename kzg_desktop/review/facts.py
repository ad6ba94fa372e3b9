"""What a review is made of, read from the cache in one go."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kzg_desktop.domain.entities import AirEvent, AirSegment, Broadcast, LineupItem

__all__ = ["BroadcastFacts", "Sent"]


class Sent(Struct, frozen=True, kw_only=True):
    """An application as a review sees it: no name, no phone. ``at`` is when it was sent (UTC ms).

    ``status`` is its state now, ``steps`` when each state was first come to. ``first_call_at`` is 0 before any call.
    """

    n: int
    at: int
    job_id: str
    employer_id: str = ""
    job_title: str = ""
    channel: str = "form"
    city: str = ""
    age_band: str = ""
    repeat: bool = False
    status: str = "new"
    steps: dict[str, int] = {}
    milestone: int = 0
    exit_reason: str = ""
    first_call_at: int = 0


class BroadcastFacts(Struct, frozen=True, kw_only=True):
    """One broadcast with all that happened on air and all that was sent, each by time."""

    broadcast: Broadcast
    items: Sequence[LineupItem] = ()
    segments: Sequence[AirSegment] = ()
    events: Sequence[AirEvent] = ()
    sent: Sequence[Sent] = ()
    viewers: Sequence[tuple[int, int]] = ()
    views: int = 0
    costs: dict[str, int] = {}
