from __future__ import annotations

import asyncio
import resource
import threading
from pathlib import Path

import pytest

from kzg_desktop.errors import StoreError, StoreFull
from kzg_desktop.studio import png
from kzg_desktop.studio.png import PngOutput, rename_patiently


@pytest.fixture
async def output(tmp_path: Path):
    output = PngOutput(tmp_path / "overlay.png")
    yield output
    await output.close()


@pytest.fixture
def replaced(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What really went to the disk, in order."""
    written: list[bytes] = []
    replace_file = png._replace_file

    def recorded(path: Path, data: bytes) -> None:
        replace_file(path, data)
        written.append(data)

    monkeypatch.setattr(png, "_replace_file", recorded)
    return written


async def test_the_file_holds_what_was_written_and_nothing_is_left_beside_it(output: PngOutput) -> None:
    await output.write(b"first")
    await output.write(b"second")
    assert b"second" == output.path.read_bytes()
    assert [output.path] == list(output.path.parent.iterdir())


async def test_of_many_at_once_only_the_newest_is_written(output: PngOutput, replaced: list[bytes]) -> None:
    gate = threading.Event()
    output._thread.submit(gate.wait)
    writes = [asyncio.create_task(output.write(b"%d" % number)) for number in range(50)]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*writes)
    assert [b"49"] == replaced
    assert b"49" == output.path.read_bytes()


async def test_the_same_picture_is_not_written_again(output: PngOutput, replaced: list[bytes]) -> None:
    await output.write(b"same")
    await output.write(b"same")
    assert [b"same"] == replaced


async def test_a_deleted_file_comes_back_with_the_same_picture(output: PngOutput) -> None:
    await output.write(b"same")
    output.path.unlink()
    await output.write(b"same")
    assert b"same" == output.path.read_bytes()


async def test_a_reader_never_finds_half_a_picture(output: PngOutput) -> None:
    pictures = [b"A" * 300_000, b"B" * 200_000]
    await output.write(pictures[0])
    seen: set[bytes] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(output.path.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for turn in range(1, 60):
            await output.write(pictures[turn % 2])
    finally:
        done.set()
        reader.join()
    assert set(pictures) >= seen


async def test_a_missing_folder_is_said_in_words_and_its_return_is_enough(tmp_path: Path) -> None:
    output = PngOutput(tmp_path / "gone" / "overlay.png")
    with pytest.raises(StoreError, match="does not exist"):
        await output.write(b"picture")
    output.path.parent.mkdir()
    await output.write(b"picture")
    assert b"picture" == output.path.read_bytes()
    await output.close()


async def test_a_full_disk_keeps_the_old_picture(output: PngOutput) -> None:
    await output.write(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, limits[1]))  # larger files fail, as on a full disk
    try:
        with pytest.raises(StoreFull, match="full"):
            await output.write(b"x" * (2 << 20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert b"old" == output.path.read_bytes()
    assert [output.path] == list(output.path.parent.iterdir())
    await output.write(b"old again")
    assert b"old again" == output.path.read_bytes()


async def test_every_caller_hears_of_the_failure(tmp_path: Path) -> None:
    output = PngOutput(tmp_path / "gone" / "overlay.png")
    outcomes = await asyncio.gather(output.write(b"1"), output.write(b"2"), return_exceptions=True)
    assert [StoreError, StoreError] == [type(outcome) for outcome in outcomes]
    await output.close()


def test_windows_is_asked_again_while_another_program_reads_the_file() -> None:
    answers = [PermissionError(), PermissionError(), None]
    pauses: list[float] = []

    def rename() -> None:
        answer = answers.pop(0)
        if answer is not None:
            raise answer

    rename_patiently(rename, "nt", pauses.append)
    assert [0.01, 0.02] == pauses
    assert [] == answers


def test_a_refusal_for_good_comes_through() -> None:
    def rename() -> None:
        raise PermissionError

    with pytest.raises(PermissionError):
        rename_patiently(rename, "nt", lambda _pause_s: None)
    with pytest.raises(PermissionError):
        rename_patiently(rename, "posix", lambda _pause_s: pytest.fail("only Windows is asked again"))
