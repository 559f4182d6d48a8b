"""Walking back and forward where one listened."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.playback.listening_history import ListeningHistory


def test_back_returns_to_where_a_jump_began_and_forward_to_where_it_led() -> None:
    history = ListeningHistory()
    history.leave(10_000)
    assert history.back(50_000) == 10_000
    assert history.forward(10_000) == 50_000
    assert history.back(50_000) == 10_000
    assert history.back(10_000) is None


def test_a_new_jump_forgets_the_way_forward() -> None:
    history = ListeningHistory()
    history.leave(10_000)
    history.back(50_000)
    history.leave(10_000)
    assert not history.has_future


def test_jumps_from_nearly_the_same_place_are_one() -> None:
    history = ListeningHistory()
    history.leave(10_000)
    history.leave(11_000)
    assert history.back(90_000) == 10_000
    assert not history.has_past


@given(st.lists(st.integers(0, 50).map(lambda n: n * 10_000), max_size=30))
def test_going_back_to_the_start_and_forward_again_ends_where_it_began(leaps: list[int]) -> None:
    history = ListeningHistory()
    for time in leaps:
        history.leave(time)
    now = end = 7_777_777
    while (before := history.back(now)) is not None:
        now = before
    while (after := history.forward(now)) is not None:
        now = after
    assert now == end
