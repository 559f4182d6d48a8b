"""Marks that may end a sentence; what they end is tried with the sentences of a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.transcript import sentence_ends


@given(st.text('a .?!"', max_size=300), st.integers(1, 12), st.integers(1, 4))
def test_marks_found_in_steps_are_those_of_one_search(text: str, step: int, long: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentence_ends, "_STEP", step)
        patch.setattr(sentence_ends, "_LONG_MARK", long)
        in_steps = [found.span() for found in sentence_ends.end_marks(text, 0, len(text))]
    assert in_steps == [found.span() for found in sentence_ends.end_marks(text, 0, len(text))]


@given(st.text('a .?!"”。 \n', max_size=300), st.integers(0, 20), st.integers(0, 20))
def test_marks_end_at_a_blank_or_at_the_end(text: str, start: int, less: int) -> None:
    end = max(start, len(text) - less)
    plainly = re.compile(r"[.?!]+[\"”]*(?=\s|$)|。+[\"”]*")  # takes a square of the text's length
    marks = [found.span() for found in sentence_ends.end_marks(text, start, end)]
    assert marks == [found.span() for found in plainly.finditer(text, start, end)]
