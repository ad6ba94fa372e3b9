"""The studio link while it runs: what fails in one part leaves the others as they are, and viewers see the truth."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtGui import QImage
from websockets.asyncio.client import connect

from kzg_desktop.domain.actions import ClearAir, SetMode
from kzg_desktop.errors import StoreBusy
from kzg_desktop.studio_link import StudioLink
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.live.live_desk import LiveDesk
from kzg_desktop.ui.settings_store import SettingsStore
from tests.gui.fake_desk import FakeClock, FakeDesk


class FakeSecrets:
    """Secrets in memory; locked, they can neither be read nor written."""

    place = "keyring"

    def __init__(self) -> None:
        self.locked = False
        self.kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        if self.locked:
            raise StoreBusy("the system's key ring cannot be used: locked")
        return self.kept.get(name)

    def set(self, name: str, value: str) -> None:
        self.kept[name] = value

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


@pytest.fixture
def secrets() -> FakeSecrets:
    return FakeSecrets()


@pytest.fixture
def running(
    desk: FakeDesk, tasks: Tasks, clock: FakeClock, store: SettingsStore, secrets: FakeSecrets, tmp_path: Path, until
) -> Callable[[], Any]:
    """Return a context manager that runs a link over the sample broadcast; it gives the link and what it said."""
    store.change(overlay_port=0)  # any

    @asynccontextmanager
    async def run() -> AsyncIterator[tuple[StudioLink, LiveDesk, list[str]]]:
        live = LiveDesk(desk, tasks, clock)
        unsubscribe = desk.subscribe(lambda _event: live.stage.refresh())
        live.open("b1")
        link = StudioLink(live, desk, store, secrets, tmp_path)
        said: list[str] = []
        link.failed.connect(lambda error: said.append(str(error)))
        tasks.spawn("studio", link.run())
        try:
            yield link, live, said
        finally:
            unsubscribe()
            live.stage.checks.stop()
            await tasks.close()

    return run


async def overlay(link: StudioLink) -> dict[str, Any]:
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.get(f"{link.info.overlay_url}/state")
        assert 200 == answer.status_code
        return answer.json()


def test_a_locked_key_ring_costs_the_password_only(drive, running, secrets, until) -> None:
    secrets.locked = True

    async def story() -> None:
        async with running() as (link, live, said):
            await until(lambda: link.info.overlay_url)
            await until(lambda: link.obs_status is not None)
            await live.air.take_now("key")
            await until(lambda: link.overlay.card)
            assert "SMT 操作员" == (await overlay(link))["card"]["title"]
            assert not link.info.obs_password_saved
            assert ["key ring" in words for words in said] == [True]

    drive(story())


def test_a_picture_that_cannot_be_drawn_leaves_the_overlay_as_it_is(drive, running, store, until) -> None:
    store.change(png_on=True, overlay_png="a\0b.png")

    async def story() -> None:
        async with running() as (link, live, said):
            await until(lambda: link.info.overlay_url and said)
            assert (await live.air.take_now("key")).done
            assert "SMT 操作员" == (await overlay(link))["card"]["title"]
            assert 1 == len(said)

    drive(story())


def test_a_server_that_dies_is_started_again_with_the_same_card(drive, running, until) -> None:
    async def story() -> None:
        async with running() as (link, live, said):
            await until(lambda: link.info.overlay_url)
            assert (await live.air.take_now("key")).done
            server = link._server
            assert server is not None
            _studio, loop = server._running
            loop.call_soon_threadsafe(loop.stop)  # whatever takes its thread down
            await until(lambda: link._server is not None and link._server is not server and link._server.url)
            await until(lambda: link.info.overlay_url == link._server.overlay_url)
            assert "SMT 操作员" == (await overlay(link))["card"]["title"]
            assert 1 == len(said)

    drive(story())


def test_a_folder_that_cannot_be_written_is_told_once_and_tried_again(
    drive, running, tmp_path, until, monkeypatch
) -> None:
    monkeypatch.setattr("kzg_desktop.studio_link._AGAIN_S", 0.05)
    (tmp_path / "overlay").write_text("in the way")

    async def story() -> None:
        async with running() as (link, _live, said):
            await until(lambda: said)
            assert link.info.problem
            await asyncio.sleep(0.2)
            assert 1 == len(said)
            (tmp_path / "overlay").unlink()
            await until(lambda: link.info.overlay_url)
            assert "" == link.info.problem

    drive(story())


def test_viewers_keep_the_card_while_the_local_rows_are_rebuilt(drive, running, desk, until) -> None:
    async def story() -> None:
        async with running() as (link, live, _said):
            await until(lambda: link.info.overlay_url)
            assert (await live.air.take_now("key")).done
            await until(lambda: link.overlay.card)
            rows, desk._rows = desk._rows, type(desk._rows)()
            live.stage.refresh()
            link.show(anew=True)
            assert "SMT 操作员" == link.overlay.card.title
            assert link.overlay.sign_up_url
            desk._rows = rows
            live.stage.refresh()
            await desk.act(ClearAir(broadcast_id="b1", event_id="c"))
            assert None is link.overlay.card

    drive(story())


def test_who_may_not_decide_what_viewers_see_shows_obs_nothing(drive, running, desk, until) -> None:
    async def story() -> None:
        async with running() as (link, live, _said):
            await until(lambda: link.info.overlay_url)
            assert (await live.air.take_now("key")).done
            assert link._belief().on_air
            desk.forbidden.add("pin:write")
            live.stage.refresh()
            assert None is link.overlay.card
            assert not link._belief().on_air

    drive(story())


def test_the_last_thing_that_viewers_are_told_is_that_nothing_is_on_air(
    drive, running, desk, store, tasks, tmp_path, until
) -> None:
    store.change(png_on=True)
    path = tmp_path / "overlay" / "overlay.png"

    async def story() -> None:
        async with running() as (link, live, _said):
            await until(lambda: link.info.overlay_url)
            await until(path.exists)
            empty = path.read_bytes()
            async with connect(link.info.overlay_url.replace("http", "ws") + "/ws", proxy=None) as page:
                assert (await live.air.take_now("key")).done
                while json.loads(await page.recv())["card"] is None:
                    pass
                await until(lambda: path.read_bytes() != empty)
                await desk.act(SetMode(broadcast_id="b1", mode="prepare", event_id="end"))
                tasks.cancel("studio")  # as "End and close" does
                assert None is json.loads(await page.recv())["card"]
            await until(lambda: not tasks.running("studio"))
            assert QImage.fromData(empty) == QImage.fromData(path.read_bytes())

    drive(story())


def test_a_program_that_closes_while_the_server_starts_leaves_no_address_behind(
    drive, running, tasks, tmp_path, until
) -> None:
    def studios() -> list[threading.Thread]:
        return [thread for thread in threading.enumerate() if thread.name == "studio"]

    async def story() -> None:
        async with running():
            await until(studios)
            tasks.cancel("studio")
            await until(lambda: not tasks.running("studio"))
            assert [] == studios()
            assert not (tmp_path / "studio.json").exists()

    drive(story())


def test_a_port_that_is_taken_is_said(drive, running, store, until) -> None:
    async def story() -> None:
        server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        store.change(overlay_port=port)
        async with running() as (link, _live, said):
            await until(lambda: link.info.overlay_url)
            assert str(port) in link.info.problem
            assert [] == said
        server.close()
        await server.wait_closed()

    drive(story())


def test_a_token_that_cannot_be_replaced_is_said(drive, running, tmp_path, until) -> None:
    async def story() -> None:
        async with running() as (link, _live, said):
            await until(lambda: link.info.control_token)
            token = tmp_path / "studio-token"
            token.unlink()
            token.mkdir()  # cannot be unlinked, as on a folder that has become read-only
            link.new_token()
            assert 1 == len(said)

    drive(story())
