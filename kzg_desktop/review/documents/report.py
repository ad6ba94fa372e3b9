"""The report of a broadcast, as an employer gets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from kzg_desktop import __version__
from kzg_desktop.domain.entities import Application
from kzg_desktop.review.compare import Tempo, tempo
from kzg_desktop.review.documents.blocks import (
    Block,
    Chart,
    Cover,
    Document,
    Figure,
    Figures,
    Heading,
    Words,
)
from kzg_desktop.review.documents.grids import (
    as_run_grid,
    card_grid,
    funnel_grid,
    outcome_grid,
    people_grid,
    promise_grid,
    spread_grid,
)
from kzg_desktop.review.documents.names import band_name, channel_name
from kzg_desktop.review.documents.words import Language, Say, share_words
from kzg_desktop.review.funnel import funnels_by
from kzg_desktop.review.opener import Opener
from kzg_desktop.review.rates import TOO_FEW, Rate
from kzg_desktop.review.whole import Review

__all__ = ["About", "opener_words", "report"]


class About(Struct, frozen=True, kw_only=True):
    """What a report is about beside its review.

    *employer* is the name of the only one it is for, "" for all of them. *people*: whose names and phones it ends with,
    None for nobody's. *names* are colleagues' by account id. *made_at* is when it was made (UTC ms).
    """

    language: Language
    made_at: int
    employer: str = ""
    names: Mapping[str, str] = {}
    people: Sequence[Application] | None = None


def report(whole: Review, about: About) -> Document:
    """Return the pages of *whole*, which is one employer's part already where *about* names one."""
    say = Say(about.language)
    broadcast = whole.facts.broadcast
    every = not about.employer
    blocks: list[Block] = [
        *_first_page(say, whole, about),
        Heading(say("What each card brought")),
        card_grid(say, whole, employers=every),
        Words(_difference(say, whole), quiet=True),
        Heading(say("What became of the applications")),
        funnel_grid(say, whole.funnel),
        Words(_first_call(say, whole), quiet=True),
        outcome_grid(say, whole),
        *_groups(say, whole),
        Heading(say("What was said on air, and what is so now")),
        promise_grid(say, whole.promises, {s.card.id: s.card.title for s in whole.facts.segments}),
        Heading(say("As-run log")),
        as_run_grid(say, whole, about.names, employers=every),
        Heading(say("How this was counted")),
        *(Words(text) for text in _method(say, whole, about)),
    ]
    if about.people is not None:
        blocks += _appendix(say, about.people)
    title = say("Review of {title}", title=_titled(broadcast.campaign, broadcast.title))
    made = say("Made by KZG Desktop {version} on {when}", version=__version__, when=say.when(about.made_at))
    return Document(title=title, blocks=tuple(blocks), footer=made, page=say("Page {page} of {pages}"))


def opener_words(say: Say, found: Opener | None) -> str:
    """Return which card should open the next show, and why, as far as the figures tell."""
    if found is None:
        return say("Which card should open the next show? Too few sign-ups to tell.")
    mine = {"title": found.card.title, "tempo": say.tempo(found.tempo)}
    if found.than is None or found.than_tempo is None:
        return say("Open the next show with '{title}': {tempo} sign-ups a minute on air.", **mine)
    than = {"than": found.than.title, "other": say.tempo(found.than_tempo)}
    if found.sure:
        return say(
            "Open the next show with '{title}': {tempo} sign-ups a minute on air, against {other} for '{than}'.",
            **mine,
            **than,
        )
    return say(
        "'{title}' brought most, {tempo} sign-ups a minute on air, but '{than}' with {other} may be as good.",
        **mine,
        **than,
    )


def _titled(campaign: str, title: str) -> str:
    return title if not campaign or campaign in title else f"{campaign} · {title}"


def _first_page(say: Say, whole: Review, about: About) -> list[Block]:
    broadcast = whole.facts.broadcast
    began = min((s.started_at for s in whole.facts.segments if not s.rehearsal), default=broadcast.starts_at)
    facts = (
        (say("Campaign"), broadcast.campaign),
        (say("Employer"), about.employer or say("All employers")),
        (say("Host"), broadcast.host_name),
        (say("Broadcast on"), say.when(began)),
        (say("Made on"), say.when(about.made_at)),
    )
    blocks: list[Block] = [
        Cover(
            kind=say("Broadcast review"),
            title=broadcast.title,
            facts=tuple((label, words) for label, words in facts if words),
        ),
        Figures(_figures(say, whole)),
        Words(opener_words(say, whole.opener)),
    ]
    if whole.course.minutes:
        blocks.append(Chart(whole.course))
    if whole.course.outside:
        text = say("{n} more were sent outside of these minutes; every total has them.", n=whole.course.outside)
        blocks.append(Words(text, quiet=True))
    return blocks


def _figures(say: Say, whole: Review) -> tuple[Figure, ...]:
    total = len(whole.facts.sent)
    on_air = sum(card.on_air_s for card in whole.cards)
    pace = tempo(sum(one.segment is not None for one in whole.attributed), on_air)
    repeats = sum(one.repeat for one in whole.facts.sent)
    reached, hired = whole.funnel.steps[1], whole.funnel.steps[5]
    again = say("{n} of them applied before", n=f"{repeats:,}") if repeats else ""
    return (
        Figure(label=say("Sign-ups"), value=f"{total:,}", note=again),
        Figure(
            label=say("Sign-ups a minute on air"),
            value="–" if pace.value is None else f"{pace.value:.1f}",
            note=_sure(say, pace),
        ),
        _share(say, say("Reached"), reached.of_all),
        _share(say, say("Started work"), hired.of_all),
    )


def _share(say: Say, label: str, found: Rate) -> Figure:
    if found.value is None:
        return Figure(label=label, value="–")
    told = say("{part} of {whole}", part=f"{found.part:,}", whole=f"{found.whole:,}")
    if found.too_few:
        return Figure(label=label, value=told, note=say("too few to tell"))
    return Figure(label=label, value=share_words(found.value), note=f"{told}, {say.interval(found)}")


def _sure(say: Say, pace: Tempo) -> str:
    if pace.value is None:
        return ""
    return say("too few to tell") if pace.too_few else f"{pace.low:.1f}–{pace.high:.1f}"


def _difference(say: Say, whole: Review) -> str:
    late = sum(one.late for one in whole.attributed)
    return say(
        "{late} were sent in the {lag} seconds after their card had left the air; {other} named another job on the "
        "form than the card they go to.",
        late=late,
        lag=whole.lag_s,
        other=whole.other_jobs,
    )


def _first_call(say: Say, whole: Review) -> str:
    found = whole.funnel
    if found.first_call_s is None:
        return say("Nobody has been called yet.")
    return say(
        "First call: {called} were called, half of them within {span} of signing up.",
        called=f"{found.called:,}",
        span=say.span(found.first_call_s),
    )


def _groups(say: Say, whole: Review) -> list[Block]:
    if not whole.facts.sent:
        return []
    by_city = funnels_by(whole.facts.sent, lambda one: band_name(say, one.city))
    by_age = sorted(funnels_by(whole.facts.sent, lambda one: band_name(say, one.age_band)), key=lambda f: f.name)
    by_channel = funnels_by(whole.facts.sent, lambda one: channel_name(say, one.channel))
    return [
        Heading(say("Who signed up")),
        spread_grid(say, say("City"), by_city),
        spread_grid(say, say("Age"), by_age),
        spread_grid(say, say("Came by"), by_channel),
    ]


def _method(say: Say, whole: Review, about: About) -> list[str]:
    told = [
        say(
            "An application goes to the card that was on air when it was sent, to exactly one or to none, never to two."
        ),
        say(
            "Filling in the form takes a while: one that names the job of a card which left the air not more than "
            "{lag} seconds before goes to that card, and so does any that was sent so soon after the last card.",
            lag=whole.lag_s,
        ),
        say("Rehearsals were seen by nobody and count for nothing. Minutes on air are those of all airings together."),
        say(
            "Behind a rate stands the range in which the true one lies in 19 of 20 cases (Wilson's interval; for "
            "sign-ups a minute the score interval of a Poisson rate). From fewer than {least} cases nothing is "
            "concluded: 'too few to tell'.",
            least=TOO_FEW,
        ),
        say("Who gave up or withdrew counts as far as they had come. Median times are of those whose times are known."),
        say(
            "What was said on air is compared with the job as it is on {when}; every field that differs is listed.",
            when=say.day(about.made_at),
        ),
    ]
    if about.employer:
        told.append(
            say(
                "This report is for {employer} alone: it counts the applications that name its jobs. Those sent while "
                "no card of it was on air stand as 'No card on air'.",
                employer=about.employer,
            )
        )
    if about.people is None:
        told.append(say("It holds no personal data: no names, no phones."))
    return told


def _appendix(say: Say, people: Sequence[Application]) -> list[Block]:
    return [
        Heading(say("Appendix: who signed up")),
        Words(
            say(
                "Personal data, {n} people. For filling these jobs only; keep it safe, pass it on to nobody, and "
                "delete it when it has served (Personal Information Protection Law, articles 6, 19, 23). The "
                "export was logged.",
                n=f"{len(people):,}",
            )
        ),
        people_grid(say, people),
    ]
