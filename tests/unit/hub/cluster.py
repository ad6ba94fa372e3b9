"""A PostgreSQL server of the tests' own, when there is none to use."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from uuid import uuid4

import psycopg
from sqlalchemy import text

from kzg_desktop.hub.database import migrate, open_engine
from kzg_desktop.hub.settings import Settings
from kzg_desktop.hub.tables import metadata

_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)

_OPTIONS = ("listen_addresses=''", "max_connections=200", "fsync=off", "full_page_writes=off", "autovacuum=off")
_OTHERS_OUT = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
_SCHEMA = "SELECT oid, relname, relnatts FROM pg_class WHERE relnamespace = to_regnamespace('public') ORDER BY oid"
_TABLES = [table.name for table in metadata.sorted_tables]


class Cluster:
    """Databases on a server; started here unless KZG_TEST_POSTGRES names one."""

    def __init__(self) -> None:
        self._dir: Path | None = None
        self.url = os.environ.get("KZG_TEST_POSTGRES", "")
        if not self.url:
            self._start()
        self._left: list[str] = []
        self._emptying = ""
        self._template = ""
        self._template = self._migrated()
        with psycopg.connect(self._template) as connection:
            self._schema = connection.execute(_SCHEMA).fetchall()

    @staticmethod
    def missing() -> str:
        """Why there can be no server, or ""."""
        if os.environ.get("KZG_TEST_POSTGRES") or _binary("initdb"):
            return ""
        return "no PostgreSQL: set KZG_TEST_POSTGRES or install its server"

    def database(self) -> str:
        """Return the URL of a database with the newest schema and nothing in it that a new hub has not."""
        while self._left:
            url = self._left.pop()
            if self._emptied(url):
                return url
            self._drop(url)
        name = f"kzg_{uuid4().hex}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            template = f" TEMPLATE {_name(self._template)}" if self._template else ""
            connection.execute(f"CREATE DATABASE {name}{template}")
        base, _, query = self.url.partition("?")
        return f"{base.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")

    def leave(self, url: str) -> None:
        """Leave a database to the next who needs one; until then whoever writes to it has time to end."""
        self._left.append(url)

    def stop(self) -> None:
        for url in (*self._left, self._template):
            self._drop(url)
        if self._dir is not None:
            self._run("pg_ctl", "-D", str(self._dir / "data"), "-m", "immediate", "-w", "stop")
            shutil.rmtree(self._dir)

    def _emptied(self, url: str) -> bool:
        """Empty a database, which takes a fraction of creating one, unless its schema is not what it was."""
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(_OTHERS_OUT)
            same = self._schema == connection.execute(_SCHEMA).fetchall()
            if same:
                connection.execute(self._emptying)
        return same

    def _drop(self, url: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {_name(url)} WITH (FORCE)")

    def _migrated(self) -> str:
        """Create the database that the others are copies of, since migrating takes its time."""
        url = self.database()
        engine = open_engine(Settings(data_dir=Path(), database=url), writing=True)
        migrate(engine)
        with engine.begin() as connection:
            filled = [name for name in _TABLES if connection.scalar(text(f"SELECT EXISTS (TABLE {name})"))]
            connection.execute(text("CREATE SCHEMA kept"))
            for name in filled:
                connection.execute(text(f"CREATE TABLE kept.{name} AS TABLE {name}"))
        engine.dispose()
        empty = [f"DELETE FROM {name}" for name in reversed(_TABLES)]
        fill = [f"INSERT INTO {name} TABLE kept.{name}" for name in filled]
        self._emptying = "; ".join([*empty, *fill, "ALTER SEQUENCE audit_id_seq RESTART"])
        return url

    def _start(self) -> None:
        self._dir = Path(tempfile.mkdtemp(prefix="kzg-pg-"))
        if os.getuid() == 0:
            shutil.chown(self._dir, "postgres")
        data = self._dir / "data"
        self._run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8")
        options = " ".join(f"-c {option}" for option in (*_OPTIONS, f"unix_socket_directories={self._dir}"))
        self._run("pg_ctl", "-D", str(data), "-w", "-l", str(self._dir / "log"), "-o", options, "start")
        self.url = f"postgresql://postgres@/postgres?host={self._dir}"

    def _run(self, binary: str, *arguments: str) -> None:
        command = [_binary(binary), *arguments]
        user = {"user": pwd.getpwnam("postgres").pw_uid, "extra_groups": []} if os.getuid() == 0 else {}
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", timeout=60, **user)


def _name(url: str) -> str:
    return url.partition("?")[0].rsplit("/", 1)[1]


def _binary(name: str) -> str:
    found = [str(folder / name) for folder in _BINARIES if (folder / name).exists()]
    return found[0] if found else shutil.which(name) or ""
