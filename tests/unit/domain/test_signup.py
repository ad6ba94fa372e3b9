from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.signup import AGE_BANDS, InvalidSignUp, SignUp, consent_text, read_sign_up

TODAY = date(2026, 3, 1)
FORM = {"name": "王小明", "phone": "13800138000", "consent": "yes"}


def errors(**fields: str) -> dict[str, str]:
    with pytest.raises(InvalidSignUp) as caught:
        read_sign_up(FORM | fields, today=TODAY)
    return caught.value.fields


def test_two_fields_and_the_consent_are_enough() -> None:
    assert SignUp(name="王小明", phone="13800138000") == read_sign_up(FORM, today=TODAY)


def test_answers_are_cleaned_so_that_a_second_tap_is_equal() -> None:
    typed = {
        "name": "  阿依古丽•买买提 ",
        "phone": "138 0013 8000",
        "city": " 潍坊　高新 ",
        "available_from": "２０２６-03-01",
    }
    expected = SignUp(name="阿依古丽·买买提", phone="13800138000", city="潍坊 高新", available_from="2026-03-01")
    assert expected == read_sign_up(FORM | typed, today=TODAY)


@pytest.mark.parametrize("name", ["欧阳若兰", "John Smith", "O'Neil", "王 小明", "迪丽热巴·迪力木拉提"])
def test_names_of_many_kinds_are_accepted(name: str) -> None:
    assert name == read_sign_up(FORM | {"name": name}, today=TODAY).name


@pytest.mark.parametrize("name", ["", " ", "王", "王1", "http://x.example", "<b>王</b>", "王" * 21, "王\x00明", "😀😀"])
def test_what_is_no_name_is_refused(name: str) -> None:
    assert ["name"] == list(errors(name=name))


@pytest.mark.parametrize(
    ("day", "accepted"),
    [("2026-02-28", False), ("2026-03-01", True), ("2027-03-01", True), ("2028-03-01", False), ("明天", False)],
)
def test_the_day_lies_between_today_and_a_year_from_now(day: str, accepted: bool) -> None:
    if accepted:
        assert day == read_sign_up(FORM | {"available_from": day}, today=TODAY).available_from
    else:
        assert ["available_from"] == list(errors(available_from=day))


def test_every_field_to_correct_is_named_at_once() -> None:
    wrong = {"name": "", "phone": "1", "age_band": "0-1", "city": "?", "available_from": "x", "consent": ""}
    assert list(wrong) == list(errors(**wrong))


@pytest.mark.parametrize("band", AGE_BANDS)
def test_offered_age_bands_are_accepted(band: str) -> None:
    assert band == read_sign_up(FORM | {"age_band": band}, today=TODAY).age_band


def test_consent_names_recipient_and_purpose() -> None:
    text = consent_text("北辰电子", "总装操作工")
    assert all(word in text for word in ("同意", "“北辰电子”", "“总装操作工”", "招聘"))


@given(st.dictionaries(st.sampled_from([*FORM, "age_band", "city", "available_from"]), st.text()))
def test_whatever_is_typed_is_a_form_or_says_what_to_correct(fields: dict[str, str]) -> None:
    messages, form = {}, None
    try:
        form = read_sign_up(fields, today=TODAY)
    except InvalidSignUp as error:
        messages = error.fields
    assert (form is None) == bool(messages)
    assert all(messages.values())
    if form is not None:
        again = {name: getattr(form, name) for name in form.__struct_fields__} | {"consent": "yes"}
        assert form == read_sign_up(again, today=TODAY)
