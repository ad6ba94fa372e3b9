"""The office against a real hub: accounts, devices, passwords, and what it makes of refusals."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from kzg_desktop.domain.clock import SystemClock
from kzg_desktop.domain.ids import new_id
from kzg_desktop.errors import HubRejected, HubUnreachable, SignInNeeded
from kzg_desktop.hub.accounts import create_account, invite
from kzg_desktop.hub.settings import Limits
from kzg_desktop.link import Link
from kzg_desktop.sync.backoff import Backoff
from kzg_desktop.sync.client import HubClient
from kzg_desktop.sync.desk import LocalDesk
from kzg_desktop.sync.office import HubOffice
from kzg_desktop.wire import SessionRequest
from kzg_desktop.wire_office import AccountChange, Correction, NewAccount, PasswordChange, PersonRecord
from tests.unit.hub.live import LiveHub, campaign, form

GOOD = "潍坊-7pm-Kestrel"
SignIn = Callable[..., Awaitable[HubOffice]]


class Tokens:
    """The tokens of a session that nobody renews."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def current(self) -> str:
        return self._token

    async def renewed(self, rejected: str) -> str:
        return self._token


class Secrets:
    """A :class:`SecretStore` in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def set(self, name: str, value: str) -> None:
        self.kept[name] = value

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveHub]:
    limits = Limits(failed_sign_in_burst=1e6)
    made = LiveHub(tmp_path_factory.mktemp("hub"), clock=SystemClock(), limits=limits)  # type: ignore[arg-type]
    yield made
    made.close()


def invitation(hub: LiveHub, role: str = "admin", scopes: tuple[str, ...] = ("*",)) -> str:
    return hub.hub.write_now(lambda t: invite(t, create_account(t, name="Tester", role=role, scopes=scopes)))


@pytest.fixture
async def sign_in(hub: LiveHub) -> AsyncIterator[SignIn]:
    clients: list[HubClient] = []

    async def start(**credential: str) -> HubOffice:
        client = HubClient(hub.url, SystemClock())
        clients.append(client)
        given = credential or {"invitation": invitation(hub)}
        session = await client.session(SessionRequest(device_id=new_id(), device_name="PC", **given))
        client.use(Tokens(session.access_token))
        return HubOffice(client)

    yield start
    for client in clients:
        await client.close()


async def test_an_account_from_its_creation_to_its_end(sign_in: SignIn) -> None:
    admin = await sign_in()
    invited = await admin.create_account(NewAccount(name="李敏", role="hr", scopes=["org-a"]))
    hr = await sign_in(invitation=invited.code)
    again = await sign_in(invitation=(await admin.invite(invited.account_id)).code)
    changed = await admin.change_account(invited.account_id, AccountChange(name="李小敏", scopes=["org-b"]))
    assert ("李小敏", ["org-b"], 2) == (changed.name, changed.scopes, changed.devices)
    assert changed in await admin.accounts()
    here = next(device for device in await again.devices() if device.here)
    await hr.revoke_device(here.id)
    with pytest.raises(SignInNeeded):
        await again.devices()
    assert [True, False] == sorted((device.signed_in for device in await hr.devices()), reverse=True)
    await admin.change_account(invited.account_id, AccountChange(disabled=True))
    with pytest.raises(SignInNeeded):
        await hr.devices()


async def test_the_audit_log_is_read_back_to_its_beginning(sign_in: SignIn) -> None:
    admin = await sign_in()
    for number in range(60):
        await admin.create_account(NewAccount(name=f"李{number}", role="hr", scopes=["org-a"]))
    newest = await admin.audit()
    assert (100, True, "李59") == (len(newest.lines), newest.more, newest.lines[0].subject_name)
    older = await admin.audit(newest.lines[-1].id)
    assert older.lines[0].id < newest.lines[-1].id
    assert not (await admin.audit(1)).lines


async def test_a_password_that_is_refused_says_why_by_field(sign_in: SignIn) -> None:
    office = await sign_in()
    login = f"li.{new_id()[-12:]}"
    with pytest.raises(HubRejected) as caught:
        await office.change_password(PasswordChange(login="a b", password="13800138000"))
    assert {"login": "characters", "password": "digits"} == caught.value.problem.errors
    await office.change_password(PasswordChange(login=login, password=GOOD))
    with pytest.raises(HubRejected) as caught:
        await office.change_password(PasswordChange(login=login, password=GOOD + "!", current="wrong"))
    assert ("invalid-form", {"current": "wrong"}) == (caught.value.problem.type, caught.value.problem.errors)
    await sign_in(login=login, password=GOOD)


async def test_a_locked_account_says_when_to_come_back(sign_in: SignIn) -> None:
    for _ in range(5):
        with pytest.raises(SignInNeeded, match="wrong"):
            await sign_in(login="nobody.at.all", password="x")
    with pytest.raises(HubUnreachable, match="try again in") as caught:
        await sign_in(login="nobody.at.all", password="x")
    assert caught.value.retry_after_s is not None
    assert 50 < caught.value.retry_after_s <= 61


@pytest.mark.parametrize("id_", ["nobody", "a/b", "../accounts", "?x=1", "张"])
async def test_ids_are_parts_of_the_address_and_nothing_else(sign_in: SignIn, id_: str) -> None:
    office = await sign_in()
    calls = (office.invite(id_), office.revoke_device(id_), office.change_account(id_, AccountChange(name="x")))
    for call in calls:
        with pytest.raises(HubRejected) as caught:
            await call
        assert "not-found" == caught.value.problem.type


async def test_without_the_right_the_hub_says_no(hub: LiveHub, sign_in: SignIn) -> None:
    office = await sign_in(invitation=invitation(hub, "hr", ("org-a",)))
    for call in (
        office.accounts(),
        office.audit(),
        office.create_account(NewAccount(name="x", role="hr", scopes=["a"])),
    ):
        with pytest.raises(HubRejected) as caught:
            await call
        assert "not-allowed" == caught.value.problem.type


async def test_a_persons_rights_from_looking_to_erasing(hub: LiveHub, sign_in: SignIn) -> None:
    desktop = hub.desktop()
    desktop.act(*campaign())
    sent = httpx.post(f"{hub.url}/apply/live-1", data=form(), headers={"Accept": "application/json"})
    id_ = sent.json()["application_id"]
    first, second = await sign_in(), await sign_in()
    assert [] == (await first.look_at(id_, 1)).looking
    assert [id_] == [looking.application_id for looking in (await second.look_at("", 1)).looking]
    await first.correct(id_, Correction(name="王晓明", reason="写错了"))
    assert ["北辰电子"] == [consent.recipient for consent in await first.consents(id_)]
    record = msgspec.json.decode(await first.person_record(id_), type=PersonRecord)
    assert ["王晓明"] == [application.name for application in record.applications]
    await first.erase(id_)
    with pytest.raises(HubRejected) as caught:
        await first.consents(id_)
    assert "not-found" == caught.value.problem.type
    desktop.close()


class Counted(Backoff):
    """A back-off that waits for nothing and counts."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[float | None] = []
        self.resets = 0

    def next_s(self, retry_after_s: float | None = None) -> float:
        self.asked.append(retry_after_s)
        return 0.001

    def reset(self) -> None:
        self.resets += 1


class Presences:
    """A hub that answers presence with what it is told to, and then holds."""

    def __init__(self, *answers: bytes) -> None:
        self.answers = list(answers)
        self.asked: list[bytes] = []
        self.asking = asyncio.Event()
        self.open: list[asyncio.StreamWriter] = []

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open.append(writer)
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
                self.asked.append(await reader.readexactly(length))
                self.asking.set()
                if self.answers:
                    writer.write(self.answers.pop(0))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass


def answer(body: bytes, status: int = 200, media: str = "application/json", more: str = "") -> bytes:
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


BUSY = answer(
    b'{"type":"unavailable","title":"t","status":503,"retryable":true}',
    503,
    "application/problem+json",
    "Retry-After: 2\r\n",
)


@pytest.fixture
async def presences() -> AsyncIterator[Callable[..., Awaitable[tuple[HubOffice, Presences, Counted]]]]:
    made: list[tuple[asyncio.Server, HubClient, Presences]] = []

    async def start(*answers: bytes) -> tuple[HubOffice, Presences, Counted]:
        script, backoff = Presences(*answers), Counted()
        server = await asyncio.start_server(script.accept, "127.0.0.1", 0)
        client = HubClient(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", SystemClock())
        client.use(Tokens("t"))
        made.append((server, client, script))
        return HubOffice(client, backoff=backoff), script, backoff

    yield start
    for server, client, script in made:
        await client.close()
        for writer in script.open:
            writer.close()
        server.close()
        await server.wait_closed()


async def test_looking_backs_off_after_failures_and_begins_anew_after_a_success(presences) -> None:
    fine = answer(b'{"version": 7, "looking": []}')
    office, script, backoff = await presences(BUSY, BUSY, fine, fine)
    for _ in range(2):
        with pytest.raises(HubUnreachable):
            await office.look_at("a-1", 0)
    assert 7 == (await office.look_at("a-1", 0)).version
    assert 7 == (await office.look_at("a-2", 7)).version
    assert ([2.0, 2.0], 2) == (backoff.asked, backoff.resets)
    assert b'"application_id":"a-2","known":7' in script.asked[-1]


async def test_looking_can_be_given_up_and_begun_anew(presences) -> None:
    office, script, backoff = await presences()
    looking = asyncio.create_task(office.look_at("a-1", 0))
    await script.asking.wait()
    looking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await looking
    script.answers.append(answer(b'{"version": 1, "looking": []}'))
    assert 1 == (await office.look_at("a-2", 0)).version
    assert [] == backoff.asked


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[LocalDesk]:
    made = await LocalDesk.open(tmp_path, None, SystemClock())
    yield made
    await made.close()


async def test_a_link_signs_in_with_name_and_password_and_keeps_neither(
    hub: LiveHub, sign_in: SignIn, desk: LocalDesk, tmp_path: Path
) -> None:
    login = f"wang.{new_id()[-12:]}"
    await (await sign_in()).change_password(PasswordChange(login=login, password=GOOD))
    secrets = Secrets()
    link = Link(desk, secrets, hub=hub.url, data_dir=tmp_path)
    await link.sign_in(login=login, password=GOOD)
    assert desk.account is not None
    assert "Tester" == desk.account.name
    [kept] = secrets.kept.values()
    assert GOOD not in kept
    assert login not in kept
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and GOOD.encode() in path.read_bytes()]


async def test_a_link_signs_in_with_an_invitation_and_offers_the_office_while_connected(
    hub: LiveHub, desk: LocalDesk, tmp_path: Path
) -> None:
    link = Link(desk, Secrets(), hub=hub.url, data_dir=tmp_path)
    with pytest.raises(HubUnreachable):
        _ = link.office
    await link.sign_in(invitation(hub))
    running = asyncio.create_task(link.run())
    await asyncio.wait_for(link.wait_live(), 20)
    assert [True] == [device.here for device in await link.office.devices() if device.here]
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    with pytest.raises(HubUnreachable):
        _ = link.office


async def test_a_wrong_password_is_told_by_the_link(hub: LiveHub, desk: LocalDesk, tmp_path: Path) -> None:
    secrets = Secrets()
    with pytest.raises(SignInNeeded, match="wrong"):
        await Link(desk, secrets, hub=hub.url, data_dir=tmp_path).sign_in(login="li", password="not it")
    assert {} == secrets.kept
