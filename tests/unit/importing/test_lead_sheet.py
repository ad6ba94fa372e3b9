"""Lead sheets as platforms export them: any order, any spelling, no row lost."""

from __future__ import annotations

import codecs
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kzg_desktop.errors import FileUnreadable
from kzg_desktop.importing.lead_phones import read_phone
from kzg_desktop.importing.lead_report import lead_report, unreadable_rows
from kzg_desktop.importing.lead_sheet import LeadDraft, LeadSheet, interpret_leads, read_lead_sheet
from kzg_desktop.importing.lead_times import read_time
from tests.unit.importing.invented import sheet_of

NOW = int(datetime(2026, 9, 21, tzinfo=UTC).timestamp() * 1000)
SENT = int(datetime(2026, 8, 30, 3, 57, tzinfo=UTC).timestamp() * 1000)
CSV = (
    "线索ID,姓名,手机号,性别,年龄,意向城市,意向岗位,提交时间,来源\n"
    "L1,王小明,13800138000,女,45,天津市,焊装工,2026/8/30 11:57,直播间\n"
)


def read(*rows: tuple[str, ...]) -> LeadSheet:
    return interpret_leads([sheet_of(*rows)], "线索.csv", NOW)


def one(**cells: str) -> LeadDraft:
    row = {"姓名": "王小明", "手机号": "13800138000", **cells}
    [draft] = read(tuple(row), tuple(row.values())).drafts
    return draft


def said(draft: LeadDraft) -> str:
    return "|".join(map(str, draft.messages))


def test_a_row_as_the_back_office_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "线索.csv"
    path.write_text(CSV, "utf-8-sig")
    sheet = read_lead_sheet(path, NOW)
    report = lead_report(sheet, dry_run=True)
    assert (1, 1, 0, 0, []) == tuple(report[k] for k in ("read", "ok", "warnings", "errors", "skipped"))
    expected = {
        "external_id": "L1",
        "name": "王小明",
        "phone": "13800138000",
        "age_band": "45–54",
        "city": "天津",
        "title": "焊装工",
        "received_at": SENT,
        "source": "直播间",
    }
    assert [{"sheet": "线索", "row": 2, "status": "ok", "fields": expected, "messages": []}] == report["rows"]


def test_sex_is_read_over_and_never_kept(tmp_path: Path) -> None:
    draft = one(性别="女")
    assert "女" not in repr(draft)
    sheet = read(("姓名", "手机号", "性别"), ("王小明", "无", "女"))
    assert ["性别：读过但不保留：报名不问性别"] == [str(message) for message in sheet.messages]
    assert (
        ("原行号", "原因", "姓名", "手机号"),
        (("2", "手机号「无」：没有手机号", "王小明", "无"),),
    ) == unreadable_rows(sheet)


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode("utf-8"),
        CSV.encode("gb18030"),
        CSV.encode("utf-16"),
        codecs.BOM_UTF16_BE + CSV.encode("utf-16-be"),
        CSV.replace(",", "\t").encode("utf-16"),
        CSV.replace(",", ";").encode("gb18030"),
        CSV.replace("13800138000", "１３８ ００１３ ８０００").encode("gb18030"),
    ],
)
def test_encodings_and_delimiters(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "线索.csv"
    path.write_bytes(data)
    [draft] = read_lead_sheet(path, NOW).drafts
    assert ("13800138000", "焊装工", SENT, "ok") == (
        draft.fields.phone,
        draft.fields.title,
        draft.fields.received_at,
        draft.status,
    )


def test_a_workbook_with_numbers_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "线索.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("线索")
        sheet.write_row(0, 0, ["直播间线索导出"])
        sheet.write_row(2, 0, ["提交时间", "意向岗位", "联系方式", "称呼"])
        at = datetime(2026, 8, 30, 11, 57)  # noqa: DTZ001 - a cell has no zone
        sheet.write_datetime(3, 0, at, book.add_format({"num_format": "yyyy/m/d h:mm"}))
        sheet.write_row(3, 1, ["焊装工", 13800138000, "王小明"])
    read_in = read_lead_sheet(path, NOW)
    [draft] = read_in.drafts
    assert (4, "13800138000", SENT, "王小明") == (
        draft.row,
        draft.fields.phone,
        draft.fields.received_at,
        draft.fields.name,
    )
    assert [(1, "表头之前的文字"), (2, "空行")] == [(row.row, row.reason) for row in read_in.skipped]


def test_ocean_engines_own_names() -> None:
    header = "id,req_id,name,telphone,weixin,gender,age,province_name,city_name,clue_source,create_time,module_name"
    row = "7301,r1,王小明,13800138000,wx_1,1,25,山东省,潍坊市,4,2026-08-30 11:57:00,报名表单"
    sheet = read(tuple(f"{header},remark_dict".split(",")), tuple(f'{row},{{"意向":"普工"}}'.split(",")))
    [draft] = sheet.drafts
    expected = ("7301", "王小明", "13800138000", "25–34", "潍坊", SENT, "oceanengine", "4")
    fields = draft.fields
    assert expected == (
        fields.external_id,
        fields.name,
        fields.phone,
        fields.age_band,
        fields.city,
        fields.received_at,
        fields.channel,
        fields.source,
    )
    assert ["req_id", "weixin", "gender", "module_name", "remark_dict"] == [m.column for m in sheet.messages]
    assert "wx_1" not in repr(fields)


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("+86 138-0013-8000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
        ("13800138000.0", "13800138000"),
        ("1.3812345678E+10", "13812345678"),
        ("'13800138000", "13800138000"),
        ("电话：13800138000（微信同号）", "13800138000"),
        ("13800138000/13900139000", "13800138000"),
        ("1.38E+10", ""),
        ("138", ""),
        ("138001380001", ""),
        ("无", ""),
        ("wx_abc", ""),
        ("010-88886666", ""),
    ],
)
def test_phones(text: str, phone: str) -> None:
    found, findings = read_phone(text)
    assert phone == found
    assert bool(phone) != any(finding.level == "error" for finding in findings)


@pytest.mark.parametrize(
    "text",
    [
        "2026/8/30 11:57",
        "2026-08-30 11:57:00",
        "2026-08-30T11:57:00+08:00",
        "2026-08-30T03:57:00Z",
        "2026-08-30 11:57:00.000",
        "2026年8月30日 11时57分",
        "2026.8.30 上午11:57",
        "２０２６－０８－３０ １１：５７",
        "20260830115700",
        "1788062220",
        "1788062220000",
        "46264.497916666667",
    ],
)
def test_times(text: str) -> None:
    assert (SENT, []) == read_time(text, NOW)


@pytest.mark.parametrize("text", ["昨天", "2026-13-01 10:00", "2026-08-30 25:00", "2036-01-01", "46264:1", "8/30"])
def test_times_that_do_not_tell(text: str) -> None:
    at, [finding] = read_time(text, NOW)
    assert (0, "warning") == (at, finding.level)


@pytest.mark.parametrize(
    ("cells", "status", "words"),
    [
        ({"手机号": ""}, "error", "没有手机号"),
        ({"手机号": "138"}, "error", "3 位数字"),
        ({"手机号": "", "备用电话": "13900139000"}, "ok", ""),
        ({"手机号": "无", "备用电话": "13900139000"}, "ok", ""),
        ({"姓名": ""}, "warning", "没有姓名"),
        ({"姓名": "用户3321"}, "warning", "昵称"),
        ({"年龄": "15"}, "error", "未满 16 周岁"),
        ({"年龄": "30岁"}, "ok", ""),
        ({"年龄": "年轻"}, "warning", "年龄"),
        ({"提交时间": "昨天"}, "warning", "按导入时间记"),
        ({"提交时间": "2026-08-30"}, "ok", "没有时刻"),
    ],
)
def test_what_is_said_of_a_row(cells: dict[str, str], status: str, words: str) -> None:
    draft = one(**cells)
    assert status == draft.status
    assert words in said(draft)


@pytest.mark.parametrize(("text", "title"), [("不限", ""), ("岗位不限", ""), ("都可以", ""), ("焊装工", "焊装工")])
def test_any_job_is_no_title(text: str, title: str) -> None:
    assert title == one(意向岗位=text).fields.title


@pytest.mark.parametrize(
    ("source", "channel"), [("抖音直播", "douyin"), ("快手", "kuaishou"), ("直播间", "sheet"), ("", "sheet")]
)
def test_the_platform_is_the_channel(source: str, channel: str) -> None:
    assert channel == one(来源=source).fields.channel


def test_duplicates_in_the_file_are_told() -> None:
    header = ("线索ID", "姓名", "手机号", "意向岗位")
    sheet = read(
        header,
        ("L1", "王小明", "13800138000", "焊装工"),
        ("L2", "王小明", "+86 13800138000", "焊 装 工"),
        ("L1", "李四", "13900139000", "焊装工"),
        ("L3", "王小明", "13800138000", "质检员"),
        header,
    )
    assert ["ok", "warning", "warning", "ok"] == [draft.status for draft in sheet.drafts]
    assert [0, 2, 0, 0] == [draft.duplicate_of for draft in sheet.drafts]
    assert "第 2 行" in said(sheet.drafts[2])
    assert ["重复的表头"] == [row.reason for row in sheet.skipped]


def test_a_sheet_without_phones_is_no_lead_sheet() -> None:
    with pytest.raises(FileUnreadable, match="手机号"):
        read(("企业名称", "岗位名称"), ("样例厂", "普工"))


HEADERS = st.sampled_from(
    ["线索ID", "电话", "年龄", "意向城市", "省份", "意向岗位", "提交时间", "到岗时间", "来源", "性别", "x"]
)
WORDS = (
    "13800138000 1.38E+10 +86 - / 2026-08-30 11:57 46264.5 1788062220 不限 无 30岁 99999999999999 潍坊 抖音 焊装工 "
    "\0 ² ９"
)
CELLS = st.one_of(st.lists(st.sampled_from([*WORDS.split(" "), " "]), max_size=4).map("".join), st.text(max_size=14))


@settings(max_examples=300, deadline=None)
@given(st.lists(HEADERS, max_size=8, unique=True), st.lists(st.lists(CELLS, max_size=10), max_size=8))
def test_no_row_is_lost_and_nothing_makes_reading_fail(header: list[str], rows: list[list[str]]) -> None:
    sheet = read(("手机号", "姓名", *header), *(tuple(map(str.strip, row[: len(header) + 2])) for row in rows))
    numbers = sorted([draft.row for draft in sheet.drafts] + [row.row for row in sheet.skipped])
    assert list(range(2, len(rows) + 2)) == numbers
    report = lead_report(sheet, dry_run=True)
    assert len(sheet.drafts) == report["read"] == report["ok"] + report["warnings"] + report["errors"]
    assert report["errors"] == len(unreadable_rows(sheet)[1])
    assert all(draft.fields.phone for draft in sheet.drafts if draft.status != "error")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_arbitrary_sheets_are_read_or_refused(rows: list[list[str]]) -> None:
    try:
        sheet = read(*map(tuple, rows))
    except FileUnreadable:
        return
    assert len(rows) >= len(sheet.drafts)
