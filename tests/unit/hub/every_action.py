"""One of each action, as an HR account of org-a could do them one after the other."""

from __future__ import annotations

from kzg_desktop.domain.actions import (
    Action,
    AddNote,
    AddToLineup,
    AssignApplication,
    BookInterview,
    ClaimApplication,
    ClearAir,
    HandOver,
    LinkPeople,
    LogContact,
    LogExport,
    MarkReminded,
    MoveInLineup,
    PlanLineupItem,
    PutBroadcast,
    PutCardCost,
    PutDeskRules,
    PutJob,
    PutOrganization,
    PutSlot,
    PutTemplate,
    PutViewers,
    RecordAttempt,
    RecordMilestone,
    ReleaseApplication,
    RemoveFromLineup,
    RemoveSlot,
    RemoveTemplate,
    SetApplicationStatus,
    SetFollowUp,
    SetMode,
    SetVacancy,
    SetWishes,
    SkipLineupItem,
    UndoStep,
    UnlinkPeople,
)
from kzg_desktop.domain.entities import Broadcast, LineupItem
from kzg_desktop.domain.figures import Viewers
from kzg_desktop.domain.hiring import DeskRules, InterviewSlot, PersonLink, Template, Wishes
from tests.unit.hub.live import job, organization, take

NOON = 1_790_050_000_000
_ITEM = LineupItem(id="i-c", broadcast_id="live-1", job_id="job-a", employer_id="org-a", position="a5")


def of_the_studio() -> list[Action]:
    return [
        PutOrganization(organization=organization(name="改名")),
        PutJob(job=job(title="改名"), base_version=1),
        SetVacancy(job_id="job-a", state="paused"),
        PutBroadcast(broadcast=Broadcast(id="live-1", title="改名")),
        AddToLineup(item=_ITEM),
        MoveInLineup(item_id="i-a", position="a8"),
        PlanLineupItem(item_id="i-a", planned_s=60),
        SkipLineupItem(item_id="i-a", skipped=True),
        SetMode(broadcast_id="live-1", mode="on_air", event_id="m1"),
        take("s1"),
        ClearAir(broadcast_id="live-1", event_id="e1"),
        RemoveFromLineup(item_id="i-a"),
        PutViewers(viewers=Viewers(id="live-1", views=760_000, samples=((NOON, 21_000),))),
        PutCardCost(broadcast_id="live-1", job_id="job-a", cost_yuan=300),
    ]


def of_the_desk(id_: str, *, me: str, colleague: str, persons: tuple[str, str], job_id: str = "job-a2") -> list[Action]:
    """Take an application of org-a from the first call to thirty days at work, and to another job of org-a."""
    events = iter(f"e{number}" for number in range(100))

    def step(before: str, after: str, **more: object) -> SetApplicationStatus:
        return SetApplicationStatus(application_id=id_, event_id=next(events), base_status=before, status=after, **more)

    of_it = {"application_id": id_}
    slot = InterviewSlot(id="slot-1", employer_id="org-a", starts_at=NOON, capacity=1, place="一号门")
    link = PersonLink(id="link-1", employer_id="org-a", kind="together", members=persons, note="夫妻")
    return [
        PutDeskRules(rules=DeskRules(id="org-a", employer_id="org-a", call_within_s=600)),
        PutTemplate(template=Template(id="template-1", employer_id="org-a", title="约面", text="{name}，您好")),
        PutSlot(slot=slot),
        ClaimApplication(**of_it, event_id=next(events)),
        LogContact(**of_it, event_id=next(events), access="reveal"),
        RecordAttempt(**of_it, event_id=next(events), outcome="no_answer"),
        SetFollowUp(**of_it, event_id=next(events), call_after=NOON),
        RecordAttempt(**of_it, event_id=next(events), outcome="answered", text="下午再打"),
        AddNote(**of_it, event_id=next(events), text="想住夫妻房"),
        SetWishes(**of_it, event_id=next(events), wishes=Wishes(shift="day", lodging=True)),
        step("reached", "considering"),
        UndoStep(**of_it, event_id=next(events), base_status="considering", reason="点错了"),
        BookInterview(**of_it, event_id=next(events), base_status="reached", slot_id="slot-1"),
        MarkReminded(**of_it, event_id=next(events)),
        step("interview_booked", "interviewed"),
        step("interviewed", "passed", starts_on=NOON),
        step("passed", "hired"),
        RecordMilestone(**of_it, event_id=next(events), base_status="hired", days=7),
        HandOver(**of_it, event_id=next(events), to=colleague),
        HandOver(**of_it, event_id=next(events), to=me, reason="回来了"),
        ReleaseApplication(**of_it, event_id=next(events)),
        AssignApplication(**of_it, event_id=next(events), base_status="hired", job_id=job_id),
        LinkPeople(link=link, application_ids=(id_,), event_id=next(events)),
        UnlinkPeople(link_id="link-1", application_ids=(id_,), event_id=next(events), reason="弄错了"),
        LogExport(employer_id="org-a", event_id=next(events), what="applicants.xlsx", rows=3),
        RemoveTemplate(template_id="template-1"),
        PutSlot(slot=InterviewSlot(id="slot-2", employer_id="org-a", starts_at=NOON, capacity=5)),
        RemoveSlot(slot_id="slot-2"),
        step("hired", "withdrawn", reason="不去了"),
    ]
