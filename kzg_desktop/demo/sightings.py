"""When each application became visible, measured where it counts: at the paint of the view that shows it."""

from __future__ import annotations

import time
from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtWidgets import QAbstractItemView

from kzg_desktop.domain.entities import Application
from kzg_desktop.models.application_table import ApplicationTable

__all__ = ["Latency", "Sightings", "percentile"]


class Latency(Struct, kw_only=True):
    """Milliseconds from sending the form to the row on screen; None when nothing was measured."""

    p50: float | None = None
    p99: float | None = None


class Sightings(QObject):
    """Notes when a row's view was first painted after the row came in.

    Times are of the monotonic clock, which all threads and, on one machine, all processes share.
    """

    def __init__(self, table: ApplicationTable, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._table = table
        self._unpainted: list[int] = []
        self.seen_at: dict[int, float] = {}
        """Monotonic seconds of the first paint, by arrival number."""
        self._sent_at: dict[str, float] = {}
        table.rowsInserted.connect(self._on_rows_inserted)
        view.viewport().installEventFilter(self)

    def on_accepted(self, application_id: str, sent_at_s: float, _answered_at_s: float) -> None:
        """Note when a form was sent; may be called on any thread."""
        self._sent_at[application_id] = sent_at_s

    def latency(self, rows: Iterable[Application]) -> Latency:
        """Return the figures over the *rows* whose sending and painting were both noted."""
        waits = sorted(
            (self.seen_at[row.n] - self._sent_at[row.id]) * 1000
            for row in rows
            if row.n in self.seen_at and row.id in self._sent_at
        )
        if not waits:
            return Latency()
        return Latency(p50=round(percentile(waits, 50), 1), p99=round(percentile(waits, 99), 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._unpainted:
            now = time.monotonic()
            self.seen_at |= dict.fromkeys(self._unpainted, now)
            self._unpainted.clear()
        return super().eventFilter(watched, event)

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._unpainted += [self._table.number_at(row) for row in range(first, last + 1)]


def percentile(ordered: list[float], percent: float) -> float:
    """Return the value that *percent* of the sorted values do not exceed."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]
