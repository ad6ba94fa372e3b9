"""Words that several rules read alike."""

from __future__ import annotations

__all__ = ["TURNED_AWAY"]

_SIGN = "(?:请?勿打?扰|免谈|勿进|勿来|别来|免进|止步|除外|谢绝)"
_REFUSED = (
    "(?:(?:暂时?|一律)?不招|不要(?!求|钱|怕|担心|紧|错过|带|过)|不收(?!费|取|任何|押|钱)|不考虑|不予?录用?|"
    "不接受|停招|暂停)"
)
TURNED_AWAY = rf"(?:[ ,]?{_SIGN}|{_REFUSED}|[ ,]{_REFUSED}(?=$|[\n,;。! ]))"
"""What follows the name of those who need not come: 残疾勿扰, 外地人不要. After a comma only when nothing follows."""
