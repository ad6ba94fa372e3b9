"""What an import of leads says about a whole file: what is not kept, what came of it, and why it did not work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.clock import CHINA
from kzg_desktop.domain.entities import Broadcast, Job
from kzg_desktop.errors import HubError, HubUnreachable, KzgError
from kzg_desktop.importing.findings import Message
from kzg_desktop.importing.lead_sending import is_not_allowed, outcome_counts
from kzg_desktop.importing.lead_sheet import LeadSheet
from kzg_desktop.ui.error_text import describe

__all__ = ["broadcast_words", "done_words", "failure_words", "job_names", "sheet_words", "stopped_words", "time_words"]

translate = QCoreApplication.translate


def time_words(at: int) -> str:
    """Return day and time of day in China; "" for 0."""
    return f"{datetime.fromtimestamp(at / 1000, CHINA):%Y-%m-%d %H:%M}" if at else ""


def broadcast_words(broadcast: Broadcast) -> str:
    """Return when it was and what it is called; a campaign's broadcasts are often called alike."""
    campaign = "" if broadcast.title.startswith(broadcast.campaign) else broadcast.campaign
    return " ".join(filter(None, (time_words(broadcast.starts_at), campaign, broadcast.title)))


def job_names(jobs: Iterable[Job]) -> dict[str, str]:
    """Return by id what the jobs are called: with the employer where there are several."""
    listed = list(jobs)
    several = len({job.employer_id for job in listed}) > 1
    return {job.id: f"{job.title} · {job.hiring_organization}" if several else job.title for job in listed}


def sheet_words(messages: Iterable[Message]) -> str:
    """Return the remarks on whole columns, those of one kind together."""
    columns: dict[str, list[str]] = {}
    for message in messages:
        columns.setdefault(message.text, []).append(message.column)
    return "；".join(f"{'、'.join(filter(None, names))}：{text}".lstrip("：") for text, names in columns.items())


def done_words(sheet: LeadSheet, left_out: int) -> str:
    """Return what came of it in one line; *left_out* are the rows that the user did not want."""
    counts = outcome_counts(sheet)
    not_sent = sheet.count("error") - counts["refused"]
    parts = [
        (True, counts["created"], translate("LeadImport", "{count} new")),
        (False, counts["updated"], translate("LeadImport", "{count} completed")),
        (False, counts["unchanged"], translate("LeadImport", "{count} already there")),
        (False, counts["refused"], translate("LeadImport", "{count} refused")),
        (False, not_sent, translate("LeadImport", "{count} with errors not imported")),
        (False, left_out, translate("LeadImport", "{count} left out by you")),
    ]
    told = " · ".join(words.format(count=f"{count:,}") for always, count, words in parts if count or always)
    return translate("LeadImport", "Done: {what}").format(what=told)


def stopped_words(sent: int, total: int) -> str:
    """Return what holds after the user stopped it."""
    if not sent:
        return translate("LeadImport", "Stopped. Nothing was sent.")
    return translate(
        "LeadImport", "Stopped: {sent} of {total} have reached the hub. Import again to go on; nothing is doubled."
    ).format(sent=f"{sent:,}", total=f"{total:,}")


def failure_words(error: KzgError, sent: int, total: int, *, tried: bool) -> str:
    """Return what happened, what it means, and what to do; *tried*: a batch was on its way."""
    if isinstance(error, HubUnreachable):
        what = translate("LeadImport", "The hub does not answer: leads are personal data and kept there only.")
    elif isinstance(error, HubError) and is_not_allowed(error):
        what = translate("LeadImport", "This account may not bring applicants: sign in as HR or as administrator.")
    else:
        told = describe(error)
        what = f"{told.what}. {told.todo}".strip() if told.todo else told.what
    if not sent and tried and isinstance(error, HubUnreachable):  # of the first batch the answer alone may be lost
        again = translate("LeadImport", "Import again with the same choices: what may have arrived is not doubled.")
        return f"{what} {again}"
    if not sent:
        return what + " " + translate("LeadImport", "Nothing was sent.")
    went = translate("LeadImport", "{sent} of {total} were sent and stay; import again to go on, nothing is doubled.")
    return what + " " + went.format(sent=f"{sent:,}", total=f"{total:,}")
