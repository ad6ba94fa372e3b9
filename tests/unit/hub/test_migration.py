"""A hub that was filled by an earlier version."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

import kzg_desktop.hub
from kzg_desktop.domain.actions import SetMode, SetVacancy
from kzg_desktop.domain.duty import with_due
from kzg_desktop.domain.entities import AirSegment, Application, Broadcast, Entity, LineupItem
from kzg_desktop.domain.hiring import DeskRules
from kzg_desktop.domain.states import STEPS
from kzg_desktop.hub.database import open_engine
from kzg_desktop.hub.settings import Settings
from kzg_desktop.hub.tables import columns_of
from tests.unit.hub.live import FakeClock, LiveHub, form, job, organization, take

AIRED = AirSegment(id="s0", broadcast_id="live-1", item_id="i-a", card=job(), started_at=1, ended_at=2)
ROWS: list[Entity] = [
    organization(),
    job(),
    Broadcast(id="live-1", title="华北专场"),
    LineupItem(id="i-a", broadcast_id="live-1", job_id="job-a", employer_id="org-a", position="a0"),
    AIRED,
]


@pytest.fixture
def old_hub(tmp_path: Path, database: str) -> Settings:
    """A database as 0.1.0 left it."""
    settings = Settings(data_dir=tmp_path / "old", database=database)
    engine = open_engine(settings, writing=True)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":  # the template is migrated
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        upgrade(connection, "0001")
        for row in ROWS:
            insert(connection, row)
    engine.dispose()
    return settings


def upgrade(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(kzg_desktop.hub.__path__[0]) / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def insert(connection: Connection, row: Entity) -> None:
    """Insert as the earlier version did, which knew less."""
    values = columns_of(row) | {"rev": 1}
    values.pop("rehearsal", None)
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    connection.execute(text(f"INSERT INTO {row.entity} ({names}) VALUES ({marks})"), values)


@pytest.fixture
def hub(old_hub: Settings) -> Iterator[LiveHub]:
    running = LiveHub(old_hub.data_dir, database=old_hub.database, clock=FakeClock())
    yield running
    running.close()


def test_a_filled_hub_keeps_its_rows_and_learns_the_air(hub: LiveHub) -> None:
    desktop = hub.desktop()
    try:
        desktop.start()
        expected = {(row.entity, row.id): msgspec.json.encode(row) for row in ROWS}
        rows = {key: data for key, (_, _, data) in desktop.rows.items() if key[0] != "colleague"}
        assert expected == rows
        results = desktop.act(
            SetMode(broadcast_id="live-1", mode="on_air", event_id="m1"),
            take("s1"),
            take("r1", rehearsal=True),
            SetVacancy(job_id="job-a", state="paused"),
        )
        assert ["applied"] * 4 == [result.outcome for result in results]
        httpx.post(f"{hub.url}/apply/live-1", data=form(), headers={"Accept": "application/json"}).raise_for_status()
        desktop.pull()
        assert ["s1"] == [row["segment_id"] for row in desktop.applications()]
        assert desktop.snapshot() == desktop.rows
    finally:
        desktop.close()


_BY_ACCOUNT = {
    "account": "('u', 'Li', 'hr', 3)",
    "account_scope": "('u', 'org-a')",
    "device": "('d', 'u', 'PC', 1)",
    "token": "(:blob, 'refresh', 'd', 5, NULL, :no)",
    "invitation": "(:blob, 'u', 5)",
}


def test_accounts_keep_scopes_devices_and_what_they_sign_in_with(tmp_path: Path, database: str) -> None:
    engine = fresh(tmp_path, database)
    with engine.begin() as connection:
        upgrade(connection, "0003")
        epoch = connection.scalar(text("SELECT epoch FROM head"))
        for table, values in _BY_ACCOUNT.items():
            connection.execute(text(f"INSERT INTO {table} VALUES {values}"), {"blob": b"x", "no": False})
    with engine.begin() as connection:
        upgrade(connection, "head")
        counts = {table: connection.scalar(text(f"SELECT count(*) FROM {table}")) for table in _BY_ACCOUNT}
        assert dict.fromkeys(_BY_ACCOUNT, 1) == counts
        assert epoch != connection.scalar(text("SELECT epoch FROM head")), "cursors must not skip the new columns"
    engine.dispose()


def test_old_applications_are_due_as_their_states_demand(tmp_path: Path, database: str) -> None:
    engine, received_at = fresh(tmp_path, database), 1_790_000_123_456
    with engine.begin() as connection:
        upgrade(connection, "0003")
        connection.execute(text("INSERT INTO person VALUES ('p', :blob, :blob)"), {"blob": b"x"})
        for n, status in enumerate(STEPS, 1):
            connection.execute(
                text(
                    "INSERT INTO application VALUES (:n, :id, 1, 'org-a', 'live-1', :id, '', 'org-a', '', 'form', NULL,"
                    " :at, 'p', '', '', '', '', :status, :no)"
                ),
                {"n": n, "id": f"a{n}", "at": received_at, "status": status, "no": False},
            )
    with engine.begin() as connection:
        upgrade(connection, "head")
        found = {row.status: row.due_at for row in connection.execute(text("SELECT status, due_at FROM application"))}
    engine.dispose()
    rules = DeskRules(id="org-a", employer_id="org-a")
    assert {status: with_due(old(status, received_at), rules).due_at for status in STEPS} == found
    assert 0 < found["new"] - received_at < found["reached"] - received_at


def old(status: str, received_at: int) -> Application:
    """An application as it is when nothing is known of its handling."""
    return Application(
        id="a",
        n=1,
        broadcast_id="live-1",
        job_id="job-a",
        employer_id="org-a",
        job_title="",
        received_at=received_at,
        name="",
        phone="",
        status=status,
    )


def fresh(tmp_path: Path, database: str) -> Engine:
    engine = open_engine(Settings(data_dir=tmp_path / "fresh", database=database), writing=True)
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    return engine
