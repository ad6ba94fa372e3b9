"""A hub that was filled by an earlier version."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

import kzg_desktop.hub
from kzg_desktop.domain.actions import SetMode, SetVacancy
from kzg_desktop.domain.entities import AirSegment, Broadcast, Entity, LineupItem
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
