"""Checks the address of a hub as somebody typed it."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from kzg_desktop.errors import InvalidInput

__all__ = ["hub_address"]

translate = QCoreApplication.translate

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def hub_address(typed: str) -> str:
    """Return the address without path: ``hub.example.com/`` → ``https://hub.example.com``.

    On this computer, where nobody listens in, ``localhost:8750`` → ``http://localhost:8750``.

    Raises:
        InvalidInput: not an address, or one that would send the invitation over the network unencrypted.
    """
    text = typed.strip()
    bare = "://" not in text
    try:
        parts = urlsplit(f"https://{text}" if bare else text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if not host or any(c.isspace() for c in host) or parts.scheme not in {"http", "https"} or parts.username:
        raise InvalidInput(translate("HubAddress", "This is not an address such as https://hub.example.com"))
    if parts.scheme == "http" and host not in _LOOPBACK:
        raise InvalidInput(translate("HubAddress", "Use https:// so that nobody can listen in"))
    name = f"[{host}]" if ":" in host else host
    scheme = "http" if bare and host in _LOOPBACK else parts.scheme
    return f"{scheme}://{name}" + (f":{port}" if port is not None else "")
