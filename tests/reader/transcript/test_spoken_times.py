"""Times of lines and words come back from the library as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.transcript.model import Word
from reader.transcript.spoken_times import CueTimes, SpokenTimes, times_column, times_in

N = st.integers(0, 10**8)
WORDS = st.lists(st.builds(Word, N, N, N, N, st.none()), max_size=3).map(tuple)


@given(st.lists(st.builds(CueTimes, N, N, N, WORDS), max_size=3).map(tuple))
def test_times_come_back_as_they_were(times: SpokenTimes) -> None:
    assert times_in(times_column(times)) == times


@pytest.mark.parametrize("column", ["", "{}", "[1]", "[[1,2,3]]", "[[1,2,3,[[1]]]]"])
def test_another_text_is_refused(column: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        times_in(column)
