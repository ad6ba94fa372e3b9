"""The sign-up page as a browser sees it: the form's fields with their first values, and its buttons."""

from __future__ import annotations

from html.parser import HTMLParser

from msgspec import Struct

__all__ = ["SignUpForm", "read_form"]

_NOT_TYPED = frozenset({"submit", "button", "image", "reset", "file"})


class SignUpForm(Struct, frozen=True, kw_only=True):
    """A form that asks for a phone number.

    *defaults* is what a browser would send with nothing filled in, *choices* are the values to choose from by field,
    *ticks* the boxes not ticked yet with what they send, *buttons* name and value of each button that sends them.
    """

    action: str
    names: frozenset[str]
    defaults: dict[str, str]
    choices: dict[str, tuple[str, ...]]
    ticks: dict[str, str]
    buttons: tuple[tuple[str, str], ...]


class _Draft(Struct):
    action: str
    id: str
    names: set[str]
    defaults: dict[str, str]
    choices: dict[str, list[str]]
    ticks: dict[str, str]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[_Draft] = []
        self.buttons: list[tuple[str, str, str]] = []
        self._form: _Draft | None = None
        self._select = ""
        self._option: dict[str, str] | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = _Draft(values.get("action", ""), values.get("id", ""), set(), {}, {}, {})
            self.forms.append(self._form)
        elif tag == "button" and values.get("name"):
            of_form = values.get("form", self._form.id if self._form is not None else "")
            self.buttons.append((of_form, values["name"], values.get("value", "")))
        elif tag == "option":
            self._end_option()
            self._option, self._words = values, ""
        elif self._form is not None and values.get("name"):
            self._field(self._form, tag, values["name"], values)

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag in {"option", "select", "form"}:
            self._end_option()
        if tag == "select":
            self._select = ""
        elif tag == "form":
            self._form = None

    def _end_option(self) -> None:
        """Take in the option that ends here; one without a value sends its words."""
        if self._option is not None and self._form is not None and self._select:
            value = self._option.get("value", self._words.strip())
            self._choice(self._form, self._select, value, chosen="selected" in self._option)
        self._option = None

    def _field(self, form: _Draft, tag: str, name: str, values: dict[str, str]) -> None:
        if tag == "select":
            self._select = name
            form.names.add(name)
        elif tag == "textarea":
            form.names.add(name)
            form.defaults[name] = ""
        elif tag == "input" and (kind := values.get("type", "text").lower()) not in _NOT_TYPED:
            form.names.add(name)
            self._input(form, kind, name, values)

    def _input(self, form: _Draft, kind: str, name: str, values: dict[str, str]) -> None:
        if kind == "radio":
            self._choice(form, name, values.get("value", "on"), chosen="checked" in values)
        elif kind == "checkbox":
            boxes = form.defaults if "checked" in values else form.ticks
            boxes[name] = values.get("value", "on")
        else:
            form.defaults[name] = values.get("value", "")

    def _choice(self, form: _Draft, name: str, value: str, *, chosen: bool) -> None:
        form.choices.setdefault(name, []).append(value)
        if chosen:
            form.defaults[name] = value


def read_form(html: str) -> SignUpForm | None:
    """Return the sign-up form in a page, or None when there is none."""
    page = _Page()
    page.feed(html)
    page.close()
    for form in page.forms:
        if "phone" in form.names:
            return SignUpForm(
                action=form.action,
                names=frozenset(form.names),
                defaults=form.defaults,
                choices={name: tuple(values) for name, values in form.choices.items()},
                ticks=form.ticks,
                buttons=tuple((name, value) for owner, name, value in page.buttons if owner == form.id),
            )
    return None
