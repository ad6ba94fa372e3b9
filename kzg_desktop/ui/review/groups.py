"""By what a funnel can be broken down, and what the groups are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.models.application_text import audience_name, channel_name
from kzg_desktop.review.facts import Sent
from kzg_desktop.services import Desk

__all__ = ["GROUP_OF", "GroupBy", "Scope", "group_by_words", "group_name", "groups_in", "of_broadcasts"]

translate = QCoreApplication.translate

GroupBy: TypeAlias = Literal["", "employer", "job", "host", "channel", "city", "age_band", "audience"]
Scope: TypeAlias = Literal["this", "all"]

GROUP_OF: Mapping[GroupBy, Callable[[Sent], str]] = {
    "employer": lambda one: one.employer_id,
    "job": lambda one: one.job_title,
    "channel": lambda one: one.channel,
    "city": lambda one: one.city,
    "age_band": lambda one: one.age_band,
}


def groups_in(scope: Scope) -> tuple[GroupBy, ...]:
    """Return what can be told apart: one broadcast has one host and is for one audience."""
    if scope == "this":
        return ("", "employer", "job", "channel", "city", "age_band")
    return ("", "employer", "job", "host", "channel", "city", "age_band", "audience")


def of_broadcasts(group: GroupBy, broadcasts: Iterable[Broadcast]) -> dict[str, str] | None:
    """Return by broadcasts' ids the groups that applications share with their broadcast; None where they do not."""
    if group == "host":
        return {one.id: one.host_name for one in broadcasts}
    if group == "audience":
        return {one.id: one.audience for one in broadcasts}
    return {} if group == "" else None


def group_by_words(group: GroupBy) -> str:
    """Return the name of a breakdown."""
    return {
        "": translate("ReviewGroup", "All together"),
        "employer": translate("ReviewGroup", "By employer"),
        "job": translate("ReviewGroup", "By job named"),
        "host": translate("ReviewGroup", "By host"),
        "channel": translate("ReviewGroup", "By channel"),
        "city": translate("ReviewGroup", "By city"),
        "age_band": translate("ReviewGroup", "By age group"),
        "audience": translate("ReviewGroup", "By audience"),
    }[group]


def group_name(group: GroupBy, key: str, desk: Desk) -> str:
    """Return what a group is called; a key without a word is "not stated"."""
    if group == "employer":
        names = {one.id: one.name for one in desk.organizations()}
        return names.get(key) or translate("ReviewGroup", "Not stated")
    if group == "channel":
        return channel_name(key)
    if group == "job" and (job := desk.job(key)) is not None:  # over all broadcasts; within one it is a title
        return f"{job.title} · {job.hiring_organization}" if job.hiring_organization else job.title
    return audience_name(key) or translate("ReviewGroup", "Not stated")
