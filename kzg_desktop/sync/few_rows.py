"""The rows of the entities that are few, as windows ask for them."""

from __future__ import annotations

from kzg_desktop.domain.entities import (
    AirEvent,
    AirSegment,
    Broadcast,
    Job,
    LineupItem,
    Organization,
    Vacancy,
)
from kzg_desktop.domain.figures import CardCost, Viewers
from kzg_desktop.domain.hiring import Colleague, DeskRules, InterviewSlot, PersonLink, Template
from kzg_desktop.sync.local_state import LocalState

__all__ = ["FewRows"]


class FewRows:
    """Answers at once, from a state in memory; see :class:`kzg_desktop.hiring_services.HiringDesk`."""

    def __init__(self) -> None:
        self._state = LocalState()

    def organizations(self) -> list[Organization]:
        return sorted(self._state.all(Organization), key=lambda o: (o.name, o.id))

    def jobs(self) -> list[Job]:
        jobs = [job for job in self._state.all(Job) if not job.archived]
        return sorted(jobs, key=lambda j: (j.hiring_organization, j.title, j.id))

    def job(self, job_id: str) -> Job | None:
        found = self._state.get("job", job_id)
        return found.row if found is not None and isinstance(found.row, Job) else None

    def vacancy(self, job_id: str) -> Vacancy | None:
        found = self._state.get("vacancy", job_id)
        return found.row if found is not None and isinstance(found.row, Vacancy) else None

    def broadcasts(self) -> list[Broadcast]:
        return sorted(self._state.all(Broadcast), key=lambda b: (b.starts_at, b.id), reverse=True)

    def lineup(self, broadcast_id: str) -> list[LineupItem]:
        items = [item for item in self._state.all(LineupItem) if item.broadcast_id == broadcast_id]
        return sorted(items, key=lambda i: (i.position, i.id))

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        return sorted(self._state.segments(broadcast_id), key=lambda s: (s.started_at, s.id))

    def air_events(self, broadcast_id: str) -> list[AirEvent]:
        events = [event for event in self._state.all(AirEvent) if event.broadcast_id == broadcast_id]
        return sorted(events, key=lambda e: (e.at, e.id))

    def viewers(self, broadcast_id: str) -> Viewers | None:
        found = self._state.get(Viewers.entity, broadcast_id)
        return found.row if found is not None and isinstance(found.row, Viewers) else None

    def card_costs(self, broadcast_id: str) -> dict[str, int]:
        costs = (cost for cost in self._state.all(CardCost) if cost.broadcast_id == broadcast_id)
        return {cost.job_id: cost.cost_yuan for cost in costs}

    @property
    def hub_ahead_ms(self) -> int:
        return self._state.hub_ahead_ms or 0

    def colleagues(self) -> list[Colleague]:
        present = [one for one in self._state.all(Colleague) if not one.gone]
        return sorted(present, key=lambda c: (c.name, c.id))

    def slots(self) -> list[InterviewSlot]:
        return sorted(self._state.all(InterviewSlot), key=lambda s: (s.starts_at, s.id))

    def templates(self) -> list[Template]:
        return sorted(self._state.all(Template), key=lambda t: (t.position, t.title, t.id))

    def person_links(self) -> list[PersonLink]:
        return sorted(self._state.all(PersonLink), key=lambda link: link.id)

    def desk_rules(self, employer_id: str) -> DeskRules:
        found = self._state.get(DeskRules.entity, employer_id)
        usual = DeskRules(id=employer_id, employer_id=employer_id)
        return found.row if found is not None and isinstance(found.row, DeskRules) else usual
