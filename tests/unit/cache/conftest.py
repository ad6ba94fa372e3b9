from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kzg_desktop.cache.sqlite import connect
from tests.unit.cache.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty cache at the cursor c0, open for writing."""
    made = Store(tmp_path / "cache.db")
    yield made
    made.close()


@pytest.fixture
def reading(store: Store) -> Iterator[dbapi2.Connection]:
    connection = connect(store.path, None)
    yield connection
    connection.close()
