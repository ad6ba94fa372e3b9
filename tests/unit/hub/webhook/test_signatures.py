"""The signatures of the platforms, against values from md5sum, sha1sum, openssl and RFC 4231."""

from __future__ import annotations

import pytest

from kzg_desktop.hub.webhook.signatures import SCHEMES, Scheme, is_signed, signature

VECTORS = [
    (
        "md5-body-secret",
        b"kuaishou app secret",
        b'{"message_id":"m1","data":{"phone":"13800138000"}}',
        "",
        "64608135399efd7b4862ad92fba4a54c",
    ),
    (
        "sha1-secret-body",
        b"douyin client secret",
        b'{"event":"verify_webhook","client_key":"abc","content":{"challenge":12345}}',
        "",
        "1dd156c5baf2e3dd49d944c22950dbd0540b4147",
    ),
    (
        "hmac-sha256",
        b"generic secret",
        b'{"phone":"13800138000"}',
        "1790000000",
        "c374d5fee11725343013f953d96c10d166a0913f98743f0f2d724ec4669422c9",
    ),
    (
        "hmac-sha256",  # RFC 4231, test case 2
        b"Jefe",
        b"what do ya want for nothing?",
        "",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    ),
]


@pytest.mark.parametrize(("scheme", "secret", "body", "timestamp", "expected"), VECTORS)
def test_signatures_are_the_platforms_own(
    scheme: Scheme, secret: bytes, body: bytes, timestamp: str, expected: str
) -> None:
    assert expected == signature(scheme, secret, body, timestamp)
    how = {"scheme": scheme, "secret": secret, "body": body, "timestamp": timestamp}
    assert is_signed(expected, **how)
    assert is_signed(f" {expected.upper()} ", **how)
    assert is_signed(f"sha256={expected}", prefix="sha256=", **how)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("given", ["", "0", "é", "\udcff", "a" * 10_000])
def test_anything_else_is_no_signature(scheme: Scheme, given: str) -> None:
    right = signature(scheme, b"a secret", b"body")
    assert not is_signed(given, scheme=scheme, secret=b"a secret", body=b"body")
    assert not is_signed(right, scheme=scheme, secret=b"another", body=b"body")
    assert not is_signed(right, scheme=scheme, secret=b"a secret", body=b"bodx")
    assert not is_signed(right[:-1], scheme=scheme, secret=b"a secret", body=b"body")
    assert not is_signed(right, scheme=scheme, secret=b"a secret", body=b"body", prefix="sha256=")
