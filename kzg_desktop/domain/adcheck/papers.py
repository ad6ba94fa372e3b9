"""IDHOLD: keeping an applicant's identity card or other papers. A copy may be asked for, and the original be shown."""

from __future__ import annotations

import re
from functools import partial

from kzg_desktop.domain.adcheck.catch import Catch

__all__ = ["CATCHES"]

_G = "[ .*·_/-]?"
_PAPER = (
    rf"(?:身{_G}份{_G}证|毕业证书?|学历证书?|学位证|资格证书?|证件|护照|焊工证|叉车证|电工证|驾驶证|驾照|"
    rf"户口本|银行卡|工资卡|证书|原件)(?:原件)?"
)
_COPY = r"(?:的)?(?:复印|号|照片|扫描|信息|正反|电子版|影印|图片)"
_SHOWN = re.compile(
    r"(?:的)?(?:复印|号码|照片|扫描|信息|正反|电子版|影印)|[^,;。\n]{0,8}(?:核对|查验|登记|核验|验证|录入|"
    r"刷卡|采集|当场(?:退|归)还|办(?:理|卡|厂牌))"
)
_LAWFUL = (
    r"(?:不|绝不|从不|严禁|禁止|不得|无需|不用|不会|拒绝|谨防|警惕|杜绝|勿|没有|免|别|不准|如有|如遇|凡|若|遇到|谁)"
    r"(?:(?!但|只)[^,;。!?\n]){0,14}$"
)
_UNLAWFUL_SAID = r"[^,;。!?\n]{0,4}(?:违法|举报|投诉|骗|犯法|不允许|是不对)"
_SUGGESTION = "入职时出示身份证原件核对，当场归还，只留复印件"
_catch = partial(Catch, code="IDHOLD", suggestion=_SUGGESTION, needs="证件照卡户", before=_LAWFUL)

CATCHES = (
    _catch(
        pattern=(
            rf"(?:扣押|扣留|暂扣|扣下|扣(?!除)|抵押|质押|押(?!金|运|送)|上{_G}交|上缴|收缴|没收|收走|收取|(?:统一|集中|"
            rf"代为|代)(?:保管|收取|收存|存放|保存|收)|代保管|代管)"
            rf"(?:你的?|员工的?|本人|个人|求职者的?|其|入职者的?|务工人员的?|所有|各类|相关)?(?:{_PAPER}[、"
            rf"和及/])*{_PAPER}"
        ),
        lawful=lambda found: _SHOWN.match(found.string, found.end()) is not None,
        after=_UNLAWFUL_SAID,
    ),
    _catch(
        pattern=(
            rf"{_PAPER}:?(?:(?!复印|不|无|扫描|照片|自己|自行|妥善|号|核对|免|严|禁)[^,;。!?\n ]){{0,8}}?"
            r"(?:扣押|扣留|被扣|暂扣|扣在|扣下|抵押|质押|押在|押(?:一|三|半|到|给|公司|厂)|上交|上缴|收缴|没收|"
            r"收走|(?:统一|集中|代为)(?:保管|收|存放|保存|交)|代保管|代管|"
            r"(?:由|交|放|存|留|交给|交由|放在|留在|存放在)(?:公司|厂里?|厂方|中介|人事部?|劳务|我们|车间|主管|"
            r"班长|单位|驻厂)(?:统一|代为|来|处|部|这)*(?:保管|存放|保存|收存|收着|代管))"
        ),
        after=(_UNLAWFUL_SAID + rf"|{_COPY}|取(?:后)?(?:统一)?(?:办理|登记|核)"),
    ),
    _catch(
        pattern=r"(?:扣|押)证(?!明|券|书|据)|证押人",
    ),
)
