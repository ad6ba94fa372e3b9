"""The command line of ``kzg-desktop``; without a subcommand it opens the window."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence

from kzg_desktop import __version__
from kzg_desktop.cli import as_run, check_ad, ctl, demo, doctor, hub, import_jobs, report, viewers, window
from kzg_desktop.errors import KzgError, UserError

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kzg-desktop",
        description="The desk that live-stream recruiters work at: lineup, on-air card, live applications.",
        epilog="Without a command the window opens. 'kzg-desktop COMMAND --help' tells more about each.",
    )
    parser.add_argument("--version", action="version", version=f"kzg-desktop {__version__}")
    window.add_options(parser)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    for module in (demo, hub, viewers, ctl, import_jobs, check_ad, as_run, report, doctor):
        module.add_parser(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 the result is bad, 2 it could not be done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Western console has no Chinese
    args = _parser().parse_args(argv)
    run = getattr(args, "run", window.run)
    try:
        code: int = run(args)
    except UserError as error:
        print(f"kzg-desktop: {error}", file=sys.stderr)  # noqa: T201 - the command line's own output
        return 2
    except KzgError as error:
        print(f"kzg-desktop: {type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201 - as above
        return 2
    except OSError as error:
        print(f"kzg-desktop: {error}", file=sys.stderr)  # noqa: T201 - as above
        return 2
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
