"""Which jobs fit an applicant, and which applicants fit a job, with the reasons.

Sex, ethnicity, origin, marriage, health and all that the law protects never count: a :class:`Seeker` has no field for
them, nor for a name, a phone or notes. Of the age counts only what the law demands: 16 (禁止使用童工规定), and 18 where
the job says so. Any other age limit of an advertisement is a legal risk and excludes nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from kzg_desktop.domain.entities import Application, Job, Pay, Vacancy
from kzg_desktop.domain.hiring import Shift, Wishes
from kzg_desktop.domain.regions import Place, locate
from kzg_desktop.domain.states import ACCEPTED
from kzg_desktop.domain.vacancy import seats_left

__all__ = [
    "SPOKEN_FOR",
    "WAITING",
    "WEIGHTS",
    "Fit",
    "Opening",
    "Reach",
    "Reason",
    "ReasonKind",
    "Seeker",
    "jobs_for",
    "opening_of",
    "reach_of",
    "seeker_of",
    "seekers_for",
    "takes_anybody",
]

ReasonKind: TypeAlias = Literal["city", "pay", "shift", "lodging", "board", "start", "age", "seats"]
"""In the order in which reasons are given."""

WEIGHTS: dict[ReasonKind, int] = {
    "city": 40,
    "pay": 25,
    "shift": 12,
    "lodging": 10,
    "board": 5,
    "start": 8,
    "age": 0,
    "seats": 0,
}
"""What a reason counts of 100. Age and seats only exclude: nobody fits better for being of some age."""

WAITING = frozenset({"new", "contacting", "unreachable", "reached", "considering", "no_show"})
"""States in which an applicant has no place in sight and is not lost: another job may be offered."""

SPOKEN_FOR = frozenset({"interview_booked", "interviewed"}) | ACCEPTED
"""States with a place in sight: whoever has one such application is offered nothing else."""

Reach: TypeAlias = Literal["here", "unsaid", "near", "away"]
"""Where an applicant looks for work, seen from a job: in its city, nowhere that is known, in its province, elsewhere.

The first fits best, and so on. Who is away hardly ever fits: a city counts most.
"""

_WORTH_SHOWING = 50
_ADULT, _WORKING_AGE = 18, 16
_HOURS_A_MONTH = 174
"""A full month's hours: 21.75 days (劳社部发〔2008〕3号) of 8 h."""

_OPEN_TO_ALL = frozenset({"", "不限", "都可以", "均可", "全国"})
_BETWEEN_CITIES = re.compile(r"[\s/、,，;；·或和\-]+")
_NO_NIGHTS = re.compile(r"(?:不上|不用上|没有|无|免|不倒)夜班|不倒班|不用倒班|无倒班")
_SHIFTS: tuple[tuple[Shift, re.Pattern[str]], ...] = (
    ("day", re.compile(r"长?白班|正常班|常白|早班")),
    ("night", re.compile(r"长?夜班|晚班")),
    ("rotating", re.compile(r"[两二三四]班|倒班|轮班|翻班")),
)
_DAY_AND_NIGHT: frozenset[Shift] = frozenset({"day", "night"})
_NOT_OFFERED = re.compile(r"(?:无|不|没有|自理|自行|自付)|.*(?:不提供|不包|不含|没有安排)")


class Seeker(Struct, frozen=True, kw_only=True):
    """What counts of an applicant. ``id`` is the application's, ``pay_yuan`` what the job applied for pays a month."""

    id: str
    job_id: str
    cities: tuple[str, ...] = ()
    oldest: int | None = None
    available_from: str = ""
    pay_yuan: int | None = None
    wishes: Wishes = Wishes()
    waiting_since: int = 0


class Opening(Struct, frozen=True, kw_only=True):
    """What counts of a job. ``seats`` is None when it names no number, ``age_min`` the least age that the law knows."""

    id: str
    is_open: bool
    seats: int | None
    address: str
    place: Place
    age_min: int
    pay_yuan: int | None
    pay_top_yuan: int | None
    shift: str
    shifts: frozenset[Shift]
    lodging: str
    board: str
    valid_through: str


class Reason(Struct, frozen=True, kw_only=True):
    """Why a job fits, or where it does not (``met`` False): what is *wanted* and what is *offered*.

    city: names of places. pay: yuan a month, where *basis* tells a stated wish from the pay of the job applied for.
    shift: a :data:`Shift` and the job's words. lodging, board: the job's words, "" where it states none. start: ISO
    days, the applicant's first and the offer's last. age: *offered* is the lawful minimum that is met. seats: how many
    are left, "" where the job names no number.
    """

    kind: ReasonKind
    met: bool
    wanted: str | int = ""
    offered: str | int = ""
    basis: Literal["wish", "applied", ""] = ""


class Fit(Struct, frozen=True):
    """A job's or application's *id* and how well it fits, 0 to 100. What nobody stated counts half."""

    id: str
    score: int
    reasons: tuple[Reason, ...]


def seeker_of(application: Application, applied: Job | None) -> Seeker:
    """Return what counts of *application*; *applied* is its job, if known."""
    return Seeker(
        id=application.id,
        job_id=application.job_id,
        cities=_cities(application.city),
        oldest=_oldest(application.age_band),
        available_from=application.available_from,
        pay_yuan=_pay(applied.pay) if applied is not None else None,
        wishes=application.handling.wishes,
        waiting_since=application.received_at,
    )


def opening_of(job: Job, vacancy: Vacancy | None) -> Opening:
    """Return what counts of *job*."""
    address = job.job_location or job.region
    return Opening(
        id=job.id,
        is_open=not job.archived and (vacancy is None or vacancy.state == "open"),
        seats=seats_left(job, vacancy),
        address=address,
        place=locate(job.region or job.job_location),
        age_min=_ADULT if (job.age_min or 0) >= _ADULT else _WORKING_AGE,
        pay_yuan=_pay(job.pay),
        pay_top_yuan=job.pay.month_max_yuan or _pay(job.pay),
        shift=job.shift,
        shifts=_shifts(job.shift),
        lodging=job.lodging,
        board=job.board,
        valid_through=job.valid_through,
    )


def reach_of(city: str, opening: Opening) -> Reach:
    """Return how near to the job the places are that an applicant wrote as *city*."""
    seeker = Seeker(id="", job_id="", cities=_cities(city))
    reason = _city(seeker, opening)
    if reason is None:
        return "unsaid"
    if reason.met:
        return "here"
    return "near" if _same_province(seeker, opening) else "away"


def takes_anybody(opening: Opening, today: date) -> bool:
    """Whether the job recruits on that day in China, and has a seat left as far as it says how many."""
    day = _day(opening.valid_through)
    return opening.is_open and opening.seats != 0 and (day is None or day >= today)


def jobs_for(seeker: Seeker, openings: Iterable[Opening], *, today: date, limit: int = 20) -> list[Fit]:
    """Return the jobs that fit an applicant, the best first, those with more seats left before equals.

    Left out are the job applied for, those that take nobody (archived, paused, filled, full, expired by *today*, the
    date in China), those that the law keeps from the applicant, and what fits less than half.
    """
    found = []
    for opening in openings:
        fit = _fit(seeker, opening, opening.id, today)
        if fit is not None:
            found.append((-fit.score, -_many(opening.seats), fit.id, fit))
    return [entry[3] for entry in sorted(found, key=lambda entry: entry[:3])[:limit]]


def seekers_for(opening: Opening, seekers: Iterable[Seeker], *, today: date, limit: int = 50) -> list[Fit]:
    """Return the applicants to other jobs who would fit *opening*, the best first, those waiting longer before equals.

    It is the caller's to give applicants who wait. What :func:`jobs_for` leaves out is left out here.
    """
    found = []
    for seeker in seekers:
        fit = _fit(seeker, opening, seeker.id, today)
        if fit is not None:
            found.append((-fit.score, seeker.waiting_since, fit.id, fit))
    return [entry[3] for entry in sorted(found, key=lambda entry: entry[:3])[:limit]]


def _fit(seeker: Seeker, opening: Opening, id_: str, today: date) -> Fit | None:
    if seeker.job_id == opening.id or not takes_anybody(opening, today) or not _lawful(seeker, opening):
        return None
    reasons = tuple(_reasons(seeker, opening))
    score = _score(seeker, opening, reasons)
    return Fit(id_, score, reasons) if score >= _WORTH_SHOWING else None


def _lawful(seeker: Seeker, opening: Opening) -> bool:
    """Whether the applicant may be old enough; who does not say is asked by HR."""
    return seeker.oldest is None or seeker.oldest >= opening.age_min


def _score(seeker: Seeker, opening: Opening, reasons: tuple[Reason, ...]) -> int:
    shares: dict[ReasonKind, float] = dict.fromkeys(WEIGHTS, 0.5)
    for reason in reasons:
        shares[reason.kind] = 1.0 if reason.met else 0.0
        if reason.kind == "city" and not reason.met and _same_province(seeker, opening):
            shares["city"] = 0.25
    return round(sum(WEIGHTS[kind] * share for kind, share in shares.items()))


def _same_province(seeker: Seeker, opening: Opening) -> bool:
    province = opening.place.province
    return bool(province) and any(_located(city).province == province for city in seeker.cities)


def _reasons(seeker: Seeker, opening: Opening) -> Iterator[Reason]:
    found = {
        "city": _city(seeker, opening),
        "pay": _pay_reason(seeker, opening),
        "shift": _shift(seeker, opening),
        "lodging": _offered("lodging", seeker.wishes.lodging, opening.lodging),
        "board": _offered("board", seeker.wishes.board, opening.board),
        "start": _start(seeker, opening),
        "age": Reason(kind="age", met=True, offered=opening.age_min) if seeker.oldest is not None else None,
        "seats": Reason(kind="seats", met=True, offered="" if opening.seats is None else opening.seats),
    }
    for kind in get_args(ReasonKind):
        if (reason := found[kind]) is not None:
            yield reason


def _city(seeker: Seeker, opening: Opening) -> Reason | None:
    verdicts = [_is_there(city, opening) for city in seeker.cities]
    known = [verdict for verdict in verdicts if verdict is not None]
    if not known:
        return None
    offered = opening.place.city or opening.place.province or opening.address
    return Reason(kind="city", met=any(known), wanted="、".join(seeker.cities), offered=offered)


def _is_there(city: str, opening: Opening) -> bool | None:
    """Whether the job is in *city*; None: what is written there is no known place, and not in the address either."""
    wanted, place = _located(city), opening.place
    if not wanted.province:
        return True if city in opening.address else None
    if not place.province:
        return None
    return wanted.province == place.province and wanted.city in {"", place.city}


def _pay_reason(seeker: Seeker, opening: Opening) -> Reason | None:
    wish = seeker.wishes.month_min_yuan
    wanted = seeker.pay_yuan if wish is None else wish
    if wanted is None or opening.pay_top_yuan is None:
        return None
    met = opening.pay_top_yuan >= wanted
    return Reason(
        kind="pay", met=met, wanted=wanted, offered=opening.pay_top_yuan, basis="applied" if wish is None else "wish"
    )


def _shift(seeker: Seeker, opening: Opening) -> Reason | None:
    wanted = seeker.wishes.shift
    if not wanted or not opening.shifts:
        return None
    return Reason(kind="shift", met=wanted in opening.shifts, wanted=wanted, offered=opening.shift)


def _offered(kind: Literal["lodging", "board"], wanted: bool | None, words: str) -> Reason | None:
    """Somebody who needs none minds none."""
    if not wanted:
        return None
    return Reason(kind=kind, met=bool(words.strip()) and not _NOT_OFFERED.match(words.strip()), offered=words)


def _start(seeker: Seeker, opening: Opening) -> Reason | None:
    first, last = _day(seeker.available_from), _day(opening.valid_through)
    if first is None or last is None:
        return None
    return Reason(kind="start", met=first <= last, wanted=seeker.available_from, offered=opening.valid_through)


@lru_cache(maxsize=4096)
def _located(text: str) -> Place:
    return locate(text)


@lru_cache(maxsize=4096)
def _cities(text: str) -> tuple[str, ...]:
    """Return the places that *text* names, a province beside a city of its own left out: 山东 青岛 is one place."""
    parts = [part for part in _BETWEEN_CITIES.split(text.strip()) if part]
    if any(part in _OPEN_TO_ALL for part in parts):
        return ()
    places = [locate(part) for part in parts]
    narrower = {place.province for place in places if place.city}
    return tuple(p for p, place in zip(parts, places, strict=True) if place.city or place.province not in narrower)


def _oldest(band: str) -> int | None:
    """Return the greatest age in a band such as ``16–17``; open ends and what is no age are None."""
    ages = [int(digits) for digits in re.findall(r"\d{1,3}", band)]
    if not ages:
        return None
    return 150 if band.strip().endswith("+") else max(ages)


def _pay(pay: Pay) -> int | None:
    """Return what a month pays at least, estimated by a full month's hours where only an hour's pay is stated."""
    if pay.month_min_yuan is not None:
        return pay.month_min_yuan
    if pay.hourly_yuan is not None:
        return round(pay.hourly_yuan * _HOURS_A_MONTH)
    return pay.base_month_yuan


def _shifts(text: str) -> frozenset[Shift]:
    left = _NO_NIGHTS.sub("白班", text)
    found = {shift for shift, words in _SHIFTS if words.search(left)}
    if found >= _DAY_AND_NIGHT:  # 白班夜班轮换, or a choice: both may come
        found.add("rotating")
    return frozenset(found)


def _many(seats: int | None) -> int:
    return 1_000_000 if seats is None else seats


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
