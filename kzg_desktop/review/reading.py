"""What a review reads from the cache: applications without names, and totals over all broadcasts in SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.domain.hiring import Handling
from kzg_desktop.review.facts import Sent
from kzg_desktop.review.stages import STAGES, Stage

__all__ = ["SQL_RANK", "Margin", "Progress", "Totals", "no_progress", "read_margins", "read_sent"]

Margin: TypeAlias = Literal["broadcast", "employer", "city", "age_band", "channel"]
"""What totals are by: broadcast and employer by their ids."""

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many of how many applications are counted, on the thread that counts."""

SQL_RANK = (
    "CASE WHEN status IN ('hired', 'left', 'gave_up', 'withdrawn') AND handling <> '' THEN CASE"
    " WHEN status IN ('hired', 'left') OR instr(handling, '\"hired\":') OR instr(handling, '\"left\":') THEN"
    " CASE coalesce(json_extract(handling, '$.milestone'), 0) WHEN 7 THEN 6 WHEN 15 THEN 7 WHEN 30 THEN 8 ELSE 5 END"
    " WHEN instr(handling, '\"passed\":') OR instr(handling, '\"declined\":') THEN 4"
    " WHEN instr(handling, '\"interviewed\":') OR instr(handling, '\"failed\":') THEN 3"
    " WHEN instr(handling, '\"interview_booked\":') OR instr(handling, '\"no_show\":') THEN 2"
    " WHEN instr(handling, '\"reached\":') OR instr(handling, '\"considering\":')"
    " OR instr(handling, '\"not_interested\":') THEN 1 ELSE 0 END"
    " ELSE CASE status WHEN 'reached' THEN 1 WHEN 'considering' THEN 1 WHEN 'not_interested' THEN 1"
    " WHEN 'interview_booked' THEN 2 WHEN 'no_show' THEN 2 WHEN 'interviewed' THEN 3 WHEN 'failed' THEN 3"
    " WHEN 'passed' THEN 4 WHEN 'declined' THEN 4 WHEN 'hired' THEN 5 WHEN 'left' THEN 5 ELSE 0 END END"
)
"""How far one came, as :func:`kzg_desktop.review.stages.reached_rank` finds it. The steps are asked for only where one
gave up or withdrew: in all other states the state tells, and a step that was undone leaves none. An index holds it, and
is used only by a question that says the same."""

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


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody how far counting is."""


def read_sent(connection: dbapi2.Connection, broadcast_id: str) -> list[Sent]:
    """Return all applications of a broadcast by time."""
    return [_sent(row) for row in connection.execute(_SENT, (broadcast_id,))]


def read_margins(
    connection: dbapi2.Connection, broadcast_ids: Collection[str] | None = None, progress: Progress = no_progress
) -> dict[Margin, dict[str, Totals]]:
    """Return totals by one thing at a time, of these broadcasts or of all; each sums up to everything counted."""
    found: dict[Margin, dict[str, list[int]]] = {margin: {} for margin in _MARGINS}
    lines = tuple(Counter[str]() for _ in _LINES)
    total = _to_count(connection, broadcast_ids)
    done = 0
    for broadcast_id, count, repeats, ranks, *texts in _by_broadcast(connection, broadcast_ids):
        found["broadcast"][broadcast_id] = [*map(ranks.count, _RANKS), repeats]
        for counter, text in zip(lines, texts, strict=True):
            counter.update(text.split(_ROW))
        done += count
        progress(done, max(done, total))
    for margins, counter in zip(_LINES, lines, strict=True):
        _take_apart(counter, [found[margin] for margin in margins])
    return {margin: {key: _summed(counts) for key, counts in by.items()} for margin, by in found.items()}


# Counting. Grouping 360,000 rows by several things takes SQLite longer than reading them, and handing them over one by
# one takes Python longer. So an index is walked that has all that is counted, each broadcast comes as a long text, and
# taking that apart and counting its lines are two calls.

_MARGINS: tuple[Margin, ...] = ("broadcast", "employer", "city", "age_band", "channel")
_LINES: tuple[tuple[Margin, ...], ...] = (("employer",), ("city", "age_band", "channel"))
_COLUMNS: Mapping[Margin, str] = {
    "employer": "employer_id",
    "city": "city",
    "age_band": "age_band",
    "channel": "channel",
}
_RANKS = tuple(str(rank) for rank in range(len(STAGES)))
_FIELD, _ROW = "\x1f", "\x1e"
_THESE = "broadcast_id IN (SELECT value FROM json_each(:ids))"


def _to_count(connection: dbapi2.Connection, broadcast_ids: Collection[str] | None) -> int:
    where = f" WHERE {_THESE}" if broadcast_ids is not None else ""
    sql = f"SELECT coalesce(sum(applications), 0) FROM tally{where}"  # noqa: S608 -- names of our own
    count: int = connection.execute(sql, _asked(broadcast_ids)).fetchone()[0]
    return count


def _by_broadcast(connection: dbapi2.Connection, broadcast_ids: Collection[str] | None) -> Iterator[tuple[Any, ...]]:
    """Yield each broadcast's id, count, repeats, how far each came as a digit, and a text for each of the lines.

    Where a city or a channel holds one of the signs that part fields, it is asked again without them.
    """
    where = f"WHERE {_THESE}" if broadcast_ids is not None else ""
    for row in connection.execute(_counting(where), _asked(broadcast_ids)):
        if _is_clean(row):
            yield row
        else:
            yield connection.execute(_counting("WHERE broadcast_id = :id", clean=True), {"id": row[0]}).fetchone()


def _asked(broadcast_ids: Collection[str] | None) -> dict[str, str]:
    return {"ids": msgspec.json.encode(list(broadcast_ids or ())).decode()}


def _is_clean(row: tuple[Any, ...]) -> bool:
    _id, count, _repeats, _ranks, *texts = row
    return all(
        (text.count(_FIELD), text.count(_ROW)) == (count * len(line), count - 1)
        for line, text in zip(_LINES, texts, strict=True)
    )


@cache
def _counting(where: str, *, clean: bool = False) -> str:
    """Return the question; a line has its fields, and then how far that one came and whether they applied before."""
    sign = "replace(replace({0}, char(31), ' '), char(30), ' ')" if clean else "{0}"
    texts = (" || char(31) || ".join(sign.format(_COLUMNS[margin]) for margin in line) for line in _LINES)
    gathered = (f"group_concat({text} || char(31) || {SQL_RANK} || repeat, char(30))" for text in texts)
    return (
        f"SELECT broadcast_id, count(*), sum(repeat), group_concat({SQL_RANK}, ''), {', '.join(gathered)}"  # noqa: S608 -- names of our own
        f" FROM application INDEXED BY application_received {where} GROUP BY broadcast_id"
    )


def _take_apart(counts: Counter[str], margins: Sequence[dict[str, list[int]]]) -> None:
    """Add lines with their counts to each of *margins*."""
    for line, count in counts.items():
        *keys, outcome = line.split(_FIELD)
        rank, repeat = int(outcome[0]), outcome[1] == "1"
        for by_key, key in zip(margins, keys, strict=True):
            found = by_key.setdefault(key, [0] * (len(STAGES) + 1))
            found[rank] += count
            found[-1] += count * repeat


def _summed(counts: Sequence[int]) -> Totals:
    """Return totals of *counts* by the furthest stage, the repeats last: whoever came further came to all before."""
    stages: dict[Stage, int] = {}
    total = 0
    for rank in range(len(STAGES) - 1, -1, -1):
        total += counts[rank]
        if total:
            stages[STAGES[rank]] = total
    return Totals(total=total, repeats=counts[-1], stages=stages)


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
