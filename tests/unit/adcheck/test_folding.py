from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.adcheck.folding import Folded


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("18-45岁", "１８－４５歲"),
        ("只招男工", "只 招 男 工"),
        ("押金", "押/金"),
        ("男女不限", "男/女不限"),
        ("加v信", "加 V 信"),
        ("押金", "押\u200b金"),
        ("女生宿舍 夫妻房", "女生宿舍 夫妻房"),
        ("男\n女", "男\r女"),
        ("体检费", "體檢費"),
    ],
)
def test_one_spelling(expected: str, written: str) -> None:
    assert expected == Folded(written).text


@given(st.text(alphabet="只招男工押金ab１ ·/-\u200b\ufe0f，\n", max_size=30))
def test_each_folded_character_is_found_where_it_was_written(written: str) -> None:
    folded = Folded(written)
    for index, character in enumerate(folded.text):
        start, end = folded.original(index, index + 1)
        assert (1, character) == (end - start, Folded(written[start:end]).text or character)
