"""Sending leads to the hub, batch by batch: each is stored whole or not at all, and may be sent again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Protocol

from msgspec.structs import replace

from kzg_desktop.errors import HubError, HubRejected, HubUnreachable
from kzg_desktop.importing.findings import error
from kzg_desktop.importing.lead_sheet import LeadDraft, LeadSheet
from kzg_desktop.wire import Lead, LeadBatch, LeadResult, LeadResults, Problem

__all__ = ["BATCH", "LeadSending", "LeadTaker", "is_not_allowed", "outcome_counts"]

BATCH = 200
"""Leads in one request: a form that comes in meanwhile waits for one batch at the most."""

_OUTCOMES = ("created", "updated", "unchanged", "refused")
_REASONS = {
    "not-found": "岗位或直播场次在服务端已经没有了，或不归本账号",
    "not-possible": "本人的信息在提交之后已应要求删除，旧线索不再导入",
}
"""Why a lead is refused, by the problem's type; the hub's own words are for support."""


class LeadTaker(Protocol):
    """Whoever brings leads to the hub, such as :class:`kzg_desktop.hiring_services.Office`."""

    async def take_leads(self, batch: LeadBatch) -> LeadResults:
        """Store these leads; one result for each, in their order.

        Raises:
            HubError: the hub was not reached, or said no.
        """


class LeadSending:
    """The leads of one sheet on their way. ``sheet`` holds at any time what became of each so far.

    Sent are the drafts that can be used, have a job, were not sent before, and are *wanted*. ``sent`` of ``total``
    have an answer from the hub.
    """

    def __init__(
        self,
        taker: LeadTaker,
        sheet: LeadSheet,
        *,
        broadcast_id: str = "",
        wanted: Callable[[LeadDraft], bool] = lambda _draft: True,
    ) -> None:
        self._taker = taker
        self._broadcast_id = broadcast_id
        self._drafts = list(sheet.drafts)
        self._open = [place for place, draft in enumerate(self._drafts) if _is_ready(draft) and wanted(draft)]
        self._stopped = False
        self.sheet = sheet
        self.sent = 0
        self.total = len(self._open)

    @property
    def done(self) -> bool:
        """Whether the hub has answered for all of them."""
        return self.sent == self.total

    @property
    def stopping(self) -> bool:
        """Whether no further batch is sent."""
        return self._stopped

    def stop(self) -> None:
        """Send no further batch; the one on its way is still waited for."""
        self._stopped = True

    async def run(self, told: Callable[[], None] = lambda: None) -> None:
        """Send what is left; *told* is called after each batch.

        Raises:
            HubError: a batch was not taken; those before it were, and another run goes on from there.
        """
        self._stopped = False
        while not self.done and not self._stopped:
            places = self._open[self.sent : self.sent + BATCH]
            batch = LeadBatch(leads=[_lead(self._drafts[place], self._broadcast_id) for place in places])
            answer = await self._taker.take_leads(batch)
            if [result.row for result in answer.results] != [lead.row for lead in batch.leads]:
                raise HubUnreachable("the hub answered for other leads than it was sent")
            for place, result in zip(places, answer.results, strict=True):
                self._drafts[place] = _answered(self._drafts[place], result)
            self.sent += len(places)
            self.sheet = replace(self.sheet, drafts=tuple(self._drafts))
            told()


def outcome_counts(sheet: LeadSheet) -> dict[str, int]:
    """Return how many leads the hub ``created``, ``updated``, left ``unchanged`` and ``refused``."""
    counts = Counter(draft.outcome for draft in sheet.drafts)
    return {outcome: counts[outcome] for outcome in _OUTCOMES}


def is_not_allowed(error: HubError) -> bool:
    """Whether the hub said that the account may not bring leads."""
    return isinstance(error, HubRejected) and error.problem.type == "not-allowed"


def _is_ready(draft: LeadDraft) -> bool:
    return draft.status != "error" and bool(draft.job_id) and not draft.outcome


def _answered(draft: LeadDraft, result: LeadResult) -> LeadDraft:
    answered = replace(draft, outcome=result.outcome)
    return answered if result.problem is None else answered.saying(error(f"服务端没有收下：{_reason(result.problem)}"))


def _reason(problem: Problem) -> str:
    return "；".join(problem.errors.values()) or _REASONS.get(problem.type) or problem.detail or problem.title


def _lead(draft: LeadDraft, broadcast_id: str) -> Lead:
    fields = draft.fields
    return Lead(
        row=draft.row,
        phone=fields.phone,
        job_id=draft.job_id,
        name=fields.name,
        external_id="" if draft.repeats_id else fields.external_id,
        broadcast_id=broadcast_id,
        city=fields.city,
        age_band=fields.age_band,
        available_from=fields.available_from,
        received_at=fields.received_at,
        channel=fields.channel,
        source=fields.source,
    )
