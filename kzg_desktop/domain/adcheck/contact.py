"""OFFPLAT: private ways of contact, which lead applicants past the platform, the sign-up page and their consent.

A company's 400 or 800 number is public and passes, as do 12333 and the like; a mobile or a landline number does not.
"""

from __future__ import annotations

import re
from functools import partial

from kzg_desktop.domain.adcheck.catch import Catch

__all__ = ["CATCHES"]

_SIGN_UP = "点击右下角“马上报名”，或扫码打开报名页，由工作人员回电"
_REFUSED = (
    r"(?:不|请?勿|别|严禁|禁止|谨防|警惕|拒绝|不要|无需|不用|不得|切勿)(?:随意|轻易|私自|私下|需|用|要|必|"
    r"主动|让你|要求|任何|加)*$"
)
_WECHAT = "(?:微[信芯伩]|徽信|薇信|薇心|威信|v信|w信|v❤|微❤|vx|wx|v(?![a-z])|企微|企业微信|扣扣|qq|q群)"
_catch = partial(Catch, code="OFFPLAT", suggestion=_SIGN_UP, before=_REFUSED)

CATCHES = (
    _catch(
        needs="加+联关扫",
        pattern=(
            rf"(?:添?加|[+])[ .*·_/-]?(?:一?下|个|我的?|主播的?|老师的?|客服的?|驻厂的?|招聘|人事|这个|一个)*[ .*·_"
            rf"/-]?"
            rf"(?:{_WECHAT}|微(?=$|[:a-z\d ,。!]|号)|薇(?![娅菜])|v(?=$|[:\d ,。!])|好友|粉丝群|群(?!众|体|岛|"
            rf"聊天室)|我?私人)"
            r"|扫码(?:加|进)(?:群|好友|微信|我)|进群(?:报名|咨询|了解)"
        ),
        lawful=lambda found: bool(re.search(r"\d[+]v$", found.string[max(0, found.start() - 1) : found.end()])),
    ),
    _catch(
        needs="微徽薇威vwq扣群号",
        pattern=(
            r"(?:微信|徽信|薇信|v信|威信)(?:号(?!段|码支付)|同号|同步|联系|咨询|报名|私聊|沟通|[ :]{0,2}[a-z\d][a-z"
            r"\d_-]{3,}|[ :]{1,2}[a-z\d])|微同号|(?<![a-z])v信|(?:拉|进)(?:你们?|大家)?(?:进)?(?:微信|粉丝|招聘|"
            r"报名)?群(?!众|聊天)|(?:电话|手机|号码)(?:和)?(?:微信|v)(?:同号|同步|一样)?"
            r"|(?<![a-z\d])(?:vx|wx|wechat|weixin)(?![a-z])[ :]{0,2}(?:[a-z\d_-]{4,})?|(?<![a-z])v[:][ ]?[a-z\d_-]{"
            r"5,}"
            r"|(?<![a-z])(?:qq|扣扣)(?:号|群)?[ :]{0,2}\d{5,}"
        ),
        lawful=lambda found: found.string[found.end() : found.end() + 3] in {"小程序", "公众号"},
    ),
    _catch(
        needs="1一幺",
        pattern=(
            r"(?<![\d.])(?:[+]?86[- ]?)?(?:1[3-9]\d[-. ·]?\d{4}[-. ·]?\d{4}|1[3-9]\d{2}[- ]\d{3}[- ]\d{4}|1(?:[-. *"
            r"·/_][3-9])(?:[-. *·/_]\d){9})(?![\d]|[.]\d|[a-z]\d)"
            r"|(?<![一二三四五六七八九十])[一幺][三四五六七八九][零〇一二三四五六七八九幺两]{9}(?![零〇一二三四五六"
            r"七八九])"
        ),
        before="",
    ),
    _catch(
        needs="0",
        pattern=(
            r"(?<![\d-])(?:\(0\d{2,3}\) ?|0\d{2,3}[- ])[1-9]\d{6,7}(?![\d-])|(?<=[机话线]) ?:? ?0[1-9]\d{8,10}(?!\d"
            r")"
        ),
        before="",
    ),
)
