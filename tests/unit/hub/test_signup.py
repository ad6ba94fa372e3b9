"""The public form: what it accepts, keeps, refuses and says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser

import httpx
import pytest

from kzg_desktop.domain.actions import PutBroadcast, PutJob, SetApplicationStatus, SkipLineupItem
from kzg_desktop.domain.entities import Broadcast
from kzg_desktop.hub.settings import Limits
from tests.unit.hub.live import Desktop, LiveHub, campaign, form, job, take

JSON = {"Accept": "application/json"}
VIEWER = {"X-Forwarded-For": "203.0.113.7"}


class Form(HTMLParser):
    """What a browser would send back, and all text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.choices: list[str] = []
        self.text: list[str] = []
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        name = got.get("name", "")
        if tag == "input" and (got.get("type") != "checkbox" or "checked" in got):
            self.values[name] = got.get("value", "")
        if tag == "button" and name == "choose":
            self.choices.append(got["value"])
        if tag == "select":
            self._select = name
        if tag == "option" and "selected" in got:
            self.values[self._select] = "selected"

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def send(hub: LiveHub, fields: dict[str, str], **headers: str) -> httpx.Response:
    return httpx.post(f"{hub.url}/apply/live-1", data=fields, headers=headers)


def test_a_form_becomes_an_application_of_the_card_on_air(hub: LiveHub, desktop: Desktop) -> None:
    desktop.act(take("s1"))
    answer = send(hub, form("＋86 138-0013 8000", age_band="25–34", city="潍坊"), **JSON)
    assert (200, "created") == (answer.status_code, answer.json()["outcome"])
    desktop.pull()
    [row] = desktop.applications()
    expected = {
        "id": answer.json()["application_id"],
        "n": 1,
        "broadcast_id": "live-1",
        "job_id": "job-a",
        "job_title": "总装操作工",
        "employer_id": "org-a",
        "segment_id": "s1",
        "received_at": hub.clock.ms,
        "name": "王小明",
        "phone": "13800138000",
        "age_band": "25–34",
        "city": "潍坊",
        "channel": "form",
        "status": "new",
        "person_id": row["person_id"],
        "due_at": hub.clock.ms + 300_000,
    }
    assert row["person_id"]
    assert expected == row | {"channel": row.get("channel", "form"), "status": row.get("status", "new")}


def test_one_application_per_person_job_and_broadcast(hub: LiveHub, desktop: Desktop) -> None:
    outcomes = [
        send(hub, fields, **JSON).json()["outcome"]
        for fields in (
            form(),
            form("86 13800138000"),
            form(name="王晓明"),
            form(name="王晓明"),
            form(job="job-b"),
            form("13900139000"),
        )
    ]
    assert ["created", "unchanged", "updated", "unchanged", "created", "created"] == outcomes
    desktop.pull()
    rows = [(row["job_id"], row["name"], row.get("repeat", False)) for row in desktop.applications()]
    assert [("job-a", "王晓明", False), ("job-b", "王小明", True), ("job-a", "王小明", False)] == rows
    assert desktop.snapshot() == desktop.rows


def test_a_double_tap_at_the_same_instant_makes_one_application(hub: LiveHub, desktop: Desktop) -> None:
    answers: list[httpx.Response] = []
    taps = [threading.Thread(target=lambda: answers.append(send(hub, form(), **JSON))) for _ in range(6)]
    for tap in taps:
        tap.start()
    for tap in taps:
        tap.join(20)
    assert 1 == len({answer.json()["application_id"] for answer in answers})
    desktop.pull()
    assert 1 == len(desktop.applications())


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", "", "请填写姓名"),
        ("name", "王2", "姓名里只写文字"),
        ("phone", "1380013800", "手机号应为 11 位，现在只有 10 位数字"),
        ("phone", "010-12345678", "这不是有效的大陆手机号"),
        ("phone", "", "请填写手机号"),
        ("city", "<script>alert(1)</script>", "城市请写"),
        ("available_from", "2020-01-01", "到岗日期不能早于今天"),
        ("age_band", "100", "请从列表中选择"),
        ("consent", "", "请先勾选同意"),
    ],
)
def test_nonsense_is_refused_beside_its_field_and_everything_typed_is_kept(
    sqlite_campaign: Desktop, sqlite_hub: LiveHub, field: str, value: str, message: str
) -> None:
    fields = form(age_band="25–34", city="潍坊", available_from="2026-12-01") | {field: value}
    answer = send(sqlite_hub, fields)
    assert 422 == answer.status_code
    page = Form(answer.text)
    assert any(message in text for text in page.text)
    kept = {name: page.values.get(name, "") for name in fields}
    expected = fields | ({"age_band": "selected"} if field != "age_band" else {"age_band": ""})
    assert expected == kept
    assert "<script>alert" not in answer.text
    problem = send(sqlite_hub, fields, **JSON).json()
    assert ("invalid-form", [field]) == (problem["type"], list(problem["errors"]))


def test_a_filled_trap_loses_nothing_and_stores_nothing(sqlite_campaign: Desktop, sqlite_hub: LiveHub) -> None:
    answer = send(sqlite_hub, form(city="潍坊", website="http://spam.example"))
    page = Form(answer.text)
    assert 422 == answer.status_code
    assert form(city="潍坊", website="") == {k: v for k, v in page.values.items() if v and k != "recipient"} | {
        "website": ""
    }
    sqlite_campaign.pull()
    assert [] == sqlite_campaign.applications()
    again = {name: value for name, value in page.values.items() if value}
    assert 303 == send(sqlite_hub, again).status_code


def test_another_job_is_chosen_without_losing_what_was_typed(sqlite_campaign: Desktop, sqlite_hub: LiveHub) -> None:
    answer = send(sqlite_hub, form(city="潍坊", choose="job-b"))
    page = Form(answer.text)
    assert (200, "job-b", "王小明", "潍坊") == (
        answer.status_code,
        page.values["job"],
        page.values["name"],
        page.values["city"],
    )
    assert "consent" not in page.values, "consent for another recipient is asked anew"
    assert any("提供给“南岭家电”" in text for text in page.text)
    assert ["job-a"] == page.choices


def test_consent_is_asked_again_when_the_recipient_changed(sqlite_campaign: Desktop, sqlite_hub: LiveHub) -> None:
    answer = send(sqlite_hub, form(recipient="旧名字"), **JSON)
    assert (422, ["consent"]) == (answer.status_code, list(answer.json()["errors"]))
    assert "consent" not in Form(send(sqlite_hub, form(recipient="旧名字")).text).values


@pytest.mark.parametrize("fields", [{"job": "elsewhere"}, {"job": ""}, {"recipient": "旧名字"}])
@pytest.mark.parametrize("phone", ["13800138000", "1"])
def test_consent_is_not_carried_over_to_another_job_or_employer(
    sqlite_campaign: Desktop, sqlite_hub: LiveHub, phone: str, fields: dict[str, str]
) -> None:
    values = Form(send(sqlite_hub, form(phone, **fields)).text).values
    assert ("job-a", "北辰电子", False) == (values["job"], values["recipient"], "consent" in values)


def test_the_card_on_air_comes_first_and_the_page_is_small(sqlite_campaign: Desktop, sqlite_hub: LiveHub) -> None:
    before = httpx.get(f"{sqlite_hub.url}/apply/live-1")
    sqlite_campaign.act(take("s1", job("job-b", "org-b", "焊装工"), "i-b"))
    after = httpx.get(f"{sqlite_hub.url}/apply/live-1")
    assert ("job-a", "job-b") == (Form(before.text).values["job"], Form(after.text).values["job"])
    assert ("讲解中" in before.text, "讲解中" in after.text) == (False, True)
    assert len(after.content) < 30_000
    assert "default-src 'none'" in after.headers["content-security-policy"]
    assert ("no-referrer", "nosniff") == (after.headers["referrer-policy"], after.headers["x-content-type-options"])
    chosen = httpx.get(f"{sqlite_hub.url}/apply/live-1?job=job-a")
    assert "job-a" == Form(chosen.text).values["job"]


def test_a_card_skipped_since_the_page_was_opened_can_still_be_applied_for(
    sqlite_campaign: Desktop, sqlite_hub: LiveHub
) -> None:
    sqlite_campaign.act(SkipLineupItem(item_id="i-a", skipped=True))
    assert "job-b" == Form(httpx.get(f"{sqlite_hub.url}/apply/live-1").text).values["job"]
    assert 303 == send(sqlite_hub, form()).status_code


def test_a_job_that_is_not_offered_keeps_what_was_typed(sqlite_campaign: Desktop, sqlite_hub: LiveHub) -> None:
    answer = send(sqlite_hub, form(job="elsewhere"))
    assert (422, "王小明") == (answer.status_code, Form(answer.text).values["name"])


def test_what_is_shown_is_escaped(sqlite_campaign: Desktop, sqlite_hub: LiveHub) -> None:
    title = "<img src=x onerror=alert(1)>"
    sqlite_campaign.act(PutJob(job=job(title=title), base_version=1))
    page = httpx.get(f"{sqlite_hub.url}/apply/live-1").text
    assert title not in page
    assert title in unescape(page)


def test_after_sending_the_page_says_what_happens_next(sqlite_campaign: Desktop, sqlite_hub: LiveHub) -> None:
    answer = send(sqlite_hub, form())
    assert 303 == answer.status_code
    done = httpx.get(sqlite_hub.url + answer.headers["location"])
    assert 200 == done.status_code
    for words in ("报名成功", "北辰电子的招聘人员", "138****8000", "总装操作工"):
        assert words in done.text
    assert "13800138000" not in done.text
    assert 404 == httpx.get(f"{sqlite_hub.url}/apply/live-1/done?r=forged").status_code


def test_the_page_after_sending_is_the_receipt_of_the_consent(sqlite_campaign: Desktop, sqlite_hub: LiveHub) -> None:
    answer = send(sqlite_hub, form())
    address = sqlite_hub.url + answer.headers["location"]
    done = httpx.get(address)
    words = ("同意回执", "提供给“北辰电子”", "招聘联系", "2026 年 9 月 21 日 22:13", "我要撤回报名", "删除")
    assert [True] * len(words) == [word in unescape(done.text) for word in words]
    assert ("已撤回" in done.text, "<script" in done.text, len(done.content) < 30_000) == (False, False, True)
    sqlite_campaign.pull()
    [row] = sqlite_campaign.applications()
    sqlite_campaign.act(SetApplicationStatus(application_id=row["id"], base_status="new", status="withdrawn"))
    later = httpx.get(address).text
    assert (True, False) == ("已撤回" in later, "我要撤回报名" in later)


def test_unknown_broadcasts_get_a_friendly_page(sqlite_hub: LiveHub, sqlite_campaign: Desktop) -> None:
    answer = httpx.get(f"{sqlite_hub.url}/apply/nope")
    assert (404, True) == (answer.status_code, "没有找到这场直播" in answer.text)
    sqlite_campaign.act(PutBroadcast(broadcast=Broadcast(id="empty", title="空场")))
    empty = httpx.get(f"{sqlite_hub.url}/apply/empty")
    assert (200, True) == (empty.status_code, "岗位马上就来" in empty.text)


def test_too_many_forms_of_one_address_wait(start_hub: Callable[..., LiveHub]) -> None:
    hub = start_hub(limits=Limits(address_burst=2, address_per_s=0.5))
    assert [422, 422, 429] == [send(hub, form("1"), **VIEWER, **JSON).status_code for _ in range(3)]
    late = send(hub, form("1"), **VIEWER, **JSON)
    assert ("too-many-requests", "2") == (late.json()["type"], late.headers["retry-after"])
    assert 422 == send(hub, form("1"), **JSON, **{"X-Forwarded-For": "203.0.113.8"}).status_code
    hub.clock.ms += 2_000
    assert 422 == send(hub, form("1"), **VIEWER, **JSON).status_code


def test_too_many_forms_of_one_phone_wait_and_keep_what_was_typed(
    start_hub: Callable[..., LiveHub], desktops: Callable[..., Desktop]
) -> None:
    hub = start_hub(limits=Limits(phone_burst=1, phone_per_s=1))
    desktops(hub).act(*campaign())
    assert 303 == send(hub, form()).status_code
    late = send(hub, form())
    assert (429, "2", "王小明") == (late.status_code, late.headers["retry-after"], Form(late.text).values["name"])
    hub.clock.ms += 1_000
    assert 303 == send(hub, form()).status_code


@pytest.mark.parametrize(
    ("body", "content_type", "status", "type_"),
    [
        (b"name=" + b"x" * 20_000, "application/x-www-form-urlencoded", 413, "too-large"),
        (b"{}", "application/json", 415, "unsupported-media-type"),
        (b"&".join(b"a%d=1" % n for n in range(60)), "application/x-www-form-urlencoded", 400, "bad-request"),
    ],
)
def test_bodies_that_are_no_form_are_refused(
    sqlite_hub: LiveHub, body: bytes, content_type: str, status: int, type_: str
) -> None:
    answer = httpx.post(f"{sqlite_hub.url}/apply/live-1", content=body, headers={"Content-Type": content_type})
    assert (status, type_) == (answer.status_code, answer.json()["type"])
