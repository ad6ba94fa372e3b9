from __future__ import annotations

from kzg_desktop.studio.obs.errors import ObsPasswordRefused, ObsUnreachable
from kzg_desktop.studio.obs.retries import Retries, RetryPace

GONE = ObsUnreachable("gone")


def test_waits_double_up_to_the_longest() -> None:
    retries = Retries(RetryPace())
    assert [0.5, 1, 2, 4, 8, 10, 10] == [retries.after(GONE, 0.1) for _ in range(7)]


def test_a_connection_that_lasted_is_tried_again_soon() -> None:
    retries = Retries(RetryPace())
    assert [0.5, 1.0, 0.5, 1.0] == [retries.after(GONE, lasted_s) for lasted_s in (0, 3, 10, 0)]


def test_a_refused_password_is_not_hammered() -> None:
    retries = Retries(RetryPace())
    assert [60, 60] == [retries.after(ObsPasswordRefused("no"), 0) for _ in range(2)]
