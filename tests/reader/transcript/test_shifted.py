"""Arrays with shifts are what they would be, written out."""

from __future__ import annotations

from array import array
from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from reader.transcript.shifted import ShiftedArray


@given(
    st.lists(st.integers(1, 9), max_size=20),
    st.lists(st.lists(st.tuples(st.integers(0, 22), st.integers(0, 9)), max_size=4), max_size=4),
)
def test_shifts_add_up(steps: list[int], rounds: list[list[tuple[int, int]]]) -> None:
    numbers: array[int] | ShiftedArray = array("i")
    plain: list[int] = []
    for step in steps:
        plain.append(step + (plain[-1] if plain else 0))
    numbers = array("i", plain)
    for shifts in rounds:
        numbers = ShiftedArray.of(numbers, shifts)
        for place, by in shifts:
            plain = [each + by if k >= place else each for k, each in enumerate(plain)]
    assert list(numbers) == plain
    assert numbers == array("i", plain)
    assert all(bisect_right(numbers, each) == bisect_right(plain, each) for each in plain)
