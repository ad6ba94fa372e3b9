"""The advertisement check of a lineup's cards: once for each job and day, and not before the first paint."""

from __future__ import annotations

import asyncio
import importlib
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from kzg_desktop.domain.entities import Job
from kzg_desktop.tasks import Tasks

if TYPE_CHECKING:
    from kzg_desktop.domain.adcheck import Finding

__all__ = ["AdChecks"]

_SOON_MS = 200
_AT_ONCE = 8
"""Jobs checked before other work has its turn."""

_Key: TypeAlias = tuple[Job, date]


class AdChecks(QObject):
    """Answers from what was checked; what was not is checked soon, and `changed` tells."""

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._done: dict[_Key, list[Finding]] = {}
        self._waiting: dict[_Key, None] = {}
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(lambda: self._tasks.spawn("live.adcheck", self._work()))

    def known(self, job: Job, today: date) -> list[Finding] | None:
        """Return the findings, or None while they are not known yet."""
        key = (job, today)  # not by the version's number: a refused edit has the same as the one before it
        if key not in self._done:
            self._waiting[key] = None
            if not self._soon.isActive() and not self._tasks.running("live.adcheck"):
                self._soon.start()
        return self._done.get(key)

    def sure(self, job: Job, today: date) -> list[Finding]:
        """Return the findings, checking now if need be: before a take nothing is guessed."""
        key = (job, today)
        if key not in self._done:
            self._check(key)
        return self._done[key]

    def stop(self) -> None:
        """Do nothing more."""
        self._soon.stop()
        self._waiting.clear()
        self._tasks.cancel("live.adcheck")

    async def _work(self) -> None:
        await asyncio.to_thread(importlib.import_module, "kzg_desktop.domain.adcheck")
        while self._waiting:
            for key in list(self._waiting)[:_AT_ONCE]:
                self._check(key)
            await asyncio.sleep(0)
        self.changed.emit()

    def _check(self, key: _Key) -> None:
        from kzg_desktop.domain.adcheck import check_job  # noqa: PLC0415 - loaded after the first paint

        self._waiting.pop(key, None)
        self._done[key] = check_job(key[0], today=key[1])
