from __future__ import annotations

import pytest

from kzg_desktop.hub.rights import ROLES as HUB_ROLES
from kzg_desktop.models.account_rights import RIGHTS, rights_change
from kzg_desktop.models.account_text import ROLES, role_sentence, role_words

NAMES = {"o1": "歌澜声学", "o2": "海岳重工"}


def test_the_roles_are_those_of_the_hub() -> None:
    assert {role: frozenset(permissions) for role, permissions in HUB_ROLES.items()} == RIGHTS
    assert set(HUB_ROLES) == set(ROLES)
    assert [] == [role for role in ROLES if role_words(role) == role or not role_sentence(role)]


@pytest.mark.parametrize("role", ROLES)
def test_nothing_changes_when_nothing_changes(role: str) -> None:
    change = rights_change((role, ["o1", "o2"]), (role, ["o2", "o1"]), NAMES)
    assert ((), ()) == (change.gains, change.losses)


def test_another_employer_gains_one_and_loses_one() -> None:
    change = rights_change(("hr", ["o1"]), ("hr", ["o2"]), NAMES)
    assert ("Gets the applicants and jobs of 海岳重工",) == change.gains
    assert ("Loses all applicants of 歌澜声学 at once, on every device",) == change.losses


def test_from_hr_to_host_names_are_masked() -> None:
    change = rights_change(("hr", ["o1"]), ("host", ["o1"]), NAMES)
    assert ("Runs broadcasts: lineup and cards on air",) == change.gains
    assert (
        "Names and phones of applicants are masked, on every device",
        "Handles applicants no more; notes and history go",
    ) == change.losses


def test_between_all_and_some() -> None:
    assert ("Gets the applicants and jobs of all organisations",) == rights_change(
        ("hr", ["o1"]), ("hr", ["*"]), NAMES
    ).gains
    assert ("Loses everything but 歌澜声学 at once, on every device",) == rights_change(
        ("hr", ["*"]), ("hr", ["o1"]), NAMES
    ).losses
