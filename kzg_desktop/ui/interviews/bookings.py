"""Booking from the first choice to the hub's answer: where somebody else was faster, the choice comes back."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kzg_desktop.domain.actions import BookInterview
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application
from kzg_desktop.errors import KzgError
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.services import ActionRefused, DeskEvent
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.hr.booking_dialog import BookingDialog

__all__ = ["Bookings"]

_MOST_KEPT = 1000


class Bookings(QObject):
    """Opens the :class:`BookingDialog` over *window* and has what was chosen done by *book*.

    What is booked is remembered: when the hub refuses it because the slot is full by then, the choice comes back for
    the same person, and the refusal goes once a new one is made.
    """

    def __init__(
        self,
        desk: HiringDesk,
        tasks: Tasks,
        clock: Clock,
        book: Callable[[Sequence[Application], Sequence[BookInterview]], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._book = book
        self._window = window
        self._booked: dict[str, int] = {}
        self.on_air = False
        self._stopped = False
        self._unsubscribe = desk.subscribe(self._on_event)

    def stop(self) -> None:
        """Listen to the desk no more; the page is about to go."""
        self._stopped = True
        self._unsubscribe()

    def open(self, applications: Sequence[Application], told: str = "", refusal: int = 0) -> BookingDialog:
        """Ask where *applications* are to go; *refusal* is dismissed once that is known."""
        dialog = BookingDialog(self._desk, applications, self._window, clock=self._clock, told=told, masked=self.on_air)
        dialog.booked.connect(partial(self._on_booked, list(applications), refusal))
        dialog.open()
        return dialog

    def _on_booked(self, applications: list[Application], refusal: int, actions: list[BookInterview]) -> None:
        numbers = {row.id: row.n for row in applications}
        self._booked |= {action.event_id: numbers[action.application_id] for action in actions}
        while len(self._booked) > _MOST_KEPT:
            del self._booked[next(iter(self._booked))]
        self._book(applications, actions)
        if refusal:
            self._tasks.spawn(f"interviews.dismiss.{refusal}", self._dismiss(refusal))

    async def _dismiss(self, refusal: int) -> None:
        await self._desk.dismiss(refusal)

    # --- the hub's answer

    def _on_event(self, event: DeskEvent) -> None:
        if not isinstance(event, ActionRefused) or event.type != "slot-full":
            return
        if isinstance(event.action, BookInterview) and event.action.event_id in self._booked:
            number = self._booked.pop(event.action.event_id)
            self._tasks.spawn(f"interviews.rebook.{event.number}", self._offer_again(number, event.number))

    async def _offer_again(self, number: int, refusal: int) -> None:
        try:
            found = await self._desk.applicant_rows(array("q", [number]))
        except KzgError:
            return  # the refusal stays in the list of refusals
        rows = [each.row for each in found if isinstance(each.row, Application)]
        if rows and not self._stopped:
            told = self.tr("Somebody else took the last place in that slot. Please choose again.")
            self.open(rows, told, refusal)
