"""Who else looks at the applicant, told by the hub while it can be reached, and nothing otherwise."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, Signal

from kzg_desktop.errors import HubError
from kzg_desktop.hiring_services import Office
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.words import name_words
from kzg_desktop.wire_office import Looking

__all__ = ["Onlookers"]

_TASK = "hr.presence"
_SETTLED_S = 0.2
"""Whoever runs through the list looks at nobody."""
_RETRY_S = 3.0


class Onlookers(QObject):
    """Tells the hub at whom the user looks, and keeps who else does."""

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._office: Office | None = None
        self._application_id = ""
        self._looking: list[Looking] = []

    @property
    def names(self) -> list[str]:
        """Who else looks at the applicant."""
        here = (seen for seen in self._looking if seen.application_id == self._application_id)
        return [name_words(seen.account_id, seen.name) for seen in here]

    def set_office(self, office: Office | None) -> None:
        """Ask that office from now on; None while the hub is away."""
        if office is self._office:
            return
        self._office = office
        self._begin()

    def look_at(self, application_id: str) -> None:
        """Say that the user looks at that application, "" for none."""
        if application_id != self._application_id:
            self._application_id = application_id
            self.changed.emit()
            self._begin()

    def stop(self) -> None:
        """Look at nothing any more, without a word: the hub forgets by itself."""
        self._tasks.cancel(_TASK)
        self._office = None

    def _begin(self) -> None:
        if self._office is None:
            self._tasks.cancel(_TASK)
            self._keep([])
            return
        self._tasks.spawn(_TASK, self._watch(self._office, self._application_id))

    async def _watch(self, office: Office, application_id: str) -> None:
        await asyncio.sleep(_SETTLED_S)
        known = 0
        while True:
            try:
                presence = await office.look_at(application_id, known)
            except HubError:
                self._keep([])
                await asyncio.sleep(_RETRY_S)
                continue
            known = presence.version
            self._keep(presence.looking)
            if not application_id:
                return

    def _keep(self, looking: list[Looking]) -> None:
        if looking != self._looking:
            self._looking = looking
            self.changed.emit()
