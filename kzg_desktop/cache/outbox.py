"""The user's actions that the hub has not confirmed, and which files the user exported, in a file of their own.

The cache can be rebuilt from the hub; an action cannot. So an entry is on the disk before :meth:`Outbox.append`
returns, and goes only when the cache holds its outcome, or when the user has read why it was refused. Nor does the hub
know who is in which exported file: a cache that is damaged must not take that along, or an erasure would not find it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlcipher3 import dbapi2

from kzg_desktop.cache.departed import Departed, applications_of, outlived
from kzg_desktop.cache.sqlite import connect, store_errors
from kzg_desktop.domain.actions import Action, decode_action, encode_action
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.ids import new_id
from kzg_desktop.errors import Refusal
from kzg_desktop.hiring_services import ExportFile
from kzg_desktop.wire import Account, MutationResult

__all__ = ["Entry", "Outbox"]

_PROCESS = uuid.uuid4().hex
"""Monotonic clocks of two runs cannot be compared; this tells the runs apart."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
    number INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice, not even after the entry is gone
    id TEXT NOT NULL UNIQUE,
    action BLOB NOT NULL,
    at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_monotonic_s REAL NOT NULL,
    process TEXT NOT NULL,
    result BLOB
);
CREATE TABLE IF NOT EXISTS export (
    id TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    at INTEGER NOT NULL,
    outdated INTEGER NOT NULL -- whether it holds somebody who must not be in it any more
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS exported (
    application_id TEXT NOT NULL,
    export_id TEXT NOT NULL,
    PRIMARY KEY (application_id, export_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS exported_export ON exported (export_id);
CREATE TABLE IF NOT EXISTS device (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""
_THESE = "application_id IN (SELECT value FROM json_each(?))"
_COLUMNS = "number, id, action, at, created_at, created_monotonic_s, process, result"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One action as recorded. ``at`` is when it was done as the screen shows it (UTC ms)."""

    number: int
    id: str
    action: bytes
    at: int
    created_at: int
    created_monotonic_s: float
    process: str
    result: MutationResult | None = None

    @property
    def refused(self) -> bool:
        """Whether the hub said no."""
        return self.result is not None and self.result.outcome == "refused"

    def decoded(self) -> Action | None:
        """Return the action, or None if it comes from a version that knew more actions than this one."""
        try:
            return decode_action(self.action)
        except Refusal:
            return None

    def age_ms(self, clock: Clock) -> int:
        """Return how long ago it was done.

        In the run that recorded it, the monotonic clock tells, whatever the time of day does meanwhile.
        """
        if self.process == _PROCESS:
            return max(0, round((clock.monotonic_s() - self.created_monotonic_s) * 1000))
        return max(0, clock.now_ms() - self.created_at)


class Outbox:
    """The file of entries. Not for two threads at once.

    Raises:
        StoreError: by every method, when the file cannot be used; then nothing has changed.
    """

    def __init__(self, path: Path, key: bytes | None, clock: Clock) -> None:
        self._clock = clock
        self._connection = connect(path, key, create=True)
        try:
            with store_errors():
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = FULL")
                self._connection.executescript(_SCHEMA)
                self.device_id = self._made_once("device_id", new_id())
        except BaseException:
            self._connection.close()
            raise

    def append(self, actions: Sequence[tuple[Action, int]]) -> list[Entry]:
        """Record actions with the times to show for them, all or none, and return their entries."""
        now_ms, monotonic_s = self._clock.now_ms(), self._clock.monotonic_s()
        rows = [(new_id(), encode_action(action), at, now_ms, monotonic_s, _PROCESS) for action, at in actions]
        with store_errors(), _transaction(self._connection):
            for row in rows:
                self._connection.execute(
                    "INSERT INTO entry (id, action, at, created_at, created_monotonic_s, process)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    row,
                )
            last: int = self._connection.execute("SELECT max(number) FROM entry").fetchone()[0]
            return self._select("WHERE number > ?", (last - len(rows),)) if rows else []

    def entries(self) -> list[Entry]:
        """Return all entries by number."""
        with store_errors():
            return self._select("", ())

    def set_results(self, results: Iterable[MutationResult]) -> None:
        """Keep what the hub made of entries."""
        rows = [(msgspec.json.encode(result), result.number, result.id) for result in results]
        with store_errors(), _transaction(self._connection):
            self._connection.executemany("UPDATE entry SET result = ? WHERE number = ? AND id = ?", rows)

    def forget(self, numbers: Iterable[int]) -> None:
        """Drop the entries with those numbers."""
        with store_errors(), _transaction(self._connection):
            self._connection.executemany("DELETE FROM entry WHERE number = ?", [(number,) for number in numbers])

    def keep_export(self, path: Path, application_ids: Iterable[str]) -> ExportFile:
        """Remember that a file holds these applications."""
        file = ExportFile(id=new_id(), path=path, at=self._clock.now_ms())
        with store_errors(), _transaction(self._connection):
            self._connection.execute("INSERT INTO export VALUES (?, ?, ?, 0)", (file.id, str(path), file.at))
            rows = [(id_, file.id) for id_ in set(application_ids)]
            self._connection.executemany("INSERT INTO exported VALUES (?, ?)", rows)
        return file

    def exports(self) -> list[ExportFile]:
        """Return the files, the latest first."""
        with store_errors():
            sql = "SELECT id, path, at, outdated FROM export ORDER BY at DESC, id DESC"
            rows = self._connection.execute(sql).fetchall()
        return [ExportFile(id=id_, path=Path(path), at=at, outdated=bool(old)) for id_, path, at, old in rows]

    def forget_export(self, export_id: str) -> None:
        """Remember a file no longer."""
        with store_errors(), _transaction(self._connection):
            self._connection.execute("DELETE FROM exported WHERE export_id = ?", (export_id,))
            self._connection.execute("DELETE FROM export WHERE id = ?", (export_id,))

    def applications(self) -> set[str]:
        """Return the ids of all applications that entries or exported files tell of."""
        with store_errors():
            exported = {id_ for (id_,) in self._connection.execute("SELECT DISTINCT application_id FROM exported")}
            return exported.union(*(applications_of(entry.decoded()) for entry in self._select("", ())))

    def see_off(self, departed: Departed) -> bool:
        """Drop the entries that must not outlive what departed, and mark the files that hold it.

        Returns whether there are such files.
        """
        ids = msgspec.json.encode(sorted(departed.applications)).decode()
        with store_errors():
            with _transaction(self._connection):
                entries = self._select("", ())
                gone = [e.number for e in entries if outlived(e.decoded(), departed, refused=e.refused)]
                self._connection.executemany("DELETE FROM entry WHERE number = ?", [(number,) for number in gone])
                marked = self._connection.execute(
                    f"UPDATE export SET outdated = 1 WHERE id IN (SELECT export_id FROM exported WHERE {_THESE})",  # noqa: S608 -- names of our own
                    (ids,),
                ).rowcount
                self._connection.execute(f"DELETE FROM exported WHERE {_THESE}", (ids,))  # noqa: S608 -- names of our own
            if gone or departed.erased:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # the log would keep them
        return bool(marked)

    def account(self) -> Account | None:
        """Return who was signed in last."""
        with store_errors():
            found = self._connection.execute("SELECT value FROM device WHERE name = 'account'").fetchone()
        return msgspec.json.decode(found[0], type=Account) if found is not None else None

    def set_account(self, account: Account) -> None:
        """Remember who is signed in, for starts without a hub."""
        with store_errors():
            self._connection.execute(
                "INSERT INTO device VALUES ('account', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (msgspec.json.encode(account),),
            )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _made_once(self, name: str, value: str) -> str:
        self._connection.execute("INSERT OR IGNORE INTO device VALUES (?, ?)", (name, value))
        kept: str = self._connection.execute("SELECT value FROM device WHERE name = ?", (name,)).fetchone()[0]
        return kept

    def _select(self, where: str, parameters: tuple[Any, ...]) -> list[Entry]:
        sql = f"SELECT {_COLUMNS} FROM entry {where} ORDER BY number"  # noqa: S608 -- only names of our own are put in
        return [_entry(row) for row in self._connection.execute(sql, parameters).fetchall()]


class _transaction:  # noqa: N801 -- reads as a statement: `with _transaction(connection):`
    def __init__(self, connection: dbapi2.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._connection.execute("COMMIT")
        elif self._connection.in_transaction:  # SQLite may have rolled back by itself
            self._connection.execute("ROLLBACK")


def _entry(row: tuple[Any, ...]) -> Entry:
    number, id_, action, at, created_at, created_monotonic_s, process, result = row
    return Entry(
        number=number,
        id=id_,
        action=action,
        at=at,
        created_at=created_at,
        created_monotonic_s=created_monotonic_s,
        process=process,
        result=msgspec.json.decode(result, type=MutationResult) if result is not None else None,
    )
