"""Engines for SQLite and PostgreSQL, and bringing the schema up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from kzg_desktop.errors import InvalidInput, UnsafeSqlite
from kzg_desktop.hub.settings import Settings

__all__ = ["HEAD_REVISION", "migrate", "open_engine"]

HEAD_REVISION = "0004"
"""The newest revision in ``migrations/versions``."""

_SAFE_SQLITE = (3, 51, 3)
_MIGRATION_LOCK = 0x6B7A67
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA cache_size = -65536",
)


def open_engine(settings: Settings, *, writing: bool) -> Engine:
    """Return an engine whose transactions are right for the one writer, or for readers that need one snapshot.

    Raises:
        InvalidInput: the database URL is not one of SQLite or PostgreSQL.
        UnsafeSqlite: this SQLite build can corrupt a WAL database.
    """
    url = _url(settings)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, writing=writing)
    level = "READ COMMITTED" if writing else "REPEATABLE READ"
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level=level,
        pool_pre_ping=True,
        hide_parameters=True,  # an error must not put names into the log
        # a stalled hub must not hold the others for ever
        connect_args={"options": "-c idle_in_transaction_session_timeout=15000 -c lock_timeout=30000"},
    )


def migrate(engine: Engine) -> None:
    """Bring the schema to :data:`HEAD_REVISION`; does nothing, and imports nothing, when it is there already."""
    with engine.begin() as connection:
        if _revision(connection) == HEAD_REVISION:
            return
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})"))
        from alembic import command  # noqa: PLC0415 - a third of a second that only a new version needs
        from alembic.config import Config  # noqa: PLC0415 - the same

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _url(settings: Settings) -> URL:
    try:
        url = make_url(settings.database) if settings.database else URL.create("sqlite", database=_file(settings))
    except ArgumentError as error:
        raise InvalidInput(f"not a database URL: {settings.database}") from error
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise InvalidInput(f"the hub runs on SQLite or PostgreSQL, not on {url.get_backend_name()}")
    return url


def _file(settings: Settings) -> str:
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = settings.data_dir / "hub.db"
    path.touch(mode=0o600)  # SQLite would let others read it; its log files take over the mode
    return str(path)


def _sqlite(url: URL, *, writing: bool) -> Engine:
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - a hub on PostgreSQL does not need it

    if dbapi2.sqlite_version_info < _SAFE_SQLITE:
        raise UnsafeSqlite(f"SQLite {dbapi2.sqlite_version} can corrupt its write-ahead log; 3.51.3 or newer is needed")
    engine = create_engine(url.set(drivername="sqlite+pysqlite"), module=dbapi2, hide_parameters=True)
    begin = "BEGIN IMMEDIATE" if writing else "BEGIN"

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in _PRAGMAS:
            connection.execute(pragma).close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
