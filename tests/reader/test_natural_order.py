"""Names are sorted as people sort them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.natural_order import natural_key

NAMES = st.text(st.sampled_from("aB é7०0²-\u0301"), max_size=8)


@given(NAMES, NAMES)
def test_any_two_names_can_be_sorted(one: str, other: str) -> None:
    assert sorted([one, other], key=natural_key)


def test_numbers_sort_by_their_value() -> None:
    names = ["Part 10", "part 9", "Part 2b", "Part 02"]
    assert sorted(names, key=natural_key) == ["Part 02", "Part 2b", "part 9", "Part 10"]
