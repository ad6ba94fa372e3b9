"""The migrations, the tables of SQLAlchemy and what readers believe agree."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import kzg_desktop.cache
from kzg_desktop.cache.apply import set_position
from kzg_desktop.cache.database import engine_for
from kzg_desktop.cache.layout import APPLICATION_FIELDS, REVISION, Position
from kzg_desktop.cache.migrate import migrate
from kzg_desktop.cache.reader import load_rows, position, revision
from kzg_desktop.cache.schema import application, metadata
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.entities import Broadcast, Versioned
from kzg_desktop.wire import PROTOCOL
from tests.unit.cache.store import build


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
    assert (*APPLICATION_FIELDS, "rev", "scope") == tuple(column.name for column in application.columns)
