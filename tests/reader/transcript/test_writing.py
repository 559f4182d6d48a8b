"""What is known of scripts: their blanks, and how their sentences end."""

from __future__ import annotations

import pytest

from reader.transcript.writing import ends_sentence, is_hangul, is_unspaced


@pytest.mark.parametrize("letter", "กລမខ今一かカ々。？\U00020000")
def test_scripts_without_blanks_between_words(letter: str) -> None:
    assert is_unspaced(letter)
    assert not is_hangul(letter)


@pytest.mark.parametrize("letter", "한ㄱᄀﾱ")
def test_korean_sets_blanks(letter: str) -> None:
    assert is_hangul(letter)
    assert not is_unspaced(letter)


@pytest.mark.parametrize("letter", "aßЖאعअ’€ 1")
def test_others_set_blanks(letter: str) -> None:
    assert not is_unspaced(letter)
    assert not is_hangul(letter)


@pytest.mark.parametrize(
    "text", ["It is.", "Is it?", "“It is!”", "(It is.)", "好。", "「好。」", "ठीक है।", "حقا؟", "…"]
)
def test_a_sentence_ends_with_its_sign_and_what_closes_after_it(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "It is", "It is,", "3.5", "It is. Or", "「好」"])
def test_other_texts_go_on(text: str) -> None:
    assert not ends_sentence(text)
