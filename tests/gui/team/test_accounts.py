from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton

from kzg_desktop.errors import HubRejected, HubUnreachable, UserError
from kzg_desktop.services import RowsChanged, SyncStatus
from kzg_desktop.ui.team.account_table import AccountColumn, AccountTable
from kzg_desktop.ui.team.page import TeamPage
from kzg_desktop.wire import problem
from kzg_desktop.wire_office import AccountChange, NewAccount
from tests.gui.fake_desk import NOON, FakeClock
from tests.gui.fake_hiring import FakeHiringDesk
from tests.gui.team.conftest import DAY, MINUTE, Hub, Opened, an_account, answer, box_over


def cells(page: TeamPage, name: str) -> list[str]:
    found = page.accounts.list.found
    row = next(row for row in range(found.rowCount()) if found.account_at(row).name == name)
    return [found.index(row, column).data() for column in AccountColumn]


async def loaded(page: TeamPage, until: Callable) -> None:
    await until(lambda: page.accounts.list.loaded)


def press(page: TeamPage, key: Qt.Key) -> None:
    QTest.keyClick(page.window().focusWidget() or page, key)


def test_every_account_says_who_it_is_and_how_it_stands(opened: Opened, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            assert ["李敏", "Employer HR", "歌澜声学、海岳重工", "hr1", "1", "7 min ago", "Active"] == cells(
                page, "李敏"
            )
            assert ["王芳", "Employer HR", "歌澜声学", "–", "0", "Never", "Invited"] == cells(page, "王芳")
            assert cells(page, "赵强")[-1].startswith("Locked until ")
            assert ["All organisations", "Disabled"] == [cells(page, "孙悦")[2], cells(page, "孙悦")[-1]]

    drive(story())


def test_rows_keep_their_place_when_they_change(clock: FakeClock) -> None:
    table = AccountTable()
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    accounts = [an_account(str(n), f"甲{n}") for n in range(4)]
    table.apply(accounts, {}, NOON)
    table.apply([accounts[3], replace(accounts[1], name="乙"), an_account("9", "丙")], {}, NOON)
    assert ["乙", "甲3", "丙"] == [table.index(row, 0).data() for row in range(table.rowCount())]
    del tester


def test_a_search_looks_at_everything_and_can_be_taken_back(opened: Opened, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            QTest.keyClick(page.accounts.list.view, Qt.Key.Key_Slash)
            assert page.search is page.window().focusWidget()
            page.search.setText("海岳 locked")
            assert ["赵强"] == [page.accounts.list.found.account_at(0).name]
            assert 1 == page.accounts.list.found.rowCount()
            QTest.keyClicks(page.search, " nobody")
            assert "No account matches" == page.accounts.list._none.title
            press(page, Qt.Key.Key_Escape)
            assert 5 == page.accounts.list.found.rowCount()

    drive(story())


def test_a_new_account_by_keyboard_ends_with_its_code(
    opened: Opened, hub: Hub, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            QTest.keyClick(page.accounts.list.view, Qt.Key.Key_N)
            dialog = page.accounts.dialog
            assert dialog is not None
            dialog.name.setText("钱伟")
            dialog.scopes.search.setFocus()
            dialog.scopes.search.setText("海岳")
            QTest.keyClick(dialog.scopes.search, Qt.Key.Key_Return)
            QTest.keyClick(dialog.scopes.list, Qt.Key.Key_Space)
            assert ["o2"] == dialog.scopes.scopes
            QTest.keyClick(dialog.name, Qt.Key.Key_Return)
            await until(lambda: page.accounts.invitation)
            assert ("create_account", NewAccount(name="钱伟", role="hr", scopes=["o2"])) in hub.calls
            assert "K7QM 2XPD" == page.accounts.invitation.code.text()
            await until(lambda: page.accounts.list.found.rowCount() == 6)

    drive(story())


def test_roles_other_than_hr_begin_with_all_organisations(opened: Opened, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            page.accounts.new()
            dialog = page.accounts.dialog
            dialog.roles.choose("host")
            assert ["*"] == dialog.scopes.scopes
            dialog.roles.choose("hr")
            assert [] == dialog.scopes.scopes
            dialog.scopes.choose(["o1"])
            dialog.roles.choose("organizer")
            assert ["o1"] == dialog.scopes.scopes, "what the user chose stays"
            dialog.reject()

    drive(story())


def test_what_is_missing_is_said_in_its_place(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            page.accounts.new()
            dialog = page.accounts.dialog
            dialog.save.click()
            assert ("Enter a name", "Choose at least one organisation, or all") == (
                dialog.name_cell.problem,
                dialog.scopes.problem,
            )
            dialog.reject()
        assert [] == [call for call in hub.calls if call[0] == "create_account"]

    drive(story())


def test_the_hub_away_keeps_what_was_typed(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            page.accounts.new()
            dialog = page.accounts.dialog
            dialog.name.setText("钱伟")
            dialog.scopes.choose(["o1"])
            hub.failing = HubUnreachable("gone")
            dialog.save.click()
            await until(lambda: dialog.problem)
            assert "The hub does not answer. What you typed is kept; try again when it is back." == dialog.problem
            hub.failing = None
            dialog.save.click()
            await until(lambda: page.accounts.invitation)

    drive(story())


def test_leaving_the_dialog_ends_the_request(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            page.accounts.edit()
            dialog = page.accounts.dialog
            dialog.name.setText("另名")
            hub.gate.clear()
            dialog.save.click()
            await until(lambda: page.calls.running("save"))
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            await until(lambda: not page.calls.running("save"))
            hub.gate.set()

    drive(story())


def test_other_rights_are_shown_before_they_are_given(
    opened: Opened, hub: Hub, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        said: list[str] = []
        with opened() as page:
            await loaded(page, until)
            page.said.connect(lambda words, _offer, _act: said.append(words))
            page.accounts.list.choose("hr1")
            QTest.keyClick(page.accounts.list.view, Qt.Key.Key_Return)
            dialog = page.accounts.dialog
            assert [] == dialog.preview
            dialog.scopes.choose(["o2"])
            assert ["－ Loses all applicants of 歌澜声学 at once, on every device"] == dialog.preview
            dialog.save.click()
            await until(lambda: said)
            assert ("change_account", "hr1", AccountChange(scopes=["o2"])) in hub.calls
            assert ["Saved: 李敏"] == said
            assert "海岳重工" == cells(page, "李敏")[2]

    drive(story())


def test_the_last_administrator_stays(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        failed: list[UserError] = []
        with opened() as page:
            await loaded(page, until)
            page.failed.connect(failed.append)
            page.accounts.list.choose("admin")
            hub.failing = HubRejected(problem("not-possible", "this is the last administrator; make another"))
            QTest.keyClick(page.accounts.list.view, Qt.Key.Key_Delete)
            assert "your own account" in box_over(page.accounts).text()
            answer(page.accounts, "Disable the account")
            await until(lambda: failed)
            assert str(failed[0]).startswith("This is the last administrator")

    drive(story())


def test_disabled_enabled_unlocked(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        said: list[str] = []
        with opened() as page:
            await loaded(page, until)
            page.said.connect(lambda words, _offer, _act: said.append(words))
            page.accounts.list.choose("hr1")
            page.accounts.detail.disable.click()
            answer(page.accounts, "Cancel")
            page.accounts.detail.disable.click()
            answer(page.accounts, "Disable the account")
            await until(lambda: said == ["Disabled: 李敏"])
            assert "Disabled" == cells(page, "李敏")[-1]
            page.accounts.detail.enable.click()
            await until(lambda: len(said) == 2)
            page.accounts.list.choose("hr3")
            page.accounts.detail.unlock.click()
            await until(lambda: len(said) == 3)
            assert ["Disabled: 李敏", "Enabled: 李敏", "Unlocked: 赵强"] == said
            assert "Active" == cells(page, "赵强")[-1]

    drive(story())


def test_a_forgotten_password_is_cleared_and_a_code_given(
    opened: Opened, hub: Hub, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            page.accounts.list.choose("hr1")
            page.accounts.detail.reset.click()
            answer(page.accounts, "Clear the password")
            await until(lambda: page.accounts.invitation)
            done = [call for call in hub.calls if call[0] in {"change_account", "invite"}]
            assert [("change_account", "hr1", AccountChange(forget_password=True)), ("invite", "hr1")] == done

    drive(story())


def test_the_code_comes_with_address_and_expiry(
    opened: Opened, desk: FakeHiringDesk, drive: Callable, until: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        monkeypatch.setattr(desk, "sign_up_url", lambda id_: f"https://hub.example.com/apply/{id_}")
        with opened() as page:
            await loaded(page, until)
            page.accounts.list.choose("hr2")
            QTest.keyClick(page.accounts.list.view, Qt.Key.Key_I)
            await until(lambda: page.accounts.invitation)
            dialog = page.accounts.invitation
            assert dialog.expiry.endswith("(7 days)")
            dialog.copy.click()
            assert "K7QM 2XPD" == QGuiApplication.clipboard().text()
            dialog.copy_message.click()
            text = QGuiApplication.clipboard().text()
            assert "Address: https://hub.example.com\nInvitation code: K7QM 2XPD\n" in text

    drive(story())


def test_on_air_the_code_is_covered_until_asked_for(opened: Opened, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            page.set_on_air(True)
            page.accounts.invite()
            await until(lambda: page.accounts.invitation)
            dialog = page.accounts.invitation
            assert "•••• ••••" == dialog.code.text()
            dialog.show_code.click()
            assert "K7QM 2XPD" == dialog.code.text()

    drive(story())


def test_a_device_is_signed_out_after_a_yes(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        said: list[str] = []
        with opened() as page:
            await loaded(page, until)
            page.said.connect(lambda words, _offer, _act: said.append(words))
            page.accounts.list.choose("hr1")
            devices = page.accounts.detail.devices
            devices.button("d2").click()
            assert "stays on that computer until 李敏 signs in there again" in box_over(devices).text()
            answer(devices, "Sign out the device")
            await until(lambda: said)
            assert ("revoke_device", "d2") in hub.calls
            await until(lambda: devices.button("d2") is None)
            assert "Signed out" in devices.words

    drive(story())


def test_this_computer_is_named_and_not_revoked_here(opened: Opened, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            page.accounts.list.choose("admin")
            assert ["总部电脑", "This computer"] == page.accounts.detail.devices.words
            assert page.accounts.detail.devices.button("d0") is None

    drive(story())


def test_while_the_hub_is_away_the_page_says_so_and_reads_again_when_it_is_back(
    opened: Opened, hub: Hub, desk: FakeHiringDesk, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            desk.set_status(SyncStatus(state="offline", offline_since=NOON - 12 * MINUTE))
            assert page.away.text.startswith("These pages need the hub, which has been away since ")
            assert not page.accounts.detail.edit.isEnabled()
            hub.calls.clear()
            desk.set_status(SyncStatus(state="live", synced_at=NOON))
            assert "" == page.away.text
            await until(lambda: ("accounts",) in hub.calls)
            assert page.accounts.detail.edit.isEnabled()

    drive(story())


def test_signed_out_the_way_back_is_one_click(opened: Opened, desk: FakeHiringDesk, drive: Callable) -> None:
    async def story() -> None:
        asked: list[bool] = []
        with opened() as page:
            page.sign_in_requested.connect(lambda: asked.append(True))
            desk.set_status(SyncStatus(state="sign_in"))
            page.away.sign_in.click()
        assert [True] == asked

    drive(story())


def test_without_an_answer_it_says_what_to_do(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        hub.failing = HubUnreachable("gone")
        with opened() as page:
            await until(lambda: page.accounts.list._none.title == "Accounts are kept at the hub")
            hub.failing = None
            page.accounts.list._none.findChild(QPushButton).click()
            await loaded(page, until)

    drive(story())


def test_leaving_the_page_ends_what_is_asked(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        hub.gate.clear()
        with opened() as page:
            await until(lambda: page.calls.running("accounts"))
            page.hide()
            await until(lambda: not page.calls.running("accounts"))

    drive(story())


def test_what_takes_long_shows_that_it_runs(opened: Opened, hub: Hub, drive: Callable, until: Callable) -> None:
    async def story() -> None:
        hub.gate.clear()
        busy: list[bool] = []
        with opened() as page:
            page.calls.busy_changed.connect(busy.append)
            await until(lambda: busy == [True])
            hub.gate.set()
            await until(lambda: busy == [True, False])

    drive(story())


def test_what_reaches_no_cache_is_asked_for_while_the_page_is_shown(
    opened: Opened, hub: Hub, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            await until(lambda: not page.calls.running("accounts"))
            assert page.timer.isActive()
            page.search.setText("芳")
            page.accounts.list.choose("hr2")
            page.accounts.edit()
            page.accounts.dialog.name.setText("王小芳")
            seen = replace(hub.account_list[2], login="wang", seen_at=NOON, devices=1)
            hub.account_list[2:3] = [seen, an_account("hr9", "刘芳")]
            page.timer.timeout.emit()
            await until(lambda: page.accounts.list.table.account("hr9") is not None)
            assert ("hr2", "wang") == (page.accounts.list.account.id, page.accounts.list.account.login)
            assert ("芳", "王小芳") == (page.search.text(), page.accounts.dialog.name.text())
            page.accounts.dialog.reject()
            hub.failing = HubRejected(problem("not-allowed", ""))
            page.timer.timeout.emit()
            await until(lambda: not page.calls.running("accounts"))
            assert page.accounts.list.table.account("hr9") is not None
            hub.failing = None
            page.hide()
            assert not page.timer.isActive()

    drive(story())


def test_a_colleague_who_changed_is_read_again(
    opened: Opened, hub: Hub, desk: FakeHiringDesk, drive: Callable, until: Callable
) -> None:
    async def story() -> None:
        with opened() as page:
            await loaded(page, until)
            hub.account_list[1] = replace(hub.account_list[1], name="李小敏", seen_at=NOON - 2 * DAY)
            desk._emit(RowsChanged(frozenset({"colleague"})))
            await until(lambda: page.accounts.list.table.account("hr1").name == "李小敏")

    drive(story())
