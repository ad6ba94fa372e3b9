"""Which of OBS's sources show our overlay, by their settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from kzg_desktop.studio.obs.settings import Belief

__all__ = ["shows_overlay"]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def shows_overlay(settings: Mapping[str, object], belief: Belief) -> bool:
    """Whether a source with these *settings* opens our overlay page or our picture, whatever kind of source it is."""
    return any(_is_our_page(text, belief) or _is_our_file(text, belief) for text in _texts(_used(settings)))


def _used(settings: Mapping[str, object]) -> Mapping[str, object]:
    """Leave out what a browser source remembers but does not use: its address, or its local file."""
    unused = "url" if settings.get("is_local_file") else "local_file"
    return {name: value for name, value in settings.items() if name != unused}


def _texts(value: object) -> Iterator[str]:
    """Every text in *value*, however deep: a slide show or a playlist nests its files."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for nested in value.values():
            yield from _texts(nested)
    elif isinstance(value, list):
        for nested in value:
            yield from _texts(nested)


def _is_our_page(text: str, belief: Belief) -> bool:
    """Layout and theme stand in the query, so it does not count; neither does how the loopback is written."""
    if not belief.overlay_url:
        return False
    ours, found = _page(belief.overlay_url), _page(text)
    return found is not None and found == ours


def _page(url: str) -> tuple[str, str, int, str] | None:
    try:
        parts = urlsplit(url.strip())
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    host = "loopback" if parts.hostname in LOOPBACK else parts.hostname
    return parts.scheme, host, port, parts.path.rstrip("/")


def _is_our_file(text: str, belief: Belief) -> bool:
    return any(ours and _file(text) == _file(ours) for ours in (belief.overlay_png, belief.overlay_file))


def _file(text: str) -> str:
    """One spelling of a path: OBS writes slashes on every system, and Windows knows no case."""
    path = unquote(urlsplit(text).path) if text.startswith("file://") else text
    path = path.replace("\\", "/")
    if path[2:3] == ":" and path.startswith("/"):
        path = path[1:]
    return path.casefold() if path[1:2] == ":" else path
