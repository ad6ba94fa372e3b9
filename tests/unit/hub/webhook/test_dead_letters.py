"""Dead letters: kept encrypted, read, replayed, dropped, erased with the person, and gone after 30 days."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kzg_desktop.__main__ import main
from kzg_desktop.domain.actions import PutJob
from kzg_desktop.hub import tables
from kzg_desktop.hub.webhook.dead_letters import KEPT_MS, REASONS, body_of, drop, listed, purge
from kzg_desktop.hub.webhook.delivery import MESSAGES_KEPT_MS, forget_messages, replay
from kzg_desktop.hub.webhook.sources import load_sources
from tests.unit.hub.live import Desktop, LiveHub, job
from tests.unit.hub.webhook.platforms import kuaishou, signed, write_sources

LEAD = {"id": "1", "name": "王小明", "phone": "13800138000", "job": "装配工", "broadcast_id": "live-1"}


def send(hub: LiveHub, *leads: dict[str, str]) -> None:
    assert 200 == signed(hub.url, {"leads": list(leads)}, hub.clock.ms // 1000).status_code


def letters(hub: LiveHub) -> list[tuple[str, int]]:
    return [(letter.reason, letter.attempts) for letter in hub.hub.read_now(listed)]


def only_id(hub: LiveHub) -> str:
    [letter] = hub.hub.read_now(listed)
    return letter.id


def tried_again(hub: LiveHub, id_: str, folder: Path) -> str:
    sources = load_sources(folder / "sources", {})
    return hub.hub.write_now(lambda t: replay(t, hub.hub.keys, sources, id_))


def test_a_dead_letter_is_replayed_once_the_job_is_there(hub: LiveHub, desk: Desktop, sources: Path) -> None:
    came = hub.clock.ms
    send(hub, LEAD)
    assert [("no-job", 1)] == letters(hub)
    id_ = only_id(hub)
    assert "no-job" == tried_again(hub, id_, sources)
    assert [("no-job", 2)] == letters(hub)
    hub.clock.ms += 60_000
    desk.act(PutJob(job=job("job-c", title="装配 工"), base_version=0))
    assert ["", "gone"] == [tried_again(hub, id_, sources) for _ in range(2)]
    assert [] == letters(hub)
    desk.pull()
    [row] = desk.applications()
    assert ("job-c", "s1", came, "13800138000") == tuple(
        row[name] for name in ("job_id", "segment_id", "received_at", "phone")
    )


def test_nothing_is_kept_of_somebody_who_was_erased_since(hub: LiveHub, desk: Desktop, sources: Path) -> None:
    known = LEAD | {"job": "总装操作工", "at": str(hub.clock.ms - 60_000)}
    send(hub, known)
    desk.pull()
    [row] = desk.applications()
    desk.http.delete(f"/v1/applicants/{row['id']}").raise_for_status()
    send(hub, known | {"id": "2"})
    desk.pull()
    assert ([], []) == (desk.applications(), letters(hub))


def test_a_letter_of_a_source_that_is_gone_stays(sqlite_hub: LiveHub, sqlite_desk: Desktop, sources: Path) -> None:
    write_sources(sources, mine='base = "generic"\n')
    send(sqlite_hub, LEAD)
    assert "no-source" == sqlite_hub.hub.write_now(
        lambda t: replay(t, sqlite_hub.hub.keys, {}, only_id_in(t.connection))
    )
    assert [("no-source", 2)] == letters(sqlite_hub)


def only_id_in(connection: object) -> str:
    [letter] = listed(connection)
    return letter.id


def test_what_is_kept_cannot_be_read_in_the_file(sqlite_hub: LiveHub, sqlite_desk: Desktop, sources: Path) -> None:
    send(sqlite_hub, LEAD)
    stored = b"".join(path.read_bytes() for path in sources.glob("hub.db*"))
    assert b"no-job" in stored, "the scan would find it"
    assert not [word for word in ("王小明", "13800138000") if word.encode() in stored]
    body = sqlite_hub.hub.read_now(lambda c: body_of(c, sqlite_hub.hub.keys, only_id_in(c)))
    assert {"leads": [LEAD]} == json.loads(body or b"")


def test_an_erasure_reaches_the_dead_letters_of_the_person_and_no_other(hub: LiveHub, desk: Desktop) -> None:
    send(hub, LEAD | {"job_id": "job-a"}, LEAD | {"phone": "＋86 １３８-0013-8000"}, LEAD | {"phone": "13900139000"})
    send(hub, {"name": "请打 13800138000", "phone": "没有"})
    assert 3 == len(letters(hub))
    desk.pull()
    [row] = desk.applications()
    assert 204 == desk.http.delete(f"/v1/applicants/{row['id']}").status_code
    assert [("no-job", 1)] == letters(hub)
    assert 1 == hub.hub.read_now(lambda c: c.scalar(select(func.count()).select_from(tables.dead_letter_phone)))
    send(hub, LEAD | {"job_id": "job-a"}, LEAD | {"phone": "＋86 １３８-0013-8000"}, LEAD | {"phone": "13900139000"})
    desk.pull()
    assert [] == desk.applications(), "a message sent before is not taken in again"


def test_old_ones_go_at_the_start(hub: LiveHub, desk: Desktop, start_hub: Callable[..., LiveHub]) -> None:
    send(hub, LEAD)
    hub.clock.ms += KEPT_MS
    send(hub, LEAD | {"id": "2"})
    assert 0 == hub.hub.write_now(purge)
    hub.clock.ms += 1
    other = start_hub(database=hub.hub.settings.database)
    other.hub.write_now(lambda _t: None)  # what the start queued is done before
    assert [("no-job", 1)] == letters(hub)
    assert 0 == hub.hub.write_now(forget_messages)
    hub.clock.ms += MESSAGES_KEPT_MS
    assert 2 == hub.hub.write_now(forget_messages)


def test_a_letter_can_be_dropped(hub: LiveHub, desk: Desktop) -> None:
    send(hub, LEAD)
    id_ = only_id(hub)
    assert [1, 0] == [hub.hub.write_now(lambda t: drop(t, [id_])) for _ in range(2)]
    assert 0 == hub.hub.read_now(lambda c: c.scalar(select(func.count()).select_from(tables.dead_letter_phone)))


def test_every_reason_can_be_told(sqlite_hub: LiveHub, sqlite_desk: Desktop) -> None:
    kuaishou(sqlite_hub.url, b"nonsense")
    send(sqlite_hub, LEAD, LEAD | {"phone": ""}, LEAD | {"broadcast_id": "none"}, *[{}] * 498)
    send(sqlite_hub, LEAD, LEAD | {"phone": ""}, LEAD | {"broadcast_id": "none"})
    found = {reason for reason, _ in letters(sqlite_hub)}
    assert {"not-json", "too-many-leads", "no-job", "no-phone", "no-broadcast"} == found
    assert found < set(REASONS)


def test_the_command_line_lists_shows_replays_and_drops(
    sqlite_hub: LiveHub, sqlite_desk: Desktop, sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*words: str) -> tuple[int, str]:
        code = main(["hub", "--data-dir", str(sources), *words])
        return code, capsys.readouterr().out

    send(sqlite_hub, LEAD, LEAD | {"id": "2", "phone": "13900139000\x1b[2J"})
    code, text = run("dead-letters", "list", "--json")
    listing = json.loads(text)
    assert (0, ["no-job", "no-phone"]) == (code, sorted(letter["reason"] for letter in listing))
    assert not [word for word in ("王小明", "138001") if word in text]
    by_reason = {letter["reason"]: letter["id"] for letter in listing}
    assert "2 dead letters" in run("dead-letters", "list")[1]
    code, text = run("dead-letters", "show", by_reason["no-phone"])
    assert (0, "王小明") == (code, json.loads(text)["leads"][0]["name"])
    assert "\x1b" not in text
    assert 1 == run("dead-letters", "replay", "--all")[0]
    sqlite_desk.act(PutJob(job=job("job-c", title="装配工"), base_version=0))
    code, text = run("dead-letters", "replay", by_reason["no-job"])
    assert (0, f"{by_reason['no-job']}  taken in\n1 of 1 taken in\n") == (code, text)
    assert [1, 2, 2] == [run("dead-letters", "replay", *words)[0] for words in (["none"], [], ["x", "--all"])]
    assert [0, 1] == [run("dead-letters", "drop", by_reason["no-phone"])[0] for _ in range(2)]
    assert 1 == run("dead-letters", "show", "none")[0]
    assert [] == letters(sqlite_hub)


def test_the_command_line_tells_which_sources_are_served(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sources / "sources" / "douyin.toml").unlink()
    assert 0 == main(["hub", "--data-dir", str(sources), "sources", "--json"])
    served = {row["name"]: row["served"] for row in json.loads(capsys.readouterr().out)}
    assert {"douyin": False, "generic": True, "kuaishou": True, "oceanengine": True} == served
    (sources / "sources" / "douyin.toml").write_text("[fields]\nphones = 1\n")
    assert 2 == main(["hub", "--data-dir", str(sources), "sources"])
    assert "douyin.toml, line 2: fields.phones" in capsys.readouterr().err
