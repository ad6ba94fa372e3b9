"""Small things that every benchmark needs."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

__all__ = ["child", "environment", "median", "percentile", "rss_mb"]

ROOT = Path(__file__).resolve().parents[2]


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that *percent* of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def rss_mb() -> float:
    """Return this process's resident memory in MB."""
    import psutil

    return float(psutil.Process().memory_info().rss) / 1e6


def environment() -> dict[str, str]:
    """Return the environment of measured processes: off screen unless told otherwise, with bytecode as installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **kept}


def child(module: str, *args: str, timeout_s: float = 300) -> dict[str, Any]:
    """Run ``python -m module args`` and return the JSON object on the last line that it prints."""
    done = subprocess.run(
        [sys.executable, "-m", module, *args],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        timeout=timeout_s,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{module} {args}: {done.stderr.decode()[-2000:]}")
    result: dict[str, Any] = msgspec.json.decode(done.stdout.strip().splitlines()[-1])
    return result
