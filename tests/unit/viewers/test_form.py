"""Reading a form as a browser does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.viewers.form import read_form

PAGE = """
<form action="/search"><input name="q"></form>
<form id="apply" method="post" action="/apply/b&amp;1">
  <input type="hidden" name="job" value="job-1">
  <div style="display:none"><input name="website"></div>
  <input name="name" value="王&lt;小&gt;明"><input name="phone" type="tel">
  <select name="age_band"><option value="">不填</option><option>18–24<option selected>25–34</option></select>
  <textarea name="note"></textarea>
  <input type="radio" name="when" value="day"><input type="radio" name="when" value="night" checked>
  <input type="checkbox" name="consent" value="yes"><input type="checkbox" name="news" checked>
  <button class="go">马上报名</button>
</form>
<button form="apply" name="choose" value="job-2">另一个岗位</button>
<button form="other" name="choose" value="job-3">别的表单</button>
"""


def test_the_form_that_asks_for_a_phone_is_read() -> None:
    form = read_form(PAGE)
    assert form is not None
    assert "/apply/b&1" == form.action
    assert {"job": "job-1", "website": "", "name": "王<小>明", "phone": "", "age_band": "25–34", "note": "",
            "when": "night", "news": "on"} == form.defaults  # fmt: skip
    assert {"age_band": ("", "18–24", "25–34"), "when": ("day", "night")} == form.choices
    assert {"consent": "yes"} == form.ticks
    assert (("choose", "job-2"),) == form.buttons
    assert {*form.defaults, "consent"} == form.names


def test_a_page_without_such_a_form() -> None:
    assert read_form("<form><input name=q></form>") is None
    assert read_form("") is None


@given(st.text(alphabet="<>/=\"' formselectoptinputnamephone&;#x19", max_size=200))
def test_broken_pages_do_not_break_the_reader(html: str) -> None:
    form = read_form(html)
    assert form is None or "phone" in form.names
