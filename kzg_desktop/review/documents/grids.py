"""The tables of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kzg_desktop.domain.as_run import AsRunLine, as_run
from kzg_desktop.domain.entities import Application
from kzg_desktop.review.cards import CardResult
from kzg_desktop.review.compare import tempo
from kzg_desktop.review.documents.blocks import Column, Grid
from kzg_desktop.review.documents.names import (
    exit_name,
    field_name,
    promise_words,
    stage_name,
    state_name,
)
from kzg_desktop.review.documents.words import Say, clock_words, moment_words, share_words
from kzg_desktop.review.funnel import Funnel
from kzg_desktop.review.promises import Promise
from kzg_desktop.review.stages import Stage
from kzg_desktop.review.whole import Review

__all__ = ["as_run_grid", "card_grid", "funnel_grid", "outcome_grid", "people_grid", "promise_grid", "spread_grid"]


def card_grid(say: Say, whole: Review, *, employers: bool) -> Grid:
    """Return what each card brought. *employers*: with a column of who it is of."""
    columns = [
        Column(say("Card"), 3.0),
        *([Column(say("Employer"), 2.4)] if employers else []),
        Column(say("Airings"), 0.9, number=True),
        Column(say("On air"), 1.2, number=True),
        Column(say("Planned"), 1.2, number=True),
        Column(say("Sign-ups"), 1.2, number=True),
        Column(say("Share"), 1.1, number=True),
        Column(say("Sign-ups a minute"), 2.4, number=True),
        Column(say("Cost each"), 1.3, number=True),
    ]
    return Grid(
        columns=tuple(columns),
        rows=tuple(_card(say, card, employers=employers) for card in whole.cards),
        total=_cards_total(say, whole, employers=employers),
        empty=say("No card was on air."),
    )


def _card(say: Say, card: CardResult, *, employers: bool) -> tuple[str, ...]:
    named = bool(card.airings)
    pace = tempo(len(card.sent), card.on_air_s) if card.per_minute is not None else None
    each = card.cost_each_yuan
    return (
        card_title(say, card),
        *([card.employer] if employers else []),
        f"{card.airings}" if named else "–",
        clock_words(card.on_air_s) if named else "–",
        clock_words(card.planned_s) if named else "–",
        f"{len(card.sent):,}",
        share_words(card.share.value) if card.share.value is not None else "–",
        say.tempo(pace) if pace is not None else "–",
        f"¥ {each:,.1f}" if each is not None else "–",
    )


def card_title(say: Say, card: CardResult) -> str:
    """Return a card's title, or what went to no card."""
    return card.title or say("No card on air")


def _cards_total(say: Say, whole: Review, *, employers: bool) -> tuple[str, ...]:
    cards = whole.cards
    if not cards:
        return ()
    total = sum(len(card.sent) for card in cards)
    return (
        say("Total"),
        *([""] if employers else []),
        f"{sum(card.airings for card in cards)}",
        clock_words(sum(card.on_air_s for card in cards)),
        clock_words(sum(card.planned_s for card in cards)),
        f"{total:,}",
        "100%" if total else "–",
        "",
        "",
    )


def outcome_grid(say: Say, whole: Review) -> Grid:
    """Return what became of the applications of each card."""
    columns = (
        Column(say("Card"), 3.0),
        Column(say("Sign-ups"), 1.1, number=True),
        Column(say("Reached"), 1.1, number=True),
        Column(say("Interviewed"), 1.1, number=True),
        Column(say("Started work"), 1.1, number=True),
        Column(say("7 days"), 0.8, number=True),
        Column(say("15 days"), 0.8, number=True),
        Column(say("30 days"), 0.8, number=True),
        Column(say("Started work, of sign-ups"), 2.6, number=True),
        Column(say("Why people left"), 2.2),
    )
    return Grid(columns=columns, rows=tuple(_outcome(say, card) for card in whole.cards))


def _outcome(say: Say, card: CardResult) -> tuple[str, ...]:
    count = {step.stage: step.count for step in card.outcome.steps}
    hired = next(step.of_all for step in card.outcome.steps if step.stage == "hired")
    shown: tuple[Stage, ...] = ("signed_up", "reached", "interviewed", "hired", "day7", "day15", "day30")
    left = sorted(card.exits.items(), key=lambda found: -found[1])
    return (
        card_title(say, card),
        *(f"{count[stage]:,}" for stage in shown),
        say.rate(hired),
        "、".join(f"{exit_name(say, reason)} {n}" for reason, n in left),
    )


def funnel_grid(say: Say, found: Funnel) -> Grid:
    """Return the funnel step by step, views first where they are known."""
    views = ((say("Views"), f"{found.views:,}", "", "", ""),) if found.views else ()
    columns = (
        Column(say("Step"), 2.2),
        Column(say("People"), 1.0, number=True),
        Column(say("Of the step before"), 2.6, number=True),
        Column(say("Of all sign-ups"), 2.6, number=True),
        Column(say("Median time since"), 1.6, number=True),
    )
    steps = tuple(
        (
            stage_name(say, step.stage),
            f"{step.count:,}",
            _first(say, found) if index == 0 else say.rate(step.of_before),
            "" if index == 0 else say.rate(step.of_all),
            say.span(step.median_s) if index else "",
        )
        for index, step in enumerate(found.steps)
    )
    return Grid(columns=columns, rows=views + steps)


def _first(say: Say, found: Funnel) -> str:
    return say.rate(found.sign_up) if found.views and found.sign_up is not None else ""


def spread_grid(say: Say, heading: str, groups: Sequence[Funnel]) -> Grid:
    """Return how far groups came, the largest first; *heading* says what they are."""
    columns = (
        Column(heading, 3.0),
        Column(say("Sign-ups"), 1.2, number=True),
        Column(say("Reached"), 2.6, number=True),
        Column(say("Started work"), 2.6, number=True),
    )
    rows = tuple(
        (group.name, f"{group.steps[0].count:,}", say.rate(group.steps[1].of_all), say.rate(group.steps[5].of_all))
        for group in groups
    )
    return Grid(columns=columns, rows=rows, empty=say("Nobody has signed up."))


def promise_grid(say: Say, promises: Sequence[Promise], titles: Mapping[str, str]) -> Grid:
    """Return what is not as it was said; the same words in several airings are one line."""
    same: dict[tuple[str, ...], list[Promise]] = {}
    for one in promises:
        said, now, judged = promise_words(say, one)
        key = (judged, titles.get(one.job_id, one.job_id), field_name(say, one.field), said, now)
        same.setdefault(key, []).append(one)
    ordered = sorted(same.items(), key=lambda found: (not found[1][0].weighty, found[1][0].worse is not True))
    columns = (
        Column(say("Judged"), 1.6),
        Column(say("Card"), 1.8),
        Column(say("What"), 1.4),
        Column(say("Said on air"), 2.4),
        Column(say("Now"), 2.4),
        Column(say("On air at"), 1.6),
    )
    rows = tuple((*key, ", ".join(moment_words(one.aired_at) for one in members)) for key, members in ordered)
    return Grid(columns=columns, rows=rows, empty=say("Everything is as it was said on air."))


def as_run_grid(say: Say, whole: Review, names: Mapping[str, str], *, employers: bool) -> Grid:
    """Return what went on air, line by line. *names*: people by account id."""
    facts = whole.facts
    lines = as_run(facts.broadcast, facts.events, facts.segments)
    columns = (
        Column(say("Time"), 1.2),
        Column(say("Event"), 1.2),
        Column(say("Card"), 3.0),
        *([Column(say("Employer"), 2.4)] if employers else []),
        Column(say("Planned"), 1.1, number=True),
        Column(say("On air"), 1.1, number=True),
        Column(say("Over"), 1.1, number=True),
        Column(say("Operator"), 1.6),
    )
    rows = tuple(_line(say, line, names, employers=employers) for line in lines)
    return Grid(columns=columns, rows=rows, empty=say("Nothing went on air."))


def _line(say: Say, line: AsRunLine, names: Mapping[str, str], *, employers: bool) -> tuple[str, ...]:
    kind = {"take": say("take"), "clear": say("clear"), "mode": say("mode")}[line.kind]
    modes = {"prepare": say("preparation"), "rehearse": say("rehearsal"), "on_air": say("on air (mode)")}
    if line.kind == "mode" or line.mode == "rehearse":
        kind = f"{kind} · {modes[line.mode]}"
    over = line.over_s
    return (
        moment_words(line.at),
        kind,
        line.title,
        *([line.employer] if employers else []),
        clock_words(line.planned_s) if line.planned_s is not None else "",
        clock_words(line.on_air_s) if line.on_air_s is not None else "",
        f"{over:+d} s" if over else "",
        names.get(line.operator, ""),
    )


def people_grid(say: Say, people: Sequence[Application]) -> Grid:
    """Return who applied, with names and phones as they are given."""
    columns = (
        Column(say("No."), 0.7, number=True),
        Column(say("Sent at"), 1.5),
        Column(say("Name"), 1.3),
        Column(say("Phone"), 1.7),
        Column(say("Age"), 0.9),
        Column(say("City"), 1.3),
        Column(say("Job on the form"), 2.4),
        Column(say("State"), 1.6),
    )
    rows = tuple(
        (
            f"{number}",
            moment_words(one.received_at),
            one.name,
            one.phone,
            one.age_band,
            one.city,
            one.job_title,
            state_name(say, one.status),
        )
        for number, one in enumerate(people, 1)
    )
    return Grid(columns=columns, rows=rows, empty=say("Nobody has signed up."))
