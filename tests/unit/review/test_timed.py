"""Funnels over all broadcasts with their times: the same as those of the applications themselves."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kzg_desktop.cache.application_rows import application_row
from kzg_desktop.cache.sqlite import connect
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.hiring import Handling
from kzg_desktop.domain.states import STEPS
from kzg_desktop.review.funnel import funnels_by
from kzg_desktop.review.reading import read_sent
from kzg_desktop.review.timed import read_funnels
from tests.unit.cache.store import build
from tests.unit.review.invented import MINUTE, T0


def _row(n: int, chance: random.Random) -> Application:
    status, steps, at = "new", dict[str, int](), T0 + n * MINUTE
    for _ in range(chance.randrange(9)):
        if not STEPS[status]:
            break
        status, at = chance.choice(sorted(STEPS[status])), at + chance.randrange(1, 90) * MINUTE
        steps.setdefault(status, at)
    called = min(steps.values(), default=0)
    milestone = chance.choice((0, 7, 30)) if status == "hired" else 0
    return Application(
        id=f"a{n}", n=n, broadcast_id=f"b{n % 3}", job_id=f"j{n % 5}", employer_id=f"o{n % 2}", job_title="x",
        received_at=T0 + n * MINUTE, name="王小明", phone=f"138{n:08}", city=chance.choice(("潍坊", "")),
        age_band=chance.choice(("18-24", "")), channel=chance.choice(("form", "sheet")), status=status,
        handling=Handling(first_called_at=called, steps=steps, milestone=milestone) if steps else Handling(),
    )  # fmt: skip


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dbapi2.Connection]:
    path: Path = tmp_path_factory.mktemp("timed") / "cache.db"
    build(path)
    chance = random.Random(11)
    with closing(connect(path, None)) as connection:
        for n in range(1, 400):
            values = application_row(_row(n, chance), 1, "o1")
            connection.execute(f"INSERT INTO application VALUES ({', '.join('?' * len(values))})", values)
        yield connection


@pytest.mark.parametrize(
    ("by", "field"),
    [
        ("employer", "employer_id"),
        ("job", "job_id"),
        ("city", "city"),
        ("age_band", "age_band"),
        ("channel", "channel"),
    ],
)
def test_they_are_what_the_applications_say(cache: dbapi2.Connection, by, field: str) -> None:
    sent = [one for number in range(3) for one in read_sent(cache, f"b{number}")]
    assert funnels_by(sent, lambda one: getattr(one, field)) == read_funnels(cache, by)


def test_by_broadcast_they_become_those_of_a_host_and_of_all(cache: dbapi2.Connection) -> None:
    sent = {number: read_sent(cache, f"b{number}") for number in range(3)}
    hosts = {"b0": "小周", "b1": "小周", "b2": "阿强"}
    named = [("小周", one) for number in (0, 1) for one in sent[number]] + [("阿强", one) for one in sent[2]]
    expected = {found.name: found for found in read_funnels(cache, "broadcast", hosts.__getitem__)}
    for host in ("小周", "阿强"):
        (found,) = funnels_by([one for name, one in named if name == host], lambda _one, host=host: host)
        assert found == expected[host]
    told: list[tuple[int, int]] = []
    (whole,) = read_funnels(cache, "broadcast", lambda _id: "", lambda done, total: told.append((done, total)))
    assert ((399, 399), 399) == (told[-1], whole.steps[0].count)
    assert [True] * 4 == [step.median_s is not None for step in whole.steps[1:5]]
    assert whole.first_call_s is not None


def test_of_nothing_there_is_none(tmp_path: Path) -> None:
    build(tmp_path / "empty.db")
    with closing(connect(tmp_path / "empty.db", None)) as connection:
        assert [] == read_funnels(connection, "job")
