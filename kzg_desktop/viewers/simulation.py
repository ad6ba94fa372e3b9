"""Viewers arriving one after another, each filling in the hub's public form."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from ipaddress import IPv6Address

from msgspec import Struct

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.errors import HubUnreachable, InvalidInput
from kzg_desktop.viewers.browser import Answer, PublicPages
from kzg_desktop.viewers.form import SignUpForm
from kzg_desktop.viewers.people import Mix, Viewer, Visit, mistaken, visits

__all__ = ["Audience", "Simulation", "Tally"]

log = logging.getLogger(__name__)

_DOCUMENTATION_NETS = ("203.0.113", "198.51.100", "192.0.2")
_DOCUMENTATION_V6 = int(IPv6Address("2001:db8::"))
_OTHER_JOB_SHARE = 0.3


class Audience(Struct, frozen=True, kw_only=True):
    """Who comes, and how fast: *rate_per_s* on average, until *count* came or *duration_s* passed (0: no bound)."""

    rate_per_s: float
    count: int = 0
    duration_s: float = 0.0
    seed: int = 1
    mix: Mix = Mix()


class Tally(Struct):
    """What came of it so far.

    *visits* began, *sent* distinct applications the hub accepted, *refused* forms it asked to correct, *repeated*
    forms that said again what it knew, *abandoned* viewers who did not correct a mistake, *failed* what should have
    gone through and did not.
    """

    visits: int = 0
    sent: int = 0
    refused: int = 0
    repeated: int = 0
    abandoned: int = 0
    failed: int = 0


def _no_one(_application_id: str, _before_s: float, _after_s: float) -> None:
    """Nobody wants to know."""


class Simulation:
    """Runs an audience against one broadcast.

    *on_accepted* is called with the application's id and the monotonic seconds before sending and after the answer,
    once for each application that is new.
    """

    def __init__(
        self,
        hub: str,
        broadcast_id: str,
        audience: Audience,
        *,
        on_accepted: Callable[[str, float, float], None] = _no_one,
    ) -> None:
        self.tally = Tally()
        self.last_failure = ""
        self._pages = (hub, broadcast_id)
        self._audience = audience
        self._on_accepted = on_accepted
        self._rng = random.Random(audience.seed)
        self._applications: set[str] = set()
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Let nobody new come; those at their form finish, so that the tally stays exact."""
        self._stopping.set()

    async def run(self) -> Tally:
        """Let the audience come, wait until the last has finished, and return the tally.

        Cancelling ends at once; forms on their way may then have been accepted without being counted.

        Raises:
            HubUnreachable: the hub did not answer the first visitor.
            InvalidInput: the hub does not know the broadcast.
        """
        async with PublicPages(*self._pages) as pages:
            await pages.open_form(self._address())
            async with asyncio.TaskGroup() as group:
                await self._arrivals(pages, group)
        return self.tally

    async def _arrivals(self, pages: PublicPages, group: asyncio.TaskGroup) -> None:
        """Start visits at Poisson-distributed instants; late ones catch up instead of thinning out."""
        loop, audience = asyncio.get_running_loop(), self._audience
        due = started = loop.time()
        for visit in visits(audience.seed, audience.mix):
            due += self._rng.expovariate(audience.rate_per_s)
            enough = audience.count and self.tally.visits >= audience.count
            late = audience.duration_s and due - started > audience.duration_s
            if enough or late or await self._stopped_before(due - loop.time()):
                return
            self.tally.visits += 1
            group.create_task(self._visit(pages, visit, self._address()), name="viewer")

    async def _stopped_before(self, seconds: float) -> bool:
        """Wait that long, at least until other tasks had their turn; return whether it is time to stop."""
        try:
            await asyncio.wait_for(self._stopping.wait(), max(seconds, 0.0001))
        except TimeoutError:
            return False
        return True

    async def _visit(self, pages: PublicPages, visit: Visit, address: str) -> None:
        try:
            form = await self._chosen_form(pages, visit, address)
            await self._fill_in(pages, form, visit, address)
        except (HubUnreachable, InvalidInput) as error:
            self._failed(str(error))

    async def _chosen_form(self, pages: PublicPages, visit: Visit, address: str) -> SignUpForm:
        """Open the page; some viewers go on to another job than the one on air, returning ones always."""
        form = await pages.open_form(address)
        if form.buttons and (visit.returning or self._rng.random() < _OTHER_JOB_SHARE):
            return await pages.press(form, self._rng.choice(form.buttons), address)
        return form

    async def _fill_in(self, pages: PublicPages, form: SignUpForm, visit: Visit, address: str) -> None:
        fields = _filled(form, visit.viewer, consent=True)
        if visit.mistake:
            typed = mistaken(visit.viewer, visit.mistake)
            wrong = _filled(form, typed, consent=visit.mistake != "no_consent")
            answer = await pages.send(form, wrong, address)
            self._count(answer, expected_refusal=True)
            if not visit.corrects:
                self.tally.abandoned += 1
                return
        taps = [pages.send(form, fields, address) for _ in range(visit.taps)]
        for answer in await asyncio.gather(*taps):
            self._count(answer)

    def _count(self, answer: Answer, *, expected_refusal: bool = False) -> None:
        if answer.outcome == "failed":
            self._failed(answer.detail)
        elif answer.outcome == "refused":
            self.tally.refused += 1
            if not expected_refusal:
                self._failed(answer.detail)
        elif answer.application_id in self._applications:
            self.tally.repeated += 1
        else:
            self._applications.add(answer.application_id)
            self.tally.sent += 1
            self._on_accepted(answer.application_id, answer.before_s, answer.after_s)

    def _failed(self, detail: str) -> None:
        self.tally.failed += 1
        self.last_failure = detail
        log.warning("a simulated viewer's form failed: %s", detail)

    def _address(self) -> str:
        """Return a client address from the ranges for documentation, so that viewers are told apart."""
        if self._rng.random() < 0.3:
            return f"{self._rng.choice(_DOCUMENTATION_NETS)}.{self._rng.randrange(1, 255)}"
        return str(IPv6Address(_DOCUMENTATION_V6 + self._rng.getrandbits(96)))


def _filled(form: SignUpForm, viewer: Viewer, *, consent: bool) -> dict[str, str]:
    """Return what a browser sends: the fields that a person sees filled in, every other one as it was."""
    day = _available(viewer)
    typed = {"name": viewer.name, "phone": viewer.phone, "city": viewer.city, "available_from": day}
    if viewer.age_band in form.choices.get("age_band", (viewer.age_band,)):
        typed["age_band"] = viewer.age_band
    ticked = form.ticks if consent else {}
    return {**form.defaults, **ticked, **{name: text for name, text in typed.items() if name in form.names}}


def _available(viewer: Viewer) -> str:
    if viewer.available_in_days is None:
        return ""
    today: date = datetime.now(CHINA).date()
    return (today + timedelta(days=viewer.available_in_days)).isoformat()
