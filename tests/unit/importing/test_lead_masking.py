"""No phone in full in what is said of a row."""

from __future__ import annotations

import pytest

from kzg_desktop.importing.findings import Message
from kzg_desktop.importing.lead_masking import masked_message


def said(column: str, words: str, text: str, *, names: bool = False) -> str:
    return masked_message(Message(level="error", column=column, words=words, text=text), names=names)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("13812345678", "138****5678"),
        ("+86 138-1234-5678", "+138****5678"),
        ("192973169860", "192****9860"),
        ("154 3765 4433", "154****4433"),
        ("1381234567", "138****67"),
        ("139", "139"),
        ("无", "无"),
    ],
)
def test_a_phone_is_masked_however_it_is_spelled(words: str, expected: str) -> None:
    assert f"手机号「{expected}」：不能用" == said("手机号", words, "不能用")


def test_also_in_what_it_was_read_as_and_in_other_columns() -> None:
    assert "电话「138****5678转1」：读作 138****5678" == said("电话", "13812345678转1", "读作 13812345678")
    assert "意向岗位「找138****5678」：没有" == said("意向岗位", "找13812345678", "没有")


def test_times_stay() -> None:
    assert "提交时间「2026-08-31 8:30」：晚于现在" == said("提交时间", "2026-08-31 8:30", "晚于现在")


def test_where_names_are_hidden_the_cells_are_not_quoted() -> None:
    assert "姓名：不像姓名" == said("姓名", "小花", "不像姓名", names=True)
    assert "手机号：应为 11 位" == said("手机号", "1381234", "应为 11 位", names=True)
    assert "年龄「十八」：读不懂" == said("年龄", "十八", "读不懂", names=True)
