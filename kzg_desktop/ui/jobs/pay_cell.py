"""Pay in a narrow column."""

from __future__ import annotations

from kzg_desktop.domain.entities import Pay
from kzg_desktop.widgets.text import pay_headline

__all__ = ["pay_cell"]


def pay_cell(pay: Pay) -> str:
    """Return a month's total as bare figures, which the column's heading explains, and anything else in words."""
    low, high = pay.month_min_yuan, pay.month_max_yuan
    if low is None and high is None:
        return pay_headline(pay)
    return " – ".join(f"{amount:,}" for amount in dict.fromkeys((low, high)) if amount is not None)
