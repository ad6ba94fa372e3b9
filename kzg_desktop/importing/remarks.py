"""备注 and 福利: what free text adds to a job's fields. The text itself is kept whole besides."""

from __future__ import annotations

import re

from msgspec import Struct

from kzg_desktop.domain.entities import RebateStep
from kzg_desktop.importing.board_lodging import benefit_in
from kzg_desktop.importing.cautions import DEPOSIT
from kzg_desktop.importing.findings import Finding
from kzg_desktop.importing.rebates import MENTION, read_rebates
from kzg_desktop.importing.words import clauses, joined

__all__ = ["Remarks", "read_remarks"]

_MEDICAL = re.compile(r"体检|健康证")
_REQUIREMENT = re.compile(r"视力|证优先|持证|要求|学历|经验|站班|坐班|站岗|无尘服|优先|能适应|服从|不怕|会[操用开]")
_INSURANCE = re.compile(r"五险|社保|公积金|保险|商业险|雇主险")
_COUPLES = re.compile(r"(?<![无没])(?<!没有)夫妻房")


class Remarks(Struct, frozen=True):
    """What a free text says, by field of the job."""

    benefits: tuple[str, ...] = ()
    requirements: str = ""
    medical_check: str = ""
    insurance: str = ""
    couples_room: bool = False
    rebates: tuple[RebateStep, ...] = ()
    findings: tuple[Finding, ...] = ()


def _benefit(clause: str) -> str:
    unwanted = DEPOSIT.search(clause) or MENTION.search(clause) or _MEDICAL.search(clause)
    return "" if unwanted else benefit_in(clause)


def _medical(parts: list[str]) -> str:
    """Return the clauses about a medical check, with a following one that says who pays."""
    kept: list[str] = []
    for before, part in zip(["", *parts], parts, strict=False):
        pays = _MEDICAL.search(before) and re.search(r"费用?.*(?:公司|报销|承担|自理)", part)
        if _MEDICAL.search(part) or pays:
            kept.append(part)
    return "，".join(kept)


def read_remarks(text: str) -> Remarks:
    """Return what *text* says of benefits, requirements, medical check, insurance and rebates."""
    parts = clauses(text)
    steps, findings = read_rebates(text)
    benefits = dict.fromkeys(filter(None, map(_benefit, parts)))
    return Remarks(
        benefits=tuple(benefits),
        requirements=joined(*(p for p in parts if _REQUIREMENT.search(p) and not _MEDICAL.search(p))),
        medical_check=_medical(parts),
        insurance=joined(*(p for p in parts if _INSURANCE.search(p))),
        couples_room=bool(_COUPLES.search(text)),
        rebates=steps,
        findings=tuple(findings),
    )
