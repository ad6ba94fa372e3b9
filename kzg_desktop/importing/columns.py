"""Which column of a job sheet holds what: known words of headers, in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

__all__ = ["Column", "find_columns", "is_header"]

_HEADERS: tuple[tuple[str, str], ...] = (
    ("serial", r"^(?:序号|编号|序|no\.?|#)$"),
    ("valid_through", r"有效期|截止|截至|到期"),
    ("interview", r"面试|面谈"),
    ("headcount", r"人数|名额|(?:招聘|需求|用工|计划)(?:数|量)"),
    ("employment_type", r"(?:用工|合同|岗位|工作|用人|招聘)(?:形式|性质|方式|类型|类别)"),
    ("payday", r"发薪|发工资|薪资发放|结算"),
    ("age", r"年龄"),
    ("sex", r"性别"),
    ("pay_rate", r"工价|底薪|小时|时薪|单价|基本工资|基本薪资|计薪"),
    ("pay_month", r"综合|月薪|月收入|薪资|薪酬|工资|收入|待遇范围|薪水"),
    ("rebates", r"返费|返现"),
    ("benefits", r"福利|待遇"),
    ("board_lodging", r"食宿|吃住|住宿|伙食|用餐|餐补|包吃|宿舍"),
    ("allowance", r"补贴|津贴|补助"),
    ("overtime", r"加班"),
    ("rest_days", r"休息|休假|月休"),
    ("work_hours", r"(?:工作|上班|作息)时间|工时"),
    ("shift", r"班次|班制|倒班|班别"),
    ("assembly_point", r"集合|报到|接站|接人"),
    ("contact", r"联系|电话|手机|微信"),
    ("job_location", r"地点|地址|厂区|位置|区域|城市|工作地"),
    ("insurance", r"保险|社保|五险|公积金"),
    ("contract_term", r"合同期"),
    ("medical_check", r"体检|健康证"),
    ("bring", r"携带|证件|材料|资料"),
    ("talking_points", r"口播|话术|卖点|亮点"),
    ("note", r"备注|^说明$|^其[他它]$|^注$"),
    ("other", r"简介|介绍|描述|职责|内容|负责人|规模|行业|代码|许可"),
    ("requirements", r"要求|条件|学历|技能|经验"),
    ("source", r"来源|渠道"),
    ("title", r"岗位|职位|工种|职务|招聘岗"),
    ("employer", r"企业|公司|单位|工厂|厂名|厂家|客户|厂商"),
)
_PATTERNS = tuple((field, re.compile(pattern)) for field, pattern in _HEADERS)
_BRACKETED = re.compile(r"[(\[【<].*?[)\]】>]")
_LONGEST = 12
_FEWEST = 3


class Column(Struct, frozen=True):
    """One column: its *index* from 0, its *header* as written, and the *field* it holds ("" when not recognised)."""

    index: int
    header: str
    field: str


def _field(header: str) -> str:
    words = re.sub(r"[\s*:]", "", _BRACKETED.sub("", unicodedata.normalize("NFKC", header))).casefold()
    if not words or len(words) > _LONGEST or re.search(r"\d", words):
        return ""
    return next((field for field, pattern in _PATTERNS if pattern.search(words)), "")


def _letters(index: int) -> str:
    letters, number = "", index + 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def is_header(cells: Sequence[str]) -> bool:
    """Whether *cells* are a header row: mostly known words, an employer's or a job's among them."""
    filled = [cell for cell in cells if cell]
    fields = {field for field in map(_field, filled) if field}
    known = sum(bool(_field(cell)) for cell in filled)
    named = len(fields & {"employer", "title"})
    enough = len(fields) >= _FEWEST or named == 2
    return bool(named) and enough and known * 2 > len(filled)


def find_columns(cells: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns that a header row names; one without a header is called by its letter."""
    return tuple(Column(i, cell or f"{_letters(i)} 列", _field(cell)) for i, cell in enumerate(cells))
