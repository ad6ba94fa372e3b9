from __future__ import annotations

from pathlib import Path

from kzg_desktop.ui.settings_store import Settings, SettingsStore


def test_a_change_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "settings.json"
    SettingsStore(path).change(theme="light", broadcast_id="b1")
    assert Settings(theme="light", broadcast_id="b1") == SettingsStore(path).value


def test_the_defaults_are_those_of_a_studio(tmp_path: Path) -> None:
    value = SettingsStore(tmp_path / "settings.json").value
    assert ("dark", "", "", "live") == (value.theme, value.language, value.mode, value.page)


def test_a_damaged_file_gives_the_defaults_and_can_be_written_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"theme": "da')
    store = SettingsStore(path)
    assert Settings() == store.value
    store.change(theme="auto")
    assert "auto" == SettingsStore(path).value.theme


def test_settings_of_a_newer_version_are_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "light", "flavour": "mint"}', encoding="utf-8")
    assert "light" == SettingsStore(path).value.theme


def test_what_cannot_be_written_is_kept_for_this_run(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    store = SettingsStore(blocked / "settings.json")
    store.change(theme="light")
    assert "light" == store.value.theme
