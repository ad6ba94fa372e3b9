"""The daily digest as text to copy and as a sheet."""

from __future__ import annotations

from kzg_desktop.exporting.review_book import Sheet, SheetCell, SheetColumn
from kzg_desktop.review.digest import Digest
from kzg_desktop.review.documents.words import Language, Say, clock_words

__all__ = ["digest_book", "digest_text"]


def digest_text(digest: Digest, language: Language) -> str:
    """Return the digest in lines that a chat shows well."""
    say = Say(language)
    day = say("{y}-{m:02}-{d:02}", y=digest.day.year, m=digest.day.month, d=digest.day.day)
    lines = [say("Daily digest, {day}", day=day)]
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
    """Return the digest as sheets: its figures, and its broadcasts."""
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
        Sheet(name=say("Broadcasts"), columns=columns, rows=tuple(rows)),
    ]


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
