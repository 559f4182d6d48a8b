"""Where one passage of a text ends in a recording and the next begins."""

from __future__ import annotations

import pytest

from reader.sync.check_state import Landmark, Window
from reader.sync.checked_text import CheckedText
from reader.sync.even_passages import map_of
from reader.sync_map import SyncMap
from tests.reader.sync.hearing import WORD, WORDS_IN_A_LINE, lines

TEXT = CheckedText.of(lines(21))
LINE = WORD * WORDS_IN_A_LINE
ADVERT = 30_000


def heard(uneven: int, by: int) -> SyncMap:
    """An advert is heard before line 10 or 11; the last words of line 10, which has a long pause,
    are heard `by` ms later than the text says, by so much more `uneven` than the other lines."""
    line = range(10 * WORDS_IN_A_LINE, 11 * WORDS_IN_A_LINE)
    found = [Landmark(word, time) for word, time in enumerate(TEXT.times) if word < line.start]
    found += [Landmark(word, TEXT.times[word] + by + uneven) for word in line[4:]]
    found += [
        Landmark(word, time + ADVERT) for word, time in enumerate(TEXT.times) if word >= line.stop
    ]
    return map_of([Window(0, 100_000, len(found), tuple(found))], TEXT)


@pytest.mark.parametrize(("uneven", "by", "first"), [(-700, ADVERT, 10), (700, 0, 11)])
def test_an_uneven_line_is_on_the_side_of_an_advert_on_which_it_is_heard(
    uneven: int, by: int, first: int
) -> None:
    (advert,) = heard(uneven, by).breaks
    assert advert.transcript == (first * LINE, first * LINE)
    assert advert.length == pytest.approx(ADVERT, abs=50)
