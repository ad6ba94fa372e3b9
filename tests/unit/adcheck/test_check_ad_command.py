"""``kzg-desktop check-ad``: what it prints and how it exits."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kzg_desktop.__main__ import main

LINES = "限女性\n\n长白班，包吃住\r\n   \n押金200元"
EXPECTED = [("限女性", ["SEX"]), ("长白班，包吃住", []), ("押金200元", ["FEE"])]


def printed(out: str) -> list[tuple[str, list[str]]]:
    rows = [json.loads(line) for line in out.splitlines()]
    return [(row["text"], [finding["code"] for finding in row["findings"]]) for row in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_one_object_for_each_line_in_the_usual_encodings(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ads.txt"
    file.write_bytes(LINES.encode(encoding))
    assert 0 == main(["check-ad", str(file)])
    assert EXPECTED == printed(capsys.readouterr().out)


def test_a_finding_in_full(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ads.txt"
    file.write_text("只招男工", encoding="utf-8")
    main(["check-ad", str(file)])
    out = capsys.readouterr().out
    assert "只招男工" in out  # readable, not escaped
    (finding,) = json.loads(out)["findings"]
    assert ["code", "level", "words", "basis", "suggestion"] == list(finding)
    assert ("SEX", "block", "只招男工") == (finding["code"], finding["level"], finding["words"])
    assert ("妇女权益保障法第43条" in finding["basis"], "男女不限" in finding["suggestion"]) == (True, True)


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINES.encode()), encoding="ascii"))
    assert 0 == main(["check-ad", "-"])
    assert EXPECTED == printed(capsys.readouterr().out)


def test_nothing_to_check_prints_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "empty.txt"
    file.write_bytes(b"")
    assert (0, "") == (main(["check-ad", str(file)]), capsys.readouterr().out)


@pytest.mark.parametrize("content", [None, b"PK\x03\x04\x00\x00"])
def test_what_cannot_be_read_exits_with_2(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ads.xlsx"
    if content is not None:
        file.write_bytes(content)
    assert 2 == main(["check-ad", str(file)])
    captured = capsys.readouterr()
    assert ("", True) == (captured.out, "ads.xlsx" in captured.err)


def test_needs_neither_qt_nor_a_database_and_prints_utf_8_anywhere(tmp_path: Path) -> None:
    file = tmp_path / "ads.txt"
    file.write_text("限女性", encoding="utf-8")
    script = (
        "import sys; from kzg_desktop.__main__ import main; code = main(['check-ad', sys.argv[1]]);"
        "print(sorted({'PySide6', 'sqlalchemy', 'httpx', 'litestar'} & set(sys.modules)), file=sys.stderr);"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(file)],
        capture_output=True,
        env={"PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(Path(__file__).parents[3])},
        check=True,
        timeout=60,
    )
    assert ("[]", "限女性") == (done.stderr.decode().strip(), json.loads(done.stdout.decode("utf-8"))["text"])
