"""Ranges found by what they touch: against a naive scan."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.transcript.spans import SpanIndex

SPANS = st.lists(
    st.tuples(st.integers(0, 100), st.integers(0, 40)).map(lambda s: (s[0], s[0] + s[1])),
    max_size=30,
)


@given(SPANS, st.integers(0, 120), st.integers(0, 30))
def test_touching_agrees_with_a_naive_scan(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    end = start + length
    naive = [span for span in sorted(spans) if span[0] < end and span[1] > start]
    assert list(SpanIndex(spans).touching(start, end)) == naive
