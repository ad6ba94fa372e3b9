from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kzg_desktop.domain.actions import PutJob, PutOrganization
from kzg_desktop.domain.entities import Job
from kzg_desktop.errors import StoreFull
from kzg_desktop.importing.keys import job_id, organization_id
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.ad_checks import AdChecks
from kzg_desktop.ui.jobs.conflict import ConflictDialog
from kzg_desktop.ui.jobs.editor import JobEditor
from tests.gui.fake_desk import FakeDesk

Edit = Callable[..., JobEditor]


@pytest.fixture
def edit(desk: FakeDesk, tasks: Tasks, checks: AdChecks, qtbot: QtBot) -> Edit:
    """Return what opens an editor, held until the end as the page would hold it."""
    page = QWidget()
    qtbot.addWidget(page)

    def open_editor(job: Job | None = None, **more: Job) -> JobEditor:
        editor = JobEditor(desk, tasks, checks, job, page, **more)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        editor.open()
        editor.activateWindow()
        return editor

    return open_editor


def save(editor: JobEditor) -> None:
    editor.save_button.click()


def type_in(editor: JobEditor, field: str, text: str) -> None:
    box = editor.fields.input(field)
    box.clear()
    box.insert(text)  # QTest cannot press Chinese keys


def answer(editor: JobEditor, words: str) -> None:
    box = editor.findChildren(QMessageBox)[-1]
    next(b for b in box.buttons() if b.text() == words).click()


async def somebody_else_puts(desk: FakeDesk, job: Job) -> None:
    await desk.act(PutJob(job=job, base_version=job.version))


def test_a_new_job_of_a_new_employer(
    edit: Edit, desk: FakeDesk, tasks: Tasks, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        editor = edit()
        type_in(editor, "employer", "安和机械")
        type_in(editor, "title", "车工")
        type_in(editor, "month_min", "6000")
        save(editor)
        await until(lambda: not editor.isVisible())

    drive(story())
    job = desk.job(job_id("安和机械", "车工", ""))
    assert ("安和机械", organization_id("安和机械"), 6000, 1) == (
        job.hiring_organization,
        job.employer_id,
        job.pay.month_min_yuan,
        job.version,
    )
    assert [PutOrganization, PutJob] == [type(action) for action in desk.acted]


def test_an_edit_makes_the_next_version_and_keeps_the_rest(
    edit: Edit, desk: FakeDesk, tasks: Tasks, drive: Callable, until: Callable
) -> None:
    before = desk.job("j1")

    async def story() -> None:
        editor = edit(before)
        saved: list[str] = []
        editor.saved.connect(saved.append)
        await until(editor.isActiveWindow)
        type_in(editor, "openings", "450")
        QTest.keySequence(editor.focusWidget(), QKeySequence("Ctrl+S"))
        await until(lambda: saved == ["j1"])

    drive(story())
    assert replace(before, total_job_openings=450, version=2) == desk.job("j1")


def test_what_is_wrong_is_said_in_its_place_and_nothing_is_saved(edit: Edit, desk: FakeDesk, tasks: Tasks) -> None:
    editor = edit(desk.job("j1"))
    type_in(editor, "title", "")
    type_in(editor, "month_min", "8000")
    save(editor)
    assert ("Needed", "Less than the lower end") == (editor.fields.problem("title"), editor.fields.problem("month_max"))
    assert editor.fields.input("title") is editor.focusWidget()
    type_in(editor, "title", "SMT")
    assert ("", "Less than the lower end") == (editor.fields.problem("title"), editor.fields.problem("month_max"))
    assert [] == desk.acted


def test_closing_unchanged_asks_nothing(edit: Edit, desk: FakeDesk, tasks: Tasks) -> None:
    editor = edit(desk.job("j1"))
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


@pytest.mark.parametrize(("words", "visible"), [("Keep editing", True), ("Discard", False)])
def test_closing_with_changes_asks(edit: Edit, desk: FakeDesk, tasks: Tasks, words: str, visible: bool) -> None:
    editor = edit(desk.job("j1"))
    type_in(editor, "shift", "夜班")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    answer(editor, words)
    assert visible == editor.isVisible()
    assert "夜班" == editor.fields.form()["shift"]
    assert [] == desk.acted


def test_closing_can_save(edit: Edit, desk: FakeDesk, tasks: Tasks, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        editor = edit(desk.job("j1"))
        type_in(editor, "shift", "夜班")
        editor.close()
        assert editor.isVisible()
        answer(editor, "Save")
        await until(lambda: not editor.isVisible())

    drive(story())
    assert "夜班" == desk.job("j1").shift


def test_a_full_disk_keeps_what_was_typed(
    edit: Edit, desk: FakeDesk, tasks: Tasks, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        desk.failing = StoreFull("no space")
        editor = edit(desk.job("j1"))
        type_in(editor, "shift", "夜班")
        save(editor)
        await until(lambda: editor.message)
        assert editor.message.startswith("The disk is full")
        assert ("夜班", True) == (editor.fields.form()["shift"], editor.isVisible())
        await until(lambda: not tasks.running("jobs.save"))
        save(editor)
        await until(lambda: not editor.isVisible())

    drive(story())
    assert "夜班" == desk.job("j1").shift


def test_edits_of_different_fields_are_merged(
    edit: Edit, desk: FakeDesk, tasks: Tasks, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        editor = edit(desk.job("j1"))
        await somebody_else_puts(desk, replace(desk.job("j1"), board="三餐免费"))
        type_in(editor, "shift", "夜班")
        save(editor)
        await until(lambda: not editor.isVisible())

    drive(story())
    job = desk.job("j1")
    assert ("夜班", "三餐免费", 3) == (job.shift, job.board, job.version)


@pytest.mark.parametrize(("mine", "shift"), [(True, "夜班"), (False, "中班")])
def test_edits_of_the_same_field_are_shown_side_by_side(
    edit: Edit, desk: FakeDesk, tasks: Tasks, drive: Callable, until: Callable, mine: bool, shift: str
) -> None:
    async def story() -> None:
        editor = edit(desk.job("j1"))
        await somebody_else_puts(desk, replace(desk.job("j1"), shift="中班", board="三餐免费"))
        type_in(editor, "shift", "夜班")
        save(editor)
        await until(lambda: editor.findChild(ConflictDialog))
        dialog = editor.findChild(ConflictDialog)
        assert {"夜班", "中班"} <= {label.text() for label in dialog.findChildren(QLabel)}
        dialog.choose("shift", mine=mine)
        dialog.save.click()
        await until(lambda: not editor.isVisible())

    drive(story())
    assert (shift, "三餐免费") == (desk.job("j1").shift, desk.job("j1").board)


def test_going_back_from_a_conflict_keeps_what_was_typed(
    edit: Edit, desk: FakeDesk, tasks: Tasks, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        editor = edit(desk.job("j1"))
        await somebody_else_puts(desk, replace(desk.job("j1"), shift="中班"))
        type_in(editor, "shift", "夜班")
        save(editor)
        await until(lambda: editor.findChild(ConflictDialog))
        editor.findChild(ConflictDialog).reject()
        assert ("夜班", True) == (editor.fields.form()["shift"], editor.isVisible())
        assert "中班" == desk.job("j1").shift

    drive(story())


def test_a_job_that_was_archived_meanwhile_is_had_back_by_saving_it(
    edit: Edit, desk: FakeDesk, tasks: Tasks, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        editor = edit(desk.job("j1"))
        await somebody_else_puts(desk, replace(desk.job("j1"), archived=True))
        type_in(editor, "shift", "夜班")
        save(editor)
        await until(lambda: not editor.isVisible())

    drive(story())
    assert ("夜班", False) == (desk.job("j1").shift, desk.job("j1").archived)


def test_a_copy_is_a_job_of_its_own(edit: Edit, desk: FakeDesk, tasks: Tasks, drive: Callable, until: Callable) -> None:
    before = desk.job("j1")

    async def story() -> None:
        editor = edit(template=before)
        type_in(editor, "title", "SMT 技术员")
        save(editor)
        await until(lambda: not editor.isVisible())

    drive(story())
    copy = next(job for job in desk.jobs() if job.title == "SMT 技术员")
    assert before == desk.job("j1")
    assert replace(before, id=copy.id, title="SMT 技术员") == copy


def test_benefits_at_one_click(edit: Edit, desk: FakeDesk, tasks: Tasks) -> None:
    editor = edit(desk.job("j2"))
    chips = {chip.text(): chip for chip in editor.fields.chips}
    assert chips["免费班车"].isChecked()
    chips["中央空调"].click()
    assert "免费班车、中央空调" == editor.fields.form()["benefits"]
    chips["免费班车"].click()
    assert "中央空调" == editor.fields.form()["benefits"]
    assert not chips["免费班车"].isChecked()


def test_every_field_has_a_name_for_screen_readers(edit: Edit, desk: FakeDesk, tasks: Tasks) -> None:
    editor = edit()
    assert [] == [name for name in editor.fields.form() if not editor.fields.input(name).accessibleName()]
