"""What holds for every test."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzg_desktop import collector

_MEMORY = Path("/dev/shm")
_ROOM = 2 * 1024**3
_TOGETHER = 50


def _write_to_memory() -> None:
    """Let the tests' databases be written to memory, where there is room: a disk takes most of their time."""
    if "TMPDIR" in os.environ or not os.access(_MEMORY, os.W_OK) or shutil.disk_usage(_MEMORY).free < _ROOM:
        return
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


def _trust_nobody() -> None:
    """Spare each HTTP client the reading of all the world's certificates: tests talk to this computer alone."""
    os.environ.pop("SSL_CERT_FILE", None)
    os.environ["SSL_CERT_DIR"] = str(Path(__file__).parent)  # a folder without any


_write_to_memory()
_trust_nobody()


class _Collector:
    """Runs Python's garbage collector, between two tests only.

    Tests run windows and, in threads, servers in one process: no server's thread may take a dead window down. What
    was loaded, and now and then what was kept, is set aside: to look through it after each test takes longer than
    the tests.
    """

    def __init__(self) -> None:
        self._tests = 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self) -> None:
        gc.freeze()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self) -> Iterator[None]:
        result = yield
        self._tests += 1
        if self._tests % _TOGETHER:
            gc.collect(1)
        else:
            gc.collect()
            gc.freeze()
        return result


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(_Collector())
    by_hand = collector.by_hand()
    by_hand.__enter__()
    config.add_cleanup(lambda: by_hand.__exit__(None, None, None))
