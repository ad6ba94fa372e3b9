"""What can be compared: broadcasts, hosts and cards, each as a tempo and a funnel."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from sqlcipher3 import dbapi2

from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.review.cards import CardResult, on_air_s
from kzg_desktop.review.compare import Tempo, tempo
from kzg_desktop.review.desk import ReviewDesk
from kzg_desktop.review.funnel import Funnel, funnel
from kzg_desktop.review.reading import Totals, read_sent
from kzg_desktop.review.spread import merged, totals_funnel

__all__ = ["AT_MOST", "Group", "card_groups", "groups_of_broadcasts", "groups_of_hosts"]

AT_MOST = 6
"""So many stand side by side and can still be read."""


class Group(Struct, frozen=True):
    """One of those compared; *tempo* is None where it never was on air."""

    name: str
    tempo: Tempo | None
    outcome: Funnel


async def groups_of_broadcasts(desk: ReviewDesk, broadcasts: Sequence[Broadcast], now: int) -> list[Group]:
    """Return each broadcast; read and counted on the cache's thread."""

    def question(connection: dbapi2.Connection) -> list[Funnel]:
        return [funnel(read_sent(connection, one.id), name=one.title) for one in broadcasts]

    funnels = await desk.ask(question, [funnel([], name=one.title) for one in broadcasts])
    return [
        Group(found.name, _tempo(found.steps[0].count, await _air_s(desk, [one], now)), found)
        for one, found in zip(broadcasts, funnels, strict=True)
    ]


async def groups_of_hosts(
    desk: ReviewDesk, totals: Mapping[str, Totals], timed: Sequence[Funnel], wanted: Sequence[str], now: int
) -> list[Group]:
    """Return the *wanted* hosts, or, without two of them, those with the most sign-ups.

    *timed* are funnels of hosts with their times, as far as they have been read.
    """
    hosts: dict[str, list[Broadcast]] = {}
    for one in desk.broadcasts():
        if one.host_name and one.id in totals:
            hosts.setdefault(one.host_name, []).append(one)
    names = {one.id: name for name, members in hosts.items() for one in members}
    by_host = merged({id_: found for id_, found in totals.items() if id_ in names}, names.__getitem__)
    funnels = {name: totals_funnel(name, found) for name, found in by_host.items()}
    funnels |= {found.name: found for found in timed if found.name in by_host}
    chosen = [name for name in wanted if name in by_host]
    if len(chosen) < 2:
        chosen = sorted(by_host, key=lambda name: -by_host[name].total)
    return [
        Group(name, _tempo(funnels[name].steps[0].count, await _air_s(desk, hosts[name], now)), funnels[name])
        for name in chosen[:AT_MOST]
    ]


def card_groups(cards: Sequence[CardResult], wanted: Sequence[str]) -> list[Group]:
    """Return the *wanted* cards (by job id), or, without two of them, those that brought most a minute."""
    shown = [card for card in cards if card.job_id and card.airings]
    chosen = [card for card in shown if card.job_id in wanted]
    if len(chosen) < 2:
        chosen = sorted(shown, key=lambda card: -(card.per_minute or 0.0))
    return [
        Group(card.title, _tempo(len(card.sent), card.on_air_s), replace(card.outcome, name=card.title))
        for card in chosen[:AT_MOST]
    ]


async def _air_s(desk: ReviewDesk, broadcasts: Sequence[Broadcast], now: int) -> int:
    """Return for how long these were on air; with hundreds of them, the window goes on meanwhile."""
    seconds = 0
    for one in broadcasts:
        seconds += on_air_s([segment for segment in desk.segments(one.id) if not segment.rehearsal], now)
        await asyncio.sleep(0)
    return seconds


def _tempo(count: int, seconds: int) -> Tempo | None:
    return tempo(count, seconds) if seconds else None
