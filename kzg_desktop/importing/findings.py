"""What reading a cell found out: remarks with a level, which add up to the status of a row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec import Struct

__all__ = ["Finding", "Level", "Message", "Status", "error", "info", "status_of", "warning"]

Level: TypeAlias = Literal["info", "warning", "error"]
Status: TypeAlias = Literal["ok", "warning", "error"]


class Finding(Struct, frozen=True):
    """A remark on some words, in Chinese, for the user."""

    level: Level
    text: str


class Message(Struct, frozen=True, kw_only=True):
    """A finding together with where it was made: the column's header and the cell's words, "" for the whole row."""

    level: Level
    text: str
    column: str = ""
    words: str = ""

    def __str__(self) -> str:
        place = f"{self.column}「{self.words}」" if self.words else self.column
        return f"{place}：{self.text}" if place else self.text


def info(text: str) -> Finding:
    """Return a finding that only explains how something was read."""
    return Finding("info", text)


def warning(text: str) -> Finding:
    """Return a finding that the user should look at; the row can be imported."""
    return Finding("warning", text)


def error(text: str) -> Finding:
    """Return a finding that keeps the row from being imported."""
    return Finding("error", text)


def status_of(messages: Iterable[Message]) -> Status:
    """Return the worst level among *messages* as a status; remarks alone are ok."""
    levels = {message.level for message in messages}
    if "error" in levels:
        return "error"
    return "warning" if "warning" in levels else "ok"
