"""The data behind a report, as the sheets of a spreadsheet that calculates with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kzg_desktop.domain.as_run import as_run
from kzg_desktop.domain.entities import Application
from kzg_desktop.exporting.as_run import as_run_table
from kzg_desktop.exporting.review_book import Sheet, SheetCell, SheetColumn, sheet_of
from kzg_desktop.review.cards import CardResult
from kzg_desktop.review.compare import tempo
from kzg_desktop.review.documents.names import (
    band_name,
    channel_name,
    exit_name,
    field_name,
    promise_words,
    stage_name,
    state_name,
)
from kzg_desktop.review.documents.report import About, opener_words
from kzg_desktop.review.documents.words import Say
from kzg_desktop.review.facts import Sent
from kzg_desktop.review.funnel import Funnel, funnels_by
from kzg_desktop.review.rates import Rate
from kzg_desktop.review.stages import STAGES
from kzg_desktop.review.timeline import MINUTE_MS
from kzg_desktop.review.whole import Review

__all__ = ["funnel_sheet", "workbook"]

_FOR_ONE_EMPLOYER = 10
"""Columns of the as-run log that an employer sees: not what the check of advertisements said, nor the reasons."""


def workbook(whole: Review, about: About) -> list[Sheet]:
    """Return the sheets of *whole*, which is one employer's part already where *about* names one."""
    say = Say(about.language)
    facts = whole.facts
    log = as_run_table(
        as_run(facts.broadcast, facts.events, facts.segments), title="", language=about.language, names=about.names
    )
    sheets = [
        _summary(say, whole, about),
        _cards(say, whole),
        _minutes(say, whole),
        funnel_sheet(say, _funnels(say, whole)),
        sheet_of(log, say("As-run log"), columns=_FOR_ONE_EMPLOYER if about.employer else None),
        _promises(say, whole),
    ]
    return sheets if about.people is None else [*sheets, _people(say, about.people)]


def _summary(say: Say, whole: Review, about: About) -> Sheet:
    facts, found = whole.facts, whole.funnel
    on_air = sum(card.on_air_s for card in whole.cards)
    pace = tempo(sum(one.segment is not None for one in whole.attributed), on_air)
    rows: list[tuple[SheetCell, ...]] = [
        (say("Broadcast"), facts.broadcast.title, ""),
        (say("Campaign"), facts.broadcast.campaign, ""),
        (say("Employer"), about.employer or say("All employers"), ""),
        (say("Host"), facts.broadcast.host_name, ""),
        (say("Broadcast on"), say.when(facts.broadcast.starts_at), ""),
        (say("Made on"), say.when(about.made_at), ""),
        (say("Sign-ups"), len(facts.sent), ""),
        (say("Of people who applied before"), sum(one.repeat for one in facts.sent), ""),
        (say("Views"), facts.views or None, ""),
        (say("Minutes on air"), round(on_air / 60, 2), ""),
        (say("Sign-ups a minute on air"), _rounded(pace.value), say.tempo(pace)),
        *((stage_name(say, step.stage), step.count, say.rate(step.of_all)) for step in found.steps[1:]),
        (say("Median time to the first call (s)"), found.first_call_s, say("{n} called", n=found.called)),
        (say("Named another job on the form"), whole.other_jobs, ""),
        (say("Lag window (s)"), whole.lag_s, ""),
        (say("Opening the next show"), opener_words(say, whole.opener), ""),
    ]
    columns = (SheetColumn(say("What")), SheetColumn(say("Value")), SheetColumn(say("Range")))
    return Sheet(name=say("Summary"), columns=columns, rows=tuple(rows))


def _cards(say: Say, whole: Review) -> Sheet:
    columns = (
        SheetColumn(say("Card")),
        SheetColumn(say("Employer")),
        SheetColumn(say("Airings"), "int"),
        SheetColumn(say("On air"), "duration"),
        SheetColumn(say("Planned"), "duration"),
        SheetColumn(say("Sign-ups"), "int"),
        SheetColumn(say("Share"), "rate"),
        SheetColumn(say("Sign-ups a minute"), "decimal"),
        SheetColumn(say("from"), "decimal"),
        SheetColumn(say("to"), "decimal"),
        SheetColumn(say("Sure enough")),
        SheetColumn(say("Named on the form"), "int"),
        SheetColumn(say("Cost (yuan)"), "yuan"),
        SheetColumn(say("Cost each (yuan)"), "yuan"),
        *(SheetColumn(stage_name(say, stage), "int") for stage in STAGES[1:]),
        SheetColumn(say("Why people left")),
    )
    return Sheet(name=say("Cards"), columns=columns, rows=tuple(_card(say, card) for card in whole.cards))


def _card(say: Say, card: CardResult) -> tuple[SheetCell, ...]:
    pace = tempo(len(card.sent), card.on_air_s)
    timed = card.per_minute is not None
    exits = sorted(card.exits.items(), key=lambda found: -found[1])
    return (
        card.title or say("No card on air"),
        card.employer,
        card.airings,
        card.on_air_s,
        card.planned_s,
        len(card.sent),
        card.share.value,
        _rounded(card.per_minute),
        _rounded(pace.low) if timed else None,
        _rounded(pace.high) if timed else None,
        (say("too few to tell") if pace.too_few else say("yes")) if timed else "",
        card.named,
        card.cost_yuan,
        _rounded(card.cost_each_yuan),
        *(step.count for step in card.outcome.steps[1:]),
        "、".join(f"{exit_name(say, reason)} {count}" for reason, count in exits),
    )


def _minutes(say: Say, whole: Review) -> Sheet:
    course = whole.course
    viewers = {at - at % MINUTE_MS: count for at, count in course.viewers}
    columns = (
        SheetColumn(say("Minute"), "time"),
        SheetColumn(say("Sign-ups"), "int"),
        SheetColumn(say("Card on air")),
        SheetColumn(say("Viewers"), "int"),
    )
    rows: list[tuple[SheetCell, ...]] = []
    for index, count in enumerate(course.minutes):
        at = course.start + index * MINUTE_MS
        bands = (band for band in course.bands if band.start < at + MINUTE_MS and band.end > at)
        titles = dict.fromkeys(band.segment.card.title for band in bands)
        rows.append((at, count, " / ".join(titles), viewers.get(at)))
    if course.outside:
        rows.append((None, course.outside, say("Outside of these minutes"), None))
    return Sheet(name=say("Minutes"), columns=columns, rows=tuple(rows))


def _funnels(say: Say, whole: Review) -> list[tuple[str, Funnel]]:
    names = {s.card.employer_id: s.card.hiring_organization for s in whole.facts.segments}
    groups: list[tuple[str, Callable[[Sent], str]]] = [
        (say("Employer"), lambda one: names.get(one.employer_id) or say("Employer not on air")),
        (say("Job on the form"), lambda one: one.job_title),
        (say("Came by"), lambda one: channel_name(say, one.channel)),
        (say("City"), lambda one: band_name(say, one.city)),
        (say("Age"), lambda one: band_name(say, one.age_band)),
    ]
    found = [(say("All"), whole.funnel)]
    for kind, group in groups:
        found += [(kind, each) for each in funnels_by(whole.facts.sent, group)]
    return found


def funnel_sheet(say: Say, funnels: Sequence[tuple[str, Funnel]]) -> Sheet:
    """Return funnels below each other, each with what it is of."""
    columns = (
        SheetColumn(say("By")),
        SheetColumn(say("Group")),
        SheetColumn(say("Step")),
        SheetColumn(say("People"), "int"),
        SheetColumn(say("Of the step before"), "rate"),
        SheetColumn(say("from"), "rate"),
        SheetColumn(say("to"), "rate"),
        SheetColumn(say("Of all sign-ups"), "rate"),
        SheetColumn(say("from"), "rate"),
        SheetColumn(say("to"), "rate"),
        SheetColumn(say("Sure enough")),
        SheetColumn(say("Median time since"), "duration"),
    )
    rows: list[tuple[SheetCell, ...]] = []
    for kind, found in funnels:
        for index, step in enumerate(found.steps):
            rates = (*_three(step.of_before), *_three(step.of_all)) if index else (None,) * 6
            sure = (say("too few to tell") if step.of_all.too_few else say("yes")) if index else ""
            rows.append((kind, found.name, stage_name(say, step.stage), step.count, *rates, sure, step.median_s))
    return Sheet(name=say("Funnel"), columns=columns, rows=tuple(rows))


def _three(found: Rate) -> tuple[SheetCell, ...]:
    return (found.value, found.low, found.high) if found.whole else (None, None, None)


def _promises(say: Say, whole: Review) -> Sheet:
    titles = {s.card.id: (s.card.title, s.card.hiring_organization) for s in whole.facts.segments}
    columns = (
        SheetColumn(say("Card")),
        SheetColumn(say("Employer")),
        SheetColumn(say("What")),
        SheetColumn(say("Said on air")),
        SheetColumn(say("Now")),
        SheetColumn(say("Judged")),
        SheetColumn(say("On air at"), "time"),
    )
    rows: list[tuple[SheetCell, ...]] = []
    for one in whole.promises:
        said, now, judged = promise_words(say, one)
        rows.append((*titles.get(one.job_id, ("", "")), field_name(say, one.field), said, now, judged, one.aired_at))
    return Sheet(name=say("Promises"), columns=columns, rows=tuple(rows))


def _people(say: Say, people: Sequence[Application]) -> Sheet:
    columns = (
        SheetColumn(say("No."), "int"),
        SheetColumn(say("Sent at"), "time"),
        SheetColumn(say("Name")),
        SheetColumn(say("Phone")),
        SheetColumn(say("Age")),
        SheetColumn(say("City")),
        SheetColumn(say("Job on the form")),
        SheetColumn(say("State")),
    )
    rows = tuple(
        (
            number,
            one.received_at,
            one.name,
            one.phone,
            one.age_band,
            one.city,
            one.job_title,
            state_name(say, one.status),
        )
        for number, one in enumerate(people, 1)
    )
    return Sheet(name=say("Who signed up"), columns=columns, rows=rows)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
