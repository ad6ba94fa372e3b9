from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.sync.house import House, start_hub
from tests.unit.hub.live import LiveHub


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LiveHub]:
    running = start_hub(tmp_path / "hub")
    yield running
    running.close()


@pytest.fixture
def house(tmp_path: Path, hub: LiveHub) -> House:
    return House(tmp_path / "desk", hub)
