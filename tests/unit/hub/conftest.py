from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kzg_desktop.hub.database import migrate, open_engine
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.settings import Settings
from tests.unit.hub.cluster import Cluster
from tests.unit.hub.live import Desktop, FakeClock, LiveHub, campaign


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    reason = Cluster.missing()
    if reason:
        pytest.skip(reason)
    server = Cluster()
    yield server
    server.stop()


@pytest.fixture
def postgres(cluster: Cluster) -> Iterator[str]:
    """URL of a PostgreSQL database that holds nothing yet."""
    url = cluster.database()
    yield url
    cluster.leave(url)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> str:
    """URL of a fresh database of each kind."""
    return "" if request.param == "sqlite" else request.getfixturevalue("postgres")


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def lasting_desktop(
    request: pytest.FixtureRequest, migrated: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desktop]:
    """As ``desktop``, once for a module: for calls that leave everything as it is."""
    folder = tmp_path_factory.mktemp("hub")
    shutil.copy(migrated, folder)
    cluster: Cluster | None = request.getfixturevalue("cluster") if request.param == "postgres" else None
    url = cluster.database() if cluster else ""
    hub = LiveHub(folder, database=url)
    desktop = hub.desktop()
    desktop.act(*campaign())
    yield desktop
    desktop.close()
    hub.close()
    if cluster:
        cluster.leave(url)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the newest schema, to copy, since migrating takes its time."""
    folder = tmp_path_factory.mktemp("migrated")
    engine = open_engine(Settings(data_dir=folder), writing=True)
    migrate(engine)
    engine.dispose()
    return folder / "hub.db"


@pytest.fixture
def start_hub(tmp_path: Path, clock: FakeClock, migrated: Path) -> Iterator[Callable[..., LiveHub]]:
    hubs: list[LiveHub] = []
    (tmp_path / "hub").mkdir()
    shutil.copy(migrated, tmp_path / "hub")

    def start(**settings: Any) -> LiveHub:
        hubs.append(LiveHub(tmp_path / "hub", clock=clock, **settings))
        return hubs[-1]

    yield start
    for hub in hubs:
        hub.close()


@pytest.fixture
def hub(start_hub: Callable[..., LiveHub], database: str) -> LiveHub:
    """A hub behind a real socket, once on SQLite and once on PostgreSQL."""
    return start_hub(database=database)


@pytest.fixture
def sqlite_hub(start_hub: Callable[..., LiveHub]) -> LiveHub:
    return start_hub()


@pytest.fixture
def untended_hub(tmp_path: Path, clock: FakeClock, migrated: Path) -> Iterator[Hub]:
    """A hub that is open, but serves nobody and does nothing by itself."""
    shutil.copy(migrated, tmp_path)
    opened = Hub(Settings(data_dir=tmp_path), clock)
    yield opened
    opened.close()


@pytest.fixture
def desktops() -> Iterator[Callable[..., Desktop]]:
    made: list[Desktop] = []

    def sign_in(hub: LiveHub, role: str = "admin", scopes: tuple[str, ...] = ("*",)) -> Desktop:
        made.append(hub.desktop(role, scopes))
        made[-1].start()
        return made[-1]

    yield sign_in
    for desktop in made:
        desktop.close()


@pytest.fixture
def desktop(hub: LiveHub, desktops: Callable[..., Desktop]) -> Desktop:
    """An administrator's desktop, with two employers and one broadcast on the hub."""
    made = desktops(hub)
    assert ["applied"] * 7 == [result.outcome for result in made.act(*campaign())]
    made.pull()
    return made


@pytest.fixture
def sqlite_campaign(sqlite_hub: LiveHub, desktops: Callable[..., Desktop]) -> Desktop:
    """As ``desktop``, on SQLite only."""
    made = desktops(sqlite_hub)
    made.act(*campaign())
    made.pull()
    return made
