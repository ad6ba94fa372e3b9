"""The as-run log as the host saves it."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import Qt

SPACE, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Escape


def test_every_take_and_clear_is_in_the_file(drive, opened, clock, press, until, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"

    async def story() -> None:
        async with opened() as page:
            said: list[str] = []
            page.said.connect(lambda words, _offer, _act: said.append(words))
            press(SPACE)
            await until(lambda: page.stage.on_air)
            clock.advance(90)
            press(ESCAPE)
            await until(lambda: page.stage.on_air is None)
            page.as_run.save(page.stage.broadcast, path)
            await until(lambda: said)
            assert [f"Saved: {path}"] == said

    drive(story())
    _, *rows = csv.reader(path.read_text("utf-8-sig").splitlines())
    assert ["take", "clear"] == [row[1] for row in rows]
    assert [["歌澜声学", "SMT 操作员"]] * 2 == [row[3:5] for row in rows]
    assert ["小周", "小周"] == [row[8] for row in rows]


def test_a_file_that_cannot_be_written_is_told(drive, opened, until, tmp_path: Path) -> None:
    async def story() -> None:
        async with opened() as page:
            failed: list[object] = []
            page.failed.connect(failed.append)
            page.as_run.save(page.stage.broadcast, tmp_path / "missing" / "log.xlsx")
            await until(lambda: failed)

    drive(story())
