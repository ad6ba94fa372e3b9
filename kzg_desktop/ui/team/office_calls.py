"""Asking the hub from a page: progress when it takes a while, and an end to it when the page is left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from kzg_desktop.errors import HubUnreachable, KzgError
from kzg_desktop.hiring_services import Office
from kzg_desktop.tasks import Tasks

__all__ = ["BusyLine", "OfficeCalls"]

T = TypeVar("T")

SHOW_AFTER_MS = 500
"""What is done sooner needs no sign that it runs."""


class OfficeCalls(QObject):
    """Calls by name; a new one of a name ends the one before. ``office`` is None while the hub is away.

    ``busy_changed`` says that something has run for half a second, and later that nothing runs any more. ``failed``
    carries the errors of calls that handle none themselves.
    """

    busy_changed = Signal(bool)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, prefix: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office: Office | None = None
        self._tasks = tasks
        self._prefix = prefix
        self._names: set[str] = set()
        self._running = 0
        self._shown = False
        self._stopped = False
        self._timer = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._timer.timeout.connect(self._on_slow)

    def run(
        self,
        name: str,
        call: Callable[[Office], Awaitable[T]],
        done: Callable[[T], object],
        failed: Callable[[KzgError], object] | None = None,
    ) -> None:
        """Make *call* and hand its result to *done*, or its error to *failed*; they are the last thing it does."""
        fail = failed or self.failed.emit
        office = self.office
        if office is None:
            fail(HubUnreachable("not connected to a hub"))
            return
        self._names.add(name)
        self._tasks.spawn(f"{self._prefix}.{name}", self._do(call, office, done, fail))

    def running(self, name: str) -> bool:
        """Whether a call of that name has not ended."""
        return self._tasks.running(f"{self._prefix}.{name}")

    def cancel(self, *names: str) -> None:
        """End those calls, or all when none is named."""
        for name in names or tuple(self._names):
            self._tasks.cancel(f"{self._prefix}.{name}")

    def stop(self) -> None:
        """End all calls for good; whoever asked is about to go."""
        self._stopped = True
        self.cancel()

    async def _do(
        self,
        call: Callable[[Office], Awaitable[T]],
        office: Office,
        done: Callable[[T], object],
        failed: Callable[[KzgError], object],
    ) -> None:
        with self._counted():
            try:
                result = await call(office)
            except KzgError as error:
                if not self._stopped:
                    failed(error)
                return
            if not self._stopped:
                done(result)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self._running += 1
        if self._running == 1:
            self._timer.start()
        try:
            yield
        finally:
            self._running -= 1
            if not self._running and not self._stopped:  # else the timer may be gone with its window
                self._timer.stop()
                self._show(busy=False)

    def _on_slow(self) -> None:
        self._show(busy=True)

    def _show(self, *, busy: bool) -> None:
        if busy != self._shown:
            self._shown = busy
            self.busy_changed.emit(busy)


class BusyLine(QProgressBar):
    """A thin line that moves while calls run; its room stays, so that nothing jumps."""

    def __init__(self, calls: OfficeCalls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Asking the hub"))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()
        calls.busy_changed.connect(self.setVisible)
