"""A whole job sheet: which rows are jobs, which are not and why, and what is said of each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from kzg_desktop.domain.entities import Pay, RebateStep
from kzg_desktop.errors import FileUnreadable
from kzg_desktop.importing.job_sheet import interpret, read_job_sheet
from tests.unit.importing.invented import AGENCY_ROWS, HEADER, TODAY, sheet_of


@pytest.fixture
def sheet(agency_file: Path):
    return read_job_sheet(agency_file, TODAY)


def test_every_row_of_the_agency_sheet_is_a_job_or_is_listed(sheet) -> None:
    assert list(range(4, 13)) == [draft.row for draft in sheet.drafts]
    assert [
        ("岗位汇总", 1, "标题"),
        ("岗位汇总", 2, "表头之前的文字"),
        ("岗位汇总", 13, "空行"),
        ("岗位汇总", 14, "合计行"),
        ("填表说明", 1, "没有表头的工作表"),
    ] == [(row.sheet, row.row, row.reason) for row in sheet.skipped]


def test_statuses_of_the_agency_sheet(sheet) -> None:
    expected = {4: "ok", 5: "ok", 6: "warning", 7: "ok", 8: "ok", 9: "warning", 10: "ok", 11: "ok", 12: "warning"}
    assert expected == {draft.row: draft.status for draft in sheet.drafts}
    assert (6, 3, 0) == (sheet.count("ok"), sheet.count("warning"), sheet.count("error"))


def test_a_plain_row(sheet) -> None:
    job = sheet.drafts[0].job
    assert ("云帆电器（青岛）有限公司", "总装操作工", 300, "派遣") == (
        job.hiring_organization,
        job.title,
        job.total_job_openings,
        job.employment_type,
    )
    assert Pay(hourly_yuan=21, month_min_yuan=6000, month_max_yuan=7500, text="小时工价21元；6000-7500元/月") == job.pay
    assert ("山东 青岛", "山东省青岛市黄岛区示例路", "2026-09-30") == (job.region, job.job_location, job.valid_through)
    assert ("餐补12元/天", "包住", 18, 45) == (job.board, job.lodging, job.age_min, job.age_max)
    assert ("餐补12元/天", "包住", "中央空调", "高温补贴200元/月") == job.job_benefits
    assert "样例人力资源有限公司" == job.source


def test_merged_and_ditto_cells_take_the_text_above(sheet) -> None:
    draft = sheet.drafts[1]
    assert ("云帆电器（青岛）有限公司", "山东省青岛市黄岛区示例路") == (
        draft.job.hiring_organization,
        draft.job.job_location,
    )
    assert ["工作地点「同上」：取上一行“山东省青岛市黄岛区示例路”"] == [str(message) for message in draft.messages]


def test_the_year_comes_from_the_day_the_sheet_was_filled_in(sheet) -> None:
    draft = sheet.drafts[4]
    assert ("2026-09-30", (RebateStep(days=30, amount_yuan=1500),)) == (draft.job.valid_through, draft.job.rebates)
    assert ["有效期至「9月30日」：没有年份，按填表日期（2026-08-20）推断，记为 2026-09-30"] == [
        str(m) for m in draft.messages
    ]


def test_what_is_not_stated_stays_empty_and_is_said(sheet) -> None:
    packer, assembler = sheet.drafts[5], sheet.drafts[8]
    assert (None, "长期", "招聘人数：若干") == (
        packer.job.total_job_openings,
        packer.job.valid_through,
        packer.job.note,
    )
    assert (None, None, 26) == (
        assembler.job.pay.month_min_yuan,
        assembler.job.pay.month_max_yuan,
        assembler.job.pay.hourly_yuan,
    )
    assert ["综合薪资", "年龄要求", "备注"] == [message.column for message in assembler.messages]
    assert ("限女性", "服装押金200元，离职退") == (assembler.job.requirements, assembler.job.note)


def test_importing_twice_gives_the_same_ids(agency_file: Path, sheet) -> None:
    again = read_job_sheet(agency_file, TODAY)
    assert [draft.job for draft in sheet.drafts] == [draft.job for draft in again.drafts]
    assert 9 == len({draft.job.id for draft in sheet.drafts})
    assert sheet.drafts[0].job.employer_id == sheet.drafts[1].job.employer_id


def test_columns_in_another_order_give_the_same_jobs(tmp_path: Path, sheet) -> None:
    order = [13, 3, 2, 12, 1, 0, 11, 4, 10, 5, 9, 6, 8, 7]
    path = tmp_path / "另序.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for number, row in enumerate(AGENCY_ROWS):
            filled = [*row, *[None] * (14 - len(row))] if number >= 2 else row
            page.write_row(number, 0, [filled[i] for i in order] if number >= 2 else filled)
        for first, last in ((3, 4), (5, 6)):
            page.merge_range(first, order.index(1), last, order.index(1), AGENCY_ROWS[first][1])
    moved = read_job_sheet(path, TODAY)
    assert [draft.job for draft in sheet.drafts] == [draft.job for draft in moved.drafts]
    assert 14 in {row.row for row in moved.skipped if row.reason == "合计行"}


@pytest.mark.parametrize(
    ("headers", "field"),
    [
        (("公司", "职位"), ("hiring_organization", "title")),
        (("用工单位", "工种"), ("hiring_organization", "title")),
        (("*企业全称", "招聘岗位"), ("hiring_organization", "title")),
        (("单位名称", "岗位名称（必填）"), ("hiring_organization", "title")),
    ],
)
def test_headers_have_synonyms(read_rows, headers: tuple[str, str], field: tuple[str, str]) -> None:
    [draft] = read_rows((*headers, "人数"), ("样例厂", "普工", "20")).drafts
    assert ("样例厂", "普工", 20) == (*(getattr(draft.job, name) for name in field), draft.job.total_job_openings)


def test_two_header_rows_are_one_header(read_rows) -> None:
    [draft] = read_rows(
        ("企业名称", "岗位名称", "薪资待遇", ""),
        ("企业名称", "岗位名称", "底薪", "综合工资"),
        ("样例厂", "普工", "2400", "5000-6000"),
    ).drafts
    assert (3, 2400, 5000) == (draft.row, draft.job.pay.base_month_yuan, draft.job.pay.month_min_yuan)


def test_columns_that_nobody_knows_are_kept_in_the_note(read_rows) -> None:
    read = read_rows(("企业名称", "岗位名称", "", "产线"), ("样例厂", "普工", "三号门", "A线"))
    assert "C 列：三号门；产线：A线" == read.drafts[0].job.note
    assert ["C 列", "产线"] == [message.column for message in read.messages]


def test_a_sheet_without_a_header() -> None:
    with pytest.raises(FileUnreadable, match="没有找到表头"):
        interpret([sheet_of(("样例厂", "普工", "20"), ("另一厂", "焊工", "5"))], "表.csv", TODAY)


def test_hidden_sheets_are_listed_and_not_read() -> None:
    shown = sheet_of(("企业名称", "岗位名称"), ("样例厂", "普工"))
    hidden = sheet_of(("企业名称", "岗位名称"), ("旧厂", "旧岗"), name="旧", hidden=True)
    read = interpret([shown, hidden], "表.xlsx", TODAY)
    assert (["样例厂"], ["隐藏的工作表"] * 2) == (
        [draft.job.hiring_organization for draft in read.drafts],
        [row.reason for row in read.skipped if row.sheet == "旧"],
    )


def test_several_sheets_of_jobs_are_all_read() -> None:
    sheets = [sheet_of(("企业名称", "岗位名称"), (f"厂{n}", "普工"), name=f"表{n}") for n in (1, 2)]
    read = interpret(sheets, "表.xlsx", TODAY)
    assert (("表1", "表2"), [("表1", 2), ("表2", 2)]) == (read.sheets, [(d.sheet, d.row) for d in read.drafts])


def test_rows_that_are_no_jobs(read_rows) -> None:
    read = read_rows(
        ("序号", "企业名称", "岗位名称", "人数"),
        ("一、青岛片区",),
        ("1", "样例厂", "普工", "20"),
        ("小计", "", "", "20"),
        ("序号", "企业名称", "岗位名称", "人数"),
        ("2",),
        ("注：以上岗位长期有效",),
        ("总计", "", "", "20"),
    )
    assert [3] == [draft.row for draft in read.drafts]
    assert ["小标题", "合计行", "重复的表头", "只有序号", "说明文字", "合计行"] == [row.reason for row in read.skipped]


def test_a_total_that_does_not_add_up_is_pointed_out(read_rows) -> None:
    rows = (("序号", "企业名称", "岗位名称", "人数"), ("1", "样例厂", "普工", "20"), ("2", "样例厂", "焊工", "30人"))
    right = read_rows(*rows, ("合计", "", "", "50"))
    wrong = read_rows(*rows, ("合计", "", "", "60"))
    assert ["info"] == [message.level for message in right.messages]
    assert ["人数「60」：第 4 行与各行之和 50 不符，请核对"] == [str(m) for m in wrong.messages if m.level == "warning"]


def test_subtotals_count_from_the_last_one(read_rows) -> None:
    read = read_rows(
        ("企业名称", "岗位名称", "人数"),
        ("甲厂", "普工", "20"),
        ("小计", "", "20"),
        ("乙厂", "普工", "30"),
        ("小计", "", "30"),
        ("合计", "", "50"),
    )
    assert () == read.messages


@pytest.mark.parametrize(("row", "missing"), [(("", "普工", "20"), "企业名称"), (("样例厂", "", "20"), "岗位名称")])
def test_a_row_without_employer_or_title_is_an_error(read_rows, row: tuple[str, ...], missing: str) -> None:
    [draft] = read_rows(("企业名称", "岗位名称", "人数"), row).drafts
    assert ("error", True) == (draft.status, any(f"缺少{missing}" in str(message) for message in draft.messages))


def test_a_repeated_row_is_named_with_what_differs(read_rows) -> None:
    read = read_rows(
        ("企业名称", "岗位名称", "人数"), ("样例厂", "普工", "20"), ("样例厂", "普工", "30"), ("样例厂", "普工", "20")
    )
    assert ["ok", "warning", "warning"] == [draft.status for draft in read.drafts]
    assert [0, 2, 2] == [draft.duplicate_of for draft in read.drafts]
    assert "不同之处：招聘人数" in str(read.drafts[1].messages[-1])
    assert "内容相同" in str(read.drafts[2].messages[-1])


def test_a_shared_headcount_is_not_counted_twice(tmp_path: Path) -> None:
    path = tmp_path / "合并.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ("企业名称", "岗位名称", "招聘人数"))
        page.write_column(1, 0, ("样例厂", "样例厂", "合计"))
        page.write_column(1, 1, ("普工", "焊工"))
        page.merge_range(1, 2, 2, 2, 50)
        page.write(3, 2, 50)
    read = read_job_sheet(path, TODAY)
    assert (["ok", "warning"], ()) == ([draft.status for draft in read.drafts], read.messages)


def test_ditto_without_a_row_above(read_job) -> None:
    draft = read_job(工作地点="同上")
    assert ("warning", "") == (draft.status, draft.job.job_location)


def test_dates_as_real_date_cells(tmp_path: Path) -> None:
    path = tmp_path / "日期.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ("企业名称", "岗位名称", "有效期至"))
        page.write_row(1, 0, ("样例厂", "普工"))
        page.write_datetime(1, 2, date(2026, 9, 30), book.add_format({"num_format": "yyyy年m月d日"}))
    assert ["2026-09-30"] == [draft.job.valid_through for draft in read_job_sheet(path, TODAY).drafts]


def test_columns_of_their_own(read_job) -> None:
    draft = read_job(
        福利待遇="五险一金、免费食宿、节日礼品",
        返费="满30天返500",
        性别="女",
        加班费="1.5倍",
        发薪日="每月15日",
        联系人="老张",
        工作时间="8:00-17:30",
    )
    job = draft.job
    assert ("五险一金", "免费食宿", "节日礼品") == job.job_benefits
    assert (RebateStep(days=30, amount_yuan=500),) == job.rebates
    assert ("1.5倍", "每月15日", "8:00-17:30") == (job.pay.overtime, job.pay.payday, job.work_hours)
    assert ("性别：女", "warning") == (job.requirements, draft.status)
    assert "联系人：老张" in job.note


def test_the_header_of_the_agency_sheet_is_known_whole(sheet) -> None:
    assert 14 == len(HEADER)
    assert ["序号"] == [message.column for message in sheet.messages]
