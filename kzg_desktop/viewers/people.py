"""Invented viewers: names, numbers and towns as they are typed into the form, and the slips that people make."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct, structs

from kzg_desktop.domain.signup import AGE_BANDS

__all__ = ["Mistake", "Mix", "Viewer", "Visit", "mistaken", "visits"]

Mistake: TypeAlias = Literal["", "short_phone", "letters_in_phone", "no_name", "no_consent"]
_MISTAKES: tuple[Mistake, ...] = ("short_phone", "letters_in_phone", "no_name", "no_consent")

_SURNAMES = (
    "王王王王王李李李李李张张张张刘刘刘陈陈陈杨杨赵赵黄黄周周吴吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺"
)
_COMPOUND = ("欧阳", "上官", "司马", "诸葛", "夏侯", "令狐")
_GIVEN_ONE = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚玲辉鹏健波宁浩凯鑫婷雪晨倩颖琳慧莹蕾薇斌峰"
_GIVEN_TWO = (
    "秀英秀兰桂英建国建军志强志伟海燕海涛晓东晓燕小红小明文斌文杰春梅春燕玉兰玉梅国强国庆永强永胜立新新民金凤金龙"
    "红梅红军丽娟丽华俊杰俊峰佳怡佳豪欣怡雨欣子轩子涵浩然浩宇思琪思雨梦琪梦瑶宇航宇轩一鸣嘉伟嘉欣少华少杰振华振宇"
    "庆丰长江来福福生根生水生树林树森松林青云云飞雪梅雪莲冬梅秋菊夏莲彩霞彩云爱民爱华淑珍淑芬凤英凤霞德胜德才"
)
_OTHER_NAMES = ("阿依古丽·买买提", "古丽娜尔·艾合买提", "扎西次仁", "卓玛央金", "巴特尔", "吐尔逊·阿不都")
_PREFIXES = "130131132133134135136137138139150151152153155156157158159177180181182183184185186187188189199"
_CITIES = {
    "潍坊": 4, "青岛": 3, "烟台": 3, "天津": 3, "威海": 2, "北京": 1, "廊坊": 2, "济南": 1, "临沂": 2, "菏泽": 2,
    "聊城": 1, "德州": 1, "邯郸": 1, "保定": 1, "石家庄": 1, "沧州": 1, "周口": 1, "商丘": 1, "郑州": 1, "驻马店": 1,
    "大同": 1, "忻州": 1, "阜阳": 1, "徐州": 1, "哈尔滨": 1, "绥化": 1, "赤峰": 1, "兰州": 1, "定西": 1,
}  # fmt: skip
_AGE_WEIGHTS = (1, 24, 32, 24, 15, 4)
_REMEMBERED = 500
"""How many of the latest viewers may come back."""


class Viewer(Struct, frozen=True, kw_only=True):
    """One person. Empty fields are left empty in the form; *available_in_days* counts from the day of the visit."""

    name: str
    phone: str
    age_band: str = ""
    city: str = ""
    available_in_days: int | None = None


class Visit(Struct, frozen=True, kw_only=True):
    """A viewer coming to the sign-up page.

    *mistake* is made at the first try; *corrects* it and sends again, or gives up. *taps* twice sends the same form
    again at once. *returning*: the person was here before, and applies for another job where there is one.
    """

    viewer: Viewer
    mistake: Mistake = ""
    corrects: bool = True
    taps: int = 1
    returning: bool = False


class Mix(Struct, frozen=True, kw_only=True):
    """Shares of visits, 0 to 1."""

    returning: float = 0.06
    double_taps: float = 0.05
    mistakes: float = 0.06
    corrections: float = 0.8


def _name(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.02:
        return rng.choice(_OTHER_NAMES)
    surname = rng.choice(_COMPOUND) if kind < 0.04 else rng.choice(_SURNAMES)
    if rng.random() < 0.35:
        return surname + rng.choice(_GIVEN_ONE)
    start = rng.randrange(0, len(_GIVEN_TWO), 2)
    return surname + _GIVEN_TWO[start : start + 2]


def _viewer(rng: random.Random, used: set[str]) -> Viewer:
    phone = ""
    while not phone or phone in used:
        start = rng.randrange(0, len(_PREFIXES), 3)
        phone = _PREFIXES[start : start + 3] + f"{rng.randrange(10**8):08}"
    used.add(phone)
    return Viewer(
        name=_name(rng),
        phone=phone,
        age_band=rng.choices(AGE_BANDS, _AGE_WEIGHTS)[0] if rng.random() < 0.7 else "",
        city=rng.choices(list(_CITIES), list(_CITIES.values()))[0] if rng.random() < 0.6 else "",
        available_in_days=rng.randrange(1, 30) if rng.random() < 0.4 else None,
    )


def mistaken(viewer: Viewer, mistake: Mistake) -> Viewer:
    """Return the viewer as typed with that slip; one about the consent leaves the fields as they are."""
    match mistake:
        case "short_phone":
            return structs.replace(viewer, phone=viewer.phone[:-1])
        case "letters_in_phone":
            return structs.replace(viewer, phone=viewer.phone[:5] + "o" + viewer.phone[6:])
        case "no_name":
            return structs.replace(viewer, name="")
    return viewer


def visits(seed: int, mix: Mix) -> Iterator[Visit]:
    """Yield visits for ever; the same seed and mix give the same ones."""
    rng = random.Random(seed)
    used: set[str] = set()
    known: deque[Viewer] = deque(maxlen=_REMEMBERED)
    while True:
        returning = bool(known) and rng.random() < mix.returning
        viewer = rng.choice(known) if returning else _viewer(rng, used)
        if not returning:
            known.append(viewer)
        yield Visit(
            viewer=viewer,
            mistake=rng.choice(_MISTAKES) if rng.random() < mix.mistakes else "",
            corrects=rng.random() < mix.corrections,
            taps=2 if rng.random() < mix.double_taps else 1,
            returning=returning,
        )
