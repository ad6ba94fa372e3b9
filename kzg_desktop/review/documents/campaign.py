"""A campaign's totals as pages, as sheets and as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kzg_desktop import __version__
from kzg_desktop.exporting.review_book import Sheet, SheetCell, SheetColumn
from kzg_desktop.review.campaign import Campaign
from kzg_desktop.review.documents.blocks import Block, Column, Cover, Document, Figure, Figures, Grid, Heading, Words
from kzg_desktop.review.documents.names import band_name, channel_name, stage_name
from kzg_desktop.review.documents.words import Language, Say, share_words
from kzg_desktop.review.rates import TOO_FEW, Rate, rate
from kzg_desktop.review.reading import Totals
from kzg_desktop.review.stages import STAGES

__all__ = ["campaign_book", "campaign_report", "campaign_text", "totals_blocks", "totals_sheets"]


def campaign_report(campaign: Campaign, language: Language, *, made_at: int) -> Document:
    """Return the pages of a campaign's totals."""
    say = Say(language)
    facts = (
        (say("Broadcasts"), f"{len(campaign.broadcasts):,}"),
        (say("From"), say.day(campaign.broadcasts[0][0].starts_at) if campaign.broadcasts else ""),
        (say("Until"), say.day(campaign.broadcasts[-1][0].starts_at) if campaign.broadcasts else ""),
        (say("Made on"), say.when(made_at)),
    )
    blocks: list[Block] = [
        Cover(kind=say("Campaign totals"), title=_named(say, campaign), facts=tuple(fact for fact in facts if fact[1])),
        Figures(_figures(say, campaign)),
    ]
    if campaign.unstated:
        blocks.append(Words(say("{n} jobs do not state how many they want.", n=campaign.unstated), quiet=True))
    blocks += totals_blocks(say, campaign)
    title = say("Totals of {title}", title=_named(say, campaign))
    made = say("Made by KZG Desktop {version} on {when}", version=__version__, when=say.when(made_at))
    return Document(title=title, blocks=tuple(blocks), footer=made, page=say("Page {page} of {pages}"))


def campaign_book(campaign: Campaign, language: Language) -> list[Sheet]:
    """Return the sheets of a campaign's totals."""
    say = Say(language)
    figures: tuple[tuple[SheetCell, ...], ...] = (
        (say("Campaign"), _named(say, campaign)),
        (say("Broadcasts"), len(campaign.broadcasts)),
        (say("Employers"), len(campaign.employers)),
        (say("Jobs"), campaign.jobs),
        (say("Openings"), campaign.openings),
        (say("Jobs that state no number"), campaign.unstated),
        (say("Sign-ups"), campaign.totals.total),
        (say("Of people who applied before"), campaign.totals.repeats),
        *((stage_name(say, stage), campaign.totals.stages.get(stage, 0)) for stage in STAGES[1:]),
    )
    summary = Sheet(name=say("Summary"), columns=(SheetColumn(say("What")), SheetColumn(say("Value"))), rows=figures)
    return [summary, *totals_sheets(say, campaign)]


def totals_sheets(say: Say, campaign: Campaign) -> list[Sheet]:
    """Return one sheet for each thing that totals are by."""
    broadcasts = _sheet(
        say,
        say("Broadcasts"),
        (SheetColumn(say("Broadcast")), SheetColumn(say("Host")), SheetColumn(say("Began"), "time")),
        [((one.title, one.host_name, one.starts_at or None), totals) for one, totals in campaign.broadcasts],
    )
    employers = _sheet(
        say,
        say("Employers"),
        (SheetColumn(say("Employer")), SheetColumn(say("Jobs"), "int"), SheetColumn(say("Openings"), "int")),
        [((band_name(say, line.name), line.jobs, line.openings), line.totals) for line in campaign.employers],
    )
    regions = _sheet(
        say,
        say("Regions"),
        (SheetColumn(say("Region")), SheetColumn(say("Openings there"), "int")),
        [((band_name(say, line.region), line.openings), line.totals) for line in campaign.regions],
    )
    return [
        broadcasts,
        employers,
        regions,
        _by(say, say("Age bands"), say("Age"), campaign.age_bands, lambda key: band_name(say, key)),
        _by(say, say("Audiences"), say("Audience"), campaign.audiences, lambda key: band_name(say, key)),
        _by(say, say("Hosts"), say("Host"), campaign.hosts, lambda key: band_name(say, key)),
        _by(say, say("Channels"), say("Came by"), campaign.channels, lambda key: channel_name(say, key)),
    ]


def campaign_text(campaign: Campaign, language: Language) -> str:
    """Return a campaign's totals in a few lines."""
    say = Say(language)
    lines = [
        _named(say, campaign),
        *(f"{figure.label}  {figure.value}  {figure.note}".rstrip() for figure in _figures(say, campaign)),
    ]
    for heading, parts in (
        (say("Employers"), [(band_name(say, line.name), line.totals.total) for line in campaign.employers]),
        (say("Regions"), [(band_name(say, line.region), line.totals.total) for line in campaign.regions]),
        (say("Age bands"), [(band_name(say, band), one.total) for band, one in campaign.age_bands.items()]),
        (say("Audiences"), [(band_name(say, audience), one.total) for audience, one in campaign.audiences.items()]),
    ):
        lines += ["", heading, *(f"  {name}  {count:,}" for name, count in parts)]
    return "\n".join(lines)


def totals_blocks(say: Say, campaign: Campaign) -> list[Block]:
    """Return a table for each thing that totals are by, and how it was counted."""
    blocks: list[Block] = []
    for heading, grid in _grids(say, campaign):
        blocks += [Heading(heading), grid]
    return [*blocks, Heading(say("How this was counted")), *(Words(text) for text in _method(say))]


def _named(say: Say, campaign: Campaign) -> str:
    return campaign.name or say("Broadcasts of no campaign")


def _figures(say: Say, campaign: Campaign) -> tuple[Figure, ...]:
    totals = campaign.totals
    hired = rate(totals.stages.get("hired", 0), totals.total)
    reached = rate(totals.stages.get("reached", 0), totals.total)
    return (
        Figure(
            label=say("Sign-ups"), value=f"{totals.total:,}", note=say("{n} broadcasts", n=len(campaign.broadcasts))
        ),
        Figure(
            label=say("Openings"),
            value=f"{campaign.openings:,}",
            note=say("{jobs} jobs of {employers} employers", jobs=campaign.jobs, employers=len(campaign.employers)),
        ),
        Figure(label=say("Reached"), value=_share(reached), note=f"{reached.part:,}"),
        Figure(label=say("Started work"), value=_share(hired), note=f"{hired.part:,}"),
    )


def _share(found: Rate) -> str:
    return "–" if found.value is None else share_words(found.value)


def _grids(say: Say, campaign: Campaign) -> list[tuple[str, Grid]]:
    employers = [
        ((band_name(say, line.name), f"{line.jobs:,}", _count(line.openings)), line.totals)
        for line in campaign.employers
    ]
    regions = [((band_name(say, line.region), _count(line.openings)), line.totals) for line in campaign.regions]
    broadcasts = [((one.title, one.host_name, say.when(one.starts_at)), totals) for one, totals in campaign.broadcasts]
    ages = [((band_name(say, band),), totals) for band, totals in campaign.age_bands.items()]
    hosts = [((band_name(say, host),), totals) for host, totals in campaign.hosts.items()]
    audiences = [((band_name(say, audience),), totals) for audience, totals in campaign.audiences.items()]
    channels = [((channel_name(say, channel),), totals) for channel, totals in campaign.channels.items()]
    number = Column(say("Openings"), 1.1, number=True)
    return [
        (
            say("Employers"),
            _grid(say, [Column(say("Employer"), 3.0), Column(say("Jobs"), 0.8, number=True), number], employers),
        ),
        (say("Regions"), _grid(say, [Column(say("Region"), 2.4), number], regions)),
        (say("Age bands"), _grid(say, [Column(say("Age"), 2.0)], ages)),
        (say("Audiences"), _grid(say, [Column(say("Audience"), 2.0)], audiences)),
        (say("Hosts"), _grid(say, [Column(say("Host"), 2.0)], hosts)),
        (say("Channels"), _grid(say, [Column(say("Came by"), 2.0)], channels)),
        (
            say("Broadcasts"),
            _grid(
                say, [Column(say("Broadcast"), 3.0), Column(say("Host"), 1.4), Column(say("Began"), 2.4)], broadcasts
            ),
        ),
    ]


def _grid(say: Say, first: Sequence[Column], rows: Sequence[tuple[tuple[str, ...], Totals]]) -> Grid:
    columns = (
        *first,
        Column(say("Sign-ups"), 1.1, number=True),
        Column(say("Reached"), 2.4, number=True),
        Column(say("Started work"), 2.4, number=True),
    )
    return Grid(
        columns=columns,
        rows=tuple((*words, f"{totals.total:,}", *_rates(say, totals)) for words, totals in rows),
        empty=say("Nobody has signed up."),
    )


def _count(number: int) -> str:
    return f"{number:,}" if number else "–"


def _rates(say: Say, totals: Totals) -> tuple[str, str]:
    reached, hired = totals.stages.get("reached", 0), totals.stages.get("hired", 0)
    return say.rate(rate(reached, totals.total)), say.rate(rate(hired, totals.total))


def _method(say: Say) -> list[str]:
    return [
        say("Every application is counted once in each table; the sums are the same. No names, no phones."),
        say(
            "Openings are those of the jobs that were lined up, aired or applied to, as the jobs state them now; "
            "regions of openings are where the jobs are, regions of sign-ups where people said they live."
        ),
        say(
            "Behind a rate stands the range in which the true one lies in 19 of 20 cases (Wilson's interval). From "
            "fewer than {least} cases nothing is concluded.",
            least=TOO_FEW,
        ),
        say("A broadcast's audience is the one that it was announced for; what a person is, nobody is asked."),
    ]


def _by(say: Say, name: str, heading: str, by_key: Mapping[str, Totals], word: Callable[[str], str]) -> Sheet:
    rows: list[tuple[tuple[SheetCell, ...], Totals]] = [((word(key),), totals) for key, totals in by_key.items()]
    return _sheet(say, name, (SheetColumn(heading),), rows)


def _sheet(
    say: Say, name: str, first: tuple[SheetColumn, ...], rows: Sequence[tuple[tuple[SheetCell, ...], Totals]]
) -> Sheet:
    columns = (
        *first,
        SheetColumn(say("Sign-ups"), "int"),
        SheetColumn(say("Of people who applied before"), "int"),
        *(SheetColumn(stage_name(say, stage), "int") for stage in STAGES[1:]),
    )
    return Sheet(
        name=name,
        columns=columns,
        rows=tuple(
            (*words, totals.total, totals.repeats, *(totals.stages.get(stage, 0) for stage in STAGES[1:]))
            for words, totals in rows
        ),
    )
