from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from kzg_desktop.studio.obs.compare import compared
from kzg_desktop.studio.obs.picture import Picture, Placed, Sight
from kzg_desktop.studio.obs.settings import Belief, ObsSettings

CLEAR = Belief(mode="on_air", overlay_url="http://127.0.0.1:8123/overlay")
CARD = replace(CLEAR, on_air=True, card_kind="正式工", segment_id="s1")


def picture(program: str = "讲岗位", **more: Any) -> Picture:
    contents = {"讲岗位": (Placed("机位"), Placed("岗位卡")), "主播": (Placed("机位"),)}
    seen: dict[str, Any] = {"scenes": tuple(contents), "overlays": ("岗位卡",), "contents": contents, "streaming": True}
    return Picture(**seen | more, program=program)


def found(seen: Picture, belief: Belief, **settings: Any) -> list[tuple[str, str]]:
    status = compared(seen, ObsSettings(**settings), belief, 7)
    assert ("connected", 7) == (status.state, status.since)
    return [(problem.code, problem.level) for problem in status.problems]


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ({"P": ()}, "missing"),
        ({"P": (Placed("岗位卡"),)}, "shown"),
        ({"P": (Placed("岗位卡", enabled=False),)}, "hidden"),
        ({"P": (Placed("岗位卡", enabled=False), Placed("岗位卡"))}, "shown"),
        ({"P": (Placed("A"),), "A": (Placed("B"),), "B": (Placed("岗位卡"),)}, "shown"),
        ({"P": (Placed("A", enabled=False),), "A": (Placed("B"),), "B": (Placed("岗位卡"),)}, "hidden"),
        ({"P": (Placed("A"),), "A": (Placed("B", enabled=False),), "B": (Placed("机位"),)}, "missing"),
        ({"P": (Placed("A"),), "A": (Placed("P"), Placed("A"))}, "missing"),
    ],
)
def test_the_overlay_is_looked_for_at_any_depth(contents: dict[str, tuple[Placed, ...]], expected: Sight) -> None:
    assert expected == picture("P", contents=contents).overlay()


def test_an_overlay_may_be_a_scene() -> None:
    assert "shown" == picture(overlays=("讲岗位",)).overlay()


def test_agreement_is_silent() -> None:
    assert [] == found(picture(), CARD, scene_on_air="讲岗位", scene_clear="主播")
    assert [] == found(picture("主播"), CLEAR, scene_on_air="讲岗位", scene_clear="主播")
    assert [] == found(picture("主播", streaming=False), Belief())


def test_a_card_on_air_that_viewers_cannot_see_is_a_warning() -> None:
    assert [("overlay-missing", "warn")] == found(picture("主播"), CARD)
    assert [("overlay-unknown", "warn")] == found(picture(overlays=()), CARD)
    assert [("overlay-unknown", "hint")] == found(picture(overlays=()), CLEAR)
    assert [] == found(picture(overlays=()), Belief(mode="on_air", on_air=True))


def test_a_kind_without_a_scene_falls_back_to_the_one_for_all() -> None:
    settings = {"scenes": {"派遣": "讲派遣", "临时工": ""}, "scene_on_air": "讲岗位"}
    named = ObsSettings(**settings)  # type: ignore[arg-type]
    assert "讲岗位" == CARD.wanted_scene(named)
    assert "讲派遣" == replace(CARD, card_kind="派遣").wanted_scene(named)
    assert "讲岗位" == replace(CARD, card_kind="临时工").wanted_scene(named)
    assert "" == CLEAR.wanted_scene(named)


def test_another_scene_on_program_is_a_warning_with_a_card_on_air_and_a_hint_without() -> None:
    assert [("overlay-missing", "warn"), ("other-scene", "warn")] == found(picture("主播"), CARD, scene_on_air="讲岗位")
    assert [("other-scene", "hint")] == found(picture(), CLEAR, scene_clear="主播")
    assert [] == found(picture(streaming=False), Belief(), scene_clear="主播")


def test_a_mapped_scene_that_obs_does_not_have_is_told_before_it_is_needed() -> None:
    assert [("scene-missing", "hint")] == found(picture(), CARD, scene_on_air="讲岗位", scenes={"派遣": "没有"})
    assert [("scene-missing", "warn")] == found(picture(), CARD, scene_on_air="没有")


@pytest.mark.parametrize(
    ("mode", "outputs", "expected"),
    [
        ("prepare", {"streaming": True}, [("streaming-in-prepare", "warn")]),
        ("rehearse", {"streaming": True}, [("streaming-in-rehearsal", "warn")]),
        ("rehearse", {"streaming": False, "recording": True, "virtual_camera": True}, []),
        ("on_air", {"streaming": False}, [("not-streaming", "hint")]),
        ("on_air", {"streaming": False, "recording": True}, []),
        ("on_air", {"streaming": False, "virtual_camera": True}, []),
    ],
)
def test_what_obs_sends_is_compared_with_the_mode(mode: Any, outputs: dict[str, bool], expected: list[Any]) -> None:
    assert expected == found(picture("主播", **outputs), replace(CLEAR, mode=mode))


def test_no_text_of_the_settings_holds_the_password() -> None:
    settings = ObsSettings(password="an-invented-one", host="obs.example", scene_clear="主播")
    assert "an-invented-one" not in f"{settings!r} {settings} {settings.__rich_repr__()}"
    assert "obs.example" in repr(settings)
