"""A desk for commands: the cached rows under what the hub has not confirmed yet, read while a window may be at work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2

from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.cache.keys import cache_key, open_secrets
from kzg_desktop.cache.layout import REVISION
from kzg_desktop.cache.outbox import Outbox
from kzg_desktop.cache.reader import Rows, load_rows, position, revision
from kzg_desktop.cache.sqlite import connect, store_errors
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.errors import InvalidInput
from kzg_desktop.sync.few_rows import FewRows
from kzg_desktop.sync.local_state import LocalState
from kzg_desktop.ui.settings_store import Settings
from kzg_desktop.wire import PROTOCOL, Account

__all__ = ["FilesDesk", "files_of"]

T = TypeVar("T")


def files_of(folder: Path, settings: Settings) -> StoreFiles:
    """Return the files that belong to the hub the desktop uses."""
    return StoreFiles(folder, cache_key(open_secrets(folder), settings.hub))


class FilesDesk(FewRows):
    """Answers from files that it does not change.

    The outbox is read first: what the hub confirms between the two readings is in the cache then, and left out of the
    outbox by its number.

    Raises:
        InvalidInput: the cache is from another version of the program.
        StoreError: a file cannot be read.
    """

    def __init__(self, files: StoreFiles) -> None:
        super().__init__()
        self._files = files
        self.account: Account | None = None
        entries = []
        if files.outbox.exists():
            with closing(Outbox(files.outbox, files.key, SystemClock())) as outbox:
                self.account, entries = outbox.account(), outbox.entries()
        nothing: tuple[Rows, int] = {}, 0
        rows, acked = self._read(_rows, nothing)
        self._state = LocalState(self.account.id if self.account is not None else "")
        self._state.reset(rows)
        self._state.add([entry for entry in entries if entry.number > acked and not entry.refused])

    def may(self, permission: str) -> bool:
        """Whether the user has that right, as far as this desktop knows."""
        return self.account is None or permission in self.account.permissions

    def names(self) -> dict[str, str]:
        """Return the names of the people that this desktop knows, by account id."""
        me = {self.account.id: self.account.name} if self.account is not None else {}
        return {one.account_id: one.name for one in self.colleagues()} | me

    async def ask(self, question: Callable[[dbapi2.Connection], T], default: T) -> T:
        """Return what *question* finds in the cache, on a thread; *default* while there is no cache."""
        return await asyncio.to_thread(self._read, question, default)

    def _read(self, question: Callable[[dbapi2.Connection], T], default: T) -> T:
        if not self._files.cache.exists():
            return default
        with store_errors(), closing(connect(self._files.cache, self._files.key)) as connection:
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA query_only = ON")
            if revision(connection) != REVISION:
                raise InvalidInput("the local files are from another version; open the window once and try again")
            connection.execute("BEGIN")  # one view of all that is read
            found = position(connection)
            return default if found is None or found.protocol != PROTOCOL else question(connection)


def _rows(connection: dbapi2.Connection) -> tuple[Rows, int]:
    """Return the cached rows and the number up to which the outbox is in them."""
    found = position(connection)
    return load_rows(connection), found.acked if found is not None else 0
