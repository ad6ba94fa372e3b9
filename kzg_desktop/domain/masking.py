"""Masking of personal data for everybody without the right to see it (个人信息保护法 51)."""

from __future__ import annotations

__all__ = ["mask_name", "mask_phone"]


def mask_name(name: str) -> str:
    """Keep the first character and the length: 王小明 → 王**."""
    return name[:1] + "*" * (len(name) - 1) if len(name) > 1 else name[:1] + "*"


def mask_phone(phone: str) -> str:
    """Keep the first three and last four digits of a mobile number: 138****5678. Shorter ones are hidden whole."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 11 else "*" * len(phone)
