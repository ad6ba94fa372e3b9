"""An invented campaign, as the actions that make it."""

from __future__ import annotations

from kzg_desktop.domain.actions import Action, AddToLineup, PutBroadcast, PutJob, PutOrganization, TakeCard
from kzg_desktop.domain.entities import Broadcast, Job, LineupItem, Organization

JOB = Job(id="j1", employer_id="o1", hiring_organization="北辰电子", title="装配工")
OTHER = Job(id="j2", employer_id="o2", hiring_organization="南岭家电", title="质检员")
CAMPAIGN: list[Action] = [
    PutOrganization(organization=Organization(id="o1", name="北辰电子")),
    PutOrganization(organization=Organization(id="o2", name="南岭家电")),
    PutJob(job=JOB, base_version=0),
    PutJob(job=OTHER, base_version=0),
    PutBroadcast(broadcast=Broadcast(id="b1", title="华北专场")),
    AddToLineup(item=LineupItem(id="i1", broadcast_id="b1", job_id="j1", employer_id="", position="a0")),
    AddToLineup(item=LineupItem(id="i2", broadcast_id="b1", job_id="j2", employer_id="", position="a1")),
]


def take(segment_id: str, card: Job = JOB, item_id: str = "i1", *, rehearsal: bool = False) -> TakeCard:
    return TakeCard(
        segment_id=segment_id, broadcast_id="b1", item_id=item_id, card=card, planned_s=300, rehearsal=rehearsal
    )
