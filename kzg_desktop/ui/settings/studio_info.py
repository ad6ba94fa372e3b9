"""What the settings show of the studio; whoever runs the studio tells it."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["StudioInfo"]


class StudioInfo(Struct, frozen=True, kw_only=True):
    """Addresses, files and secrets as they are now; "" is shown as not there.

    ``overlay_url`` is the overlay's page without ``?layout=``, ``overlay_file`` the same as a local file that may be
    opened before the program runs. ``problem`` says why the studio cannot be reached, as when its port is taken.
    ``obs_scenes`` and ``obs_sources`` are names that OBS knows; ``card_kinds`` are (kind, words) that a scene can be
    chosen for.
    """

    overlay_url: str = ""
    overlay_file: str = ""
    problem: str = ""
    control_url: str = ""
    control_token: str = ""
    obs_password_saved: bool = False
    obs_scenes: tuple[str, ...] = ()
    obs_sources: tuple[str, ...] = ()
    card_kinds: tuple[tuple[str, str], ...] = ()
