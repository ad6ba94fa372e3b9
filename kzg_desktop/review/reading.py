"""What a review reads from the cache: applications without names, and totals over all broadcasts in SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.domain.hiring import Handling
from kzg_desktop.domain.states import STEPS
from kzg_desktop.review.facts import Sent
from kzg_desktop.review.stages import STAGES, Stage, reached_rank

__all__ = ["Margin", "Totals", "read_margins", "read_sent"]

Margin: TypeAlias = Literal["broadcast", "employer", "city", "age_band", "channel"]
"""What totals are by: broadcast and employer by their ids."""

_SENT = (
    "SELECT n, received_at, job_id, employer_id, job_title, channel, city, age_band, repeat, status, handling"
    " FROM application WHERE broadcast_id = ? ORDER BY received_at, n"
)

_handling = msgspec.json.Decoder(Handling)
_UNTOUCHED = Handling()


class Totals(Struct, kw_only=True):
    """Counts of one group of applications: all, those of people who applied before, and how far they came."""

    total: int = 0
    repeats: int = 0
    stages: dict[Stage, int] = {}

    def add(self, other: Totals) -> None:
        """Count *other*, too."""
        self.total += other.total
        self.repeats += other.repeats
        for stage, count in other.stages.items():
            self.stages[stage] = self.stages.get(stage, 0) + count


def read_sent(connection: dbapi2.Connection, broadcast_id: str) -> list[Sent]:
    """Return all applications of a broadcast by time."""
    return [_sent(row) for row in connection.execute(_SENT, (broadcast_id,))]


def read_margins(
    connection: dbapi2.Connection, broadcast_ids: Collection[str] | None = None
) -> dict[Margin, dict[str, Totals]]:
    """Return totals by one thing at a time, of these broadcasts or of all; each sums up to everything counted."""
    found: dict[Margin, dict[str, Totals]] = {}
    for columns, counts in zip(_LINES, _counted(connection, _LINES, broadcast_ids), strict=True):
        for place, column in enumerate(columns):
            by_value: dict[str, list[int]] = {}
            for key, count in counts.items():
                _add(by_value.setdefault(key[place], [0] * _WIDTH), count)
            found[_MARGINS[column]] = {value: _summed(count) for value, count in by_value.items()}
    return found


# Counting. Grouping 360,000 rows takes SQLite longer than reading them, and so does handing them over one by one: one
# long text that is taken apart here is the quickest way.

_LINES = (("broadcast_id", "employer_id"), ("city", "age_band", "channel"))
_MARGINS: dict[str, Margin] = {
    "broadcast_id": "broadcast",
    "employer_id": "employer",
    "city": "city",
    "age_band": "age_band",
    "channel": "channel",
}
_OUTCOME = 4
"""Fields of a line that tell what became of an application."""
_WIDTH = len(STAGES) + 1
"""Counts by the furthest stage, and of repeats."""
_FIELD, _ROW = "\x1f", "\x1e"
_PORTION = 20_000
"""Arrival numbers to one text: taking a text of all of them apart would hold up every other thread."""
_FEW = 30
"""So many broadcasts are picked through the index sooner than all rows are walked through."""
_PICKED = "broadcast_id IN (SELECT value FROM json_each(:ids))"


def _counted(
    connection: dbapi2.Connection, lines: Sequence[tuple[str, ...]], broadcast_ids: Collection[str] | None = None
) -> list[dict[tuple[str, ...], list[int]]]:
    """Return, for each of *lines*, counts by the values of its columns."""
    found: list[dict[tuple[str, ...], list[int]]] = [{} for _ in lines]
    counts = Counter[str]()
    for where, asked in _portions(connection, broadcast_ids):
        counts.update(_told(connection, tuple(lines), where, asked))
    for line, count in counts.items():
        number, *key, repeat, status, step, milestone = line.split(_FIELD)
        group = found[int(number)].setdefault(tuple(key), [0] * _WIDTH)
        group[_rank(status, step, milestone)] += count
        if repeat == "1":
            group[-1] += count
    return found


def _portions(
    connection: dbapi2.Connection, broadcast_ids: Collection[str] | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield conditions with their parameters, which together take in each application once."""
    asked: dict[str, Any] = {"ids": msgspec.json.encode(list(broadcast_ids or ())).decode()}
    if broadcast_ids is not None and len(broadcast_ids) <= _FEW:
        yield _PICKED, asked
        return
    these = "" if broadcast_ids is None else f" AND +{_PICKED}"
    least, greatest = connection.execute("SELECT min(n), max(n) FROM application").fetchone()
    for first in range(least, greatest + 1, _PORTION) if least is not None else ():
        yield f"n BETWEEN :first AND :last{these}", asked | {"first": first, "last": first + _PORTION - 1}


def _told(
    connection: dbapi2.Connection, lines: tuple[tuple[str, ...], ...], where: str, asked: dict[str, Any]
) -> list[str]:
    """Return *lines* of each application that *where* takes in.

    Where a city or a channel holds one of the signs that part fields, it is asked again without them.
    """
    signs = sum(len(columns) + _OUTCOME for columns in lines)
    for clean in (False, True):
        rows, text = connection.execute(f"{_counting(lines, clean)} WHERE {where}", asked).fetchone()
        if not rows:
            return []
        if (text.count(_FIELD), text.count(_ROW)) == (rows * signs, rows * len(lines) - 1):
            break
    return list(text.split(_ROW))


def _add(counts: list[int], more: Sequence[int]) -> None:
    for place, count in enumerate(more):
        counts[place] += count


def _summed(counts: Sequence[int]) -> Totals:
    """Return totals of *counts* by the furthest stage, the repeats last: whoever came further came to all before."""
    stages: dict[Stage, int] = {}
    total = 0
    for rank in range(len(STAGES) - 1, -1, -1):
        total += counts[rank]
        if total:
            stages[STAGES[rank]] = total
    return Totals(total=total, repeats=counts[-1], stages=stages)


@cache
def _rank(status: str, step: str, milestone: str) -> int:
    steps = {step: 1} if step else {}
    return reached_rank(Sent(n=0, at=0, job_id="", status=status, steps=steps, milestone=int(milestone)))


@cache
def _counting(lines: tuple[tuple[str, ...], ...], clean: bool) -> str:
    """Return the question for *lines* of each application: columns, its state, and how far it came before."""
    fallen = ", ".join(f"'{status}'" for status in _fell_back())
    further = sorted((s for s in STEPS if _rank(s, "", "0")), key=lambda status: -_rank(status, "", "0"))
    steps = " ".join(f"WHEN instr(handling, '\"{status}\":') THEN '{status}'" for status in further)
    step = f"CASE WHEN handling = '' OR status NOT IN ({fallen}) THEN '' {steps} ELSE '' END"
    stayed = f"CASE WHEN handling = '' OR status NOT IN ('hired', 'left', {fallen}) THEN 0"
    milestone = f"{stayed} ELSE coalesce(json_extract(handling, '$.milestone'), 0) END"
    outcome = f"repeat, status, {step}, {milestone}"
    sign = "replace(replace({0}, char(31), ' '), char(30), ' ')" if clean else "{0}"
    texts = [
        f"concat_ws(char(31), '{number}', {', '.join(map(sign.format, columns))}, {outcome})"
        for number, columns in enumerate(lines)
    ]
    return f"SELECT count(*), group_concat(concat_ws(char(30), {', '.join(texts)}), char(30)) FROM application"  # noqa: S608 -- names of our own


@cache
def _fell_back() -> tuple[str, ...]:
    """Return the states of somebody who may have come further before, such as gave_up: only there steps are asked for.

    In all others the state tells: a step that was undone leaves none.
    """
    return tuple(status for status in STEPS if max(_rank(a, "", "0") for a in _before(status)) > _rank(status, "", "0"))


def _before(status: str) -> set[str]:
    """Return *status* with all states on any way to it."""
    if status == "withdrawn":
        return set(STEPS)
    found = {status}
    while more := {a for a, after in STEPS.items() if found & {*after}} - found:
        found |= more
    return found


def _sent(row: tuple[Any, ...]) -> Sent:
    n, at, job_id, employer_id, job_title, channel, city, age_band, repeat, status, text = row
    handling = _handling.decode(text) if text else _UNTOUCHED
    return Sent(
        n=n,
        at=at,
        job_id=job_id,
        employer_id=employer_id,
        job_title=job_title,
        channel=channel,
        city=city,
        age_band=age_band,
        repeat=bool(repeat),
        status=status,
        steps=handling.steps,
        milestone=handling.milestone,
        exit_reason=handling.exit_reason,
        first_call_at=handling.first_called_at,
    )
