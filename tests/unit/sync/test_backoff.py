"""Waiting before trying again."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from kzg_desktop.sync.backoff import Backoff


@given(st.integers(), st.integers(1, 200))
def test_waits_are_spread_from_nothing_to_a_limit_that_doubles_up_to_a_minute(seed: int, failures: int) -> None:
    backoff = Backoff(rng=random.Random(seed))
    waits = [backoff.next_s() for _ in range(failures)]
    assert all(0 <= wait <= min(60.0, 2.0**n) for n, wait in enumerate(waits))


def test_what_the_hub_asks_for_is_waited_at_least() -> None:
    backoff = Backoff(rng=random.Random(1))
    assert 30 <= backoff.next_s(30.0) <= 31


def test_a_thousand_desktops_do_not_come_back_together() -> None:
    desks = [Backoff(rng=random.Random(n)) for n in range(1000)]
    for _ in range(5):
        waits = [desk.next_s() for desk in desks]
    assert max(sum(second <= wait < second + 1 for wait in waits) for second in range(16)) <= 150


def test_a_success_begins_anew() -> None:
    backoff = Backoff(rng=random.Random(1))
    for _ in range(10):
        backoff.next_s()
    backoff.reset()
    assert backoff.next_s() <= 1
