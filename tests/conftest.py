"""What holds for every test."""

from __future__ import annotations

import gc

import pytest

from kzg_desktop import collector


@pytest.fixture(scope="session", autouse=True)
def _collected_by_this_thread() -> object:
    """Tests run windows and, in threads, servers in one process: no server's thread may take a dead window down."""
    with collector.by_hand():
        yield


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    if gc.get_count()[0] > collector.YOUNG:
        gc.collect()
