"""Where a desktop keeps its files: cache, outbox, settings, and an embedded hub's database."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

__all__ = ["HOME_VARIABLE", "data_dir"]

HOME_VARIABLE = "KZG_HOME"
"""Environment variable that names the data folder when no option does."""


def data_dir(override: str | None = None) -> Path:
    """Return the data folder: *override*, else ``$KZG_HOME``, else the system's place for a user's data.

    It is created when missing, readable by its owner only.

    Raises:
        OSError: it cannot be created.
    """
    chosen = override or os.environ.get(HOME_VARIABLE) or platformdirs.user_data_dir("kzg-desktop", appauthor=False)
    path = Path(chosen).expanduser().absolute()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path
