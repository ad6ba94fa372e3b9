from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzg_desktop.domain.adcheck import RULES, check_text
from tests.unit.adcheck.caught import BLOCKED_MINORS, CAUGHT
from tests.unit.adcheck.clean import CLEAN

SEPARATORS = ("，", "；", "。", "\n", "！", ",")


def brief(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.words) for finding in check_text(text)]


@pytest.mark.parametrize(("code", "phrase", "words"), CAUGHT)
def test_is_found_with_its_words(code: str, phrase: str, words: str) -> None:
    assert (code, words) in brief(phrase)


@pytest.mark.parametrize("phrase", CLEAN)
def test_ordinary_phrase_passes(phrase: str) -> None:
    assert [] == brief(phrase)


def test_the_corpora_are_large_and_cover_every_rule_of_words() -> None:
    assert (True, True) == (len(CAUGHT) >= 150, len(set(CLEAN)) >= 250)
    assert set(RULES) - {"MISSING"} == {code for code, _, _ in CAUGHT}


@pytest.mark.parametrize(("code", "phrase", "words"), CAUGHT)
def test_found_in_the_middle_of_ordinary_talk(code: str, phrase: str, words: str) -> None:
    text = f"家人们看过来，长白班，吃住全包。{phrase}。想去的点右下角马上报名"
    assert (code, words) in brief(text)


def test_levels_are_the_rules_but_for_16_and_17() -> None:
    for code, phrase, words in CAUGHT:
        (found,) = {f.level for f in check_text(phrase) if (f.code, f.words) == (code, words)}
        expected = RULES[code].level  # type: ignore[index]
        if code == "MINOR" and phrase not in BLOCKED_MINORS:
            expected = "warn"
        assert (phrase, expected) == (phrase, found)


def test_the_suggestions_are_themselves_clean() -> None:
    suggestions = {finding.suggestion for _, phrase, _ in CAUGHT for finding in check_text(phrase)}
    lawful = {s: brief(s) for s in suggestions if "16-17周岁" not in s}
    assert {} == {s: found for s, found in lawful.items() if found}


@given(st.text())
def test_never_raises_and_names_words_at_their_place(text: str) -> None:
    for finding in check_text(text):
        assert text[finding.start : finding.end] == finding.words != ""


_PIECES = st.sampled_from([phrase for _, phrase, _ in CAUGHT] + CLEAN)
_NOISE = st.text(alphabet="，。 ·/*-\u200b\ufe0f只招男女押金岁加微信1380\n族人不要（）：", max_size=12)


@given(st.lists(st.one_of(_PIECES, _NOISE), max_size=6))
@settings(max_examples=150)
def test_places_hold_in_noise(parts: list[str]) -> None:
    text = "".join(parts)
    findings = check_text(text)
    assert sorted(f.start for f in findings) == [f.start for f in findings]
    for finding in findings:
        assert text[finding.start : finding.end] == finding.words != ""


@given(st.sampled_from(CLEAN), st.sampled_from(SEPARATORS), st.sampled_from(CLEAN))
@settings(max_examples=500)
def test_two_clean_phrases_are_clean_together(one: str, separator: str, other: str) -> None:
    assert [] == brief(one + separator + other)
