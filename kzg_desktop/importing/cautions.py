"""Words in an offer that the law forbids or restricts: they are kept, and pointed out."""

from __future__ import annotations

import re

from kzg_desktop.domain.adcheck import check_text
from kzg_desktop.importing.findings import Finding, warning

__all__ = ["DEPOSIT", "read_cautions"]

DEPOSIT = re.compile(r"押金|保证金|风险金")
"""Words for money that a worker would have to leave with the employer."""

_POINTED_OUT = frozenset({"SEX", "FEE"})
"""What agencies' sheets say most often; the whole check follows when the job is in the library."""


def read_cautions(text: str) -> list[Finding]:
    """Return a warning for each fee or deposit charged and each restriction by sex in *text*."""
    found = [finding for finding in check_text(text) if finding.code in _POINTED_OUT]
    return [
        warning(f"“{words}”不宜播出（{finding.basis}），建议改为：{finding.suggestion}")
        for words, finding in {finding.words: finding for finding in found}.items()
    ]
