"""``kzg-desktop viewers``: simulated viewers who sign up through a hub's public form."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
import time
from typing import TYPE_CHECKING

import msgspec

from kzg_desktop.errors import HubUnreachable, InvalidInput

if TYPE_CHECKING:
    from kzg_desktop.viewers.simulation import Simulation, Tally

__all__ = ["add_parser", "run"]

_PROGRESS_EVERY_S = 1.0


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``viewers`` to the command line."""
    parser = subparsers.add_parser(
        "viewers",
        help="send simulated viewers to a hub's sign-up page",
        description="Invented people open the public sign-up page, make the usual mistakes, tap twice, come back, and "
        "apply. Ctrl+C lets those at their form finish and reports.",
        epilog="exit code: 0 all went as it should, 1 the hub was unreachable or forms failed, 2 bad usage",
    )
    parser.add_argument("--hub", required=True, metavar="URL", help="the hub's address, such as http://127.0.0.1:8750")
    parser.add_argument("--broadcast", required=True, metavar="ID", help="the broadcast they watch")
    parser.add_argument("--rate", type=_positive, default=2.0, metavar="N", help="visits per second (default: 2)")
    parser.add_argument("--count", type=int, default=100, metavar="N", help="visits, 0 without end (default: 100)")
    parser.add_argument(
        "--for", dest="duration_s", type=_positive, default=0.0, metavar="S", help="end after S seconds"
    )
    parser.add_argument(
        "--seed", type=int, metavar="N", help="the same number gives the same people (default: others each time)"
    )
    parser.add_argument("--json", action="store_true", help="print the outcome as one JSON object")
    parser.set_defaults(run=run)


def _positive(text: str) -> float:
    number = float(text)
    if not 0 < number <= 10_000:
        raise argparse.ArgumentTypeError("must be greater than 0 and at most 10000")
    return number


def run(args: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    try:
        tally, failure = asyncio.run(_simulate(args))
    except (HubUnreachable, InvalidInput) as error:
        print(f"kzg-desktop viewers: {error}", file=sys.stderr)  # noqa: T201 - the command's own output
        return 1 if isinstance(error, HubUnreachable) else 2
    if failure:
        print(f"kzg-desktop viewers: last failure: {failure}", file=sys.stderr)  # noqa: T201 - as above
    print(json.dumps(msgspec.to_builtins(tally)) if args.json else _text(tally))  # noqa: T201 - as above
    return 1 if tally.failed else 0


async def _simulate(args: argparse.Namespace) -> tuple[Tally, str]:
    from kzg_desktop.viewers.simulation import Audience, Simulation  # noqa: PLC0415 - loads the HTTP client

    seed = args.seed if args.seed is not None else time.time_ns()
    audience = Audience(rate_per_s=args.rate, count=args.count, duration_s=args.duration_s, seed=seed)
    simulation = Simulation(args.hub, args.broadcast, audience)
    loop = asyncio.get_running_loop()
    if sys.platform != "win32":
        loop.add_signal_handler(signal.SIGINT, simulation.stop)
    progress = loop.create_task(_progress(simulation), name="progress")
    try:
        await simulation.run()
    finally:
        progress.cancel()
    return simulation.tally, simulation.last_failure


async def _progress(simulation: Simulation) -> None:
    while True:
        await asyncio.sleep(_PROGRESS_EVERY_S)
        print(_text(simulation.tally), file=sys.stderr, flush=True)  # noqa: T201 - the command's own output


def _text(tally: Tally) -> str:
    return "  ".join(f"{name} {number}" for name, number in msgspec.to_builtins(tally).items())
