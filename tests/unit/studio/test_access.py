"""Who is let in, and what the studio leaves in the data folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from kzg_desktop.errors import StoreFull
from kzg_desktop.studio.access import is_own_host, is_own_origin, token_given
from kzg_desktop.studio.files import (
    Whereabouts,
    forget_whereabouts,
    read_whereabouts,
    studio_token,
    write_file,
    write_whereabouts,
)


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1:8760", True),
        ("localhost", True),
        ("LOCALHOST:1", True),
        ("", False),
        ("127.0.0.1:", False),
        ("127.0.0.1:x", False),
        ("127.0.0.2", False),
        ("localhost.example", False),
        ("[::1]:8760", False),
        ("example.com:8760", False),
    ],
)
def test_hosts(host: str, own: bool) -> None:
    assert own == is_own_host(host)


@pytest.mark.parametrize(
    ("origin", "own"),
    [
        ("", True),
        ("null", True),
        ("file://", True),
        ("http://127.0.0.1:8760", True),
        ("https://127.0.0.1:8760", False),
        ("http://127.0.0.1:8761", False),
        ("http://localhost:8760", False),
        ("http://127.0.0.1:8760.example", False),
    ],
)
def test_origins(origin: str, own: bool) -> None:
    assert own == is_own_origin(origin, "127.0.0.1:8760")


@pytest.mark.parametrize(
    ("authorization", "query", "expected"),
    [
        (b"Bearer abc", b"", "abc"),
        (b"bearer  abc ", b"token=no", "abc"),
        (b"Basic abc", b"token=yes", "yes"),
        (b"", b"a=1&token=a%2Db", "a-b"),
        (b"", b"token=", ""),
        (b"\xff", b"\xff", ""),
    ],
)
def test_tokens(authorization: bytes, query: bytes, expected: str) -> None:
    scope: dict[str, Any] = {"headers": [(b"authorization", authorization)], "query_string": query}
    assert expected == token_given(scope)


def test_the_token_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    token = studio_token(tmp_path)
    assert token == studio_token(tmp_path)
    assert 0o600 == stat.S_IMODE((tmp_path / "studio-token").stat().st_mode)
    for damaged in (b"", b"short", b"\xff" * 40):
        (tmp_path / "studio-token").write_bytes(damaged)
        assert len(token) == len(studio_token(tmp_path))
        assert token != studio_token(tmp_path)


def test_whereabouts_are_read_and_only_our_own_are_forgotten(tmp_path: Path) -> None:
    assert read_whereabouts(tmp_path) is None
    ours = Whereabouts(port=8760, token="t" * 32, pid=os.getpid())
    write_whereabouts(tmp_path, ours)
    assert ours == read_whereabouts(tmp_path)
    forget_whereabouts(tmp_path, 8761)
    assert ours == read_whereabouts(tmp_path), "another studio of this process has another port"
    forget_whereabouts(tmp_path, 8760)
    assert read_whereabouts(tmp_path) is None
    write_whereabouts(tmp_path, Whereabouts(port=8760, token="t" * 32, pid=os.getpid() + 1))
    forget_whereabouts(tmp_path, 8760)
    assert read_whereabouts(tmp_path) is not None, "another process took over"
    (tmp_path / "studio.json").write_bytes(b"{")
    assert read_whereabouts(tmp_path) is None


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"old")
    (tmp_path / "kept.new").mkdir()
    with pytest.raises(StoreFull, match="cannot be written"):
        write_file(tmp_path / "kept", b"new")
    assert b"old" == (tmp_path / "kept").read_bytes()
