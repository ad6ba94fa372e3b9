"""The migrations, the tables of SQLAlchemy and what readers believe agree."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlcipher3 import dbapi2

import kzg_desktop.cache
from kzg_desktop.cache.apply import set_position
from kzg_desktop.cache.database import engine_for
from kzg_desktop.cache.feed import feed_counts, feed_ids, feed_rows
from kzg_desktop.cache.layout import APPLICATION_FIELDS, REVISION, Position
from kzg_desktop.cache.migrate import migrate
from kzg_desktop.cache.reader import load_rows, position, revision
from kzg_desktop.cache.schema import application as application_table
from kzg_desktop.cache.schema import metadata
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.entities import Broadcast, Versioned
from kzg_desktop.services import FeedQuery
from kzg_desktop.wire import PROTOCOL
from tests.unit.cache.samples import application, page, put
from tests.unit.cache.store import Store, build


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index application_called")
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index application_received")
def test_the_migrations_make_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    migrate(path, None, create=True)
    with engine_for(path, None).connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_ours})
        assert [] == compare_metadata(context, metadata)


def _is_ours(_object: object, name: str | None, *_: object) -> bool:
    return not (name or "").startswith("search")


def test_readers_know_the_newest_migration(tmp_path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(kzg_desktop.cache.__path__[0]) / "migrations"))
    assert REVISION == ScriptDirectory.from_config(config).get_current_head()
    migrate(tmp_path / "cache.db", None, create=True)
    connection = connect(tmp_path / "cache.db", None)
    try:
        assert REVISION == revision(connection)
    finally:
        connection.close()


def test_an_older_file_is_marked_as_one_to_be_built_anew_and_a_new_one_is_not(tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    with engine_for(old, None, create=True).begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(kzg_desktop.cache.__path__[0]) / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql('INSERT INTO broadcast VALUES (\'b1\', 3, \'\', \'{"id":"b1","title":"B"}\')')
        set_position(connection, Position("c7", 7, 5, PROTOCOL))
    migrate(old, None)
    build(new)
    with closing(connect(old, None)) as connection:
        assert Position("c7", 7, 5, PROTOCOL, stale=True) == position(connection)
        rows = load_rows(connection)
        assert Versioned(3, Broadcast(id="b1", title="B")) == rows["broadcast"]["b1"]
        assert ({}, {}) == (rows["vacancy"], rows["air_event"])
    with closing(connect(new, None)) as connection:
        assert Position("c0", 0, 0, PROTOCOL) == position(connection)


def test_the_columns_are_the_fields_in_their_order() -> None:
    assert (*APPLICATION_FIELDS, "rev", "scope") == tuple(column.name for column in application_table.columns)


OLD_FIELDS = APPLICATION_FIELDS[: APPLICATION_FIELDS.index("person_id")]


def at_0002(path: Path, count: int) -> None:
    """Make a file as the version before the HR desk left it, with *count* applications."""
    with engine_for(path, None, create=True).begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(kzg_desktop.cache.__path__[0]) / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        for n in range(1, count + 1):
            fields = msgspec.structs.asdict(application(n, repeat=n == 2))
            values = [*(fields[name] for name in OLD_FIELDS), 7, "o1"]
            marks = ", ".join("?" * len(values))
            connection.exec_driver_sql(f"INSERT INTO application VALUES ({marks})", tuple(values))
        set_position(connection, Position("c7", 7, 5, PROTOCOL))


def objects(connection: dbapi2.Connection) -> dict[tuple[str, str], object]:
    """Return all that a file is made of: tables by their columns, the rest by its text."""
    found = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return {
        (kind, name): connection.execute(f"PRAGMA table_xinfo({name})").fetchall() if kind == "table" else sql
        for kind, name, sql in found
    }


def test_a_file_from_before_the_hr_desk_becomes_what_a_fresh_one_is_and_its_rows_stay(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    at_0002(old, count=3)
    migrate(old, None)
    fresh = Store(tmp_path / "fresh.db")
    fresh.apply(page("c0", "c1", [put(application(n, repeat=n == 2), 7) for n in (1, 2, 3)]))
    fresh.close()
    with closing(connect(old, None)) as migrated, closing(connect(fresh.path, None)) as new:
        assert objects(new) == objects(migrated)
        for connection in (new, migrated):
            assert [application(n, repeat=n == 2) for n in (3, 2, 1)] == feed_rows(connection, [3, 2, 1])
            assert [3, 2, 1] == feed_ids(connection, FeedQuery(broadcast_id="b1", job_id="j1")).tolist()
            assert (3, 1) == ((counts := feed_counts(connection, "b1", 0)).total, counts.repeats)
            assert [(7, "o1")] * 3 == connection.execute("SELECT rev, scope FROM application").fetchall()
        assert Position("c7", 7, 5, PROTOCOL, stale=True) == position(migrated)
        migrated.execute("DELETE FROM application WHERE n = 2")
        assert (2, 0) == ((counts := feed_counts(migrated, "b1", 0)).total, counts.repeats)
