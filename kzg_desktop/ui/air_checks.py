"""What to look at before going on air, beside the lineup: OBS, the sign-up page, and what a capture shows."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from kzg_desktop.studio.obs.status import ObsStatus
from kzg_desktop.ui.live.confirm_dialog import Check
from kzg_desktop.ui.obs_text import obs_chip, obs_line

__all__ = ["air_checks"]

translate = QCoreApplication.translate

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def air_checks(obs: ObsStatus | None, sign_up_url: str, *, hidden_from_capture: bool) -> Sequence[Check]:
    """Return the lines for the question whether to go on air."""
    checks = []
    if obs is not None and obs.state != "off":
        checks.append(Check("warn" if obs_chip(obs) else "ok", f"OBS: {obs_line(obs)[0]}"))
    if sign_up_url and urlsplit(sign_up_url).hostname in _LOOPBACK:
        words = translate(
            "AirChecks", "The QR code opens on this computer only. The public address is in the settings."
        )
        checks.append(Check("warn", words))
    if not hidden_from_capture:
        words = translate(
            "AirChecks", "This system cannot keep windows out of screen capture. Names are masked anyway."
        )
        checks.append(Check("warn", words))
    return checks
