"""An employer's HR desk in memory: two employers, three applications from two phones, slots and colleagues."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from kzg_desktop.domain.actions import Action
from kzg_desktop.domain.entities import Application, Entity, Job
from kzg_desktop.domain.hiring import Handling, HistoryEntry, InterviewSlot
from kzg_desktop.errors import Refusal
from tests.unit.domain.book import MemoryBook

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
NOW = 1_788_235_200_000
"""2026-09-01 12:00 in China."""

JOB = Job(id="j", employer_id="o", hiring_organization="北辰电子", title="装配工", total_job_openings=20)
SECOND = Job(id="j2", employer_id="o", hiring_organization="北辰电子", title="质检员")
ELSEWHERE = Job(id="k", employer_id="p", hiring_organization="南岭家电", title="总装工")


def applicant(id_: str = "a", **fields: Any) -> Application:
    values = {
        "id": id_,
        "n": ord(id_[0]),
        "broadcast_id": "b",
        "job_id": "j",
        "employer_id": "o",
        "job_title": "装配工",
        "received_at": NOW,
        "name": "王小明",
        "phone": "13800138000",
        "person_id": "p1",
    }
    return Application(**(values | fields))


def slot(id_: str = "s", *, capacity: int = 2, starts_at: int = NOW + 2 * DAY, **fields: Any) -> InterviewSlot:
    return InterviewSlot(id=id_, employer_id="o", starts_at=starts_at, capacity=capacity, **fields)


class HrBook(MemoryBook):
    """A book with typed ways in, whose actions get event ids of their own."""

    def __init__(self, *rows: Entity) -> None:
        super().__init__(JOB, SECOND, ELSEWHERE, *(rows or (applicant(), slot())))
        self.events_made = 0

    def act(self, kind: type[Any], id_: str = "a", *, at: int = NOW, actor: str = "li", **fields: Any) -> list[Any]:
        """Carry out an action about the application *id_*, as its state is now."""
        self.events_made += 1
        if "base_status" in kind.__struct_fields__:
            fields = {"base_status": self.row(id_).status} | fields
        action = kind(application_id=id_, event_id=f"e{self.events_made}", **fields)
        return self.do(action, at, actor)

    def refused(self, kind: type[Any], id_: str = "a", **fields: Any) -> str:
        """Return the type of the refusal, "" when there is none."""
        before = dict(self.rows)
        try:
            self.act(kind, id_, **fields)
        except Refusal as refusal:
            assert before == self.rows, "a refusal changes nothing"
            return refusal.type
        return ""

    def row(self, id_: str = "a") -> Application:
        row = self.rows["application", id_].row
        assert isinstance(row, Application)
        return row

    def handling(self, id_: str = "a") -> Handling:
        return self.row(id_).handling

    def slot(self, id_: str = "s") -> InterviewSlot:
        row = self.rows["interview_slot", id_].row
        assert isinstance(row, InterviewSlot)
        return row

    def history(self) -> list[HistoryEntry]:
        return [v.row for v in self.rows.values() if isinstance(v.row, HistoryEntry)]

    def change(self, id_: str = "a", **fields: Any) -> None:
        found = self.rows["application", id_]
        self.rows["application", id_] = replace(found, row=replace(found.row, **fields))


def refusal_of(book: MemoryBook, action: Action, *, at: int = NOW, actor: str = "li") -> str:
    """Return the type of the refusal of *action*, "" when there is none."""
    try:
        action.writes(book, at, actor)
    except Refusal as refusal:
        return refusal.type
    return ""
