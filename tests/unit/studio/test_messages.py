"""What is told: the newest state to each follower, commands that are read strictly, a document that is complete."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kzg_desktop.domain.air_card import AirCard
from kzg_desktop.resources import resource
from kzg_desktop.studio.commands import COMMANDS, AddTime, Command, Cue, Take
from kzg_desktop.studio.latest import Latest
from kzg_desktop.studio.openapi import openapi
from kzg_desktop.studio.overlay import LAYOUTS, OverlayMessage, overlay_message, overlay_page, write_local_pages
from kzg_desktop.studio.problems import REFUSALS, STUDIO_PROBLEMS, problem, refusal
from kzg_desktop.studio.qr import qr_code
from kzg_desktop.studio.state import ControlState, Outcome, OutcomeCode, OverlayState

CARD = AirCard(
    segment_id="s-1",
    title="焊装工",
    employer="北辰电子",
    pay="7,000–9,000",
    pay_unit="元/月",
    place="山东潍坊",
    shift="长白班",
    benefits=("免费食宿",),
    headcount=12,
    waiting_list=False,
)


async def test_a_follower_gets_what_there_is_and_then_the_newest() -> None:
    latest: Latest[int] = Latest()
    follower = latest.follow()
    waiting = asyncio.ensure_future(anext(follower))
    await asyncio.sleep(0)
    assert not waiting.done(), "nothing is told before the first value"
    latest.set(1)
    assert 1 == await waiting
    for value in (2, 3, 4):
        latest.set(value)
    assert 4 == await anext(follower)
    latest.set(4)
    waiting = asyncio.ensure_future(anext(follower))
    await asyncio.sleep(0)
    assert not waiting.done(), "an equal value is no change"
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert 4 == latest.value


def test_the_overlay_is_told_the_whole_state() -> None:
    state = OverlayState(revision=7, card=CARD, sign_up_url="https://hub.example.com/apply/b")
    told = msgspec.json.decode(overlay_message(state), type=OverlayMessage)
    assert (7, CARD, state.sign_up_url, qr_code(state.sign_up_url)) == (
        told.revision,
        told.card,
        told.sign_up_url,
        told.qr,
    )
    assert b'{"revision":0,"card":null,"sign_up_url":"","qr":null}' == overlay_message(OverlayState())


def test_the_page_is_one_file() -> None:
    page = overlay_page()
    assert page == resource("overlay", "overlay.html").read_text("utf-8")
    for outside in ("http://", "https://", "<link", "@import", "url(", "<img"):
        assert outside not in page.replace("http://www.w3.org/2000/svg", "")


def test_local_pages_know_port_and_layout(tmp_path: Path) -> None:
    write_local_pages(tmp_path, 8760)
    write_local_pages(tmp_path, 8761)
    folder = tmp_path / "overlay"
    assert "window.kzgPort = 8761;\n" == (folder / "port.js").read_text()
    names = {"lower-third": "overlay.html", "full-card": "overlay-full-card.html", "ticker": "overlay-ticker.html"}
    assert {*names.values(), "port.js"} == {path.name for path in folder.iterdir()}
    for layout in LAYOUTS:
        text = (folder / names[layout]).read_text("utf-8")
        assert f'<meta name="kzg-layout" content="{layout}">' in text
        assert len(overlay_page()) + len(layout) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"command":"take"}', Take()),
        ('{"command":"cue","number":3,"id":"x"}', Cue(number=3, id="x")),
        ('{"command":"add-time","seconds":-30}', AddTime(seconds=-30)),
    ],
)
def test_commands_are_read(text: str, expected: Command) -> None:
    assert expected == msgspec.json.decode(text, type=Command)


@pytest.mark.parametrize(
    "text", ['{"command":"cue","number":0}', '{"command":"add-time","seconds":86401}', '{"command":"end"}', "{}"]
)
def test_other_messages_are_no_commands(text: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(text, type=Command)


def test_every_outcome_but_done_has_a_problem() -> None:
    codes = set(OutcomeCode.__args__)
    assert codes - {"done"} == set(REFUSALS)
    state = ControlState(revision=3)
    told = refusal(Outcome(code="too-soon", detail="0.4 s"), state)
    assert ("too-soon", 409, "0.4 s", True, state) == (told.type, told.status, told.detail, told.retryable, told.state)
    assert {"type": "not-found", "title": STUDIO_PROBLEMS["not-found"].title, "status": 404} == msgspec.to_builtins(
        problem("not-found")
    )


def test_the_document_describes_every_command() -> None:
    document = openapi()
    described = {path.removeprefix("/v1/") for path in document["paths"] if path.startswith("/v1/")}
    assert {"state", *COMMANDS} == described
    cue: dict[str, Any] = document["paths"]["/v1/cue"]["post"]
    assert (True, ["number"]) == (
        cue["requestBody"]["required"],
        cue["requestBody"]["content"]["application/json"]["schema"]["required"],
    )
    told = {code for call in document["paths"].values() for method in call.values() for code in method["responses"]}
    assert {"200", *(str(kind.status) for kind in STUDIO_PROBLEMS.values() if kind.status not in {404, 405})} == told
