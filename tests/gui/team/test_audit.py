from __future__ import annotations

import ast
import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QAbstractItemModelTester

import kzg_desktop.hub
from kzg_desktop.exporting.csv_file import csv_bytes
from kzg_desktop.hub.audit import AuditKind
from kzg_desktop.models.account_audit_text import KINDS, detail_words, kind_words, person_words, subject_words
from kzg_desktop.ui.team.audit_export import audit_table
from kzg_desktop.ui.team.audit_table import AuditColumn, AuditTable
from kzg_desktop.ui.team.page import TeamPage
from tests.gui.team.conftest import Hub, Opened, a_line

NAMES = {"o1": "歌澜声学", "o2": "海岳重工"}


def rows(page: TeamPage) -> list[int]:
    return [line.id for line in page.audit.filter.lines()]


def test_every_kind_of_the_hub_has_words() -> None:
    assert set(get_args(AuditKind)) == set(KINDS)
    assert [] == [kind for kind in KINDS if kind_words(kind) == kind.replace("_", " ")]
    assert "moon landing" == kind_words("moon_landing")


def test_the_hub_records_no_other_kinds() -> None:
    sources = Path(kzg_desktop.hub.__path__[0]).rglob("*.py")
    calls = [
        call
        for source in sources
        for call in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "record"
    ]
    kinds = {part.value for call in calls for part in _kinds_in(call.args[1])}
    assert set(get_args(AuditKind)) == kinds


def _kinds_in(kind: ast.expr) -> list[ast.Constant]:
    """The kind is written out, or one of two by a condition."""
    either = [kind.body, kind.orelse] if isinstance(kind, ast.IfExp) else [kind]
    assert all(isinstance(part, ast.Constant) for part in either), ast.dump(kind)
    return [part for part in either if isinstance(part, ast.Constant)]


@pytest.mark.parametrize(
    ("kind", "detail", "words"),
    [
        ("sign_in", "invitation", "with an invitation code"),
        ("locked", "60", "for 60 min"),
        ("account_created", "hr", "Employer HR"),
        ("role_changed", "host → hr", "Host → Employer HR"),
        ("scopes_changed", "+o2 -o1", "+ 海岳重工，− 歌澜声学"),
        ("scopes_changed", "+* -o1", "+ All organisations，− 歌澜声学"),
        ("account_renamed", "李 → 李敏", "李 → 李敏"),
        ("correction", "phone,city", "phone、city"),
        ("moon_landing", "yes", "yes"),
    ],
)
def test_details_are_words(kind: str, detail: str, words: str) -> None:
    assert words == detail_words(a_line(1, kind=kind, detail=detail), NAMES)


def test_who_did_it_is_known_or_said_not_to_be() -> None:
    assert "The hub" == person_words(a_line(1, kind="retention", actor="hub", actor_name=""))
    assert "Unknown" == person_words(a_line(1, kind="sign_in_failed", actor="hub", actor_name=""))
    assert "gone-account" == person_words(a_line(1, actor="gone-account", actor_name=""))
    assert "" == subject_words(a_line(1, kind="password_changed", subject="hr1", subject_name="李敏"))


def test_older_pages_come_on_demand(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            page.show_section("audit")
            await until(lambda: len(rows(page)) == 100)
            assert list(range(250, 150, -1)) == rows(page)
            assert "Older…" == page.audit.older.text()
            page.audit.older.click()
            await until(lambda: len(rows(page)) == 200)
            page.audit.older.click()
            await until(lambda: len(rows(page)) == 250)
            assert page.audit.older.isHidden()
            assert [0, 151, 51] == [call[1] for call in hub.calls if call[0] == "audit"]

    drive(story())


def test_reading_anew_keeps_what_was_read(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            page.show_section("audit")
            await until(lambda: len(rows(page)) == 100)
            page.audit.load_older()
            await until(lambda: len(rows(page)) == 200)
            page.audit.view.selectRow(3)
            hub.log.insert(0, a_line(251))
            page.reload()
            await until(lambda: rows(page)[0] == 251)
            assert list(range(251, 50, -1)) == rows(page)
            assert [4] == [index.row() for index in page.audit.view.selectionModel().selectedRows()]

    drive(story())


def test_a_filter_searches_older_pages_until_it_finds_something(
    opened: Opened, hub: Hub, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        hub.log[-1] = a_line(1, kind="erasure", actor="admin", actor_name="管理员", subject="a7", subject_name="")
        with opened() as page:
            page.show_section("audit")
            await until(lambda: len(rows(page)) == 100)
            page.audit.narrow("admin", "erasure")
            assert "Nothing of that in the lines read so far" == page.audit._none.title
            page.audit._none.activated.emit()
            await until(lambda: rows(page) == [1])
            page.audit.narrow("hr1", "erasure")
            assert "Nothing of that in the log" == page.audit._none.title
            page.audit._none.activated.emit()
            assert 250 == len(rows(page))

    drive(story())


def test_a_long_search_can_be_stopped(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            page.show_section("audit")
            await until(lambda: len(rows(page)) == 100)
            hub.gate.clear()
            page.audit.older.click()
            assert "Stop" == page.audit.older.text()
            page.audit.older.click()
            await until(lambda: not page.calls.running("audit"))
            assert "Older…" == page.audit.older.text()
            assert 100 == len(rows(page))

    drive(story())


def test_an_empty_log_says_what_will_be_there(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        hub.log = []
        with opened() as page:
            page.show_section("audit")
            await until(lambda: page.audit._none.title == "Nothing has happened yet")
            assert not page.audit.export.isEnabled()

    drive(story())


def test_the_table_is_sound() -> None:
    table = AuditTable()
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show([a_line(5), a_line(4)], NAMES)
    table.add_older([a_line(4), a_line(3)])
    assert [5, 4, 3] == [line.id for line in table.lines]
    assert ["李敏", "Signed in", "办公室电脑", "with a password"] == [
        table.index(0, column).data() for column in list(AuditColumn)[1:]
    ]
    del tester


def test_the_export_is_safe_to_open() -> None:
    lines = [a_line(7, subject_name='=HYPERLINK("http://x")', kind="account_renamed", detail="+cmd → 李")]
    text = csv_bytes(audit_table(lines, NAMES)).decode("utf-8-sig")
    cells = list(csv.reader(io.StringIO(text)))[1]
    assert ["7", "李敏", "hr1", "account_renamed"] == [cells[0], cells[2], cells[3], cells[5]]
    assert ['\'=HYPERLINK("http://x")', "'+cmd → 李"] == [cells[6], cells[8]]


def test_the_export_holds_what_is_listed(
    opened: Opened, hub: Hub, drive: Callable, until: Callable, tmp_path: Path
) -> None:
    async def story() -> None:
        hub.log[3] = a_line(247, kind="locked", actor="hub", actor_name="", detail="60")
        said: list[str] = []
        with opened() as page:
            page.said.connect(lambda words, _offer, _act: said.append(words))
            page.show_section("audit")
            await until(lambda: len(rows(page)) == 100)
            page.audit.narrow("", "locked")
            file = tmp_path / "log.csv"
            page.audit._saving.save(audit_table(page.audit.filter.lines(), NAMES), file)
            await until(lambda: said)
            assert f"Saved: {file}" == said[0]
            assert 2 == len(file.read_text("utf-8-sig").splitlines())

    drive(story())


def test_built_in_names_stand_in_the_windows_language(
    opened: Opened, hub: Hub, drive: Callable, until: Callable, builtin_names_in_chinese: None
) -> None:
    hub.account_list[0] = replace(hub.account_list[0], id="local-admin", name="This computer")
    hub.device_list[0] = replace(hub.device_list[0], account_id="local-admin", account_name="This computer")
    hub.log[:1] = [
        a_line(250, actor="local-admin", actor_name="This computer", subject="u9", subject_name="Administrator")
    ]

    async def story() -> None:
        with opened() as page:
            await until(lambda: page.accounts.list.table.account("local-admin") is not None)
            assert "本机" == page.accounts.list.table.account("local-admin").name
            page.show_section("audit")
            await until(lambda: len(rows(page)) == 100)
            line = page.audit.table.lines[0]
            assert ("本机", "管理员") == (person_words(line), subject_words(line))

    drive(story())
