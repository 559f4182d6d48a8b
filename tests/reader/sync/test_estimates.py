"""Which words that were found are believed, in a text without times."""

from __future__ import annotations

import pytest

from reader.sync.check_state import Landmark
from reader.sync.checked_text import CheckedText
from reader.sync.estimates import without_strays
from tests.reader.sync.hearing import WORD, WORDS_IN_A_LINE, lines

TEXT = CheckedText.of(lines(3, is_timed=False))
ADVERT = 40_000


def found(first_later: int) -> list[Landmark]:
    """All words, those from one on heard after an advert."""
    count = 3 * WORDS_IN_A_LINE
    return [Landmark(word, word * WORD + ADVERT * (word >= first_later)) for word in range(count)]


@pytest.mark.parametrize(("first_later", "strays"), [(9, [8]), (10, [8, 9]), (15, [15])])
def test_single_words_on_the_other_side_of_an_advert_are_misheard(
    first_later: int, strays: list[int]
) -> None:
    kept = [each.word for each in without_strays(found(first_later), TEXT)]
    assert sorted({*range(24)} - {*kept}) == strays


@pytest.mark.parametrize("first_later", [0, 8, 12])
def test_an_advert_between_lines_or_in_the_middle_of_one_leaves_all(first_later: int) -> None:
    assert without_strays(found(first_later), TEXT) == found(first_later)
