from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPersistentModelIndex, Qt

from kzg_desktop.domain.entities import Job, LineupItem
from kzg_desktop.domain.lineup import LineupRow, Standing
from kzg_desktop.models.lineup_list import LineupList, LineupRole

CARD = Job(id="j", employer_id="o", hiring_organization="海岳重工", title="焊装工")


def a_row(id_: str, applications: int = 0) -> LineupRow:
    item = LineupItem(id=id_, broadcast_id="b", job_id="j", employer_id="o", position=id_)
    return LineupRow(item=item, standing=Standing(job=CARD), number=1, mark="on_air", applications=applications)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.lists(st.lists(st.sampled_from("abcdefg"), unique=True, max_size=7), max_size=6))
def test_it_becomes_whatever_it_is_given_and_every_index_follows_its_item(watched, lineups: list[list[str]]) -> None:
    model = watched(LineupList())
    held: dict[str, QPersistentModelIndex] = {}
    for lineup in lineups:
        rows = [a_row(id_, applications=n) for n, id_ in enumerate(lineup)]
        model.apply(rows)
        assert tuple(rows) == model.rows
        for id_, index in held.items():
            assert (id_ in lineup) == index.isValid()
            assert not index.isValid() or id_ == index.data(LineupRole.ROW).item.id
        held = {row.item.id: QPersistentModelIndex(model.index(i)) for i, row in enumerate(rows)}


def test_only_what_changed_is_announced(watched, qtbot) -> None:
    model = watched(LineupList())
    model.apply([a_row("a"), a_row("b")])
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.apply([a_row("a"), replace(a_row("b"), applications=3)])
    assert changed.args[0].row() == 1


def test_a_screen_reader_hears_number_mark_title_and_employer(watched) -> None:
    model = watched(LineupList())
    model.apply([a_row("a")])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "1 on air 焊装工 海岳重工"


def test_a_job_that_may_not_be_seen_shows_its_id(watched) -> None:
    model = watched(LineupList())
    model.apply([replace(a_row("a"), standing=None)])
    assert model.index(0).data() == "j"
