"""The form that a viewer fills in: what is asked, and what may be answered.

The messages are read by viewers, so they are in Chinese.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from kzg_desktop.domain.phones import normal_phone
from kzg_desktop.errors import InvalidInput

__all__ = ["AGE_BANDS", "CONSENT_PURPOSE", "CONSENT_VERSION", "InvalidSignUp", "SignUp", "consent_text", "read_sign_up"]

AGE_BANDS = ("16–17", "18–24", "25–34", "35–44", "45–54", "55+")
"""The age bands to choose from, in years."""

CONSENT_VERSION = "2026-1"
CONSENT_PURPOSE = "招聘联系"

_NAME = re.compile(r"[^\W\d_]+(?:[ ·.'\-][^\W\d_]+)*\.?")
_CITY = re.compile(r"[^\W_]+(?:[ ·\-/、,，][^\W_]+)*")
_LATEST = timedelta(days=366)


class SignUp(Struct, frozen=True, kw_only=True):
    """A form that can be used: cleaned name, eleven-digit phone, and the optional answers or ""."""

    name: str
    phone: str
    age_band: str = ""
    city: str = ""
    available_from: str = ""


class InvalidSignUp(InvalidInput):
    """The form needs corrections; *fields* says by field what is wrong, in the form's own order."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__("；".join(fields.values()))
        self.fields = fields


def consent_text(recipient: str, title: str) -> str:
    """Return the sentence that a viewer agrees to: what, to whom, for what."""
    return f"我同意将以上填写的信息提供给“{recipient}”，仅用于“{title}”岗位的招聘联系。"


def read_sign_up(fields: Mapping[str, str], *, today: date) -> SignUp:
    """Return the cleaned form; *fields* are the texts as typed, *today* is the viewer's date.

    Raises:
        InvalidSignUp: with a message for each field to correct.
    """
    errors: dict[str, str] = {}
    name = _clean(fields.get("name", ""))
    age_band = fields.get("age_band", "").strip()
    city = _clean(fields.get("city", ""))
    available_from = unicodedata.normalize("NFKC", fields.get("available_from", "")).strip()
    phone = normal_phone(fields.get("phone", ""))
    if message := _name_error(name):
        errors["name"] = message
    if phone is None:
        errors["phone"] = _phone_error(fields.get("phone", ""))
    if age_band and age_band not in AGE_BANDS:
        errors["age_band"] = "请从列表中选择年龄段"
    if city and (len(city) > 20 or not _CITY.fullmatch(city)):
        errors["city"] = "城市请写 20 个字以内的地名，例如：潍坊"
    if message := _date_error(available_from, today):
        errors["available_from"] = message
    if not fields.get("consent", "").strip():
        errors["consent"] = "请先勾选同意，我们才能把报名转给招聘单位"
    if errors or phone is None:
        raise InvalidSignUp(errors)
    return SignUp(name=name, phone=phone, age_band=age_band, city=city, available_from=available_from)


def _clean(text: str) -> str:
    """Return *text* in its canonical form, with single spaces: the same name typed twice is the same text."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("•", "·").replace("・", "·").split())


def _name_error(name: str) -> str:
    if not name:
        return "请填写姓名"
    if not 2 <= len(name) <= 20:
        return "姓名请写 2 到 20 个字"
    return "" if _NAME.fullmatch(name) else "姓名里只写文字，不要带数字或符号"


def _phone_error(text: str) -> str:
    digits = sum(c.isdigit() for c in text)
    if not text.strip():
        return "请填写手机号"
    if digits < 11:
        return f"手机号应为 11 位，现在只有 {digits} 位数字"
    return "这不是有效的大陆手机号，请检查"


def _date_error(text: str, today: date) -> str:
    if not text:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return "日期请写成 2026-03-01 的样子"
    if day < today:
        return "到岗日期不能早于今天"
    return "到岗日期请选一年以内" if day > today + _LATEST else ""
