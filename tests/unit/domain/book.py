"""Rows in memory that actions read and write."""

from __future__ import annotations

from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.entities import AirEvent, AirSegment, Broadcast, Entity, Job, LineupItem, Vacancy, Versioned


class MemoryBook:
    """A :class:`kzg_desktop.domain.actions.Book` that keeps what is done to it."""

    def __init__(self, *rows: Entity) -> None:
        self.rows: dict[tuple[str, str], Versioned] = {(row.entity, row.id): Versioned(1, row) for row in rows}

    def get(self, entity: str, id_: str) -> Versioned | None:
        return self.rows.get((entity, id_))

    def segments(self, broadcast_id: str) -> list[AirSegment]:
        return [
            v.row for v in self.rows.values() if isinstance(v.row, AirSegment) and v.row.broadcast_id == broadcast_id
        ]

    def do(self, action: Action, at: int = 0, actor: str = "me") -> list[Entity | None]:
        """Carry *action* out and return the rows that it wrote."""
        writes = action.writes(self, at, actor)
        for write in writes:
            found = self.rows.pop((write.entity, write.id), None)
            if write.row is not None:
                self.rows[write.entity, write.id] = Versioned(found.rev + 1 if found else 1, write.row)
        return [write.row for write in writes]

    def segment(self, id_: str) -> AirSegment:
        row = self.rows["air_segment", id_].row
        assert isinstance(row, AirSegment)
        return row

    def broadcast(self, id_: str = "b") -> Broadcast:
        row = self.rows["broadcast", id_].row
        assert isinstance(row, Broadcast)
        return row

    def events(self) -> list[AirEvent]:
        """Return the as-run log by time."""
        events = [v.row for v in self.rows.values() if isinstance(v.row, AirEvent)]
        return sorted(events, key=lambda e: (e.at, e.id))

    def vacancy(self, job_id: str) -> Vacancy | None:
        found = self.rows.get(("vacancy", job_id))
        return found.row if found is not None and isinstance(found.row, Vacancy) else None


CARD = Job(id="j", employer_id="o", hiring_organization="北辰电子", title="装配工", total_job_openings=2)
OTHER = Job(id="k", employer_id="p", hiring_organization="南岭家电", title="质检员")


def on_stage() -> MemoryBook:
    """Return a book with one broadcast of two cards, i with the job j and l with k."""
    return MemoryBook(
        CARD,
        OTHER,
        Broadcast(id="b", title="华北专场"),
        LineupItem(id="i", broadcast_id="b", job_id="j", employer_id="o", position="a0"),
        LineupItem(id="l", broadcast_id="b", job_id="k", employer_id="p", position="a1"),
    )
