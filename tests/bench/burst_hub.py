"""A hub that can also receive a burst: ``burst RATE SECONDS`` on standard input inserts that many applications.

Prints one JSON line with its address and an invitation of a host, and one when a burst has been committed.
"""

from __future__ import annotations

import random
import sys
import threading
import time
from functools import partial
from pathlib import Path

import msgspec
from sqlalchemy import insert

from kzg_desktop.domain.ids import new_id
from kzg_desktop.hub import tables
from kzg_desktop.hub.accounts import create_account, invite
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.server import HubServer, serve
from kzg_desktop.hub.settings import Settings
from kzg_desktop.hub.writer import Transaction
from tests.bench.big_hub import application_values

BATCH_S = 0.02


def _insert(hub: Hub, rng: random.Random, count: int, transaction: Transaction) -> None:
    people, applications = [], []
    for _ in range(count):
        n = transaction.next_arrival()
        person, values = application_values(hub, n, rng)
        values |= {"broadcast_id": "b0", "id": new_id(), "received_at": transaction.now}
        people.append(person)
        applications.append(values)
    transaction.connection.execute(insert(tables.person), people)
    transaction.connection.execute(insert(tables.application), applications)
    for values in applications:
        transaction.log(
            "put", "application", values["id"], rev=1, scope_from=None, scope_to=values["scope"], actor="bench"
        )


def _burst(hub: Hub, rate: float, seconds: float) -> None:
    rng = random.Random()
    per_batch = max(1, round(rate * BATCH_S))
    started = time.monotonic()
    for i in range(round(seconds / BATCH_S)):
        time.sleep(max(0.0, started + i * BATCH_S - time.monotonic()))
        hub.write_now(partial(_insert, hub, rng, per_batch))
    print(msgspec.json.encode({"inserted": per_batch * round(seconds / BATCH_S)}).decode(), flush=True)


def _listen(server: HubServer) -> None:
    for line in sys.stdin:
        _, rate, seconds = line.split()
        _burst(server.hub, float(rate), float(seconds))
    server.should_exit = True


def _ready(server: HubServer, port: int) -> None:
    def account(transaction: Transaction) -> str:
        return invite(transaction, create_account(transaction, name="Host", role="host", scopes=["*"]))

    threading.Thread(target=_listen, args=(server,), daemon=True).start()
    code = server.hub.write_now(account)
    print(msgspec.json.encode({"url": f"http://127.0.0.1:{port}", "invitation": code}).decode(), flush=True)


if __name__ == "__main__":
    serve(Settings(data_dir=Path(sys.argv[1]), port=0), on_ready=_ready)
