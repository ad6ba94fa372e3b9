"""Checks addresses and ports as somebody typed them into the settings."""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, urlsplit

from PySide6.QtCore import QCoreApplication

from kzg_desktop.errors import InvalidInput

__all__ = ["is_loopback", "network_name", "port_number", "public_address"]

translate = QCoreApplication.translate


def public_address(typed: str) -> str:
    """Return the address that phones reach, without a path: ``jobs.example.com/`` → ``https://jobs.example.com``.

    "" stays "". A bare address of a local network, which has no certificate, gets ``http://``.

    Raises:
        InvalidInput: not an http or https address, or one with a path, a question or a name to sign in with.
    """
    text = typed.strip()
    if not text:
        return ""
    bare = "://" not in text
    try:
        parts = urlsplit(f"https://{text}" if bare else text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise InvalidInput(_not_an_address()) from None
    if parts.scheme not in {"http", "https"} or not _is_host(host) or parts.username is not None:
        raise InvalidInput(_not_an_address())
    if _has_path(parts):
        raise InvalidInput(translate("Addresses", "Only the address, without anything after the name and port"))
    scheme = "http" if bare and _is_ip(host) else parts.scheme
    name = f"[{host}]" if ":" in host else host
    return f"{scheme}://{name}" + (f":{port}" if port is not None else "")


def is_loopback(url: str) -> bool:
    """Whether only this computer can open *url*."""
    host = urlsplit(url).hostname or ""
    return host == "localhost" or (_is_ip(host) and ipaddress.ip_address(host).is_loopback)


def port_number(typed: str) -> int:
    """Return the port.

    Raises:
        InvalidInput: not a number from 1 to 65535.
    """
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= 65535:
        return int(typed)
    raise InvalidInput(translate("Addresses", "A port is a number from 1 to 65535"))


def network_name(typed: str) -> str:
    """Return the name or address of a computer.

    Raises:
        InvalidInput: it is neither.
    """
    if _is_host(typed):
        return typed
    raise InvalidInput(translate("Addresses", "This is not the name or address of a computer, such as 127.0.0.1"))


def _not_an_address() -> str:
    return translate("Addresses", "This is not an address such as https://jobs.example.com")


def _has_path(parts: SplitResult) -> bool:
    return parts.path not in {"", "/"} or bool(parts.query) or bool(parts.fragment)


def _is_host(host: str) -> bool:
    if _is_ip(host):
        return True
    labels = host.split(".")
    fine = all(label and label.replace("-", "").replace("_", "").isalnum() for label in labels)
    return fine and not labels[-1].isdigit() and len(host) <= 253


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
