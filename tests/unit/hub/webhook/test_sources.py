"""Source files: the ready-made ones, what an operator changes, and what is told of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzg_desktop.errors import InvalidInput
from kzg_desktop.hub.webhook.sources import Source, load_sources

SECRET = "long enough to be one"


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def test_ready_made_sources_are_there_and_wait_for_their_secret(tmp_path: Path) -> None:
    sources = load_sources(tmp_path / "none", {})
    assert ["douyin", "generic", "kuaishou", "oceanengine"] == sorted(sources)
    assert [b""] * 4 == [source.secret for source in sources.values()]


def test_a_secret_comes_from_the_environment_or_a_file_and_is_never_shown(tmp_path: Path) -> None:
    assert SECRET.encode() == load_sources(tmp_path, {"KZG_INTAKE_DOUYIN_SECRET": SECRET})["douyin"].secret
    write(tmp_path, "app.secret", SECRET + "\n")
    write(tmp_path, "kuaishou.toml", 'secret_file = "app.secret"\n')
    source = load_sources(tmp_path, {})["kuaishou"]
    assert SECRET.encode() == source.secret
    assert "Source('kuaishou')" == repr(source)


def test_an_own_file_changes_a_ready_made_one_key_by_key(tmp_path: Path) -> None:
    before = load_sources(tmp_path, {})["kuaishou"]
    write(tmp_path, "kuaishou.toml", '[job]\ndefault = "job-a"\n[fields]\nphone = "data.tel"\n')
    after = load_sources(tmp_path, {})["kuaishou"]
    assert ("job-a", before.job.title) == (after.job.default, after.job.title)
    assert ("data.tel", before.fields.name) == (after.fields.phone, after.fields.name)
    assert before.signature == after.signature


def test_a_source_may_start_from_another(tmp_path: Path) -> None:
    write(tmp_path, "agency-two.toml", 'base = "kuaishou"\nchannel = "kuaishou-two"\n')
    source = load_sources(tmp_path, {})["agency-two"]
    assert isinstance(source, Source)
    assert ("agency-two", "kuaishou-two", "md5-body-secret") == (source.name, source.channel, source.signature.scheme)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[signature\n", 0, "line 1"),
        ('\n[signature]\nscheme = "rot13"\n', 3, "signature.scheme"),
        ("\n[signature]\nwindow = 5\n", 3, "window"),
        ("[fields]\nname = 5\n", 2, "fields.name"),
        ('[fields]\nphone = "a..b"\n', 2, "'a..b' is not a path"),
        ('[fields]\nphone = ["x", "other[].y"]\n', 2, "fields.each"),
        ('[fields]\neach = "data"\n', 2, "at its end"),
        ("[fields]\nphone = []\n", 2, "say where the phone is"),
        ('base = "tiktok"\n', 1, "no ready-made source"),
        (f'secret = "{SECRET}"\n', 1, "secret_file"),
        ('secret_file = "none"\n', 1, "cannot be read"),
        ('secret_file = "short"\n', 1, "shorter than 8"),
        ('channel = "form"\n', 1, "the hub's own"),
        ("[rate]\nburst = 0\n", 1, "burst is at least 1"),
        ("[signature]\nwindow_s = 1\n", 1, "window_s is from 10"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(tmp_path: Path, text: str, line: int, words: str) -> None:
    write(tmp_path, "short", "abc")
    name = "mine.toml" if text.startswith("base") else "generic.toml"
    write(tmp_path, name, text)
    with pytest.raises(InvalidInput) as caught:
        load_sources(tmp_path, {})
    told = str(caught.value)
    assert name in told
    assert words in told
    assert SECRET not in told
    if line:
        assert f"line {line}:" in told


def test_a_file_name_that_is_no_address_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "My Source.toml", "")
    with pytest.raises(InvalidInput, match="lower-case"):
        load_sources(tmp_path, {})
