"""Names of accounts as windows say them."""

from __future__ import annotations

import pytest

from kzg_desktop.domain.hiring import THIS_COMPUTER
from kzg_desktop.ui.hr.words import account_words, name_words, own_name


@pytest.mark.usefixtures("builtin_names_in_chinese")
@pytest.mark.parametrize(
    ("account_id", "name", "words"),
    [
        ("local-admin", "This computer", "本机"),
        ("local-host", "This computer", "本机"),
        ("local-admin", "小王", "小王"),  # somebody gave it a name
        ("0197-ab", "This computer", "This computer"),  # an account that somebody called so
        ("0197-ab", "Administrator", "管理员"),
        ("0197-ab", "李敏", "李敏"),
    ],
)
def test_names_that_the_program_gave_are_translated(account_id: str, name: str, words: str) -> None:
    assert words == name_words(account_id, name)
    assert words == account_words(account_id, "me", {account_id: name})


def test_nobody_signs_a_message_with_a_name_that_the_program_made_up() -> None:
    assert ("", "", "李敏") == (
        own_name("local-admin", THIS_COMPUTER),
        own_name("a1", "Administrator"),
        own_name("a1", "李敏"),
    )
