"""What a long broadcast asks of the desktop: pages come and go, and nothing of the old ones stays behind."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from PySide6.QtCore import SIGNAL

from kzg_desktop.importing.sample import BROADCAST_ID, missing_actions
from kzg_desktop.ui.live.page import LivePage
from kzg_desktop.ui.settings_page import SettingsPage


def test_pages_that_are_built_anew_while_on_air_leave_nothing_behind(tmp_path: Path, desk_of: Any, until: Any) -> None:
    async def story(app: Any) -> None:
        await app.link.wait_live()
        await app.desk.act(*missing_actions(app.desk, app.clock.now_ms()))
        app.window.show_broadcast(BROADCAST_ID)
        await until(lambda: app.studio.info.overlay_url and app.studio.obs_status)
        live = app.window.live
        assert (await live.air.set_mode_now("on_air")).done
        assert (await live.air.take_now("key")).done
        segment = live.stage.on_air

        def listeners() -> list[int]:
            studio, keymap = app.studio, app.preferences.keymap
            return [
                live.stage.receivers(SIGNAL("changed()")),
                live.air.receivers(SIGNAL("hinted(QString)")),
                studio.receivers(SIGNAL("obs_changed(PyObject)")),
                studio.receivers(SIGNAL("info_changed(PyObject)")),
                keymap.receivers(SIGNAL("changed()")),
                len(app.desk._events._callbacks),
            ]

        def alive() -> list[int]:
            gc.collect()
            objects = gc.get_objects()
            return [sum(type(found) is kind for found in objects) for kind in (LivePage, SettingsPage)]

        def turn() -> None:
            """Build every page anew, as another language does."""
            app.window._rebuild()
            app.window.show_page("settings")
            app.window.show_page("live")

        app.window.show_page("settings")
        app.window.show_page("live")
        before = listeners()
        for _ in range(3):
            turn()
        await until(lambda: before == listeners())  # deleted later
        assert [1, 1] == alive()
        assert segment == live.stage.on_air
        app.studio.obs_changed.emit(app.studio.obs_status)
        live.stage.refresh()
        assert (await live.air.clear_now("key")).done

    desk_of(tmp_path / "desk", story)
