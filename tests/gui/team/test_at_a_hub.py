"""The pages over a real hub: an account from its making to its end, as its owner and the administrator see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.ids import new_id
from kzg_desktop.errors import KzgError, SignInNeeded
from kzg_desktop.hub.accounts import create_account, invite
from kzg_desktop.hub.settings import Limits
from kzg_desktop.sync.client import HubClient
from kzg_desktop.sync.office import HubOffice
from kzg_desktop.tasks import Tasks
from kzg_desktop.ui.keymap import Keymap
from kzg_desktop.ui.settings.account import AccountSection
from kzg_desktop.ui.team.page import TeamPage
from kzg_desktop.ui.team.refusals import sign_in_problem
from kzg_desktop.wire import Account, SessionRequest
from tests.gui.fake_hiring import FakeHiringDesk
from tests.gui.team.conftest import answer
from tests.unit.hub.live import LiveHub

PASSWORD = "潍坊-7pm-Kestrel"


@pytest.fixture
def real_hub(tmp_path: Path) -> Iterator[LiveHub]:
    limits = Limits(failed_sign_in_burst=1e6)
    hub = LiveHub(tmp_path / "hub", clock=SystemClock(), limits=limits)  # type: ignore[arg-type]
    yield hub
    hub.close()


class Tokens:
    """The tokens of a session that nobody renews."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def current(self) -> str:
        return self._token

    async def renewed(self, rejected: str) -> str:
        return self._token


class Door:
    """Signs devices in and closes their connections at the end."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._clients: list[HubClient] = []

    async def enter(self, name: str, **credential: str) -> tuple[HubOffice, Account]:
        client = HubClient(self._url, SystemClock())
        self._clients.append(client)
        session = await client.session(SessionRequest(device_id=new_id(), device_name=name, **credential))
        client.use(Tokens(session.access_token))
        return HubOffice(client), session.account

    async def refusal(self, **credential: str) -> str:
        with pytest.raises(KzgError) as caught:
            await self.enter("nobody", **credential)
        return sign_in_problem(caught.value, by_password="login" in credential).words

    async def close(self) -> None:
        for client in self._clients:
            await client.close()


def test_an_account_from_its_making_to_its_end(
    qtbot: QtBot, real_hub: LiveHub, desk: FakeHiringDesk, tasks: Tasks, drive: Callable, until: Callable
) -> None:
    clock = SystemClock()
    admin_id = real_hub.hub.write_now(lambda t: create_account(t, name="管理员", role="admin", scopes=["*"]))
    code = real_hub.hub.write_now(lambda t: invite(t, admin_id))
    desk.account_id = admin_id

    async def story() -> None:
        door = Door(real_hub.url)
        office, _me = await door.enter("总部电脑", invitation=code)
        page = TeamPage(desk, tasks, clock, Keymap())
        qtbot.addWidget(page)
        said: list[str] = []
        failed: list[BaseException] = []
        page.said.connect(lambda words, _offer, _act: said.append(words))
        page.failed.connect(failed.append)
        page.set_office(office)
        page.show()
        await until(lambda: page.accounts.list.loaded)

        page.accounts.new()
        dialog = page.accounts.dialog
        dialog.name.setText("李敏")
        dialog.scopes.choose(["o1"])
        dialog.save.click()
        await until(lambda: page.accounts.invitation)
        typed = page.accounts.invitation.code.text()  # with the space in the middle, as it is read aloud

        li_office, li = await door.enter("李敏的电脑", invitation=typed)
        assert "The invitation code is wrong, used or expired" == await door.refusal(invitation=typed)
        section = AccountSection(desk, tasks, clock, li)
        qtbot.addWidget(section)
        section.set_office(li_office)
        section.show()
        section.form.login.setText("limin")
        section.form.password.field.setText("1234567890")
        section.save.click()
        await until(lambda: section.form.cells["password"].problem)
        assert "Not digits only; they are guessed first" == section.form.cells["password"].problem
        section.form.password.field.setText(PASSWORD)
        section.save.click()
        await until(lambda: section._told.text().startswith("Saved."), timeout_s=20)  # argon2 takes its time on purpose
        await door.enter("李敏的笔记本", login="limin", password=PASSWORD)
        assert "Sign-in name or password is wrong" == await door.refusal(login="limin", password="x" * 12)

        page.reload()
        await until(lambda: page.accounts.list.table.account(li.id).devices == 2)
        page.accounts.list.choose(li.id)
        devices = page.accounts.detail.devices
        assert {"李敏的电脑", "李敏的笔记本"} <= set(devices.words)
        laptop = next(d for d in await office.devices() if d.name == "李敏的笔记本")
        devices.button(laptop.id).click()
        answer(devices, "Sign out the device")
        await until(lambda: said == ["Signed out: 李敏的笔记本"])

        page.accounts.disable()
        answer(page.accounts, "Disable the account")
        await until(lambda: said[-1] == "Disabled: 李敏")
        assert "This account is disabled; ask an administrator" == await door.refusal(login="limin", password=PASSWORD)
        with pytest.raises(SignInNeeded):
            await li_office.devices()

        page.accounts.list.choose(admin_id)
        page.accounts.disable()
        answer(page.accounts, "Disable the account")
        await until(lambda: failed)
        assert str(failed[0]).startswith("This is the last administrator")

        page.show_section("audit")
        await until(lambda: page.audit.table.lines)
        kinds = [line.kind for line in page.audit.table.lines]
        assert ["sign_in_failed", "account_disabled", "device_revoked"] == kinds[:3]
        assert {"account_created", "invited", "invitation_used", "password_changed", "sign_in"} <= set(kinds)
        section.stop()
        page.stop()
        await door.close()

    drive(story())
