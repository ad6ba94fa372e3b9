"""ETHNIC and REGION: whom the advertisement shuts out or prefers for their people, religion, home or registration."""

from __future__ import annotations

import re
from functools import partial

from kzg_desktop.domain.adcheck.catch import Catch
from kzg_desktop.domain.adcheck.wording import TURNED_AWAY
from kzg_desktop.domain.regions import locate

__all__ = ["CATCHES"]

_REFUSE = (
    "(?:暂?不(?:招聘|招收|招|要(?!求)|收|录用|录|接受|接收|考虑|用)|谢绝|拒绝|拒招|拒收|排除|禁招|除了|"
    "除去|除(?![非夕尘草湿])|停招)"
)
_LIMIT = "(?:只招|只要|只收|只限|仅限|仅招|仅收|限招|(?<![不无未有权上下极年时局])限)"

_PEOPLES = (
    "汉 满 回 藏 维 维吾尔 蒙 蒙古 彝 壮 布依 苗 侗 白 傣 瑶 土家 哈尼 哈萨克 哈 朝鲜 黎 畲 佤 羌 傈僳 拉祜"
    " 纳西 东乡 景颇 "
    "柯尔克孜 达斡尔 仫佬 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕"
    "固 京 独龙 鄂伦春 "
    "赫哲 门巴 珞巴 基诺 少数民"
)
_PEOPLE = "(?:" + "|".join(sorted(_PEOPLES.split(), key=len, reverse=True)) + ")族"
_MANY = rf"(?:(?:{_PEOPLE}|(?<![西北])[维藏回彝满蒙壮苗汉])[、,/和及与 ]?){{0,6}}{_PEOPLE}"
_ETHNIC_FREE = "民族、宗教信仰不限，平等录用"
_WHO = "(?:的|人|同胞|员工|人员|老乡|同志|朋友)*"
_ethnic = partial(Catch, code="ETHNIC", suggestion=_ETHNIC_FREE)

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|内蒙古?|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|"
    "广东|广西|海南|四川|贵州|"
    "云南|西藏|陕西|甘肃|青海|宁夏|新疆|东北三省|东三省|东北|西北|两广|两湖|云贵川?|南方|北方|苏北|皖北|"
    "凉山|大凉山|港澳台|台湾|香港"
)
_HERE = "(?:本地|当地|外地|外省|外来|本省|本市|本县|本区|本村|外县|外市|农村|城镇|非本地|异地)"
_UNIT = "(?:省|市|县|区|州|自治区|地区|维吾尔自治区|壮族自治区|回族自治区|盟)?"
_PERSON = "(?:户籍|户口|籍贯|籍|人员|人(?![才力事均工间餐])|老乡|员工|工人|学生|的(?=$|[\n,;。!、 ]))"
_PLACE = rf"(?:{_PROVINCES}){_UNIT}"
_PLACES = rf"(?:{_PLACE}(?:[、,/和及与或 ]?{_PLACE}){{0,7}})"
_CLOSED = r"(?=$|[\n,;。!?)、 ]|外|以外|之外|勿|除外)"
_REGION_FREE = "户籍、地域不限，全国各地均可报名"
_PAID_TO_COME = r"[^。;!\n]{0,14}(?:报销|车费|路费|包邮|快递|配送|发货|补贴|接送|车票|大巴)"
_NO_LIMIT = r"(?:不|无|没有|不再|取消|从不|不会|不是|并非|不存在)$"
_region = partial(Catch, code="REGION", suggestion=_REGION_FREE, before=_NO_LIMIT)


def _no_place(found: re.Match[str]) -> bool:
    """Whether the name in the words is no city or province: 不要介绍人."""
    return not locate(found["place"]).province


CATCHES = (
    _ethnic(
        needs="族",
        pattern=rf"(?:{_REFUSE}|{_LIMIT}|非):?{_MANY}{_WHO}",
        before=_NO_LIMIT,
        after=r"(?:自治|乡|镇|特色|风味|菜|风情|服饰|歧视|节日|传统|都|均)",
    ),
    _ethnic(
        needs="族",
        pattern=rf"{_MANY}{_WHO}(?:{TURNED_AWAY}|优先|为主|为佳)",
    ),
    _ethnic(
        needs="族民",
        pattern=(
            rf"民族(?:要求|限)?[: ]{{0,2}}(?:限|仅限|为)?(?:汉族?|{_PEOPLE})(?=$|[\n,;。!) ])"
            r"|(?:不招|不要|不收|谢绝|拒绝)少民(?![营间])|少民(?:勿扰|不要|除外|不招)|无少数民族"
            rf"|(?:^|[\n,;。])(?P<bare>汉族)(?=$|[\n,;。])"
        ),
    ),
    _ethnic(
        needs="教信",
        pattern=(
            r"(?:无|没有?|不能有|不得有|非)(?:任何)?(?:宗教信仰|宗教|信仰|信教)(?!要求|限制|歧视|自由|不限|也|等)"
            r"|(?:不|未)信(?:仰)?(?:任何)?(?:宗?教|佛|基督|伊斯兰)"
            r"|(?:不招|不要(?!求)|不收|谢绝|拒绝|不录用)(?:有|信)?(?:宗教信仰|宗教|信教|教徒|信徒|穆斯林|"
            r"基督徒)(?:的|者|人员)*"
            rf"|(?:有)?(?:宗教信仰|信教|教徒|信徒|穆斯林|基督徒)(?:的|者|人员|人士)*{TURNED_AWAY}"
        ),
        after=r"(?:的)?(?:限制|要求|歧视)|(?:或|、|/)?有?(?:信仰)?(?:都|均|皆|不限)",
    ),
    _region(
        needs=("不招", "不要", "不收", "不接", "不考虑", "不用", "不录", "除", "谢绝", "拒", "禁招", "停招"),
        pattern=(
            rf"{_REFUSE}:?(?:{_PLACES}(?:籍|人)?(?:{_PERSON}|{_CLOSED})(?:的|人)?|{_HERE}{_PERSON}(?:的|"
            rf"人)?)"
        ),
        after=_PAID_TO_COME,
    ),
    _region(
        needs=("勿", "免谈", "免进", "不要", "不招", "不收", "不录", "不考虑", "除外", "别来", "止步", "暂停"),
        pattern=(
            rf"(?:{_PLACES}{_PERSON}?|{_HERE}{_PERSON}?|{_HERE})(?:的|人)?(?:[、,/和]?少数民族)?(?:的|人)?{TURNED_AWAY}"
        ),
        before=r"(?:不限|无论|不管)$",
        after=r"(?:面试|接送|住宿|食宿|路费|车费|自)",
    ),
    _region(
        needs="限招要收须需",
        pattern=(
            rf"(?:{_LIMIT}|要求|必须|须|需)(?:是|为|有|具有|具备|持)?[: ]?(?:(?:{_PLACES}{_UNIT}|"
            rf"{_HERE}){_PERSON}(?:口|者|的)?"
            rf"|(?:本地|本省|本市|当地|本村)(?=$|[\n,;。!]))"
        ),
        after=r"(?:不限|本(?:复印|原件)|证明材料)|(?:市?区)?(?:接送|发货|直招|门店)",
    ),
    _region(
        needs="优为更户",
        pattern=(
            rf"(?:{_PLACES}{_PERSON}|{_HERE}{_PERSON}|本地|当地|本省|本市|本村|外地|外省)(?:者|的|口)?(?:优先|为主|"
            rf"为佳|更佳|最佳|尤佳)"
            rf"|优先(?:考虑|录用|录取|招聘|招)?(?:{_PLACES}{_PERSON}|{_HERE}{_PERSON})"
            rf"|(?:^|[\n,;。、])(?:{_PLACES}|本地|本市|本省){_UNIT}户[籍口](?=$|[\n,;。])"
        ),
        after=r"(?:安排|提供|分配|享受)(?!面试|上岗|入职|录用)",
    ),
    _region(
        needs="籍口人",
        pattern=(
            rf"(?:{_REFUSE}|{_LIMIT})(?P<place>[\u4e00-\u9fff]{{2,4}}?)(?:籍|户籍|户口|人)(?:的|口|员)?(?=$|[\n,;。"
            rf"!、 ])"
        ),
        lawful=_no_place,
    ),
    _region(
        needs="籍口人的",
        pattern=(
            r"(?:^|[\n,;。!、 ])(?P<w>(?P<place>[\u4e00-\u9fff]{2,4}?)(?:籍|户籍|户口|人|的)(?:的|口|员)?"
            rf"(?:{TURNED_AWAY}|优先))"
        ),
        lawful=_no_place,
    ),
)
