"""The pages that viewers see: rendered from ``resources/signup``, in Chinese, with everything inline."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.domain.entities import Job, Pay
from kzg_desktop.domain.signup import AGE_BANDS, consent_text
from kzg_desktop.hub.offers import Offer, Sent
from kzg_desktop.resources import resource

__all__ = ["FIELDS", "TRAP", "closed_page", "done_page", "form_page", "missing_page", "pay_line", "security_headers"]

FIELDS = ("name", "phone", "age_band", "city", "available_from", "consent")
"""What a viewer fills in."""

TRAP = "website"
"""A field that people do not see; programs that fill in everything do."""


def form_page(
    offer: Offer,
    job: Job,
    *,
    typed: Mapping[str, str],
    today: date,
    errors: Mapping[str, str] | None = None,
    notice: str = "",
) -> str:
    """Return the page with the form for *job*, everything *typed* kept, and *errors* beside their fields."""
    return _render(
        "form.html",
        offer=offer,
        job=job,
        others=[other for other in offer.jobs if other.id != job.id],
        consent=consent_text(job.hiring_organization, job.title),
        age_bands=AGE_BANDS,
        today=today.isoformat(),
        typed={name: typed.get(name, "") for name in FIELDS},
        errors=errors or {},
        first_error=next((name for name in FIELDS if name in (errors or {})), ""),
        notice=notice,
        trap=TRAP,
    )


def done_page(sent: Sent, outcome: str) -> str:
    """Return the page that says what happens next."""
    return _render("done.html", sent=sent, job=sent.job, outcome=outcome)


def closed_page(title: str) -> str:
    """Return the page of a broadcast that offers no job yet."""
    return _render("message.html", heading="岗位马上就来", title=title, text="主播还没有放出岗位，请稍后刷新本页。")


def missing_page() -> str:
    """Return the page for an address that leads nowhere."""
    text = "链接可能不完整，或直播间已经关闭。请回到直播间，重新点一次报名链接。"
    return _render("message.html", heading="没有找到这场直播", title="", text=text)


def security_headers() -> dict[str, str]:
    """Return the headers of every page: only our own inline style and script, nothing from elsewhere."""
    style, script = (_hash(_text(name)) for name in ("signup.css", "signup.js"))
    policy = (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cache-Control": "no-store",
    }


def pay_line(pay: Pay) -> tuple[str, str]:
    """Return the amount to show largest, and what it is; the words of the source when there is no figure."""
    low, high = pay.month_min_yuan, pay.month_max_yuan
    if low is not None or high is not None:
        ends = sorted({end for end in (low, high) if end is not None})
        return "–".join(f"{end:,}" for end in ends), "元/月"
    if pay.hourly_yuan is not None:
        return f"{pay.hourly_yuan:g}", "元/小时"
    if pay.base_month_yuan is not None:
        return f"{pay.base_month_yuan:,}", "元/月 底薪"
    return pay.text or "薪资见招聘单位说明", ""


def _facts(job: Job) -> list[tuple[str, str]]:
    """Return what else a viewer wants to know, in the order of asking."""
    openings = "" if job.total_job_openings is None else f"{job.total_job_openings:,} 人"
    low, high = job.age_min, job.age_max
    age = f"{low or 16}–{high} 周岁" if high else (f"{low} 周岁以上" if low else "")
    facts = [
        ("地点", job.job_location or job.region),
        ("班次", "，".join(text for text in (job.shift, job.work_hours) if text)),
        ("食宿", "，".join(text for text in (job.board, job.lodging) if text)),
        ("招聘人数", openings),
        ("年龄", age),
        ("发薪", job.pay.payday),
    ]
    return [(label, text) for label, text in facts if text]


def _china_time(at: int) -> str:
    """Return a time (UTC ms) as people in China write it."""
    moment = datetime.fromtimestamp(at / 1000, CHINA)
    return f"{moment:%Y} 年 {moment.month} 月 {moment.day} 日 {moment:%H:%M}"


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource("signup")), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {"pay_line": pay_line, "facts": _facts, "china_time": _china_time}
    environment.globals |= {"style": Markup(_text("signup.css")), "script": Markup(_text("signup.js"))}  # noqa: S704 - ours
    return environment


def _render(template: str, **values: Any) -> str:
    return _environment().get_template(template).render(values)


@cache
def _text(name: str) -> str:
    return resource("signup", name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
