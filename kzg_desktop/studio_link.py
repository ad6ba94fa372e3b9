"""Between the live desk and the studio: carries what is on air to viewers and controllers, and back what OBS says."""

from __future__ import annotations

import asyncio
import importlib
import logging
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, QSize, QTimer, Signal

from kzg_desktop.cache.keys import SecretStore
from kzg_desktop.domain.air_card import AirCard, air_card
from kzg_desktop.errors import StoreError
from kzg_desktop.services import Desk
from kzg_desktop.studio.files import forget_token
from kzg_desktop.studio.state import ControlState, OverlayState
from kzg_desktop.ui.live.live_desk import LiveDesk
from kzg_desktop.ui.settings.studio_info import StudioInfo
from kzg_desktop.ui.settings_store import SettingsStore

if TYPE_CHECKING:
    from kzg_desktop.studio.obs.link import ObsLink
    from kzg_desktop.studio.obs.settings import Belief, ObsSettings
    from kzg_desktop.studio.obs.status import ObsStatus
    from kzg_desktop.studio.png import PngOutput
    from kzg_desktop.studio.server import StudioServer
    from kzg_desktop.ui.output_window import OutputWindow

__all__ = ["OBS_PASSWORD", "StudioLink"]

log = logging.getLogger(__name__)

OBS_PASSWORD = "obs-password"  # noqa: S105 - the name under which it is kept, not the password
PNG_NAME = Path("overlay") / "overlay.png"
_TICK_MS = 1000
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
        self._picture_due = asyncio.Event()
        self._restart = asyncio.Event()
        self._window: OutputWindow | None = None
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.show)

    @property
    def info(self) -> StudioInfo:
        """What the settings show."""
        return self._info

    def look_up_kinds(self) -> None:
        """Name the kinds of card that a scene can be chosen for: the employment types of the library."""
        kinds = sorted({job.employment_type for job in self._desk.jobs() if job.employment_type})
        self._tell_info(card_kinds=tuple((kind, kind) for kind in kinds))

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
        self._password = await asyncio.to_thread(self._saved_password)
        self._live.stage.changed.connect(self.show)
        self._tick.start()
        try:
            async with asyncio.TaskGroup() as together:
                together.create_task(self._serve(), name="studio.server")
                together.create_task(self._follow_obs(), name="studio.obs")
                together.create_task(self._draw(), name="studio.png")
        finally:
            self._tick.stop()
            with suppress(RuntimeError):
                self._live.stage.changed.disconnect(self.show)
            self.close_window()
            await self._close_picture()

    def _saved_password(self) -> str:
        return self._secrets.get(OBS_PASSWORD) or ""

    async def _serve(self) -> None:
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
        except (OSError, StoreError) as error:
            self._tell_info(problem=str(error))
            self.failed.emit(StoreError(f"the overlay page cannot be served: {error}"))
            await self._restart.wait()
            return
        self._server = server
        self._tell_info(
            problem="",
            overlay_url=server.overlay_url,
            overlay_file=str(server.overlay_file),
            control_url=server.url,
            control_token=server.token,
        )
        self.show(anew=True)
        try:
            await self._restart.wait()
        finally:
            self._server = None
            await server.stop()

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
        told = ""
        while True:
            await self._picture_due.wait()
            self._picture_due.clear()
            if not self._settings.value.png_on:
                continue
            try:
                await self._write_picture()
                told = ""
            except (StoreError, OSError) as error:
                if str(error) != told:  # once for each trouble, not once for each card
                    told = str(error)
                    self.failed.emit(error if isinstance(error, StoreError) else StoreError(str(error)))

    async def _write_picture(self) -> None:
        from kzg_desktop.studio.png import PngOutput  # noqa: PLC0415 - loaded on a thread before
        from kzg_desktop.widgets.overlay_painter import overlay_image, png_bytes  # noqa: PLC0415 - only with a picture

        path = self.png_path
        if self._png is None or self._png.path != path:
            await self._close_picture()
            await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
            self._png = PngOutput(path)
        image = overlay_image(_PNG_SIZE, self._overlay.card, self._qr(), self._settings.value.png_layout)
        await self._png.write(await asyncio.to_thread(png_bytes, image))

    async def _close_picture(self) -> None:
        if self._png is not None:
            png, self._png = self._png, None
            await png.close()

    # --- what goes out

    def show(self, *, anew: bool = False) -> None:
        """Publish what has changed; all of it where *anew*."""
        url = self._settings.value.public_url
        broadcast_id = self._live.stage.broadcast_id
        sign_up = f"{url.rstrip('/')}/apply/{broadcast_id}" if url and broadcast_id else ""
        shown = OverlayState(
            revision=self._overlay.revision,
            card=self._card(),
            sign_up_url=sign_up or (self._desk.sign_up_url(broadcast_id) if broadcast_id else ""),
        )
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

    def _card(self) -> AirCard | None:
        stage = self._live.stage
        on_air = stage.on_air
        if on_air is None or not self._desk.may("pin:write"):
            return None
        return air_card(on_air, stage.vacancy(on_air.card.id))

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

        stage = self._live.stage
        on_air = stage.on_air
        return Belief(
            mode=stage.mode,
            on_air=on_air is not None,
            card_kind=on_air.card.employment_type if on_air is not None else "",
            segment_id=on_air.id if on_air is not None else "",
            overlay_url=self._info.overlay_url,
            overlay_file=self._info.overlay_file,
            overlay_png=str(self.png_path) if self._settings.value.png_on else "",
        )

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
        forget_token(self._data_dir)
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
            self._window = OutputWindow()
            self._window.setProperty("captured", True)
            self._window.closed.connect(self._forget_window)
        self._window.show()
        self._window.raise_()
        self._show_in_window()

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
