"""What the top of a day and of a campaign says: in a sentence, in numbers, and what to mind."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from kzg_desktop.review.campaign import Campaign
from kzg_desktop.review.digest import Digest
from kzg_desktop.review.opener import Opener
from kzg_desktop.review.rates import rate
from kzg_desktop.review.reading import Totals
from kzg_desktop.review.stages import Stage
from kzg_desktop.ui.review.entries import campaign_name, day_words, span_words
from kzg_desktop.widgets.review_words import (
    DASH,
    clock_words,
    interval_words,
    percent,
    rate_in_full,
    stage_words,
    tempo_in_full,
    too_few_words,
)
from kzg_desktop.widgets.text import time_of_day

__all__ = ["Face", "Tile", "campaign_face", "day_face"]

translate = QCoreApplication.translate


class Tile(Struct, frozen=True):
    """A number with what it counts, a note beneath it, and all of it in full."""

    caption: str
    figure: str
    note: str = ""
    tip: str = ""


class Face(Struct, frozen=True, kw_only=True):
    """A title, a sentence, numbers, what to mind, and over what the table beneath is."""

    title: str
    sentence: str
    tiles: tuple[Tile, ...]
    minded: str
    below: str


def day_face(digest: Digest) -> Face:
    """Return the face of a day."""
    return Face(
        title=day_words(digest.day),
        sentence=_day_sentence(digest),
        tiles=(
            Tile(translate("ReviewDay", "Sign-ups"), f"{digest.sign_ups:,}", _again(digest.repeats)),
            Tile(translate("ReviewDay", "Reached"), f"{digest.reached:,}", translate("ReviewDay", "on that day")),
            Tile(translate("ReviewDay", "Booked"), f"{digest.booked:,}", translate("ReviewDay", "on that day")),
            Tile(translate("ReviewDay", "Interviews"), f"{digest.interviews:,}", _held(digest)),
            Tile(translate("ReviewDay", "Started work"), f"{digest.hired:,}", translate("ReviewDay", "on that day")),
            Tile(
                translate("ReviewDay", "Overdue now"),
                f"{digest.overdue:,}",
                translate("ReviewDay", "to be called first") if digest.overdue else "",
            ),
        ),
        minded=_best(digest.best) if digest.broadcasts else "",
        below=translate("ReviewDay", "What the broadcasts of this day have brought until now"),
    )


def campaign_face(campaign: Campaign) -> Face:
    """Return the face of a campaign."""
    totals = campaign.totals
    openings = f"{campaign.openings:,}" if campaign.openings else DASH
    return Face(
        title=campaign_name(campaign.name),
        sentence=_campaign_sentence(campaign),
        tiles=(
            Tile(translate("ReviewDay", "Sign-ups"), f"{totals.total:,}", _again(totals.repeats)),
            Tile(translate("ReviewTotals", "Openings"), openings, _unstated(campaign)),
            *(_stage_tile(totals, stage) for stage in ("reached", "interviewed", "hired", "day30")),
        ),
        minded="",
        below=translate("ReviewTotals", "All broadcasts together"),
    )


def _day_sentence(digest: Digest) -> str:
    at = time_of_day(digest.at, form="%Y-%m-%d %H:%M")
    if not digest.broadcasts:
        return translate("ReviewDay", "Nothing was broadcast on this day. As known at {time}.").format(time=at)
    on_air = clock_words(sum(line.on_air_s for line in digest.broadcasts))
    if len(digest.broadcasts) == 1:
        words = translate("ReviewDay", "1 broadcast, {air} on air. As known at {time}.")
    else:
        words = translate("ReviewDay", "{n} broadcasts, {air} on air. As known at {time}.")
    return words.format(n=len(digest.broadcasts), air=on_air, time=at)


def _campaign_sentence(campaign: Campaign) -> str:
    words = translate("ReviewTotals", "Broadcasts: {broadcasts} · employers: {employers} · jobs: {jobs}")
    counts = words.format(
        broadcasts=f"{len(campaign.broadcasts):,}",
        employers=f"{len(campaign.employers):,}",
        jobs=f"{campaign.jobs:,}",
    )
    span = span_words(one for one, _totals in campaign.broadcasts)
    return " · ".join(part for part in (span, counts) if part)


def _stage_tile(totals: Totals, stage: Stage) -> Tile:
    found = rate(totals.stages.get(stage, 0), totals.total)
    caption = stage_words(stage)
    if found.value is None:
        return Tile(caption, DASH)
    if found.too_few:
        return Tile(caption, f"{found.part:,}", too_few_words(), rate_in_full(found))
    note = f"{percent(found.value)} ({interval_words(found.low, found.high)})"
    return Tile(caption, f"{found.part:,}", note, rate_in_full(found))


def _again(count: int) -> str:
    return translate("ReviewHeader", "{n} applied before").format(n=f"{count:,}") if count else ""


def _held(digest: Digest) -> str:
    if not digest.interviews:
        return ""
    words = translate("ReviewDay", "{came} came, {away} did not")
    return words.format(came=f"{digest.came:,}", away=f"{digest.no_shows:,}")


def _unstated(campaign: Campaign) -> str:
    if not campaign.unstated:
        return ""
    return translate("ReviewTotals", "{n} jobs state none").format(n=f"{campaign.unstated:,}")


def _best(found: Opener | None) -> str:
    if found is None:
        return translate("ReviewDay", "Best card: too few sign-ups to tell.")
    words = translate("ReviewDay", "Best card: '{title}' with {figures} sign-ups a minute.")
    if not found.sure and found.than is not None:
        words = translate(
            "ReviewDay", "Best card: '{title}' with {figures} sign-ups a minute, not surely better than '{than}'."
        )
    than = found.than.title if found.than is not None else ""
    return words.format(title=found.card.title, figures=tempo_in_full(found.tempo), than=than)
