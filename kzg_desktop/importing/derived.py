"""What a job's own texts (meals, beds, note) say of its other fields; the same for a sheet's row and a stored job."""

from __future__ import annotations

from msgspec import Struct

from kzg_desktop.domain.entities import RebateStep
from kzg_desktop.importing.board_lodging import read_board_lodging
from kzg_desktop.importing.findings import Finding
from kzg_desktop.importing.remarks import read_remarks
from kzg_desktop.importing.words import joined

__all__ = ["Derived", "derive"]


class Derived(Struct, frozen=True):
    """Values by the names of the job's fields, empty where the texts say nothing."""

    job_benefits: tuple[str, ...]
    requirements: str
    medical_check: str
    insurance: str
    couples_room: bool
    rebates: tuple[RebateStep, ...]
    findings: tuple[Finding, ...]


def derive(board: str, lodging: str, note: str) -> Derived:
    """Return what those three texts of a job say besides."""
    housing = read_board_lodging(joined(board, lodging))
    remarks = read_remarks(note)
    return Derived(
        job_benefits=tuple(dict.fromkeys((*housing.benefits, *remarks.benefits))),
        requirements=remarks.requirements,
        medical_check=remarks.medical_check,
        insurance=remarks.insurance,
        couples_room=housing.couples_room or remarks.couples_room,
        rebates=remarks.rebates,
        findings=remarks.findings,
    )
