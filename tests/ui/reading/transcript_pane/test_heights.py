"""Heights of many blocks: against plain sums."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.reading.transcript_pane.heights import Heights

MANY = st.lists(st.integers(0, 90), min_size=1, max_size=60)
CHANGES = st.lists(st.tuples(st.integers(0, 59), st.integers(0, 90)), max_size=20)


@given(MANY, CHANGES)
def test_agrees_with_plain_sums(values: list[int], changes: list[tuple[int, int]]) -> None:
    heights = Heights(values)
    for number, height in changes:
        heights[number % len(values)] = values[number % len(values)] = height
    assert heights.total == sum(values)
    assert [heights.top(k) for k in range(len(values) + 1)] == [
        sum(values[:k]) for k in range(len(values) + 1)
    ]


@given(MANY, st.integers(-5, 6_000))
def test_block_at_is_the_one_that_covers_the_height(values: list[int], y: int) -> None:
    found = Heights(values).block_at(y)
    tops = [sum(values[:k]) for k in range(len(values))]
    assert found == max((k for k, top in enumerate(tops) if top <= y), default=0)


def test_without_blocks_there_is_no_height() -> None:
    assert Heights(()).total == 0
    assert Heights(()).block_at(5) == 0
