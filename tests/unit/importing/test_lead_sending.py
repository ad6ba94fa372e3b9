"""Leads on their way to the hub: in batches, once each, and what became of them."""

from __future__ import annotations

import asyncio

import pytest
from msgspec.structs import replace

from kzg_desktop.errors import HubRejected, HubUnreachable
from kzg_desktop.importing.findings import error
from kzg_desktop.importing.lead_row import LeadFields
from kzg_desktop.importing.lead_sending import BATCH, LeadSending, is_not_allowed, outcome_counts
from kzg_desktop.importing.lead_sheet import LeadDraft, LeadSheet
from kzg_desktop.wire import LeadBatch, LeadResults, problem
from tests.fake_leads import FakeLeadHub


def draft(row: int, *, job: str = "w") -> LeadDraft:
    fields = LeadFields(phone=f"138{row:08d}", name="王小明", external_id=f"L{row}", city="潍坊")
    return LeadDraft(sheet="表", row=row, fields=fields, cells=(), messages=(), job_id=job)


def sheet(*drafts: LeadDraft) -> LeadSheet:
    return LeadSheet(file="f.csv", sheets=("表",), drafts=drafts, skipped=(), messages=())


MANY = sheet(*map(draft, range(2, 2 + 2 * BATCH + 5)))


async def test_all_go_in_batches_and_every_row_tells_what_became_of_it() -> None:
    hub, told = FakeLeadHub(), []
    sending = LeadSending(hub, MANY, broadcast_id="b1")
    await sending.run(lambda: told.append((sending.sent, outcome_counts(sending.sheet)["created"])))
    assert [BATCH, BATCH, 5] == hub.batches
    assert [(BATCH, BATCH), (2 * BATCH, 2 * BATCH), (2 * BATCH + 5, 2 * BATCH + 5)] == told
    assert sending.done
    assert {"created"} == {each.outcome for each in sending.sheet.drafts}
    assert {"b1"} == {lead.broadcast_id for lead in hub.stored.values()}


async def test_an_answer_about_other_leads_counts_for_none() -> None:
    class Mixed(FakeLeadHub):
        async def take_leads(self, batch: LeadBatch) -> LeadResults:
            answer = await super().take_leads(batch)
            return LeadResults(results=answer.results[:-1])

    sending = LeadSending(Mixed(), MANY)
    with pytest.raises(HubUnreachable):
        await sending.run()
    assert (0, {""}) == (sending.sent, {each.outcome for each in sending.sheet.drafts})
    again = LeadSending(FakeLeadHub(), sending.sheet)
    await again.run()
    assert {"created": again.total, "updated": 0, "unchanged": 0, "refused": 0} == outcome_counts(again.sheet)


async def test_sending_again_changes_nothing() -> None:
    hub = FakeLeadHub()
    await LeadSending(hub, MANY).run()
    again = LeadSending(hub, MANY)
    await again.run()
    assert {"created": 0, "updated": 0, "unchanged": again.total, "refused": 0} == outcome_counts(again.sheet)


async def test_rows_that_cannot_be_used_or_are_not_wanted_stay_here() -> None:
    hub = FakeLeadHub()
    wrong, jobless, unwanted = draft(2).saying(error("没有手机号")), draft(3, job=""), draft(4)
    sending = LeadSending(hub, sheet(wrong, jobless, unwanted, draft(5)), wanted=lambda each: each.row != 4)
    await sending.run()
    assert [5] == [lead.row for lead in hub.stored.values()]
    assert ["", "", "", "created"] == [each.outcome for each in sending.sheet.drafts]


async def test_an_id_that_an_earlier_row_has_is_not_sent() -> None:
    hub = FakeLeadHub()
    await LeadSending(hub, sheet(draft(2), replace(draft(3), repeats_id=True))).run()
    assert ["L2", ""] == [lead.external_id for lead in hub.stored.values()]


@pytest.mark.parametrize(
    ("type_", "words"), [("not-found", "没有了"), ("not-possible", "删除"), ("conflict", "English")]
)
async def test_a_refused_row_says_why_and_holds_nobody_up(type_: str, words: str) -> None:
    hub = FakeLeadHub()
    hub.refused = {draft(3).fields.phone: type_}
    sending = LeadSending(hub, sheet(draft(2), draft(3), draft(4)))
    await sending.run()
    assert ["created", "refused", "created"] == [each.outcome for each in sending.sheet.drafts]
    refused = sending.sheet.drafts[1]
    assert "error" == refused.status
    assert words in str(refused.messages[-1])


async def test_after_a_failure_another_run_goes_on() -> None:
    hub = FakeLeadHub()
    hub.error, hub.fails_at = HubUnreachable("gone"), 1
    sending = LeadSending(hub, MANY)
    with pytest.raises(HubUnreachable):
        await sending.run()
    assert (BATCH, False) == (sending.sent, sending.done)
    assert BATCH == outcome_counts(sending.sheet)["created"]
    rest = LeadSending(hub, sending.sheet)
    assert BATCH + 5 == rest.total
    await rest.run()
    assert len(MANY.drafts) == outcome_counts(rest.sheet)["created"] == len(hub.stored)


async def test_it_stops_after_the_batch_on_its_way() -> None:
    hub = FakeLeadHub()
    hub.gate.clear()
    sending = LeadSending(hub, MANY)
    running = asyncio.create_task(sending.run())
    await asyncio.sleep(0)
    sending.stop()
    hub.gate.set()
    await running
    assert ([BATCH], BATCH, False) == (hub.batches, sending.sent, sending.done)
    await sending.run()
    assert sending.done


def test_only_the_lack_of_the_right_is_that() -> None:
    assert is_not_allowed(HubRejected(problem("not-allowed")))
    assert not is_not_allowed(HubRejected(problem("conflict")))
    assert not is_not_allowed(HubUnreachable("gone"))
