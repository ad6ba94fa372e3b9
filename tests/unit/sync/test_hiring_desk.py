"""The desk as HR sees it, with no hub at all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from kzg_desktop.cache.departed import Departed
from kzg_desktop.cache.files import StoreFiles
from kzg_desktop.domain.actions import (
    AddNote,
    AssignApplication,
    ClaimApplication,
    HandOver,
    LinkPeople,
    LogContact,
    PutTemplate,
    RecordAttempt,
    SetApplicationStatus,
)
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import (
    Colleague,
    DeskRules,
    Handling,
    HistoryEntry,
    InterviewSlot,
    PersonLink,
    Template,
)
from kzg_desktop.domain.views import VIEWS, Moment
from kzg_desktop.errors import Refusal
from kzg_desktop.hiring_services import ApplicantQuery, Seekers
from kzg_desktop.services import (
    ActionRefused,
    ApplicationsChanged,
    DeskEvent,
    ExportsChanged,
    FeedQuery,
    HistoryChanged,
)
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.wire import Account, ChangePage, Item, MutationResult, problem
from tests.fakes import NOON, FakeClock
from tests.unit.cache.samples import application, gone, page, put
from tests.unit.cache.store import Store
from tests.unit.sync.rows import JOB, OTHER

ME = Account(id="u1", name="李", role="hr", permissions=["applicant:pii", "applicant:write"], scopes=["o1", "o2"])
MOMENT = Moment("u1", NOON)


class Cached:
    """A desk with its cache and a writer, which stands in for the engine's."""

    def __init__(self, desk: LocalDesk, store: Store) -> None:
        self.desk = desk
        self.store = store
        self.events: list[DeskEvent] = []
        desk.subscribe(self.events.append)

    async def follow(self, changes: ChangePage) -> None:
        """Apply a page as the engine does."""
        applied = await self.store.writer.apply(changes)
        assert applied is not None
        await self.desk.page_applied(applied)

    async def confirm(self, number: int, type_: str = "", detail: str = "") -> None:
        """Say what the hub made of an action: applied it, or refused it with a problem."""
        entry = next(entry for entry in self.desk.unconfirmed(0) if entry.number == number)
        result = MutationResult(number=number, id=entry.id, outcome="applied", seq=9)
        if type_:
            result = replace(result, outcome="refused", problem=problem(type_, detail))
        await self.desk.store_results([result])

    async def row(self, n: int) -> Application:
        (found,) = await self.desk.applicant_rows([n])
        assert isinstance(found.row, Application)
        return found.row

    async def numbers(self, **query: str) -> list[int]:
        return (await self.desk.applicant_ids(ApplicantQuery(moment=MOMENT, **query))).tolist()  # type: ignore[arg-type]


@pytest.fixture
async def cached(tmp_path: Path) -> AsyncIterator[Cached]:
    files = StoreFiles(tmp_path, None)
    store = Store(files.cache)
    store.writer._close()
    desk = await LocalDesk.open(tmp_path, None, FakeClock())
    await desk.signed_in(ME)
    store.writer._on_departed = desk.recorded.see_off
    made = Cached(desk, store)
    await made.follow(page("c0", "c1", [put(JOB), put(OTHER), *[put(application(n)) for n in (1, 2, 3)]]))
    made.events.clear()
    yield made
    await store.writer.close()
    await desk.close()


async def test_lists_views_searches_and_histories_follow_an_unconfirmed_action_at_once(cached: Cached) -> None:
    desk = cached.desk
    await desk.act(
        ClaimApplication(application_id="a2", event_id="e1"),
        RecordAttempt(application_id="a2", outcome="empty_number", event_id="e2"),
        AddNote(application_id="a2", text="号码是空号", event_id="e3"),
    )
    assert [2] == await cached.numbers(view="quarantined")
    assert [1, 3] == await cached.numbers(view="to_call")
    assert [2] == await cached.numbers(text="空号")
    counts = await desk.view_counts(MOMENT)
    assert {"all": 3, "to_call": 2, "quarantined": 1} == {view: count for view, count in counts.items() if count}
    assert ["claim", "attempt", "note"] == [line.kind for line in await desk.history(["a2", "a3"])]
    assert ["u1", "new"] == [row.owner or row.status for row in await desk.feed_rows([2, 3])]
    assert ApplicationsChanged(changed=frozenset({2})) in cached.events
    assert HistoryChanged(frozenset({"a2"})) in cached.events


async def test_a_pending_reassignment_shows_in_both_jobs_lists_and_in_their_figures(cached: Cached) -> None:
    await cached.desk.act(
        AssignApplication(application_id="a2", base_rev=1, job_id="j2", event_id="e1", consent_confirmed=True)
    )
    assert [[3, 1], [2]] == [(await cached.desk.feed_ids(FeedQuery(job_id=job))).tolist() for job in ("j1", "j2")]
    assert {"j1": 2, "j2": 1} == (await cached.desk.feed_counts("b1", since_minute=0)).by_job
    assert [2] == (await cached.desk.feed_ids(FeedQuery(text="质检"))).tolist()


def outcome(note: str = "约好了", rev: int = 2) -> list[Item]:
    """What the hub makes of a note: the row with it, and its line."""
    line = HistoryEntry(id="e1", application_id="a2", employer_id="o1", kind="note", at=NOON, actor="u1", text=note)
    return [put(application(2, notes=note), rev), put(line)]


@pytest.mark.parametrize("answer_first", [True, False])
async def test_invariant_9_a_note_is_there_once_whether_the_answer_or_the_page_comes_first(
    cached: Cached, answer_first: bool
) -> None:
    await cached.desk.act(AddNote(application_id="a2", text="约好了", event_id="e1"))
    if answer_first:
        await cached.confirm(1)
    assert "约好了" == (await cached.row(2)).notes
    await cached.follow(page("c1", "c2", outcome(), acked=0))
    assert "约好了" == (await cached.row(2)).notes
    assert 1 == len(await cached.desk.history(["a2"]))
    await cached.follow(page("c2", "c3", acked=1))
    if not answer_first:
        await cached.confirm(1)
    assert ("约好了", 0) == ((await cached.row(2)).notes, cached.desk.status.waiting)
    assert 1 == len(await cached.desk.history(["a2"]))


async def test_a_claim_that_came_second_rolls_back_and_tells_who_has_it(cached: Cached) -> None:
    action = ClaimApplication(application_id="a2", event_id="e1")
    await cached.desk.act(action)
    assert [2] == await cached.numbers(view="mine")
    cached.events.clear()
    await cached.confirm(1, "claimed", "u2")
    assert [] == await cached.numbers(view="mine")
    assert "" == (await cached.row(2)).owner
    assert [] == await cached.desk.history(["a2"])
    assert ActionRefused(1, action, "claimed", "u2") in cached.events
    assert ApplicationsChanged(changed=frozenset({2})) in cached.events
    assert HistoryChanged(frozenset({"a2"})) in cached.events
    assert [ActionRefused(1, action, "claimed", "u2")] == cached.desk.refusals()


async def test_what_somebody_works_on_cannot_be_claimed_as_far_as_this_desk_knows(cached: Cached) -> None:
    assert 0 == cached.desk.hub_ahead_ms, "not known yet"
    cached.desk.hear_time(NOON)
    held = application(2, owner="u2", handling=Handling(owned_since=NOON - 1000))
    await cached.follow(page("c1", "c2", [put(held, 2)]))
    with pytest.raises(Refusal) as refused:
        await cached.desk.act(ClaimApplication(application_id="a2", event_id="e1"))
    assert ("claimed", "u2") == (refused.value.type, refused.value.detail)
    await cached.desk.act(HandOver(application_id="a2", to="u1", reason="他今天休息", event_id="e2"))
    assert [2] == await cached.numbers(view="mine")


HALF_AN_HOUR = 1_800_000


async def test_invariant_17_a_clock_that_is_behind_keeps_nobody_from_a_claim_that_has_run_out(cached: Cached) -> None:
    """The desk's clock says noon; for the hub it is later, and the colleague's claim is old."""
    held = application(2, owner="u2", handling=Handling(owned_since=NOON + 1000))
    await cached.follow(page("c1", "c2", [put(held, 2)]))
    claim = ClaimApplication(application_id="a2", event_id="e1")
    cached.desk.hear_time(NOON + HALF_AN_HOUR + 999)
    assert HALF_AN_HOUR + 999 == cached.desk.hub_ahead_ms
    with pytest.raises(Refusal):
        await cached.desk.act(claim)
    cached.desk.hear_time(NOON + HALF_AN_HOUR + 1000)
    await cached.desk.act(claim)
    assert [2] == await cached.numbers(view="mine")
    assert [NOON + HALF_AN_HOUR + 1000] == [line.at for line in await cached.desk.history(["a2"])]


async def test_what_the_hub_alone_can_know_it_is_left_to_decide(cached: Cached) -> None:
    held = application(2, owner="u2", handling=Handling(owned_since=NOON))
    await cached.follow(page("c1", "c2", [put(held, 2)]))
    await cached.desk.act(ClaimApplication(application_id="a2", event_id="e1"))
    assert ("u2", 1) == ((await cached.row(2)).owner, cached.desk.status.waiting), "shown once it is granted"
    fresh = application(2, owner="u2", handling=Handling(owned_since=NOON + 2 * HALF_AN_HOUR))
    await cached.follow(page("c2", "c3", [put(fresh, 3)]))
    with pytest.raises(Refusal, match="u2"):
        await cached.desk.act(ClaimApplication(application_id="a2", event_id="e2"))


async def test_the_small_things_of_the_desk_are_there_in_their_order(cached: Cached) -> None:
    desk = cached.desk
    rows = [
        Colleague(id="u2@o1", account_id="u2", name="王", role="hr", at_scope="o1"),
        Colleague(id="u2@o2", account_id="u2", name="王", role="hr", at_scope="o2", gone=True),
        Colleague(id="u4@o1", account_id="u4", name="陈", role="hr", at_scope="o1"),
        Colleague(id="u4@o2", account_id="u4", name="陈", role="hr", at_scope="o2"),
        Colleague(id="u3@o1", account_id="u3", name="赵", role="hr", at_scope="o1", gone=True),
        InterviewSlot(id="s2", employer_id="o1", starts_at=9, capacity=2),
        InterviewSlot(id="s1", employer_id="o1", starts_at=5, capacity=2),
        Template(id="t2", employer_id="o1", title="提醒", text="…", position="b"),
        Template(id="t1", employer_id="o1", title="问候", text="…", position="a"),
        PersonLink(id="l1", employer_id="o1", kind="together", members=("p1", "p2")),
        DeskRules(id="o1", employer_id="o1", call_within_s=60),
    ]
    await cached.follow(page("c1", "c2", [put(row) for row in rows]))
    assert ["u2@o1", "u4@o1", "u4@o2"] == [one.id for one in desk.colleagues()], "one for each employer"
    assert {"u1": "李", "u2": "王", "u3": "赵", "u4": "陈"} == desk.names(), "who left is still named"
    assert "u1" == desk.account_id
    assert ["s1", "s2"] == [slot.id for slot in desk.slots()]
    assert ["t1", "t2"] == [template.id for template in desk.templates()]
    assert ["l1"] == [link.id for link in desk.person_links()]
    assert (60, 300) == (desk.desk_rules("o1").call_within_s, desk.desk_rules("o2").call_within_s)


async def test_without_a_cache_everything_is_empty(tmp_path: Path) -> None:
    desk = await LocalDesk.open(tmp_path, None, FakeClock())
    assert [] == (await desk.applicant_ids(ApplicantQuery(moment=MOMENT))).tolist()
    assert dict.fromkeys(VIEWS, 0) == await desk.view_counts(MOMENT)
    assert ([], [], [], []) == (
        await desk.applicant_rows([1]),
        await desk.history(["a1"]),
        await desk.person_applications(["p1"]),
        await desk.cities(),
    )
    assert ("", []) == (desk.account_id, await desk.exports())
    await desk.close()


# Exports


@pytest.mark.parametrize(
    "left",
    [
        gone("erase", "application", "a2"),
        gone("leave", "application", "a2"),
        gone("delete", "application", "a2"),
        Item(seq=1, op="scope_left", entity="account", id="u1", scope="o1"),
    ],
)
async def test_invariant_10_an_exported_file_is_outdated_once_somebody_in_it_has_left(
    cached: Cached, left: Item
) -> None:
    desk = cached.desk
    await desk.keep_export(Path("out/all.xlsx"), ["a1", "a2"])
    await desk.keep_export(Path("out/none.csv"), [])
    assert [False, False] == [file.outdated for file in await desk.exports()]
    cached.events.clear()
    await cached.follow(page("c1", "c2", [left]))
    files = {file.path.name: file.outdated for file in await desk.exports()}
    assert {"all.xlsx": True, "none.csv": False} == files
    assert ExportsChanged() in cached.events
    assert "a2" not in await desk.recorded.applications()
    for file in await desk.exports():
        await desk.forget_export(file.id)
    assert ([], set()) == (await desk.exports(), await desk.recorded.applications())


async def test_a_commit_that_fails_leaves_the_mark_and_is_done_again(cached: Cached) -> None:
    """Marked too early is harmless; a cursor past an erasure that the list does not know of would not be."""
    await cached.desk.keep_export(Path("all.csv"), ["a2"])
    marked: list[bool] = []

    def see_off_and_fail(departed: Departed) -> bool:
        marked.append(cached.desk.recorded.see_off(departed))
        raise RuntimeError("power cut")

    cached.store.writer._on_departed = see_off_and_fail
    with pytest.raises(RuntimeError):
        await cached.store.writer.apply(page("c1", "c2", [gone("erase", "application", "a2")]))
    assert ([True], [True]) == (marked, [file.outdated for file in await cached.desk.exports()])
    assert [1, 2, 3] == await cached.numbers()
    cached.store.writer._on_departed = cached.desk.recorded.see_off
    await cached.follow(page("c1", "c2", [gone("erase", "application", "a2")]))
    assert [1, 3] == await cached.numbers()


# What must not stay

NAME, PHONE, NOTE, REASON = "欧阳慕容", "13912340000", "左手有旧伤", "孕期不便"


async def leave_traces(cached: Cached) -> None:
    """Have somebody in every place that there is: rows, search, histories, entries on their way and refused ones."""
    line = HistoryEntry(id="h1", application_id="a9", employer_id="o1", kind="note", at=1, actor="u1", text=NOTE)
    row = application(9, name=NAME, phone=PHONE, notes=NOTE)
    await cached.follow(page("c1", "c2", [put(row), put(line), put(application(8, phone="13800000008"))]))
    await cached.follow(page("c2", "c3", [put(replace(row, notes=f"{NOTE}\n又一条"), 2)]))
    desk = cached.desk
    await desk.keep_export(Path("all.csv"), ["a9"])
    await desk.act(AddNote(application_id="a9", text=f"确认{NOTE}", event_id="e1"))
    await desk.act(ClaimApplication(application_id="a9", event_id="e2"))
    await desk.act(
        SetApplicationStatus(application_id="a9", base_status="new", status="contacting", reason=REASON, event_id="e3")
    )
    link = PersonLink(id="l1", employer_id="o1", kind="together", members=("p8", "p9"), note=f"{NAME}的妻子")
    await desk.act(LinkPeople(link=link, application_ids=("a8", "a9"), event_id="e4"))
    await desk.act(AddNote(application_id="a8", text="无关的一条", event_id="e5"))
    await cached.confirm(3, "conflict", "somebody else did")
    assert (1, 4) == (desk.status.refused, desk.status.waiting)
    assert [9] == await cached.numbers(text="旧伤")


def traces() -> list[bytes]:
    """Return the bytes that tell of them: as text, and as the search index holds them."""
    texts = [NAME, PHONE, NOTE, REASON, "慕容", "旧伤"]
    return [*(text.encode() for text in texts), *(t.encode("utf-16-be").hex().encode() for t in ("慕容", "旧伤"))]


async def test_invariant_11_after_an_erasure_no_file_holds_a_trace(cached: Cached, tmp_path: Path) -> None:
    await leave_traces(cached)
    (tmp_path / "cache-plain.db.damaged-20260901T040000").write_bytes(NAME.encode())
    assert any(trace in file.read_bytes() for file in tmp_path.iterdir() for trace in traces())
    await cached.follow(page("c3", "c4", [gone("erase", "application", "a9")]))
    left = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert [] == [(name, trace) for name, data in left.items() for trace in traces() if trace in data]
    assert any(b"13800000008" in data for data in left.values())
    assert any("无关的一条".encode() in data for data in left.values())
    await _nothing_left(cached)


async def test_invariant_10_after_a_scope_has_left_nothing_of_it_is_kept(cached: Cached, tmp_path: Path) -> None:
    await leave_traces(cached)
    template = Template(id="t1", employer_id="o1", title="问候", text="您好")
    await cached.desk.act(PutTemplate(template=template))
    await cached.follow(
        page(
            "c3",
            "c4",
            [
                Item(seq=1, op="scope_left", entity="account", id="u1", scope="o1"),
                put(application(5, employer_id="o2")),
            ],
        )
    )
    assert ([], 0) == (cached.desk.templates(), cached.desk.status.waiting)
    await _nothing_left(cached)
    assert [5] == await cached.numbers()


async def _nothing_left(cached: Cached) -> None:
    """The desk shows nothing of it, now and after a restart."""
    desk = cached.desk
    waiting = desk.status.waiting
    for shown in (desk, await LocalDesk.open(desk.files.cache.parent, None, FakeClock())):
        assert ([], 0, waiting) == (shown.refusals(), shown.status.refused, shown.status.waiting)
        assert [] == await shown.history(["a9"])
        assert [] == (await shown.applicant_ids(ApplicantQuery(moment=MOMENT, text="旧伤"))).tolist()
        assert [] == (await shown.feed_ids(FeedQuery(text=NAME))).tolist()
        assert [] == await shown.applicant_rows([9])
        assert [True] == [file.outdated for file in await shown.exports()]
        assert [] == [row for row in shown._state.overlay().rows if row.row.id == "a9"]
        if shown is not desk:
            await shown.close()


async def test_a_refusal_about_somebody_who_left_meanwhile_is_told_and_not_kept(cached: Cached) -> None:
    action = AddNote(application_id="a2", text="已经搬走", event_id="e1")
    await cached.desk.act(action)
    await cached.follow(page("c1", "c2", [gone("leave", "application", "a2")]))
    assert 1 == cached.desk.status.waiting
    await cached.confirm(1, "not-found")
    assert [ActionRefused(1, action, "not-found", "")] == [e for e in cached.events if isinstance(e, ActionRefused)]
    assert ([], 0, 0) == (cached.desk.refusals(), cached.desk.status.refused, cached.desk.status.waiting)
    assert [] == cached.desk.recorded._file().entries()


async def test_an_access_leaves_its_line_and_the_row_as_it_was(cached: Cached) -> None:
    await cached.desk.act(LogContact(application_id="a2", access="reveal", event_id="e1"))
    assert application(2) == await cached.row(2)
    assert ["reveal"] == [line.kind for line in await cached.desk.history(["a2"])]
    assert [HistoryChanged(frozenset({"a2"}))] == [e for e in cached.events if isinstance(e, HistoryChanged)]


async def test_applicants_to_other_jobs_who_would_fit_follow_an_unconfirmed_move(cached: Cached) -> None:
    desk = cached.desk
    assert ["a3", "a2", "a1"] == [one.row.id for one in (await desk.seekers("j2")).found][::-1]
    await desk.act(
        AssignApplication(application_id="a2", event_id="e1", base_status="new", job_id="j2", consent_confirmed=True)
    )
    found = await desk.seekers("j2")
    assert (["a1", "a3"], 2, False) == ([one.row.id for one in found.found], found.compared, found.bounded)
    assert Seekers() == await desk.seekers("unknown")


async def test_who_may_not_see_persons_is_told_of_nobody(cached: Cached) -> None:
    await cached.desk.signed_in(replace(ME, permissions=["feed:read", "job:write"]))
    assert Seekers() == await cached.desk.seekers("j2")


async def test_what_is_asked_while_the_cache_is_deleted_has_its_answer(cached: Cached) -> None:
    desk = cached.desk
    deleting = asyncio.create_task(desk.withdraw())
    asked = []
    while not deleting.done():
        asked.append(asyncio.create_task(desk.cities()))
        await asyncio.sleep(0)
    await deleting
    assert [] == (await asyncio.gather(*asked))[-1]
    assert not desk.files.cache.exists()


async def test_a_cache_that_was_deleted_needs_not_be_put_aside(cached: Cached) -> None:
    desk = cached.desk
    desk.lose_cache()
    await desk.withdraw()
    await desk.put_damaged_aside()
    assert [] == desk.quarantined
