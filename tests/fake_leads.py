"""A hub that takes leads, in memory."""

from __future__ import annotations

import asyncio

from kzg_desktop.wire import Lead, LeadBatch, LeadResult, LeadResults, problem

__all__ = ["FakeLeadHub"]


class FakeLeadHub:
    """Implements `importing.lead_sending.LeadTaker`: one application for each person, job and broadcast.

    `batches` are the sizes of what was sent, `stored` the leads taken, `refused` phones that are not. Before the batch
    numbered `fails_at` (from 0) it raises `error`, once. While `gate` is cleared, every batch waits.
    """

    def __init__(self) -> None:
        self.batches: list[int] = []
        self.stored: dict[tuple[str, str, str], Lead] = {}
        self.refused: dict[str, str] = {}
        self.error: Exception | None = None
        self.fails_at = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def take_leads(self, batch: LeadBatch) -> LeadResults:
        if self.error is not None and len(self.batches) == self.fails_at:
            error, self.error = self.error, None
            raise error
        await self.gate.wait()
        await asyncio.sleep(0)
        self.batches.append(len(batch.leads))
        return LeadResults(results=[self._take(lead) for lead in batch.leads])

    def _take(self, lead: Lead) -> LeadResult:
        if lead.phone in self.refused:
            return LeadResult(row=lead.row, outcome="refused", problem=problem(self.refused[lead.phone], "in English"))
        key = (lead.phone, lead.job_id, lead.broadcast_id)
        known = self.stored.get(key)
        self.stored[key] = lead
        return LeadResult(row=lead.row, outcome="created" if known is None else "unchanged")
