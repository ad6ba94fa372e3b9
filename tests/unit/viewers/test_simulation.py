"""Simulated viewers against a real hub: what they count is what it stored."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import socket
import sys

import pytest

from kzg_desktop.cli import viewers as command
from kzg_desktop.errors import HubUnreachable, InvalidInput
from kzg_desktop.importing.sample import BROADCAST_ID
from kzg_desktop.viewers.people import Mix
from kzg_desktop.viewers.simulation import Audience, Simulation


def unused_url() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    return parser.parse_args(["viewers", *words])


async def test_the_hub_stores_exactly_what_was_counted(hub) -> None:
    accepted: dict[str, float] = {}

    def note(application_id: str, before_s: float, after_s: float) -> None:
        accepted[application_id] = after_s - before_s

    mix = Mix(returning=0.2, double_taps=0.2, mistakes=0.3, corrections=0.5)
    simulation = Simulation(hub.url, BROADCAST_ID, Audience(rate_per_s=60, count=60, mix=mix), on_accepted=note)
    tally = await simulation.run()
    assert (60, 0, "") == (tally.visits, tally.failed, simulation.last_failure)
    assert await hub.applications() == tally.sent == len(accepted)
    assert all((tally.refused, tally.repeated, tally.abandoned))
    assert 0 < min(accepted.values()) <= max(accepted.values()) < 10


async def test_a_double_tap_is_one_application(hub) -> None:
    mix = Mix(returning=0, double_taps=1, mistakes=0)
    tally = await Simulation(hub.url, BROADCAST_ID, Audience(rate_per_s=50, count=10, mix=mix)).run()
    assert (10, 10, 0) == (tally.sent, tally.repeated, tally.failed)
    assert 10 == await hub.applications()


async def test_stopping_lets_those_at_the_form_finish(hub) -> None:
    ten = asyncio.Event()
    count = 0

    def note(_application_id: str, _before_s: float, _after_s: float) -> None:
        nonlocal count
        count += 1
        if count == 10:
            ten.set()

    simulation = Simulation(hub.url, BROADCAST_ID, Audience(rate_per_s=40), on_accepted=note)
    running = asyncio.create_task(simulation.run())
    await asyncio.wait_for(ten.wait(), 20)
    simulation.stop()
    tally = await asyncio.wait_for(running, 20)
    assert await hub.applications() == tally.sent >= 10
    assert 0 == tally.failed


async def test_cancelling_ends_at_once(hub) -> None:
    first = asyncio.Event()
    simulation = Simulation(hub.url, BROADCAST_ID, Audience(rate_per_s=40), on_accepted=lambda *_: first.set())
    running = asyncio.create_task(simulation.run())
    await asyncio.wait_for(first.wait(), 20)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(running, 5)
    assert {asyncio.current_task()} == {task for task in asyncio.all_tasks() if task.get_name() != "viewer"}


async def test_the_duration_bounds_it(hub) -> None:
    tally = await Simulation(hub.url, BROADCAST_ID, Audience(rate_per_s=20, duration_s=0.5)).run()
    assert 30 > tally.visits
    assert await hub.applications() == tally.sent


async def test_an_unknown_broadcast(hub) -> None:
    with pytest.raises(InvalidInput, match="knows no broadcast"):
        await Simulation(hub.url, "nothing", Audience(rate_per_s=1, count=1)).run()


async def test_nobody_answers() -> None:
    with pytest.raises(HubUnreachable, match="ConnectError"):
        await Simulation(unused_url(), BROADCAST_ID, Audience(rate_per_s=1, count=1)).run()


async def start_command(*words: str) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kzg_desktop", "viewers", "--json", *words, stdout=pipe, stderr=pipe
    )


async def test_the_command_reports_json(hub) -> None:
    process = await start_command("--hub", hub.url, "--broadcast", BROADCAST_ID, "--rate", "50", "--count", "20")
    out, _ = await asyncio.wait_for(process.communicate(), 30)
    tally = json.loads(out)
    assert (0, 20, 0) == (process.returncode, tally["visits"], tally["failed"])
    assert await hub.applications() == tally["sent"]


async def test_ctrl_c_stops_the_command_and_reports(hub) -> None:
    process = await start_command("--hub", hub.url, "--broadcast", BROADCAST_ID, "--rate", "20", "--count", "0")
    assert process.stderr is not None
    progress = await asyncio.wait_for(process.stderr.readline(), 30)
    process.send_signal(signal.SIGINT)
    out, _ = await asyncio.wait_for(process.communicate(), 30)
    assert (b"visits", 0) == (progress[:6], process.returncode)
    assert await hub.applications() == json.loads(out)["sent"] > 0


def test_the_command_without_a_hub(capsys: pytest.CaptureFixture[str]) -> None:
    args = arguments("--hub", unused_url(), "--broadcast", "b", "--count", "1")
    assert 1 == args.run(args)
    assert "ConnectError" in capsys.readouterr().err


@pytest.mark.parametrize("rate", ["0", "-1", "fast"])
def test_a_rate_that_makes_no_sense(rate: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        arguments("--hub", "http://x", "--broadcast", "b", "--rate", rate)
