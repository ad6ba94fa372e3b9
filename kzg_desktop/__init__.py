"""KZG Desktop: the desk that live-stream recruiters work at."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
