"""The desk: what windows ask (:class:`kzg_desktop.services.Desk`), answered from this computer alone.

Nothing heavy is imported here, so that a window can show everything cached before the network is even thought of. A
:class:`kzg_desktop.sync.engine.SyncEngine` brings news from the hub and takes the user's actions there.
"""

from __future__ import annotations

import asyncio
import logging
from array import array
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from kzg_desktop.cache.applied import Applied
from kzg_desktop.cache.feed import feed_counts, feed_ids, feed_rows, versioned_applications
from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.cache.layout import Position
from kzg_desktop.cache.outbox import Entry
from kzg_desktop.cache.reader import Rows
from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import (
    AirEvent,
    AirSegment,
    Application,
    Broadcast,
    Job,
    LineupItem,
    Organization,
    Vacancy,
    Versioned,
)
from kzg_desktop.errors import StoreError
from kzg_desktop.services import (
    ActionRefused,
    DeskEvent,
    FeedCounts,
    FeedQuery,
    StatusChanged,
    SyncStatus,
)
from kzg_desktop.sync.cached import Cached
from kzg_desktop.sync.events import Events
from kzg_desktop.sync.local_state import LocalState, application_of
from kzg_desktop.sync.recorded import Recorded
from kzg_desktop.wire import Account, MutationResult

__all__ = ["LocalDesk"]

log = logging.getLogger(__name__)


class LocalDesk:
    """Cache, outbox and what follows from both; it works with no hub at all.

    Make one with :meth:`open`. Everything is called on the loop's thread.
    """

    def __init__(self, files: StoreFiles, clock: Clock) -> None:
        self.files = files
        self.clock = clock
        self.changed_outbox = asyncio.Event()
        self.lost_cache = asyncio.Event()
        self.hub_url = ""
        self.recorded = Recorded(files, clock)
        self._cached = Cached(files, clock, self._on_cache_lost)
        self._state = LocalState()
        self._refusals: dict[int, ActionRefused] = {}
        self._status = SyncStatus()
        self._events = Events()
        self._acting = asyncio.Lock()
        self._recording: set[asyncio.Task[None]] = set()

    @classmethod
    async def open(cls, data_dir: Path, key: bytes | None, clock: Clock) -> LocalDesk:
        """Open what is in *data_dir* under *key* (32 bytes, or None for files that are not encrypted).

        Without a cache, or with a damaged one, the desk opens empty and an engine fills it.

        Raises:
            StoreError: the folder or the outbox cannot be used.
        """
        await asyncio.to_thread(data_dir.mkdir, parents=True, exist_ok=True)
        desk = cls(StoreFiles(data_dir, key), clock)
        try:
            entries = await desk.recorded.open()
            await desk._take_over(await desk._cached.open(), entries)
        except BaseException:
            await desk.close()
            raise
        return desk

    async def close(self) -> None:
        """Finish what is being recorded and close the files."""
        if self._recording:
            await asyncio.wait(self._recording)
        await self._cached.close()
        await self.recorded.close()

    # Rows

    @property
    def status(self) -> SyncStatus:
        return self._status

    @property
    def account(self) -> Account | None:
        """Who is signed in, or was when this desk last met its hub."""
        return self.recorded.account

    def may(self, permission: str) -> bool:
        return self.account is None or permission in self.account.permissions

    def names(self) -> dict[str, str]:
        return {self.account.id: self.account.name} if self.account is not None else {}

    @property
    def quarantined(self) -> list[Path]:
        """Damaged files that were put aside since the start."""
        return [*self.recorded.quarantined, *self._cached.quarantined]

    def organizations(self) -> list[Organization]:
        return sorted(self._state.all(Organization), key=lambda o: (o.name, o.id))

    def jobs(self) -> list[Job]:
        jobs = [job for job in self._state.all(Job) if not job.archived]
        return sorted(jobs, key=lambda j: (j.hiring_organization, j.title, j.id))

    def job(self, job_id: str) -> Job | None:
        found = self._state.get("job", job_id)
        return found.row if found is not None and isinstance(found.row, Job) else None

    def vacancy(self, job_id: str) -> Vacancy | None:
        found = self._state.get("vacancy", job_id)
        return found.row if found is not None and isinstance(found.row, Vacancy) else None

    def broadcasts(self) -> list[Broadcast]:
        return sorted(self._state.all(Broadcast), key=lambda b: (b.starts_at, b.id), reverse=True)

    def lineup(self, broadcast_id: str) -> list[LineupItem]:
        items = [item for item in self._state.all(LineupItem) if item.broadcast_id == broadcast_id]
        return sorted(items, key=lambda i: (i.position, i.id))

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        return sorted(self._state.segments(broadcast_id), key=lambda s: (s.started_at, s.id))

    def air_events(self, broadcast_id: str) -> list[AirEvent]:
        events = [event for event in self._state.all(AirEvent) if event.broadcast_id == broadcast_id]
        return sorted(events, key=lambda e: (e.at, e.id))

    def sign_up_url(self, broadcast_id: str) -> str:
        return f"{self.hub_url}/apply/{broadcast_id}" if self.hub_url else ""

    def refusals(self) -> list[ActionRefused]:
        return list(self._refusals.values())

    async def application(self, application_id: str) -> Versioned | None:
        """Return one application with the revision that an action about it starts from."""
        if application_id in self._state.wanted_applications():
            return self._state.get("application", application_id)
        return (await self._find({application_id})).get(application_id)

    async def feed_ids(self, query: FeedQuery, *, after: int = 0, limit: int = 0) -> array[int]:
        return await self._cached.ask(lambda c: feed_ids(c, query, after, limit), array("q"))

    async def feed_rows(self, numbers: Sequence[int]) -> list[Application]:
        rows: list[Application] = await self._cached.ask(lambda c: feed_rows(c, numbers), [])
        return [self._state.changed_application(row) for row in rows]

    async def feed_counts(self, broadcast_id: str, *, since_minute: int) -> FeedCounts:
        return await self._cached.ask(lambda c: feed_counts(c, broadcast_id, since_minute), FeedCounts())

    def subscribe(self, callback: Callable[[DeskEvent], None]) -> Callable[[], None]:
        return self._events.subscribe(callback)

    # Actions

    async def act(self, *actions: Action) -> None:
        async with self._acting:
            await self._look_up({id_ for action in actions if (id_ := application_of(action))})
            timed = self._state.judge(actions, self.clock.now_ms())
            # Shielded: once begun, a record must also show, or the two would part until the next start.
            task = asyncio.get_running_loop().create_task(self._record(timed), name="record")
            self._recording.add(task)
            task.add_done_callback(self._recording.discard)
            await asyncio.shield(task)

    async def dismiss(self, number: int) -> None:
        if number in self._refusals:
            await self.recorded.forget([number])
            self._refusals.pop(number, None)
            self.set_status()

    async def _record(self, timed: list[tuple[Action, int]]) -> None:
        writes = self._state.add(await self.recorded.append(timed))
        self._events.written(writes)
        self.set_status()
        self.changed_outbox.set()

    async def _look_up(self, ids: set[str]) -> None:
        """Have the state hold those applications as the cache does."""
        if ids:
            found = await self._find(ids)
            for id_ in ids:
                self._state.put("application", id_, found.get(id_))

    async def _find(self, ids: set[str]) -> dict[str, Versioned]:
        none: dict[str, Versioned] = {}
        return await self._cached.ask(lambda c: versioned_applications(c, ids), none)

    # For the engine

    @property
    def position(self) -> Position | None:
        """How far the cache is; None: it has to be built."""
        return self._cached.position

    def unconfirmed(self, after: int) -> list[Entry]:
        """Return the entries above that number whose outcome is not in the cache yet, by number."""
        return [entry for entry in self._state.pending() if entry.number > after]

    def set_status(self, **changes: object) -> None:
        """Change fields of the status; ``waiting`` and ``refused`` follow by themselves."""
        status = replace(self._status, **changes, waiting=self._state.waiting, refused=len(self._refusals))
        if status != self._status:
            self._status = status
            self._events.tell(StatusChanged(status))

    async def signed_in(self, account: Account) -> None:
        """Remember who is signed in."""
        self._state.actor = account.id
        await self.recorded.sign_in(account)

    async def store_results(self, results: Sequence[MutationResult]) -> None:
        """Keep what the hub made of entries: refused ones leave the screen, applied ones wait for their rows.

        Raises:
            StoreError: it could not be kept; send the entries again later.
        """
        await self.recorded.set_results(results)
        pending = {entry.number: entry for entry in self._state.pending()}
        settled = [replace(pending[result.number], result=result) for result in results if result.number in pending]
        self._state.settle(settled)
        refused = [entry for entry in settled if entry.refused]
        if refused:
            self._refuse(refused)
        if await self._forget_confirmed():  # the page with the outcome was faster than the answer
            self._events.rows(self._state.replay())
        self.set_status()

    async def page_applied(self, applied: Applied) -> None:
        """Show what a page has done to the cache."""
        if self.position is None:
            return  # the file it went into is being put aside
        self._cached.position = applied.position
        for entity, id_, row in applied.rows:
            self._state.put(entity, id_, row)
        if applied.changed or applied.gone or applied.added:
            await self._look_up(self._state.wanted_applications())
        await self._forget_confirmed()
        self._events.applied(applied, self._state.replay())
        self.set_status()

    def mark_stale(self) -> None:
        """Go on showing rows that the hub does not vouch for any more."""
        self._cached.mark_stale()
        self.set_status(stale=True)

    async def put_damaged_aside(self) -> None:
        """Rename a damaged cache; nobody may be writing to it."""
        await self._cached.put_aside()

    def lose_cache(self) -> None:
        """Read no more from a cache that turned out to be damaged."""
        self._cached.lose()

    async def replace_cache(self) -> None:
        """Show the freshly built cache in the place of the old one; nobody may be writing to either."""
        await self._take_over(await self._cached.replace(), self._state.pending())
        self.set_status(stale=False)
        self._events.everything()

    # Inside

    async def _take_over(self, rows: Rows, entries: Iterable[Entry]) -> None:
        """Start from *rows* and *entries* alone."""
        if self.account is not None:
            self._state.actor = self.account.id
        self._state.reset(rows)
        self._state.drop([entry.number for entry in self._state.pending()])
        for entry in entries:
            if entry.refused:
                self._keep_refusal(entry)
            else:
                self._state.add([entry])
        await self._look_up(self._state.wanted_applications())
        await self._forget_confirmed()
        self._state.replay()
        self.set_status(stale=self.position is not None and self.position.stale)

    async def _forget_confirmed(self) -> bool:
        """Drop the entries that the cache holds the outcome of; return whether there were any."""
        acked = self.position.acked if self.position is not None else 0
        done = [entry.number for entry in self._state.pending() if entry.result is not None and entry.number <= acked]
        if done:
            self._state.drop(done)
            try:
                await self.recorded.forget(done)
            except StoreError:
                log.warning("confirmed actions stay in the outbox until the next start", exc_info=True)
        return bool(done)

    def _refuse(self, entries: Sequence[Entry]) -> None:
        self._state.drop([entry.number for entry in entries])
        self._events.rows(self._state.replay())
        self._events.applications(changed=[number for entry in entries if (number := self._number_of(entry))])
        for entry in entries:
            self._keep_refusal(entry)
            if entry.number in self._refusals:
                self._events.tell(self._refusals[entry.number])

    def _number_of(self, entry: Entry) -> int:
        found = self._state.get("application", application_of(entry.decoded()))
        return found.row.n if found is not None and isinstance(found.row, Application) else 0

    def _keep_refusal(self, entry: Entry) -> None:
        action, problem = entry.decoded(), entry.result.problem if entry.result is not None else None
        if action is not None and problem is not None:
            self._refusals[entry.number] = ActionRefused(entry.number, action, problem.type, problem.detail)

    def _on_cache_lost(self) -> None:
        self._state.reset({})
        self._state.replay()
        self._events.everything()
        self.lost_cache.set()
