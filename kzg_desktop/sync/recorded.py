"""The outbox as the desk uses it: on a thread of its own, and put aside when it is damaged."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path

from kzg_desktop.cache.departed import Departed
from kzg_desktop.cache.files import StoreFiles, quarantine
from kzg_desktop.cache.outbox import Entry, Outbox
from kzg_desktop.cache.worker import Worker
from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.clock import Clock
from kzg_desktop.errors import StoreDamaged
from kzg_desktop.hiring_services import ExportFile
from kzg_desktop.wire import Account, MutationResult

__all__ = ["Recorded"]

log = logging.getLogger(__name__)


class Recorded:
    """What is on disk about this device: its id, who is signed in, and the user's unconfirmed actions.

    Raises:
        StoreError: by every coroutine, when the disk does not play along; then nothing has changed.
    """

    def __init__(self, files: StoreFiles, clock: Clock) -> None:
        self._files = files
        self._clock = clock
        self._worker = Worker("outbox")
        self._outbox: Outbox | None = None
        self.device_id = ""
        self.account: Account | None = None
        self.quarantined: list[Path] = []

    async def open(self) -> list[Entry]:
        """Open or create the file and return all entries, refused ones too."""
        return await self._worker.run(self._open)

    async def append(self, actions: Sequence[tuple[Action, int]]) -> list[Entry]:
        """Record actions with the times to show for them; durable when this returns."""
        return await self._worker.run(self._file().append, actions)

    async def set_results(self, results: Iterable[MutationResult]) -> None:
        """Keep what the hub made of entries."""
        await self._worker.run(self._file().set_results, list(results))

    async def forget(self, numbers: Iterable[int]) -> None:
        """Drop entries."""
        await self._worker.run(self._file().forget, list(numbers))

    async def sign_in(self, account: Account, *, for_now: bool = False) -> None:
        """Remember who is signed in; *for_now*, a start after this still finds who was before, until :meth:`stay`."""
        if account != self.account:
            if not for_now:
                await self._worker.run(self._file().set_account, account)
            self.account = account

    async def stay(self) -> None:
        """Let who is signed in for now be found by the next start, too."""
        if self.account is not None:
            await self._worker.run(self._file().set_account, self.account)

    async def keep_export(self, path: Path, application_ids: Sequence[str]) -> None:
        """Remember that a file holds these applications."""
        await self._worker.run(self._file().keep_export, path, application_ids)

    async def exports(self) -> list[ExportFile]:
        """Return the exported files, the latest first."""
        return await self._worker.run(self._file().exports)

    async def forget_export(self, export_id: str) -> None:
        """Remember an exported file no longer."""
        await self._worker.run(self._file().forget_export, export_id)

    async def applications(self) -> set[str]:
        """Return the ids of all applications that entries or exported files tell of."""
        return await self._worker.run(self._file().applications)

    def see_off(self, departed: Departed) -> bool:
        """Let nothing here outlive what departed; return whether exported files hold any of it.

        For the thread that is about to commit the departure, which waits until it is on the disk here.
        """
        return self._worker.wait_for(self._see_off, departed)

    async def close(self) -> None:
        """Close the file and end the thread."""
        await self._worker.run(self._close)
        await self._worker.close()

    def _file(self) -> Outbox:
        assert self._outbox is not None, "open() comes first"
        return self._outbox

    def _see_off(self, departed: Departed) -> bool:
        if departed.erased:
            self._files.discard_damaged()
        return self._file().see_off(departed)

    def _open(self) -> list[Entry]:
        try:
            return self._load()
        except StoreDamaged:
            self._close()
            aside = quarantine(self._files.outbox, self._clock.now_ms())
            self.quarantined.append(aside)
            log.exception("the outbox was damaged and put aside as %s", aside.name)
            return self._load()

    def _load(self) -> list[Entry]:
        self._outbox = Outbox(self._files.outbox, self._files.key, self._clock)
        self.device_id = self._outbox.device_id
        self.account = self._outbox.account()
        return self._outbox.entries()

    def _close(self) -> None:
        if self._outbox is not None:
            self._outbox.close()
            self._outbox = None
