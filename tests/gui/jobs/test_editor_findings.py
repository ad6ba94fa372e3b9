from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kzg_desktop.domain.adcheck import check_job
from kzg_desktop.domain.entities import Job
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.ad_checks import AdChecks
from kzg_desktop.ui.jobs.draft import field_of, form_of
from kzg_desktop.ui.jobs.editor import JobEditor
from kzg_desktop.ui.jobs.saving import blank_job
from tests.gui.fake_desk import FakeDesk

Edit = Callable[[Job], JobEditor]


@pytest.fixture
def edit(desk: FakeDesk, tasks: Tasks, checks: AdChecks, qtbot: QtBot) -> Edit:
    page = QWidget()
    qtbot.addWidget(page)

    def open_editor(job: Job) -> JobEditor:
        desk.put(job)
        editor = JobEditor(desk, tasks, checks, job, page)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        editor.open()
        return editor

    return open_editor


@pytest.fixture
def lawful(desk: FakeDesk) -> Job:
    """A job of which the check has nothing to say."""
    return replace(
        desk.job("j3"),
        employment_type="正式工",
        valid_through="2026-12-31",
        requirements="看得懂图纸",
        work_hours="8:00-17:00",
    )


def found(editor: JobEditor) -> list[tuple[str, str]]:
    return [(finding.code, finding.words) for finding in editor.findings.view.findings]


def test_findings_follow_what_is_typed(edit: Edit, lawful: Job, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        editor = edit(lawful)
        assert ([], "Nothing against this advertisement") == (found(editor), editor.findings.view.summary)
        editor.fields.input("requirements").setPlainText("只招男工，入职交押金300元")
        await until(lambda: found(editor))
        assert {"SEX", "FEE"} == {code for code, _ in found(editor)}
        assert "2 to change" == editor.findings.view.summary
        editor.fields.input("requirements").setPlainText("看得懂图纸")
        await until(lambda: not found(editor))

    drive(story())


@pytest.mark.parametrize("field", ["requirements", "shift"])
def test_better_words_replace_only_the_words_and_can_be_undone(edit: Edit, lawful: Job, field: str) -> None:
    editor = edit(replace(lawful, **{field: "看得懂图纸，只招男工，会用卡尺"}))
    finding = editor.findings.view.findings[0]
    editor.findings.view.button(0).click()
    box = editor.fields.input(field)
    assert f"看得懂图纸，{finding.suggestion}，会用卡尺" == editor.fields.form()[field]
    assert [] == found(editor)
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    box.undo()
    assert "看得懂图纸，只招男工，会用卡尺" == editor.fields.form()[field]


def test_of_equal_words_those_are_replaced_that_were_found(edit: Edit, lawful: Job) -> None:
    editor = edit(lawful)
    editor.fields.input("shift").setText("押金 免 押金")
    assert editor.fields.replace_words("shift", "押金", "费用", near=5)
    assert "押金 免 费用" == editor.fields.form()["shift"]
    assert not editor.fields.replace_words("shift", "没有", "费用")


def test_advice_is_not_written_into_the_advertisement(edit: Edit, lawful: Job) -> None:
    editor = edit(replace(lawful, talking_points="月入三万", employment_type=""))
    view = editor.findings.view
    assert ["BAIT", "MISSING"] == [finding.code for finding in view.findings]
    assert ["Go to the field"] * 2 == [view.button(row).text() for row in range(2)]
    view.button(1).click()
    assert editor.fields.input("employment_type") is editor.focusWidget()
    view.button(0).click()
    assert "月入三万" == editor.fields.input("talking_points").textCursor().selectedText()


def test_the_keyboard_moves_among_findings_and_uses_one(edit: Edit, lawful: Job, qtbot: QtBot) -> None:
    editor = edit(replace(lawful, requirements="只招男工，统一保管身份证"))
    first = editor.findings.view.button(0).parentWidget()
    first.setFocus()
    assert first is editor.focusWidget()
    assert "只招男工" in first.accessibleName()
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = editor.focusWidget()
    assert second is editor.findings.view.button(1).parentWidget()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert "统一保管身份证" not in editor.fields.form()["requirements"]
    assert editor.isVisible(), "Enter used the words and did not save"
    assert first is editor.focusWidget(), "the finding is gone, the keyboard stays with the others"


def test_findings_never_prevent_saving(
    edit: Edit, lawful: Job, desk: FakeDesk, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        editor = edit(lawful)
        editor.fields.input("requirements").setPlainText("只招男工")
        editor.activateWindow()
        await until(editor.isActiveWindow)
        QTest.keySequence(editor.focusWidget(), QKeySequence("Ctrl+S"))
        await until(lambda: not editor.isVisible())

    drive(story())
    assert "只招男工" == desk.job("j3").requirements


def test_a_number_that_cannot_be_read_is_not_called_missing(edit: Edit, lawful: Job) -> None:
    editor = edit(lawful)
    editor.fields.input("openings").setText("若干")
    editor.fields.input("valid_through").setText("九月底")
    editor.findings.check_now()
    assert [] == found(editor)


def test_every_finding_leads_to_a_field(qapp: object) -> None:
    words = "只招男工，35岁以下，交押金，加微信"
    texts = dict.fromkeys(("title", "shift", "board", "talking_points", "interview", "requirements"), words)
    job = replace(
        blank_job(), **texts, job_benefits=(words,), age_min=15, age_max=40, pay=replace(blank_job().pay, text=words)
    )
    findings = [*check_job(blank_job()), *check_job(job)]
    assert set() == {finding.field for finding in findings if field_of(finding.field) not in form_of(job)}
