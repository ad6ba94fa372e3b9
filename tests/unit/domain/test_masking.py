from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.masking import mask_name, mask_phone


def test_examples() -> None:
    assert ["王**", "李*", "王*"] == [mask_name(name) for name in ("王小明", "李华", "王")]
    assert ["138****5678", "*****"] == [mask_phone(phone) for phone in ("13812345678", "12345")]


@given(st.text(min_size=2))
def test_a_masked_name_keeps_its_first_character_and_length_only(name: str) -> None:
    masked = mask_name(name)
    assert (name[0], len(name), {"*"}) == (masked[0], len(masked), set(masked[1:]))


@given(st.from_regex(r"1[0-9]{10}", fullmatch=True), st.integers(0, 9999))
def test_a_masked_phone_does_not_tell_its_middle(phone: str, middle: int) -> None:
    assert mask_phone(phone) == mask_phone(f"{phone[:3]}{middle:04}{phone[7:]}")
