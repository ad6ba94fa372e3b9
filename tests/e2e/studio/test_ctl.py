"""``kzg-desktop ctl`` as a process against a real studio."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from kzg_desktop.studio.files import Whereabouts, write_whereabouts
from kzg_desktop.studio.server import StudioServer
from kzg_desktop.studio.state import Outcome
from tests.e2e.studio.conftest import Start
from tests.e2e.studio.desk import FakeDesk

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def ctl(folder: Path, *words: str) -> tuple[int, str, str]:
    """Return exit code, output and errors of the command."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "kzg_desktop", "--data-dir", str(folder), "ctl", *words),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    async with asyncio.timeout(30):
        out, err = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode().strip(), err.decode().strip()


async def test_commands_are_done_and_told_in_a_line(studio: StudioServer, desk: FakeDesk, tmp_path: Path) -> None:
    assert (0, "live · on air: none · next: 2 SMT 操作员 (北辰电子) · 312 applications", "") == await ctl(
        tmp_path, "cue", "2"
    )
    line = "live · on air: 2 SMT 操作员 (北辰电子), 03:12 of 05:00 · next: 3 焊装工 (北辰电子) · 312 applications"
    assert (0, line, "") == await ctl(tmp_path, "take")
    assert (0, line, "") == await ctl(tmp_path, "state")
    code, out, _ = await ctl(tmp_path, "add-time", "-60", "--json")
    assert (0, 240) == (code, json.loads(out)["state"]["clock"]["planned_s"])
    for word in ("previous", "next", "clear"):
        assert 0 == (await ctl(tmp_path, word))[0]
    expected = [
        ("cue", 2),
        ("take", "ctl"),
        ("add-time", -60),
        ("previous", None),
        ("next", None),
        ("clear", "ctl"),
    ]
    assert expected == desk.calls


async def test_a_refusal_says_why(studio: StudioServer, desk: FakeDesk, tmp_path: Path) -> None:
    desk.refuse = Outcome(code="blocked", detail="SEX: 只招男工")
    code, out, err = await ctl(tmp_path, "take")
    assert (1, "") == (code, out)
    assert "kzg-desktop ctl: The card may not go on air; confirm at the desk: SEX: 只招男工" == err
    code, out, _ = await ctl(tmp_path, "cue", "9", "--json")
    assert (1, "nothing-next") == (code, json.loads(out)["type"])


async def test_without_a_desk_it_says_so(start: Start, tmp_path: Path) -> None:
    assert (2, "", "kzg-desktop ctl: no desk is open with this data folder") == await ctl(tmp_path, "take")
    studio = await start()
    left = (tmp_path / "studio.json").read_bytes()
    await studio.stop()
    (tmp_path / "studio.json").write_bytes(left)  # as after a power cut
    code, out, err = await ctl(tmp_path, "take")
    assert (2, "") == (code, out)
    assert err.startswith("kzg-desktop ctl: no desk answers")


@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 200 OK\r\n\r\n{}", b'HTTP/1.1 404 Not Found\r\n\r\n{"error": "no such page"}']
)
async def test_another_program_at_the_desks_port_is_no_desk(tmp_path: Path, answer: bytes) -> None:
    async def tell(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    other = await asyncio.start_server(tell, "127.0.0.1", 0)
    async with other:
        write_whereabouts(tmp_path, Whereabouts(port=other.sockets[0].getsockname()[1], token="x" * 24, pid=1))
        assert (2, "", "kzg-desktop ctl: another program took the desk's port") == await ctl(tmp_path, "take")


async def test_it_starts_fast_since_it_loads_little(tmp_path: Path) -> None:
    script = (
        "import sys; from kzg_desktop.__main__ import main; main(sys.argv[1:]);"
        "heavy = {'PySide6', 'sqlalchemy', 'litestar', 'uvicorn', 'httpx', 'segno'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", script, "ctl", "state", "--data-dir", str(tmp_path)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    assert "[]" == out.decode().strip()
