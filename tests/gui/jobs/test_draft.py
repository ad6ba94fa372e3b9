from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.domain.entities import Job, Pay, RebateStep
from kzg_desktop.ui.jobs.draft import Form, check, form_of, job_of, merge
from kzg_desktop.ui.jobs.saving import blank_job
from tests.gui.fake_desk import sample_jobs


def a_form(**fields: str) -> Form:
    return form_of(blank_job()) | {"employer": "歌澜声学", "title": "质检员"} | fields


@pytest.mark.parametrize("job", sample_jobs(), ids=lambda job: job.title)
def test_a_job_comes_back_from_its_form_as_it_was(job: Job) -> None:
    form = form_of(job)
    assert {} == check(form)
    assert job == job_of(form, job)


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        ("employer", "  ", "required"),
        ("title", "", "required"),
        ("openings", "若干", "number"),
        ("month_min", "abc", "number"),
        ("month_max", "-5", "number"),
        ("openings", "99999999999", "number"),
        ("hourly", "21.555", "money"),
        ("hourly", "二十一", "money"),
        ("valid_through", "2026-02-30", "date"),
        ("valid_through", "明天", "date"),
        ("rebates", "满月返一千", "rebates"),
    ],
)
def test_what_cannot_be_read_is_named(field: str, typed: str, problem: str) -> None:
    assert {field: problem} == check(a_form(**{field: typed}))


@pytest.mark.parametrize(("low", "high"), [("month_min", "month_max"), ("age_min", "age_max")])
def test_the_ends_of_a_range_are_in_order(low: str, high: str) -> None:
    assert {high: "range"} == check(a_form(**{low: "40", high: "18"}))
    assert {} == check(a_form(**{low: "18", high: "18"}))
    assert {} == check(a_form(**{low: "18"}))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-9-5", "2026-09-05"),
        ("2026/9/5", "2026-09-05"),
        ("2026.9.5", "2026-09-05"),
        ("2026年9月5日", "2026-09-05"),
        (" 长期 ", "长期"),
        ("", ""),
    ],
)
def test_days_are_read_as_they_are_written(typed: str, day: str) -> None:
    assert day == job_of(a_form(valid_through=typed), blank_job()).valid_through


def test_figures_are_read_as_they_are_written() -> None:
    form = a_form(month_min="6,000元", month_max="¥7，500", openings="150人", hourly="21.5元", age_max="45岁")
    job = job_of(form, blank_job())
    assert Pay(month_min_yuan=6000, month_max_yuan=7500, hourly_yuan=21.5) == job.pay
    assert (150, 45) == (job.total_job_openings, job.age_max)


@pytest.mark.parametrize("typed", ["30天 1500元；60天 800元", "60天800元, 30天1500元", "30 days 1500 yuan\n60d 800"])
def test_rebates_are_read_in_the_order_of_days(typed: str) -> None:
    steps = (RebateStep(days=30, amount_yuan=1500), RebateStep(days=60, amount_yuan=800))
    assert steps == job_of(a_form(rebates=typed), blank_job()).rebates


def test_benefits_are_listed_once() -> None:
    job = job_of(a_form(benefits="中央空调，高温补贴、中央空调；"), blank_job())
    assert ("中央空调", "高温补贴") == job.job_benefits


@given(st.dictionaries(st.sampled_from(sorted(form_of(blank_job()))), st.text(max_size=30)))
def test_no_text_raises(typed: dict[str, str]) -> None:
    form = a_form(**typed)
    if not check(form):
        assert {} == check(form_of(job_of(form, blank_job())))


def test_a_merge_takes_what_only_one_side_changed() -> None:
    base, mine, theirs = a_form(), a_form(shift="白班"), a_form(board="包吃")
    assert (a_form(shift="白班", board="包吃"), []) == merge(base, mine, theirs)


def test_a_merge_names_what_both_changed_differently() -> None:
    base, mine, theirs = a_form(), a_form(shift="白班", board="包吃"), a_form(shift="夜班", board="包吃")
    assert (mine, ["shift"]) == merge(base, mine, theirs)
