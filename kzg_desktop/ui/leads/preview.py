"""The second step of an import of leads: its columns, and what the user may wish."""

from __future__ import annotations

from kzg_desktop.ui.importing.preview import SheetPreview
from kzg_desktop.ui.leads.rows import LeadColumn, LeadRow, LeadRows
from kzg_desktop.ui.leads.wishes import LeadWishes

__all__ = ["LeadPreview"]

_WIDTHS: dict[int, int] = {
    LeadColumn.ROW: 18,
    LeadColumn.STATUS: 20,
    LeadColumn.NAME: 20,
    LeadColumn.PHONE: 27,
    LeadColumn.CITY: 18,
    LeadColumn.JOB: 42,
    LeadColumn.TIME: 36,
    LeadColumn.CHANNEL: 23,
    LeadColumn.OUTCOME: 34,
}


class LeadPreview(SheetPreview[LeadRow]):
    """Every row of a lead sheet, with what it becomes."""

    rows: LeadRows

    def __init__(self) -> None:
        wishes = LeadWishes()
        super().__init__(LeadRows(), _WIDTHS, wishes)
        self.wishes = wishes
