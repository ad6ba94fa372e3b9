from __future__ import annotations

import pytest

from kzg_desktop.studio.obs.overlay import shows_overlay
from kzg_desktop.studio.obs.settings import Belief

OURS = Belief(
    overlay_url="http://127.0.0.1:8123/overlay?layout=tall",
    overlay_file="C:\\直播\\overlay.html",
    overlay_png="C:\\直播\\Card 1.png",
)


@pytest.mark.parametrize(
    "settings",
    [
        {"url": "http://127.0.0.1:8123/overlay"},
        {"url": " http://localhost:8123/overlay/?layout=wide&theme=dark#x "},
        {"url": "http://[::1]:8123/overlay", "width": 1080},
        {"is_local_file": True, "local_file": "C:/直播/overlay.html", "url": "http://127.0.0.1:1/"},
        {"file": "c:/直播/card 1.PNG"},
        {"files": [{"value": "C:/直播/Card 1.png", "hidden": False}]},
        {"is_local_file": False, "input": "file:///C:/%E7%9B%B4%E6%92%AD/Card%201.png"},
    ],
)
def test_a_source_that_opens_our_page_or_picture_is_found(settings: dict[str, object]) -> None:
    assert shows_overlay(settings, OURS)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"url": ""},
        {"url": "http://127.0.0.1:8124/overlay"},
        {"url": "http://127.0.0.1:8123/"},
        {"url": "http://192.0.2.7:8123/overlay"},
        {"url": "http://127.0.0.1:notaport/overlay"},
        {"url": "http://[::1/overlay"},
        {"url": "http://127.0.0.1:8123/overlay", "is_local_file": True, "local_file": "C:/other.html"},
        {"url": "https://example.com", "local_file": "C:/直播/overlay.html"},
        {"text": "8123", "port": 8123},
        {"file": "C:/直播/Card 2.png"},
    ],
)
def test_any_other_source_is_not(settings: dict[str, object]) -> None:
    assert not shows_overlay(settings, OURS)


def test_case_counts_in_a_path_outside_windows() -> None:
    ours = Belief(overlay_png="/home/host/card.png")
    assert shows_overlay({"file": "/home/host/card.png"}, ours)
    assert not shows_overlay({"file": "/home/host/Card.png"}, ours)


def test_a_desk_that_offers_no_overlay_finds_none() -> None:
    assert not shows_overlay({"url": "", "file": ""}, Belief())
