"""``kzg-desktop demo``: the main job, end to end, with simulated viewers."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kzg_desktop.errors import InvalidInput
from kzg_desktop.paths import data_dir

__all__ = ["add_parser", "has_display", "run"]

DEFAULT_FOR_S = 60.0
SCREEN = "1920x1200x24"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``demo`` to the command line."""
    parser = subparsers.add_parser(
        "demo",
        help="open the desk with a sample campaign and simulated viewers",
        description="Open the desk with an embedded hub and the sample campaign, and let simulated viewers sign up "
        "through the hub's public page. It keeps its files apart from your own.",
        epilog="exit code: 0 what viewers sent, the hub stored, the cache stored and the window shows agree; 1 they do "
        "not, or something failed. 'sent' counts the applications that the hub confirmed to viewers, each once; "
        "'refused' the forms that it sent back.",
    )
    parser.add_argument("--headless", action="store_true", help="on a virtual display (the default without a display)")
    parser.add_argument(
        "--for", dest="for_s", type=float, metavar="S", help="end after S seconds (headless: 60; else when closed)"
    )
    parser.add_argument("--rate", type=float, default=4.0, metavar="N", help="forms a second (default: 4)")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="write a picture of each screen into DIR")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the summary as JSON ('-': standard output)")
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="keep the demo's files there (default: a fresh folder)",
    )
    parser.add_argument(
        "--verbose", action="store_true", default=argparse.SUPPRESS, help="tell on standard error what happens"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the demo and return the exit code."""
    if args.rate <= 0 or (args.for_s is not None and args.for_s <= 0):
        raise InvalidInput("--rate and --for must be more than 0")
    headless = args.headless or not has_display()
    with _display(headless), _folder(args.data_dir) as folder:
        from kzg_desktop import app  # noqa: PLC0415 - Qt must find the display that was just made
        from kzg_desktop.demo.script import Demo, Plan  # noqa: PLC0415 - as above

        plan = Plan(
            for_s=args.for_s or (DEFAULT_FOR_S if headless else None),
            rate=args.rate,
            autopilot=headless,
            pictures=args.pictures or (Path("out/pictures") if headless else None),
            summary=str(args.json) if args.json else ("out/summary.json" if headless else ""),
        )
        return app.run(folder, verbose=args.verbose, script=Demo(plan).run, mode="embedded")


def has_display() -> bool:
    """Whether a window could be shown."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def _folder(chosen: str | None) -> Iterator[Path]:
    if chosen:
        yield data_dir(chosen)
        return
    with tempfile.TemporaryDirectory(prefix="kzg-demo-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def _display(headless: bool) -> Iterator[None]:
    """Have a display: a virtual X server where there is one, else Qt's off-screen platform."""
    if not headless or os.environ.get("QT_QPA_PLATFORM"):
        yield
        return
    server = shutil.which("Xvfb") if sys.platform == "linux" else None
    if server is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield
        return
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C is for the demo, which ends it
    )
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            number = pipe.readline().decode().strip()
        os.environ |= (
            {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"} if number else {"QT_QPA_PLATFORM": "offscreen"}
        )
        yield
    finally:
        process.terminate()
        process.wait()
