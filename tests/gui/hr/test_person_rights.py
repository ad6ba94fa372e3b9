"""What a person may demand: a copy, a correction, an end, an erasure."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from kzg_desktop.domain.actions import SetApplicationStatus
from kzg_desktop.errors import HubRejected, HubUnreachable
from kzg_desktop.ui.hr.person_rights import RightsDialog
from kzg_desktop.wire import Problem
from kzg_desktop.wire_office import ConsentRecord, Correction
from tests.fakes import NOON
from tests.gui.fake_hiring import FakeHiringDesk, FakeOffice, sample_hiring
from tests.gui.hr.drawer_kit import a_dialog, drawn, settled

pytestmark = pytest.mark.usefixtures("qapp")

CONSENT = ConsentRecord(
    application_id="a25",
    recipient="歌澜声学",
    text_version="2026-1",
    text="我同意歌澜声学为招聘联系我。",
    purpose="招聘联系",
    at=NOON,
    withdrawn_at=0,
)


@pytest.fixture
def hiring() -> FakeHiringDesk:
    return sample_hiring()


@pytest.fixture
def office() -> FakeOffice:
    office = FakeOffice()
    office.consent_list = [CONSENT]
    return office


async def opened(d, office) -> RightsDialog:
    d.drawer.set_office(office)
    d.drawer.open_rights()
    dialog = await a_dialog(RightsDialog)
    if office is not None and office.failing is None:
        await settled(lambda: dialog.consents.text().startswith("歌澜声学"))
    return dialog


def test_consents_and_a_receipt(drive, tasks, hiring, office, tmp_path: Path) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            dialog = await opened(d, office)
            assert "招聘联系\nAgreed 2026-09-01 12:00 · text 2026-1" in dialog.consents.text()
            dialog.save_receipt(tmp_path / "receipt.txt")
            await settled(lambda: d.said)
            receipt = (tmp_path / "receipt.txt").read_text("utf-8")
            assert "申请人：袁媛" in receipt
            assert CONSENT.text in receipt
            assert "撤回时间：未撤回" in receipt
            assert [(tmp_path / "receipt.txt", [row.id])] == hiring.kept
            dialog.close()

    drive(story())


def test_all_data_in_a_file_that_an_erasure_will_find(drive, tasks, hiring, office, tmp_path: Path) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            dialog = await opened(d, office)
            dialog.save_export(tmp_path / "all.json")
            dialog.save_export(tmp_path / "again.json")  # a second press
            await settled(lambda: d.said)
            assert office.record == (tmp_path / "all.json").read_bytes()
            assert not (tmp_path / "again.json").exists()
            assert [(tmp_path / "all.json", [row.id])] == hiring.kept
            dialog.close()

    drive(story())


def test_only_what_was_changed_is_corrected(drive, tasks, hiring, office) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            dialog = await opened(d, office)
            assert not dialog.correct.button.isEnabled()
            dialog.correct.phone.setText("13800138000")
            dialog.correct.reason.setText("换号")
            dialog.correct.button.click()
            await settled(lambda: d.said)
            assert ("correct", row.id, Correction(phone="13800138000", reason="换号")) == office.calls[-1]
            assert not dialog.correct.button.isEnabled()
            for digits, fits in ((row.phone[-4:], False), ("8000", True)):  # whoever erases now has the new number
                dialog.erase.digits.setText(digits)
                assert fits == dialog.erase.button.isEnabled()
            dialog.close()

    drive(story())


def test_what_the_hub_says_about_a_correction(drive, tasks, hiring, office) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            dialog = await opened(d, office)
            dialog.correct.phone.setText("12")
            problem = Problem(type="invalid-form", title="", status=422, errors={"phone": "请填写手机号"})
            office.failing = HubRejected(problem)
            dialog.correct.button.click()
            await settled(lambda: dialog.state.text() == "请填写手机号")
            assert "12" == dialog.correct.phone.text()
            dialog.close()

    drive(story())


def test_withdrawing_is_confirmed_and_ends_the_processing(drive, tasks, hiring) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            dialog = await opened(d, None)  # it waits in the outbox: no hub is needed
            dialog.withdraw.click()
            assert [] == hiring.acted
            dialog.withdrawing.yes.click()
            await settled(lambda: hiring.application(row.n).status == "withdrawn")
            (action,) = hiring.acted
            assert isinstance(action, SetApplicationStatus)
            await settled(lambda: d.offered == [])

    drive(story())


def test_erasing_needs_the_digits_and_an_administrator(drive, tasks, hiring, office) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            row = await d.show("袁媛")
            dialog = await opened(d, office)
            dialog.erase.digits.setText("0000")
            assert not dialog.erase.button.isEnabled()
            dialog.erase.digits.setText(row.phone[-4:])
            dialog.erase.button.click()
            dialog.erase.button.click()
            await settled(lambda: d.said)
            assert [("erase", row.id)] == [call for call in office.calls if call[0] == "erase"]
            hiring.forbidden = {"erase:admin"}
            other = await opened(d, office)
            assert "Only an administrator may erase a person." == other.erase.words.text()
            assert not other.erase.button.isVisible()
            other.close()

    drive(story())


def test_without_the_hub_it_says_so(drive, tasks, hiring, office) -> None:
    async def story() -> None:
        async with drawn(hiring, tasks) as d:
            await d.show("袁媛")
            dialog = await opened(d, None)
            assert dialog.away.isVisible()
            enabled = (dialog.export, dialog.receipt, dialog.correct.button, dialog.erase.button)
            assert [False] * 4 == [button.isEnabled() for button in enabled]
            d.drawer.set_office(office)
            await settled(dialog.receipt.isEnabled)
            assert not dialog.away.isVisible()
            office.failing = HubUnreachable("away")
            dialog.save_export(Path("/nowhere/all.json"))
            await settled(lambda: "does not answer" in dialog.state.text())
            dialog.close()
            await asyncio.sleep(0)

    drive(story())
