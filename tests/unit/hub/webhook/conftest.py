from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.hub.live import Desktop, LiveHub, campaign, take
from tests.unit.hub.webhook.platforms import write_sources

_DEFAULTS = '[job]\ndefault = "job-a"\n[broadcast]\ndefault = "live-1"\n'


@pytest.fixture
def sources(tmp_path: Path, start_hub: object) -> Path:
    """The hub's folder, with a secret for every ready-made source."""
    write_sources(tmp_path / "hub", kuaishou=_DEFAULTS, douyin=_DEFAULTS)
    return tmp_path / "hub"


@pytest.fixture
def hub(sources: Path, start_hub: Callable[..., LiveHub], database: str) -> LiveHub:
    return start_hub(database=database)


@pytest.fixture
def sqlite_hub(sources: Path, start_hub: Callable[..., LiveHub]) -> LiveHub:
    return start_hub()


@pytest.fixture
def desk(hub: LiveHub, desktop: Desktop) -> Desktop:
    """An administrator's desktop, with a card on air."""
    desktop.act(take("s1"))
    desktop.pull()
    return desktop


@pytest.fixture
def sqlite_desk(sqlite_hub: LiveHub, desktops: Callable[..., Desktop]) -> Desktop:
    made = desktops(sqlite_hub)
    made.act(*campaign(), take("s1"))
    made.pull()
    return made
