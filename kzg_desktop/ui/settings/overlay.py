"""What viewers see and how it reaches the streaming program: page, picture, window, and the link to sign up."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from kzg_desktop.ui.about import About
from kzg_desktop.ui.settings.addresses import is_loopback, port_number, public_address
from kzg_desktop.ui.settings.parts import (
    CheckedField,
    CopyRow,
    Row,
    button,
    choice,
    note,
    section,
)
from kzg_desktop.ui.settings.studio_info import StudioInfo
from kzg_desktop.ui.settings_store import SettingsStore
from kzg_desktop.widgets.tokens import UNIT

__all__ = ["OverlaySection"]

_PORT_WIDTH = 24 * UNIT


class OverlaySection(QWidget):
    """``changed`` names a field of the settings that has another value now. ``said``: a confirmation."""

    changed = Signal(str)
    said = Signal(str)
    output_window_requested = Signal()

    def __init__(self, store: SettingsStore, about: About, info: StudioInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._about = about
        self._url = ""
        self._build()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * UNIT)
        for part in (self._page(), self._link(), self._picture(), self._window()):
            column.addWidget(part)
        self.show_studio(info)
        self._advise_on_link()
        self.setFocusProxy(self.layout_choice)

    def show_studio(self, info: StudioInfo) -> None:
        """Show addresses and files as they are now."""
        self._url = info.overlay_url
        self._file.show_value(info.overlay_file)
        self._problem.setText(info.problem)
        self._problem.setVisible(bool(info.problem))
        self._show_address()

    # --- building

    def _build(self) -> None:
        settings = self._store.value
        self.layout_choice = choice(self._layouts(), "lower-third", lambda _layout: self._show_address())
        self.address = CopyRow("", what=self.tr("address of the overlay"))
        self._file = CopyRow("", what=self.tr("path of the page"))
        self.port = CheckedField(str(settings.overlay_port), port_number, name=self.tr("Port"), width=_PORT_WIDTH)
        self.port.advise(
            self.tr("Another port changes the addresses; they have to be entered again where they are used.")
        )
        self._problem = note("", "warning")
        self.public_url = CheckedField(
            settings.public_url,
            public_address,
            name=self.tr("Address for phones"),
            hint="https://jobs.example.com",
        )
        self.png_on = QCheckBox(self.tr("Keep a picture of the card up to date"))
        self.png_on.setChecked(settings.png_on)
        self.png_layout = choice(
            self._layouts(), settings.png_layout, lambda value: self._store_as("png_layout", value)
        )
        shapes = [("16:9", self.tr("Landscape 1920×1080")), ("9:16", self.tr("Portrait 1080×1920"))]
        self.png_shape = choice(shapes, settings.png_shape, lambda value: self._store_as("png_shape", value))
        self.png = CopyRow(self._png_path(), what=self.tr("path of the picture"))
        self.png.add(button(self.tr("Choose…"), self._choose_png))
        self.output = button(self.tr("Open output window"), self.output_window_requested.emit)
        self.port.accepted.connect(lambda port: self._store_as("overlay_port", port))
        self.public_url.accepted.connect(self._on_public_url)
        self.png_on.toggled.connect(lambda on: self._store_as("png_on", on))
        for row in (self.address, self._file, self.png):
            row.copied.connect(self.said)

    def _layouts(self) -> list[tuple[str, str]]:
        return [
            ("lower-third", self.tr("Lower third")),
            ("full-card", self.tr("Full card")),
            ("ticker", self.tr("Ticker")),
        ]

    def _page(self) -> QWidget:
        told = self.tr("Add this address as a browser source, as large as your stream: 1080×1920 or 1920×1080.")
        rows: list[Row] = [
            (self.tr("Layout"), self.layout_choice),
            (self.tr("Address"), self.address),
            (self.tr("As a file"), self._file),
            ("", note(self.tr("The file shows the same and may be opened before this program runs."))),
            (self.tr("Port"), self.port),
            ("", self._problem),
        ]
        return section(self.tr("Overlay page"), rows, told)

    def _link(self) -> QWidget:
        return section(self.tr("Sign-up link"), [(self.tr("Address for phones"), self.public_url)])

    def _picture(self) -> QWidget:
        told = self.tr("A PNG with a transparent background, for programs without a browser source.")
        rows: list[Row] = [
            ("", self.png_on),
            (self.tr("Layout"), self.png_layout),
            (self.tr("Shape"), self.png_shape),
            (self.tr("File"), self.png),
        ]
        return section(self.tr("Picture"), rows, told)

    def _window(self) -> QWidget:
        told = self.tr("A window with nothing but the card, to be captured or put on a second screen.")
        return section(self.tr("Output window"), [("", self.output)], told)

    # --- doing

    def _store_as(self, field: str, value: object) -> None:
        if getattr(self._store.value, field) != value:
            self._store.change(**{field: value})
            self.changed.emit(field)

    def _show_address(self) -> None:
        layout = urlencode({"layout": self.layout_choice.currentData()})
        self.address.show_value(f"{self._url}?{layout}" if self._url else "")

    def _on_public_url(self, url: object) -> None:
        self._store_as("public_url", url)
        self._advise_on_link()

    def _advise_on_link(self) -> None:
        url = self._store.value.public_url
        own = "" if self._about.mode == "embedded" else self._about.hub_url
        if is_loopback(url or own) or not (url or own):
            words = self.tr("Only this computer can open the QR code's page. Enter the address that phones reach.")
            self.public_url.advise(words, "warning")
        elif not url:
            self.public_url.advise(self.tr("Empty: the QR code leads to the hub, {url}.").format(url=own))
        else:
            self.public_url.advise(self.tr("The QR code leads here; this address has to reach the hub."))

    def _png_path(self) -> str:
        return self._store.value.overlay_png or str(self._default_png())

    def _default_png(self) -> Path:
        return self._about.data_folder / "overlay" / "overlay.png"

    def _choose_png(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the picture goes"), self._png_path(), "PNG (*.png)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.fileSelected.connect(self.use_png)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_png(self, path: str) -> None:
        """Keep the picture in that file from now on."""
        self._store_as("overlay_png", "" if Path(path) == self._default_png() else path)
        self.png.show_value(self._png_path())
