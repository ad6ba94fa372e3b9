"""What the live desk knows of the broadcast it shows, and the cue, which is its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kzg_desktop.domain.attribution import open_segment
from kzg_desktop.domain.clock import Clock, china_day
from kzg_desktop.domain.entities import AirSegment, Broadcast, Job, LineupItem, Mode, Vacancy
from kzg_desktop.domain.guards import Obstacle, light_of, obstacles
from kzg_desktop.domain.lineup import LineupRow, Standing, lineup_rows, next_item
from kzg_desktop.domain.rundown import Rundown, SteadyClock, of_mode, rundown
from kzg_desktop.domain.suggest import Suggestion, suggest_next
from kzg_desktop.domain.vacancy import seats_left
from kzg_desktop.services import Desk, FeedCounts
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.ad_checks import AdChecks

if TYPE_CHECKING:
    from kzg_desktop.domain.adcheck import Finding

__all__ = ["Stage"]

_CHECK_AFTER_S = 0.3


class Stage(QObject):
    """One broadcast as the desk has it now. Panes read it and repaint when it says `changed`."""

    changed = Signal()
    broadcast_opened = Signal()
    """Another broadcast is shown."""

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.checks = AdChecks(tasks, clock, self, name="live", after_s=_CHECK_AFTER_S)
        self.checks.checked.connect(self.changed)
        self._steady = SteadyClock(clock)
        self._broadcast_id = ""
        self._cued_id: str | None = None
        self.broadcast: Broadcast | None = None
        self.items: list[LineupItem] = []
        self.segments: list[AirSegment] = []
        self.counts = FeedCounts()

    @property
    def broadcast_id(self) -> str:
        """The id of the broadcast shown, "" for none."""
        return self._broadcast_id

    @property
    def mode(self) -> Mode:
        """Whether the broadcast is prepared, rehearsed or on air; "prepare" without one."""
        return self.broadcast.mode if self.broadcast is not None else "prepare"

    @property
    def on_air(self) -> AirSegment | None:
        """What is on air."""
        return open_segment(self.segments)

    @property
    def next(self) -> LineupItem | None:
        """The card that a take would show: the cued one, else the one after the last taken."""
        return next_item(self.items, self.segments, self._cued_id)

    @property
    def cued_id(self) -> str | None:
        """The item that somebody cued, None while the lineup's order decides."""
        return self._cued_id

    def job(self, item: LineupItem) -> Job | None:
        """Return the item's job."""
        return self._desk.job(item.job_id)

    def vacancy(self, job_id: str) -> Vacancy | None:
        """Return how far a job is filled."""
        return self._desk.vacancy(job_id)

    def today(self) -> date:
        """Return the day in China, by which an advertisement is valid or not."""
        return china_day(self.now_ms())

    def findings(self, job: Job) -> Sequence[Finding]:
        """Return what the advertisement check finds, checked now if need be: before a take nothing is guessed."""
        known = self.checks.known(job)
        return known if known is not None else self.checks.now(job)

    def obstacles(self, item: LineupItem) -> list[Obstacle]:
        """Return what stands against taking the item's card, all of it checked."""
        job = self.job(item)
        if job is None:
            return []
        return obstacles(job, self.vacancy(job.id), self.findings(job), self.today())

    def suggestion(self) -> Suggestion | None:
        """Return the card that the figures so far speak for, None when none can be shown."""
        if self.broadcast is None or self.mode == "prepare":
            return None
        jobs = {job.id: job for item in self.items if (job := self.job(item)) is not None}
        vacancies = {id_: found for id_ in jobs if (found := self.vacancy(id_)) is not None}
        on_air = self.on_air
        return suggest_next(
            [item for item in self.items if not self._held_back(jobs.get(item.job_id))],
            jobs,
            self.segments,
            self.counts.by_job,
            vacancies,
            self.now_ms(),
            on_air_item_id=on_air.item_id if on_air is not None else None,
        )

    def _held_back(self, job: Job | None) -> bool:
        """Whether the advertisement check, as far as it has come, would stop a take."""
        findings = self.checks.known(job) if job is not None else None
        return any(finding.level == "block" for finding in findings or ())

    def number(self, item_id: str) -> int:
        """Return the item's place in the lineup from 1 on, 0 when it is not there."""
        return next((i for i, item in enumerate(self.items, 1) if item.id == item_id), 0)

    def rows(self) -> list[LineupRow]:
        """Return the lineup as lines."""
        on_air, upcoming, today = self.on_air, self.next, self.today()
        return lineup_rows(
            self.items,
            [self._standing(item, today) for item in self.items],
            on_air_id=on_air.item_id if on_air else None,
            next_id=upcoming.id if upcoming else None,
            shown={segment.item_id for segment in self.segments},
            applications=self.counts.by_job,
        )

    def _standing(self, item: LineupItem, today: date) -> Standing | None:
        job = self.job(item)
        if job is None:
            return None
        findings, vacancy = self.checks.known(job), self.vacancy(job.id)
        against = obstacles(job, vacancy, findings or (), today)
        return Standing(
            job=job,
            light=light_of(against, warned=any(finding.level == "warn" for finding in findings or ())),
            obstacle=next((obstacle.code for obstacle in against), None),
            seats_left=seats_left(job, vacancy),
        )

    def now_ms(self) -> int:
        """Return the time of day that clocks on this page show."""
        return self._steady.now_ms()

    def rundown(self) -> Rundown | None:
        """Return where the broadcast stands now, None without one."""
        if self.broadcast is None:
            return None
        return rundown(self.broadcast, self.items, self.segments, self.now_ms())

    def open(self, broadcast_id: str) -> None:
        """Show another broadcast; "" shows none."""
        self._broadcast_id = broadcast_id
        self._cued_id = None
        self.counts = FeedCounts()
        self.refresh()
        self.broadcast_opened.emit()

    def refresh(self) -> None:
        """Read the rows again."""
        was_on_air = self.on_air
        id_ = self._broadcast_id
        self.broadcast = next((b for b in self._desk.broadcasts() if b.id == id_), None)
        self.items = self._desk.lineup(id_) if id_ else []
        self.segments = of_mode(self.broadcast, self._desk.segments(id_)) if self.broadcast is not None else []
        self._keep_time(was_on_air, self.on_air)
        self.checks.cover(job for item in self.items if (job := self.job(item)) is not None)
        self.changed.emit()

    def begin(self, segment_id: str) -> None:
        """Count from nothing the card that was taken here this moment, whatever this computer's clock says."""
        if self.on_air is not None and self.on_air.id == segment_id:
            self._steady.align(self.on_air.started_at)

    def _keep_time(self, before: AirSegment | None, now: AirSegment | None) -> None:
        """Go on counting when the hub puts its own time in the place of this computer's."""
        if before is not None and now is not None and before.id == now.id:
            self._steady.align(self._steady.now_ms() + now.started_at - before.started_at)
        elif before != now:
            self._steady.resync()

    def count(self, counts: FeedCounts) -> None:
        """Take over new figures; equal ones may stand for another minute."""
        self.counts = counts
        self.changed.emit()

    def cue(self, item_id: str | None) -> None:
        """Make this card the next; None leaves it to the order of the lineup."""
        self._cued_id = item_id
        self.changed.emit()
