"""Logs stay short."""

from __future__ import annotations

from pathlib import Path

from kzg_desktop.logs import begin_anew_if_long


def test_a_long_log_is_put_aside_and_a_short_one_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "hub.log"
    begin_anew_if_long(path)
    path.write_bytes(b"short")
    begin_anew_if_long(path)
    assert b"short" == path.read_bytes()
    for text in (b"a", b"b"):
        path.write_bytes(text * 1_000_000)
        begin_anew_if_long(path)
        assert (False, text) == (path.exists(), (tmp_path / "hub.log.1").read_bytes()[:1])
