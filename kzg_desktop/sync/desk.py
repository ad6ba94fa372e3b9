"""The desk: what windows ask (:class:`kzg_desktop.hiring_services.HiringDesk`), answered from this computer alone.

Nothing heavy is imported here, so that a window can show everything cached before the network is even thought of. A
:class:`kzg_desktop.sync.engine.SyncEngine` brings news from the hub and takes the user's actions there.
"""

from __future__ import annotations

import asyncio
import logging
from array import array
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from sqlcipher3 import dbapi2

from kzg_desktop.cache.applicants import (
    applicant_ids,
    applicant_rows,
    cities,
    history,
    known_history,
    person_applications,
    view_counts,
)
from kzg_desktop.cache.applied import Applied
from kzg_desktop.cache.departed import NOTHING_DEPARTED, Departed, applications_of, outlived
from kzg_desktop.cache.feed import backlog, feed_counts, feed_ids, feed_rows, versioned_applications
from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.cache.layout import Position
from kzg_desktop.cache.outbox import Entry
from kzg_desktop.cache.overlay import lay
from kzg_desktop.cache.reader import Rows
from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.clock import Clock, china_day
from kzg_desktop.domain.entities import Application, Job, Versioned
from kzg_desktop.domain.hiring import Colleague, HistoryEntry
from kzg_desktop.domain.views import VIEWS, Moment, View
from kzg_desktop.errors import StoreError
from kzg_desktop.hiring_services import ApplicantQuery, ExportFile, Seekers
from kzg_desktop.services import (
    ActionRefused,
    Backlog,
    DeskEvent,
    ExportsChanged,
    FeedCounts,
    FeedQuery,
    StatusChanged,
    SyncStatus,
)
from kzg_desktop.sync.cached import Cached
from kzg_desktop.sync.events import Events
from kzg_desktop.sync.few_rows import FewRows
from kzg_desktop.sync.recorded import Recorded
from kzg_desktop.wire import Account, MutationResult

__all__ = ["LocalDesk"]

log = logging.getLogger(__name__)

T = TypeVar("T")

_NAMES = "applicant:pii"


class LocalDesk(FewRows):
    """Cache, outbox and what follows from both; it works with no hub at all.

    Make one with :meth:`open`. Everything is called on the loop's thread.
    """

    def __init__(self, files: StoreFiles, clock: Clock) -> None:
        super().__init__()
        self.files = files
        self.clock = clock
        self.changed_outbox = asyncio.Event()
        self.lost_cache = asyncio.Event()
        self.hurry = asyncio.Event()
        self.names_to_forget = False
        self.hub_url = ""
        self.recorded = Recorded(files, clock)
        self._cached = Cached(files, clock, self._on_cache_lost)
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

    @property
    def account_id(self) -> str:
        return self.account.id if self.account is not None else ""

    def names(self) -> dict[str, str]:
        me = {self.account.id: self.account.name} if self.account is not None else {}
        return {one.account_id: one.name for one in self._state.all(Colleague)} | me

    @property
    def quarantined(self) -> list[Path]:
        """Damaged files that were put aside since the start."""
        return [*self.recorded.quarantined, *self._cached.quarantined]

    def sign_up_url(self, broadcast_id: str) -> str:
        return f"{self.hub_url}/apply/{broadcast_id}" if self.hub_url else ""

    def try_again(self) -> None:
        self.hurry.set()

    def refusals(self) -> list[ActionRefused]:
        return list(self._refusals.values())

    async def application(self, application_id: str) -> Versioned | None:
        """Return one application with the revision that an action about it starts from."""
        if application_id in self._state.wanted_applications():
            return self._state.get("application", application_id)
        return (await self._find({application_id})).get(application_id)

    async def feed_ids(self, query: FeedQuery, *, after: int = 0, limit: int = 0) -> array[int]:
        return await self._ask_over(lambda c, over: feed_ids(c, query, after, limit, over), array("q"))

    async def feed_rows(self, numbers: Sequence[int]) -> list[Application]:
        rows: list[Application] = await self._cached.ask(lambda c: feed_rows(c, numbers), [])
        return [self._state.changed_application(row) for row in rows]

    async def feed_counts(self, broadcast_id: str, *, since_minute: int) -> FeedCounts:
        return await self._ask_over(lambda c, over: feed_counts(c, broadcast_id, since_minute, over), FeedCounts())

    async def backlog(self, broadcast_id: str, *, now: int) -> Backlog:
        return await self._cached.ask(lambda c: backlog(c, broadcast_id, now), Backlog())

    # Applicants

    async def applicant_ids(self, query: ApplicantQuery) -> array[int]:
        return await self._ask_over(lambda c, over: applicant_ids(c, query, over), array("q"))

    async def applicant_rows(self, numbers: Sequence[int]) -> list[Versioned]:
        rows: list[Versioned] = await self._cached.ask(lambda c: applicant_rows(c, numbers), [])
        return [self._state.changed(row) for row in rows]

    async def view_counts(self, moment: Moment) -> dict[View, int]:
        none: dict[View, int] = dict.fromkeys(VIEWS, 0)
        return await self._ask_over(lambda c, over: view_counts(c, moment, over), none)

    async def history(self, application_ids: Sequence[str]) -> list[HistoryEntry]:
        found: list[HistoryEntry] = await self._cached.ask(lambda c: history(c, application_ids), [])
        known = {line.id for line in found}
        new = [line for line in self._state.new_history(application_ids) if line.id not in known]
        return sorted([*found, *new], key=lambda line: (line.at, line.id))

    async def person_applications(self, person_ids: Sequence[str]) -> list[Application]:
        rows: list[Versioned] = await self._cached.ask(lambda c: person_applications(c, person_ids), [])
        found = [self._state.changed(row).row for row in rows]
        return [row for row in found if isinstance(row, Application)]

    async def seekers(self, job_id: str) -> Seekers:
        from kzg_desktop.cache.seekers import Waiting, compared, waiting  # noqa: PLC0415 -- rarely wanted, slow to load
        from kzg_desktop.domain.matching import opening_of, takes_anybody  # noqa: PLC0415 -- as above

        job = self.job(job_id)
        if job is None or not self.may("applicant:pii"):
            return Seekers()
        opening, today = opening_of(job, self.vacancy(job_id)), china_day(self.clock.now_ms())
        if not takes_anybody(opening, today):
            return Seekers()
        links = self.person_links()
        found = await self._ask_over(lambda c, over: waiting(c, opening, links, over), Waiting())
        jobs = {each.id: each for each in self._state.all(Job)}
        return await asyncio.to_thread(compared, opening, found, jobs, today)

    async def cities(self) -> list[str]:
        return await self._cached.ask(cities, list[str]())

    async def exports(self) -> list[ExportFile]:
        return await self.recorded.exports()

    async def keep_export(self, path: Path, application_ids: Sequence[str]) -> None:
        await self.recorded.keep_export(path, application_ids)
        self._events.tell(ExportsChanged())

    async def forget_export(self, export_id: str) -> None:
        await self.recorded.forget_export(export_id)
        self._events.tell(ExportsChanged())

    def subscribe(self, callback: Callable[[DeskEvent], None]) -> Callable[[], None]:
        return self._events.subscribe(callback)

    async def ask(self, question: Callable[[dbapi2.Connection], T], default: T) -> T:
        """Return what *question* finds in the cache, on the cache's own thread; *default* while there is no cache."""
        return await self._cached.ask(question, default)

    # Actions

    async def act(self, *actions: Action) -> None:
        async with self._acting:
            await self._look_up({id_ for action in actions for id_ in applications_of(action)})
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

    async def _look_up_all(self) -> None:
        """Have the state hold what the layer is made from and the cache has: applications, and which lines it tells."""
        await self._look_up(self._state.wanted_applications())
        events = self._state.wanted_events()
        self._state.tell_of(await self._cached.ask(lambda c: known_history(c, events), set[str]()) if events else ())

    async def _ask_over(self, question: Callable[[dbapi2.Connection, bool], T], default: T) -> T:
        """Return what *question* finds out, given whether there is an overlay of unconfirmed actions, which is laid."""
        overlay = self._state.overlay()
        return await self._cached.ask(lambda connection: question(connection, lay(connection, overlay)), default)

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
        """Remember who is signed in; where names must be forgotten, on the disk only once they are."""
        before = self.account
        self._state.actor = account.id
        knew_names = self.names_to_forget or (before is not None and _may_hold_names(before))
        self.names_to_forget = knew_names and _NAMES not in account.permissions
        await self.recorded.sign_in(account, for_now=self.names_to_forget)
        if before != account:
            self._events.tell(StatusChanged(self._status))  # what the windows may show depends on it

    async def forget_names(self) -> None:
        """Drop what the cache, recorded actions and the list of exported files tell of applicants.

        The account lost the right to see them. Nobody may be writing to the cache; it has to be built anew.
        """
        departed = Departed(revoked=frozenset(await self.recorded.applications()))
        await asyncio.to_thread(self.recorded.see_off, departed)
        await self._see_off(departed)
        await self._cached.discard()
        await self.recorded.stay()
        self.names_to_forget = False
        self._events.tell(ExportsChanged())

    async def withdraw(self) -> None:
        """Drop the cache and all rights: this device was revoked. What was recorded waits for the next sign-in.

        Nobody may be writing to the cache.
        """
        try:
            await self._cached.discard()
        finally:
            if self.account is not None and self.account.permissions:
                await self.recorded.sign_in(replace(self.account, permissions=[]))
                self._events.tell(StatusChanged(self._status))

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
            await self._refuse(refused)
        if await self._forget_confirmed():  # the page with the outcome was faster than the answer
            self._events.layered(self._state.replay())
        self.set_status()

    async def page_applied(self, applied: Applied) -> None:
        """Show what a page has done to the cache."""
        if self.position is None:
            return  # the file it went into is being put aside
        self._cached.position = applied.position
        for entity, id_, row in applied.rows:
            self._state.put(entity, id_, row)
        if applied.departed != NOTHING_DEPARTED:
            await self._see_off(applied.departed)
        if applied.changed or applied.gone or applied.added or applied.told:
            await self._look_up_all()
        await self._forget_confirmed()
        self._events.applied(applied, self._state.replay())
        self.set_status()

    def hear_time(self, hub_ms: int) -> None:
        """Take note of the hub's time now (UTC ms)."""
        self._state.hub_ahead_ms = hub_ms - self.clock.now_ms()

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
        departed = await self._departed()
        await asyncio.to_thread(self.recorded.see_off, departed)
        await self._see_off(departed)
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
        await self._look_up_all()
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

    async def _refuse(self, entries: Sequence[Entry]) -> None:
        """Take refused actions back and tell why; of an application that has left the view, nothing more is kept."""
        left = [entry.number for entry in entries if self._is_about_one_that_left(entry.decoded())]
        self._state.drop([entry.number for entry in entries])
        self._events.layered(self._state.replay())
        for entry in entries:
            self._keep_refusal(entry)
            if entry.number in self._refusals:
                self._events.tell(self._refusals[entry.number])
        if left:
            for number in left:
                self._refusals.pop(number, None)
            await self.recorded.forget(left)

    def _is_about_one_that_left(self, action: Action | None) -> bool:
        ids = applications_of(action)
        return bool(ids) and self.position is not None and not any(self._state.get("application", id_) for id_ in ids)

    async def _see_off(self, departed: Departed) -> None:
        """Forget the actions that must not outlive what departed; :meth:`LocalState.replay` must follow."""
        pending = {entry.number: entry.decoded() for entry in self._state.pending()}
        gone = [number for number, action in pending.items() if outlived(action, departed, refused=False)]
        refused = [n for n, one in self._refusals.items() if outlived(one.action, departed, refused=True)]
        if gone or refused:
            self._state.drop(gone)
            for number in refused:
                del self._refusals[number]
            await self.recorded.forget([*gone, *refused])  # those that were recorded since the file was cleared of them

    async def _departed(self) -> Departed:
        """Return the applications that recorded actions and exported files tell of, and that the fresh cache has not.

        What became of them, the hub does not say any more.
        """
        known = await self.recorded.applications()
        missing = await self._cached.missing_in_fresh(known) if known else set()
        return Departed(revoked=frozenset(missing))

    def _keep_refusal(self, entry: Entry) -> None:
        action, problem = entry.decoded(), entry.result.problem if entry.result is not None else None
        if action is not None and problem is not None:
            self._refusals[entry.number] = ActionRefused(entry.number, action, problem.type, problem.detail)

    def _on_cache_lost(self) -> None:
        self._state.reset({})
        self._state.replay()
        self._events.everything()
        self.lost_cache.set()


def _may_hold_names(before: Account) -> bool:
    """Whether this desk may hold names that *before* was shown; rights were all taken from a revoked device's."""
    return _NAMES in before.permissions or not before.permissions
