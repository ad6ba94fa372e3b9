"""FEE: money taken from an applicant. A deposit that is paid back is one too; a cost that the employer bears is not."""

from __future__ import annotations

import re
from functools import partial

from kzg_desktop.domain.adcheck.catch import Catch

__all__ = ["CATCHES"]

_G = "[ .*·_/-]?"
_DEPOSIT = rf"(?:押{_G}金|保{_G}证{_G}金|风{_G}险{_G}金|抵押金|诚意金|履约金|入职定金)"
_OF_WHAT = "报名|服装|工服|工装|工衣|工作服|劳保|培训|体检|健康检查|中介|办证|建档|入职|岗位|面试|安置|招聘|教材|考证"
_COST = rf"(?:(?:{_OF_WHAT}){_G}费用?)"
_LOOSE_COST = "(?:介绍费|管理费|服务费|手续费|资料费|会员费|定金|档案费|工卡费|信息费)"
_ITEM = rf"(?:{_DEPOSIT}|{_COST}|{_LOOSE_COST}|住宿费|伙食费|水电费|餐费|任何费用|费用)"
_NONE = (
    r"(?:不(?!过)|绝不|从不|没有?|无(?!责|经验)|免|零|(?<!\d)0|禁止|严禁|杜绝|拒绝|拒收|谨防|警惕|小心|"
    r"防止|远离|凡|如有|如遇|若|遇到|谁|"
    r"举报|投诉|反对|非)"
)
_STILL = r"(?:只|仅|但|另|[需须要](?:交|缴|付)|先(?:交|付)|扣|自)"
_NOT_CHARGED = re.compile(
    rf"{_NONE}(?:(?!{_STILL})[^,;。!?\n ]){{0,14}} ?$"
    rf"|{_NONE}(?:(?!{_STILL})[^,;。!?\n]){{0,14}}(?:[,、 ](?:和|及)?{_ITEM}){{1,5}}[,、 ]?$"
    rf"|{_NONE}(?:(?!{_STILL})[^,;。!?\n ]){{0,10}}{_ITEM}[,、 ]$"
)
_BEARER = "(?:(?:本|我)?公司|厂里|厂方|工厂|厂家|厂|企业|用人单位|单位|我们|咱们|我司|雇主|平台|老板|甲方)"
_NOTHING = (
    r"(?:[、和及](?:\w{2,5}[费金]))*(?:等|用|一律|全部|通通|统统|任何)*[^,;。!?\n自需交缴扣\d]{0,4}?(?:全免"
    r"|免(?!洗)|不收|不用|不需|不要|不交|不存在|没有|均无|"
    r"都无|举报|投诉|骗子|骗|违法|的?[,]?(?:请|千万|都)?(?:不要|别|勿|不能)(?:轻|相)?信|[:]? ?(?:无(?!息)|"
    r"零(?!钱)|(?<!\d)0元?|没有)(?![\d.]))"
)
_BORNE = (
    rf"{_NOTHING}|[^。;!?\n]{{0,16}}?(?:报销|[后再给可]报(?![名到]))|[^,;。!?\n自]{{0,6}}?(?:由)?{_BEARER}(?:里|方)?(?:全额|统一|全部|"
    rf"来)?(?:给)?"
    r"(?:承担|出|付|支付|负责|负担|买单|报|补)|[^,;。!?\n自]{0,4}?(?:补贴|补助|返还给你|退给你|给报|可报)"
)
_BORNE_DEPOSIT = rf"{_NOTHING}|由?{_BEARER}(?:全额|统一)?(?:承担|出|付|支付|垫付|负责)"
_PAID_FOR = re.compile(
    rf"(?:报销|承担|{_BEARER}(?:全额)?(?:来|给)?(?:出|付|支付|承担|负责|报)|补贴|补助|返还?|退还?|包|带薪|"
    rf"含)(?:全部|全额|入职|你的?|所有)*$"
)
_WAGE_BOND = r"(?:工资|薪资|工程质量|质量|投标|履约|农民工)$"

_FREE_OF_DEPOSIT = "不收取押金、保证金等任何费用"
_FREE = "报名、培训、体检、服装等费用由用人单位承担，不向求职者收费"
_fee = partial(Catch, code="FEE", suggestion=_FREE)


_CHARGED_AFTER_ALL = re.compile(r":?(?:[需须要]|自理|自费|[1-9]|[一二两三四五六七八九]百)")


def _denied(found: re.Match[str]) -> bool:
    """Whether what stands before says that nothing is taken, and no amount behind contradicts a list of such words."""
    negated = _NOT_CHARGED.search(found.string[max(0, found.start() - 40) : found.start()])
    if negated is None:
        return False
    listed = "," in negated[0] or " " in negated[0]
    return not (listed and _CHARGED_AFTER_ALL.match(found.string, found.end()))


def _denied_or_borne(found: re.Match[str]) -> bool:
    """Whether nothing is taken, or the employer pays: 报销体检费. Giving back a deposit does not undo taking it."""
    before = found.string[max(0, found.start() - 20) : found.start()]
    return _PAID_FOR.search(before) is not None or _denied(found)


CATCHES = (
    Catch(
        code="FEE",
        suggestion=_FREE_OF_DEPOSIT,
        needs="金",
        pattern=(
            rf"(?:(?:收取?|交纳?|缴纳?|付|扣|先交|需交)(?:取|纳)?)?(?:住宿|宿舍|服装|工服|工衣|工装|餐卡|饭卡|厂牌|"
            rf"入职|岗位|押)?{_DEPOSIT}"
        ),
        before=_WAGE_BOND,
        after=_BORNE_DEPOSIT,
        lawful=_denied,
    ),
    _fee(
        needs="费",
        pattern=(_COST),
        after=_BORNE,
        lawful=_denied_or_borne,
    ),
    _fee(
        needs="费金",
        pattern=rf"(?:收取?|缴纳?|交纳?|付|扣(?:除)?){_G}(?:\d+元?的?|一定的?|少量|点|些)?{_LOOSE_COST}",
        before=r"(?:提|转|社保|物业|水电|上)$",
        after=_BORNE,
        lawful=_denied_or_borne,
    ),
    _fee(
        needs="自理扣交购",
        pattern=(
            rf"(?:体检|培训|服装|工服|工衣|工装|工作服|健康证费用?)(?:费用?)?(?:\d+(?:元|块))?{_G}(?:需|要|"
            rf"须)?(?:自费|自理|自付|自购|自己(?:出|掏|付|承担|交)|个人(?:出|承担|付))"
            r"|自费(?:入职)?(?:体检|培训|购买?工服|购买?工装|做体检)|(?:从)?工资(?:里|中)?扣(?:除)?(?:工服|服装|"
            r"工装|工衣|培训|体检|中介)"
        ),
        before=r"(?:不|无需|不用|不需要?|没有|不必|免)$",
        after=_BORNE,
    ),
    _fee(
        needs="收扣服装",
        pattern=(
            r"(?:工服|工作服|工衣|工装|服装|中介|代办[^,;。\n]{0,5}|报名|体检|培训|资料)"
            r"(?:另?收费|收取?|扣) ?[1-9]\d*(?:元|块)?"
            r"|(?:工服|工作服|工衣|工装)[: ]?[1-9]\d{1,2}(?:元|块)"
        ),
        before=r"(?:补贴|补助|免费发?|报销)$",
        after=r"(?:补贴|补助|由?公司|由?厂|报销)",
    ),
    _fee(
        needs="交缴付",
        pattern=(
            rf"(?:先|需要?|须|得|要|入职|每人|每个人)(?:先)?(?:交|缴纳?|交纳|付款?){_G}[1-9]\d{{1,4}} ?(?:元|块|rmb)"
            r"|(?:先|需要?|须|入职|报名|面试)(?:先)?(?:交钱|交费|缴费|付费|收费)(?!站|员)"
        ),
        before=(
            r"(?:(?:住宿|水电|宿舍|房租|伙食|餐|饭|社保|个税|公积金|电费|租|罚)[^,;。\n]{0,8}"
            r"|(?:不|无需|不用|绝不|没有|凡|让你?|叫你|要求|谁|如果)[^,;。\n]{0,6})$"
        ),
        after=r"[^,;。\n]{0,6}(?:水电|房租|住宿|伙食|社保|餐|骗|举报|都不)",
    ),
)
