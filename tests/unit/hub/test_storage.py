"""What is on disk: keys outside, phones encrypted, nothing left after an erasure; the schema is what the tables say."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select

from kzg_desktop.errors import InvalidInput, StoreDamaged
from kzg_desktop.hub import tables
from kzg_desktop.hub.database import open_engine
from kzg_desktop.hub.hub import Hub
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.settings import Settings
from tests.unit.hub.live import Desktop, FakeClock, LiveHub, form


def files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("hub.db*")))


def checkpoint(hub: LiveHub) -> None:
    hub.hub.read_now(lambda c: c.exec_driver_sql("ROLLBACK") and c.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)"))


def apply(hub: LiveHub, **fields: str) -> str:
    answer = httpx.post(f"{hub.url}/apply/live-1", data=form(**fields), headers={"Accept": "application/json"})
    return str(answer.json()["application_id"])


def test_the_migrations_make_the_tables(hub: LiveHub) -> None:
    def differences(connection: object) -> list[object]:
        return compare_metadata(MigrationContext.configure(connection), tables.metadata)

    assert [] == [d for d in hub.hub.read_now(differences) if "alembic_version" not in str(d)]


def test_no_phone_is_in_the_database_and_no_key_either(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, tmp_path: Path
) -> None:
    apply(sqlite_hub)
    key = tmp_path / "hub" / "hub.key"
    assert 0o600 == stat.S_IMODE(key.stat().st_mode)
    stored = files(tmp_path / "hub")
    assert "王小明".encode() in stored, "the scan would find it"
    assert b"13800138000" not in stored
    assert bytes.fromhex(key.read_text()) not in stored


def test_nothing_of_a_person_is_left_after_an_erasure(
    sqlite_hub: LiveHub, sqlite_campaign: Desktop, desktops: Callable[..., Desktop], tmp_path: Path
) -> None:
    """Invariant 11, the hub's part; other desktops are told to erase."""
    id_, other = apply(sqlite_hub, name="欧阳若兰"), apply(sqlite_hub, name="欧阳若兰", job="job-b")
    kept = apply(sqlite_hub, phone="13900139000", name="李华")
    host = desktops(sqlite_hub, "host")
    assert 204 == sqlite_campaign.http.delete(f"/v1/applicants/{id_}").status_code
    page = host.changes()
    assert [("erase", id_), ("erase", other)] == [(item.op, item.id) for item in page.items]
    host.apply(page)
    assert [kept] == [row["id"] for row in host.applications()]
    assert host.snapshot() == host.rows
    checkpoint(sqlite_hub)
    assert "欧阳若兰".encode() not in files(tmp_path / "hub")
    counts = [
        len(sqlite_hub.hub.read_now(lambda c, t=t: c.execute(select(t)).all())) for t in (tables.person, tables.consent)
    ]
    assert [1, 1] == counts
    assert 404 == sqlite_campaign.http.delete(f"/v1/applicants/{id_}").status_code


def test_consent_is_kept_with_its_words_and_recipient(hub: LiveHub, desktop: Desktop) -> None:
    id_ = apply(hub)
    [row] = hub.hub.read_now(lambda c: c.execute(select(tables.consent)).all())
    assert (id_, "北辰电子", "招聘联系", hub.clock.ms) == (row.application_id, row.recipient, row.purpose, row.at)
    assert "提供给“北辰电子”" in row.text


def test_only_the_owner_can_read_the_files(tmp_path: Path) -> None:
    Hub(Settings(data_dir=tmp_path / "new"), FakeClock()).close()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").iterdir()}
    assert {"hub.db": 0o600, "hub.key": 0o600} == modes
    assert 0o700 == stat.S_IMODE((tmp_path / "new").stat().st_mode)


def test_the_same_phone_never_looks_the_same_but_has_one_hash() -> None:
    keys = Keys(b"k" * 32)
    first, second = keys.encrypt_phone("13800138000"), keys.encrypt_phone("13800138000")
    assert first != second
    assert ("13800138000", "13800138000") == (keys.decrypt_phone(first), keys.decrypt_phone(second))
    assert keys.phone_hash("13800138000") == keys.phone_hash("13800138000")
    assert keys.phone_hash("13800138000") != Keys(b"j" * 32).phone_hash("13800138000")
    with pytest.raises(StoreDamaged):
        Keys(b"j" * 32).decrypt_phone(first)


def test_a_signature_is_for_one_use_only() -> None:
    keys = Keys(b"k" * 32)
    signed = keys.sign("cursor", "a 1")
    assert "a 1" == keys.signed("cursor", signed)
    assert [None, None, None] == [
        keys.signed("receipt", signed),
        keys.signed("cursor", signed[:-2]),
        keys.signed("cursor", ""),
    ]


def test_the_key_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZG_HUB_KEY", "00" * 32)
    assert Keys(bytes(32)).phone_hash("1") == Keys.load(tmp_path).phone_hash("1")
    assert [] == list(tmp_path.iterdir())
    monkeypatch.setenv("KZG_HUB_KEY", "short")
    with pytest.raises(InvalidInput):
        Keys.load(tmp_path)


@pytest.mark.parametrize("lost", ["file", "environment"])
def test_a_database_is_not_opened_with_another_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str, database: str
) -> None:
    settings = Settings(data_dir=tmp_path, database=database)
    Hub(settings, FakeClock()).close()
    Hub(settings, FakeClock()).close()
    key = tmp_path / "hub.key"
    if lost == "file":
        key.unlink()
    else:
        monkeypatch.setenv("KZG_HUB_KEY", "00" * 32)
    with pytest.raises(InvalidInput, match=r"hub\.key.*KZG_HUB_KEY"):
        Hub(settings, FakeClock())
    assert (lost != "file") == key.exists(), "no other is made in its place"


def test_a_key_file_is_never_there_unfinished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="no space"):
            Keys.load(tmp_path)
    assert [] == list(tmp_path.iterdir())
    assert Keys.load(tmp_path).check == Keys.load(tmp_path).check
    assert ["hub.key"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense"])
def test_other_databases_are_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(InvalidInput):
        open_engine(Settings(data_dir=tmp_path, database=url), writing=True)


def test_a_database_that_does_not_answer_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="database cannot be opened") as caught:
        Hub(Settings(data_dir=tmp_path, database=f"postgresql:///kzg?host={tmp_path}"), FakeClock())
    assert 1 == len(str(caught.value).splitlines())


def test_errors_of_the_database_do_not_tell_values(sqlite_hub: LiveHub) -> None:
    statement = tables.person.insert()

    def twice(transaction: object) -> None:
        for _ in range(2):
            values = {"id": "p", "phone_hash": b"13800138000", "phone_cipher": b"x"}
            transaction.connection.execute(statement, values)

    with pytest.raises(Exception, match="UNIQUE") as caught:
        sqlite_hub.hub.write_now(twice)
    assert "13800138000" not in str(caught.value)
