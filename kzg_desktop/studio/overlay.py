"""What the overlay page is told, and the page itself: served, and as files for OBS's "Local file"."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.resources import resource
from kzg_desktop.studio.files import write_file
from kzg_desktop.studio.qr import QrCode, qr_code
from kzg_desktop.studio.state import OverlayState

__all__ = ["LAYOUTS", "LOCAL_FILE", "OverlayMessage", "overlay_message", "overlay_page", "write_local_pages"]

LAYOUTS = ("lower-third", "full-card", "ticker")
"""The page's layouts; the first is its own choice."""

LOCAL_FILE = Path("overlay", "overlay.html")
"""The page as a file, in the data folder."""

_LAYOUT = '<meta name="kzg-layout" content="">'


class OverlayMessage(Struct, frozen=True, kw_only=True):
    """The whole state of the overlay; ``qr`` is the code of ``sign_up_url``, None when that is empty."""

    revision: int
    card: AirCard | None
    sign_up_url: str
    qr: QrCode | None


def overlay_message(state: OverlayState) -> bytes:
    """Return what the page is told of *state*, as JSON."""
    message = OverlayMessage(
        revision=state.revision, card=state.card, sign_up_url=state.sign_up_url, qr=qr_code(state.sign_up_url)
    )
    return msgspec.json.encode(message)


def overlay_page() -> str:
    """Return the page: one file that asks the network for nothing but its state."""
    return resource("overlay", "overlay.html").read_text("utf-8")


def write_local_pages(data_dir: Path, port: int) -> None:
    """Write the page as files that can be opened before the desk, one for each layout: OBS gives files no query.

    They read the port from ``port.js`` beside them at each attempt, so a page opened yesterday finds today's port.

    Raises:
        StoreFull: the folder cannot be written.
    """
    page, folder = overlay_page(), data_dir / LOCAL_FILE.parent
    write_file(folder / "port.js", f"window.kzgPort = {port};\n".encode())
    for layout in LAYOUTS:
        name = LOCAL_FILE.name if layout == LAYOUTS[0] else f"overlay-{layout}.html"
        write_file(folder / name, page.replace(_LAYOUT, _LAYOUT.replace('""', f'"{layout}"')).encode())
