"""SEX: a post for one sex alone, one sex preferred, or seats divided by sex.

"适合女生" counts: it says whom the employer wants. "女生也能干" invites, and passes; so does every 男女 together.
"""

from __future__ import annotations

import re
from functools import partial

from kzg_desktop.domain.adcheck.catch import Catch
from kzg_desktop.domain.adcheck.wording import TURNED_AWAY

__all__ = ["CATCHES"]

_ONE = "(?:男|妇?女|小伙|帅哥|美女|妹子|靓女|靓仔)"
_ROLE = (
    "(?:普工|操作工|操作员|作业员|工人|技工|技术员|学徒|学工|包装工?|质检员?|检验员?|缝纫工?|针车工?|"
    "裁剪工?|车工|焊工|电工|钳工|搬运工?|装卸工?|叉车|"
    "司机|保安|保洁|服务员|服务生|文员|前台|客服|营业员|导购|收银|主播|助理|销售|店员|库管|仓管|厨师|帮厨|"
    "配菜|洗碗|护工|保姆|"
    "月嫂|临时工|小时工|长期工|短期工|暑假工|寒假工|学生工|日结工|员工|职员|杂工|辅工|配送员?|快递员?|骑手|"
    "分拣员?|组装工?|贴标工?|注塑工?|喷涂工?|打磨工?)"
)
_KIND = rf"(?:{_ROLE}|主管|师傅|领班|性|生|士|工|员|的|孩子?|子|同志|青年|人|们)"
_GAP = "[ :]?"
_COUNT = "(?:约?[0-9一二两三四五六七八九十百几]+(?:多|余)?[名个位人]|若干|大量|一批)?"

_THINGS = re.compile(
    "(?:性|生|士|工|员工|职工|孩|式|子)?(?:宿舍|宿管|寝|公寓|浴|澡|厕|卫生间|洗手间|更衣|休息室|楼|房间?|"
    "装|鞋|裤|裙|包包|衣|帽|袜|表|款|"
    "友|朋友|婿|押金|歧视|人节|儿童|特殊保护|保护|权益|委员|性?用品|(?:性|士)?(?:护肤|服饰|内衣|皮鞋|箱包))"
)
_OTHER_AFTER = {sex: re.compile(rf"[ /、和与及或跟]{{0,2}}{other}") for sex, other in ("男女", "女男")}
_OTHER_BEFORE = {
    sex: re.compile(rf"{other}(?:{_KIND}){{0,2}}[ /、和与及或跟]{{0,2}}$") for sex, other in ("男女", "女男")
}


def _both_sexes(found: re.Match[str]) -> bool:
    """Whether the words go on with the other sex, or follow it: 男女不限, 招男、女普工."""
    text, start, end = found.string, *found.span()
    words = found[0]
    last = max(words.rfind("男"), words.rfind("女"))
    first = min((at for at in (words.find("男"), words.find("女")) if at >= 0), default=-1)
    if last < 0:
        return False
    if _OTHER_AFTER[words[last]].match(text, end) or _OTHER_AFTER[words[last]].match(text, start + last + 1):
        return True
    return _OTHER_BEFORE[words[first]].search(text[max(0, start - 8) : start + first]) is not None


def _things(found: re.Match[str]) -> bool:
    """Whether the sex belongs to a thing: 女生宿舍, 男鞋, 女装."""
    last = max(found.string.rfind(sex, found.start(), found.end()) for sex in "男女")
    return last >= 0 and _THINGS.match(found.string, last + 1) is not None


def _lawful(found: re.Match[str]) -> bool:
    return _both_sexes(found) or _things(found)


def _not_a_quota(found: re.Match[str]) -> bool:
    """Whether the number is of both sexes (男女20名) or of things; 男15人女5人 stays one."""
    before = found.string[max(0, found.start() - 8) : found.start()]
    return _OTHER_BEFORE[found[0][0]].search(before) is not None or _things(found)


_NOT_SO = r"(?:不|不是|并非|不再|不会|不得|严禁|禁止|取消|拒绝|没有|不能|不准|不可|不单|无|没|不光|不仅)(?:存在|再)?$"
_ANY = "男女不限，能胜任岗位工作即可"
_catch = partial(Catch, code="SEX", needs=("男", "女", "小伙", "帅哥", "妹子", "靓"), suggestion=_ANY, lawful=_lawful)

CATCHES = (
    _catch(
        pattern=(
            rf"(?:只|仅|光|单|专|就)(?:限|招收|招聘|招|要|收|用|录用|录|聘用|聘|需要|需|接受|考虑|"
            rf"面向)于?{_COUNT}{_GAP}{_ONE}{_KIND}?"
            rf"|(?<![不无未有期权上下极年时额局])限(?:招聘|招收|招|定为|定|制为|制|收|于|为|聘)?{_GAP}{_ONE}{_KIND}?"
        ),
        before=_NOT_SO,
    ),
    _catch(
        pattern=(
            rf"(?:暂?不(?:再|能|予|会)?|停止|暂停)(?:招收|招聘|招|要(?!求)|收|录用|录|聘用|聘|考虑|接受|"
            rf"接收):?{_ONE}{_KIND}?"
            rf"|(?:谢绝|拒绝|拒招|拒收){_ONE}{_KIND}?"
        ),
        before=r"(?:不会|不得|严禁|禁止|从来没有|没有)$",
        after=r".{0,3}(?:押金|费|歧视|任何)",
    ),
    _catch(
        pattern=rf"[男女]{_KIND}?(?:就|都|一律)?(?:{TURNED_AWAY}|不要来|(?:已?招满|已满|满员|名额已?满))",
    ),
    _catch(
        pattern=(
            rf"{_ONE}{_KIND}{{0,2}}(?:求职)?者?{_GAP}(?:优先|为主|为佳|尤佳|更佳|最佳|最好|更好|更合适|更适合|更吃香)"
        ),
        after=r"(?:安排(?!面试|上岗|入职|录用)|分配|入住|选[择床]|乘|就餐|享)",
    ),
    _catch(
        pattern=(
            rf"(?:优先|首选|偏向|倾向|偏爱|最好)(?:是|要|于|考虑|录用|录取|招聘|招收|招|聘|选择|"
            rf"选)?:?{_ONE}{_KIND}?"
        ),
        before=_NOT_SO,
    ),
    _catch(
        pattern=(
            rf"(?:要求|须|必须|需要|需|急需|急求|招聘|招收|招募|招用|急招|招|诚聘|急聘|聘|(?<![不主重需须只就还都想"
            rf"若])要|收)"
            rf"(?:是|为)?{_COUNT}{_GAP}[男女](?:{_KIND}|(?=$|[\n,。;!、()（:])|(?= [^男女/]))"
        ),
        before=r"(?:不|无|没|并非|不是|不单|不仅|不只|不光|不再)(?:只|仅|单|光|专门)?$",
        after=r"(?:特殊)?(?:保护|权益|委员|比例)|(?:都|均|也|皆)(?:可|行|要|招|能)",
    ),
    _catch(
        pattern=(
            rf"[男女]{_KIND}{{0,2}}{_GAP}(?:约|大概)?\d+ ?(?:余|多|来)?(?:名|人(?!间|寝|一间|住|宿)|位|个(?!工位|"
            rf"床|间|月|小时|班))"
            rf"|男(?:性|生|工)?\d{{1,3}}[、,/ ]?女(?:性|生|工)?\d{{1,3}}(?![\d岁周cm厘-]|以[上下内])"
        ),
        before=r"(?:现有|已有|共有|目前|全厂|厂里|公司|车间|拥有|有)[^,;。\n]{0,6}$",
        lawful=_not_a_quota,
    ),
    Catch(
        code="SEX",
        needs="男",
        suggestion="共招若干名，男女不限，按能力录用",
        pattern=(
            r"男女(?:普工|员工|工|生|性|士)?(?:各(?:招|需|要|限)?(?:\d+|[一二两三四五六七八九十百]+)(?:名|人(?!间)|"
            r"位|个(?!工位))"
            r"|各半|各一半|对半)"
        ),
    ),
    _catch(
        pattern=(
            r"性别(?:要求|限制|限|为)?[ :]{0,2}(?:限|只限|仅限|为|只招)?[男女](?:性|生|士|工)?(?=$|[\n,。;!()]|"
            r"优先| [^男女/])"
        ),
    ),
    _catch(
        pattern=r"\((?:限|只限|仅限|只招)?[男女](?:性|生|士|工)?\)",
        before=r"(?:宿舍|厕所?|浴室|更衣室|装|鞋|卫生间|款|先生|女士|经理|主管|老师|主任|班长|联系人.{0,4})$",
    ),
    _catch(
        pattern=rf"(?:^|[\n,。;!、: (+\]】])(?P<w>[男女]{_ROLE})",
        after=r"[、和与及]?(?:都|均|皆|也)(?:可|行|要|招|能)|(?:的?宿舍|保护|权益|节|等|代表)",
    ),
    _catch(
        pattern=r"(?:^|[\n,。;:])(?P<w>[男女](?:性|工)?)(?=$|[\n,。;])",
        after=r"[,、;\n]?(?:[男女]|都|均|也|不限)",
    ),
    _catch(
        pattern=rf"不?(?:更|最|比较|较|特别|很|非常)?适合(?:于)?{_ONE}(?:性|生|士|孩子?|孩|子|工|的)?",
        before=r"(?:也|都|同样|均|男女)(?:比较|很|更|特别|非常)?$",
    ),
    _catch(
        pattern=(
            r"(?:只招|仅限|只限|(?<![不无])限|只要|要求|招聘?)?\d{2}周?岁(?:以下|以内|以上|左右|之间)?的?"
            r"(?P<w>[男女](?:性|士|生|工|员工))(?=$|[\n,;。!]|\d)"
        ),
    ),
    _catch(pattern=r"(?:招|聘|找|急需)[\u4e00-\u9fff]{0,3}(?:美女|帅哥|靓女|靓仔)", before=_NOT_SO),
    _catch(pattern=r"非[男女](?:性|生|士|工)?(?:请?勿|不可|免|莫)"),
)
