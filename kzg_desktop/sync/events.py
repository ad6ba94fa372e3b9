"""Telling windows what changed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from kzg_desktop.cache.applied import Applied
from kzg_desktop.cache.layout import MANY, SMALL
from kzg_desktop.domain.actions import Write
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import HistoryEntry
from kzg_desktop.services import ApplicationsChanged, DeskEvent, ExportsChanged, HistoryChanged, RowsChanged
from kzg_desktop.sync.local_state import Layered

__all__ = ["Events"]

log = logging.getLogger(__name__)


class Events:
    """Passes events on to whoever subscribed; one that fails does not keep others from hearing."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[DeskEvent], None]] = []

    def subscribe(self, callback: Callable[[DeskEvent], None]) -> Callable[[], None]:
        """Call *callback* with every event from now on; the returned function ends that."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback) if callback in self._callbacks else None

    def tell(self, event: DeskEvent) -> None:
        """Tell one event."""
        for callback in tuple(self._callbacks):
            try:
                callback(event)
            except Exception:
                log.exception("a subscriber failed over %s", type(event).__name__)

    def rows(self, entities: Iterable[str]) -> None:
        """Tell that rows of these entities changed; of applications it is told by number."""
        few = frozenset(entities) - MANY
        if few:
            self.tell(RowsChanged(few))

    def applications(self, *, added: int = 0, changed: Iterable[int] = (), gone: Iterable[int] = ()) -> None:
        """Tell what became of applications, if anything did."""
        event = ApplicationsChanged(added, frozenset(changed), frozenset(gone))
        if event != ApplicationsChanged():
            self.tell(event)

    def histories(self, application_ids: Iterable[str]) -> None:
        """Tell whose history has changed, if anybody's did."""
        ids = frozenset(application_ids)
        if ids:
            self.tell(HistoryChanged(ids))

    def layered(self, layered: Layered) -> None:
        """Tell what looks different since the unconfirmed actions are others."""
        self.rows(layered.entities)
        self.applications(changed=layered.applications)
        self.histories(layered.histories)

    def applied(self, applied: Applied, layered: Layered) -> None:
        """Tell what a page changed, and what may look different over it."""
        self.rows(layered.entities.union(entity for entity, _, _ in applied.rows))
        changed = applied.changed | layered.applications - applied.gone
        self.applications(added=applied.added, changed=changed, gone=applied.gone)
        self.histories(applied.told | layered.histories)
        if applied.exports:
            self.tell(ExportsChanged())

    def written(self, writes: Iterable[Write]) -> None:
        """Tell what the user's own actions changed."""
        found = list(writes)
        self.rows(write.entity for write in found)
        self.applications(changed=[write.row.n for write in found if isinstance(write.row, Application)])
        self.histories(write.row.application_id for write in found if isinstance(write.row, HistoryEntry))

    def everything(self) -> None:
        """Tell that anything may have changed."""
        self.rows(SMALL)
        self.tell(ApplicationsChanged(reset=True))
        self.tell(ExportsChanged())
