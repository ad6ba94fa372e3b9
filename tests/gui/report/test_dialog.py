"""The dialog: the page beforehand, the choices, saving, stopping, and what it says when it fails."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.ui.report import dialog as module
from kzg_desktop.ui.report.dialog import ReportDialog
from kzg_desktop.wire import Account


@pytest.fixture
def shown(drive, until, tasks, on_desk):
    """Return a function that runs a story with an open dialog whose first page is there."""

    def run(story, *, account: Account | None = None, broadcast_id: str = "b0") -> None:
        async def told(desk: LocalDesk) -> None:
            if account is not None:
                desk.recorded.account = account
            dialog = ReportDialog(desk, tasks, desk.clock, broadcast_id)
            dialog.show()
            await until(lambda: dialog.preview.pages or dialog.preview.sheet.words not in {"", "Reading…"})
            await story(dialog, desk)
            await tasks.close()
            if isValid(dialog):
                dialog.close()

        drive(on_desk(told))

    return run


def test_the_first_page_is_there_and_the_next_can_be_looked_at(shown, until) -> None:
    async def story(dialog: ReportDialog, _desk: LocalDesk) -> None:
        assert (0, False, True) == (
            dialog.preview.number,
            dialog.preview.back.isEnabled(),
            dialog.preview.on.isEnabled(),
        )
        first = dialog.preview.sheet.picture
        dialog.preview.on.click()
        await until(lambda: dialog.preview.number == 1)
        assert first != dialog.preview.sheet.picture

    shown(story)


def test_one_employer_and_the_lag_change_the_page(shown, until) -> None:
    async def story(dialog: ReportDialog, _desk: LocalDesk) -> None:
        names = [dialog.options.employer.itemText(n) for n in range(dialog.options.employer.count())]
        assert ["All employers", "北辰电子科技", "南岭家电", "歌澜声学", "远航汽车零部件"] == names
        first = dialog.preview.sheet.picture
        dialog.options.employer.setCurrentIndex(3)
        await until(lambda: dialog.preview.sheet.picture != first)
        assert 3 == dialog.options.employer.currentIndex()
        one = dialog.preview.sheet.picture
        dialog.set_lag(0)
        await until(lambda: dialog.preview.sheet.picture != one)

    shown(story)


def test_both_files_are_saved_side_by_side(shown, until, tmp_path: Path) -> None:
    async def story(dialog: ReportDialog, _desk: LocalDesk) -> None:
        said: list[str] = []
        dialog.said.connect(lambda words, _button, _act: said.append(words))
        dialog.options.both.setChecked(True)
        dialog.save_to(tmp_path / "out.pdf")
        assert not dialog.go.isEnabled()
        await until(lambda: said)
        assert ["Saved: out.pdf、out.xlsx"] == said
        assert {"out.pdf", "out.xlsx"} == {path.name for path in tmp_path.glob("out.*")}

    shown(story)


def test_the_other_file_is_not_replaced_without_asking(shown, until, tmp_path: Path) -> None:
    (tmp_path / "out.xlsx").write_text("mine")

    async def story(dialog: ReportDialog, _desk: LocalDesk) -> None:
        dialog.options.both.setChecked(True)
        dialog.save_to(tmp_path / "out.pdf")
        (box,) = dialog.findChildren(QMessageBox)
        assert "out.xlsx" in box.text()
        next(button for button in box.buttons() if button.text() == "Keep it").click()
        await until(lambda: dialog.message.text() == "Nothing was saved." and not isValid(box))

    shown(story)
    assert ("mine", False) == ((tmp_path / "out.xlsx").read_text(), (tmp_path / "out.pdf").exists())


def test_cancel_stops_the_work_and_leaves_the_dialog(
    shown, until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(dialog: ReportDialog, _desk: LocalDesk) -> None:
        begun = asyncio.Event()

        async def slow(*_args):
            begun.set()
            await asyncio.Event().wait()

        monkeypatch.setattr(module, "save", slow)
        dialog.save_to(tmp_path / "out.pdf")
        await begun.wait()
        assert dialog.saving
        dialog.leave.click()
        await until(lambda: dialog.message.text() == "Stopped; nothing was saved.")
        assert (True, True) == (dialog.isVisible(), dialog.go.isEnabled())

    shown(story)


def test_an_error_is_told_in_words(shown, until, tmp_path: Path) -> None:
    async def story(dialog: ReportDialog, _desk: LocalDesk) -> None:
        dialog.save_to(tmp_path / "none" / "out.pdf")
        await until(lambda: "disk is full" in dialog.message.text())
        assert dialog.go.isEnabled()

    shown(story)


def test_without_the_right_names_cannot_be_chosen(shown) -> None:
    async def story(dialog: ReportDialog, _desk: LocalDesk) -> None:
        assert not dialog.options.people.isEnabled()
        assert "may not see" in dialog.options.about_people.text()

    shown(story, account=Account(id="acc", name="主播", role="host", permissions=["job:read"], scopes=["*"]))


def test_a_broadcast_that_is_gone_is_told(shown) -> None:
    async def story(dialog: ReportDialog, _desk: LocalDesk) -> None:
        assert "there is no broadcast" in dialog.preview.sheet.words

    shown(story, broadcast_id="nope")
