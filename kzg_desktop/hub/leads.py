"""Leads of other platforms become applications, by the rules of our own form and never over its word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Row, bindparam, exists, insert, not_, select

from kzg_desktop.domain.entities import Job
from kzg_desktop.domain.phones import normal_phone
from kzg_desktop.domain.signup import AGE_BANDS, CONSENT_PURPOSE
from kzg_desktop.hub.erasure import erased_at
from kzg_desktop.hub.intake import DETAILS, FORM, Arrival, add_application, change_details, known_person
from kzg_desktop.hub.keys import Keys
from kzg_desktop.hub.rights import Who
from kzg_desktop.hub.tables import SMALL, application, consent
from kzg_desktop.hub.writer import Transaction
from kzg_desktop.wire import Lead, LeadResult, LeadResults, Problem, problem

__all__ = ["take_leads"]

_PLATFORM = "platform:"
"""How the version of a consent begins that was given on a platform, whose words it keeps."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAMES = {"sheet": "平台表格", "kuaishou": "快手", "douyin": "抖音", "oceanengine": "巨量引擎", "wechat": "微信"}
_TEXTS = ("phone", "job_id", "name", "external_id", "broadcast_id", "city", "channel", "source")

_a, _c = application.c, consent.c
_job = msgspec.json.Decoder(Job)
_job_body = select(SMALL["job"].c.body).where(SMALL["job"].c.id == bindparam("id_"))
_broadcast = select(SMALL["broadcast"].c.id).where(SMALL["broadcast"].c.id == bindparam("id_"))
_by_external_id = select(_a.id).where(_a.channel == bindparam("channel"), _a.external_id == bindparam("external_id"))
_said_on_our_form = select(
    exists().where(_c.application_id == bindparam("id_"), not_(_c.text_version.startswith(_PLATFORM)))
)
_new_consent = insert(consent)


def take_leads(transaction: Transaction, keys: Keys, who: Who, leads: Sequence[Lead]) -> LeadResults:
    """Store the leads that can be stored; sending them again changes nothing.

    Raises:
        Refusal: the account may not write applications.
    """
    who.require("applicant:write")
    intake = _Intake(transaction, keys, who)
    return LeadResults(results=[intake.take(lead) for lead in leads])


class _Intake:
    """One batch; jobs and broadcasts are read once."""

    def __init__(self, transaction: Transaction, keys: Keys, who: Who) -> None:
        self._transaction = transaction
        self._keys = keys
        self._who = who
        self._jobs: dict[str, Job | None] = {}
        self._broadcasts: dict[str, bool] = {"": True}

    def take(self, lead: Lead) -> LeadResult:
        """Store one lead, or say why not."""
        errors = _errors(lead)
        phone = normal_phone(lead.phone)
        if errors or phone is None:
            return _refused(lead, msgspec.structs.replace(problem("invalid-form"), errors=errors))
        job = self._job(lead.job_id)
        if job is None:
            return _refused(lead, problem("not-found", "there is no such job"))
        if not self._is_broadcast(lead.broadcast_id):
            return _refused(lead, problem("not-found", "there is no such broadcast"))
        known = known_person(self._transaction, self._keys, phone)
        found = _same_lead(lead, known)
        if found is None:
            return self._add(lead, phone, job, known)
        if not self._who.sees(found.scope):  # moved to another employer since
            return LeadResult(row=lead.row, outcome="unchanged")
        changed = change_details(self._transaction, found, self._news(lead, found), actor=self._who.account_id)
        return LeadResult(row=lead.row, outcome="updated" if changed else "unchanged", application_id=found.id)

    def _news(self, lead: Lead, row: Row[Any]) -> dict[str, str]:
        """Return the details to write: the lead's own may be corrected, all others only completed.

        So it does not matter in which order several leads of one person are imported, and how often.
        """
        if row.status == "withdrawn":
            return {}
        overwrites = _is_same_id(lead, row) and not self._said_on_our_form(row)
        said = {name: value for name in DETAILS if (value := getattr(lead, name))}
        return {name: value for name, value in said.items() if overwrites or not getattr(row, name)}

    def _said_on_our_form(self, row: Row[Any]) -> bool:
        if row.channel == FORM:
            return True
        return bool(self._transaction.connection.scalar(_said_on_our_form, {"id_": row.id}))

    def _add(self, lead: Lead, phone: str, job: Job, known: list[Row[Any]]) -> LeadResult:
        now = self._transaction.now
        gone_at = erased_at(self._transaction, self._keys.phone_hash(phone))
        if gone_at is not None and lead.received_at <= gone_at:  # 0 may be of an old file, too
            return _refused(lead, problem("not-possible", "the person was erased after that"))
        arrival = Arrival(
            phone=phone,
            details={name: getattr(lead, name) for name in DETAILS},
            job=job,
            broadcast_id=lead.broadcast_id,
            received_at=min(lead.received_at or now, now),
            actor=self._who.account_id,
            channel=lead.channel,
            external_id=self._free_id(lead),
        )
        application_id = add_application(self._transaction, self._keys, arrival, known)
        self._transaction.connection.execute(_new_consent, _consent(application_id, lead, job, arrival.received_at))
        return LeadResult(row=lead.row, outcome="created", application_id=application_id)

    def _free_id(self, lead: Lead) -> str | None:
        """Return the platform's id, or None where another application has it: two sheets may number alike."""
        if not lead.external_id:
            return None
        values = {"channel": lead.channel, "external_id": lead.external_id}
        taken = self._transaction.connection.scalar(_by_external_id, values)
        return None if taken else lead.external_id

    def _job(self, job_id: str) -> Job | None:
        """Return the job if it is in view."""
        if job_id not in self._jobs:
            body = self._transaction.connection.scalar(_job_body, {"id_": job_id})
            job = None if body is None else _job.decode(body)
            self._jobs[job_id] = job if job is not None and self._who.sees(job.scope) else None
        return self._jobs[job_id]

    def _is_broadcast(self, broadcast_id: str) -> bool:
        if broadcast_id not in self._broadcasts:
            found = self._transaction.connection.scalar(_broadcast, {"id_": broadcast_id})
            self._broadcasts[broadcast_id] = found is not None
        return self._broadcasts[broadcast_id]


def _same_lead(lead: Lead, known: list[Row[Any]]) -> Row[Any] | None:
    """Return the application that the lead became before: by its id, else the one for that job and broadcast.

    By its id it is found also where HR has moved it to another job since.
    """
    by_id = next((row for row in known if _is_same_id(lead, row)), None)
    if by_id is not None:
        return by_id
    of_job = (lead.broadcast_id, lead.job_id)
    return next((row for row in known if (row.broadcast_id, row.job_id) == of_job), None)


def _is_same_id(lead: Lead, row: Row[Any]) -> bool:
    return bool(lead.external_id) and (row.channel, row.external_id) == (lead.channel, lead.external_id)


def _errors(lead: Lead) -> dict[str, str]:
    """Return by field what keeps the lead from being stored."""
    errors = {name: "有不能显示的字符" for name in _TEXTS if not getattr(lead, name).isprintable()}
    if normal_phone(lead.phone) is None:
        errors["phone"] = "这不是有效的大陆手机号"
    if lead.age_band and lead.age_band not in AGE_BANDS:
        errors["age_band"] = "没有这个年龄段"
    if lead.available_from and not _is_date(lead.available_from):
        errors["available_from"] = "日期请写成 2026-03-01 的样子"
    if lead.channel == FORM:
        errors["channel"] = "form 是报名页自己的渠道"
    return errors


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _refused(lead: Lead, why: Problem) -> LeadResult:
    return LeadResult(row=lead.row, outcome="refused", problem=why)


def _consent(application_id: str, lead: Lead, job: Job, at: int) -> dict[str, Any]:
    """Return the record of a consent that was given on the platform: to whom, for what, when and where."""
    origin = "，".join(filter(None, (lead.source, f"线索 {lead.external_id}" if lead.external_id else "")))
    where = _NAMES.get(lead.channel, lead.channel) + (f"（{origin}）" if origin else "")
    recipient = job.hiring_organization
    return {
        "application_id": application_id,
        "recipient": recipient,
        "text_version": f"{_PLATFORM}{lead.channel}",
        "text": f"在{where}提交：同意由“{recipient}”就“{job.title}”岗位联系；同意时的原文由该平台保存。",
        "purpose": CONSENT_PURPOSE,
        "at": at,
    }
