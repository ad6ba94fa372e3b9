"""The daily digest as text to copy, as pages and as sheets."""

from __future__ import annotations

from kzg_desktop import __version__
from kzg_desktop.exporting.review_book import Sheet, SheetCell, SheetColumn
from kzg_desktop.review.digest import Digest
from kzg_desktop.review.documents.blocks import Block, Column, Cover, Document, Figure, Figures, Grid, Heading, Words
from kzg_desktop.review.documents.campaign import totals_blocks, totals_sheets
from kzg_desktop.review.documents.words import Language, Say, clock_words

__all__ = ["digest_book", "digest_report", "digest_text"]


def digest_report(digest: Digest, language: Language) -> Document:
    """Return the pages of a day: its figures, its broadcasts, and what these brought until now."""
    say = Say(language)
    day = _day(say, digest)
    blocks: list[Block] = [
        Cover(kind=say("Daily digest"), title=day, facts=((say("Made on"), say.when(digest.at)),)),
        Figures(_figures(say, digest)),
    ]
    if digest.broadcasts:
        blocks.append(Words(_best(say, digest)))
    if digest.overdue:
        blocks.append(Words(say("Overdue now: {n}, to be called first.", n=f"{digest.overdue:,}")))
    blocks += [Heading(say("Broadcasts of the day")), _broadcasts(say, digest)]
    if digest.broadcasts:
        blocks.append(
            Words(say("What follows is what these broadcasts brought until now, on whatever day."), quiet=True)
        )
        blocks += totals_blocks(say, digest.brought)
    made = say("Made by KZG Desktop {version} on {when}", version=__version__, when=say.when(digest.at))
    title = say("Daily digest, {day}", day=day)
    return Document(title=title, blocks=tuple(blocks), footer=made, page=say("Page {page} of {pages}"))


def digest_text(digest: Digest, language: Language) -> str:
    """Return the digest in lines that a chat shows well."""
    say = Say(language)
    lines = [say("Daily digest, {day}", day=_day(say, digest))]
    if not digest.broadcasts:
        lines.append(say("Nothing was broadcast."))
    for line in digest.broadcasts:
        host = f" ({line.broadcast.host_name})" if line.broadcast.host_name else ""
        lines.append(
            say("Broadcast: {title}, {time} on air, {n} sign-ups", title=f"{line.broadcast.title}{host}",
                time=clock_words(line.on_air_s), n=f"{line.sign_ups:,}")
        )  # fmt: skip
    lines += [f"{label}: {value}" for label, value in _facts(say, digest)]
    lines.append(_best(say, digest))
    if digest.overdue:
        lines.append(say("Overdue now: {n}, to be called first.", n=f"{digest.overdue:,}"))
    return "\n".join(lines)


def digest_book(digest: Digest, language: Language) -> list[Sheet]:
    """Return the digest as sheets: its figures, its broadcasts, and what these brought until now."""
    say = Say(language)
    figures: list[tuple[SheetCell, ...]] = [
        (say("Day"), digest.day.isoformat()),
        (say("Sign-ups"), digest.sign_ups),
        (say("Of people who applied before"), digest.repeats),
        (say("Reached"), digest.reached),
        (say("Interviews booked"), digest.booked),
        (say("Interviews on that day"), digest.interviews),
        (say("Came to the interview"), digest.came),
        (say("No-show"), digest.no_shows),
        (say("Started work"), digest.hired),
        (say("Overdue when this was made"), digest.overdue),
        (say("Best card"), digest.best.card.title if digest.best is not None else say("too few to tell")),
    ]
    columns = (
        SheetColumn(say("Broadcast")),
        SheetColumn(say("Campaign")),
        SheetColumn(say("Host")),
        SheetColumn(say("Began"), "time"),
        SheetColumn(say("On air"), "duration"),
        SheetColumn(say("Sign-ups"), "int"),
    )
    rows: list[tuple[SheetCell, ...]] = [
        (
            line.broadcast.title,
            line.broadcast.campaign,
            line.broadcast.host_name,
            line.broadcast.starts_at or None,
            line.on_air_s,
            line.sign_ups,
        )
        for line in digest.broadcasts
    ]
    what = (SheetColumn(say("What")), SheetColumn(say("Value")))
    return [
        Sheet(name=say("Daily digest"), columns=what, rows=tuple(figures)),
        Sheet(name=say("Broadcasts of the day"), columns=columns, rows=tuple(rows)),
        *(totals_sheets(say, digest.brought) if digest.broadcasts else ()),
    ]


def _day(say: Say, digest: Digest) -> str:
    return say("{y}-{m:02}-{d:02}", y=digest.day.year, m=digest.day.month, d=digest.day.day)


def _figures(say: Say, digest: Digest) -> tuple[Figure, ...]:
    again = say("{n} of them applied before", n=f"{digest.repeats:,}") if digest.repeats else ""
    came = say("{came} came, {away} did not", came=digest.came, away=digest.no_shows) if digest.interviews else ""
    return (
        Figure(label=say("Sign-ups"), value=f"{digest.sign_ups:,}", note=again),
        Figure(label=say("Reached"), value=f"{digest.reached:,}"),
        Figure(label=say("Interviews booked"), value=f"{digest.booked:,}"),
        Figure(label=say("Interviews on that day"), value=f"{digest.interviews:,}", note=came),
        Figure(label=say("Started work"), value=f"{digest.hired:,}"),
    )


def _broadcasts(say: Say, digest: Digest) -> Grid:
    return Grid(
        columns=(
            Column(say("Broadcast"), 3.0),
            Column(say("Host"), 1.4),
            Column(say("Began"), 2.4),
            Column(say("On air"), 1.2, number=True),
            Column(say("Sign-ups"), 1.1, number=True),
        ),
        rows=tuple(
            (
                line.broadcast.title,
                line.broadcast.host_name,
                say.when(line.broadcast.starts_at),
                clock_words(line.on_air_s),
                f"{line.sign_ups:,}",
            )
            for line in digest.broadcasts
        ),
        empty=say("Nothing was broadcast."),
    )


def _facts(say: Say, digest: Digest) -> list[tuple[str, str]]:
    again = say(", {n} of them again", n=f"{digest.repeats:,}") if digest.repeats else ""
    interviews = f"{digest.interviews:,}"
    if digest.interviews:
        interviews += say(": {came} came, {away} did not", came=digest.came, away=digest.no_shows)
    return [
        (say("Sign-ups"), f"{digest.sign_ups:,}{again}"),
        (say("Reached"), f"{digest.reached:,}"),
        (say("Interviews booked"), f"{digest.booked:,}"),
        (say("Interviews on that day"), interviews),
        (say("Started work"), f"{digest.hired:,}"),
    ]


def _best(say: Say, digest: Digest) -> str:
    if digest.best is None:
        return say("Best card: too few sign-ups to tell")
    best = digest.best
    words = say("Best card: {title}, {tempo} sign-ups a minute", title=best.card.title, tempo=say.tempo(best.tempo))
    if best.sure or best.than is None:
        return words
    return words + say(", not surely better than {than}", than=best.than.title)
