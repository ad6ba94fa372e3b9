"""Making a report: read, painted, and only then logged, remembered and written; stopped halfway, nothing happened."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct
from sqlcipher3 import dbapi2

from kzg_desktop.domain.actions import LogExport
from kzg_desktop.domain.clock import Clock
from kzg_desktop.domain.entities import Application
from kzg_desktop.domain.ids import new_id
from kzg_desktop.errors import InvalidInput, Refusal
from kzg_desktop.hiring_services import HiringDesk
from kzg_desktop.review.desk import review_of
from kzg_desktop.review.documents.report import About, report
from kzg_desktop.review.documents.scope import employers_of, of_employer
from kzg_desktop.review.documents.words import Language, Say
from kzg_desktop.review.whole import DEFAULT_LAG_S, Review
from kzg_desktop.services import FeedQuery
from kzg_desktop.ui.kept_file import kept_file

__all__ = ["Made", "Progress", "ReportDesk", "Wish", "employer_names", "make", "painted", "save", "stoppable"]

T = TypeVar("T")
Progress = Callable[[int, int], None]
"""Told how many of how many pages are done; 0 of 0 while that is not known."""

_PORTION = 500


class ReportDesk(HiringDesk, Protocol):
    """A desk whose cache can be asked anything, and that knows what was exported."""

    async def ask(self, question: Callable[[dbapi2.Connection], T], default: T) -> T:
        """Return what *question* finds in the cache, on the cache's own thread; *default* while there is no cache."""


class Wish(Struct, frozen=True, kw_only=True):
    """What report is wanted: of one employer, or of all (""), into which files, and whether with names and phones."""

    broadcast_id: str
    language: Language
    employer_id: str = ""
    lag_s: int = DEFAULT_LAG_S
    personal: bool = False
    pdf: Path | None = None
    xlsx: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are wanted."""
        return tuple(path for path in (self.pdf, self.xlsx) if path is not None)


class Made(Struct, frozen=True, kw_only=True):
    """What a report is made of: the review, one employer's part where only that is wanted, and what it is about.

    *employers* are all of the broadcast, by id.
    """

    review: Review
    about: About
    employers: dict[str, str]


class Stopped(Exception):
    """Painting was stopped."""


async def make(desk: ReportDesk, clock: Clock, wish: Wish) -> Made:
    """Return what the wanted report is made of.

    Raises:
        InvalidInput: there is no such broadcast, or the employer has no part in it.
        Refusal: names and phones are wanted without the right to them.
        StoreError: the cache cannot be read.
    """
    if wish.personal and not desk.may(LogExport.permission):
        raise Refusal("not-allowed", "names and phones take the right to see personal data")
    broadcast = next((one for one in desk.broadcasts() if one.id == wish.broadcast_id), None)
    if broadcast is None:
        raise InvalidInput(f"there is no broadcast {wish.broadcast_id} here")
    whole = await review_of(desk, clock, broadcast, lag_s=wish.lag_s)
    employers = employer_names(desk, whole)
    if wish.employer_id and wish.employer_id not in employers:
        raise InvalidInput("that employer was not on air in this broadcast, and nobody applied to it")
    now = clock.now_ms()
    part = await asyncio.to_thread(of_employer, whole, wish.employer_id, now=now) if wish.employer_id else whole
    about = About(
        language=wish.language,
        made_at=now,
        employer=employers[wish.employer_id] if wish.employer_id else "",
        names=desk.names(),
        people=await _people(desk, wish) if wish.personal else None,
    )
    return Made(review=part, about=about, employers=employers)


def employer_names(desk: ReportDesk, whole: Review) -> dict[str, str]:
    """Return the employers of a broadcast by id."""
    known = {one.id: one.name for one in desk.organizations()}
    found = {id_: known.get(id_) or name or id_ for id_, name in employers_of(whole).items()}
    return dict(sorted(found.items(), key=lambda each: (each[1], each[0])))


async def save(
    desk: ReportDesk, clock: Clock, wish: Wish, progress: Progress = lambda _done, _total: None
) -> tuple[Path, ...]:
    """Make the wanted report, write its files, and return their paths.

    With names and phones, each file is logged for each employer and remembered before it is there.

    Raises:
        InvalidInput, Refusal, StoreError: see :func:`make`; or a file could not be written.
    """
    made = await make(desk, clock, wish)
    contents = await painted(made, wish, progress)
    for path, content in contents.items():
        if made.about.people is None:
            await _write(path, content)
        else:
            await _write_logged(desk, made.about, path, content)
    return tuple(contents)


async def painted(made: Made, wish: Wish, progress: Progress = lambda _done, _total: None) -> dict[Path, bytes]:
    """Return the contents of the wanted files, made on a thread that stops when this is cancelled."""
    return await stoppable(lambda go_on: _contents(made, wish, go_on), progress)


async def stoppable(work: Callable[[Progress], T], progress: Progress) -> T:
    """Return what *work* returns, run on a thread; what it is given tells *progress*, and raises once stopped."""
    stop, loop = threading.Event(), asyncio.get_running_loop()

    def go_on(done: int, total: int) -> None:
        if stop.is_set():
            raise Stopped
        loop.call_soon_threadsafe(progress, done, total)

    try:
        return await asyncio.to_thread(work, go_on)
    except asyncio.CancelledError:
        stop.set()
        raise


def _contents(made: Made, wish: Wish, go_on: Progress) -> dict[Path, bytes]:
    from kzg_desktop.exporting.review_book import book_bytes  # noqa: PLC0415 - only when something is exported
    from kzg_desktop.review.documents.workbook import workbook  # noqa: PLC0415 - the same
    from kzg_desktop.ui.report.pdf import pdf_of  # noqa: PLC0415 - the same

    contents: dict[Path, bytes] = {}
    if wish.pdf is not None:
        contents[wish.pdf] = pdf_of(report(made.review, made.about), go_on)
    if wish.xlsx is not None:
        title = made.review.facts.broadcast.title
        contents[wish.xlsx] = book_bytes(workbook(made.review, made.about), title, lambda: go_on(0, 0))
    return contents


async def _people(desk: ReportDesk, wish: Wish) -> list[Application]:
    numbers = await desk.feed_ids(FeedQuery(broadcast_id=wish.broadcast_id))
    rows: list[Application] = []
    for start in range(0, len(numbers), _PORTION):
        rows += await desk.feed_rows(numbers[start : start + _PORTION])
    wanted = [row for row in rows if wish.employer_id in {"", row.employer_id}]
    return sorted(wanted, key=lambda row: (row.received_at, row.n))


async def _write_logged(desk: ReportDesk, about: About, path: Path, content: bytes) -> None:
    people: Sequence[Application] = about.people or ()
    await desk.act(*_log(people, path, Say(about.language)))
    async with kept_file(desk, path, [row.id for row in people]):
        await _write(path, content)


def _log(people: Sequence[Application], path: Path, say: Say) -> list[LogExport]:
    what = f"{path.name} · {say('Broadcast review')}"
    counts = Counter(row.employer_id for row in people)
    return [
        LogExport(employer_id=employer_id, event_id=new_id(), what=what, rows=count)
        for employer_id, count in counts.items()
    ]


async def _write(path: Path, content: bytes) -> None:
    from kzg_desktop.exporting.atomic import write_whole  # noqa: PLC0415 - as above

    await asyncio.to_thread(write_whole, path, content)
