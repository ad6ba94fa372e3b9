from __future__ import annotations

import pytest

from kzg_desktop.errors import InvalidInput
from kzg_desktop.ui.hub_address import hub_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("hub.example.com", "https://hub.example.com"),
        ("  https://hub.example.com/ ", "https://hub.example.com"),
        ("https://hub.example.com:8443/apply/1?x=y#z", "https://hub.example.com:8443"),
        ("HTTPS://Hub.Example.com", "https://hub.example.com"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("127.0.0.1:8791", "http://127.0.0.1:8791"),
        ("https://127.0.0.1:8791", "https://127.0.0.1:8791"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_is_taken_as_it_is_meant(typed: str, address: str) -> None:
    assert address == hub_address(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "https://",
        "ftp://hub.example.com",
        "https://a b",
        "https://user@hub.example.com",
        "https://[::1",
        "https://hub:port",
    ],
)
def test_nonsense_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput):
        hub_address(typed)


def test_an_invitation_never_goes_over_the_network_unencrypted() -> None:
    with pytest.raises(InvalidInput, match="https"):
        hub_address("http://hub.example.com")
