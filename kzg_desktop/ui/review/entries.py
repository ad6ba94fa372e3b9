"""What each list of the review says of a broadcast, a day or a campaign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kzg_desktop.domain.clock import china_day
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.review.days import DayLine
from kzg_desktop.review.reading import Totals
from kzg_desktop.ui.review.broadcast_model import BroadcastRow
from kzg_desktop.ui.review.entry_delegate import Entry
from kzg_desktop.widgets.text import time_of_day

__all__ = ["broadcast_entry", "campaign_entry", "campaign_name", "day_entry", "day_words", "span_words"]

translate = QCoreApplication.translate


def broadcast_entry(row: BroadcastRow) -> Entry:
    """Return a broadcast: when and by whom, and how far people came."""
    one = row.broadcast
    day = time_of_day(one.starts_at, form="%Y-%m-%d %H:%M") if one.starts_at else ""
    return Entry(
        title=one.title,
        figure=f"{row.total:,}" if row.totals is not None else "…",
        unit=translate("ReviewList", "sign-ups"),
        about=" · ".join(part for part in (day, one.host_name) if part),
        more=_outcome(row.totals),
    )


def day_entry(line: DayLine) -> Entry:
    """Return a day: how many broadcasts began on it, and what they brought."""
    if not line.broadcasts:
        return Entry(title=day_words(line.day), about=translate("ReviewList", "no broadcast"), quiet=True)
    return Entry(
        title=day_words(line.day),
        figure=f"{line.sign_ups:,}" if line.sign_ups is not None else "…",
        unit=translate("ReviewList", "sign-ups"),
        about=_broadcasts(line.broadcasts),
    )


def campaign_entry(name: str, broadcasts: Sequence[Broadcast], totals: Mapping[str, Totals] | None) -> Entry:
    """Return a campaign: over how many broadcasts and which days, and how far people came."""
    whole = Totals(stages={})
    for one in broadcasts:
        whole.add((totals or {}).get(one.id, Totals()))
    return Entry(
        title=campaign_name(name),
        figure=f"{whole.total:,}" if totals is not None else "…",
        unit=translate("ReviewList", "sign-ups"),
        about=" · ".join(part for part in (span_words(broadcasts), _broadcasts(len(broadcasts))) if part),
        more=_outcome(whole if totals is not None else None),
    )


def campaign_name(name: str) -> str:
    """Return a campaign's name; broadcasts of none are told as such."""
    return name or translate("ReviewList", "Broadcasts of no campaign")


def day_words(day: date) -> str:
    """Return a day with its name."""
    return f"{day.isoformat()} {QLocale().toString(QDate(day.year, day.month, day.day), 'ddd')}"


def span_words(broadcasts: Iterable[Broadcast]) -> str:
    """Return from which day in China to which, the year once if it is one."""
    times = sorted(one.starts_at for one in broadcasts if one.starts_at)
    if not times:
        return ""
    first, last = (china_day(at).isoformat() for at in (times[0], times[-1]))
    return first if first == last else f"{first} – {last[5:] if last[:4] == first[:4] else last}"


def _broadcasts(count: int) -> str:
    if count == 1:
        return translate("ReviewList", "1 broadcast")
    return translate("ReviewList", "{n} broadcasts").format(n=f"{count:,}")


def _outcome(totals: Totals | None) -> str:
    if totals is None or not totals.total:
        return ""
    counts = {stage: f"{totals.stages.get(stage, 0):,}" for stage in ("reached", "interviewed", "hired")}
    return " · ".join(
        (
            translate("ReviewList", "reached {n}").format(n=counts["reached"]),
            translate("ReviewList", "came {n}").format(n=counts["interviewed"]),
            translate("ReviewList", "hired {n}").format(n=counts["hired"]),
        )
    )
