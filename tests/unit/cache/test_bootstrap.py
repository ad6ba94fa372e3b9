"""A cache built from nothing is the cache that changes would have made."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kzg_desktop.cache.bootstrap import FreshCache
from kzg_desktop.cache.decode import decode_snapshot_page
from kzg_desktop.cache.layout import Position
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.entities import Entity
from kzg_desktop.errors import UpgradeNeeded
from kzg_desktop.wire import PROTOCOL, SnapshotPage
from tests.unit.cache.samples import application, job, page, put
from tests.unit.cache.store import Store


def snapshot(entity: str, rows: list[Entity]) -> bytes:
    items = [put(row) for row in rows]
    return msgspec.json.encode(
        SnapshotPage(cursor="c1", seq=1, acked=0, entity=entity, total=len(rows), next=None, items=items)
    )


def objects(path: Path) -> list[tuple[str, str]]:
    connection = connect(path, None)
    try:
        return connection.execute("SELECT type, name FROM sqlite_master ORDER BY 1, 2").fetchall()
    finally:
        connection.close()


def test_built_at_once_or_page_by_page_it_is_the_same(store: Store, tmp_path: Path) -> None:
    rows: list[Entity] = [application(n, repeat=n % 3 == 0, job_id=f"j{n % 2}") for n in range(1, 40)]
    store.apply(page("c0", "c1", [put(job()), *[put(row) for row in rows]]))
    fresh = FreshCache(tmp_path / "fresh.db", None)
    fresh.begin()
    fresh.add(decode_snapshot_page("job", snapshot("job", [job()])))
    assert 39 == fresh.add(decode_snapshot_page("application", snapshot("application", rows)))
    fresh.finish(Position("c1", 1, 0, PROTOCOL))
    tables = ("head", "application", "job", "tally")
    built = Store.__new__(Store)
    built.path, built.key = tmp_path / "fresh.db", None
    assert store.dump(*tables) == built.dump(*tables)
    assert objects(store.path) == objects(built.path)


def test_a_build_that_is_given_up_can_be_begun_again(tmp_path: Path) -> None:
    path = tmp_path / "fresh.db"
    for _ in range(2):
        fresh = FreshCache(path, bytes(32))
        fresh.begin()
        fresh.add(decode_snapshot_page("application", snapshot("application", [application(1)])))
        fresh.close()
    fresh = FreshCache(path, bytes(32))
    fresh.begin()
    fresh.finish(Position("c1", 1, 0, PROTOCOL))
    assert "application_id" in [name for _, name in _encrypted_objects(path)]


def _encrypted_objects(path: Path) -> list[tuple[str, str]]:
    connection = connect(path, bytes(32))
    try:
        return connection.execute("SELECT type, name FROM sqlite_master").fetchall()
    finally:
        connection.close()


def test_a_page_of_another_shape_asks_for_an_upgrade() -> None:
    with pytest.raises(UpgradeNeeded):
        decode_snapshot_page("application", b'{"rows": []}')
