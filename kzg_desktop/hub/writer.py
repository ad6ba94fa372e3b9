"""The one thread that writes, with group commit: what waits is committed together.

A group begins by locking the head row. Log numbers are therefore given in the order of commits and without gaps, on
SQLite and with several hubs on one PostgreSQL alike, and a job reads what every earlier commit left.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from msgspec import Struct
from sqlalchemy import Connection, Engine, Insert, insert, select, update
from sqlalchemy.exc import OperationalError

from kzg_desktop.domain.clock import Clock
from kzg_desktop.hub import tables

__all__ = ["Transaction", "Writer"]

log = logging.getLogger(__name__)
T = TypeVar("T")

_GROUP = 256
_ATTEMPTS = 3
_head = select(tables.head.c.head, tables.head.c.arrivals).with_for_update()
_log = insert(tables.change)


class Transaction:
    """What a job may use: the connection, the time, and numbers that become visible in their order."""

    def __init__(self, connection: Connection, now: int) -> None:
        self.connection = connection
        self.now = now
        self.head, self._arrivals = connection.execute(_head).one()
        self._before = (self.head, self._arrivals)
        self._later: dict[Insert, list[dict[str, Any]]] = {}
        self.deleted: dict[tuple[str, str], int] = {}
        """Revisions of rows deleted in this transaction, whose log entries are not written yet."""

    def next_arrival(self) -> int:
        """Return the next arrival number."""
        self._arrivals += 1
        return int(self._arrivals)

    def log(
        self,
        op: str,
        entity: str,
        id_: str,
        *,
        rev: int = 0,
        scope_from: str | None,
        scope_to: str | None,
        actor: str,
        mutation_id: str = "",
    ) -> None:
        """Add one entry to the change log."""
        self.head += 1
        if op == "delete":
            self.deleted[entity, id_] = rev
        values = {
            "seq": self.head,
            "at": self.now,
            "entity": entity,
            "id": id_,
            "op": op,
            "rev": rev,
            "scope_from": scope_from,
            "scope_to": scope_to,
            "actor": actor,
            "mutation_id": mutation_id,
        }
        self.insert_later(_log, values)

    def insert_later(self, statement: Insert, values: dict[str, Any]) -> None:
        """Insert a row that no job of the group reads, together with the others of its kind."""
        self._later.setdefault(statement, []).append(values)

    def finish(self) -> None:
        """Write the log and the counters, as the last statements before the commit."""
        for statement, rows in self._later.items():
            self.connection.execute(statement, rows)
        if self._before != (self.head, self._arrivals):
            self.connection.execute(update(tables.head).values(head=self.head, arrivals=self._arrivals))


class _Pending(Struct):
    job: Callable[[Transaction], Any]
    future: Future[Any]


class Writer:
    """Runs jobs one after the other on a thread of its own, several to a commit."""

    def __init__(self, engine: Engine, clock: Clock, on_commit: Callable[[], None]) -> None:
        self._engine = engine
        self._clock = clock
        self._on_commit = on_commit
        self._queue: queue.SimpleQueue[_Pending | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="hub-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[Transaction], T]) -> Future[T]:
        """Queue *job*; the future ends when its effects are on disk.

        A job must be repeatable: after a failure in its group it runs again, in a transaction of its own.
        """
        future: Future[T] = Future()
        self._queue.put(_Pending(job, future))
        return future

    def close(self) -> None:
        """Finish what is queued and end the thread."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            group = [first]
            closing = False
            while len(group) < _GROUP and not self._queue.empty():
                pending = self._queue.get()
                if pending is None:
                    closing = True
                    break
                group.append(pending)
            # a job given up while it waited is not run; from here on it cannot be given up
            group = [pending for pending in group if pending.future.set_running_or_notify_cancel()]
            if group:
                self._commit(group)
            if closing:
                return

    def _commit(self, group: list[_Pending]) -> None:
        try:
            values = self._attempt(group)
        except Exception as error:  # noqa: BLE001 - whatever a job raises belongs to whoever submitted it
            if len(group) > 1:
                for pending in group:
                    self._commit([pending])
            else:
                group[0].future.set_exception(error)
            return
        self._on_commit()
        for pending, value in zip(group, values, strict=True):
            pending.future.set_result(value)

    def _attempt(self, group: list[_Pending]) -> list[Any]:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                with self._engine.begin() as connection:
                    transaction = Transaction(connection, self._clock.now_ms())
                    values = [pending.job(transaction) for pending in group]
                    transaction.finish()
            except OperationalError:
                if attempt == _ATTEMPTS:
                    raise
                log.warning("a commit failed and is tried again", exc_info=True)
            else:
                return values
        raise AssertionError("unreachable")
