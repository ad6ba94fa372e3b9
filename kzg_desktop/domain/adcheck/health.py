"""HEALTH: carriers of a disease and people with a disability shut out, and tests for hepatitis B or HIV.

"体检合格", "健康证", "无传染病" and "肝功能" pass: a post may ask for what its work needs.
"""

from __future__ import annotations

from functools import partial

from kzg_desktop.domain.adcheck.catch import Catch
from kzg_desktop.domain.adcheck.wording import TURNED_AWAY

__all__ = ["CATCHES"]

_UNTESTED = (
    r"(?:不|免|无需|无须|不用|不需要?|禁止|严禁|不得|取消|不再|不会|不准|绝不|从不|没有|不要求)"
    r"(?:强制|予|另)?(?:查|检|验|检查|检测|体检|筛查|做|歧视|限制?|含|包括|包含|进行|要求|看|问|以|因|对|"
    r"涉及|拒绝|拒招|把|任何|入职)*$"
)
_WELCOME = (
    r"(?:病毒|表面抗原)?(?:携带者?|患者|人群|者|病人)*[ ,]?(?:检查|检测|体检)?(?:也|均|都|同样|一样|亦)?"
    r"(?:可以?(?!能)|能|行|不限|不影响|不查|不检|不用查|不做|无影响|没关系|没事|欢迎|免检|歧视|疫苗|不作|不卡|要求|限制)"
)
_catch = partial(Catch, code="HEALTH")

CATCHES = (
    _catch(
        needs=("乙肝", "乙型", "对半", "三阳", "hbv", "hbsag", "抗原", "hiv", "艾滋"),
        suggestion="体检项目按岗位需要依法安排，不检查乙肝、艾滋病项目",
        pattern=(
            r"(?:(?:不招|不要(?!求)|不收|谢绝|拒绝|拒招|不录用|无|没有|非|查|检|验|检查|检测|体检):?(?:含|有)?)?"
            r"(?:乙型?肝炎?|两对半|2对半|大三阳|小三阳|大小三阳|(?<![a-z])hbv|hbsag|表面抗原|(?<![a-z])hiv(?![a-z])"
            r"|艾滋病?|肝炎)"
            r"(?:(?:、|/|和|及|或)?(?:乙肝|两对半|五项|大三阳|小三阳|hiv|艾滋病?|梅毒|表面抗原))*"
            r"(?:病毒)?(?:携带者|患者|感染者|检查|检测|化验|病人|者|阴性)?(?:勿扰|不招|不要|除外|免谈)?"
        ),
        before=_UNTESTED,
        after=_WELCOME,
        lawful=lambda found: found[0] == "肝炎",
    ),
    _catch(
        needs="残聋缺智",
        suggestion="欢迎符合岗位条件的残疾人报名，平等录用",
        pattern=(
            r"(?:不招(?:聘|收|用)?|不要(?!求)|不收|谢绝|拒绝|拒招|不录用|不接受|不考虑|非|无|没有|"
            r"限非)(?:有)?(?:身体|肢体|任何)?"
            r"(?:残疾|伤残|残障|缺陷|聋哑|肢残|智障)(?:人士|人员|人|者|的)*"
            rf"|(?:身体)?(?:残疾|伤残|残障|聋哑|肢残|智障)(?:人士|人员|人|者|的)*{TURNED_AWAY}"
        ),
        before=r"(?:不会|不得|禁止|严禁|从不|绝不)(?:因|以)?$",
        after=r"(?:歧视|限制|证|的?(?:都|均|也))",
    ),
    _catch(
        needs="携病",
        suggestion="身体条件适合本岗位即可；法律规定的特殊岗位请写明依据",
        pattern=(
            r"(?:不招|不要(?!求)|不收|谢绝|拒绝|拒招|不录用)(?:有)?(?:传染病|病原|病毒)?(?:病原)?携带者|(?:病原|"
            r"病毒)携带者(?:勿扰|不要|不招|除外|免谈)"
        ),
        before=r"(?:不会|不得|禁止|严禁|从不|绝不)$",
    ),
)
