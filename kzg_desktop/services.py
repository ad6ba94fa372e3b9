"""What windows ask of the rest of the program, without knowing how it is done."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Literal, Protocol, TypeAlias

from msgspec import Struct

from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.entities import (
    AirEvent,
    AirSegment,
    Application,
    Broadcast,
    Job,
    LineupItem,
    Organization,
    Vacancy,
)
from kzg_desktop.domain.figures import Viewers

__all__ = [
    "MOST_BACKLOG",
    "ActionRefused",
    "ApplicationsChanged",
    "Backlog",
    "Desk",
    "DeskEvent",
    "ExportsChanged",
    "FeedCounts",
    "FeedQuery",
    "HistoryChanged",
    "LinkState",
    "RowsChanged",
    "StatusChanged",
    "SyncStatus",
]

LinkState: TypeAlias = Literal["starting", "live", "catching_up", "offline", "sign_in", "upgrade"]


class SyncStatus(Struct, frozen=True, kw_only=True):
    """How the desktop stands with its hub.

    ``synced_at`` is when the hub last answered (UTC ms, 0 never). ``done`` of ``total`` counts rows or changes while
    catching up. ``waiting`` counts the user's actions not yet confirmed, ``refused`` those the hub refused and the user
    has not dismissed. ``stale``: the rows are from before a restore of the hub, and being replaced.
    """

    state: LinkState = "starting"
    synced_at: int = 0
    offline_since: int = 0
    done: int = 0
    total: int = 0
    waiting: int = 0
    refused: int = 0
    stale: bool = False
    detail: str = ""


class FeedQuery(Struct, frozen=True, kw_only=True):
    """Which applications to list, newest first. Empty fields do not filter; ``text`` is searched in all of a row."""

    broadcast_id: str = ""
    job_id: str = ""
    channel: str = ""
    text: str = ""


class FeedCounts(Struct, frozen=True, kw_only=True):
    """Figures of one broadcast: ``by_job`` applications by job id, ``per_minute`` by UTC minute (ms // 60,000)."""

    total: int = 0
    repeats: int = 0
    by_job: dict[str, int] = {}
    per_minute: dict[int, int] = {}


class Backlog(Struct, frozen=True):
    """How far HR is behind with a broadcast: how many wait for a call, and how many of them for too long.

    Counting ends at :data:`MOST_BACKLOG`; a host needs no more than that.
    """

    waiting: int = 0
    overdue: int = 0


MOST_BACKLOG = 10_000


class RowsChanged(Struct, frozen=True):
    """Rows of small entities (jobs, lineups, segments …) changed; read them again."""

    entities: frozenset[str]


class ApplicationsChanged(Struct, frozen=True):
    """Applications changed in the cache.

    ``changed`` and ``gone`` hold arrival numbers of rows that were there before; rows that are new have numbers that a
    fresh query finds. ``reset``: anything may have changed.
    """

    added: int = 0
    changed: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()
    reset: bool = False


class HistoryChanged(Struct, frozen=True):
    """What was done about these applications (by id) changed: read their histories again."""

    applications: frozenset[str]


class ExportsChanged(Struct, frozen=True):
    """The list of exported files changed, or one of them became outdated: read it again."""


class StatusChanged(Struct, frozen=True):
    """The link to the hub changed."""

    status: SyncStatus


class ActionRefused(Struct, frozen=True):
    """The hub refused one of the user's actions: *number* to dismiss it, and why."""

    number: int
    action: Action
    type: str
    detail: str


DeskEvent: TypeAlias = (
    RowsChanged | ApplicationsChanged | HistoryChanged | ExportsChanged | StatusChanged | ActionRefused
)


class Desk(Protocol):
    """The user's view: the cache plus what the user did that the hub has not confirmed yet.

    Rows of small entities are in memory and answer at once. Applications are many: their queries run on a thread of
    their own and are awaited. Everything is called on the loop's thread, and events arrive there.
    """

    @property
    def status(self) -> SyncStatus: ...

    def may(self, permission: str) -> bool:
        """Whether the user has that right, as far as this desktop knows; the hub decides."""

    def names(self) -> dict[str, str]:
        """Return the names of the people that this desktop knows, by account id."""

    def organizations(self) -> list[Organization]:
        """Return all organisations by name."""

    def jobs(self) -> list[Job]:
        """Return all jobs that are not archived, by employer and title."""

    def job(self, job_id: str) -> Job | None:
        """Return one job, archived or not."""

    def vacancy(self, job_id: str) -> Vacancy | None:
        """Return how far a job is filled, None when nobody has said anything yet."""

    def broadcasts(self) -> list[Broadcast]:
        """Return all broadcasts, the latest first."""

    def lineup(self, broadcast_id: str) -> list[LineupItem]:
        """Return the broadcast's lineup in order, skipped items included."""

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        """Return the broadcast's air segments by start, rehearsals included."""

    def air_events(self, broadcast_id: str) -> list[AirEvent]:
        """Return the broadcast's as-run log, oldest first."""

    def viewers(self, broadcast_id: str) -> Viewers | None:
        """Return who watched the broadcast, None while nobody has told."""

    def card_costs(self, broadcast_id: str) -> dict[str, int]:
        """Return what the broadcast's cards cost (yuan) by job id, where it is known."""

    def sign_up_url(self, broadcast_id: str) -> str:
        """Return the address of the broadcast's sign-up page, "" while no hub has been met since the start."""

    def try_again(self) -> None:
        """Try to reach the hub now, instead of waiting for the next attempt."""

    def refusals(self) -> list[ActionRefused]:
        """Return the refused actions that the user has not dismissed."""

    async def act(self, *actions: Action) -> None:
        """Do something, in order: recorded on disk first, then shown, then sent.

        Raises:
            Refusal: the rules do not allow it, judged by what this desktop knows.
            StoreError: it could not be recorded; nothing happened.
        """

    async def dismiss(self, number: int) -> None:
        """Forget a refused action."""

    async def feed_ids(self, query: FeedQuery, *, after: int = 0, limit: int = 0) -> array[int]:
        """Return arrival numbers that match, greatest first; only those above *after*, at most *limit* if not 0."""

    async def feed_rows(self, numbers: Sequence[int]) -> list[Application]:
        """Return the applications with those arrival numbers, in that order; missing ones are left out."""

    async def feed_counts(self, broadcast_id: str, *, since_minute: int) -> FeedCounts:
        """Return the broadcast's figures; ``per_minute`` from *since_minute* on."""

    async def backlog(self, broadcast_id: str, *, now: int) -> Backlog:
        """Return how far HR is behind with the broadcast's applications at *now* (UTC ms)."""

    def subscribe(self, callback: Callable[[DeskEvent], None]) -> Callable[[], None]:
        """Call *callback* with every event from now on; the returned function ends that."""
