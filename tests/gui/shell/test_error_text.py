from __future__ import annotations

import pytest

from kzg_desktop.domain.problems import PROBLEMS
from kzg_desktop.errors import (
    FileUnreadable,
    HubRejected,
    HubUnreachable,
    InvalidInput,
    KzgError,
    Refusal,
    SignInNeeded,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    UnsafeSqlite,
    UpgradeNeeded,
)
from kzg_desktop.ui.error_text import describe
from kzg_desktop.wire import problem


def test_an_error_for_the_user_speaks_for_itself() -> None:
    told = describe(FileUnreadable("这不是表格"))
    assert ("这不是表格", "", "") == (told.what, told.meaning, told.details)


@pytest.mark.parametrize(
    "error",
    [
        HubUnreachable("x"),
        SignInNeeded(problem("sign-in-needed")),
        UpgradeNeeded(problem("upgrade-needed")),
        StoreFull("x"),
        StoreDamaged("x"),
        StoreBusy("x"),
        UnsafeSqlite("x"),
        RuntimeError("x"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_says_what_happened_what_it_means_and_what_to_do(error: Exception) -> None:
    told = describe(error)
    assert "" not in {told.what, told.meaning, told.todo, told.details}


def test_the_details_name_the_error() -> None:
    assert "RuntimeError: the odd thing" in describe(RuntimeError("the odd thing")).details


def test_a_narrower_type_has_its_own_words() -> None:
    assert describe(HubRejected(problem("internal"))).what != describe(SignInNeeded(problem("sign-in-needed"))).what


@pytest.mark.parametrize("type_", sorted(PROBLEMS))
def test_every_refusal_has_words(type_: str) -> None:
    assert describe(Refusal(type_, "detail")).what


def test_an_error_without_words_is_not_shown_empty() -> None:
    assert describe(InvalidInput()).what
    assert describe(KzgError()).what
