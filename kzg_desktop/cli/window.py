"""``kzg-desktop`` without a command: the window."""

from __future__ import annotations

import argparse

from kzg_desktop import collector
from kzg_desktop.paths import data_dir

__all__ = ["add_options", "run"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the window."""
    parser.add_argument("--data-dir", metavar="DIR", help="where this desktop keeps its files (default: per user)")
    parser.add_argument("--verbose", action="store_true", help="tell on standard error what happens")


def run(args: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    with collector.by_hand():  # what is loaded is no garbage, and looking for some takes longer than a frame
        from kzg_desktop import app  # noqa: PLC0415 - Qt is not needed for the other commands

        return app.run(data_dir(args.data_dir), verbose=args.verbose)
