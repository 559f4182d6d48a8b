"""At the boundary of two passages each word is given to the one in which it is heard."""

from __future__ import annotations

import pytest

from reader.sync.boundaries import boundaries_heard
from reader.sync.check_state import Landmark, Window
from reader.sync.checked_text import CheckedText
from reader.sync.even_passages import landmarks_of
from tests.reader.sync.hearing import WORDS_IN_A_LINE, KnowingEngine, KnownSound, lines

TEXT = CheckedText.of(lines(40))
END = len(TEXT.words)
DEAF = 1_000  # words of which one is not heard


def words(first: int, last: int, later: int) -> list[Landmark]:
    """Those of the text that are heard so many ms later than it says."""
    return [Landmark(word, TEXT.times[word] + later) for word in range(first, last)]


def heard(before: list[Landmark], after: list[Landmark], known: int) -> list[Landmark]:
    """What is known after listening closely, if at first all but `known` words on both sides of
    the boundary were found."""
    said = [(TEXT.keys[word], time) for word, time in (*before, *after)]
    found = [
        Window(part[0].time, part[-1].time, len(part), tuple(part))
        for part in (before[:-known], after[known:])
    ]
    engine = KnowingEngine(said, TEXT.keys, DEAF)
    more = boundaries_heard(TEXT, KnownSound(said[-1][1] + 10_000), engine, found)
    return landmarks_of([*found, *more])


@pytest.mark.parametrize("line", [10, 20, 29])
@pytest.mark.parametrize("later", [15_000, 90_000])
def test_at_an_advert_each_word_is_on_its_side(line: int, later: int) -> None:
    boundary = line * WORDS_IN_A_LINE
    before, after = words(0, boundary, 700), words(boundary, END, 700 + later)
    assert heard(before, after, known=21) == [*before, *after]


@pytest.mark.parametrize("missing", [5, 40])
def test_at_a_cut_what_is_missing_stays_missing(missing: int) -> None:
    boundary = 130  # within a line
    before = words(0, boundary, 0)
    after = words(boundary + missing, END, -(TEXT.times[boundary + missing] - TEXT.times[boundary]))
    found = heard(before, after, known=17)
    assert [each for each in found if each.word < boundary] == before
    assert [each for each in found if each.word >= boundary + missing] == after
    assert len(found) == len(before) + len(after)


def test_where_two_passages_meet_nothing_is_listened_to() -> None:
    before, after = words(0, 100, 0), words(100, END, 5_000)
    engine = KnowingEngine([], TEXT.keys)
    sound = KnownSound(200_000)
    windows = [Window(0, 50_000, 9, tuple(part)) for part in (before, after)]
    assert list(boundaries_heard(TEXT, sound, engine, windows)) == []
    assert sound.listened == 0
