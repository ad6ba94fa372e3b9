"""The desktop's composition root: builds, wires and closes. The only module that knows every layer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

# First what knows no Qt: once PySide6 is there, it reads the source of each module imported after it.
from kzg_desktop.link import Link  # isort: skip
from kzg_desktop.logs import start_logging  # isort: skip

from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2

from kzg_desktop import qtloop
from kzg_desktop.cache.keys import SecretStore, cache_key, open_secrets
from kzg_desktop.domain.clock import Clock, SystemClock
from kzg_desktop.lock import FolderLock
from kzg_desktop.studio_link import StudioLink
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.about import About
from kzg_desktop.ui.first_paint import FirstPaint
from kzg_desktop.ui.i18n import Languages
from kzg_desktop.ui.main_window import MainWindow
from kzg_desktop.ui.preferences import LookChoice, Preferences
from kzg_desktop.ui.privacy import CaptureGuard
from kzg_desktop.ui.settings_store import SettingsStore
from kzg_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from kzg_desktop.hiring_services import Office
    from kzg_desktop.studio.obs.status import ObsStatus
    from kzg_desktop.ui.hub_fields import WayIn
    from kzg_desktop.ui.live.confirm_dialog import Check
    from kzg_desktop.ui.settings_page import SettingsPage
    from kzg_desktop.ui.welcome import WelcomeChoice
    from kzg_desktop.wire_office import PasswordChange

__all__ = ["App", "Script", "run"]

log = logging.getLogger(__name__)

_STUDIO_AFTER_S = 3.0
"""The studio waits that long at the most for the first sync, which should have the machine to itself."""


class App:
    """One running desktop: a window over a desk, and a link that keeps the desk in step with its hub."""

    def __init__(self, qt: QApplication, data_dir: Path, clock: Clock) -> None:
        self.data_dir = data_dir
        self.clock = clock
        self.settings = SettingsStore(data_dir / "settings.json")
        theme = Theme(qt, self.settings.value.theme)
        languages = Languages(qt, self.settings.value.language)
        self.preferences = Preferences(self.settings, theme, languages)
        self.tasks = Tasks(self._on_task_failed)
        self.secrets: SecretStore
        self.desk: LocalDesk
        self.link: Link
        self.studio: StudioLink
        self.window: MainWindow | None = None
        self._guard = CaptureGuard(qt)
        self._closed = asyncio.Event()
        self._other_hub = False
        self._same_hub = ""

    async def main(self, script: Script | None = None) -> int:
        """Run until the window is closed, or until *script* has ended, and return the exit code."""
        self.secrets = await asyncio.to_thread(open_secrets, self.data_dir)
        try:
            while True:
                if self._other_hub or not self.settings.value.mode:
                    await self._welcome()
                if not self.settings.value.mode:
                    return 0
                code = await self._at_work(script)
                if not self._other_hub:
                    return code
        finally:
            await self.tasks.close()

    async def _welcome(self) -> None:
        """Ask where the hub is; all stays as it was when the user closes the window instead."""
        from kzg_desktop.ui.welcome import Welcome  # noqa: PLC0415 - only the first start needs it

        chosen: asyncio.Future[WelcomeChoice | None] = asyncio.get_running_loop().create_future()
        look = LookChoice(self.preferences)
        welcome = Welcome(self.tasks, self._sign_in, look, self._choose_password, hub_url=self._same_hub)
        welcome.chosen.connect(lambda choice: _settle(chosen, choice))
        welcome.closed.connect(lambda: _settle(chosen, None))
        welcome.show()
        choice = await chosen
        welcome.hide()
        welcome.deleteLater()
        if choice is not None:
            self.settings.change(mode=choice.mode, hub_url=choice.url)

    async def _sign_in(self, url: str, way: WayIn) -> bool:
        """Sign in; return whether a sign-in name and a password are still to be chosen."""
        from kzg_desktop.ui.hub_fields import ByInvitation  # noqa: PLC0415 - only the welcome needs it

        async with self._link_to(url) as link:
            if isinstance(way, ByInvitation):
                await link.sign_in(way.code)
            else:
                await link.sign_in(login=way.login, password=way.password)
        return isinstance(way, ByInvitation)

    async def _choose_password(self, url: str, change: PasswordChange) -> None:
        async with self._link_to(url) as link:
            await link.choose_password(change)

    @asynccontextmanager
    async def _link_to(self, url: str) -> AsyncIterator[Link]:
        """Have a link to a hub for a moment, before there is a window."""
        desk = await self._open_desk(url)
        try:
            yield Link(desk, self.secrets, hub=url, data_dir=self.data_dir)
        finally:
            await desk.close()

    async def _open_desk(self, hub: str) -> LocalDesk:
        key = await asyncio.to_thread(cache_key, self.secrets, hub)
        return await LocalDesk.open(self.data_dir, key, self.clock)

    async def _at_work(self, script: Script | None) -> int:
        """Show the window over the chosen hub's desk until it closes; closes everything in stages."""
        self._closed.clear()
        self._other_hub = False
        self._same_hub = ""
        hub = self.settings.value.hub
        async with AsyncExitStack() as stack:
            self.desk = await self._open_desk(hub)
            stack.push_async_callback(self.desk.close)
            self.link = Link(self.desk, self.secrets, hub=hub, data_dir=self.data_dir)
            self.window = self._open_window()
            stack.callback(self._close_window)
            stack.callback(self._cancel, "link", "studio")
            stack.push_async_callback(self.tasks.close)
            painted = FirstPaint(self.window)
            self.tasks.spawn("link", self._run_link(painted))
            self.tasks.spawn("studio", self._run_studio(painted))
            return await self._until_closed(script)

    async def _run_link(self, painted: FirstPaint) -> None:
        """Meet the hub once the window shows what is cached: loading what that takes would delay it."""
        await painted.wait()
        await self.desk.feed_counts("", since_minute=0)  # answered after whatever the window asked for first
        await self.link.run()

    async def _run_studio(self, painted: FirstPaint) -> None:
        """Serve overlay and controllers, after the rows are there: loading that takes a while, too."""
        await painted.wait()
        with suppress(TimeoutError):
            async with asyncio.timeout(_STUDIO_AFTER_S):
                await self.link.wait_live()
        await self.studio.run()

    def _connect_studio(self, window: MainWindow) -> None:
        self.studio = StudioLink(window.live, self.desk, self.settings, self.secrets, self.data_dir)
        self.studio.failed.connect(window.show_error)
        self.studio.obs_changed.connect(self._on_obs)
        window.settings_built.connect(self._on_settings_built)
        window.live.stage.changed.connect(self._on_stage)
        window.live.more_checks = self._air_checks
        if "settings" in window.built:
            self._on_settings_built(cast("SettingsPage", window.page_widget("settings")))

    def _on_settings_built(self, page: SettingsPage) -> None:
        """Let the settings show and change what the studio does."""
        studio = self.studio
        page.show_studio(studio.info)
        studio.info_changed.connect(page.show_studio)
        page.studio_changed.connect(studio.settings_changed)
        page.output_window_requested.connect(studio.open_window)
        page.control_token_requested.connect(studio.new_token)
        page.obs_password_entered.connect(self._on_obs_password)
        page.obs_test_requested.connect(lambda: self._test_obs(page))
        if studio.obs_status is not None:
            self._show_obs_in(page, studio.obs_status)

    def _on_obs_password(self, password: str) -> None:
        self.tasks.spawn("obs.password", self.studio.set_obs_password(password))

    def _test_obs(self, page: SettingsPage) -> None:
        async def test() -> None:
            self._show_obs_in(page, await self.studio.probe_obs())

        self.tasks.spawn("obs.test", test())

    def _show_obs_in(self, page: SettingsPage, status: ObsStatus) -> None:
        from kzg_desktop.ui.obs_text import obs_line  # noqa: PLC0415 - not needed for the first paint

        with suppress(RuntimeError):  # the page was built anew meanwhile
            page.show_obs_status(*obs_line(status))

    def _on_obs(self, status: ObsStatus) -> None:
        from kzg_desktop.ui.obs_text import obs_chip, obs_line  # noqa: PLC0415 - as above

        if self.window is None:
            return
        self.window.show_obs(obs_chip(status), obs_line(status)[0])
        if "settings" in self.window.built:
            self._show_obs_in(cast("SettingsPage", self.window.page_widget("settings")), status)

    def _on_stage(self) -> None:
        if self.window is not None:
            self._guard.set_hiding(self.window.live.runs_the_air)

    def _air_checks(self) -> Sequence[Check]:
        from kzg_desktop.ui.air_checks import air_checks  # noqa: PLC0415 - as above

        status, sign_up = self.studio.obs_status, self.studio.overlay.sign_up_url
        return air_checks(status, sign_up, hidden_from_capture=self._guard.supported)

    def _open_window(self) -> MainWindow:
        settings = self.settings.value
        about = About(
            data_folder=self.data_dir,
            mode="hub" if settings.mode == "hub" else "embedded",
            hub_url=settings.hub_url,
            account=self.desk.account.name if self.desk.account is not None else "",
            extra=(("SQLite", dbapi2.sqlite_version),),
        )
        window = MainWindow(self.desk, self.tasks, self.clock, self.preferences, about)
        window.close_requested.connect(self._closed.set)
        window.hub_change_requested.connect(self._on_other_hub)
        window.sign_in_requested.connect(self._on_sign_in)
        window.sign_out_requested.connect(self._on_sign_out)
        self._connect_studio(window)
        window.set_office(cast("Office", _CurrentOffice(self.link)))
        window.show()
        return window

    def _cancel(self, *names: str) -> None:
        for name in names:
            self.tasks.cancel(name)

    def _close_window(self) -> None:
        assert self.window is not None
        self.window.leave()
        self.window.deleteLater()
        self.window = None

    async def _until_closed(self, script: Script | None) -> int:
        if script is not None:
            return await script(self)
        await self._closed.wait()
        return 0

    async def closed_within(self, seconds: float) -> bool:
        """Wait that long at the most; return whether the user has asked to close the window."""
        try:
            async with asyncio.timeout(seconds):
                await self._closed.wait()
        except TimeoutError:
            return False
        return True

    def _on_other_hub(self) -> None:
        self._other_hub = True
        self._closed.set()

    def _on_sign_in(self) -> None:
        self._same_hub = self.settings.value.hub_url
        self._on_other_hub()

    def _on_sign_out(self) -> None:
        async def sign_out() -> None:
            await self.link.sign_out()
            self._on_sign_in()

        self.tasks.spawn("sign.out", sign_out())

    def _on_task_failed(self, _name: str, error: BaseException) -> None:
        if self.window is not None:
            self.window.show_error(error)


class _CurrentOffice:
    """The hub's services over whatever connection there is at each call; a new one replaces them."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def __getattr__(self, name: str) -> Any:
        return getattr(self._link.office, name)


def _settle(future: asyncio.Future[WelcomeChoice | None], choice: WelcomeChoice | None) -> None:
    if not future.done():
        future.set_result(choice)


Script: TypeAlias = Callable[[App], Awaitable[int]]
"""Something that uses a running desktop, such as the demo; the desktop closes when it returns its exit code."""


def run(
    data_dir: Path, *, verbose: bool = False, script: Script | None = None, mode: Literal["", "embedded"] = ""
) -> int:
    """Run a desktop on the files in *data_dir* and return its exit code; *mode* answers the welcome beforehand.

    Raises:
        AlreadyRunning: another window uses that folder.
        StoreError: the folder's files cannot be used at all.
    """
    start_logging(data_dir, to_stderr=verbose)
    qt = QApplication.instance() or QApplication(["kzg-desktop"])
    assert isinstance(qt, QApplication)
    qt.setApplicationName("KZG Desktop")
    qt.setDesktopFileName("kzg-desktop")
    lock = FolderLock(data_dir)
    try:
        app = App(qt, data_dir, SystemClock())
        if mode:
            app.settings.change(mode=mode)
        return qtloop.run(qt, app.main(script))
    finally:
        lock.release()
