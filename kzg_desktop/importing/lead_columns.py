"""Which column of a platform's lead sheet holds what: the header words of back offices, in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from kzg_desktop.importing.columns import Column

__all__ = ["field_of", "find_lead_columns", "is_lead_header", "is_ocean_engine"]

# Ocean Engine's names: id, req_id, name, telphone, weixin, gender, age, province_name, city_name, clue_source,
# create_time, module_name, remark_dict
_HEADERS: tuple[tuple[str, str], ...] = (
    ("external_id", r"(?:线索|报名|客资|留资|表单|clue_?|lead_?)(?:id|编号|号)|id"),
    ("serial", r"序号|编号|序|no\.?|#"),
    ("other", r"req_?id|module_?name|.*(?:跟进|分配|更新|修改|审核|状态|标签|负责人|广告|计划).*"),
    ("phone", r".*(?:手机|电话|联系方式|联系号码).*|tel.*|(?:mobile|phone|cell).*"),
    ("weixin", r".*(?:微信|weixin|wechat).*"),
    ("sex", r".*性别|gender|sex"),
    ("age", r".*年龄.*|年纪|age"),
    ("available_from", r".*(?:到岗|入职|上岗|可上班).*|available.*"),
    ("received_at", r".*(?:时间|日期)|create_?time|created_?at|submit_?time|date|time"),
    ("province", r".*省份?|province(?:_?name)?"),
    ("city", r".*(?:城市|地区|区域|地点|所在地)|city(?:_?name)?"),
    ("title", r".*(?:岗位|职位|工种)(?:名称)?|job(?:_?(?:title|name))?|position"),
    ("source", r".*(?:来源|渠道)|平台|clue_?source|source|channel"),
    ("note", r".*(?:备注|留言|说明).*|remark.*|note|comment"),
    ("name", r".*(?:姓名|名字)|称呼|联系人|报名人|求职者|昵称|(?:full_?)?name"),
)
_PATTERNS = tuple((field, re.compile(pattern)) for field, pattern in _HEADERS)
_BRACKETED = re.compile(r"[(\[【<].*?[)\]】>]")
_LONGEST = 24


def _words(header: str) -> str:
    narrow = _BRACKETED.sub("", unicodedata.normalize("NFKC", header))
    return re.sub(r"[\s*:\u200b-\u200f\ufeff]", "", narrow).casefold()


def field_of(header: str) -> str:
    """Return the field that a column of that header holds, "" when it is none that is known."""
    words = _words(header)
    if not words or len(words) > _LONGEST:
        return ""
    return next((field for field, pattern in _PATTERNS if pattern.fullmatch(words)), "")


def is_lead_header(cells: Sequence[str]) -> bool:
    """Whether *cells* are a header row: a phone's among them, and mostly known words."""
    filled = [cell for cell in cells if cell]
    fields = [field for field in map(field_of, filled) if field]
    return "phone" in fields and len(fields) * 2 >= len(filled)


def find_lead_columns(cells: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns that a header row names; ``field`` is "" where it names nothing known."""
    return tuple(Column(i, cell or f"第 {i + 1} 列", field_of(cell)) for i, cell in enumerate(cells))


def is_ocean_engine(columns: Sequence[Column]) -> bool:
    """Whether the header is that of Ocean Engine's leads (巨量引擎)."""
    return {"telphone", "clue_source"} & {_words(column.header) for column in columns} != set()
