"""Between the live desk and the studio: carries what is on air to viewers and controllers, and back what OBS says."""

from __future__ import annotations

import asyncio
import importlib
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from msgspec import ValidationError, convert, to_builtins
from msgspec.structs import replace
from PySide6.QtCore import QObject, QSize, QTimer, Signal

from kzg_desktop.cache.keys import SecretStore
from kzg_desktop.domain.air_card import AirCard, air_card
from kzg_desktop.errors import StoreError, UserError
from kzg_desktop.services import Desk, DeskEvent, RowsChanged
from kzg_desktop.studio.files import forget_token
from kzg_desktop.studio.state import ControlState, OverlayState
from kzg_desktop.ui.live.live_desk import LiveDesk
from kzg_desktop.ui.settings.studio_info import StudioInfo
from kzg_desktop.ui.settings_store import SettingsStore

if TYPE_CHECKING:
    from kzg_desktop.domain.entities import AirSegment
    from kzg_desktop.studio.obs.link import ObsLink
    from kzg_desktop.studio.obs.settings import Belief, ObsSettings
    from kzg_desktop.studio.obs.status import ObsStatus
    from kzg_desktop.studio.png import PngOutput
    from kzg_desktop.studio.server import StudioServer
    from kzg_desktop.ui.output_window import OutputWindow
    from kzg_desktop.widgets.overlay_canvas import OutputLook

__all__ = ["OBS_PASSWORD", "StudioLink"]

log = logging.getLogger(__name__)

OBS_PASSWORD = "obs-password"  # noqa: S105 - the name under which it is kept, not the password
PNG_NAME = Path("overlay") / "overlay.png"
_TICK_MS = 1000
_AGAIN_S = 2.0
"""What could not be done is tried again after that long."""
_PNG_SIZE = QSize(1920, 1080)


class StudioLink(QObject):
    """Feeds overlay page, picture, output window, controllers and OBS from *live* for as long as :meth:`run` runs."""

    info_changed = Signal(object)
    """The addresses to show in the settings, as `StudioInfo`."""
    obs_changed = Signal(object)
    """How the link to OBS stands, as `ObsStatus`."""
    failed = Signal(object)
    """An error that the host should read."""

    def __init__(
        self, live: LiveDesk, desk: Desk, settings: SettingsStore, secrets: SecretStore, data_dir: Path
    ) -> None:
        super().__init__()
        self._live = live
        self._desk = desk
        self._settings = settings
        self._secrets = secrets
        self._data_dir = data_dir
        self._overlay = OverlayState()
        self._control = ControlState()
        self._info = StudioInfo()
        self._server: StudioServer | None = None
        self._obs: ObsLink | None = None
        self._png: PngOutput | None = None
        self._password = ""
        self._told: dict[str, str] = {}
        self._picture_due = asyncio.Event()
        self._restart = asyncio.Event()
        self._window: OutputWindow | None = None
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.show)

    @property
    def info(self) -> StudioInfo:
        """What the settings show."""
        return self._info

    @property
    def overlay(self) -> OverlayState:
        """What viewers see now."""
        return self._overlay

    @property
    def obs_status(self) -> ObsStatus | None:
        """How the link to OBS stands, None while it does not run."""
        return self._obs.status if self._obs is not None else None

    @property
    def png_path(self) -> Path:
        """The picture's file."""
        chosen = self._settings.value.overlay_png
        return Path(chosen) if chosen else self._data_dir / PNG_NAME

    # --- running

    async def run(self) -> None:
        """Serve until cancelled; whatever cannot be had is told, and the rest goes on."""
        modules = ("studio.server", "studio.obs.link", "studio.obs.probe", "studio.png", "studio.qr")
        for module in modules:  # slow to load, and not needed for the first paint
            await asyncio.to_thread(importlib.import_module, f"kzg_desktop.{module}")
        self._password = await self._saved_password()
        self._live.stage.changed.connect(self.show)
        unsubscribe = self._desk.subscribe(self._on_event)
        self.tell_kinds()
        self._tick.start()
        try:
            async with asyncio.TaskGroup() as together:
                for name, work in (("server", self._serve), ("obs", self._follow_obs), ("png", self._draw)):
                    together.create_task(self._kept(name, work), name=f"studio.{name}")
        finally:
            self._tick.stop()
            unsubscribe()
            with suppress(RuntimeError):
                self._live.stage.changed.disconnect(self.show)
            self.close_window()
            await self._leave_picture()

    async def _kept(self, name: str, work: Callable[[], Awaitable[object]]) -> NoReturn:
        """Do *work*, and again when it ends: nothing that goes wrong in one part may take the others down."""
        while True:
            try:
                await work()
            except Exception as error:
                log.exception("studio.%s failed", name)
                self._fail(name, self.tr("A part of the output failed and is started again: {0}").format(error))
            await asyncio.sleep(_AGAIN_S)

    def _fail(self, name: str, words: str) -> None:
        """Tell what is wrong with a part, once until it is well again."""
        if self._told.get(name) != words:
            self._told[name] = words
            self.failed.emit(UserError(words))

    async def _saved_password(self) -> str:
        try:
            return await asyncio.to_thread(self._secrets.get, OBS_PASSWORD) or ""
        except StoreError as error:
            self._fail("obs", self.tr("The saved password of OBS cannot be read: {0}").format(error))
            return ""

    async def _serve(self) -> NoReturn:
        """Serve, and again with another port or token when that is asked for."""
        while True:
            self._restart.clear()
            await self._serve_once()

    async def _serve_once(self) -> None:
        from kzg_desktop.studio.server import StudioServer  # noqa: PLC0415 - loaded on a thread before

        port = self._settings.value.overlay_port
        server = StudioServer(self._live.remote, asyncio.get_running_loop(), port=port, data_dir=self._data_dir)
        try:
            await server.start()
            self._server = server
            self._tell_served(server, port)
            self._told.pop("server", None)
            self.show(anew=True)
            if not await self._until_restart(server.wait()):
                raise StoreError("it ended by itself")  # noqa: TRY301 - told like one that did not start
        except (OSError, StoreError) as error:
            self._server = None
            problem = self.tr("The overlay page cannot be served: {0}").format(error)
            self._tell_info(problem=problem, overlay_url="", control_url="", control_token="")
            self._fail("server", problem)
            await self._until_restart(asyncio.sleep(_AGAIN_S))
        finally:
            self._server = None
            await server.stop()

    def _tell_served(self, server: StudioServer, wanted: int) -> None:
        moved = self.tr("Port {0} is taken by another program: the addresses have another one now.")
        self._tell_info(
            problem=moved.format(wanted) if wanted not in {0, server.port} else "",
            overlay_url=server.overlay_url,
            overlay_file=str(server.overlay_file),
            control_url=server.url,
            control_token=server.token,
        )

    async def _until_restart(self, other: Coroutine[Any, Any, object]) -> bool:
        """Wait until a restart is asked for, or *other* has ended; return whether it was the restart."""
        waiting = [asyncio.create_task(work, name="studio.wait") for work in (self._restart.wait(), other)]
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
        return self._restart.is_set()

    async def _follow_obs(self) -> None:
        from kzg_desktop.studio.obs.link import ObsLink  # noqa: PLC0415 - loaded on a thread before

        self._obs = ObsLink(self._obs_settings(), self._on_obs)
        self._believe()
        try:
            await self._obs.run()
        finally:
            self._obs = None

    async def _draw(self) -> None:
        """Keep the picture up to date, one write after the other; the newest wins."""
        while True:
            await self._picture_due.wait()
            self._picture_due.clear()
            if not self._settings.value.png_on:
                continue
            try:
                await self._write_picture()
                self._told.pop("png", None)
            except (StoreError, OSError) as error:
                self._fail("png", self.tr("The overlay's picture is not up to date: {0}").format(error))

    async def _write_picture(self) -> None:
        from kzg_desktop.studio.png import PngOutput  # noqa: PLC0415 - loaded on a thread before
        from kzg_desktop.widgets.overlay_painter import overlay_image, png_bytes  # noqa: PLC0415 - only with a picture

        path = self.png_path
        if self._png is None or self._png.path != path:
            await self._close_picture()
            await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
            self._png = PngOutput(path)
        settings = self._settings.value
        size = _PNG_SIZE if settings.png_shape == "16:9" else _PNG_SIZE.transposed()
        image = overlay_image(size, self._overlay.card, self._qr(), settings.png_layout)
        await self._png.write(await asyncio.to_thread(png_bytes, image))

    async def _leave_picture(self) -> None:
        """Leave behind what viewers are to see from now on: after the end of a broadcast, nothing."""
        if self._png is not None and self._settings.value.png_on:
            try:
                await self._write_picture()
            except Exception:  # whatever it is, the program closes
                log.warning("the overlay's picture is not up to date", exc_info=True)
        await self._close_picture()

    async def _close_picture(self) -> None:
        if self._png is not None:
            png, self._png = self._png, None
            await png.close()

    # --- what goes out

    def show(self, *, anew: bool = False) -> None:
        """Publish what has changed; all of it where *anew*."""
        shown = self._shown()
        if shown != self._overlay or anew:
            self._overlay = replace(shown, revision=shown.revision + 1)
            self._picture_due.set()
            self._show_in_window()
            if self._server is not None:
                self._server.publish_overlay(self._overlay)
        control = replace(self._live.remote.state(), revision=self._control.revision)
        if control != self._control or anew:
            self._control = replace(control, revision=control.revision + 1)
            if self._server is not None:
                self._server.publish_control(self._control)
        self._believe()

    def _shown(self) -> OverlayState:
        """Return what viewers should see; while the broadcast's rows are being rebuilt, what they see already."""
        stage, url = self._live.stage, self._settings.value.public_url
        broadcast_id = stage.broadcast_id
        if broadcast_id and stage.broadcast is None:
            return self._overlay
        sign_up = f"{url.rstrip('/')}/apply/{broadcast_id}" if url and broadcast_id else ""
        return OverlayState(
            revision=self._overlay.revision,
            card=self._card(),
            sign_up_url=sign_up or (self._desk.sign_up_url(broadcast_id) if broadcast_id else ""),
        )

    @property
    def _on_air(self) -> AirSegment | None:
        """What this desk shows: nothing, where it may not decide what viewers see."""
        return self._live.stage.on_air if self._desk.may("pin:write") else None

    def _card(self) -> AirCard | None:
        on_air = self._on_air
        return air_card(on_air, self._live.stage.vacancy(on_air.card.id)) if on_air is not None else None

    def _qr(self) -> tuple[tuple[bool, ...], ...]:
        from kzg_desktop.studio.qr import qr_matrix  # noqa: PLC0415 - as above

        return qr_matrix(self._overlay.sign_up_url)

    # --- OBS

    def _obs_settings(self) -> ObsSettings:
        from kzg_desktop.studio.obs.settings import ObsSettings  # noqa: PLC0415 - as above

        chosen = self._settings.value
        return ObsSettings(
            enabled=chosen.obs_on,
            host=chosen.obs_host,
            port=chosen.obs_port,
            password=self._password,
            scene_on_air=chosen.obs_scene_on_air,
            scene_clear=chosen.obs_scene_clear,
            scenes=dict(chosen.obs_scenes),
            overlay_source=chosen.obs_overlay_source,
        )

    def _believe(self) -> None:
        if self._obs is not None and self._live.stage.broadcast is not None:  # before, nothing is known of the air
            self._obs.believe(self._belief())

    def _belief(self) -> Belief:
        from kzg_desktop.studio.obs.settings import Belief  # noqa: PLC0415 - as above

        on_air = self._on_air
        return Belief(
            mode=self._live.stage.mode,
            on_air=on_air is not None,
            card_kind=on_air.card.employment_type if on_air is not None else "",
            segment_id=on_air.id if on_air is not None else "",
            overlay_url=self._info.overlay_url,
            overlay_file=self._info.overlay_file,
            overlay_png=str(self.png_path) if self._settings.value.png_on else "",
        )

    def tell_kinds(self) -> None:
        """Offer a scene for every kind of card: those of the jobs there are, and those that have a scene already."""
        kinds = {job.employment_type for job in self._desk.jobs()} | set(self._settings.value.obs_scenes)
        self._tell_info(card_kinds=tuple((kind, kind) for kind in sorted(kinds - {""})))

    def _on_event(self, event: DeskEvent) -> None:
        if isinstance(event, RowsChanged) and "job" in event.entities:
            self.tell_kinds()

    def _on_obs(self, status: ObsStatus) -> None:
        self.obs_changed.emit(status)
        self._tell_info(obs_scenes=status.scenes, obs_sources=status.sources)

    # --- what the user sets

    def settings_changed(self, name: str) -> None:
        """Follow the setting of that name as it is now."""
        if name == "overlay_port":
            self._restart.set()
        if name.startswith("obs_") and self._obs is not None:
            self._obs.configure(self._obs_settings())
        self.show(anew=name.startswith(("png_", "overlay_")))

    def new_token(self) -> None:
        """Shut out every controller that holds the token of now."""
        try:
            forget_token(self._data_dir)
        except StoreError as error:
            self.failed.emit(error)
        else:
            self._restart.set()

    async def set_obs_password(self, password: str) -> None:
        """Keep the password of OBS with the other secrets and connect with it."""
        await asyncio.to_thread(self._secrets.set, OBS_PASSWORD, password)
        self._password = password
        self._tell_info(obs_password_saved=bool(password))
        if self._obs is not None:
            self._obs.configure(self._obs_settings())

    async def probe_obs(self) -> ObsStatus:
        """Try the connection once, with the settings as they are."""
        from kzg_desktop.studio.obs.probe import probe  # noqa: PLC0415 - as above

        return await probe(self._obs_settings(), self._belief())

    def open_window(self) -> None:
        """Open the clean output, or bring it to the front."""
        from kzg_desktop.ui.output_window import OutputWindow  # noqa: PLC0415 - only when it is asked for

        if self._window is None:
            self._window = OutputWindow(self._output_look())
            self._window.setProperty("captured", True)
            self._window.changed.connect(self._keep_output_look)
            self._window.closed.connect(self._forget_window)
            self._live.bind_air(self._window)
        self._window.show()
        self._window.raise_()
        self._show_in_window()

    @property
    def window(self) -> OutputWindow | None:
        """The clean output, None while it is closed."""
        return self._window

    def _output_look(self) -> OutputLook:
        from kzg_desktop.widgets.overlay_canvas import OutputLook  # noqa: PLC0415 - only with the window

        try:
            return convert(self._settings.value.output_look, OutputLook)
        except ValidationError:  # edited by hand
            return OutputLook()

    def _keep_output_look(self) -> None:
        if self._window is not None:
            self._settings.change(output_look=to_builtins(self._window.look))

    def close_window(self) -> None:
        """Close the clean output."""
        if self._window is not None:
            self._window.close()

    def _forget_window(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None

    def _show_in_window(self) -> None:
        if self._window is not None:
            self._window.show_card(self._overlay.card, self._qr())

    def _tell_info(self, **changes: Any) -> None:
        info = replace(self._info, obs_password_saved=bool(self._password))
        info = replace(info, **changes)
        if info != self._info:
            self._info = info
            self.info_changed.emit(info)
