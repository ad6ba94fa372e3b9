"""Which key of the applicants' page does what."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

__all__ = ["OF_THE_PAGE", "Drawer", "KeyedPage", "page_acts"]

OF_THE_PAGE = frozenset({"hr.view_next", "hr.view_previous", "hr.search", "hr.filter", "hr.clear"})
"""What these do does not depend on who is listed."""


class Drawer(Protocol):
    """What the keys do with the applicant at hand."""

    def call(self) -> None: ...

    def outcome(self, number: int) -> None: ...

    def note(self) -> None: ...

    def book(self) -> None: ...

    def claim(self) -> None: ...

    def hand_over(self) -> None: ...

    def undo(self) -> None: ...

    def reveal(self) -> None: ...

    def copy_phone(self) -> None: ...


class KeyedPage(Protocol):
    """What the keys do with the list. Where several are selected, a key is meant for all of them."""

    def step(self, rows: int) -> None: ...

    def step_view(self, rows: int) -> None: ...

    def mark(self) -> None: ...

    def select_all(self) -> None: ...

    def search_for(self) -> None: ...

    def open_filters(self) -> None: ...

    def clear(self) -> None: ...

    def export(self) -> None: ...

    def bulk(self, kind: str, status: str = "") -> object: ...

    @property
    def several(self) -> bool: ...


def page_acts(page: KeyedPage, drawer: Drawer) -> dict[str, Callable[[], object]]:
    """Return what each command of the page does."""

    def for_all(kind: str, one: Callable[[], None]) -> Callable[[], object]:
        return lambda: page.bulk(kind) if page.several else one()

    return {
        "hr.next": partial(page.step, 1),
        "hr.previous": partial(page.step, -1),
        "hr.view_next": partial(page.step_view, 1),
        "hr.view_previous": partial(page.step_view, -1),
        "hr.select": page.mark,
        "hr.select_all": page.select_all,
        "hr.search": page.search_for,
        "hr.filter": page.open_filters,
        "hr.clear": page.clear,
        "hr.export": page.export,
        "hr.bulk": partial(page.bulk, "status"),
        "hr.call": drawer.call,
        "hr.note": for_all("note", drawer.note),
        "hr.book": for_all("book", drawer.book),
        "hr.claim": for_all("claim", drawer.claim),
        "hr.hand_over": for_all("hand_over", drawer.hand_over),
        "hr.undo": for_all("undo", drawer.undo),
        "hr.reveal": drawer.reveal,
        "hr.copy_phone": drawer.copy_phone,
        **{f"hr.outcome_{number}": partial(drawer.outcome, number) for number in range(1, 10)},
    }
