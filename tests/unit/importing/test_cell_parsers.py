"""What each kind of cell is read as; the figures come from the words, never from thin air."""

from __future__ import annotations

from datetime import date

import pytest

from kzg_desktop.domain.entities import Pay, RebateStep
from kzg_desktop.importing.ages import read_ages
from kzg_desktop.importing.board_lodging import read_board_lodging
from kzg_desktop.importing.cautions import read_cautions
from kzg_desktop.importing.dates import Reference, read_valid_through
from kzg_desktop.importing.headcount import read_headcount
from kzg_desktop.importing.pay import read_pay
from kzg_desktop.importing.rebates import read_rebates
from kzg_desktop.importing.remarks import read_remarks
from kzg_desktop.importing.words import plain

TODAY = date(2026, 8, 21)
FILLED_IN = Reference(date(2026, 8, 20), "按填表日期（2026-08-20）推断", stated=True)


def levels(findings) -> list[str]:
    return [finding.level for finding in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小时工价21元", Pay(hourly_yuan=21)),
        ("25元/小时", Pay(hourly_yuan=25)),
        ("19.5元/时", Pay(hourly_yuan=19.5)),
        ("２２元／小时", Pay(hourly_yuan=22)),
        ("每小时18元", Pay(hourly_yuan=18)),
        ("22", Pay(hourly_yuan=22)),
        ("底薪2200+绩效", Pay(base_month_yuan=2200)),
        ("底薪2590+加班", Pay(base_month_yuan=2590)),
        ("2400", Pay(base_month_yuan=2400)),
        ("底薪：2,400元", Pay(base_month_yuan=2400)),
        ("计件", Pay(piece_rate=True)),
        ("保底2800+计件", Pay(base_month_yuan=2800, piece_rate=True)),
        ("底薪2200，综合5500至7000元", Pay(base_month_yuan=2200, month_min_yuan=5500, month_max_yuan=7000)),
        ("每天8小时，20元/小时", Pay(hourly_yuan=20)),
        ("20元/小时，全勤奖300元，餐补200元/月", Pay(hourly_yuan=20)),
    ],
)
def test_rates(text: str, expected: Pay) -> None:
    pay, findings = read_pay(text, "rate")
    assert (expected.base_month_yuan, expected.hourly_yuan, expected.piece_rate) == (
        pay.base_month_yuan,
        pay.hourly_yuan,
        pay.piece_rate,
    )
    assert (expected.month_min_yuan, expected.month_max_yuan, text) == (
        pay.month_min_yuan,
        pay.month_max_yuan,
        pay.text,
    )
    assert [] == findings


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("6000-7500元/月", 6000, 7500),
        ("5500—7000", 5500, 7000),
        ("6500~8000", 6500, 8000),
        ("6,000至7,500", 6000, 7500),
        ("6k-8k", 6000, 8000),
        ("0.8-1.2万", 8000, 12000),
        ("6-8千", 6000, 8000),
        ("7500-6000", 6000, 7500),
        ("5500", 5500, 5500),
        ("6500以上", 6500, None),
        ("1.2万起", 12000, None),
        ("最高9000", None, 9000),
    ],
)
def test_monthly_totals(text: str, low: int | None, high: int | None) -> None:
    pay, findings = read_pay(text, "month")
    assert (low, high, []) == (pay.month_min_yuan, pay.month_max_yuan, findings)


@pytest.mark.parametrize("text", ["月入过万", "面议", "月入上万不是梦", "同行最高"])
def test_no_figure_is_invented(text: str) -> None:
    pay, findings = read_pay(text, "month")
    assert (Pay(text=text), ["warning"]) == (pay, levels(findings))


def test_about_is_told_apart_from_exact() -> None:
    pay, findings = read_pay("5000左右", "month")
    assert (5000, 5000, ["info"]) == (pay.month_min_yuan, pay.month_max_yuan, levels(findings))


@pytest.mark.parametrize("text", ["300元/天", "日薪200", "99999999", "3元/小时", "120"])
def test_figures_that_cannot_be_used_are_pointed_out(text: str) -> None:
    pay, findings = read_pay(text, "month")
    assert (Pay(text=text), True) == (pay, "warning" in levels(findings))


@pytest.mark.parametrize(
    ("text", "low", "high", "rest"),
    [
        ("18-45岁", 18, 45, ""),
        ("18-50周岁", 18, 50, ""),
        ("18周岁至45周岁", 18, 45, ""),
        ("18-48", 18, 48, ""),
        ("35岁以下", None, 35, ""),
        ("18周岁以上", 18, None, ""),
        ("18岁以上45岁以下", 18, 45, ""),
        ("男女不限 18-55", 18, 55, "男女不限"),
        ("限女性，35岁以下", None, 35, "限女性"),
        ("不限", None, None, "年龄不限"),
    ],
)
def test_ages(text: str, low: int | None, high: int | None, rest: str) -> None:
    ages = read_ages(text)
    assert (low, high, rest, ()) == (ages.low, ages.high, ages.rest, ages.findings)


@pytest.mark.parametrize(
    ("text", "level"),
    [("16-45岁", "warning"), ("15-40", "error"), ("45-18", "warning"), ("18-200", "warning"), ("年轻人", "info")],
)
def test_ages_that_need_care(text: str, level: str) -> None:
    assert [level] == levels(read_ages(text).findings)


def test_of_several_ages_the_widest_and_all_words() -> None:
    ages = read_ages("男18-45，女18-40")
    assert (18, 45, "男18-45，女18-40", ["warning"]) == (ages.low, ages.high, ages.rest, levels(ages.findings))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("300", 300), ("150人", 150), ("招20名", 20), ("20-30人", 20), ("约50人", 50), ("100+", 100), ("１２人", 12)],
)
def test_headcount(text: str, expected: int) -> None:
    assert expected == read_headcount(text)[0]


@pytest.mark.parametrize("text", ["若干", "不限", "男20女30", "0", "-5", "1.5", "10万", "999999999"])
def test_headcount_without_a_figure(text: str) -> None:
    openings, findings = read_headcount(text)
    assert (None, ["warning"]) == (openings, levels(findings))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-09-30", "2026-09-30"),
        ("2026.9.15", "2026-09-15"),
        ("2026/9/20", "2026-09-20"),
        ("2026年9月30日", "2026-09-30"),
        ("20260930", "2026-09-30"),
        ("至2026.9.30止", "2026-09-30"),
        ("2026-09-30 00:00", "2026-09-30"),
    ],
)
def test_whole_dates(text: str, expected: str) -> None:
    assert (expected, []) == read_valid_through(text, FILLED_IN, TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月30日", "2026-09-30"),
        ("9.30", "2026-09-30"),
        ("8月26日—8月31日", "2026-08-31"),
        ("1月5日", "2027-01-05"),
        ("9月底", "2026-09-30"),
        ("46295", "2026-09-30"),
        ("2026.9.1-2026.9.30", "2026-09-30"),
    ],
)
def test_dates_that_were_completed_say_so(text: str, expected: str) -> None:
    day, findings = read_valid_through(text, FILLED_IN, TODAY)
    assert (expected, ["info"]) == (day, levels(findings))


def test_a_year_taken_from_today_is_a_warning() -> None:
    day, findings = read_valid_through("9月30日", Reference(TODAY, "按今天推断"), TODAY)
    assert ("2026-09-30", ["warning"]) == (day, levels(findings))


@pytest.mark.parametrize(
    ("text", "level"), [("长期", "info"), ("招满为止", "info"), ("2026-02-30", "warning"), ("尽快", "warning")]
)
def test_what_is_no_date_stays_as_written(text: str, level: str) -> None:
    kept, findings = read_valid_through(text, FILLED_IN, TODAY)
    assert (text, [level]) == (kept, levels(findings))


def test_an_expired_offer_is_pointed_out() -> None:
    assert ["warning"] == levels(read_valid_through("2026-08-20", FILLED_IN, TODAY)[1])
    assert [] == levels(read_valid_through("2026-08-21", FILLED_IN, TODAY)[1])


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("有焊工证优先，返费：满30天返1500元", [(30, 1500)]),
        ("满30天返500，满60天返1000", [(30, 500), (60, 1000)]),
        ("返费1500元（满30天）", [(30, 1500)]),
        ("干满3个月返3000元", [(90, 3000)]),
        ("干满一个月返800", [(30, 800)]),
        ("高温补贴200元/月", []),
    ],
)
def test_rebates(text: str, steps: list[tuple[int, int]]) -> None:
    expected = tuple(RebateStep(days=days, amount_yuan=amount) for days, amount in steps)
    assert expected == read_rebates(text)[0]


def test_a_rebate_without_figures_is_pointed_out() -> None:
    assert ((), ["warning"]) == (read_rebates("返费2000")[0], levels(read_rebates("返费2000")[1]))


@pytest.mark.parametrize(
    ("text", "board", "lodging", "couples", "benefits"),
    [
        ("包住，餐补12元/天", "餐补12元/天", "包住", False, {"包住", "餐补12元/天"}),
        ("免费食宿，有夫妻房", "免费食宿", "免费食宿；有夫妻房", True, {"免费食宿", "夫妻房"}),
        ("包吃住", "包吃住", "包吃住", False, {"包吃住"}),
        ("住宿60元/月，水电自理", "", "住宿60元/月；水电自理", False, set()),
        ("福利食堂，免费住宿", "福利食堂", "免费住宿", False, {"福利食堂", "免费住宿"}),
        ("住宿免费，餐费月补300", "餐费月补300", "住宿免费", False, {"住宿免费", "餐费月补300"}),
        ("包吃包住，无夫妻房", "包吃包住", "包吃包住；无夫妻房", False, {"包吃包住"}),
        ("不包吃住", "不包吃住", "不包吃住", False, set()),
    ],
)
def test_board_and_lodging(text: str, board: str, lodging: str, couples: bool, benefits: set[str]) -> None:
    read = read_board_lodging(text)
    assert (board, lodging, couples, benefits) == (read.board, read.lodging, read.couples_room, set(read.benefits))


@pytest.mark.parametrize(
    ("text", "benefits", "requirements", "medical"),
    [
        ("中央空调车间，高温补贴200元/月", ("中央空调", "高温补贴200元/月"), "", ""),
        ("坐班，无尘车间", ("无尘车间",), "坐班", ""),
        ("视力5.0以上", (), "视力5.0以上", ""),
        ("需办健康证，费用公司报销", (), "", "需办健康证，费用公司报销"),
        ("穿无尘服；养老补贴", ("养老补贴",), "穿无尘服", ""),
        ("服装押金200元，离职退", (), "", ""),
    ],
)
def test_remarks(text: str, benefits: tuple[str, ...], requirements: str, medical: str) -> None:
    read = read_remarks(text)
    assert (benefits, requirements, medical) == (read.benefits, read.requirements, read.medical_check)


@pytest.mark.parametrize(
    "text", ["服装押金200元，离职退", "需交保证金", "体检费自理", "限女性", "只招男工", "女生优先"]
)
def test_forbidden_words_are_pointed_out(text: str) -> None:
    assert ["warning"] == levels(read_cautions(text))


@pytest.mark.parametrize(
    "text",
    [
        "不收押金",
        "免体检费",
        "体检费公司报销",
        "无任何押金",
        "男女不限",
        "招男女普工",
        "女生宿舍",
        "女装缝纫工",
        "夫妻房",
    ],
)
def test_ordinary_words_of_the_trade_pass(text: str) -> None:
    assert [] == read_cautions(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("６，０００", "6,000"),
        ("6,000 元", "6000元"),
        ("18 － 45", "18-45"),
        ("5500—7000", "5500-7000"),
        ("包吃 住", "包吃住"),
    ],
)
def test_plain_spelling(text: str, expected: str) -> None:
    assert expected == plain(text)
