"""What is saved of a check comes back as it was, and nothing else is taken for one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sync.check_state import (
    NOTHING_HEARD,
    Block,
    CheckState,
    Landmark,
    Window,
    finding_from_json,
    finding_to_json,
)

TIMES = st.integers(0, 10**8)
LANDMARKS = st.lists(st.builds(Landmark, TIMES, TIMES), max_size=4).map(tuple)
WINDOWS = st.builds(Window, TIMES, TIMES, TIMES, LANDMARKS)
WORDS = st.lists(st.none() | st.tuples(TIMES, TIMES), max_size=4).map(tuple)
BLOCKS = st.builds(Block, TIMES, WORDS)


@given(st.lists(WINDOWS | BLOCKS), st.booleans())
def test_a_state_comes_back_as_it_was(found: list[Window | Block], is_complete: bool) -> None:
    state = CheckState("abc", 60_000, is_complete=is_complete)
    for each in found:
        state = state.with_finding(each)
    assert CheckState.from_json(state.to_json()) == state
    assert [finding_from_json(json.loads(json.dumps(finding_to_json(x)))) for x in found] == found


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2}', "7"])
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        CheckState.from_json(text)


def test_a_state_with_a_damaged_window_is_refused() -> None:
    row = NOTHING_HEARD.to_json().replace('"windows":[]', '"windows":[[1]]')
    with pytest.raises(ValueError, match="not the state"):
        CheckState.from_json(row)
