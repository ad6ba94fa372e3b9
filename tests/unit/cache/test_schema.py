"""The migrations, the tables of SQLAlchemy and what readers believe agree."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import kzg_desktop.cache
from kzg_desktop.cache.database import engine_for
from kzg_desktop.cache.layout import APPLICATION_FIELDS, REVISION
from kzg_desktop.cache.migrate import migrate
from kzg_desktop.cache.reader import revision
from kzg_desktop.cache.schema import application, metadata
from kzg_desktop.cache.sqlite import connect


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


def test_the_columns_are_the_fields_in_their_order() -> None:
    assert (*APPLICATION_FIELDS, "rev", "scope") == tuple(column.name for column in application.columns)
