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

from kzg_desktop.hub.database import migrate, open_engine
from kzg_desktop.hub.settings import Settings

_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


class Cluster:
    """Databases on a server; started here unless KZG_TEST_POSTGRES names one."""

    def __init__(self) -> None:
        self._dir: Path | None = None
        self.url = os.environ.get("KZG_TEST_POSTGRES", "")
        if not self.url:
            self._start()
        self._template = ""
        self._template = self._migrated()

    @staticmethod
    def missing() -> str:
        """Why there can be no server, or ""."""
        if os.environ.get("KZG_TEST_POSTGRES") or _binary("initdb"):
            return ""
        return "no PostgreSQL: set KZG_TEST_POSTGRES or install its server"

    def database(self) -> str:
        """Create a fresh database and return its URL."""
        name = f"kzg_{uuid4().hex}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            template = f" TEMPLATE {_name(self._template)}" if self._template else ""
            connection.execute(f"CREATE DATABASE {name}{template}")
        base, _, query = self.url.partition("?")
        return f"{base.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")

    def drop(self, url: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {_name(url)} WITH (FORCE)")

    def stop(self) -> None:
        self.drop(self._template)
        if self._dir is not None:
            self._run("pg_ctl", "-D", str(self._dir / "data"), "-m", "immediate", "-w", "stop")
            shutil.rmtree(self._dir)

    def _migrated(self) -> str:
        """Create the database that the others are copies of, since migrating takes its time."""
        url = self.database()
        engine = open_engine(Settings(data_dir=Path(), database=url), writing=True)
        migrate(engine)
        engine.dispose()
        return url

    def _start(self) -> None:
        self._dir = Path(tempfile.mkdtemp(prefix="kzg-pg-"))
        if os.getuid() == 0:
            shutil.chown(self._dir, "postgres")
        data = self._dir / "data"
        self._run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8")
        options = f"-c listen_addresses='' -c unix_socket_directories={self._dir} -c fsync=off -c max_connections=200"
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
