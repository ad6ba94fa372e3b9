"""Messages made from templates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.actions import PutTemplate
from kzg_desktop.domain.entities import Job, Pay
from kzg_desktop.domain.hiring import Handling, Template
from kzg_desktop.domain.templates import (
    PLACEHOLDERS,
    Filled,
    appointment_words,
    default_templates,
    fill,
    listed_templates,
    moved_templates,
    unknown_placeholders,
    values_of,
)
from tests.unit.domain.hr import DAY, NOW, HrBook, applicant, refusal_of, slot

JOB = Job(
    id="j",
    employer_id="o",
    hiring_organization="北辰电子",
    title="装配工",
    job_location="山东省潍坊市高新区",
    bring="身份证原件",
    assembly_point="北门招聘处",
    pay=Pay(text="综合 6000 元"),
    lodging="免费住宿",
    board="免费三餐",
)


def test_placeholders_are_filled_by_either_name() -> None:
    values = {"name": "欧阳小明", "job": "装配工"}
    assert Filled("欧阳小明，您好！您报名的装配工") == fill("{name}，您好！您报名的{岗位}", values)
    assert Filled("欧阳小明") == fill("｛ 姓名 ｝", values)


def test_what_is_not_known_stays_visible_and_is_named_once() -> None:
    assert Filled("【日期】【时间】，【日期】", ("date", "time")) == fill("{date}{time}，{日期}", {"time": "  "})


def test_a_value_is_never_taken_for_a_placeholder() -> None:
    assert Filled("{job}") == fill("{name}", {"name": "{job}", "job": "x"})


def test_what_is_no_placeholder_is_found_when_it_is_edited() -> None:
    text = "{name}{先生}{ phone }{x{date}}{先生}"
    assert ["{先生}", "{ phone }", "{", "}"] == unknown_placeholders(text)
    assert [] == unknown_placeholders("没有括号")
    assert "{先生}" == fill("{先生}", {}).text


@given(st.text("{}｛｝姓名name 好", max_size=20), st.text(max_size=5))
def test_a_text_without_errors_has_no_braces_left(text: str, name: str) -> None:
    filled = fill(text, {"name": "x"})
    if not unknown_placeholders(text):
        assert not set(filled.text) & set("{}｛｝")
    assert name == fill("姓名", {"name": name}).text.replace("姓名", name)


@given(st.dictionaries(st.sampled_from(sorted(PLACEHOLDERS)), st.sampled_from(["甲", "乙丙", ""])))
def test_exactly_what_is_empty_is_missing(values: dict[str, str]) -> None:
    text = "".join(f"{{{key}}}" for key in PLACEHOLDERS)
    assert {key for key in PLACEHOLDERS if not values.get(key)} == set(fill(text, values).missing)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (NOW, ("9月1日（周二）", "12:00")),
        (NOW + 12 * 3_600_000 - 1, ("9月1日（周二）", "23:59")),
        (NOW + 12 * 3_600_000, ("9月2日（周三）", "00:00")),
        (NOW + 5 * DAY, ("9月6日（周日）", "12:00")),
    ],
)
def test_an_appointment_is_told_as_in_china(at: int, expected: tuple[str, str]) -> None:
    assert expected == appointment_words(at)


def test_what_is_known_of_an_applicant_fills_every_placeholder() -> None:
    row = applicant(appointment_at=NOW + DAY, handling=Handling(starts_on=NOW + 5 * DAY))
    expected = {
        "name": "王小明",
        "job": "装配工",
        "colleague": "李芳",
        "date": "9月2日（周三）",
        "time": "12:00",
        "first_day": "9月6日（周日）",
        "employer": "北辰电子",
        "city": "潍坊",
        "place": "二号门接待室",
        "assembly": "北门招聘处",
        "bring": "身份证原件",
        "pay": "综合 6000 元",
        "lodging": "免费住宿",
        "board": "免费三餐",
    }
    values = values_of(row, job=JOB, slot=slot(place="二号门接待室"), colleague="李芳")
    assert expected == values
    assert set(PLACEHOLDERS) == set(values)
    assert "山东省潍坊市高新区" == values_of(row, job=JOB, slot=slot())["place"]
    assert {"name", "job", "colleague"} == set(values_of(applicant()))


def test_the_templates_to_begin_with_can_be_saved_and_filled() -> None:
    made = default_templates("o")
    assert ["o:invite", "o:remind", "o:first_day", "o:unreachable"] == [one.id for one in made]
    assert sorted(one.position for one in made) == [one.position for one in made]
    row = applicant(appointment_at=NOW + DAY, handling=Handling(starts_on=NOW + 5 * DAY))
    for one in made:
        assert "" == refusal_of(HrBook(), PutTemplate(template=one))
        filled = fill(one.text, values_of(row, job=JOB, colleague="李芳"))
        assert ((), True) == (filled.missing, filled.text.startswith("王小明，"))


def test_nobodys_sex_is_guessed() -> None:
    assert not any(
        word in one.text for one in default_templates("o") for word in ("先生", "女士", "小姐", "小伙", "美女")
    )


def a_list(*positions: str) -> list[Template]:
    return [
        Template(id=f"t{n}", employer_id="o1", title=f"{n}", text="x", position=position)
        for n, position in enumerate(positions)
    ]


@pytest.mark.parametrize("positions", [("a0", "a1", "a2", "a3"), ("a1", "a1", "a2", "a2"), ("", "", "a", "a3nnn")])
@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("index", range(-1, 6))
def test_a_template_goes_where_it_is_put(positions: tuple[str, ...], place: int, index: int) -> None:
    listed = a_list(*positions)
    moved = moved_templates(listed, f"t{place}", index)
    wanted = [each.id for each in listed if each.id != f"t{place}"]
    wanted.insert(max(0, min(index, 3)), f"t{place}")
    kept = {each.id: each for each in (*listed, *moved)}.values()
    assert wanted == [each.id for each in sorted(kept, key=lambda each: (each.position, each.id))]
    assert wanted != [each.id for each in listed] or not moved


def test_templates_of_the_program_stand_among_ones_own() -> None:
    own = Template(id="mine", employer_id="o1", title="我的", text="x", position="a1V")
    other = Template(id="theirs", employer_id="o2", title="别家", text="x", position="a0")
    first = [each.id for each in default_templates("o1")]
    assert [*first[:2], "mine", *first[2:]] == [each.id for each in listed_templates([own, other], "o1")]
