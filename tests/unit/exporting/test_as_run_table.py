from __future__ import annotations

import pytest

from kzg_desktop.domain.as_run import AsRunLine
from kzg_desktop.exporting.as_run import Language, as_run_table

LINES = [
    AsRunLine(id="m", at=1000, kind="mode", mode="rehearse", operator="acc-1", trigger="mouse"),
    AsRunLine(
        id="s",
        at=2000,
        kind="take",
        mode="on_air",
        operator="acc-2",
        trigger="midi",
        employer="北辰电子",
        title="装配工",
        planned_s=60,
        on_air_s=95,
        findings=("SEX", "AGECAP"),
        override="矿山井下岗位",
    ),
]


@pytest.mark.parametrize(
    ("language", "title", "rows"),
    [
        (
            "zh",
            "播出记录 华北专场",
            (
                (1000, "切换模式", "彩排", "", "", None, None, None, "小李", "鼠标", "", ""),
                (
                    2000,
                    "上墙",
                    "直播",
                    "北辰电子",
                    "装配工",
                    60,
                    95,
                    35,
                    "acc-2",
                    "midi",
                    "SEX, AGECAP",
                    "矿山井下岗位",
                ),
            ),
        ),
        (
            "en",
            "As-run log 华北专场",
            (
                (1000, "mode", "rehearsal", "", "", None, None, None, "小李", "mouse", "", ""),
                (
                    2000,
                    "take",
                    "on air",
                    "北辰电子",
                    "装配工",
                    60,
                    95,
                    35,
                    "acc-2",
                    "midi",
                    "SEX, AGECAP",
                    "矿山井下岗位",
                ),
            ),
        ),
    ],
)
def test_a_log_is_worded_in_its_language(language: Language, title: str, rows: tuple[object, ...]) -> None:
    table = as_run_table(LINES, title="华北专场", language=language, names={"acc-1": "小李"})
    assert (title, rows) == (table.title, table.rows)
    assert {len(table.columns)} == {len(row) for row in table.rows}


@pytest.mark.parametrize("trigger", ["key", "mouse", "button", "override", "close", "api", "ctl", "demo"])
def test_every_trigger_of_the_desk_has_words(trigger: str) -> None:
    line = AsRunLine(id="s", at=2000, kind="take", mode="on_air", operator="acc-1", trigger=trigger)
    ((*_, words, _findings, _override),) = as_run_table([line], title="", language="zh").rows
    assert isinstance(words, str)
    assert not words.isascii()
