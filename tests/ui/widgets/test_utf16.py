"""Python's positions and Qt's: what Qt itself says, with every odd character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.utf16 import Utf16

TEXTS = st.text(st.sampled_from("aé👍🏽\u200d𝔊日\u0301"), max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_position_both_ways(text: str) -> None:
    border = Utf16(text)
    for position in range(len(text) + 1):
        assert border.to_qt(position) == units(text[:position])
        assert border.from_qt(border.to_qt(position)) == position


@given(TEXTS)
def test_the_middle_of_a_pair_is_its_character(text: str) -> None:
    border = Utf16(text)
    for position, character in enumerate(text):
        if character > "\uffff":
            assert border.from_qt(border.to_qt(position) + 1) == position
