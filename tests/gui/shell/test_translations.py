"""The Chinese is complete, and fits the sources as they are."""

from __future__ import annotations

import gc
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from kzg_desktop.resources import resource
from kzg_desktop.ui.i18n import Languages

ROOT = Path(__file__).resolve().parents[3]
TS = resource("i18n", "kzg_zh_CN.ts")
QM = resource("i18n", "kzg_zh_CN.qm")


def messages() -> list[tuple[str, str, ET.Element]]:
    """Return (context, source, translation) of every message."""
    found = []
    for context in ET.parse(TS).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            found.append((context.findtext("name", ""), message.findtext("source", ""), translation))
    return found


def test_every_string_is_translated() -> None:
    unfinished = [(c, s) for c, s, t in messages() if t.get("type") is not None or not (t.text or "").strip()]
    assert [] == unfinished


def test_placeholders_survive_the_translation() -> None:
    differing = [
        (source, t.text)
        for _context, source, t in messages()
        if sorted(re.findall(r"\{\w*\}", source)) != sorted(re.findall(r"\{\w*\}", t.text or ""))
    ]
    assert [] == differing


def test_contexts_are_names_that_qt_asks_for() -> None:
    """``widget.tr()`` on a variable would be filed under the variable's name, and never found again."""
    assert [] == sorted({c for c, _s, _t in messages() if not re.fullmatch(r"_?[A-Z]\w*", c)})


def test_the_file_is_up_to_date_with_the_sources(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    shutil.copytree(ROOT / "resources" / "i18n", tree / "resources" / "i18n")
    shutil.copytree(ROOT / "scripts", tree / "scripts")
    for part in ("ui", "widgets", "models"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "kzg_desktop" / part, tree / "kzg_desktop" / part, ignore=ignored)
    shutil.copy(ROOT / "kzg_desktop" / "studio_link.py", tree / "kzg_desktop")
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    for tool in ("lupdate", "lrelease"):
        (bin_folder / f"pyside6-{tool}").symlink_to(Path(PySide6.__file__).parent / tool)
    subprocess.run(
        ["sh", tree / "scripts" / "translations.sh"],
        check=True,
        env={"PYTHON_BIN": str(bin_folder), "PATH": "/usr/bin:/bin"},
    )
    fresh = tree / "resources" / "i18n" / TS.name
    assert fresh.read_text(encoding="utf-8") == TS.read_text(encoding="utf-8"), "run scripts/translations.sh"
    assert fresh.with_suffix(".qm").read_bytes() == QM.read_bytes(), "run scripts/translations.sh"


def test_an_update_written_over_the_file_leaves_the_words_on_screen(
    qapp, languages: Languages, tmp_path: Path, monkeypatch
) -> None:
    mine = tmp_path / QM.name
    shutil.copy(QM, mine)
    monkeypatch.setattr("kzg_desktop.ui.i18n.resource", lambda *_parts: mine)
    languages.choose("zh")
    mine.write_bytes(b"\xff" * mine.stat().st_size)
    gc.collect()
    assert "直播中" == QCoreApplication.translate("NavButton", "On air")


@pytest.mark.parametrize(
    ("context", "source", "chinese"),
    [
        ("OnAirPane", "Take", "上墙"),
        ("OnAirPane", "Clear", "清屏"),
        ("NavRail", "Live", "直播"),
        ("NavRail", "Jobs", "岗位"),
    ],
)
def test_the_words_of_the_trade(context: str, source: str, chinese: str) -> None:
    translator = QTranslator()
    assert translator.load(str(QM))
    assert chinese == translator.translate(context, source)
