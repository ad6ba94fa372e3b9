"""Totals over broadcasts: what SQL counts is what the applications themselves say, in each way to look at it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from kzg_desktop.cache.application_rows import application_row
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.entities import Application, Broadcast, Job, LineupItem
from kzg_desktop.domain.hiring import Handling
from kzg_desktop.domain.states import STEPS
from kzg_desktop.review.campaign import add_up, campaigns, read_campaign
from kzg_desktop.review.documents.blocks import Grid
from kzg_desktop.review.documents.campaign import campaign_book, campaign_report, campaign_text
from kzg_desktop.review.reading import Totals, read_margins, read_sent
from kzg_desktop.review.stages import STAGES, reached_rank
from tests.unit.cache.samples import page, put
from tests.unit.cache.store import Store
from tests.unit.review.invented import T0, application

CITIES = ("潍坊", "青岛市黄岛区", "", "天津", "odd\x1fcity\x1e")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dbapi2.Connection]:
    """An empty cache with two campaigns' broadcasts, lineups and jobs."""
    path: Path = tmp_path_factory.mktemp("campaign") / "cache.db"
    store = Store(path)
    places = ("山东省潍坊市高新区", "天津市西青区", "工厂旁")
    jobs = [
        Job(id=f"j{n}", employer_id=f"o{n % 2}", hiring_organization=f"企业{n % 2}", title=f"岗位{n}",
            total_job_openings=None if n == 2 else 100 * (n + 1), job_location=places[n])
        for n in range(3)
    ]  # fmt: skip
    items = [
        LineupItem(id=f"i{b}{job.id}", broadcast_id=f"b{b}", job_id=job.id, employer_id=job.employer_id, position="a")
        for b in range(2)
        for job in jobs
    ]
    store.apply(page("c0", "c1", [put(row) for row in (*BROADCASTS, *jobs, *items)]))
    store.close()
    with closing(connect(path, None)) as connection:
        yield connection


BROADCASTS = [
    Broadcast(id=f"b{n}", title=f"第 {n} 场", campaign="华北专场" if n < 2 else "", host_name="小周", starts_at=T0 + n)
    for n in range(3)
]


def _walk(chance: random.Random, length: int) -> tuple[str, Handling]:
    """Return a state that steps of the domain lead to, with what is remembered of the way."""
    status, steps = "new", dict[str, int]()
    for at in range(length):
        after = (*STEPS[status], *(["withdrawn"] if status != "withdrawn" and chance.random() < 0.1 else []))
        if not after:
            break
        status = chance.choice(after)
        steps.setdefault(status, T0 + at)
    milestone = chance.choice((0, 7, 15, 30)) if "hired" in steps else 0
    reason = 'he said "hired": 30, {"passed":1}'
    return status, Handling(steps=steps, milestone=milestone, reason=reason) if steps else Handling()


def _fill(connection: dbapi2.Connection, seed: int, count: int) -> None:
    chance = random.Random(seed)
    connection.execute("DELETE FROM application")
    for n in range(1, count + 1):
        status, handling = _walk(chance, chance.randrange(12))
        row = Application(
            id=f"a{n}", n=n, broadcast_id=f"b{chance.randrange(3)}", job_id=f"j{chance.randrange(3)}",
            employer_id=f"o{chance.randrange(2)}", job_title="x", received_at=T0 + n, name="王小明", phone=f"138{n:08}",
            city=chance.choice(CITIES), age_band=chance.choice(("", "18-24")), channel=chance.choice(("form", "sheet")),
            repeat=chance.random() < 0.2, status=status, handling=handling,
        )  # fmt: skip
        values = application_row(row, 1, row.scope)
        connection.execute(f"INSERT INTO application VALUES ({', '.join('?' * len(values))})", values)


def _expected(connection: dbapi2.Connection, ids: set[str]) -> dict[str, dict[str, Totals]]:
    """Count one by one."""
    found: dict[str, dict[str, Totals]] = {by: {} for by in ("broadcast", "employer", "city", "age_band", "channel")}
    for id_ in ids:
        for one in read_sent(connection, id_):
            reached = dict.fromkeys(STAGES[: reached_rank(one) + 1], 1)
            single = Totals(total=1, repeats=int(one.repeat), stages=reached)
            city = one.city.replace("\x1f", " ").replace("\x1e", " ")
            keys = {"broadcast": id_, "employer": one.employer_id, "city": city, "age_band": one.age_band}
            for by, key in (keys | {"channel": one.channel}).items():
                found[by].setdefault(key, Totals(stages={})).add(single)
    return found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), count=st.integers(0, 60), only=st.sampled_from([None, ["b0"], ["b0", "b1"], []]))
def test_what_is_counted_is_what_is_cached(cache, seed, count, only) -> None:
    _fill(cache, seed, count)
    ids = {"b0", "b1", "b2"} if only is None else set(only)
    assert _expected(cache, ids) == read_margins(cache, only)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), count=st.integers(0, 60))
def test_every_way_of_counting_adds_up_to_all(cache, seed, count) -> None:
    _fill(cache, seed, count)
    assert [count] * 5 == [sum(totals.total for totals in by.values()) for by in read_margins(cache).values()]


def test_many_broadcasts_are_sifted_as_few_are_picked(cache) -> None:
    _fill(cache, 3, 50)
    many = ["b0", "b1", *(f"none{n}" for n in range(100))]
    assert read_margins(cache, ["b0", "b1"]) == read_margins(cache, many)


def test_a_campaign_adds_up_each_way(cache) -> None:
    _fill(cache, 5, 200)
    names = {"o0": "歌澜声学"}
    found = read_campaign(cache, "华北专场", BROADCASTS[:2], names)
    total = found.totals.total
    assert total == len(read_sent(cache, "b0")) + len(read_sent(cache, "b1"))
    for parts in (
        [totals for _one, totals in found.broadcasts],
        [line.totals for line in found.employers],
        [line.totals for line in found.regions],
        found.age_bands.values(),
        found.channels.values(),
        found.hosts.values(),
        found.audiences.values(),
    ):
        assert total == sum(part.total for part in parts)
    assert (3, 300, 1) == (found.jobs, found.openings, found.unstated)
    assert 300 == sum(line.openings for line in found.employers) == sum(line.openings for line in found.regions)
    assert {"歌澜声学", "企业1"} == {line.name for line in found.employers}
    assert {"山东 潍坊", "山东 青岛", "天津", "", "odd city "} == {line.region for line in found.regions}
    assert "" == found.regions[-1].region


def test_campaigns_come_latest_first_and_none_is_one_too() -> None:
    found = campaigns(BROADCASTS)
    assert ["", "华北专场"] == list(found)
    assert ["b1", "b0"] == [one.id for one in found["华北专场"]]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_documents_of_a_campaign_hold_its_sums(cache, language) -> None:
    _fill(cache, 5, 200)
    found = read_campaign(cache, "华北专场", BROADCASTS[:2], {})
    text = campaign_text(found, language)
    assert f"{found.totals.total:,}" in text
    grids = [block for block in campaign_report(found, language, made_at=T0).blocks if isinstance(block, Grid)]
    for grid in grids:
        place = len(grid.columns) - 3
        assert found.totals.total == sum(int(row[place].replace(",", "")) for row in grid.rows)
    for sheet in campaign_book(found, language)[1:]:
        place = len(sheet.columns) - len(STAGES) - 1
        assert found.totals.total == sum(row[place] for row in sheet.rows)


def test_an_empty_campaign_is_no_error() -> None:
    found = add_up("x", [], {}, [], {})
    assert "x" in campaign_text(found, "zh")
    assert 0 == campaign_report(found, "zh", made_at=T0).blocks.count(None)


def test_totals_are_read_from_an_index_alone(cache) -> None:
    for ids in (None, ["b0"]):
        asked: list[str] = []
        cache.set_trace_callback(asked.append)
        read_margins(cache, ids)
        cache.set_trace_callback(None)
        counting = next(sql for sql in asked if "group_concat" in sql)
        plan = [step[3] for step in cache.execute(f"EXPLAIN QUERY PLAN {counting}")]
        assert [True] == ["COVERING INDEX application_received" in step for step in plan if "application" in step]


def test_only_who_gave_up_or_withdrew_may_have_come_further_than_their_state_tells() -> None:
    def before(status: str) -> set[str]:
        found = {status}
        while more := {a for a, after in STEPS.items() if found & {*after}} - found:
            found |= more
        return found

    ranks = {status: reached_rank(application(1, 0, status=status)) for status in STEPS}
    fell = {status for status in STEPS if max(ranks[a] for a in before(status)) > ranks[status]}
    assert {"gave_up"} == fell - {"withdrawn"}


def test_progress_goes_on_to_all(cache) -> None:
    _fill(cache, 3, 50)
    told: list[tuple[int, int]] = []
    read_margins(cache, None, lambda done, total: told.append((done, total)))
    assert ((50, 50), sorted(told)) == (told[-1], told)
