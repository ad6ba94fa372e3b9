from __future__ import annotations

from datetime import date
from time import perf_counter

from msgspec import structs

from kzg_desktop.domain.actions import PutJob
from kzg_desktop.domain.adcheck import check_job
from kzg_desktop.domain.entities import Job, Pay
from kzg_desktop.domain.guards import findings_light as light
from kzg_desktop.importing.sample import sample_actions

TODAY = date(2026, 9, 1)
COMPLETE = Job(
    id="j",
    employer_id="e",
    hiring_organization="示例电器（青岛）有限公司",
    title="总装操作工",
    employment_type="正式工",
    total_job_openings=30,
    pay=Pay(hourly_yuan=21.0, text="小时工价21元"),
    job_location="山东省青岛市黄岛区",
    valid_through="2026-09-30",
    requirements="坐班，男女不限",
    age_min=18,
)


def changed(**fields: object) -> Job:
    return structs.replace(COMPLETE, **fields)


def brief(job: Job) -> list[tuple[str, str, str, str]]:
    return [(f.code, f.level, f.words, f.field) for f in check_job(job, today=TODAY)]


def test_a_complete_job_is_clean() -> None:
    assert [] == brief(COMPLETE)
    assert "ok" == light(check_job(COMPLETE))


def test_an_empty_job_lacks_every_element() -> None:
    missing = [f.words for f in check_job(Job(id="j", employer_id="e", hiring_organization="", title=""))]
    expected = ["用工单位", "岗位名称", "招聘人数", "工作地点", "基本薪酬", "用工类型", "有效期", "工作内容/条件"]
    assert expected == missing


def test_pay_to_be_discussed_states_no_pay() -> None:
    assert [("MISSING", "block", "基本薪酬", "pay")] == brief(changed(pay=Pay(text="工资面议")))
    assert [] == brief(changed(pay=Pay(text="计件，多劳多得")))


def test_no_seats_is_no_headcount() -> None:
    assert [("MISSING", "block", "招聘人数", "total_job_openings")] == brief(changed(total_job_openings=0))


def test_a_validity_that_is_over_warns_and_open_ended_passes() -> None:
    assert [("MISSING", "warn", "有效期", "valid_through")] == brief(changed(valid_through="2026-08-31"))
    assert [] == brief(changed(valid_through="2026-09-01"))
    assert [] == brief(changed(valid_through="长期"))
    assert [] == check_job(changed(valid_through="2026-08-31"))


def test_ages_in_numbers() -> None:
    assert [("AGECAP", "warn", "18-45岁", "age_max")] == brief(changed(age_max=45))
    assert [("MINOR", "warn", "16岁以上", "age_min")] == brief(changed(age_min=16))
    assert [("MINOR", "block", "15岁以上", "age_min")] == brief(changed(age_min=15))
    assert [("MINOR", "block", "9岁以上", "age_min")] == brief(changed(age_min=9))
    assert [] == brief(changed(age_max=60))


def test_ages_in_words_that_say_the_same_are_found_once() -> None:
    assert [("AGECAP", "warn", "18-45岁", "age_max")] == brief(changed(age_max=45, requirements="１８至４５周岁，坐班"))
    other = brief(changed(age_max=45, requirements="35岁以下优先录用"))
    assert [("AGECAP", "18-45岁"), ("AGECAP", "35岁以下")] == [(code, words) for code, _, words, _ in other]


def test_words_are_placed_in_their_field() -> None:
    job = changed(
        title="女普工",
        talking_points="家人们，今天这个厂\n月入过万",
        job_benefits=("五险", "加微信领红包"),
        pay=Pay(hourly_yuan=21.0, text="押金200元"),
    )
    findings = check_job(job)
    assert {("SEX", "title"), ("BAIT", "talking_points"), ("OFFPLAT", "job_benefits"), ("FEE", "pay.text")} == {
        (f.code, f.field) for f in findings
    }
    texts = {
        "title": job.title,
        "talking_points": job.talking_points,
        "job_benefits": "\n".join(job.job_benefits),
        "pay.text": job.pay.text,
    }
    for finding in findings:
        assert finding.words == texts[finding.field][finding.start : finding.end]


def test_words_do_not_run_from_one_field_into_the_next() -> None:
    assert [] == brief(changed(shift="无要求", work_hours="女生宿舍有空调"))


def test_the_note_is_not_advertised() -> None:
    assert [] == brief(changed(note="限女性，押金200元", source="限女性"))


def test_overtime_pay_stated_in_its_own_field_covers_the_hours() -> None:
    long = changed(work_hours="8:00-20:00")
    assert [("HOURS", "warn", "8:00-20:00", "work_hours")] == brief(long)
    assert [] == brief(structs.replace(long, pay=structs.replace(long.pay, overtime="平时1.5倍")))


def test_restricted_posts_may_be_overridden_lawfully() -> None:
    found = {f.code: f.restricted_posts for f in check_job(changed(requirements="限男性，不招残疾人，押金100元"))}
    assert {"SEX": True, "HEALTH": True, "FEE": False} == found


def test_light_is_the_gravest_level() -> None:
    assert "warn" == light(check_job(changed(age_max=45)))
    assert "block" == light(check_job(changed(age_max=45, requirements="限男性")))


def test_the_sample_campaign_is_clean() -> None:
    jobs = [action.job for action in sample_actions(1_790_000_000_000) if isinstance(action, PutJob)]
    assert 14 == len(jobs)
    assert {} == {job.title: brief(job) for job in jobs if brief(job)}


def test_a_lineup_is_checked_while_it_is_drawn() -> None:
    jobs = [action.job for action in sample_actions(1_790_000_000_000) if isinstance(action, PutJob)]
    fastest = min(_seconds(jobs) for _ in range(5))
    assert fastest / len(jobs) < 0.01  # about 1 ms on a quiet machine
    began = perf_counter()
    check_job(changed(talking_points="限押金男女12345，岁不要 " * 4000))
    assert perf_counter() - began < 5


def _seconds(jobs: list[Job]) -> float:
    began = perf_counter()
    for job in jobs:
        check_job(job)
    return perf_counter() - began
