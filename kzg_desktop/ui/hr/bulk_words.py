"""What bulk changes say: their titles, what they would do, and what they did."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import InterviewSlot
from kzg_desktop.models.slot_plan import free_places
from kzg_desktop.ui.hr.bulk_plan import BulkKind, BulkPlan, BulkWish
from kzg_desktop.ui.hr.bulk_run import BulkResult
from kzg_desktop.ui.hr.words import status_words

__all__ = ["booking_lines", "button_words", "preview_lines", "refusal_lines", "result_words", "title_words"]

translate = QCoreApplication.translate

_MOST_NAMES = 6


def title_words(kind: BulkKind, count: int) -> str:
    """Return the dialog's heading."""
    words = {
        "status": translate("Bulk", "Change the status of {count} applicants"),
        "claim": translate("Bulk", "Claim {count} applicants"),
        "hand_over": translate("Bulk", "Hand {count} applicants over"),
        "note": translate("Bulk", "Add a note to {count} applicants"),
        "book": translate("Bulk", "Book an interview for {count} applicants"),
        "withdraw": translate("Bulk", "Record that {count} applicants have withdrawn"),
        "undo": translate("Bulk", "Take back the last step of {count} applicants"),
    }[kind]
    return words.format(count=f"{count:,}")


def button_words(kind: BulkKind, count: int) -> str:
    """Return what stands on the button that does it."""
    words = {
        "status": translate("Bulk", "Change {count}"),
        "claim": translate("Bulk", "Claim {count}"),
        "hand_over": translate("Bulk", "Hand over {count}"),
        "note": translate("Bulk", "Add to {count}"),
        "book": translate("Bulk", "Book {count}"),
        "withdraw": translate("Bulk", "Record {count}"),
        "undo": translate("Bulk", "Take back {count}"),
    }[kind]
    return words.format(count=f"{count:,}")


def preview_lines(plan: BulkPlan, wish: BulkWish, to_name: str) -> list[str]:
    """Return what would be done, a sentence for each state that applications are in now.

    *to_name* is the colleague to hand over to, or when the interview is.
    """
    if wish.kind in {"status", "withdraw"}:
        words = translate("Bulk", "{count} of {total} go from “{before}” to “{after}”")
        after = status_words(wish.status)
        steps = [
            words.format(count=f"{count:,}", total=f"{plan.total:,}", before=status_words(before), after=after)
            for before, count in plan.by_state()
        ]
        final = translate("Bulk", "Nobody may call them any more. This cannot be taken back.")
        return [*steps, final] if steps and wish.kind == "withdraw" else steps
    words = {
        "claim": translate("Bulk", "{count} of {total} become yours"),
        "hand_over": translate("Bulk", "{count} of {total} go to {name}"),
        "note": translate("Bulk", "{count} of {total} get the note"),
        "book": translate("Bulk", "{count} of {total} are booked for {name}"),
        "undo": translate("Bulk", "{count} of {total} go back one step"),
    }[wish.kind]
    if not plan.deeds:
        return []
    return [words.format(count=f"{len(plan.deeds):,}", total=f"{plan.total:,}", name=to_name)]


def booking_lines(plan: BulkPlan, slot: InterviewSlot) -> list[str]:
    """Return what booking all of them into *slot* does beside: appointments that end, and the places left."""
    if not plan.deeds:
        return []
    moved = sum(deed.row.status == "interview_booked" for deed in plan.deeds)
    left = free_places(slot) - len(plan.deeds)
    lines = [
        translate("Bulk", "{left} of {capacity} places are free then").format(
            left=f"{left:,}", capacity=f"{slot.capacity:,}"
        )
    ]
    if moved:
        lines.append(translate("Bulk", "{count} of them give up another appointment").format(count=f"{moved:,}"))
    return lines


def refusal_lines(plan: BulkPlan, name: Callable[[Application], str]) -> list[str]:
    """Return why others cannot, with the first names of each reason."""
    lines = []
    for why, rows in plan.reasons():
        names = "、".join(name(row) for row in rows[:_MOST_NAMES])
        more = len(rows) - _MOST_NAMES
        if more > 0:
            names = translate("Bulk", "{names} and {more} more").format(names=names, more=f"{more:,}")
        lines.append(translate("Bulk", "{count} cannot: {why} ({names})").format(count=len(rows), why=why, names=names))
    return lines


def result_words(result: BulkResult, wish: BulkWish) -> str:
    """Return what was done, and what was not."""
    words = {
        "status": translate("Bulk", "{count} are now “{status}”").format(
            count=f"{len(result.done):,}", status=status_words(wish.status)
        ),
        "claim": translate("Bulk", "{count} claimed").format(count=f"{len(result.done):,}"),
        "hand_over": translate("Bulk", "{count} handed over").format(count=f"{len(result.done):,}"),
        "note": translate("Bulk", "Note added to {count}").format(count=f"{len(result.done):,}"),
        "book": translate("Bulk", "{count} booked for an interview").format(count=f"{len(result.done):,}"),
        "withdraw": translate("Bulk", "{count} are now “{status}”").format(
            count=f"{len(result.done):,}", status=status_words(wish.status)
        ),
        "undo": translate("Bulk", "{count} taken back").format(count=f"{len(result.done):,}"),
    }[wish.kind]
    if result.refused:
        words += " · " + translate("Bulk", "{count} changed meanwhile and stay").format(
            count=f"{len(result.refused):,}"
        )
    if result.stopped:
        words += " · " + translate("Bulk", "stopped")
    return words
