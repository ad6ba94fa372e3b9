"""What is said of a row where others may read along: no phone in full, and no name where names are hidden."""

from __future__ import annotations

import re

from kzg_desktop.importing.findings import Message
from kzg_desktop.importing.lead_columns import field_of

__all__ = ["masked_message", "without_numbers"]

_NUMBER = re.compile(r"(\d{3})\d{4,}(\d{4})")
_SPELLED = re.compile(r"\d(?:[\s\-—.()（）]*\d){7,}")
_PERSONAL = {"phone", "name"}


def without_numbers(text: str) -> str:
    """Return *text* with whatever may be a phone masked."""
    return _NUMBER.sub(r"\1****\2", text)


def masked_message(message: Message, *, names: bool) -> str:
    """Return the message with phones masked; *names*: also without the words of cells that hold a name or a phone.

    Not even a wrong phone is shown, since it may be right but for one digit.
    """
    field = field_of(message.column)
    if names and field in _PERSONAL:
        return without_numbers(f"{message.column}：{message.text}")
    if field == "phone":
        return _SPELLED.sub(_masked, str(message))
    return without_numbers(str(message))


def _masked(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found[0])
    digits = digits[2:] if len(digits) == 13 and digits.startswith("86") else digits
    return f"{digits[:3]}****{digits[-2:]}" if len(digits) < 11 else f"{digits[:3]}****{digits[-4:]}"
