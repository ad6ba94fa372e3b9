"""Where secrets are kept."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from kzg_desktop.cache.keys import cache_key, open_secrets
from kzg_desktop.errors import StoreBusy, StoreDamaged


class Ring(KeyringBackend):
    """A key ring in memory that can be locked."""

    priority = 5.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def _open(self) -> dict[tuple[str, str], str]:
        if self.locked:
            raise KeyringLocked("locked")
        return self.kept

    def get_password(self, service: str, username: str) -> str | None:
        return self._open().get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self._open()[service, username]


@pytest.fixture
def ring() -> Ring:
    made = Ring()
    keyring.set_keyring(made)
    return made


def test_a_key_is_made_once_for_each_hub(ring: Ring, tmp_path: Path) -> None:
    store = open_secrets(tmp_path)
    key = cache_key(store, "https://hub.example")
    assert 32 == len(key)
    assert key == cache_key(open_secrets(tmp_path), "https://hub.example")
    assert key != cache_key(store, "embedded")
    assert 2 == len(ring.kept)


def test_two_data_folders_share_no_secrets(ring: Ring, tmp_path: Path) -> None:
    assert cache_key(open_secrets(tmp_path / "a"), "x") != cache_key(open_secrets(tmp_path / "b"), "x")


def test_a_locked_key_ring_is_no_reason_for_a_new_key(ring: Ring, tmp_path: Path) -> None:
    store = open_secrets(tmp_path)
    cache_key(store, "embedded")
    ring.locked = True
    with pytest.raises(StoreBusy):
        cache_key(open_secrets(tmp_path), "embedded")


def test_without_a_key_ring_a_file_for_the_owner_only_is_used(ring: Ring, tmp_path: Path) -> None:
    ring.locked = True
    store = open_secrets(tmp_path)
    store.set("token", "abc")
    store.set("other", "def")
    store.delete("other")
    ring.locked = False
    assert ("abc", None) == (open_secrets(tmp_path).get("token"), store.get("other"))
    assert 0o600 == stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode)
    assert {} == ring.kept


def test_a_damaged_file_is_said_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "secrets.json").write_text("{")
    with pytest.raises(StoreDamaged):
        open_secrets(tmp_path)
    assert "{" == (tmp_path / "secrets.json").read_text()


def test_a_start_that_uses_the_file_does_not_load_the_key_ring(tmp_path: Path) -> None:
    (tmp_path / "secrets.json").write_text(json.dumps({"backend": "file", "secrets": {"a": "b"}}))
    code = (
        "import sys, pathlib; from kzg_desktop.cache.keys import open_secrets;"
        f"print(open_secrets(pathlib.Path({str(tmp_path)!r})).get('a'), 'keyring' in sys.modules)"
    )
    assert (
        "b False"
        == subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    )
