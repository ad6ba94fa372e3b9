"""A review in sentences: what the broadcast was, which card should open the next show, and what differs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kzg_desktop.review.opener import Opener
from kzg_desktop.review.rates import TOO_FEW
from kzg_desktop.review.sums import Sums
from kzg_desktop.review.whole import Review
from kzg_desktop.widgets.review_words import clock_words, percent, tempo_in_full
from kzg_desktop.widgets.text import time_of_day

__all__ = ["broadcast_sentence", "difference_words", "opener_sentence"]

translate = QCoreApplication.translate


def broadcast_sentence(review: Review) -> str:
    """Return the broadcast in one sentence."""
    facts, course = review.facts, review.course
    host = facts.broadcast.host_name
    shown = [card for card in review.cards if card.airings]
    if not shown and not facts.sent:
        return translate("Review", "Nothing has gone on air and nobody has signed up yet.")
    day = time_of_day(course.start, form="%Y-%m-%d %H:%M")
    count = f"{len(facts.sent):,}"
    if not shown:
        words = translate("Review", "{day}: no card was on air, {count} people signed up.")
        return words.format(day=day, count=count)
    time_on_air = clock_words(sum(card.on_air_s for card in shown))
    airings = sum(card.airings for card in shown)
    if host:
        words = translate(
            "Review", "{day}: {host} showed {cards} cards in {airings} airings, {time} on air; {count} sign-ups."
        )
    else:
        words = translate("Review", "{day}: {cards} cards in {airings} airings, {time} on air; {count} sign-ups.")
    return words.format(day=day, host=host, cards=len(shown), airings=airings, time=time_on_air, count=count)


def opener_sentence(found: Opener | None) -> str:
    """Return which card should open the next show, and why, as far as the figures tell."""
    if found is None:
        words = translate(
            "Review", "Which card should open the next show? Too few to tell: no card brought {least} sign-ups on air."
        )
        return words.format(least=TOO_FEW)
    title, figures = found.card.title, tempo_in_full(found.tempo)
    if found.than is None or found.than_tempo is None:
        words = translate(
            "Review",
            "Open the next show with '{title}': {figures} sign-ups a minute; no other card had enough to compare.",
        )
        return words.format(title=title, figures=figures)
    other = tempo_in_full(found.than_tempo)
    if found.sure:
        words = translate(
            "Review",
            "Open the next show with '{title}': {figures} sign-ups a minute on air, against {other} for '{than}'.",
        )
    else:
        words = translate(
            "Review",
            "To open the next show: '{title}' brought most, {figures} sign-ups a minute, but '{than}' with {other} "
            "may be as good: too few to tell them apart.",
        )
    return words.format(title=title, figures=figures, other=other, than=found.than.title)


def difference_words(found: Sums) -> str:
    """Return how card on air and job on the form differ, and what came when no card was on air."""
    if not found.total:
        return ""
    words = translate("Review", "{count} named another job than their card ({share})")
    parts = [words.format(count=f"{found.other_jobs:,}", share=percent(found.other_jobs / found.total))]
    if found.late:
        parts.append(translate("Review", "{count} in the lag window").format(count=f"{found.late:,}"))
    if found.none:
        parts.append(translate("Review", "{count} to no card").format(count=f"{found.none:,}"))
    return " · ".join(parts)
