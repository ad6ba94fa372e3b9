"""A day in figures: what was broadcast, who signed up, whom HR reached, what is overdue, who came and who began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.domain.clock import CHINA, DAY_MS, Clock
from kzg_desktop.domain.entities import AirSegment, Broadcast
from kzg_desktop.review.attribution import Attributed, attribute
from kzg_desktop.review.campaign import Campaign, add_up, read_campaign
from kzg_desktop.review.cards import card_results, on_air_s
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.opener import Opener, opener
from kzg_desktop.review.reading import Progress, no_progress, read_sent
from kzg_desktop.review.whole import DEFAULT_LAG_S

__all__ = ["BroadcastLine", "Digest", "day_of", "digest_of", "read_digest"]


class BroadcastLine(Struct, frozen=True, kw_only=True):
    """A broadcast of the day: seconds on air and sign-ups, those of later days included."""

    broadcast: Broadcast
    on_air_s: int
    sign_ups: int


class Digest(Struct, frozen=True, kw_only=True):
    """A day in China. All but ``overdue`` count what happened on that day; ``overdue`` is as at ``at`` (UTC ms).

    ``interviews`` were to be on that day; of these ``came`` did and ``no_shows`` did not, as far as recorded.
    ``brought`` is what the day's broadcasts brought until now, on whatever day.
    """

    day: date
    at: int
    broadcasts: Sequence[BroadcastLine]
    sign_ups: int
    repeats: int
    reached: int
    booked: int
    interviews: int
    came: int
    no_shows: int
    hired: int
    overdue: int
    best: Opener | None
    brought: Campaign


_STATES = ("reached", "interview_booked", "hired")
_RECEIVED = "received_at >= :begins AND received_at < :ends"
_TOLD = "(instr(handling, :early) OR instr(handling, :late))"
_WHAT_HAPPENED = (
    f"SELECT {_RECEIVED}, repeat, CASE WHEN {_TOLD} THEN handling ELSE '' END FROM application NOT INDEXED"  # noqa: S608 -- names of our own
    f" WHERE n BETWEEN :first AND :last AND ({_RECEIVED} OR {_TOLD})"
)
"""A walk through all rows, in portions. Read as JSON are the few in which some time begins as one of that day does."""
_PORTION = 30_000
_SHARED_MS = 100_000_000
_INTERVIEWS = (
    "SELECT status, json_extract(CASE handling WHEN '' THEN '{}' ELSE handling END, '$.steps.interviewed') IS NOT NULL"
    " FROM application INDEXED BY application_appointment"
    " WHERE appointment_at > 0 AND appointment_at >= ? AND appointment_at < ?"
)
_OVERDUE = "SELECT count(*) FROM application INDEXED BY application_due WHERE due_at > 0 AND due_at <= ?"


def day_of(day: date) -> tuple[int, int]:
    """Return when that day begins in China, and the next one (UTC ms)."""
    begins = int(datetime.combine(day, time(), CHINA).timestamp()) * 1000
    return begins, begins + DAY_MS


class _Stepped(Struct):
    """What a digest needs of how an application was handled."""

    steps: dict[str, int] = {}


_stepped = msgspec.json.Decoder(_Stepped)


async def digest_of(desk: ReviewDesk, clock: Clock, day: date, progress: Progress = no_progress) -> Digest:
    """Return the digest of a day; counting does not hold up the caller's thread."""
    begins, ends = day_of(day)
    aired = {
        one: shown
        for one in desk.broadcasts()
        if begins - DAY_MS <= one.starts_at < ends + DAY_MS  # a show may go on past midnight
        and (shown := _shown(desk.segments(one.id), begins, ends)) is not None
        and (shown or begins <= one.starts_at < ends)
    }
    at = clock.now_ms()
    names = {one.id: one.name for one in desk.organizations()}

    def question(connection: dbapi2.Connection) -> Digest:
        return read_digest(connection, day, aired, names, at=at, progress=progress)

    return await desk.ask(question, _nothing(day, at))


def read_digest(
    connection: dbapi2.Connection,
    day: date,
    aired: Mapping[Broadcast, Sequence[AirSegment]],
    names: Mapping[str, str],
    *,
    at: int,
    progress: Progress = no_progress,
) -> Digest:
    """Return the digest of *day* as known at *at* (UTC ms).

    *aired* are its broadcasts with their segments, *names* the employers' by id.
    """
    begins, ends = day_of(day)
    sign_ups, repeats, reached, booked, hired = _happened(connection, begins, ends, progress)
    interviews = connection.execute(_INTERVIEWS, (begins, ends)).fetchall()
    (overdue,) = connection.execute(_OVERDUE, (at,)).fetchone()
    lines: list[BroadcastLine] = []
    attributed: list[Attributed] = []
    for broadcast, segments in aired.items():
        sent = read_sent(connection, broadcast.id)
        attributed += attribute(sent, segments, DEFAULT_LAG_S)
        lines.append(BroadcastLine(broadcast=broadcast, on_air_s=on_air_s(segments, at), sign_ups=len(sent)))
    shown = [segment for segments in aired.values() for segment in segments]
    return Digest(
        day=day,
        at=at,
        broadcasts=sorted(lines, key=lambda line: (line.broadcast.starts_at, line.broadcast.id)),
        sign_ups=sign_ups,
        repeats=repeats,
        reached=reached,
        booked=booked,
        interviews=len(interviews),
        came=sum(bool(came) for _status, came in interviews),
        no_shows=sum(status == "no_show" for status, _came in interviews),
        hired=hired,
        overdue=overdue,
        best=opener(card_results(attributed, shown, until=at)),
        brought=read_campaign(connection, "", list(aired), names),
    )


def _happened(connection: dbapi2.Connection, begins: int, ends: int, progress: Progress) -> list[int]:
    """Return how many signed up, applied before, were reached, were booked and were hired in that time."""
    asked, counts = _asked(begins, ends), [0] * (2 + len(_STATES))
    least, greatest = connection.execute("SELECT min(n), max(n) FROM application").fetchone()
    for first in range(least, greatest + 1, _PORTION) if least is not None else ():
        last = min(first + _PORTION - 1, greatest)
        for received, repeat, handling in connection.execute(_WHAT_HAPPENED, asked | {"first": first, "last": last}):
            counts[0] += received
            counts[1] += received and repeat
            if handling:
                steps = _stepped.decode(handling).steps
                for place, state in enumerate(_STATES, 2):
                    counts[place] += begins <= steps.get(state, 0) < ends
        progress(last - least + 1, greatest - least + 1)
    return counts


def _asked(begins: int, ends: int) -> dict[str, Any]:
    early, late = (f":{at // _SHARED_MS}" for at in (begins, ends - 1))
    return {"begins": begins, "ends": ends, "early": early, "late": late}


def _shown(segments: Sequence[AirSegment], begins: int, ends: int) -> list[AirSegment]:
    """Return what viewers saw on that day."""
    return [
        s for s in segments if not s.rehearsal and s.started_at < ends and (s.ended_at is None or s.ended_at > begins)
    ]


def _nothing(day: date, at: int) -> Digest:
    return Digest(
        day=day, at=at, broadcasts=(), sign_ups=0, repeats=0, reached=0, booked=0, interviews=0, came=0, no_shows=0,
        hired=0, overdue=0, best=None, brought=add_up("", [], {}, [], {}),
    )  # fmt: skip
