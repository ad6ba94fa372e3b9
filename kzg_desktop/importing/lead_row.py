"""One row of a lead sheet: which field each cell becomes, and what there is to say about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from msgspec import Struct

from kzg_desktop.domain.regions import locate
from kzg_desktop.domain.signup import AGE_BANDS
from kzg_desktop.importing.dates import day_in
from kzg_desktop.importing.findings import Finding, Message, error, info, warning
from kzg_desktop.importing.lead_phones import read_phone
from kzg_desktop.importing.lead_times import read_time
from kzg_desktop.importing.words import plain

__all__ = ["NOT_KEPT", "OCEAN_ENGINE", "SHEET", "LeadFields", "LeadRow"]

NOT_KEPT = {
    "sex": "读过但不保留：报名不问性别",
    "weixin": "不保留：报名只问姓名和手机号（个人信息保护法 6）",
    "note": "没有对应的栏目，不导入",
    "other": "没有对应的栏目，不导入",
    "": "没有对应的栏目，不导入",
    "serial": "只是行的编号，不导入",
}
"""What is said of columns whose content goes nowhere, by field."""

SHEET = "sheet"
OCEAN_ENGINE = "oceanengine"

_PLATFORMS = (
    ("kuaishou", re.compile(r"快手|快招工|快聘|kuaishou", re.IGNORECASE)),
    ("douyin", re.compile(r"抖音|douyin", re.IGNORECASE)),
    (OCEAN_ENGINE, re.compile(r"巨量|飞鱼|ocean", re.IGNORECASE)),
    ("wechat", re.compile(r"视频号|微信|wechat", re.IGNORECASE)),
)
_ANY = re.compile(r"(?:岗位|城市|地区|都|均)?(?:不限|都可以|均可|皆可|任意|全部|无|待定|随意|其[他它])|[-—/]+")
_NAME = re.compile(r"[^\W\d_]+(?:[ ·.'\-][^\W\d_]+)*\.?")
_AGE = re.compile(r"(\d{1,2})(?:周?岁)?")
_LONGEST_NAME, _LONGEST_PLACE, _LONGEST_TEXT = 40, 20, 60


class LeadFields(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a row says of a lead, as the hub takes it; ``title`` is the job as the sheet names it, "" for any.

    ``received_at`` is in UTC ms, 0 when the sheet does not tell. ``source`` is what the sheet calls the origin, of
    which ``channel`` is the platform, or "sheet".
    """

    external_id: str = ""
    name: str = ""
    phone: str = ""
    age_band: str = ""
    city: str = ""
    title: str = ""
    available_from: str = ""
    received_at: int = 0
    channel: str = SHEET
    source: str = ""


def _tidy(text: str, longest: int) -> str:
    """Return *text* with single spaces and without what does not print, cut to *longest* characters."""
    narrow = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFKC", text))
    return " ".join(narrow.replace("•", "·").replace("・", "·").split())[:longest].strip()


def _name(text: str) -> tuple[str, list[Finding]]:
    name = _tidy(text, _LONGEST_NAME)
    plausible = 2 <= len(name) <= 20 and _NAME.fullmatch(name)
    return name, [] if plausible else [warning("不像姓名，可能是昵称，联系时请核对")]


def _age_band(text: str) -> tuple[str, list[Finding]]:
    words = plain(text)
    band = next((band for band in AGE_BANDS if plain(band) == words), "")
    if band or not words or _ANY.fullmatch(words):
        return band, []
    found = _AGE.fullmatch(words)
    if found is None:
        return "", [warning("不是能读懂的年龄，没有采用")]
    age = int(found[1])
    if age < 16:
        return "", [error("未满 16 周岁，不能报名（禁止使用童工规定）")]
    return next(band for band in reversed(AGE_BANDS) if age >= int(band[:2])), []


def _city(text: str) -> tuple[str, list[Finding]]:
    words = _tidy(text, _LONGEST_TEXT)
    if not words or _ANY.fullmatch(words):
        return "", []
    place = locate(words)
    city = (place.city or place.province) if not place.rest else words
    return city[:_LONGEST_PLACE], [info(f"只取前 {_LONGEST_PLACE} 个字")] if len(city) > _LONGEST_PLACE else []


def _title(text: str) -> tuple[str, list[Finding]]:
    words = _tidy(text, _LONGEST_TEXT)
    return "" if _ANY.fullmatch(words) else words, []


def _available_from(text: str) -> tuple[str, list[Finding]]:
    day = day_in(text)
    return ("", [warning("不是能读懂的日期，没有采用")]) if day is None else (day.isoformat(), [])


_READERS: dict[str, Callable[[str], tuple[str, list[Finding]]]] = {
    "name": _name,
    "phone": read_phone,
    "age": _age_band,
    "title": _title,
    "available_from": _available_from,
    "external_id": lambda text: (_tidy(text, _LONGEST_TEXT), []),
    "source": lambda text: (_tidy(text, _LONGEST_TEXT), []),
}
_NAMES = {"age": "age_band"}


class LeadRow:
    """Collects the cells of one row; of several columns for one thing the first that says something counts."""

    def __init__(self, *, now: int, channel: str = SHEET) -> None:
        self.messages: list[Message] = []
        self._now = now
        self._channel = channel
        self._values: dict[str, str] = {}
        self._received_at = 0
        self._places: dict[str, tuple[str, str]] = {}
        self._phone_troubles: list[Message] = []

    def add(self, field: str, header: str, text: str) -> None:
        """Take one cell that is not empty."""
        if field == "received_at":
            if not self._received_at:
                self._received_at, said = read_time(text, self._now)
                self._say(header, text, said)
        elif field in {"city", "province"}:
            self._places.setdefault(field, (header, text))
        elif field == "phone":
            self._add_phone(header, text)
        elif field in _READERS and not self._values.get(_NAMES.get(field, field)):
            value, said = _READERS[field](text)
            self._values[_NAMES.get(field, field)] = value
            self._say(header, text, said)

    def fields(self) -> LeadFields:
        """Return the row, and add to the messages what it lacks."""
        if not self._values.get("phone"):
            self.messages += self._phone_troubles or [Message(level="error", text="没有手机号")]
        if not self._values.get("name"):
            self._say("", "", [warning("没有姓名")])
        if not self._received_at and not any("按导入时间记" in message.text for message in self.messages):
            self._say("", "", [info("没有提交时间，按导入时间记")])
        source = self._values.get("source", "")
        channel = next((name for name, words in _PLATFORMS if words.search(source)), self._channel)
        return LeadFields(**self._values, city=self._city(), received_at=self._received_at, channel=channel)

    def _add_phone(self, header: str, text: str) -> None:
        if self._values.get("phone"):
            return
        phone, said = read_phone(text)
        troubles = [_message(header, text, finding) for finding in said]
        if phone:
            self._values["phone"] = phone
            self.messages += troubles
        else:
            self._phone_troubles += troubles

    def _city(self) -> str:
        for field in ("city", "province"):
            header, text = self._places.get(field, ("", ""))
            city, said = _city(text)
            self._say(header, text, said)
            if city:
                return city
        return ""

    def _say(self, header: str, words: str, findings: list[Finding]) -> None:
        self.messages += [_message(header, words, finding) for finding in findings]


def _message(column: str, words: str, finding: Finding) -> Message:
    return Message(level=finding.level, text=finding.text, column=column, words=words)
