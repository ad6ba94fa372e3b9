"""The advertisement check of many jobs: in slices between other work, those that are on screen first."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Iterable, Sequence
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from kzg_desktop.domain.clock import Clock, china_day
from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.guards import Light, findings_light
from kzg_desktop.tasks import Tasks

if TYPE_CHECKING:  # the rules take a while to load, and the list shows before
    from kzg_desktop.domain.adcheck import Finding

__all__ = ["AdChecks"]

_SLICE_S = 0.006
_REST_S = 0.004
_TOLD_EVERY_S = 0.15
"""Lists show what is new that often: each time they look at all their rows."""


class _Checked(NamedTuple):
    job: Job
    findings: Sequence[Finding]
    light: Light


class AdChecks(QObject):
    """What the check finds in each job, once for each version and day. ``checked``: more is known now.

    *name* tells one from another among the tasks. Work begins *after_s* later, where a first paint must not wait.
    """

    checked = Signal()

    def __init__(
        self, tasks: Tasks, clock: Clock, parent: QObject | None = None, *, name: str = "jobs", after_s: float = 0.0
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task = f"{name}.adcheck"
        self._after_s = after_s
        self._clock = clock
        self._day = self.today()
        self._known: dict[str, _Checked] = {}
        self._waiting: dict[str, Job] = {}
        self._urgent: dict[str, Job] = {}
        self._working = False

    def today(self) -> date:
        """Return the day in China, by which an offer is valid or not."""
        return china_day(self._clock.now_ms())

    def cover(self, jobs: Iterable[Job]) -> None:
        """Check these jobs and forget all others."""
        self._new_day()
        jobs_by_id = {job.id: job for job in jobs}
        self._known = {id_: found for id_, found in self._known.items() if id_ in jobs_by_id}
        self._urgent.clear()
        self._waiting = {id_: job for id_, job in jobs_by_id.items() if not self._holds(job)}
        self._work_on()

    def known(self, job: Job) -> Sequence[Finding] | None:
        """Return the findings, None while they are not known yet."""
        return self._known[job.id].findings if self._holds(job) else None

    def light(self, job: Job) -> Light | None:
        """Return the light for the findings, None while they are not known yet."""
        return self._known[job.id].light if self._holds(job) else None

    def hurry(self, job: Job) -> None:
        """Check *job* before others: somebody is looking at it."""
        if job.id in self._waiting:
            self._urgent[job.id] = job

    def now(self, job: Job) -> Sequence[Finding]:
        """Return the findings, checking at once."""
        return _check(job, self.today())

    def stop(self) -> None:
        """Check nothing more."""
        self._waiting.clear()
        self._urgent.clear()
        self._tasks.cancel(self._task)

    def _new_day(self) -> None:
        if self._day != self.today():
            self._day = self.today()
            self._known.clear()

    def _holds(self, job: Job) -> bool:
        held = self._known.get(job.id)
        # not by the version's number alone: a refused edit and the one that came before it have the same
        return held is not None and (held.job is job or held.job == job)

    def _work_on(self) -> None:
        if self._waiting and not self._working:
            self._working = True
            self._tasks.spawn(self._task, self._work())

    async def _work(self) -> None:
        try:
            await asyncio.sleep(self._after_s)
            await asyncio.to_thread(importlib.import_module, "kzg_desktop.domain.adcheck")
            while self._waiting:
                told_at = perf_counter()
                while self._waiting and perf_counter() - told_at < _TOLD_EVERY_S:
                    self._slice()
                    await asyncio.sleep(_REST_S)
                self.checked.emit()
        finally:
            self._working = False

    def _slice(self) -> None:
        until = perf_counter() + _SLICE_S
        while self._waiting and perf_counter() < until:
            id_ = next(iter(self._urgent or self._waiting))
            self._urgent.pop(id_, None)
            job = self._waiting.pop(id_, None)
            if job is not None:
                findings = _check(job, self._day)
                self._known[id_] = _Checked(job, findings, findings_light(findings))


def _check(job: Job, today: date) -> Sequence[Finding]:
    from kzg_desktop.domain.adcheck import check_job  # noqa: PLC0415 - loaded on a thread before

    return check_job(job, today=today)
