"""First sync of a hub's applications, and its limit: decoding the same pages and inserting the same rows.

``ours HUB_DIR DATA_DIR PAGES``: a real hub process, a desk that starts empty; also keeps the pages in the file PAGES.
``limit PAGES FOLDER``: decode, raw ``executemany`` into the same schema, then the same indexes and search index.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import msgspec

from kzg_desktop.cache.application_rows import application_row
from kzg_desktop.cache.bootstrap import FreshCache
from kzg_desktop.cache.decode import decode_snapshot_page, searched_row
from kzg_desktop.cache.keys import EMBEDDED, cache_key, open_secrets
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.entities import Application
from kzg_desktop.embedded import EmbeddedHub
from kzg_desktop.sync.client import HubClient
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.sync.engine import SyncEngine
from kzg_desktop.sync.rebuild import PAGE
from kzg_desktop.sync.session import DeviceSession, EmbeddedCredentials
from kzg_desktop.wire import SnapshotPage

KEY = bytes(range(32))
COLUMNS = len(msgspec.structs.fields(Application)) + 2
EXTRAS = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"


async def ours(data_dir: Path, pages: Path) -> dict[str, float]:
    """Return the seconds from an empty desk to one as new as its hub, whose files are in ``data_dir/hub``."""
    hub = EmbeddedHub(data_dir / "hub")
    url = await hub.start()
    desk = await LocalDesk.open(data_dir, cache_key(open_secrets(data_dir), EMBEDDED), SystemClock())
    credentials = EmbeddedCredentials(hub.secret)
    engine = SyncEngine(desk, url, credentials)
    live = asyncio.Event()
    desk.subscribe(lambda _event: live.set() if desk.status.state == "live" else None)
    started = time.perf_counter()
    running = asyncio.create_task(engine.run())
    await live.wait()
    seconds = time.perf_counter() - started
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await _keep_pages(desk, url, credentials, pages)
    await desk.close()
    await hub.stop()
    return {"seconds": seconds}


async def _keep_pages(desk: LocalDesk, url: str, credentials: EmbeddedCredentials, path: Path) -> None:
    client = HubClient(url, desk.clock)
    client.use(DeviceSession(desk, client, credentials))
    bodies: list[bytes] = []
    after: str | None = ""
    while after is not None:
        bodies.append(await client.snapshot("application", after=after, limit=PAGE))
        after = msgspec.json.decode(bodies[-1], type=SnapshotPage).next
    await client.close()
    path.write_bytes(msgspec.msgpack.encode(bodies))


def limit(pages: Path, folder: Path) -> dict[str, float]:
    """Return the seconds that decoding and inserting alone take, in one transaction without a journal."""
    bodies = msgspec.msgpack.decode(pages.read_bytes(), type=list[bytes])
    path = folder / "limit.db"
    schema = FreshCache(path, KEY)
    schema.begin()
    extras = list(schema._extras)  # the same indexes and triggers, by definition
    schema._open().commit()
    schema.close()
    connection = connect(path, KEY)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
        connection.execute(f"PRAGMA {pragma}")
    insert = f"INSERT INTO application VALUES ({','.join('?' * COLUMNS)})"
    started = time.perf_counter()
    connection.execute("BEGIN")
    for body in bodies:
        items = decode_snapshot_page("application", body).items
        connection.executemany(insert, [application_row(item.data, item.rev, item.scope) for item in items])
        connection.executemany(
            "INSERT INTO search (rowid, tokens) VALUES (?, ?)", [searched_row(i.data) for i in items]
        )
    for sql in extras:
        connection.execute(sql)
    connection.execute("COMMIT")
    seconds = time.perf_counter() - started
    connection.close()
    return {"seconds": seconds}


if __name__ == "__main__":
    kind, first, second = sys.argv[1:]
    result = asyncio.run(ours(Path(first), Path(second))) if kind == "ours" else limit(Path(first), Path(second))
    print(msgspec.json.encode(result).decode())
