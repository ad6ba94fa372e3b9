"""Which passwords are good enough, and how they are kept."""

from __future__ import annotations

import asyncio
import string

import pytest
from argon2 import PasswordHasher
from argon2.profiles import RFC_9106_LOW_MEMORY
from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.hub.passwords import SHORTEST, Checked, Passwords, faults, normal_login

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
GOOD = "潍坊-7pm-Kestrel"


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        (GOOD, ""),
        ("correct horse battery", ""),
        ("北辰电子的招聘小李同学呀", ""),
        ("k3Fq9xTz2L", ""),
        ("short-9x", "short"),
        ("13800138000", "digits"),
        ("19900101123", "digits"),
        ("１３８００１３８０００", "digits"),
        ("woaini1314520", "common"),
        ("WoAiNi5201314", "common"),
        ("a123456789", "common"),
        ("Admin@123456", "common"),
        ("qwertyuiop", "common"),
        ("1qaz2wsx3edc", "common"),
        ("password1990!", "common"),
        ("aaaaaaaaaaaa", "common"),
        ("abababababab", "common"),
        ("abcdefghijkl", "common"),
        ("zyxwvutsrqpo", "common"),
        ("li.xiaoming", "login"),
        ("LI.xiaoming1", "login"),
    ],
)
def test_weak_passwords_are_refused_with_a_reason(password: str, expected: str) -> None:
    assert ({"password": expected} if expected else {}) == faults("li.xiaoming", password)


@given(st.text(alphabet=string.digits, max_size=SHORTEST + 5))
def test_digits_alone_are_never_enough(password: str) -> None:
    assert faults("li", password)


@given(st.text(alphabet=string.ascii_letters + string.digits, min_size=16, max_size=40))
def test_what_is_refused_is_short_common_or_the_login(password: str) -> None:
    assert faults("li", password).get("password", "common") in {"common", "login"}


@pytest.mark.parametrize("login", ["l", "x" * 61, "李 明", "a\0b", "a/b", ""])
def test_logins_that_cannot_be_typed_again_are_refused(login: str) -> None:
    assert {"login": "characters"} == faults(normal_login(login), GOOD)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (" Li.Ming ", "li.ming"),
        ("ＬＩ", "li"),
        ("李小明", "李小明"),
        ("Straße", "strasse"),
        ("li@beichen", "li@beichen"),
    ],
)
def test_a_login_is_kept_in_one_form(typed: str, expected: str) -> None:
    assert expected == normal_login(typed)
    assert {} == faults(expected, GOOD)


@given(st.text(max_size=20))
def test_the_normal_form_is_its_own(login: str) -> None:
    assert normal_login(login) == normal_login(normal_login(login))


async def test_a_hash_is_argon2id_with_the_second_choice_of_rfc_9106() -> None:
    passwords = Passwords()
    hash_ = await passwords.hashed(GOOD)
    assert hash_.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert Checked(right=True, renewed="") == await passwords.check(hash_, GOOD)
    assert not (await passwords.check(hash_, GOOD + "x")).right
    passwords.close()


async def test_a_hash_of_older_parameters_is_renewed() -> None:
    passwords = Passwords()
    found = await passwords.check(CHEAP.hash(GOOD), GOOD)
    assert found.right
    assert (await passwords.check(found.renewed, GOOD)).right
    assert not PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY).check_needs_rehash(found.renewed)
    passwords.close()


async def test_nobodys_hash_costs_as_much_as_any_and_fits_no_password() -> None:
    passwords = Passwords()
    assert not PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY).check_needs_rehash(passwords.nobodys)
    real = await passwords.hashed(GOOD)
    assert [len(part) for part in real.split("$")] == [len(part) for part in passwords.nobodys.split("$")]
    assert not (await passwords.check(passwords.nobodys, GOOD)).right
    assert Passwords(CHEAP).nobodys != Passwords(CHEAP).nobodys
    passwords.close()


async def test_full_width_letters_are_the_same_password() -> None:
    passwords = Passwords(CHEAP)
    assert (await passwords.check(await passwords.hashed("Kestrel-7pm-20"), "Ｋｅｓｔｒｅｌ-７ｐｍ-20")).right
    passwords.close()


async def test_a_damaged_hash_lets_nobody_in() -> None:
    passwords = Passwords(CHEAP)
    assert not (await passwords.check("$argon2id$nonsense", GOOD)).right
    assert not (await passwords.check("", GOOD)).right
    passwords.close()


async def test_the_loop_goes_on_while_a_password_is_hashed_and_too_many_are_refused() -> None:
    passwords = Passwords(CHEAP)
    tasks = [asyncio.create_task(passwords.hashed(GOOD)) for _ in range(100)]
    found = await asyncio.gather(*tasks, return_exceptions=True)
    refused = [error for error in found if isinstance(error, Exception)]
    assert (64, 36) == (len(found) - len(refused), len(refused))
    assert {"unavailable"} == {getattr(error, "type", "") for error in refused}
    passwords.close()
