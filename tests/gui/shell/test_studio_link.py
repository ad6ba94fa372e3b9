"""What the studio shows in the settings and in the output window, before it serves anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzg_desktop.cache.keys import open_secrets
from kzg_desktop.studio_link import StudioLink
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.live.live_desk import LiveDesk
from kzg_desktop.ui.settings_store import SettingsStore
from kzg_desktop.widgets.overlay_canvas import OutputLook
from tests.gui.fake_desk import FakeClock, FakeDesk


@pytest.fixture
def live(desk: FakeDesk, tasks: Tasks, clock: FakeClock, store: SettingsStore) -> Iterator[LiveDesk]:
    live = LiveDesk(desk, tasks, clock)
    live.keymap = Keymap(store)
    stop = desk.subscribe(lambda _event: live.stage.refresh())
    yield live
    stop()
    live.stage.checks.stop()


@pytest.fixture
def link(live: LiveDesk, desk: FakeDesk, store: SettingsStore, tmp_path: Path, monkeypatch) -> StudioLink:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return StudioLink(live, desk, store, open_secrets(tmp_path), tmp_path)


def test_a_scene_can_be_chosen_for_every_kind_of_card_there_is(
    link: StudioLink, desk: FakeDesk, store: SettingsStore
) -> None:
    desk.put(replace(desk.job("j1"), employment_type="正式工"))
    desk.put(replace(desk.job("j2"), employment_type="小时工"))
    store.change(obs_scenes={"派遣": "厂区"})
    link.tell_kinds()
    assert ["小时工", "正式工", "派遣"] == [kind for kind, _words in link.info.card_kinds]


def test_new_kinds_are_offered_as_jobs_come(link: StudioLink, desk: FakeDesk) -> None:
    told: list[object] = []
    link.info_changed.connect(told.append)
    link.tell_kinds()
    desk.put(replace(desk.job("j1"), employment_type="短期工"))
    link.tell_kinds()
    assert "短期工" in dict(link.info.card_kinds)


def test_the_keys_of_the_air_work_in_the_output_window(link: StudioLink, live: LiveDesk, drive, until) -> None:
    async def story() -> None:
        live.open("b1")
        link.open_window()
        window = link.window
        window.activateWindow()
        await until(lambda: QApplication.focusWidget() is window)
        QTest.keyClick(window, Qt.Key.Key_Space)
        await until(lambda: live.stage.on_air)
        QTest.keyClick(window, Qt.Key.Key_Escape)
        await until(lambda: live.stage.on_air is None)
        assert window.isVisible()
        link.close_window()

    drive(story())


def test_the_output_window_looks_as_it_did(link: StudioLink, store: SettingsStore) -> None:
    link.open_window()
    QTest.keyClick(link.window, Qt.Key.Key_R)
    chosen = link.window.look
    link.close_window()
    link.open_window()
    assert chosen == link.window.look
    link.close_window()
    store.change(output_look={"ratio": "4:3"})
    link.open_window()
    assert OutputLook() == link.window.look
    link.close_window()
