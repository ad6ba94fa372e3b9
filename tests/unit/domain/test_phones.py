from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.phones import normal_phone

_MOBILES = st.sampled_from(["130", "138", "150", "159", "166", "173", "187", "199"]).flatmap(
    lambda start: st.integers(0, 10**8 - 1).map(lambda rest: f"{start}{rest:08}")
)
_FULL_WIDTH = str.maketrans("0123456789+", "０１２３４５６７８９＋")


@given(
    _MOBILES,
    st.sampled_from(["", "+86", "86", "0086", "+86 ", "(+86)"]),
    st.lists(st.sampled_from(["", " ", "-", "　", "－", "."]), min_size=11, max_size=11),
    st.booleans(),
)
def test_however_a_mobile_number_is_typed_it_is_the_same_eleven_digits(
    phone: str, prefix: str, gaps: list[str], full_width: bool
) -> None:
    typed = prefix + "".join(digit + gap for digit, gap in zip(phone, gaps, strict=True))
    assert phone == normal_phone(typed.translate(_FULL_WIDTH) if full_width else typed)


@given(_MOBILES)
def test_a_normal_number_stays_as_it_is(phone: str) -> None:
    assert phone == normal_phone(normal_phone(phone) or "")


@given(st.text())
def test_any_text_gives_eleven_digits_or_nothing(text: str) -> None:
    phone = normal_phone(text)
    assert phone is None or (11 == len(phone) and phone.isascii() and phone.isdigit())


@pytest.mark.parametrize(
    "text",
    ["", "1380013800", "138001380000", "12800138000", "010-12345678", "+852 5123 4567", "1380013800O", "15400138000"],
)
def test_other_numbers_are_none(text: str) -> None:
    assert normal_phone(text) is None
