"""Platforms as they post: their headers, their signatures, computed here and not by the hub's own code."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import httpx

SECRET = "a secret of the platform"


def write_sources(data_dir: Path, **files: str) -> None:
    """Give every ready-made source its secret; *files* says more, by source."""
    folder = data_dir / "sources"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "platform.secret").write_text(SECRET)
    for name in {"kuaishou", "douyin", "oceanengine", "generic"} | set(files):
        text = 'secret_file = "platform.secret"\n' + files.get(name, "")
        (folder / f"{name}.toml").write_text(text, "utf-8")


def raw(body: Any) -> bytes:
    return body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()


def post(url: str, name: str, body: bytes, headers: dict[str, str]) -> httpx.Response:
    return httpx.post(f"{url}/v1/intake/{name}", content=body, headers={"Content-Type": "application/json"} | headers)


def kuaishou(url: str, body: Any, secret: str = SECRET) -> httpx.Response:
    sent = raw(body)
    return post(url, "kuaishou", sent, {"kwaisign": hashlib.md5(sent + secret.encode()).hexdigest()})


def douyin(url: str, body: Any, secret: str = SECRET, message_id: str = "") -> httpx.Response:
    sent = raw(body)
    headers = {"X-Douyin-Signature": hashlib.sha1(secret.encode() + sent).hexdigest()}
    return post(url, "douyin", sent, headers | ({"Msg-Id": message_id} if message_id else {}))


def signed(url: str, body: Any, at_s: int, secret: str = SECRET, name: str = "generic") -> httpx.Response:
    sent = raw(body)
    digest = hmac.new(secret.encode(), f"{at_s}.".encode() + sent, hashlib.sha256).hexdigest()
    return post(url, name, sent, {"X-Intake-Timestamp": str(at_s), "X-Intake-Signature": f"sha256={digest}"})
